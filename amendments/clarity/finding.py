"""A finding: a run of words that may be read in different ways, with the rule that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

Factor = Literal[
    "discretion", "no_term", "open_list", "evaluative", "undefined_object", "weak_function",
    "blank_reference", "blurred_level",
]  # fmt: skip
# In the order of precedence: where two factors claim the same words, the first one has them.
FACTORS: Final[tuple[Factor, ...]] = (
    "discretion",
    "no_term",
    "open_list",
    "evaluative",
    "undefined_object",
    "weak_function",
    "blank_reference",
    "blurred_level",
)
LOW: Final = 1
MEDIUM: Final = 2
HIGH: Final = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """An automatic tag on vague wording.

    `start` and `end` are character offsets into the text that was searched, `quote` the characters between them;
    `weight` is 1 (low), 2 (medium) or 3 (high); `address` is the provision's, where an edition was searched.
    """

    start: int
    end: int
    quote: str
    factor: Factor
    rule: str
    weight: int
    version: int = 1
    address: str = ""

    def at(self, address: str) -> Finding:
        """The same finding, placed at a provision."""
        return replace(self, address=address)

    def as_json(self) -> dict[str, object]:
        """What the command line writes for a finding."""
        found: dict[str, object] = {
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "factor": self.factor,
            "rule": self.rule,
            "weight": self.weight,
        }
        return {"address": self.address, **found} if self.address else found
