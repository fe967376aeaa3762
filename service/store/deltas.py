"""An edition's tree as a list of paragraphs, and such a list as few bytes: in full, or as the difference from another.

The bytes stay readable with the standard tools of any language: JSON in UTF-8, compressed with zlib. A difference is
two such texts. `kept` says what is taken over: a list of [new paragraphs before, first taken over, how many].
`brought` holds the new paragraphs, compressed with the words of those that are gone as zlib's dictionary, so that a
paragraph with one changed word costs little more than the word.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from operator import itemgetter

from amendments.law.provision import Provision

Node = tuple[int, str, str, str, str, str, str]
"""Depth below the root; kind, number, lead, label, text, after of the paragraph."""
Run = tuple[int, int, int]
"""How many new paragraphs stand before; the first paragraph taken over; how many are taken over."""

_WINDOW = 32_768
"""zlib looks back no further."""
_LEVEL = 9


class Damaged(Exception):
    """The bytes are not what was written."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A list of paragraphs as bytes; `kept` is empty where it is there in full."""

    kept: bytes
    brought: bytes


def flatten(root: Provision) -> list[Node]:
    """A tree as its paragraphs in document order, the root first at depth 0."""
    nodes: list[Node] = []
    stack = [(0, root)]
    while stack:
        depth, node = stack.pop()
        nodes.append((depth, node.kind, node.number, node.lead, node.label, node.text, node.after))
        stack.extend((depth + 1, child) for child in reversed(node.children))
    return nodes


Known = dict[tuple[Node, tuple[int, ...]], Provision]
"""Provisions by their paragraph and what hangs under them."""


def build_tree(nodes: list[Node], close: str, known: Known | None = None) -> Provision:
    """The tree of paragraphs given in document order with their depths (the root first, at depth 0).

    `close` is the raw text after the last provision. Trees that are built with the same `known` share the provisions
    that are the same in them. Raises Damaged where the depths make no tree.
    """
    waiting: dict[int, list[Provision]] = {}
    try:
        for paragraph in reversed(nodes):
            depth, kind, number, lead, label, text, after = paragraph
            below = waiting.pop(depth + 1, None)
            children = tuple(below[::-1]) if below else ()
            end = "" if depth else close
            key = (paragraph, tuple(map(id, children)))
            node = known.get(key) if known is not None and depth else None
            if node is None:
                node = Provision(
                    kind, number, lead=lead, label=label, text=text, after=after, children=children, close=end
                )
                if known is not None:
                    known[key] = node
            waiting.setdefault(depth, []).append(node)
    except (TypeError, ValueError) as error:
        raise Damaged(str(error)) from error
    if list(waiting) != [0] or len(waiting[0]) != 1:
        raise Damaged("the depths of the paragraphs make no tree")
    return waiting[0][0]


def pack(nodes: list[Node], base: list[Node] | None = None) -> Packed:
    """Paragraphs as bytes: what differs from `base`, or all of them where there is none or little is the same."""
    if base is not None:
        runs, brought = _difference(base, nodes)
        if 2 * len(brought) <= len(nodes):
            gone = _gone(base, runs)
            return Packed(_compress(runs), _compress(brought, _dictionary(gone)))
    return Packed(b"", _compress(nodes))


def unpack(packed: Packed, base: list[Node] | None = None) -> list[Node]:
    """The paragraphs that `pack` was given, with the same base. Raises Damaged."""
    try:
        if not packed.kept:
            return _paragraphs(packed.brought)
        if base is None:
            raise Damaged("a difference without what it differs from")
        runs: list[Run] = [(new, first, count) for new, first, count in json.loads(_expand(packed.kept))]
        brought = _paragraphs(packed.brought, _dictionary(_gone(base, runs)))
    except (zlib.error, ValueError, TypeError) as error:
        raise Damaged(str(error)) from error
    nodes: list[Node] = []
    at = 0
    for new, first, count in runs:
        nodes += brought[at : at + new]
        nodes += base[first : first + count]
        at += new
    return nodes + brought[at:]


def _difference(base: list[Node], nodes: list[Node]) -> tuple[list[Run], list[Node]]:
    """What of `nodes` is taken over from `base`, in runs as long as they go, and the other ones.

    A paragraph that stands in the base several times is taken where the run before it goes on, or else from the
    first place: which one decides a few bytes, never the outcome.
    """
    places: dict[Node, int] = {}
    for place in range(len(base) - 1, -1, -1):
        places[base[place]] = place
    runs: list[Run] = []
    brought: list[Node] = []
    new = following = 0
    for node in nodes:
        at = following if following < len(base) and base[following] == node else places.get(node, -1)
        if at < 0:
            brought.append(node)
            new += 1
            continue
        if runs and not new and at == following:
            before, first, count = runs[-1]
            runs[-1] = (before, first, count + 1)
        else:
            runs.append((new, at, 1))
            new = 0
        following = at + 1
    return runs, brought


def _gone(base: list[Node], runs: list[Run]) -> list[Node]:
    gone: list[Node] = []
    at = 0
    for _, first, count in sorted(runs, key=itemgetter(1)):
        gone += base[at:first]
        at = max(at, first + count)
    return gone + base[at:]


def _dictionary(gone: list[Node]) -> bytes:
    return "".join([text for *_, text, _ in gone]).encode()[-_WINDOW:]


def _json(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _compress(values: object, dictionary: bytes = b"") -> bytes:
    packer = zlib.compressobj(_LEVEL, zdict=dictionary)
    return packer.compress(_json(values)) + packer.flush()


def _expand(packed: bytes, dictionary: bytes = b"") -> bytes:
    opener = zlib.decompressobj(zdict=dictionary)
    return opener.decompress(packed) + opener.flush()


def _paragraphs(packed: bytes, dictionary: bytes = b"") -> list[Node]:
    nodes: list[Node] = list(map(tuple, json.loads(_expand(packed, dictionary))))
    return nodes
