"""Applying an instruction to a text: in the order it gives, exact or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.instructions.exact import Exact, holds_words
from amendments.instructions.problem import Problem
from amendments.instructions.reading import ActPart, Outside, Reading, parse
from amendments.instructions.shifts import Shifts
from amendments.instructions.together import Batch, Together
from amendments.law.citations import join, steps_of
from amendments.law.edition import Edition
from amendments.law.naming import is_code
from amendments.law.normal import fold
from amendments.law.numbers import sort_key
from amendments.law.reader import read
from amendments.law.settling import Custom
from amendments.operations.apply import Change, try_apply
from amendments.operations.model import (
    Insert,
    InsertWords,
    Operation,
    RemoveWords,
    RenameHeading,
    ReplaceThroughout,
    ReplaceWords,
    Span,
    to_json,
)
from amendments.operations.refusal import Refusal
from amendments.operations.touch import Denied
from amendments.operations.words import ADJUSTMENTS

_ABOVE = ("ch", "sec", "subsec", "par", "part", "annex")


@dataclass(frozen=True)
class Outcome:
    """What an instruction did to a text.

    `operations` are exact and were applied in this order; `sources[i]` is the index in `reading.operations` of the
    order that operation i came from; `changes` name operations by index. `refusals` name orders of the reading by
    index. `problems` are places not understood, `outside` what orders nothing of this text.
    """

    edition: Edition
    reading: Reading
    operations: tuple[Operation, ...]
    sources: tuple[int, ...]
    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    problems: tuple[Problem, ...]
    outside: tuple[Outside, ...]

    @property
    def exact(self) -> bool:
        """Whether everything that was ordered for this text was understood and applied."""
        return not self.refusals and not self.problems


def apply_instruction(
    instruction: str | Reading,
    edition: Edition,
    *,
    partial: bool | None = None,
    act: str = "",
    adjustments: frozenset[str] = ADJUSTMENTS,
) -> Outcome:
    """Apply an instruction in the language of the edition, as text or as read before.

    `partial`: the text is a piece of an act (one article), so that orders for other units are `outside`; where it is
    not said, a text without a title and with one article at most is taken for a piece. `act`: of an instruction that
    amends several acts, the words that name this one; where they are not given, the edition's title is looked for.
    """
    reading = parse(instruction, edition.language) if isinstance(instruction, str) else instruction
    piece = is_piece(edition) if partial is None else partial
    names = " ".join(act.name.lower() for act in reading.acts)
    custom = Custom(code=piece or is_code(edition) or "кодекс" in names, old=piece)
    run = Run(edition, custom, adjustments)
    outside = list(reading.outside)
    if piece and not act and _of_several_acts(reading, _article(edition)):
        run.refusals.append(Refusal("which_act", _article(edition)))
    foreign = other_acts(reading, act or edition.root.text)
    for batch in batches(reading.operations):
        kept: Batch = []
        for index, ordered in batch:
            if index in foreign:
                outside.append(Outside("other_act", ordered.order or Span(0, 0), ordered.address))
                continue
            operation = _in_piece(ordered, run.edition) if piece else ordered
            if piece and (why := _elsewhere(operation, run.edition)):
                outside.append(Outside(why, ordered.order or Span(0, 0), ordered.address))
            else:
                kept.append((index, operation))
        if any(index in reading.ranged for index, _ in kept) and (gap := run.between(kept)):
            run.refusals.append(Refusal("range_unclear", gap, {}, kept[0][0]))
        else:
            run.apply(kept)
    return Outcome(
        run.edition, reading, tuple(run.operations), tuple(run.sources), tuple(run.changes), tuple(run.refusals),
        reading.problems, tuple(outside),
    )  # fmt: skip


def carry_out(operations: Sequence[Operation], edition: Edition) -> tuple[Edition, tuple[Refusal, ...]]:
    """The text after orders given one by one, as an instruction would give them; and those that are refused."""
    run = Run(edition, Custom(code=is_code(edition)), ADJUSTMENTS)
    for index, operation in enumerate(operations):
        run.apply([(index, operation)])
    return run.edition, tuple(run.refusals)


class Run:
    """The text as the orders so far left it, and what they did."""

    def __init__(self, edition: Edition, custom: Custom, adjustments: frozenset[str]) -> None:
        self.edition = edition
        self.custom = custom
        self.adjustments = adjustments
        self.operations: list[Operation] = []
        self.sources: list[int] = []
        self.changes: list[Change] = []
        self.refusals: list[Refusal] = []
        self.shifts = Shifts()

    def apply(self, batch: Batch) -> None:
        """Apply the operations of one order, which all speak of the text before it."""
        ready = self._settled(batch)
        sequence, refusals = Together(self.edition, self.custom, self.adjustments).sequence(ready)
        self.refusals.extend(refusals)
        noted: list[tuple[Operation, Edition]] = []
        for index, operation in sequence:
            self._one(index, operation, noted)
        for operation, before in noted:
            self.shifts.note(operation, before)

    def between(self, batch: Batch) -> str:
        """A unit in force that lies inside a range and is not named by it («3) – 6)» where there is 4-1)), or ""."""
        places = {operation.address for _, operation in batch}
        for address, node in self.edition:
            parent, _, own = address.rpartition("/")
            beside = [place for place in places if place.rpartition("/")[0] == parent and _like(place, own)]
            if address in places or len(beside) < 2 or node.state == "excluded":
                continue
            keys = [sort_key(place.rpartition("_")[2]) for place in beside]
            if min(keys) < sort_key(node.number) < max(keys):
                return address
        return ""

    def _settled(self, batch: Batch) -> Batch:
        """Operations whose ordinals are clear; of two countings the one in which the order can be carried out."""
        ready: Batch = []
        for index, operation in batch:
            if not self.shifts.unclear(operation.address):
                ready.append((index, operation))
                continue
            words = isinstance(operation, (ReplaceWords, RemoveWords, InsertWords))
            possible = [
                moved
                for address in self.shifts.readings(operation.address)
                if words and self._can(moved := replace(operation, address=address))
            ]
            if len(possible) == 1:
                ready.append((index, possible[0]))
            else:
                self.refusals.append(Refusal("ordinal_moved", operation.address, {}, index))
        return ready

    def _can(self, operation: Operation) -> bool:
        try:
            exact = Exact(self.edition, self.custom, self.adjustments).make(operation)
        except Denied:
            return False
        return not try_apply(exact, self.edition, adjustments=self.adjustments).refusals

    def _one(self, index: int, operation: Operation, noted: list[tuple[Operation, Edition]]) -> None:
        try:
            exact = Exact(self.edition, self.custom, self.adjustments).make(operation)
        except Denied as denied:
            self.refusals.append(denied.refusal(index))
            return
        applied = try_apply(exact, self.edition, adjustments=self.adjustments)
        if applied.refusals:
            self.refusals.extend(replace(refusal, operation=index) for refusal in applied.refusals)
            return
        noted.extend((item, self.edition) for item in exact)
        self.edition = applied.edition
        at = len(self.operations)
        self.changes.extend(
            replace(change, operation=change.operation + at) if at else change for change in applied.changes
        )
        self.operations.extend(exact)
        self.sources.extend([index] * len(exact))


def _like(place: str, own: str) -> bool:
    return place.rpartition("/")[2].partition("_")[0] == own.partition("_")[0] and "_" in own


def batches(operations: Sequence[Operation]) -> Iterator[Batch]:
    """Operations with their indexes, those of one verb together: they all speak of the text before it."""
    batch: Batch = []
    for index, operation in enumerate(operations):
        if batch and (operation.order is None or batch[-1][1].order != operation.order):
            yield batch
            batch = []
        batch.append((index, operation))
    if batch:
        yield batch


def other_acts(reading: Reading, title: str) -> frozenset[int]:
    """The operations that an instruction orders for other acts than the one with this title."""
    parts = [part for part in reading.acts if part.last > part.first]
    if len(parts) < 2 or not title.strip():
        return frozenset()
    ours = [part for part in parts if names_act(part, title)]
    first = min((part.first for part in parts), default=0)
    named = {index for part in ours for index in range(part.first, part.last)}
    return frozenset(index for index in range(first, len(reading.operations)) if index not in named)


def other_parts(reading: Reading, title: str, end: int) -> tuple[Span, ...]:
    """The stretches of an instruction of `end` characters that speak of other acts than the one with this title."""
    if not other_acts(reading, title):
        return ()
    borders = [*(part.span.start for part in reading.acts[1:]), end]
    return tuple(
        Span(part.span.start, border)
        for part, border in zip(reading.acts, borders, strict=True)
        if not names_act(part, title)
    )


def lies_in(span: Span, stretches: Iterable[Span]) -> bool:
    """Whether a span begins in one of the stretches of an instruction."""
    return any(one.start <= span.start < one.end for one in stretches)


def names_act(part: ActPart, title: str) -> bool:
    """Whether a part of an amending act names the act with this title."""
    wanted = _plain(title)
    return wanted in _plain(part.name) or _title(part.name) == wanted


def _of_several_acts(reading: Reading, article: str) -> bool:
    """Whether parts on different acts order changes in an article of this number, and nothing says whose it is."""
    found = [
        part
        for part in reading.acts
        if any(item.address.split("/")[0] == article for item in reading.operations[part.first : part.last])
    ]
    return bool(article) and len(found) > 1


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s-]", " ", fold(words)).lower().split())


def _title(name: str) -> str:
    """The title quoted in the name of an act."""
    found = re.search(r"[«\"“](.+)[»\"”]", name)
    return _plain(found.group(1)) if found else ""


def is_piece(edition: Edition) -> bool:
    """Whether a text is a piece of an act: it has no title, no chapters and one article at most."""
    kinds = [node.kind for _, node in edition]
    return not edition.root.text and kinds.count("article") <= 1 and not {"chapter", "section", "part"} & set(kinds)


def _article(edition: Edition) -> str:
    return next((address for address, node in edition if node.kind == "article"), "")


def _in_piece(operation: Operation, edition: Edition) -> Operation:
    """Where the instruction names no article, the one that the piece has is meant."""
    article = _article(edition)
    if not article or not operation.address or operation.address == "heading":
        return operation
    first = steps_of(operation.address)[0][0]
    if first not in ("pt", "sub", "cl", "ind", "snt"):
        return operation
    moved = replace(operation, address=f"{article}/{operation.address}")
    if isinstance(moved, Insert) and moved.after:
        moved = replace(moved, after=f"{article}/{moved.after}")
    return moved


def _elsewhere(operation: Operation, edition: Edition) -> str:
    """Why an operation does not concern a piece of an act, or ""."""
    steps = steps_of(operation.address)
    if not steps:
        if isinstance(operation, ReplaceThroughout):
            return "" if holds_words(edition, operation) else "not_here"
        return "not_here" if isinstance(operation, (Insert, RenameHeading)) else ""
    first = steps[0]
    if first[0] == "art":
        return "" if edition.at(join((first,))) is not None else "other_article"
    if first[0] in _ABOVE:
        return "not_here"
    if first[0] == "pre":
        return "" if edition.at("pre") is not None else "not_here"
    return "not_here" if first[0] == "heading" else ""


def cases(lines: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """For `tuzetu apply --cases`: {id, lang, instruction, before} → {id, after, operations, errors, outside}.

    `after` is null where anything that is ordered for the text is refused or not understood.
    """
    for line in lines:
        language = str(line.get("lang", "ru"))
        edition = read(str(line.get("before") or ""), language)
        outcome = apply_instruction(str(line.get("instruction") or ""), edition)
        errors = [problem.describe(language) for problem in outcome.problems]
        errors.extend(refusal.describe(language) for refusal in outcome.refusals)
        if not outcome.operations and not errors:
            errors.append(_NOTHING[language])
        yield {
            "id": line.get("id"),
            "after": None if errors else outcome.edition.text,
            "operations": [to_json(operation) for operation in outcome.operations],
            "errors": errors,
            "outside": [{"why": item.why, "address": item.address} for item in outcome.outside],
        }


_NOTHING = {
    "ru": "Указание ничего не меняет в этом тексте.",
    "kk": "Нұсқау бұл мәтінде ештеңені өзгертпейді.",
}
