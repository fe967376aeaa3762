"""The language of amending acts: read, applied and written, in Russian and Kazakh."""

from amendments.instructions.applying import Outcome, apply_instruction, cases
from amendments.instructions.problem import Problem
from amendments.instructions.reading import ActPart, Outside, Reading, parse

__all__ = ["ActPart", "Outcome", "Outside", "Problem", "Reading", "apply_instruction", "cases", "parse"]
