"""Clarity: vague provisions found by rules, explained, compared.

`find` searches one provision's text, `find_in_edition` and `check` a whole edition, `delta` compares two sets of
findings. Rules are data (`rules/*.toml`); `load` reads further directories, `Clarity` compiles them.
"""

from __future__ import annotations

from amendments.clarity.cases import cases
from amendments.clarity.context import Context
from amendments.clarity.delta import FACTOR_NAMES, Delta, delta
from amendments.clarity.editions import Checked, check, default_clarity, find_in_edition, fingerprint
from amendments.clarity.engine import Clarity, Scan
from amendments.clarity.finding import FACTORS, Factor, Finding
from amendments.clarity.loading import BUILT_IN, RuleBook, default_rules, load
from amendments.clarity.naming import TwoNames, Undefined, two_names, undefined_terms
from amendments.clarity.places import contexts, place_of
from amendments.clarity.problems import Problem, RuleError
from amendments.clarity.rule import OFFICIAL_CLASSES, Rule
from amendments.clarity.slots import SLOT_NAMES, Slot, Slots, slots
from amendments.clarity.suggest import Suggestion, suggestions
from amendments.clarity.terms import Definition, Leftover, definitions, leftovers, undefined, unused


def find(text: str, language: str, context: Context = Context()) -> list[Finding]:  # noqa: B008
    """The findings of one provision's text by the service's own rules, sorted by place.

    `text` is the provision's own words, `language` "ru" or "kk" (ValueError for another); offsets are characters of
    `text`. Linear in its length.
    """
    return default_clarity().find(text, language, context)


__all__ = [
    "BUILT_IN", "FACTORS", "FACTOR_NAMES", "OFFICIAL_CLASSES", "SLOT_NAMES",
    "Checked", "Clarity", "Context", "Definition", "Delta", "Factor", "Finding", "Leftover", "Problem", "Rule",
    "RuleBook", "RuleError", "Scan", "Slot", "Slots", "Suggestion", "TwoNames", "Undefined",
    "cases", "check", "contexts", "default_clarity", "default_rules", "definitions", "delta", "find",
    "find_in_edition", "fingerprint", "leftovers", "load", "place_of", "slots", "suggestions", "two_names", "undefined",
    "undefined_terms", "unused",
]  # fmt: skip
