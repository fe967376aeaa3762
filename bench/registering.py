"""Rows of the powers register: reading it, and building all of it, beside reading the law with one clarity run."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping

from amendments.clarity import find_in_edition
from amendments.law.reader import read
from amendments.powers import judge, register
from bench import measure
from bench.changes import edits
from bench.report import Figure, Table, figures
from bench.subjects import Laws

TIMES = 5
HOW = (
    "Processor time. The other is reading the same text and searching it for vague wording once; asked is that the "
    f"whole register costs at most {TIMES} times that. «Judged» adds subjects, duplicated, non-core and missing "
    "powers. «One provision changed» builds the register anew with what the first one remembered in hand."
)


def registering(laws: Laws) -> Table:
    """The law in both languages, and the Russian one with one provision changed."""
    rows = []
    for language, folder in (("ru", "rus"), ("kk", "kaz")):
        text = (laws.corpus / f"law148/{folder}/2026-07-14.md").read_text(encoding="utf-8")
        rows += _language(text, language)
    return figures("Powers register", [*rows, _one_changed(laws)], HOW)


def _language(text: str, language: str) -> list[Figure]:
    found = _medians(
        {
            "register": lambda: register(read(text, language)),
            "judged": lambda: judge(register(read(text, language))),
            "clarity": lambda: find_in_edition(read(text, language)),
        }
    )
    powers = len(register(read(text, language)).powers)
    other, limit = f"{TIMES} × (read and clarity)", TIMES * found["clarity"]
    return [
        Figure(f"law in «{language}»", found["register"], other, limit, asked=1.0, remark=f"{powers:,} powers"),
        Figure(f"law in «{language}», judged", found["judged"], other, limit),
    ]


def _one_changed(laws: Laws) -> Figure:
    before, after = read(laws.real.new, "ru"), read(edits(laws.real.new, 1), "ru")
    memo: dict[object, object] = {}
    register(before, memo)
    found = _medians({"ours": lambda: register(after, dict(memo)), "whole": lambda: register(after)})
    return Figure("one provision changed", found["ours"], "the whole register", found["whole"])


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
