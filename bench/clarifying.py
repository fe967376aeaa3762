"""Rows of clarity: every rule on a whole law, beside one expression of five hundred phrases on the same text."""

from __future__ import annotations

import gc
import random
import re
import statistics
import time
from collections.abc import Callable, Mapping
from functools import partial

from amendments.clarity import check, default_clarity
from amendments.law.reader import read
from bench import measure
from bench.changes import edits
from bench.report import Figure, Table, figures
from bench.subjects import Laws

PHRASES = 500
SCANS = 6
_PHRASE = re.compile(r"\w+ \w+")
HOW = (
    f"Processor time. The other is `re` with {PHRASES} phrases of the same law as one alternation, searched through "
    f"its text; asked is that all rules cost at most {SCANS} such scans. «One provision changed» searches again with "
    "what the first check found in hand."
)


def clarifying(laws: Laws, count: int = PHRASES) -> Table:
    """The law in both languages, and the Russian one with one provision changed."""
    rows = []
    for language, folder in (("ru", "rus"), ("kk", "kaz")):
        text = (laws.corpus / f"law148/{folder}/2026-07-14.md").read_text(encoding="utf-8")
        edition = read(text, language)
        scan = re.compile("|".join(map(re.escape, phrases(text, count))))
        found = _medians({"ours": partial(check, edition), "scan": partial(_scanned, scan, text)})
        remark = f"{len(check(edition).findings):,} findings by {len(default_clarity().rules)} rules"
        rows.append(
            Figure(f"law in «{language}»", found["ours"], f"{SCANS} scans for {count} phrases", SCANS * found["scan"],
                   asked=1.0, remark=remark)
        )  # fmt: skip
    return figures("Clarity", [*rows, _one_changed(laws)], HOW)


def phrases(text: str, count: int) -> list[str]:
    """Pairs of words of a text, drawn always alike."""
    return random.Random(count).sample(sorted(set(_PHRASE.findall(text))), count)


def _one_changed(laws: Laws) -> Figure:
    before, after = read(laws.real.new, "ru"), read(edits(laws.real.new, 1), "ru")
    known = check(before).known
    searched = check(after, known=known).searched
    found = _medians({"ours": partial(check, after, known=known), "whole": partial(check, after)})
    return Figure("one provision changed", found["ours"], "the whole law searched", found["whole"],
                  remark=f"{searched} searched again")  # fmt: skip


def _scanned(scan: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in scan.finditer(text))


def _medians(works: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The median processor time of each in milliseconds, in interleaved rounds after a warm-up."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(measure.ROUNDS + 1):
        for name, work in works.items():
            gc.collect()
            begun = time.process_time()
            work()
            if turn:
                times[name].append(1000 * (time.process_time() - begun))
    return {name: statistics.median(taken) for name, taken in times.items()}
