"""Jobs in tests: work that waits at a gate until the test opens it, and the pages that follow it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import context
from service.jobs.running import Job, mine
from service.store.accounts import get_account_by_login
from tests.support.pages import soup


class Gate:
    """Lets a piece of work go on when it is opened."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.reached = threading.Event()

    def wait(self) -> None:
        self.reached.set()
        assert self.open.wait(30), "nobody opened the gate"


def held(gate: Gate, work: Callable[..., Any]) -> Callable[..., Any]:
    """Work that waits at a gate before it begins."""

    def waiting(*args: Any, **kwargs: Any) -> Any:
        gate.wait()
        return work(*args, **kwargs)

    return waiting


def ended(client: FlaskClient, page: str) -> TestResponse:
    """The page of a job after its end."""
    for _ in range(1500):
        answer = client.get(page)
        assert answer.status_code == 200
        if soup(answer).select_one("[data-job=running]") is None:
            return answer
        time.sleep(0.02)
    pytest.fail("the job does not end")


def owner(app: Flask, login: str = "saule") -> int:
    """The account's id."""
    with app.extensions[context.DATABASE_KEY].reading() as session:
        return get_account_by_login(session, login).id or 0


def kept(app: Flask, login: str = "saule") -> list[Job]:
    """All jobs that are kept of an account."""
    return mine(app.extensions[context.SETTINGS_KEY].data, owner(app, login))
