"""What the page of an amending act is sent: its text, the edition, what was mended, chosen and switched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from flask import request
from werkzeug.datastructures import FileStorage

from amendments.instructions.choices import MOST_CHOICES, Choice
from amendments.law.languages import OTHER
from amendments.operations.words import ADJUSTMENTS
from amendments.sources import language_of_text, read_source
from service.errors import Invalid, TooLarge
from service.reading import MARK, refusing
from service.store.fields import plain
from service.web.presenters.instructing import choice_from

MOST_BYTES: Final = 1024 * 1024
"""The longest text of an amending act, in UTF-8: half of what a form may hold, the rest is for what is mended."""
MOST_OF_BOTH: Final = 3 * MOST_BYTES // 2
"""The longest that the texts of one act in both languages may be together."""
_MEND: Final = re.compile(r"mend-(\d{1,7})-(\d{1,7})")

_WRONG_LANGUAGE: Final = {
    (False, "ru"): "instruction_in_ru",
    (False, "kk"): "instruction_in_kk",
    (True, "ru"): "twin_in_ru",
    (True, "kk"): "twin_in_kk",
}
"""The error for a text in a language that is not its own: whether it is the twin, and the language found."""


@dataclass(frozen=True, slots=True)
class Twin:
    """The same act in the other language, with what was chosen and switched for it."""

    text: str
    choices: tuple[Choice, ...]
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `text` has all that was mended in it; `touched` says whether anything was just decided.

    `twin` is the act in the other language, where it was given too.
    """

    text: str
    act: str
    on: date
    language: str
    choices: tuple[Choice, ...]
    rules: frozenset[str]
    page: int
    touched: bool
    twin: Twin | None = None

    @property
    def edition(self) -> str:
        """The edition as the form names it."""
        return edition_value(self.act, self.on, self.language)

    def turned(self) -> Asked:
        """The same with the text in the other language in front; itself where there is only one text."""
        if self.twin is None:
            return self
        mine = Twin(self.text, self.choices, self.rules)
        return replace(
            self,
            text=self.twin.text,
            language=OTHER[self.language],
            choices=self.twin.choices,
            rules=self.twin.rules,
            page=1,
            twin=mine,
        )


def edition_value(code: str, on: date, language: str) -> str:
    """An edition as the form names it."""
    return f"{code}|{on.isoformat()}|{language}"


def edition_asked(value: str) -> tuple[str, date, str]:
    """The reverse of `edition_value`. Raises Invalid("edition_not_chosen")."""
    parts = value.rsplit("|", 2)
    if len(parts) != 3 or parts[2] not in ("ru", "kk"):
        raise Invalid("edition_not_chosen", field="edition")
    try:
        return parts[0], date.fromisoformat(parts[1]), parts[2]
    except ValueError:
        raise Invalid("edition_not_chosen", field="edition") from None


def asked() -> Asked:
    """The form of this request.

    Raises Invalid("edition_not_chosen" | "text_or_file" | "instruction_empty" | "instruction_in_ru" |
    "instruction_in_kk" | "twin_in_ru" | "twin_in_kk" | "field_control_character"),
    TooLarge("instruction_too_long" | "instruction_pair_too_long"), SourceRefused for a file that cannot be read.
    """
    form = request.form
    code, on, language = edition_asked(form.get("edition", ""))
    text = _text(language)
    twin = _twin(OTHER[language])
    if twin is not None and _size(text) + _size(twin.text) > MOST_OF_BOTH:
        raise TooLarge("instruction_pair_too_long", field="twin", limit=MOST_OF_BOTH // 1024)
    mended = _mended(text, form)
    drop = set(form.getlist("drop"))
    kept = _choices(value for value in form.getlist("choice") if value not in drop)
    picked = [choice for name, value in form.items() if name.startswith("pick-") and (choice := choice_from(value))]
    rules = ADJUSTMENTS & set(form.getlist("rule")) if "rules" in form else ADJUSTMENTS
    return Asked(
        mended,
        code,
        on,
        language,
        tuple(dict.fromkeys([*kept, *picked]))[:MOST_CHOICES],
        frozenset(rules),
        form.get("page", 1, type=int),
        touched=mended != text or bool(picked) or bool(drop) or rules != _before(form),
        twin=twin,
    )


def _twin(language: str) -> Twin | None:
    form = request.form
    text = _given("twin", "twin_file", language)
    if not text:
        return None
    rules = ADJUSTMENTS & set(form.get("twin_rules", " ".join(ADJUSTMENTS)).split())
    return Twin(text, tuple(_choices(form.getlist("twin_choice")))[:MOST_CHOICES], frozenset(rules))


def _choices(values: Iterable[str]) -> list[Choice]:
    return [choice for value in values if (choice := choice_from(value))]


def at_page(what: Asked, page: int) -> Asked:
    """The same on another page of its orders."""
    return replace(what, page=page)


def _before(form: Mapping[str, str]) -> frozenset[str]:
    """The rules that were on when the page was drawn."""
    return ADJUSTMENTS & set(form.get("rules", " ".join(ADJUSTMENTS)).split())


def _text(language: str) -> str:
    text = _given("text", "file", language)
    if not text:
        raise Invalid("instruction_empty", field="text")
    return text


def _given(field: str, file_field: str, language: str) -> str:
    """A text that was pasted or sent as a file; "" where neither was."""
    given = request.form.get(field, "")
    file = request.files.get(file_field)
    if file is not None and file.filename:
        if given.strip():
            raise Invalid("text_or_file", field=file_field)
        given = _from_file(file, file_field, language)
    if _size(given) > MOST_BYTES:
        raise TooLarge("instruction_too_long", field=field, limit=MOST_BYTES // 1024)
    text = plain(given.removeprefix(MARK), field, MOST_BYTES)
    found = language_of_text(text) if text else None
    if found and found != language:
        raise Invalid(_WRONG_LANGUAGE[field == "twin", found], field=field)
    return text


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _from_file(file: FileStorage, field: str, language: str) -> str:
    name = (file.filename or "")[:200]
    with refusing(name, field=field):
        return read_source(file.stream.read(), language=language).text.removeprefix(MARK)


def _mended(text: str, form: Mapping[str, str]) -> str:
    """The text with the sentences that were mended in place; of two that overlap the first one counts."""
    edits: list[tuple[int, int, str]] = []
    for name, value in form.items():
        found = _MEND.fullmatch(name)
        if found is None:
            continue
        start, end = int(found[1]), int(found[2])
        new = plain(value, name, MOST_BYTES)
        if 0 <= start < end <= len(text) and new != text[start:end].strip():
            edits.append((start, end, new))
    edits.sort()
    parts: list[str] = []
    last = 0
    for start, end, new in edits:
        if start >= last:
            parts.extend((text[last:start], new))
            last = end
    return "".join([*parts, text[last:]]).strip()
