"""``make gold``: score this build on the real texts, a line for each score.

Usage: gold.py SHARED [--strict]. SHARED holds ``corpus/`` and ``tools/``. A command that the build does not
have yet is said to be missing; with ``--strict`` a missing command or a missed goal is a failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TUZETU = Path(".venv/bin/tuzetu")


@dataclass(frozen=True)
class Score:
    """One scoring tool with what it is run on, and the command of ours that it asks."""

    name: str
    command: str
    tool: str
    arguments: tuple[Path | str, ...]


def scores(corpus: Path) -> Iterator[Score]:
    """Every score, in the order in which the parts of the service build on each other."""
    law = corpus / "law148"
    yield Score("compare", "compare", "score_pair.py", (law,))
    yield Score("amendments", "apply", "score_amendments.py", (corpus / "amendments/dev.jsonl",))
    for language, folder in (("ru", "rus"), ("kk", "kaz")):
        text = law / folder / "2026-07-12.md"
        arguments = (corpus / "citations/dev.jsonl", text, language)
        yield Score("citations", "locate", "score_citations.py", arguments)
    yield Score("clarity", "clarity", "score_clarity.py", (corpus / "clarity/dev.jsonl",))
    arguments = (corpus / "powers/dev.json", law / "rus/2026-07-14.md")
    yield Score("powers", "powers", "score_powers.py", arguments)


def built(command: str) -> bool:
    """Whether this build's command line knows the command."""
    asked = subprocess.run([TUZETU, command, "--help"], capture_output=True, check=False)
    return asked.returncode == 0


def line(score: Score, tools: Path) -> tuple[bool, str]:
    """Run one score. Returns whether its goal is met, and the line that says so."""
    if not built(score.command):
        return False, f"{score.name}: not built yet (tuzetu {score.command})"
    tool = [sys.executable, str(tools / score.tool), *map(str, score.arguments)]
    ran = subprocess.run(tool, capture_output=True, text=True, check=False)
    said = (ran.stdout.strip() or ran.stderr.strip() or "no answer").splitlines()[-1]
    verdict = "goal met" if ran.returncode == 0 else "below the goal"
    return ran.returncode == 0, f"{score.name}: {said} [{verdict}]"


def main() -> int:
    """Print a line per score. Returns the exit code."""
    shared = Path(sys.argv[1])
    corpus = Path(os.environ.get("TUZETU_CORPUS", shared / "corpus"))
    tools = shared / "tools"
    if not (corpus.is_dir() and tools.is_dir()):
        print(f"There is nothing to score on: {shared} should hold corpus/ and tools/.")
        return 2
    met = []
    for score in scores(corpus):
        good, said = line(score, tools)
        met.append(good)
        print(said, flush=True)
    return 0 if all(met) or "--strict" not in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
