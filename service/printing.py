"""Texts on paper: what stands at the head and the foot of a PDF, and the text of a bill by itself in every form.

Pages and the API write the same files. What was invented for the demonstration says so on every page, and so does a
text that is not in force.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Final

from babel.dates import format_date

from amendments.documents import Draft, Work, akoma_ntoso, clean_docx, plain_text
from amendments.law.edition import Edition
from amendments.operations.redline import Row
from service.store.bill_texts import BillText, written_numbers
from service.store.tables import Act, Bill, EditionRow

PDF: Final = "application/pdf"
MEDIA: Final[dict[str, str]] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": PDF,
    "akn": "application/akn+xml",
    "txt": "text/plain; charset=utf-8",
}
SERVICE: Final = "Tüzetu"
_SAID: Final = {
    "ru": {
        "demonstration": (
            "Учебный текст, придуманный для показа: это не закон и не законопроект, ссылаться на него нельзя."
        ),
        "draft": "Проект. Текст с поправками законопроекта не действует.",
        "edition": "Редакция, действующая с {day}",
        "compared": "Сравниваются редакции от {old} и от {new}",
        "caused_by": "Изменения внесены: {act}",
        "bill": "Законопроект № {number}. Редакция закона от {base}, поправки: {numbers}",
        "none": "ни одной",
        "left_out": "Не вошли, так как не применяются точно: {numbers}",
        "amendment": "Законопроект № {bill}, поправка № {number}. Редакция закона от {base}",
        "on": "Составлено {day}",
    },
    "kk": {
        "demonstration": (
            "Көрсету үшін ойдан шығарылған оқу мәтіні: бұл заң да, заң жобасы да емес, оған сілтеме жасауға болмайды."
        ),
        "draft": "Жоба. Заң жобасының түзетулері енгізілген мәтін қолданыста емес.",
        "edition": "Редакция қолданысқа енгізілген күн: {day}",
        "compared": "Салыстырылған редакциялар: {old} – {new}",
        "caused_by": "Өзгерістерді енгізген: {act}",
        "bill": "№ {number} заң жобасы. Заң редакциясы: {base}; түзетулер: {numbers}",
        "none": "бірде-бірі жоқ",
        "left_out": "Дәл қолданылмайтындықтан енгізілмегендер: {numbers}",
        "amendment": "№ {bill} заң жобасы, № {number} түзету. Заң редакциясы: {base}",
        "on": "Жасалған күні: {day}",
    },
}


def edition_printed(act: Act, edition: Edition, start: date) -> bytes:
    """An edition of an act in the official page layout."""
    from amendments.documents.pdf import edition_pdf  # here, not above: its library is slow to import

    language = edition.language
    return edition_pdf(
        edition,
        title=title_of(act, language),
        author=SERVICE,
        at=noon(start),
        about=[_say("edition", language, day=_day(start, language))],
        footnote=foot(language, invented=act.demonstration),
    )


def comparison_printed(act: Act, rows: Sequence[Row], old: EditionRow, new: EditionRow) -> bytes:
    """Two editions of an act in one text, changes marked."""
    from amendments.documents.pdf import redline_pdf

    language, start = new.language, new.in_force_from
    days = {"old": _day(old.in_force_from, language), "new": _day(start, language)}
    return redline_pdf(
        rows,
        title=title_of(act, language),
        author=new.caused_by or SERVICE,
        at=noon(start),
        language=language,
        about=[
            _say("compared", language, **days),
            _say("caused_by", language, act=new.caused_by) if new.caused_by else "",
        ],
        footnote=foot(language, invented=act.demonstration),
    )


def bill_printed(bill: Bill, text: BillText, *, at: datetime, on: date) -> bytes:
    """The law with a bill's amendments, changes marked; `at` signs the file, `on` is the day that the head names."""
    from amendments.documents.pdf import redline_pdf

    language = text.base.language
    return redline_pdf(
        text.rows,
        title=title_of(bill, language),
        author=SERVICE,
        at=at,
        language=language,
        about=_about_bill(bill, text, on),
        footnote=foot(language, invented=bill.demonstration, draft=True),
    )


def amendment_printed(
    bill: Bill, number: int, rows: Sequence[Row], *, title: str, author: str, at: datetime, language: str
) -> bytes:
    """What one amendment makes of the law, changes marked; `at` is when it was written."""
    from amendments.documents.pdf import redline_pdf

    about = _say("amendment", language, bill=bill.number, number=number, base=_day(bill.base_date, language))
    return redline_pdf(
        rows,
        title=title or title_of(bill, language),
        author=author or SERVICE,
        at=at,
        language=language,
        about=[about, author],
        footnote=foot(language, invented=bill.demonstration, draft=True),
    )


def edition_file(act: Act, edition: Edition, start: date, form: str) -> bytes | None:
    """The edition in a form; None for Akoma Ntoso of an act without a date of adoption, which its name needs."""
    if form == "pdf":
        return edition_printed(act, edition, start)
    if form == "txt":
        return plain_text(edition).encode()
    if form == "docx":
        footnote = foot(edition.language, invented=act.demonstration)
        title = title_of(act, edition.language)
        return clean_docx(edition, title=title, author=SERVICE, at=noon(start), footnote=footnote)
    work = _work(act, edition.language)
    return None if work is None else akoma_ntoso(edition, work)


def bill_file(act: Act, bill: Bill, text: BillText, form: str, *, at: datetime, on: date) -> bytes | None:
    """The law as a bill's amendments leave it, nothing marked, and said to be a draft wherever a form can say it.

    `at` and `on` as in `bill_printed`. None for Akoma Ntoso of an act without a date of adoption.
    """
    language = text.edition.language
    about = _about_bill(bill, text, on)
    footnote = foot(language, invented=bill.demonstration, draft=True)
    if form == "pdf":
        from amendments.documents.pdf import edition_pdf

        title = title_of(bill, language)
        return edition_pdf(text.edition, title=title, author=SERVICE, at=at, about=about, footnote=footnote)
    if form == "txt":
        return "\n".join([*about, footnote, "", plain_text(text.edition)]).encode()
    if form == "docx":
        return clean_docx(text.edition, title=title_of(bill, language), author=SERVICE, at=at, footnote=footnote)
    work = _work(act, language)
    if work is None:
        return None
    return akoma_ntoso(text.edition, work, Draft(bill.number, on, " ".join([*about, footnote])))


def title_of(row: Act | Bill, language: str) -> str:
    """The title in a language, else the one there is."""
    first, second = (row.title_kk, row.title_ru) if language == "kk" else (row.title_ru, row.title_kk)
    return first or second


def noon(day: date) -> datetime:
    """A moment of that day, for the signature of a file."""
    return datetime.combine(day, time(12), UTC)


def _about_bill(bill: Bill, text: BillText, on: date) -> list[str]:
    language = text.base.language
    base, left = _day(bill.base_date, language), [out.number for out in text.left_out]
    numbers = _numbers(text.included) or _say("none", language)
    return [
        _say("bill", language, number=bill.number, base=base, numbers=numbers),
        *([_say("left_out", language, numbers=_numbers(left))] if left else []),
        _say("on", language, day=_day(on, language)),
    ]


def foot(language: str, *, invented: bool, draft: bool = False) -> str:
    """What stands at the foot of every page, "" for nothing: that a text is not in force, and that it was invented."""
    said = [name for name, holds in (("draft", draft), ("demonstration", invented)) if holds]
    return " ".join(_say(name, language) for name in said)


def _work(act: Act, language: str) -> Work | None:
    if act.approved_on is None:
        return None
    number = re.search(r"№\s*(\S+)", act.requisite)
    return Work(number[1] if number else act.code, act.approved_on, title_of(act, language))


def _numbers(numbers: Sequence[int]) -> str:
    """«1, 3–5»; "" for none."""
    return written_numbers(numbers).replace("-", "–").replace(",", ", ") if numbers else ""


def _say(name: str, language: str, **filled: object) -> str:
    return _SAID[language][name].format(**filled)


def _day(day: date, language: str) -> str:
    return format_date(day, "long", locale=language).replace(" ", "\u00a0")
