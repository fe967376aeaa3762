"""Helpers of tests of pages: the demonstration loaded, people signed in, forms found and sent as a browser does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.store.database import Database
from service.store.demonstration import load_demonstration, passwords

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
ACT, FIRST, LAST = "demo-1", "2025-03-01", "2026-03-01"
BILL = "У-1"
COMPARE = f"/acts/{ACT}/compare/?old={FIRST}&new={LAST}"

#: Every page of the demonstration that a visitor may open, after the language.
PAGES = (
    "/",
    "/keys",
    "/help/",
    "/help/vague-words/",
    "/acts/",
    f"/acts/{ACT}/",
    f"/acts/{ACT}/{LAST}/",
    f"/acts/{ACT}/{LAST}/?vague=1",
    COMPARE,
    f"{COMPARE}&view=side",
    f"{COMPARE}&view=table",
    f"{COMPARE}&show=all",
    f"{COMPARE}&show=chapters",
    f"{COMPARE}&who=1",
    f"/acts/{ACT}/{LAST}/both-languages/",
    f"/acts/{ACT}/{LAST}/?who=1",
    "/bills/",
    f"/bills/{BILL}/",
    f"/bills/{BILL}/text/",
    f"/bills/{BILL}/text/?against={FIRST}",
    f"/bills/{BILL}/text/?view=side&with=accepted",
    f"/bills/{BILL}/1/",
    f"/bills/{BILL}/7/",
    "/clarity/",
    "/clarity/?state=all&weight=3",
    "/powers/",
    "/powers/?subject=social&level=rural",
    "/powers/side/?subject=social",
    "/powers/duplicated/?level=rural",
    "/powers/non_core/",
    "/powers/missing/",
    "/powers/divided/",
    "/powers/proposals/",
    "/powers/unread/",
    "/powers/languages/",
    "/powers/one/?id=art_18/pt_1/sub_12-2",
    "/powers/help/",
    "/proposals/3/",
    f"/acts/{ACT}/compare/powers/?old={FIRST}&new={LAST}",
    f"/bills/{BILL}/powers/",
    f"/clarity/?state=all&bill={BILL}",
    "/clarity/rules/",
    "/clarity/slots/",
    "/clarity/slots/?level=region&show=thin",
    "/findings/1/",
    "/search/",
    "/sign-in",
)


def demonstration(url: str) -> None:
    """Load the demonstration into a migrated database."""
    database = Database(url)
    try:
        load_demonstration(database, SEEDS)
    finally:
        database.close()


def visitor(app: Flask, login: str, language: str = "ru") -> FlaskClient:
    """A client who has signed in."""
    client = app.test_client()
    answer = send(client, f"/{language}/sign-in", "/sign-in", login=login, password=passwords(SEEDS)[login])
    assert answer.status_code == 302, text_of(answer)
    return client


def soup(answer: TestResponse) -> BeautifulSoup:
    """The page as a tree."""
    return BeautifulSoup(answer.get_data(as_text=True), "lxml")


def text_of(answer: TestResponse) -> str:
    """What a person reads in the main part of the page, spaces made single."""
    main = soup(answer).find("main")
    return " ".join((main or soup(answer)).get_text(" ").split())


def send(client: FlaskClient, page: str, action: str, **fields: Any) -> TestResponse:
    """Open a page, fill in its form whose address ends with `action`, and send it with its hidden fields.

    A field given here also chooses among forms: the form must hold a hidden field or a button of that value.
    """
    opened = client.get(page)
    assert opened.status_code == 200, (page, opened.status_code)
    forms = [form for form in soup(opened).find_all("form") if str(form.get("action", "")).endswith(action)]
    fitting = [form for form in forms if all(_fits(form, name, value) for name, value in fields.items())]
    assert fitting, f"{page} has no form to {action} with {fields}"
    form = fitting[0]
    data = {str(box["name"]): str(box.get("value", "")) for box in form.find_all("input", type="hidden")}
    return client.post(str(form["action"]), data=data | fields)


def _fits(form: Tag, name: str, value: Any) -> bool:
    boxes = form.find_all(["input", "textarea", "select", "button"], attrs={"name": name})
    fixed = [box for box in boxes if box.name == "button" or box.get("type") == "hidden"]
    return bool(boxes) and (not fixed or any(box.get("value") == value for box in fixed))
