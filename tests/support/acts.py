"""An amending act on the demonstration law, and the page of it as tests use it: sent without a script."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.pages import ACT, LAST, soup, text_of
from tests.support.service import form_token

RU, KK = f"{ACT}|{LAST}|ru", f"{ACT}|{LAST}|kk"
LAW = "О местном управлении и самоуправлении (учебный закон)"
GOOD = "в пункте 2 статьи 9 слова «одного месяца» заменить словами «десяти рабочих дней»."
GOOD_KK = "9-баптың 2-тармағындағы «бір ай» деген сөздер «он жұмыс күні» деген сөздермен ауыстырылсын."
TWO_PLACES = "в статье 16 слова «Аким района» заменить словами «Глава района»."
ACT_TEXT = f"""О внесении изменений и дополнений в некоторые законы

Статья 1. Внести изменения и дополнения в следующие законы:

1. В Закон «О дорогах и мостах»:

в статье 5 слово «мост» заменить словом «путь».

2. В Закон «{LAW}»:

1) {GOOD[:-1]};

2) убрать всё лишнее;

3) {TWO_PLACES[:-1]};

4) статью 11 дополнить пунктом 4 следующего содержания:

«4. Заседания акимата открыты.»;

5) пункт 99 статьи 9 исключить.

Статья 2. Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его опубликования.
"""
#: Orders of which two can be carried out, one is not understood and one is refused with places to choose from.
TEXTS = {
    "ru": "1) в пункте 2 статьи 9 слова «одного месяца» заменить словами «десяти рабочих дней»;\n\n"
    "2) убрать лишнее;\n\n3) в статье 16 слова «Аким района» заменить словами «Глава района»;\n\n"
    "4) в пункте 2 статьи 9 слово «письменно» исключить.",
    "kk": "1) 9-баптың 2-тармағындағы «бір ай» деген сөздер «он жұмыс күні» деген сөздермен ауыстырылсын;\n\n"
    "2) артығын жинасын;\n\n"
    "3) 16-баптағы «Аудан әкімі» деген сөздер «Аудан басшысы» деген сөздермен ауыстырылсын;\n\n"
    "4) 9-баптың 2-тармағындағы «жазбаша» деген сөз алып тасталсын.",
}


def sent(client: FlaskClient, data: dict[str, Any], where: str = "/ru/instructions/") -> TestResponse:
    """The form as a browser without scripts sends it."""
    token = form_token(client.get("/ru/instructions/").get_data(as_text=True))
    answer = client.post(where, data={"csrf_token": token, **data}, content_type="multipart/form-data")
    answer.request.environ["wsgi.input"].close()  # the test client keeps a large form in a temporary file
    return answer


def read(client: FlaskClient, text: str, edition: str = RU, **more: Any) -> BeautifulSoup:
    """The page of a text."""
    answer = sent(client, {"text": text, "edition": edition, **more}, f"/{edition[-2:]}/instructions/")
    assert answer.status_code == 200, text_of(answer)
    return soup(answer)


def fields(page: BeautifulSoup) -> dict[str, Any]:
    """Everything that the page's form would send if its main button were pressed."""
    form = page.select_one("form[data-live]")
    assert form is not None
    data: dict[str, Any] = {}

    def put(name: str, value: str) -> None:
        data.setdefault(name, []).append(value)

    for box in form.find_all(["input", "textarea"]):
        kind = box.get("type", "")
        if box.name == "textarea":
            put(str(box["name"]), box.get_text().removeprefix("\n"))
        elif kind not in ("radio", "checkbox") or box.has_attr("checked"):
            put(str(box["name"]), str(box.get("value", "")))
    return data


def words(node: BeautifulSoup | Tag | None) -> str:
    return " ".join(node.get_text(" ").split()) if node is not None else ""
