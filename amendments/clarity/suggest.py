"""Wordings that a deputy may put in place of a vague one. They are offered, never applied by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from amendments.clarity.engine import Clarity
from amendments.clarity.finding import Finding

MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A wording for the characters [start, end) of the text; `to_fill`: it has blanks in [ ] for a person to fill."""

    start: int
    end: int
    wording: str
    to_fill: bool


def suggestions(finding: Finding, clarity: Clarity) -> tuple[Suggestion, ...]:
    """Up to three wordings for a finding, in the order of its rule; none where no rule can give one honestly."""
    rule = clarity.rule(finding.rule)
    if rule is None:
        return ()
    return tuple(
        Suggestion(finding.start, finding.end, _as_written(wording, finding.quote), "[" in wording)
        for wording in rule.suggest[:MOST]
    )


def _as_written(wording: str, quote: str) -> str:
    """The wording with a capital letter where the words it replaces have one."""
    return wording[:1].upper() + wording[1:] if quote[:1].isupper() else wording
