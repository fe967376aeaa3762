"""Operations on words: replace, insert, append, remove, rename a heading, replace throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Final

from amendments.law.edition import Edition, Path, address_of
from amendments.law.nearest import nearest
from amendments.law.normal import find_words, fold
from amendments.law.provision import HEADED, Provision
from amendments.law.target import Target
from amendments.operations.model import (
    AppendWords,
    InsertWords,
    Operation,
    RemoveWords,
    RenameHeading,
    ReplaceThroughout,
    ReplaceWords,
)
from amendments.operations.throughout import longest_first, throughout
from amendments.operations.touch import Denied, Touch
from amendments.operations.tree import change_at, paragraph_paths, with_texts
from amendments.operations.words import Edit, appended, apply_edits, inserted_after, inserted_before, removed, replaced

_MOST_CANDIDATES: Final = 10
_AROUND: Final = 40
Result = tuple[Provision, tuple[Touch, ...]]
_Place = tuple[Path, Provision, list[tuple[int, int]]]


def find_target(edition: Edition, address: str) -> Target:
    """The place an operation names; denies with the nearest units where there is none."""
    target = edition.locate(address)
    if target is None:
        raise Denied("unit_not_found", address, nearest=lambda: nearest(edition, address))
    return target


def _live(edition: Edition, address: str, *, chosen: bool = False) -> Target:
    """A place that may be changed: an excluded unit may not, unless the very characters were chosen."""
    target = find_target(edition, address)
    if not chosen and target.provision.state == "excluded" and target.path:
        raise Denied("unit_excluded", address)
    return target


def _places(target: Target, words: str) -> list[_Place]:
    """Paragraphs of the place that hold the words. A heading counts only where the text below has none."""
    body: list[_Place] = []
    heads: list[_Place] = []
    for path, node in paragraph_paths(target):
        spans = find_words(node.text, words)
        if spans:
            headed = node.kind in HEADED and target.view != "heading"
            (heads if headed else body).append((path, node, spans))
    return body or heads


def _found(edition: Edition, target: Target, words: str, everywhere: bool) -> list[_Place]:
    places = _places(target, words)
    if not places:
        raise Denied(
            "words_not_found",
            target.address,
            words=words,
            closest=lambda: _closest(target, words),
            elsewhere=lambda: _elsewhere(edition, target, words),
        )
    count = sum(len(spans) for _, _, spans in places)
    if count > 1 and not everywhere:
        raise Denied(
            "words_found_often",
            target.address,
            words=words,
            count=count,
            candidates=lambda: list(islice(_candidates(edition, target, places), _MOST_CANDIDATES)),
        )
    return places


def _candidates(edition: Edition, target: Target, places: list[_Place]) -> Iterator[dict[str, object]]:
    """Places that a person may choose from: an operation takes `address` and `at` as they are."""
    for path, node, spans in places:
        for start, end in spans:
            around = node.text[max(0, start - _AROUND) : end + _AROUND]
            yield {"address": _address(edition, target, path), "at": start, "around": around}


def _closest(target: Target, words: str) -> str:
    """The run of words in the place most like the words sought, or ""."""
    wanted = fold(words)
    size = len(wanted.split())
    candidates: dict[str, str] = {}
    for _, node in paragraph_paths(target)[:200]:
        tokens = node.text.split()
        for start in range(min(len(tokens) - size + 1, 4000)):
            run = " ".join(tokens[start : start + size])
            candidates.setdefault(fold(run), run)
        if len(candidates) > 4000:
            break
    match = get_close_matches(wanted, candidates, n=1, cutoff=0.75)
    return candidates[match[0]].strip(",;.:") if match else ""


def _elsewhere(edition: Edition, target: Target, words: str) -> list[str]:
    """Other places of the same article that hold the words, at most three."""
    article = target.address.split("/", 1)[0]
    found = []
    for address, node in edition:
        if address.split("/", 1)[0] == article and address != target.address and find_words(node.text, words):
            found.append(address)
            if len(found) == 3:
                break
    return found


def _edit(
    edition: Edition, target: Target, places: list[_Place], make: Callable[[str, int, int], list[Edit]]
) -> Result:
    texts: list[tuple[Path, str]] = []
    touches = []
    for path, node, spans in places:
        edits = [edit for start, end in spans for edit in make(node.text, start, end)]
        texts.append((path, apply_edits(node.text, edits)))
        touches.append(Touch(_address(edition, target, path), "words", tuple(edits)))
    return with_texts(edition.root, texts), tuple(touches)


def _address(edition: Edition, target: Target, path: Path) -> str:
    if path == target.path:
        return target.address
    return address_of(edition, path)


def _literal(address: str, inflected: bool) -> None:
    """Words in any case are made exact by the reader of instructions; a literal search would miss some."""
    if inflected:
        raise Denied("not_supported", address, what="inflected")


def _at(target: Target, at: int, words: str) -> list[_Place]:
    node = target.provision
    if node.text[at : at + len(words)] != words:
        raise Denied("text_differs", target.address, words=words)
    return [(target.path, node, [(at, at + len(words))])]


def replace_words(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """Words give way to others: at the one place they stand, everywhere, or at an offset."""
    assert isinstance(operation, ReplaceWords)  # noqa: S101 - the table of steps says so
    _literal(operation.address, operation.inflected)
    target = _live(edition, operation.address, chosen=operation.at is not None)
    if operation.at is not None:
        places = _at(target, operation.at, operation.old)
        return _edit(edition, target, places, lambda text, start, end: [Edit(start, end, operation.new)])
    places = _found(edition, target, operation.old, operation.everywhere)
    return _edit(edition, target, places, lambda text, start, end: replaced(text, start, end, operation.new, rules))


def remove_words(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """Words go."""
    assert isinstance(operation, RemoveWords)  # noqa: S101
    _literal(operation.address, operation.inflected)
    target = _live(edition, operation.address, chosen=operation.at is not None)
    if operation.at is not None:
        places = _at(target, operation.at, operation.words)
        if not operation.chosen:
            return _edit(edition, target, places, lambda text, start, end: [Edit(start, end, "")])
    else:
        places = _found(edition, target, operation.words, operation.everywhere)
    return _edit(edition, target, places, lambda text, start, end: removed(text, start, end, rules))


def insert_words(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """Words come after or before others, or at an offset; with both, the offset says which of the others is meant."""
    assert isinstance(operation, InsertWords)  # noqa: S101
    target = _live(edition, operation.address, chosen=operation.at is not None)
    neighbour = operation.after or operation.before
    places: list[_Place]
    if operation.at is not None and neighbour:
        spans = [span for span in find_words(target.provision.text, neighbour) if span[0] == operation.at]
        if not spans:
            raise Denied("text_differs", operation.address, words=neighbour)
        places = [(target.path, target.provision, spans)]
    elif operation.at is not None:
        at = operation.at
        if not 0 <= at <= len(target.provision.text):
            raise Denied("text_differs", operation.address, words=operation.words)
        places = [(target.path, target.provision, [(at, at)])]
        return _edit(edition, target, places, lambda text, start, end: [Edit(start, end, operation.words)])
    else:
        places = _found(edition, target, neighbour, False)
    if operation.after:
        return _edit(edition, target, places, lambda text, start, end: inserted_after(text, end, operation.words))
    return _edit(edition, target, places, lambda text, start, end: inserted_before(start, operation.words))


def append_words(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """Words come at the end of the unit, before its closing punctuation."""
    assert isinstance(operation, AppendWords)  # noqa: S101
    target = _live(edition, operation.address)
    path, node = paragraph_paths(target)[-1]
    edits = appended(node.text, operation.words)
    root = with_texts(edition.root, [(path, apply_edits(node.text, edits))])
    return root, (Touch(_address(edition, target, path), "words", tuple(edits)),)


def rename_heading(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """A headed unit, or the act, gets another heading."""
    assert isinstance(operation, RenameHeading)  # noqa: S101
    address = operation.address.removesuffix("/heading").removesuffix("heading")
    target = find_target(edition, address)
    node = target.provision
    if node.kind not in HEADED:
        raise Denied("no_heading", operation.address)
    edit = Edit(0, len(node.text), operation.heading)
    root = change_at(edition.root, target.path, lambda old: old.replace(text=operation.heading))
    return root, (Touch(address, "heading", (edit,)),)


def replace_throughout(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """Pairs of words are replaced wherever they stand; longer ones first, so that none eats a part of another."""
    assert isinstance(operation, ReplaceThroughout)  # noqa: S101
    _literal(operation.address, operation.inflected)
    target = find_target(edition, operation.address)
    pairs = longest_first(operation.pairs)
    texts: list[tuple[Path, str]] = []
    touches = []
    for path, node in paragraph_paths(target):
        edits = throughout(node.text, pairs, rules)
        if edits:
            texts.append((path, apply_edits(node.text, edits)))
            touches.append(Touch(_address(edition, target, path), "words", tuple(edits)))
    if not touches:
        raise Denied("nothing_replaced", operation.address, words="; ".join(f"«{old}»" for old, _ in operation.pairs))
    return with_texts(edition.root, texts), tuple(touches)
