"""``make bench``: print every row and write bench/RESULTS.md. ``python -m bench.run --only compare`` for a part."""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.clarifying import clarifying
from bench.comparing import Comparing, growth, quality
from bench.conflicting import conflicting
from bench.documents import documents
from bench.instructing import instructing
from bench.loading import loading
from bench.measure import LIMIT_SECONDS, ROUNDS, SLOW_ROUNDS, SLOW_SECONDS, SLOWEST_SECONDS
from bench.memory import memory
from bench.pages import pages
from bench.painting import painting
from bench.reading import reading
from bench.registering import registering
from bench.report import RESULTS, Table, put_into
from bench.storing import storing
from bench.subjects import ROOT, Laws

PACKAGES = (
    "bluebell-akn", "cydifflib", "fast-diff-match-patch", "redlines", "xmldiff", "markdown-it-py", "python-docx",
    "sqlalchemy",
)  # fmt: skip
HOW = (
    "Written by `make bench`; do not edit. Times are medians within one run: every round runs each work once, "
    f"{ROUNDS} rounds after a warm-up; works over {SLOW_SECONDS:.0f} s run {SLOW_ROUNDS} times, over "
    f"{SLOWEST_SECONDS:.0f} s once. A ratio says how many times ours the other's figure is (below 1: the other does "
    "with less); «asked» is the ratio aimed at. All get the same text; for every round of a comparison both editions "
    "are read and hashed anew and what the algebra remembers is forgotten, so that no round profits from another."
)
Section = Callable[[Laws, argparse.Namespace], list[Table]]


def comparison(laws: Laws, chosen: argparse.Namespace) -> list[Table]:
    """Every law with every change, unless only some are asked for."""
    comparing = Comparing(LIMIT_SECONDS)
    for subject in laws.subjects():
        if subject.law.startswith(chosen.law) and subject.change.startswith(chosen.change):
            for line in comparing.add(subject):
                print(line, flush=True)
    comparing.tables["text"].remarks.extend(["What each finds on the real pair of July 2026:", *quality(laws.real)])
    return list(comparing.tables.values())


SECTIONS: dict[str, Section] = {
    "compare": comparison,
    "growth": lambda laws, _: [growth(laws)],
    "read": lambda laws, _: [reading(laws)],
    "memory": lambda laws, _: [memory(laws)],
    "store": lambda laws, _: [storing(laws)],
    "conflicts": lambda laws, _: [conflicting(laws)],
    "instructions": lambda laws, _: [instructing(laws)],
    "documents": lambda laws, _: [documents(laws)],
    "clarity": lambda laws, _: [clarifying(laws)],
    "powers": lambda laws, _: [registering(laws)],
    "pages": lambda laws, _: [pages(laws)],
    "paint": lambda laws, _: [painting(laws)],
    "load": lambda laws, _: [loading(laws)[0]],
}


def machine() -> str:
    """The machine in one line."""
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", cpuinfo.read_text(encoding="utf-8")) if cpuinfo.is_file() else []
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def page(tables: Iterable[Table], load: float) -> str:
    """The results as a page."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    lines = [
        "# Speed and size beside peers",
        "",
        HOW,
        "",
        f"- machine: {machine()}",
        f"- measured: {datetime.now(UTC):%Y-%m-%d}, {load:.1f} processes at work on the machine when it began",
        f"- peers: {packages}",
        "",
        *(table.markdown() for table in tables),
    ]
    return "\n".join(lines)


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description="Speed and size beside named peers.")
    parser.add_argument("--only", choices=SECTIONS, help="one part only; RESULTS.md is left as it is")
    parser.add_argument("--write", action="store_true", help="with --only: write its sections of RESULTS.md anew")
    parser.add_argument("--law", default="", help="with --only compare: only laws whose name begins so (real, 250)")
    parser.add_argument("--change", default="", help="with --only compare: only changes that begin so (5, 200, July)")
    return parser.parse_args(given)


def main() -> int:
    """Measure, print, write. Returns the exit code."""
    chosen = arguments()
    laws = Laws.beside()
    if not (laws.corpus / "law148").is_dir():
        print("The real texts are not here: put them at ../shared/corpus or name their folder in TUZETU_CORPUS.")
        return 2
    load = os.getloadavg()[0]
    tables: list[Table] = []
    for name, section in SECTIONS.items():
        if chosen.only in (None, name):
            for table in section(laws, chosen):
                print(table.markdown(), flush=True)
                tables.append(table)
    if chosen.only is None:
        RESULTS.write_text(page(tables, load), encoding="utf-8")
        print(f"Written to {RESULTS.relative_to(ROOT)}.")
    elif chosen.write:
        written = RESULTS.read_text(encoding="utf-8")
        for table in tables:
            written = put_into(written, table)
        RESULTS.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
