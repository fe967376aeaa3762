"""Forms of the comparative table: which columns, under which headings, how wide. Data, to be replaced per chamber."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Column:
    """`key` is number, unit, current, proposed, or the name of a text that the rows bring along (grounds …)."""

    key: str
    heading: Mapping[str, str]
    width: float  # cm; all columns of a form together have 25.7 on an A4 sheet turned sideways


@dataclass(frozen=True)
class Form:
    """A form by language; `title` has one place for the name of the draft, in the case that its words ask for."""

    title: Mapping[str, str]
    columns: tuple[Column, ...]
    numbered: bool = True  # a second header row with the numbers of the columns


_TITLE: Final = {"ru": "Сравнительная таблица к проекту {0}", "kk": "{0} жобасына салыстырма кесте"}

# Rules of Procedure of the Government, approved by its Resolution of 6 January 2023 No 10, Annex 2.
GOVERNMENT: Final = Form(
    _TITLE,
    (
        Column("number", {"ru": "№ п/п", "kk": "Р/с №"}, 1.4),
        Column(
            "unit",
            {"ru": "Структурный элемент правового акта", "kk": "Құқықтық актінің құрылымдық элементі"},
            3.8,
        ),
        Column("current", {"ru": "Действующая редакция", "kk": "Қолданыстағы редакция"}, 7.5),
        Column("proposed", {"ru": "Предлагаемая редакция", "kk": "Ұсынылатын редакция"}, 7.5),
        Column(
            "grounds",
            {
                "ru": (
                    "Обоснование: 1) суть поправки; 2) аргументированное обоснование каждой вносимой поправки; "
                    "3) ссылка на соответствующий правовой акт, номер, дату поручения (при наличии)"
                ),
                "kk": (
                    "Негіздеме: 1) түзетудің мәні; 2) енгізілетін әрбір түзетудің дәлелді негіздемесі; "
                    "3) тиісті құқықтық актіге сілтеме, тапсырмалардың (бар болса) нөмірі, күні"
                ),
            },
            5.5,
        ),
    ),
)

# The head committee's table for the second reading, by habit of the chamber; no form is prescribed by law.
CHAMBER: Final = Form(
    _TITLE,
    (
        Column("number", {"ru": "№ п/п", "kk": "Р/с №"}, 1.4),
        Column("unit", {"ru": "Структурный элемент", "kk": "Құрылымдық элемент"}, 3.2),
        Column("current", {"ru": "Редакция законопроекта", "kk": "Заң жобасының редакциясы"}, 6.3),
        Column(
            "proposed",
            {
                "ru": "Редакция предлагаемого изменения или дополнения",
                "kk": "Ұсынылатын өзгерістің немесе толықтырудың редакциясы",
            },
            6.3,
        ),
        Column(
            "author",
            {
                "ru": "Автор изменения или дополнения и его обоснование",
                "kk": "Өзгерістің немесе толықтырудың авторы және оның негіздемесі",
            },
            4.3,
        ),
        Column(
            "decision",
            {
                "ru": "Решение головного комитета. Обоснование (в случае непринятия)",
                "kk": "Бас комитеттің шешімі; негіздемесі (қабылданбаған жағдайда)",
            },
            4.2,
        ),
    ),
)
