"""What a reader must know of a language: names of units and how they are printed. Data, not code paths.

Source: Law "On Legal Acts" of 6 April 2016 No 480-V, article 23, in both languages, and the habits of older acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from amendments.law.numbers import NUMBER

Code = Literal["ru", "kk"]
_ROMAN = r"[IVXLCІХС]+(?:-\d+)?"
_N = rf"(?P<n>{NUMBER})"
_NR = rf"(?P<n>{NUMBER}|{_ROMAN})"


@dataclass(frozen=True)
class Language:
    """Names and print forms of one language."""

    code: Code
    headings: tuple[tuple[str, re.Pattern[str]], ...]  # kind, pattern with group n (number), after «#» and «**»
    heading_starts: str  # characters that a heading may begin with; 0 for any digit
    note: re.Pattern[str]  # an editorial note printed without «>»
    note_point: re.Pattern[str]
    note_subpoint: re.Pattern[str]
    signature: re.Pattern[str]
    names: dict[str, str]  # kind → name of the unit


def _compile(*rows: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in rows)


RU: Final = Language(
    code="ru",
    headings=_compile(
        ("article", rf"(?:Статья|СТАТЬЯ)\s+{_N}(?:\.|(?=\s)|$)\s*"),
        ("chapter", rf"(?:Глава|ГЛАВА)\s+{_NR}(?:\.|(?=\s)|$)\s*"),
        ("section", rf"(?:Раздел|РАЗДЕЛ)\s+{_NR}(?:\.|(?=\s)|$)\s*"),
        ("subsection", rf"(?:Подраздел|ПОДРАЗДЕЛ)\s+{_NR}(?:\.|(?=\s)|$)\s*"),
        ("paragraph", rf"(?:(?:Параграф|ПАРАГРАФ)\s+|§\s*){_N}(?:\.|(?=\s)|$)\s*"),
        ("annex", rf"(?:Приложение|ПРИЛОЖЕНИЕ)(?:\s+(?:№\s*)?{_N})?(?:\.|(?=\s)|$)\s*"),
        ("part", r"(?P<n>)(?=(?:ОБЩАЯ|ОСОБЕННАЯ|Общая|Особенная)\s+(?:ЧАСТЬ|часть)\b)"),
    ),
    heading_starts="СГРП§О",
    note=re.compile(r"\*?(?:Сноска\.|Примечание\s+(?:ИЗПИ|РЦПИ)|\(Прим(?:ечание|\.)\s*(?:ИЗПИ|РЦПИ))"),
    note_point=re.compile(r"(?:Сноска\.\s*)?(?:Пункт|В\s+пункт|Част)"),
    note_subpoint=re.compile(r"(?:Сноска\.\s*)?(?:Подпункт|В\s+подпункт|Абзац)"),
    signature=re.compile(r"(?:Президент|Премьер-Министр|Министр)\b"),
    names={
        "part": "часть", "section": "раздел", "subsection": "подраздел", "chapter": "глава",
        "paragraph": "параграф", "article": "статья", "point": "пункт", "subpoint": "подпункт",
        "clause": "часть", "indent": "абзац", "preamble": "преамбула", "annex": "приложение",
        "note": "сноска", "heading": "заголовок",
    },
)  # fmt: skip

KK: Final = Language(
    code="kk",
    headings=_compile(
        ("article", rf"{_N}(?:\s*[-‑–]\s*|\s)(?:бап|БАП)(?:\.|(?=\s)|$)\s*"),
        ("chapter", rf"{_NR}(?:\s*[-‑–]\s*|\s)(?:тарау|ТАРАУ)(?:\.|(?=\s)|$)\s*"),
        ("subsection", rf"{_NR}(?:\s*[-‑–]\s*|\s)(?:кіші|КІШІ|кiшi)\s+(?:бөлім|БӨЛІМ|бөлiм)(?:\.|(?=\s)|$)\s*"),
        ("section", rf"{_NR}(?:\s*[-‑–]\s*|\s)(?:бөлім|БӨЛІМ|бөлiм|БӨЛIМ)(?:\.|(?=\s)|$)\s*"),
        ("paragraph", rf"{_N}(?:\s*[-‑–]\s*|\s)(?:параграф|ПАРАГРАФ)(?:\.|(?=\s)|$)\s*"),
        ("annex", rf"(?:{_N}(?:\s*[-‑–]\s*|\s))?(?:қосымша|ҚОСЫМША|Қосымша)(?:\.|(?=\s)|$)\s*"),
        ("part", r"(?P<n>)(?=(?:ЖАЛПЫ|ЕРЕКШЕ|Жалпы|Ерекше)\s+(?:БӨЛІК|БӨЛIК|бөлік|бөлiк)\b)"),
    ),
    heading_starts="0IVXLCІХСқҚЖЕ",
    # «Ескертпе» is the law's own remark, and an editorial note only where it is set as one and names the amending act.
    note=re.compile(
        r"\*?(?:Ескерту\.|Ескерту!|ИЗПИ-нің\s+ескерт|ҚҚАЕО-ның\s+ескерт|РҚАО-ның\s+ескерт|ЗҚАИ-ның\s+ескерт)"
        r"|\*Ескертпе\.(?=.*\bҚР\s+\d\d\.\d\d\.\d{4}\s+№)"
    ),
    note_point=re.compile(r"(?:Ескерту\.\s*)?\d[\d-]*-?\s?тарма(?:қ(?!ша)|ғ)"),
    note_subpoint=re.compile(r"(?:Ескерту\.\s*)?\d[\d-]*\)\s*тармақша"),
    signature=re.compile(r"(?:Қазақстан\s+Республикасының\s+(?:Президент|Премьер-Министр)|\S+\s+[Мм]инистр)"),
    names={
        "part": "бөлік", "section": "бөлім", "subsection": "кіші бөлім", "chapter": "тарау",
        "paragraph": "параграф", "article": "бап", "point": "тармақ", "subpoint": "тармақша",
        "clause": "бөлік", "indent": "абзац", "preamble": "кіріспе", "annex": "қосымша",
        "note": "ескерту", "heading": "тақырып",
    },
)  # fmt: skip

LANGUAGES: Final[dict[str, Language]] = {"ru": RU, "kk": KK}
OTHER: Final = {"ru": "kk", "kk": "ru"}
"""The other of the two languages, in which every act is written too."""


def language_of(code: str) -> Language:
    """The language table for a code; raises KeyError with the known codes for another."""
    if code not in LANGUAGES:
        raise KeyError(f"unknown language {code!r}; known: {', '.join(LANGUAGES)}")
    return LANGUAGES[code]
