"""What became of each provision, from an old tree to a new one: pairs, and steps between the children of a pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from amendments.law.provision import Provision

StepKind = Literal["same", "pair", "insert", "remove", "move_in", "move_out"]


class Step:
    """What happens to one child of a matched pair of parents, in the order of the merged text.

    A unit that moved has a step at both ends, which share their `pair`. `inner`: what happens to the children of a
    unit that came or went without some of them, because these moved; empty where all came or went with it.
    """

    __slots__ = ("inner", "kind", "new", "old", "pair")

    def __init__(
        self, kind: StepKind, old: Provision | None = None, new: Provision | None = None, pair: Pair | None = None
    ) -> None:
        self.kind = kind
        self.old = old
        self.new = new
        self.pair = pair
        self.inner: list[Step] = []


class Pair:
    """An old provision and the new one it became. `steps` is empty where both are the same to the last character."""

    __slots__ = ("new", "old", "steps", "wholesale")

    def __init__(self, old: Provision, new: Provision) -> None:
        self.old = old
        self.new = new
        self.steps: list[Step] = []
        # Whether the unit gives way as a whole: it was excluded, or came into force in the place of its marker.
        self.wholesale = old.text != new.text and old.state != new.state


def departures(root: Pair) -> dict[int, tuple[Provision, ...]]:
    """Where moved units stand in the old tree: what holds each, from below the root down to itself, by its `id`."""
    found: dict[int, tuple[Provision, ...]] = {}

    def search(steps: list[Step], above: tuple[Provision, ...]) -> None:
        for step in steps:
            if step.old is None or step.kind in ("same", "move_in"):
                continue
            if step.kind == "move_out":
                found[id(step.old)] = (*above, step.old)
            elif step.pair is not None:
                search(step.pair.steps, (*above, step.old))
            else:
                search(step.inner, (*above, step.old))

    search(root.steps, ())
    return found


def arrivals(steps: list[Step]) -> Iterator[Step]:
    """The steps at which moved units arrive, in the order of the new text."""
    for step in steps:
        if step.kind == "move_in":
            yield step
        if step.pair and step.kind != "move_out":
            yield from arrivals(step.pair.steps)
        yield from arrivals(step.inner)
