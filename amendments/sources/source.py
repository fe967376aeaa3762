"""What every reader of this package returns: the text of an act, ready for `amendments.law.reader.read`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.sources.error import SourceError

_CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
_KAZAKH = re.compile("[әғқңөұүһ]", re.IGNORECASE)
_KAZAKH_SHARE: Final = 0.04  # of Cyrillic letters, and more; Kazakh prose has 10 to 20 %
_RUSSIAN_SHARE: Final = 0.01  # and less; Russian acts name Kazakh titles and places
_FEWEST: Final = 20  # letters, below which nothing is said
_ENOUGH: Final = 200  # letters, among which a Kazakh text is sure to have some of its own
_RUSSIAN_WORDS = re.compile(r"(?i)\b(?:и|в|на|о|об|по|не|для|с|к|из|от|статья|глава|пункт|раздел)\b")
_KAZAKH_WORDS = re.compile(r"(?i)\b(?:мен|пен|бен|осы|бойынша|туралы|бап|тарау|бөлім|тармақ)\b")
_UNITS: Final = ("article", "point", "subpoint")


@dataclass(frozen=True)
class Source:
    """The text of an act with its language (ru, kk, or "" where it is neither for sure).

    `form` says what it was read from (plain, docx, html, akn, pdf), `metadata` what the source says of itself
    (title, date, number …), `remarks` what a person should check, as codes of `REMARKS`.
    """

    text: str
    language: str
    form: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def edition(
        self, language: str = "", *, act: str = "", in_force_from: date | None = None, caused_by: str = ""
    ) -> Edition:
        """The text read into an edition, in `language` where it is given (ru, kk); the rest is as for `read`.

        Raises SourceError where the language is not clear, is not the one asked for, or the text is no act.
        """
        if language and self.language and language != self.language:
            raise SourceError("other_language", expected=language, found=self.language)
        chosen = language or self.language
        if not chosen:
            raise SourceError("unknown_language")
        edition = read(self.text, chosen, act=act, in_force_from=in_force_from, caused_by=caused_by)
        if not any(provision.kind in _UNITS for _, provision in edition):
            raise SourceError("not_a_law")
        return edition


REMARKS: Final[dict[str, dict[str, str]]] = {
    "paragraphs_guessed": {
        "ru": "В PDF нет абзацев: они восстановлены по строкам. Сверьте деление на абзацы с оригиналом.",
        "kk": "PDF-те абзацтар жоқ: олар жолдар бойынша қалпына келтірілді. Абзацтарды түпнұсқамен салыстырыңыз.",
        "en": "A PDF has no paragraphs: they were rebuilt from lines. Compare them with the original.",
    },
    "tables_flattened": {
        "ru": "В документе есть таблицы: их ячейки прочитаны как отдельные абзацы.",
        "kk": "Құжатта кестелер бар: олардың ұяшықтары жеке абзацтар ретінде оқылды.",
        "en": "The document has tables: their cells were read as paragraphs.",
    },
    "boxes_left_out": {
        "ru": "В документе есть надписи или вложенные документы: их текст не прочитан.",
        "kk": "Құжатта мәтіндік жазбалар немесе кірістірілген құжаттар бар: олардың мәтіні оқылмады.",
        "en": "The document has text boxes or embedded documents: their text was not read.",
    },
    "footnotes_left_out": {
        "ru": "В документе есть сноски Word: их текст не прочитан.",
        "kk": "Құжатта Word сілтемелері бар: олардың мәтіні оқылмады.",
        "en": "The document has Word footnotes: their text was not read.",
    },
}


def language_of_text(text: str) -> str:
    """The language of a text by its letters, a short one's by its words: ru, kk, or "" where neither is sure."""
    sample = text if len(text) <= 200_000 else text[:200_000]
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic < max(_FEWEST, sum(char.isalpha() for char in sample) // 2):
        return ""
    kazakh = len(_KAZAKH.findall(sample))
    if kazakh >= max(3, _KAZAKH_SHARE * cyrillic):
        return "kk"
    if cyrillic >= _ENOUGH:
        return "ru" if kazakh <= _RUSSIAN_SHARE * cyrillic else ""
    russian, other = bool(_RUSSIAN_WORDS.search(sample)), kazakh > 0 or bool(_KAZAKH_WORDS.search(sample))
    return "" if russian == other else "ru" if russian else "kk"
