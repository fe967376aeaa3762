"""The service as it is measured: the real law, a bill with amendments on it, people, started as in production."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from flask import Flask, send_from_directory

from amendments.instructions.writing import write
from amendments.law.edition import Edition
from bench.instructing import operations
from bench.subjects import Laws
from service.store.accounts import create_account
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import SYSTEM, Actor
from service.store.bills import create_bill
from service.store.comments import Target, create_comment
from service.store.database import Database, Session
from service.store.editions import get_edition
from service.store.importing import import_folder
from service.store.migrate import upgrade
from service.store.tables import Account, Bill, Role, Stage
from tests.support.databases import Cluster, sqlite_url
from tests.support.live import served
from tests.support.service import application
from tests.support.started import started

BILL = "Н-1"
AMENDMENTS = 40
STAFF = 40
PASSWORD = "measured in one run"
OLD, NEW = date(2026, 7, 12), date(2026, 7, 14)
KINDS = ("SQLite", "PostgreSQL")


@dataclass(frozen=True)
class Scene:
    """A started service: where it answers, its database, the law in it, and who may sign in."""

    address: str
    url: str
    act: str
    amendments: int
    logins: tuple[str, ...]


def main_pages(scene: Scene, amendment: int = 3) -> dict[str, str]:
    """Name of a page → its address after the language; of the amendments the one with a number."""
    act, bill = f"/acts/{scene.act}", f"/bills/{quote(BILL)}"
    return {
        "home": "/",
        "bill": f"{bill}/",
        "amendment": f"{bill}/{amendment}/",
        "comparison": f"{act}/compare/?old={OLD}&new={NEW}",
        "edition": f"{act}/{NEW}/",
        "clarity": "/clarity/",
    }


@contextmanager
def scene(laws: Laws, kind: str, *, amendments: int = AMENDMENTS, staff: int = STAFF) -> Iterator[Scene]:
    """The service for the length of the block, on a database of a kind of KINDS that is gone afterwards."""
    with TemporaryDirectory() as folder, _database(kind, Path(folder)) as url:
        act, logins = furnish(url, laws.corpus / "law148", amendments=amendments, staff=staff)
        with started(Path(folder), demo=False, TUZETU_DATABASE_URL=url) as address:
            yield Scene(address, url, act, amendments, logins)


@contextmanager
def inside(laws: Laws) -> Iterator[tuple[Scene, Flask]]:
    """The same service on SQLite in this process, so that what it keeps in memory can be forgotten between rounds."""
    with TemporaryDirectory() as name, _database("SQLite", Path(name)) as url:
        act, logins = furnish(url, laws.corpus / "law148", amendments=AMENDMENTS, staff=1)
        with application(url, Path(name), TUZETU_RATE_LIMIT="100000") as app:
            app.testing = False
            app.add_url_rule("/ru/measured/<file>", view_func=lambda file: send_from_directory(Path(name), file))
            with served(app) as address:
                yield Scene(address, url, act, AMENDMENTS, logins), app


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "SQLite":
        url = sqlite_url(folder / "measured.sqlite3")
        upgrade(url)
        yield url
    else:
        home = folder / "postgresql"
        with Cluster(home) as cluster, cluster.database(migrated=True) as url:
            yield url
        shutil.rmtree(home, ignore_errors=True)


def furnish(url: str, law: Path, *, amendments: int, staff: int) -> tuple[str, tuple[str, ...]]:
    """Fill a migrated database: the law of a mirror folder, a bill on its older edition, people, a few comments.

    Returns the act's code and the logins.
    """
    database = Database(url)
    try:
        with database.writing() as session:
            act = get_act(session, import_folder(session, law, SYSTEM).act_code)
            people = [_person(session, number) for number in range(1, staff + 1)]
            made = create_bill(
                session, SYSTEM, number=BILL, title_ru="О дворах", title_kk="Аулалар туралы", act=act, base_date=OLD,
                stage=Stage.COMMITTEE,
            )  # fmt: skip
            texts = {language: get_edition(session, act, language, OLD) for language in ("ru", "kk")}
            _amend(session, made, people, texts, amendments)
            return act.code, tuple(one.login for one in people)
    finally:
        database.close()


def _person(session: Session, number: int) -> Account:
    return create_account(
        session, SYSTEM, login=f"staff{number}", password=PASSWORD, role=Role.STAFF,
        name_ru=f"Сотрудник {number}", name_kk=f"Қызметкер {number}",
    )  # fmt: skip


def _amend(session: Session, bill: Bill, people: list[Account], texts: dict[str, Edition], count: int) -> None:
    """Amendments with an order each in both languages, and a comment on each."""
    orders = {
        language: [write([one], edition, language) for one in islice(operations(edition, count), count)]
        for language, edition in texts.items()
    }
    for turn, (ru, kk) in enumerate(zip(orders["ru"], orders["kk"], strict=True)):
        author = people[turn % len(people)]
        actor = Actor(author.id, author.login, "web")
        wording = Wording(ru, kk, f"Поправка {turn + 1}", f"Түзету {turn + 1}", "Так точнее.", "Осылай дәлірек.")
        made = create_amendment(session, actor, bill, wording, author_id=author.id)
        target = Target(amendment_id=made.id)
        create_comment(session, actor, target, author_id=author.id or 0, language="ru", text="Согласен.")
