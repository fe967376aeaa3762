"""From operations as ordered to operations as the text takes them: sentences, old names of units, inflected words.

An instruction speaks of «второе предложение», of a code's «часть вторая», of words «в соответствующих падежах»; the
operations that are applied name exact places. Each order is made exact on the text as the orders before left it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from amendments.instructions.inflection import find_inflected
from amendments.instructions.sentence_orders import Sentences, speaks_of_sentences
from amendments.instructions.settled import settled, target_at
from amendments.instructions.together import new_address
from amendments.law.edition import Edition, Path, address_of
from amendments.law.normal import find_words
from amendments.law.provision import EDITORIAL, HEADED, NUMBERED, Provision
from amendments.law.settling import Custom, settle
from amendments.operations.model import (
    AppendWords,
    Insert,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
)
from amendments.operations.suspending import check_orders
from amendments.operations.touch import Denied
from amendments.operations.tree import paragraph_paths
from amendments.operations.words import ADJUSTMENTS, removed, replaced

SIGNS: Final = (".", ";", ",", ":")


class Exact:
    """Makes one operation exact on an edition. Raises Denied where the text has no such place."""

    def __init__(self, edition: Edition, custom: Custom, adjustments: frozenset[str] = ADJUSTMENTS) -> None:
        self.edition = edition
        self.custom = custom
        self.adjustments = adjustments

    def make(self, operation: Operation) -> list[Operation]:
        """The exact operations, in an order in which they may be applied one after the other."""
        exact = self._made(operation)
        for one in exact:
            check_orders(one, self.edition)
        return exact

    def _made(self, operation: Operation) -> list[Operation]:
        if speaks_of_sentences(operation):
            return Sentences(self.edition, self.custom).make(operation)
        if isinstance(operation, (ReplaceWords, RemoveWords, ReplaceThroughout)) and operation.inflected:
            return self._inflected(operation)
        if isinstance(operation, Insert):
            return [self._insert(operation)]
        if isinstance(operation, ReplaceThroughout):
            return [replace(operation, address=self._settled(operation.address))]
        if isinstance(operation, RenameHeading):
            return [replace(operation, address=self._settled(operation.address))]
        if isinstance(operation, Renumber):
            return self._renumber(operation)
        if isinstance(operation, ReplaceWords) and operation.at is None and operation.old in SIGNS:
            return [self._sign(operation)]
        address = self._settled(operation.address)
        if isinstance(operation, AppendWords):
            self._check_end(address)
        if isinstance(operation, Restate):
            return [replace(operation, address=address, new=self._renamed(address, operation.new))]
        if isinstance(operation, Suspend):
            return [replace(operation, address=address, temporary=self._renamed(address, operation.temporary))]
        return [operation if address == operation.address else replace(operation, address=address)]

    def _settled(self, address: str) -> str:
        return settled(self.edition, address, self.custom)

    def _renamed(self, address: str, new: tuple[Provision, ...]) -> tuple[Provision, ...]:
        """Old acts call a paragraph «абзац» and a bracketed unit «пункт»: the new text takes the kind of the old."""
        target = self.edition.locate(address)
        if target is None or target.view != "unit" or not new:
            return new
        kind = target.provision.kind
        if kind in ("clause", "indent") and all(unit.kind in ("clause", "indent") for unit in new):
            return tuple(unit.replace(kind=kind) for unit in new)
        return new

    def _renumber(self, operation: Renumber) -> list[Operation]:
        """A number is given where it is free, or where only the marker of an excluded unit holds it."""
        address = self._settled(operation.address)
        new = new_address(address, operation)
        holder = self.edition.at(new)
        moved = replace(operation, address=address)
        if holder is None or new == address:
            return [moved]
        if holder.state != "excluded":
            raise Denied("unit_exists", new)
        return [Remove(address=new, outright=True, order=operation.order), moved]

    def _sign(self, operation: ReplaceWords) -> Operation:
        """A sign of punctuation for another: the one that ends the unit, where it ends with it."""
        address = self._settled(operation.address)
        target = self.edition.locate(address)
        if target is None or operation.new not in SIGNS:
            return replace(operation, address=address)
        path, node = paragraph_paths(target)[-1]
        end = len(node.text.rstrip())
        if not node.text[:end].endswith(operation.old):
            return replace(operation, address=address)
        place = address if path == target.path else address_of(self.edition, path)
        return replace(operation, address=place, at=end - len(operation.old))

    def _inflected(self, operation: ReplaceWords | RemoveWords | ReplaceThroughout) -> list[Operation]:
        """Words in any case, at every place of the unit: each place becomes an operation of its own."""
        pairs = pairs_of(operation)
        address = self._settled(operation.address)
        check_orders(replace(operation, address=address), self.edition)
        exact: list[Operation] = []
        for path, node in paragraph_paths(target_at(self.edition, address)):
            place = address_of(self.edition, path)
            found = [item for old, new in pairs for item in find_inflected(node.text, old, new, self.edition.language)]
            found.sort(key=lambda item: -item.start)
            for item in found:
                words = node.text[item.start : item.end]
                if item.new is None:
                    raise Denied("case_unclear", place, words=words)
                edits = replaced(node.text, item.start, item.end, item.new, self.adjustments)
                if not item.new:
                    edits = removed(node.text, item.start, item.end, self.adjustments)
                start, end = min(edit.start for edit in edits), max(edit.end for edit in edits)
                fixed = ReplaceWords(
                    address=place, old=node.text[start:end], new=item.new, at=start, order=operation.order
                )
                exact.append(fixed)
        if not exact:
            words = "; ".join(old for old, _ in pairs)
            raise Denied("words_not_found", address, words=words, closest="", elsewhere=[])
        return exact

    # -- new units

    def _insert(self, operation: Insert) -> Operation:
        parent = self._settled(operation.address)
        self._check_parent(operation, parent)
        units = operation.units
        after = operation.after
        if after:
            beside = settle(self.edition, after, self.custom)
            target = self.edition.locate(beside) if beside else None
            if target is None:
                raise Denied("order_impossible", operation.address, after=after)
            after = beside
            kind = target.provision.kind
            if target.view == "unit" and not units[0].number and kind in ("clause", "indent"):
                units = tuple(unit.replace(kind=kind) for unit in units)
        elif after is None and self.custom.old and all(unit.kind == "indent" for unit in units):
            units = self._like_last(parent, units)
        return replace(operation, address=parent, after=after, units=units)

    def _check_parent(self, operation: Insert, parent: str) -> None:
        """Where an act or a chapter has articles, points and paragraphs go into an article, not beside it."""
        target = self.edition.locate(parent)
        if target is None or all(unit.kind in (*HEADED, "preamble") for unit in operation.units):
            return
        above = target.provision.kind in HEADED and target.provision.kind not in ("article", "annex")
        if above and any(node.kind == "article" for node in target.provision.paragraphs()):
            raise Denied("article_needed", operation.address)

    def _check_end(self, address: str) -> None:
        """Words are put at the end of a unit that ends with its own paragraphs, not with a numbered unit in it."""
        target = target_at(self.edition, address)
        path, last = paragraph_paths(target)[-1]
        if len(path) > len(target.path) and any(
            node.kind in NUMBERED for node in _between(self.edition.root, target.path, path)
        ):
            raise Denied("end_unclear", address, last=last.label.strip() or last.text[:40])

    def _like_last(self, parent: str, units: tuple[Provision, ...]) -> tuple[Provision, ...]:
        """In an old act a new «абзац» at the end of a unit without lists is one more of its paragraphs."""
        target = self.edition.locate(parent)
        if target is None:
            return units
        children = [child for child in target.provision.children if child.kind not in EDITORIAL]
        kinds = {child.kind for child in children} | {inner.kind for child in children for inner in child.children}
        if "clause" in kinds and not kinds & {"indent", "subpoint"}:
            return tuple(unit.replace(kind="clause") for unit in units)
        return units


def pairs_of(operation: ReplaceWords | RemoveWords | ReplaceThroughout) -> tuple[tuple[str, str], ...]:
    """The words that an operation replaces, with those that come instead ("" for none)."""
    if isinstance(operation, ReplaceThroughout):
        return operation.pairs
    if isinstance(operation, ReplaceWords):
        return ((operation.old, operation.new),)
    return ((operation.words, ""),)


def holds_words(edition: Edition, operation: ReplaceThroughout) -> bool:
    """Whether any of the words to be replaced throughout stands in the place at all."""
    target = edition.locate(operation.address)
    if target is None:
        return False
    return any(find_words(node.text, old) for _, node in paragraph_paths(target) for old, _ in operation.pairs)


def _between(root: Provision, outer: Path, inner: Path) -> list[Provision]:
    """The units from below one place down to another in it."""
    found: list[Provision] = []
    node = root
    for depth, index in enumerate(inner):
        node = node.children[index]
        if depth >= len(outer):
            found.append(node)
    return found
