"""What turns one edition into another: the operations that an expert would have written.

`compare(old, new).operations` change the law's words; `.editorial` the notes, marks and layout around them; `.all`
are both in the order in which they apply: `apply(compare(a, b).all, a).edition.text == b.text`, always.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from amendments.law.edition import Edition
from amendments.law.provision import EDITORIAL, HEADED, Provision
from amendments.operations.align import align
from amendments.operations.divisions import Division, divisions
from amendments.operations.model import (
    Insert,
    InsertWords,
    Layout,
    Move,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceWords,
    Restate,
    renumbered,
)
from amendments.operations.steps import Pair, Step, departures
from amendments.operations.worddiff import WordEdit, word_edits
from amendments.operations.work import Root, Work

_MANY_EDITS = 4  # in one paragraph; beyond, a drafter restates it (On Legal Acts, art. 26(6))
_MOSTLY = 0.6  # share of a paragraph's characters changed from which it is restated
_MUCH = 0.4  # the same where the edits are many


@dataclass(frozen=True)
class Comparison:
    """The difference of two editions.

    `alignment` tells which provision became which; `divisions` which paragraphs were split or made one.
    """

    all: tuple[Operation, ...]
    law: tuple[bool, ...]
    alignment: Pair
    at_old: dict[int, list[int]] = field(default_factory=dict, compare=False)
    at_new: dict[int, list[int]] = field(default_factory=dict, compare=False)
    beside_law: dict[int, str] = field(default_factory=dict, compare=False)

    @cached_property
    def divisions(self) -> tuple[Division, ...]:
        """Paragraphs that were split, or made one of several: the operations order it as words and units."""
        return divisions(self.alignment)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations on the words and structure of the law: new units follow units of law, not notes."""
        return tuple(self._alone(index) for index, law in enumerate(self.law) if law)

    def _alone(self, index: int) -> Operation:
        """An operation as it is without those on notes."""
        operation = self.all[index]
        if index in self.beside_law and isinstance(operation, Insert | Move):
            return replace(operation, after=self.beside_law[index])
        return operation

    @property
    def editorial(self) -> tuple[Operation, ...]:
        """The operations on notes, marks and layout."""
        return tuple(operation for operation, law in zip(self.all, self.law, strict=True) if not law)


def compare(old: Edition, new: Edition) -> Comparison:
    """The operations that turn `old` into `new`, character for character."""
    pair = align(old.root, new.root)
    script = _Script(Root(old.root), departures(pair))
    script.own_paragraph(pair, script.root)
    script.children(pair, script.root)
    script.clear()
    return Comparison(
        tuple(script.operations), tuple(script.law), pair, script.at_old, script.at_new, script.beside_law
    )


class _Script:
    """Writes operations against a working tree that changes as they would change the edition."""

    def __init__(self, root: Root, moving: dict[int, tuple[Provision, ...]]) -> None:
        self.root = root
        self.moving = moving
        self.operations: list[Operation] = []
        self.law: list[bool] = []
        self.at_old: dict[int, list[int]] = {}
        self.at_new: dict[int, list[int]] = {}
        self.count = 0
        self.beside_law: dict[int, str] = {}
        self._emptied: list[tuple[Work, Provision]] = []
        self._edited: tuple[Provision, Provision, list[WordEdit]] | None = None

    def add(self, operation: Operation, old: Provision | None, new: Provision | None, *, law: bool = True) -> None:
        if law:
            index = self.count
            self.count += 1
            if old is not None:
                self.at_old.setdefault(id(old), []).append(index)
            if new is not None:
                self.at_new.setdefault(id(new), []).append(index)
        self.operations.append(operation)
        self.law.append(law)

    # -- one matched provision

    def provision(self, pair: Pair, work: Work) -> None:
        """A provision that stays: its number, its own words, then what hangs under it."""
        old, new = pair.old, pair.new
        if pair.wholesale and old.state == "in_force" and new.state == "excluded":
            self.add(Remove(address=work.address, marker=new), old, new)
            return
        if old.text != new.text:
            law = old.kind not in EDITORIAL
            if pair.wholesale or (law and _leaf(old) and _leaf(new) and self.rewritten(old, new)):
                restated = Restate(address=work.address, new=(new,), keep_layout=True)
                self.add(restated, old, new, law=law)
                work.become(new)
                return
        if old.number != new.number:
            self.add(Renumber(address=work.address, number=new.number), old, new)
            work.renumber(new.number)
        self.own_paragraph(pair, work)
        if pair.steps:
            self.children(pair, work)

    def own_paragraph(self, pair: Pair, work: Work) -> None:
        old, new = pair.old, pair.new
        if old.text != new.text:
            if old.kind in HEADED:
                self.add(RenameHeading(address=work.address, heading=new.text), old, new)
            else:
                self.words(old, new, work.address)
        label = renumbered(old, new.number).label if old.number != new.number else old.label
        if (old.lead, label, old.after, old.close) != (new.lead, new.label, new.after, new.close):
            layout = Layout(address=work.address, lead=new.lead, label=new.label, after=new.after, close=new.close)
            self.add(layout, old, new, law=False)

    def words(self, old: Provision, new: Provision, address: str) -> None:
        law = old.kind not in EDITORIAL
        edits = self.edits(old, new)
        if len(edits) > _MANY_EDITS or not law:
            first, last = edits[0], edits[-1]
            tail = len(old.text) - last.end
            edits = [WordEdit(first.start, last.end, old.text[first.start : last.end],
                              new.text[first.start : len(new.text) - tail])]  # fmt: skip
        shift = 0
        for edit in edits:
            at = edit.start + shift
            operation: Operation
            if edit.old and edit.new:
                operation = ReplaceWords(address=address, old=edit.old, new=edit.new, at=at)
            elif edit.old:
                operation = RemoveWords(address=address, words=edit.old, at=at)
            else:
                operation = InsertWords(address=address, words=edit.new, at=at)
            self.add(operation, old, new, law=law)
            shift += len(edit.new) - len(edit.old)

    def edits(self, old: Provision, new: Provision) -> list[WordEdit]:
        """The edits of a paragraph's words, found once."""
        if self._edited is None or self._edited[0] is not old or self._edited[1] is not new:
            self._edited = (old, new, word_edits(old.text, new.text))
        return self._edited[2]

    def rewritten(self, old: Provision, new: Provision) -> bool:
        """Whether a drafter would restate a paragraph rather than order its words one by one."""
        edits = self.edits(old, new)
        size = max(len(old.text), len(new.text))
        changed = sum(max(len(edit.old), len(edit.new)) for edit in edits)
        return changed > _MOSTLY * size or (len(edits) > _MANY_EDITS and changed > _MUCH * size)

    # -- children

    def children(self, pair: Pair, work: Work) -> None:
        """Left to right: what goes, what comes, what stays. Units that move leave when their new place is reached."""
        at = 0
        for step in pair.steps:
            kind = step.kind
            if kind == "same":
                at += 1
            elif kind == "pair" and step.pair is not None:
                kept = work.child(at)
                self.provision(step.pair, kept)
                # Units before it may have moved into it.
                at = kept.index + 1
            elif kind == "move_out":
                # It may have left already, where its new place came first.
                at += work.is_at(at, step.old)
            elif kind == "remove" and step.inner and step.old is not None:
                self._emptied.append((work.child(at), step.old))
                at += 1
            elif kind == "remove" and step.old is not None:
                self.removal(step.old, work.child(at))
            elif kind == "insert":
                at = self.insertion(step, work, at).index + 1
            elif kind == "move_in":
                at = self.movement(step, work, at) + 1

    def clear(self) -> None:
        """Units that others moved out of go last: what moves must not go with them."""
        for work, old in self._emptied:
            self.removal(old, work)

    def removal(self, old: Provision, work: Work) -> None:
        self.add(Remove(address=work.address, outright=True), old, None, law=old.kind not in EDITORIAL)
        work.leave()

    def insertion(self, step: Step, work: Work, at: int) -> Work:
        """A unit comes at the index `at`, then those that move into it."""
        if step.new is None:
            raise ValueError("what comes is a unit")
        law = step.new.kind not in EDITORIAL
        after = work.child(at - 1).address if at else ""
        self._note_neighbour(work, at)
        unit = _shell(step)
        self.add(Insert(address=work.address, units=(unit,), after=after, keep_layout=True), None, step.new, law=law)
        arrived = work.insert(unit, at)
        self.filling(step, arrived)
        return arrived

    def _note_neighbour(self, work: Work, at: int) -> None:
        """For an operation that comes next and puts a unit behind a note: the unit of law that is before the note."""
        if not at or work.children[at - 1].kind not in EDITORIAL:
            return
        before = next((index for index in range(at - 1, -1, -1) if work.children[index].kind not in EDITORIAL), None)
        self.beside_law[len(self.operations)] = "" if before is None else work.child(before).address

    def filling(self, step: Step, work: Work) -> None:
        at = 0
        for inner in step.inner:
            if inner.kind == "move_in":
                at = self.movement(inner, work, at)
            else:
                self.filling(inner, work.child(at))
            at += 1

    def movement(self, step: Step, work: Work, at: int) -> int:
        """A unit leaves its old place and comes to the index `at`; returns the index at which it stands then."""
        if step.pair is None or step.old is None or step.new is None:
            raise ValueError("a moved unit has both ends")
        placed = work.child(at - 1) if at else None
        source = self.root.find(self.moving[id(step.old)])
        address = source.address
        # Addresses of the destination must hold once the unit has left its place.
        source.leave()
        number = step.new.number if step.new.number != step.old.number else ""
        after = placed.address if placed else ""
        self._note_neighbour(work, placed.index + 1 if placed else 0)
        self.add(Move(address=address, to=work.address, after=after, number=number), step.old, step.new)
        at = placed.index + 1 if placed else 0
        arrived = work.receive(source, at)
        if number:
            arrived.renumber(number)
        self.own_paragraph(step.pair, arrived)
        self.children(step.pair, arrived)
        return at


def _shell(step: Step) -> Provision:
    """A unit that comes, without those that move into it."""
    if step.new is None:
        raise ValueError("what comes is a unit")
    if not step.inner:
        return step.new
    return step.new.replace(children=tuple(_shell(inner) for inner in step.inner if inner.kind == "insert"))


def _leaf(unit: Provision) -> bool:
    return not unit.children or all(child.kind in EDITORIAL for child in unit.children)
