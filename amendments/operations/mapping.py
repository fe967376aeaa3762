"""Following provisions and words from one edition to the next."""

from __future__ import annotations

from dataclasses import dataclass

from amendments.law.edition import Edition, Path, address_of, node_at
from amendments.law.provision import Provision
from amendments.operations.align import align
from amendments.operations.steps import Pair, Step
from amendments.operations.worddiff import WordEdit, word_edits


@dataclass(frozen=True)
class Kept:
    """Where a provision of the old edition stands in the new one."""

    path: Path
    old: Provision
    new: Provision
    moved: bool


class Mapping:
    """Old paths to new ones, by the alignment of two editions. Subtrees that did not change are not unfolded."""

    def __init__(self, old: Edition, new: Edition, alignment: Pair | None = None) -> None:
        self.old = old
        self.new = new
        self._arrived: dict[int, Path] = {}
        self._root = alignment or align(old.root, new.root)
        self._collect(self._root.steps, ())

    def _collect(self, steps: list[Step], path: Path) -> None:
        """Where moved units arrive."""
        index = 0
        for step in steps:
            if step.kind in ("remove", "move_out"):
                continue
            here = (*path, index)
            if step.kind == "move_in" and step.pair is not None:
                self._arrived[id(step.pair)] = here
            self._collect(step.pair.steps if step.pair is not None else step.inner, here)
            index += 1

    def follow(self, path: Path) -> Kept | None:
        """What became of the old provision at a path; None where it went."""
        pair: Pair | None = self._root
        steps = self._root.steps
        at: Path = ()
        moved = False
        for depth, wanted in enumerate(path):
            if not steps:
                # The subtree is the same: the rest of the path holds in both.
                rest = path[depth:]
                return self._kept(path, (*at, *rest), moved)
            step, new_index = _child(steps, wanted)
            if step is None or (step.kind == "remove" and not step.inner):
                return None
            if step.kind == "remove":
                # The unit went, what moved out of it before did not.
                pair, steps = None, step.inner
                continue
            if step.pair is None:
                return self._kept(path, (*at, new_index, *path[depth + 1 :]), moved)
            if step.kind == "move_out":
                if id(step.pair) not in self._arrived:
                    return None
                at, moved = self._arrived[id(step.pair)], True
            else:
                at = (*at, new_index)
            pair, steps = step.pair, step.pair.steps
        return Kept(at, pair.old, pair.new, moved) if pair is not None else None

    def _kept(self, old: Path, new: Path, moved: bool) -> Kept:
        return Kept(new, node_at(self.old.root, old), node_at(self.new.root, new), moved)

    def kept_at(self, address: str) -> Kept | None:
        """What became of the provision that an old address leads to; None where it went or never was."""
        target = self.old.locate(address)
        return self.follow(target.path) if target is not None else None

    def address(self, address: str) -> str | None:
        """The new address of an old one (canonical, or with `heading`, `cl_1`, `ind_1` at the end), or None."""
        target = self.old.locate(address)
        if target is None:
            return None
        kept = self.follow(target.path)
        if kept is None or (kept.new.state == "excluded" and kept.old.state != "excluded"):
            return None
        if kept.path == target.path and kept.new.number == kept.old.number:
            return address if self.new.locate(address) is not None else None
        found = address_of(self.new, kept.path)
        ending = {"heading": "/heading", "first_clause": "/cl_1", "own": "/ind_1"}.get(target.view, "")
        return found + ending


def _child(steps: list[Step], wanted: int) -> tuple[Step | None, int]:
    """The step of the old child at an index, and the index that the new text has reached by then."""
    old_index = new_index = -1
    for step in steps:
        old_index += step.kind in ("same", "pair", "remove", "move_out")
        new_index += step.kind in ("same", "pair", "insert", "move_in")
        if old_index == wanted and step.kind in ("same", "pair", "remove", "move_out"):
            return step, new_index
    return None, new_index


def shifted(edits: list[WordEdit], start: int, end: int) -> tuple[int, int] | None:
    """Where characters `start` to `end` of the old words stand after edits; None where an edit touched them."""
    shift = 0
    for edit in edits:
        if edit.end <= start and not (edit.start == edit.end == start == end):
            shift += len(edit.new) - len(edit.old)
        elif edit.start >= end:
            break
        else:
            return None
    return start + shift, end + shift


def words_after(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the same words stand in another edition of a paragraph; None where they were changed."""
    found = shifted(word_edits(old, new), start, end)
    if found is None or old[start:end] != new[found[0] : found[1]]:
        return None
    return found
