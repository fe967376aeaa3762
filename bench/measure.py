"""How times are taken: interleaved rounds, medians, ratios within one run."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Work = Callable[[], object]

ROUNDS = 7
SLOW_SECONDS = 2.0
SLOW_ROUNDS = 3


@dataclass(frozen=True)
class Row:
    """One comparison: what was done, our median and the other's (milliseconds), and what else is to be said."""

    what: str
    ours: float | None
    peer: str
    theirs: float | None
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times longer the other takes; below 1 it is the faster one."""
        return self.theirs / self.ours if self.ours and self.theirs else None


def medians(works: Mapping[str, Work]) -> dict[str, float]:
    """The median time of each work in milliseconds.

    Every round runs each work once, so that a slow moment of the machine falls on all of them. A first round
    warms up and is not counted, except for works that take longer than SLOW_SECONDS: they run SLOW_ROUNDS
    times in all.
    """
    first = {name: seconds(work) for name, work in works.items()}
    slow = {name for name, taken in first.items() if taken > SLOW_SECONDS}
    times: dict[str, list[float]] = {name: [first[name]] if name in slow else [] for name in works}
    for turn in range(1, ROUNDS + 1):
        for name, work in works.items():
            if name not in slow or turn < SLOW_ROUNDS:
                times[name].append(seconds(work))
    return {name: 1000 * statistics.median(taken) for name, taken in times.items()}


def seconds(work: Work) -> float:
    """How long one call takes, garbage of earlier ones swept away before."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def against(what: str, ours: Work, peers: Mapping[str, Work], remarks: Mapping[str, str] | None = None) -> list[Row]:
    """A row per peer: all of them and our work in the same rounds."""
    found = medians({"ours": ours, **peers})
    return [Row(what, found["ours"], name, found[name], (remarks or {}).get(name, "")) for name in peers]
