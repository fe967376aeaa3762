"""`python -m amendments.clarity --cases FILE.jsonl [--rules DIR …]`: findings for each case, one JSON line each."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from amendments.clarity.cases import cases
from amendments.clarity.engine import Clarity
from amendments.clarity.loading import BUILT_IN, load
from amendments.clarity.problems import RuleError


def main(arguments: list[str] | None = None) -> int:
    """Write the findings of a file of cases to standard output; 2 where a rule file or the cases cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m amendments.clarity", description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--rules", type=Path, action="append", default=[], metavar="DIR")
    given = parser.parse_args(arguments)
    try:
        clarity = Clarity(book=load((BUILT_IN, *given.rules)))
        with given.cases.open(encoding="utf-8") as lines:
            for answer in cases(lines, clarity):
                sys.stdout.write(answer + "\n")
    except (RuleError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
