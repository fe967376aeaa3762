"""The language of amending acts: read, applied and written, in Russian and Kazakh."""

from amendments.instructions.applying import Outcome, apply_instruction, cases
from amendments.instructions.plan import Unwritable
from amendments.instructions.planning import plan
from amendments.instructions.problem import Problem
from amendments.instructions.reading import ActPart, Outside, Reading, parse
from amendments.instructions.twins import Difference, differences
from amendments.instructions.writing import write

__all__ = [
    "ActPart",
    "Difference",
    "Outcome",
    "Outside",
    "Problem",
    "Reading",
    "Unwritable",
    "apply_instruction",
    "cases",
    "differences",
    "parse",
    "plan",
    "write",
]
