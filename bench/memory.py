"""Rows of memory: what reading a text allocates at its peak, and what a fresh process grows by."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tracemalloc
from pathlib import Path

from amendments.law.reader import read
from bench.report import Table
from bench.subjects import ROOT, Laws

ASKED = 12.0
COLUMNS = ("text", "characters", "peak while reading", "kept by the tree", "asked", "holds", "growth of a process")
HOW = (
    "Bytes per character of text. Held to what is asked is the peak of all that `read` allocates while it runs, the "
    "tree that it returns included (tracemalloc, the text itself being there before). The growth is that of the "
    "greatest resident size (VmHWM: what `ru_maxrss` says, but not carried over from the parent) of a fresh process "
    "that has its modules loaded, from before it has the text until it has read it: the text's own bytes and "
    "characters, about 4 of these, are in it, and what the allocator has taken and not given back."
)
_PROCESS = """
import re, sys
from pathlib import Path
from amendments.law.reader import read
def most():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
read("# О дворах", "ru")
before = most()
text = Path(sys.argv[1]).read_text(encoding="utf-8")
edition = read(text, "ru")
print((most() - before) * 1024 / len(text))
"""


def memory(laws: Laws) -> Table:
    """Reading the real law and the generated ones."""
    texts = {"real law": laws.real.new, "small law": laws.generated[0], "large law": laws.generated[1]}
    table = Table("Memory of reading", COLUMNS, remarks=[HOW])
    for name, text in texts.items():
        peak, kept = allocated(text)
        row = (name, f"{len(text):,}", f"{peak:.1f}", f"{kept:.1f}", f"{ASKED:.0f}", "yes" if peak <= ASKED else "no")
        table.rows.append((*row, f"{growth(text):.1f}"))
    return table


def allocated(text: str) -> tuple[float, float]:
    """Bytes per character that reading allocates at its peak, and that its tree keeps."""
    read(text[:1000], "ru")
    tracemalloc.start()
    edition = read(text, "ru")
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del edition
    return peak / len(text), kept / len(text)


def growth(text: str) -> float:
    """Bytes per character by which a fresh process grows when it loads and reads a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.md"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", _PROCESS, str(path)]
        answer = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return float(answer.stdout)
