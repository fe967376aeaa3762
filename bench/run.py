"""``make bench``: print every row and write bench/RESULTS.md."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from bench import rows
from bench.measure import ROUNDS, SLOW_ROUNDS, SLOW_SECONDS, Row

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"
PACKAGES = ("cydifflib", "fast-diff-match-patch", "redlines", "xmldiff", "markdown-it-py", "python-docx", "sqlalchemy")
HOW = (
    "Written by `make bench`; do not edit. Times are medians within one run: every round runs each work once, "
    f"{ROUNDS} rounds after a warm-up; works over {SLOW_SECONDS:.0f} s run {SLOW_ROUNDS} times. The ratio says how "
    "many times longer the other takes (below 1: it is the faster one). All get the same text."
)
SECTIONS: tuple[Callable[[rows.RealPair], list[Row]], ...] = (
    rows.reading,
    rows.comparing,
    rows.applying,
    rows.word_document,
)


def machine() -> str:
    """The machine in one line."""
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", cpuinfo.read_text(encoding="utf-8")) if cpuinfo.is_file() else []
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def milliseconds(value: float | None) -> str:
    """A time as people read it."""
    if value is None:
        return "-"
    return f"{value:,.0f} ms" if value >= 10 else f"{value:.1f} ms"


def cells(row: Row) -> tuple[str, ...]:
    """A row as it is printed."""
    return (row.what, milliseconds(row.ours), row.peer, milliseconds(row.theirs), times(row.ratio), row.remark)


def times(ratio: float | None) -> str:
    """A ratio with two figures that mean something."""
    if ratio is None:
        return "-"
    return f"{ratio:.{0 if ratio >= 100 else 1 if ratio >= 1 else 2}f}x"


def page(found: Iterable[Row], quality: str, load: float) -> str:
    """The results as a page."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    lines = [
        "# Speed beside peers",
        "",
        HOW,
        "",
        f"- machine: {machine()}",
        f"- measured: {datetime.now(UTC):%Y-%m-%d}, {load:.1f} processes at work on the machine when it began",
        f"- peers: {packages}",
        "",
        "| what | ours | other | theirs | ratio | what the other finds |",
        "|---|---:|---|---:|---:|---|",
        *(f"| {' | '.join(cells(row))} |" for row in found),
        "",
        f"Ours finds: {quality}",
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print, write. Returns the exit code."""
    corpus = Path(os.environ.get("TUZETU_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not (corpus / "law148").is_dir():
        print("The real texts are not here: put them at ../shared/corpus or name their folder in TUZETU_CORPUS.")
        return 2
    load = os.getloadavg()[0]
    pair = rows.RealPair.load(corpus)
    found = []
    for section in (*SECTIONS, partial(rows.importing, corpus=corpus)):
        for row in section(pair):
            found.append(row)
            print("  ".join(cell for cell in cells(row) if cell), flush=True)
    quality = rows.quality(pair)
    print(f"Ours finds: {quality}")
    RESULTS.write_text(page(found, quality, load), encoding="utf-8")
    print(f"Written to {RESULTS.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
