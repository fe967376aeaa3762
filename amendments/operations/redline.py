"""Old and new text in one: the rows that web pages, Word documents and tables are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from amendments.law.edition import Edition, child_addresses
from amendments.law.provision import EDITORIAL, Provision
from amendments.operations.compare import Comparison, compare
from amendments.operations.divisions import Division
from amendments.operations.steps import Pair, Step, arrivals
from amendments.operations.worddiff import Segment, segments

Status = Literal["same", "inserted", "deleted", "changed", "moved_from", "moved_to"]
Part = Literal["", "split", "merger"]
_Places = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed paragraph of the redline.

    `label` is the number as printed in the new text (in the old one for deleted rows), `label_old` the old number
    where it differs. `address_old` / `address_new` are "" where the paragraph is not in that edition. A moved
    paragraph has a row at both ends: `moved_from` shows the old words at the old place, `moved_to` the new ones with
    what was changed in them. `operations` are indexes into `Comparison.operations`. `depth` counts nested units.

    `part` says that a paragraph moved because it was «split» off the one at its other address (a `moved_to` row), or
    became one with it, a «merger» (a `moved_from` row).
    """

    status: Status
    kind: str
    label: str
    address_old: str
    address_new: str
    segments: tuple[Segment, ...]
    operations: tuple[int, ...] = ()
    depth: int = 0
    label_old: str = ""
    part: Part = ""

    @property
    def old(self) -> str:
        """The words of the old text."""
        return "".join(part.text for part in self.segments if part.kind != "insert")

    @property
    def new(self) -> str:
        """The words of the new text."""
        return "".join(part.text for part in self.segments if part.kind != "delete")


def redline(
    old: Edition, new: Edition, comparison: Comparison | None = None, *, notes: bool = False
) -> tuple[Row, ...]:
    """The rows of both editions in the order of the new one; what was removed stands where it stood.

    With `notes=True` editorial notes are rows too (of kind «note»).
    """
    comparison = comparison or compare(old, new)
    writer = _Writer(old, new, comparison, notes)
    return tuple(writer.pair(comparison.alignment, ("", ""), ("", ""), -1))


class _Writer:
    def __init__(self, old: Edition, new: Edition, comparison: Comparison, notes: bool) -> None:
        self.comparison = comparison
        self.notes = notes
        moves = list(arrivals(comparison.alignment.steps))
        self.parts = {id(division.part): division for division in comparison.divisions}
        origins = {id(step.old) for step in moves} | {id(part.whole.old) for part in self.parts.values()}
        arrived = {id(step.new): id(step.old) for step in moves}
        arrived |= {id(part.whole.new): id(part.whole.old) for part in self.parts.values()}
        self.from_address = {id(node): address for address, node in old if id(node) in origins} if origins else {}
        self.to_address = (
            {arrived[id(node)]: address for address, node in new if id(node) in arrived} if origins else {}
        )

    def _operations(self, old: Provision | None, new: Provision | None) -> tuple[int, ...]:
        found = [*self.comparison.at_old.get(id(old), ()), *self.comparison.at_new.get(id(new), ())]
        return tuple(dict.fromkeys(found))

    def pair(
        self, pair: Pair, at_old: tuple[str, str], at_new: tuple[str, str], depth: int, status: Status | None = None
    ) -> Iterator[Row]:
        """Rows of a provision that is in both editions. `at_…` are its address and the base of its children's."""
        old, new = pair.old, pair.new
        if new.kind == "note" and not self.notes:
            return
        if old.state == "in_force" and new.state == "excluded" and depth >= 0:
            yield from self.tree(old, at_old, depth, "deleted", new)
            yield from self.tree(new, at_new, depth, "inserted", old)
            return
        if depth >= 0 or old.text or new.text or old.label:
            yield self.own(old, new, at_old[0], at_new[0], depth, status)
        if not pair.steps and old.full_hash == new.full_hash:
            yield from self.below(new, at_old, at_new, depth)
            return
        yield from self.steps(pair, at_old, at_new, depth)

    def steps(self, pair: Pair, at_old: tuple[str, str], at_new: tuple[str, str], depth: int) -> Iterator[Row]:
        olds = iter(_places(pair.old, at_old))
        news = iter(_places(pair.new, at_new))
        for step in pair.steps:
            before = next(olds) if step.kind in ("same", "pair", "remove", "move_out") else ("", "")
            after = next(news) if step.kind in ("same", "pair", "insert", "move_in") else ("", "")
            yield from self.step(step, before, after, depth + 1)

    def step(self, step: Step, before: tuple[str, str], after: tuple[str, str], depth: int) -> Iterator[Row]:
        if step.kind == "same" and step.old and step.new:
            yield from self.pair(Pair(step.old, step.new), before, after, depth)
        elif step.kind == "pair" and step.pair:
            yield from self.pair(step.pair, before, after, depth)
        elif step.kind == "remove" and step.old:
            yield from self.alone(step, step.old, before, depth, "deleted")
        elif step.kind == "insert" and step.new:
            yield from self.alone(step, step.new, after, depth, "inserted")
        elif step.kind == "move_out" and step.old:
            yield from self.tree(step.old, before, depth, "moved_from", step.new, self.to_address.get(id(step.old), ""))
        elif step.kind == "move_in" and step.pair and step.old:
            origin = self.from_address.get(id(step.old), "")
            yield from map(_arrived, filter(_stays, self.pair(step.pair, (origin, origin), after, depth, "moved_to")))

    def alone(self, step: Step, unit: Provision, at: tuple[str, str], depth: int, status: Status) -> Iterator[Row]:
        """Rows of a unit that is in one edition only, though some of what hangs under it may have moved."""
        rows = self.tree(unit, at, depth, status, None)
        if id(unit) in self.parts:
            yield self.part(next(rows), self.parts[id(unit)])
            yield from rows
            return
        if not step.inner:
            yield from rows
            return
        yield next(rows)
        for inner, place in zip(step.inner, _places(unit, at), strict=True):
            yield from self.step(inner, place, place, depth + 1)

    def part(self, row: Row, division: Division) -> Row:
        """The row of a paragraph that was split off another, or became a piece of it: its words were there before."""
        whole = id(division.whole.old)
        if division.kind == "merger":
            return replace(row, status="moved_from", address_new=self.to_address.get(whole, ""), part="merger")
        parts = segments(division.words, division.part.text)
        origin = self.from_address.get(whole, "")
        return replace(row, status="moved_to", address_old=origin, segments=parts, part="split")

    def own(
        self, old: Provision, new: Provision, address_old: str, address_new: str, depth: int, status: Status | None
    ) -> Row:
        same = old.text == new.text and old.number == new.number
        parts = (Segment("equal", new.text),) if old.text == new.text else segments(old.text, new.text)
        return Row(
            status or ("same" if same else "changed"),
            new.kind,
            new.label,
            address_old,
            address_new,
            parts,
            self._operations(old, new) if not same or status else (),
            max(depth, 0),
            old.label if old.number != new.number else "",
        )

    def tree(
        self,
        unit: Provision,
        at: tuple[str, str],
        depth: int,
        status: Status,
        twin: Provision | None,
        other: str = "",
    ) -> Iterator[Row]:
        """Rows of a unit that is in one edition only, or at one end of a move."""
        if unit.kind in EDITORIAL and not self.notes and unit.kind == "note":
            return
        gone = status in ("deleted", "moved_from")
        kind: Literal["delete", "insert"] = "delete" if gone else "insert"
        operations = self._operations(unit, twin) if gone else self._operations(twin, unit)
        yield Row(
            status,
            unit.kind,
            unit.label,
            at[0] if gone else other,
            other if gone else at[0],
            (Segment(kind, unit.text),) if unit.text else (),
            operations,
            max(depth, 0),
        )
        for child, place in zip(unit.children, _places(unit, at), strict=True):
            for row in self.tree(child, place, depth + 1, status, None):
                yield Row(
                    row.status, row.kind, row.label, row.address_old, row.address_new, row.segments,
                    operations, row.depth,
                )  # fmt: skip

    def below(self, unit: Provision, at_old: tuple[str, str], at_new: tuple[str, str], depth: int) -> Iterator[Row]:
        """Rows under a provision that did not change at all."""
        places = zip(unit.children, _places(unit, at_old), _places(unit, at_new), strict=True)
        for child, before, after in places:
            if child.kind == "note" and not self.notes:
                continue
            yield Row(
                "same", child.kind, child.label, before[0], after[0],
                (Segment("equal", child.text),) if child.text else (), (), max(depth + 1, 0),
            )  # fmt: skip
            yield from self.below(child, before, after, depth + 1)


def _stays(row: Row) -> bool:
    """Inside a moved unit what was removed is shown once, at the old place."""
    return row.status not in ("deleted", "moved_from")


def _arrived(row: Row) -> Row:
    """Everything that came with a moved unit has moved."""
    return row if row.status == "inserted" else replace(row, status="moved_to")


def _places(unit: Provision, at: tuple[str, str]) -> _Places:
    return [(address, inner) for _, address, inner in child_addresses(unit, at[1], at[0])]
