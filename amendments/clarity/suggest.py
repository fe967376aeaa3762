"""Wordings that a deputy may put in place of a vague one. They are offered, never applied by themselves.

Every wording has a blank that only a person can fill: a wording ready for use would decide for the legislator what
the law is to mean. One that would not fit into the sentence is not offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from amendments.clarity import forms
from amendments.clarity.engine import Clarity
from amendments.clarity.finding import Finding
from amendments.clarity.tokens import split

MOST: Final = 3
_BLANK: Final = "["
# Wordings that say how or when something is done fit where such words stood, not in the place of a verb.
_ADVERBIAL: Final = {
    "ru": re.compile(r"(?:в|при|не|если) "),
    "kk": re.compile(r".*(?:тәртіппен|сәйкес|жағдайларда|кезінде|ішінде|кешіктірмей|бір рет)$"),
}
_RUSSIAN_CASES: Final = {
    "nomn": "лица, указанные",
    "gent": "лиц, указанных",
    "datv": "лицам, указанным",
    "accs": "лиц, указанных",
    "ablt": "лицами, указанными",
    "loct": "лицах, указанных",
}
_KAZAKH_CASES: Final = (
    (re.compile(r"(?:ның|нің|дың|дің|тың|тің)$"), "адамдардың"),
    (re.compile(r"(?:мен|бен|пен)$"), "адамдармен"),
    (re.compile(r"(?:нан|нен|дан|ден|тан|тен)$"), "адамдардан"),
    (re.compile(r"(?:нда|нде|да|де|та|те)$"), "адамдарда"),
    (re.compile(r"(?:ға|ге|қа|ке|на|не)$"), "адамдарға"),
    (re.compile(r"(?:ды|ді|ты|ті|ын|ін)$"), "адамдарды"),
)


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
    words = split(finding.quote).words
    if rule is None or not words:
        return ()
    fitting = [wording for wording in rule.suggest if _fits(wording, words, rule.language)]
    return tuple(
        Suggestion(
            finding.start,
            finding.end,
            _as_written(_in_case(wording, words[-1], rule.language), finding.quote),
            _BLANK in wording,
        )
        for wording in fitting[:MOST]
    )


def _fits(wording: str, words: list[str], language: str) -> bool:
    """Whether a wording may stand where the words stand."""
    if not _ADVERBIAL[language].match(wording):
        return True
    if language == "kk":
        return forms.WORD_ENDINGS["fin"].match(forms.folded(words[-1])) is None
    readings = forms.analyse(words[0], language).readings
    return not readings or readings[0][1].isdisjoint({"VERB", "PRTF", "PRTS", "ADJF"})


def _in_case(wording: str, last: str, language: str) -> str:
    """The persons of a wording in the case of the word that they replace."""
    if language == "ru":
        tags = next((tags for _, tags in forms.analyse(last, language).readings), frozenset())
        form = next((form for case, form in _RUSSIAN_CASES.items() if case in tags), _RUSSIAN_CASES["nomn"])
        return wording.replace(_RUSSIAN_CASES["nomn"], form)
    form = next((form for ending, form in _KAZAKH_CASES if ending.search(forms.folded(last))), "адамдар")
    return re.sub(r"\bадамдар$", form, wording)


def _as_written(wording: str, quote: str) -> str:
    """The wording with a capital letter where the words it replaces have one."""
    return wording[:1].upper() + wording[1:] if quote[:1].isupper() else wording
