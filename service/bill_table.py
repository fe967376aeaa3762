"""The comparative table of a bill: the law in force beside the law with the chosen amendments, with their grounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from amendments.documents import comparative_table_docx, table_rows
from service.printing import foot
from service.store.amendments import AmendmentEntry
from service.store.bill_texts import BillText

_PROJECT = {
    "ru": "Закона Республики Казахстан «{title}»",
    "kk": "«{title}» Қазақстан Республикасы Заңының",
}
_NOTES = {
    "ru": "Поправки в таблице: {numbers}.",
    "kk": "Кестедегі түзетулер: {numbers}.",
}


def bill_table(
    text: BillText, chosen: Sequence[AmendmentEntry], *, title: str, author: str, at: datetime, invented: bool
) -> bytes:
    """The table as a Word document in the Government's form, in the language of the text.

    `invented` says whether the bill is one of the demonstration: then each page says so.
    """
    language = text.base.language
    grounds = {entry.amendment.number: _grounds(entry, language) for entry in chosen}
    texts = {
        address: {"grounds": "\n".join(grounds[number] for number in numbers)}
        for address, numbers in text.touched.items()
    }
    numbers = ", ".join(str(number) for number in text.included) or "—"
    return comparative_table_docx(
        table_rows(text.rows, language=language, texts=texts),
        project=_PROJECT[language].format(title=title),
        author=author,
        at=at,
        language=language,
        notes=(_NOTES[language].format(numbers=numbers),),
        footnote=foot(language, invented=invented),
    )


def _grounds(entry: AmendmentEntry, language: str) -> str:
    amendment = entry.amendment
    words = (amendment.grounds_kk, amendment.grounds_ru) if language == "kk" else (
        amendment.grounds_ru, amendment.grounds_kk
    )  # fmt: skip
    number = f"№ {amendment.number}"
    return f"{number}. {next((text for text in words if text), '—')}"
