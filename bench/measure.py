"""How times are taken: interleaved rounds, medians, ratios within one run."""

from __future__ import annotations

import gc
import multiprocessing
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Work = Callable[[], object]

ROUNDS = 7
SLOW_SECONDS = 2.0
SLOW_ROUNDS = 3
SLOWEST_SECONDS = 12.0
LIMIT_SECONDS = 60.0


@dataclass(frozen=True)
class Prepared:
    """A work that gets something made afresh before every round, whose making is not timed."""

    prepare: Work
    run: Callable[..., object]


def medians(works: Mapping[str, Work | Prepared]) -> dict[str, float]:
    """The median time of each work in milliseconds.

    Every round runs each work once, so that a slow moment of the machine falls on all of them. A first round
    warms up and is not counted, except for works that take longer than SLOW_SECONDS: they run SLOW_ROUNDS times
    in all, and those over SLOWEST_SECONDS once.
    """
    first = {name: seconds(work) for name, work in works.items()}
    times: dict[str, list[float]] = {name: [taken] if taken > SLOW_SECONDS else [] for name, taken in first.items()}
    for turn in range(1, ROUNDS + 1):
        for name, work in works.items():
            if turn < _rounds(first[name]):
                times[name].append(seconds(work))
    return {name: 1000 * statistics.median(taken) for name, taken in times.items()}


def _rounds(first: float) -> int:
    if first > SLOWEST_SECONDS:
        return 1
    return SLOW_ROUNDS if first > SLOW_SECONDS else ROUNDS + 1


def seconds(work: Work | Prepared) -> float:
    """How long one call takes, what it needs made and garbage of earlier ones swept away before."""
    made = [work.prepare()] if isinstance(work, Prepared) else []
    run = work.run if isinstance(work, Prepared) else work
    gc.collect()
    start = time.perf_counter()
    run(*made)
    return time.perf_counter() - start


def within(work: Work, limit: float = LIMIT_SECONDS) -> bool:
    """Whether a work ends within a limit of seconds; it is tried in a process of its own, which can be stopped."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join(limit)
    ended = process.exitcode is not None
    if ended and process.exitcode:
        raise RuntimeError(f"the trial of {work} failed")
    process.kill()
    process.join()
    return ended
