"""Which formulas a drafter would use: operations as instructions can order them, in the order of the units.

An operation may name a place that no formula names (an offset, a layout). It gives way to the nearest that one does
and that changes the law in the same way; where words would be found twice, neighbours are taken along; where words do
not do, the unit is given a new edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from amendments.instructions.applying import carry_out
from amendments.instructions.differing import same_law
from amendments.instructions.terms import suspension
from amendments.law.citations import steps_of
from amendments.law.edition import Edition, address_of
from amendments.law.normal import find_words, is_word
from amendments.law.numbers import sort_key
from amendments.law.provision import HEADED, Provision
from amendments.law.target import Target
from amendments.operations.apply import try_apply
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Layout,
    Move,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
    renumbered,
)
from amendments.operations.tree import paragraph_paths
from amendments.operations.words import ADJUSTMENTS, LIST_END

WORDS: Final = (ReplaceWords, InsertWords, AppendWords, RemoveWords)
MOST_WORD_ORDERS: Final = 3  # more of them in one paragraph read worse than its new edition (On Legal Acts, art. 26(6))
_MOST_NEIGHBOURS: Final = 12


class Unwritable(ValueError):
    """Raised where no formula orders what an operation does. `operation` is the operation."""

    def __init__(self, operation: Operation) -> None:
        super().__init__(f"no formula orders {operation.kind} at {operation.address or 'the act'}")
        self.operation = operation


@dataclass
class _Step:
    operation: Operation
    before: Edition
    after: Edition


def literal_plan(operations: Sequence[Operation], edition: Edition) -> list[Operation]:
    """Operations that formulas order and that change the law as the given ones do, articles in order.

    Operations that formulas order as they are stay as they are. Raises Unwritable, or Refused by `apply` where the
    operations cannot be applied to the edition.
    """
    steps: list[_Step] = []
    current = edition
    for operation in operations:
        applied = try_apply([operation], current)
        if applied.refusals:
            steps.append(_Step(_plain(operation), current, current))
            continue
        if isinstance(operation, Suspend):  # its day is in a note, which is no law
            steps.append(_Step(operation, current, applied.edition))
        elif not isinstance(operation, Layout) and not same_law(current, applied.edition):
            for chosen in _chosen(operation, current, applied.edition):
                after = try_apply([chosen], current).edition
                steps.append(_Step(chosen, current, after))
                current = after
        current = applied.edition
    steps = _restated(_joined(steps))
    refused = [step.operation for step in steps if step.before is step.after]
    return _checked(in_order([step.operation for step in steps]), edition, current, refused)


def _checked(
    planned: list[Operation], edition: Edition, wanted: Edition, refused: Sequence[Operation]
) -> list[Operation]:
    """The plan, where it can be carried out as an instruction; an article that would be refused gets a new edition.

    Formulas count «абзац третий» once, operations one after another: what formulas cannot tell apart is restated.
    What the text itself `refused` stays as it is: a new edition would not have it, and nobody would be told.
    """
    _, refusals = carry_out(planned, edition)
    for refusal in refusals:
        if any(one is planned[refusal.operation] for one in refused):
            continue
        article = planned[refusal.operation].address.split("/", 1)[0]
        target = wanted.locate(article) if article.startswith("art_") else None
        if target is None:
            continue
        if (suspended := suspension(planned, {article})) is not None:
            raise Unwritable(suspended)  # a new edition has no day
        new = _whole_article(planned, article, target.provision, known=edition.at(article) is not None)
        if new != planned:
            return _checked(in_order(new), edition, wanted, refused)
    return planned


def _whole_article(planned: list[Operation], article: str, final: Provision, *, known: bool) -> list[Operation]:
    """The plan with one article as it comes to be, in place of the orders on its parts."""
    rest = [item for item in planned if item.address.split("/", 1)[0] != article]
    if known:
        gone = final.state == "excluded"
        return [*rest, Remove(address=article) if gone else Restate(address=article, new=(final,))]
    # At the end: orders for the whole act that stood behind it have been carried out on it already.
    final_orders = [_with_final(item, final) for item in rest]
    return sorted(final_orders, key=lambda item: isinstance(item, Insert) and final in item.units)


def _with_final(operation: Operation, final: Provision) -> Operation:
    """An order that brings an article, with the article as later orders leave it."""
    if not isinstance(operation, Insert):
        return operation
    same = [unit.kind == final.kind and unit.number == final.number for unit in operation.units]
    units = tuple(final if here else unit for here, unit in zip(same, operation.units, strict=True))
    return replace(operation, units=units) if any(same) else operation


def _plain(operation: Operation) -> Operation:
    """An operation without what no instruction says."""
    if isinstance(operation, Restate):
        return replace(operation, keep_layout=False)
    if isinstance(operation, Insert):
        return replace(operation, keep_layout=False, after=_after(operation))
    if isinstance(operation, Remove):
        return replace(operation, marker=None)
    return operation


def _after(operation: Insert) -> str | None:
    """What new units follow, as a formula counts: a unit's own paragraph is its first clause and its first indent."""
    unit = operation.units[0] if operation.units else None
    if operation.after != "" or unit is None or unit.kind not in ("clause", "indent"):
        return operation.after
    steps = steps_of(operation.address)
    if unit.kind == "clause" and not (steps and steps[-1][0] in ("pt", "sub")):
        return operation.after
    return f"{operation.address}/{'cl' if unit.kind == 'clause' else 'ind'}_1"


def _chosen(operation: Operation, before: Edition, after: Edition) -> list[Operation]:
    for candidate in _candidates(operation, before, after):
        result = try_apply(candidate, before)
        if not result.refusals and same_law(result.edition, after):
            return candidate
        if isinstance(operation, Insert) and isinstance(candidate[0], Insert) and not result.refusals:
            # Editors may leave the full stop of the old last item: the formula is the same.
            bare = try_apply(candidate, before, adjustments=ADJUSTMENTS - {LIST_END})
            if same_law(bare.edition, after):
                return candidate
    raise Unwritable(operation)


def _candidates(operation: Operation, before: Edition, after: Edition) -> Iterator[list[Operation]]:
    """Ways to order the same, the most literal first."""
    if isinstance(operation, WORDS):
        yield from ([candidate] for candidate in _words(operation, before))
        yield from _units_restated(operation.address, after)
    elif isinstance(operation, Insert):
        by_number = bool(operation.units) and all(unit.number for unit in operation.units)
        yield [replace(operation, keep_layout=False, after=None)] if by_number else [_plain(operation)]
        yield [_plain(operation)]
        yield from _units_restated(operation.address, after)
    elif isinstance(operation, Move):
        target = before.locate(operation.address)
        if target is not None:
            unit = target.provision
            arrived = renumbered(unit, operation.number) if operation.number else unit
            yield [Remove(address=operation.address), Insert(address=operation.to, units=(arrived,))]
    elif isinstance(operation, Remove):
        yield [_plain(operation)]
        yield from _units_restated(operation.address.rpartition("/")[0], after)
    else:
        yield [_plain(operation)]
        yield [operation]
        yield from _units_restated(operation.address, after)


def _units_restated(address: str, after: Edition) -> Iterator[list[Operation]]:
    """A new edition of the unit, or of the next larger one."""
    steps = address.split("/")
    for size in range(len(steps), 0, -1):
        place = "/".join(steps[:size])
        target = after.locate(place)
        if place == "heading" or place.endswith("/heading"):
            if target is not None:
                yield [RenameHeading(address=place.rpartition("/")[0], heading=target.provision.text)]
        elif target is not None and target.view == "unit" and "~" not in place:
            yield [Restate(address=place, new=(target.provision,))]


def _words(operation: Operation, before: Edition) -> Iterator[Operation]:
    """Word operations without offsets: words that stand once in the unit, with neighbours where they do not."""
    target = before.locate(operation.address)
    if target is None:
        return
    at = getattr(operation, "at", None)
    everywhere = getattr(operation, "everywhere", False)
    if everywhere and isinstance(operation, (ReplaceWords, RemoveWords)):
        pair = (operation.old, operation.new) if isinstance(operation, ReplaceWords) else (operation.words, "")
        yield ReplaceThroughout(address=operation.address, pairs=(pair,), inflected=operation.inflected)
    if at is None:
        yield _at_its_end(operation, before, target) if isinstance(operation, AppendWords) else operation
        return
    text = target.provision.text
    places = [node.text for _, node in paragraph_paths(target)]
    if isinstance(operation, ReplaceWords):
        yield from _replaced(operation.address, text, places, at, at + len(operation.old), operation.new)
    elif isinstance(operation, RemoveWords):
        words = operation.words
        if words.strip() and _once(words, places):
            yield RemoveWords(address=operation.address, words=words.strip())
        yield from _replaced(operation.address, text, places, at, at + len(words), "")
    elif isinstance(operation, InsertWords):
        yield from _inserted(operation.address, text, places, at, operation.words)


def _at_its_end(operation: AppendWords, edition: Edition, target: Target) -> Operation:
    """Words at the end of a unit that ends with a numbered unit are ordered for that unit."""
    *_, (path, last) = paragraph_paths(target)
    place = address_of(edition, path)
    inside = place.removeprefix(target.address)
    numbered = any(step.startswith(("pt_", "sub_")) for step in inside.split("/"))
    return replace(operation, address=place) if last is not target.provision and numbered else operation


def _once(words: str, places: Sequence[str]) -> bool:
    return sum(len(find_words(place, words)) for place in places) == 1


def _replaced(address: str, text: str, places: Sequence[str], start: int, end: int, new: str) -> Iterator[Operation]:
    """The words at a place, then more and more of their neighbours, until they stand there only once."""
    for left, right in _widened(text, start, end):
        old = text[left:right]
        put = text[left:start] + new + text[end:right]
        if old.strip() and _once(old, places):
            if put.strip():
                yield ReplaceWords(address=address, old=old.strip(), new=put.strip())
            else:
                yield RemoveWords(address=address, words=old.strip())


def _widened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left, right = _whole(text, start, end)
    yield left, right
    for count in range(_MOST_NEIGHBOURS):
        if count % 2 == 0 and left > 0:
            left = _word_start(text, left)
        elif right < len(text):
            right = _word_end(text, right)
        yield left, right


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A place without a word cut at its borders."""
    while start > 0 and start < len(text) and is_word(text[start - 1]) and is_word(text[start]):
        start -= 1
    while 0 < end < len(text) and is_word(text[end - 1]) and is_word(text[end]):
        end += 1
    return start, end


def _word_start(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _inserted(address: str, text: str, places: Sequence[str], at: int, words: str) -> Iterator[Operation]:
    put = words.strip()
    if put and not text[at:].strip(" .;:,") and text[:at].strip():
        yield AppendWords(address=address, words=put)
    left = at
    for _ in range(_MOST_NEIGHBOURS // 2):
        left = _word_start(text, left)
        before = text[left:at].strip()
        if put and before and _once(before, places):
            yield InsertWords(address=address, words=put, after=before)
            break
    right = at
    for _ in range(_MOST_NEIGHBOURS // 2):
        right = _word_end(text, right)
        behind = text[at:right].strip()
        if put and behind and _once(behind, places):
            yield InsertWords(address=address, words=put, before=behind)
            break
    yield from _replaced(address, text, places, at, at, words)


def _joined(steps: list[_Step]) -> list[_Step]:
    """Pairs that a drafter orders as one: a paragraph that goes and one that comes in its place; the mark at the end
    of a list, which follows from the new item."""
    result: list[_Step] = []
    for step in steps:
        joined = _pair(result[-1], step) if result else None
        if joined is None:
            result.append(step)
        else:
            result[-1] = joined
    return result


def _pair(one: _Step, other: _Step) -> _Step | None:
    if not isinstance(other.operation, Insert):
        return None
    candidate: Operation | None = None
    if isinstance(one.operation, ReplaceWords) and one.operation.new == ";":
        candidate = other.operation
    elif isinstance(one.operation, Remove) and not other.operation.units[0].number:
        candidate = Restate(address=one.operation.address, new=other.operation.units)
    if candidate is None or not same_law(one.after, other.before):
        return None
    result = try_apply([candidate], one.before)
    if result.refusals or not same_law(result.edition, other.after):
        return None
    return _Step(candidate, one.before, other.after)


def _restated(steps: list[_Step]) -> list[_Step]:
    """Many changes of words in one paragraph give way to its new edition."""
    result: list[_Step] = []
    at = 0
    while at < len(steps):
        end = at
        address = steps[at].operation.address
        while end < len(steps) and isinstance(steps[end].operation, WORDS) and steps[end].operation.address == address:
            end += 1
        group = steps[at : max(end, at + 1)]
        if end - at > MOST_WORD_ORDERS and (whole := _as_restate(address, group)) is not None:
            result.append(whole)
        else:
            result.extend(group)
        at += len(group)
    return result


def _as_restate(address: str, group: list[_Step]) -> _Step | None:
    before, after = group[0].before, group[-1].after
    target = after.locate(address)
    if target is None or target.view != "unit" or target.provision.kind in HEADED or "~" in address:
        return None
    operation = Restate(address=address, new=(target.provision,))
    result = try_apply([operation], before)
    return None if result.refusals or not same_law(result.edition, after) else _Step(operation, before, after)


def in_order(operations: Sequence[Operation]) -> list[Operation]:
    """Operations on different articles do not depend on each other: they come in the order of the articles."""
    result: list[Operation] = []
    segment: list[tuple[tuple[int, ...], Operation]] = []
    for operation in operations:
        key = _article_key(operation)
        if key is None:
            result.extend(item for _, item in sorted(segment, key=lambda pair: pair[0]))
            segment = []
            result.append(operation)
        else:
            segment.append((key, operation))
    result.extend(item for _, item in sorted(segment, key=lambda pair: pair[0]))
    return result


def _article_key(operation: Operation) -> tuple[int, ...] | None:
    steps = steps_of(operation.address)
    if steps and steps[0][0] == "art" and not isinstance(operation, (Renumber, Move)):
        return sort_key(steps[0][1])
    if isinstance(operation, Insert) and not steps and operation.after is None and operation.units[0].kind == "article":
        return sort_key(operation.units[0].number)
    return None
