"""docs/api.md is true: every example in it is run on the demonstration, and gives what stands under it."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from service import context
from service.api.blueprint import PROBLEMS
from service.app import create_app
from service.config import load
from service.store.accounts import get_account_by_login
from service.store.audit import CLI
from service.store.database import Database
from service.store.demonstration import load_demonstration
from service.store.tokens import Scope, issue_token
from tests.support.databases import sqlite_url

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
BLOCK = re.compile(r"^```(sh|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Example:
    """A command of the page, and the answers under it."""

    command: str
    expected: list[Any] = field(default_factory=list)


def examples() -> list[Example]:
    """Every example of the page, in its order."""
    found: list[Example] = []
    for language, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if language == "sh":
            found.append(Example(text.strip()))
        else:
            found[-1].expected.append(json.loads(text))
    return found


@pytest.fixture
def demonstration(tmp_path: Path, sqlite_template: Path) -> Iterator[tuple[Flask, dict[str, str]]]:
    """The service with its demonstration, and tokens such as the page has them made, by their names there."""
    path = tmp_path / "demonstration.sqlite3"
    shutil.copyfile(sqlite_template, path)
    settings = load({"TUZETU_DATA": str(tmp_path), "TUZETU_DATABASE_URL": sqlite_url(path)})
    app = create_app(settings)
    database: Database = app.extensions[context.DATABASE_KEY]
    load_demonstration(database, settings.seeds)
    with database.writing() as session:
        account = get_account_by_login(session, "gulnar")
        token = issue_token(session, CLI, account, scopes=(Scope.READ, Scope.COMMENT)).secret
        account = get_account_by_login(session, "saule")
        staff = issue_token(session, CLI, account, scopes=(Scope.READ, Scope.WRITE)).secret
    yield app, {"TOKEN": token, "STAFF": staff}
    database.close()


def run(app: Flask, command: str, values: dict[str, str]) -> TestResponse:
    """Do what a `curl` command of the page does. Raises ValueError for an option that the page does not use."""
    for name, value in values.items():
        command = command.replace(f"${name}", value)
    words = iter(shlex.split(command.replace("\\\n", " ")))
    assert next(words) == "curl"
    address, method, headers, data = "", "", {}, None
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            data = next(words).encode()
        elif word == "-X":
            method = next(words)
        elif word == "-o":
            next(words)
        elif word.startswith("-"):
            if word != "-s":
                raise ValueError(word)
        else:
            address = word
    return app.test_client().open(
        address.removeprefix("http://127.0.0.1:8000"),
        method=method or ("POST" if data is not None else "GET"),
        headers=headers,
        data=data,
    )


def assert_holds(answer: Any, expected: Any, where: str = "") -> None:
    """What the page shows is in the answer; it may leave things out."""
    if isinstance(expected, dict):
        for name, value in expected.items():
            assert name in answer, f"{where}/{name}"
            assert_holds(answer[name], value, f"{where}/{name}")
    elif isinstance(expected, list) and expected:
        assert len(answer) >= len(expected), where
        for place, value in enumerate(expected):
            assert_holds(answer[place], value, f"{where}/{place}")
    else:
        assert answer == expected, where


def test_every_example_gives_what_the_page_says(demonstration: tuple[Flask, dict[str, str]]) -> None:
    app, tokens = demonstration
    values = {"TUZETU": "http://127.0.0.1:8000/api/v1", **tokens}
    run_examples, written = examples(), list[str]()
    assert len(run_examples) >= 18
    for example in run_examples:
        answer = run(app, example.command, values)
        for expected in example.expected:
            assert_holds(answer.get_json(), expected, example.command)
        refused = any("code" in expected and "status" in expected for expected in example.expected)
        assert (answer.status_code >= 400) == refused, (example.command, answer.get_data(as_text=True))
        if answer.status_code == 201 and "decisions" in answer.get_json():
            values["DECISION"] = str(answer.get_json()["decisions"][0]["decision"]["id"])
        elif answer.status_code == 201:
            values["COMMENT"] = str(answer.get_json()["id"])
            written.append(answer.get_json()["text"])
    # what was written with curl stands on the page at once, but for the last, which was taken back
    page = app.test_client().get("/ru/bills/У-1/1/").get_data(as_text=True)
    assert written[1] in page
    assert written[2] not in page


def test_every_status_is_explained() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("| статус |")[2]
    for status in PROBLEMS:
        assert re.search(rf"^\|[^|]*\b{status}\b", table, re.MULTILINE), status
