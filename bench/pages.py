"""Rows of pages: what the server takes for a page, beside a static page of the same bytes through the same server."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote

from flask import Flask

from bench.measure import Prepared, medians
from bench.report import Figure, Table, figures
from bench.scene import BILL, NEW, OLD, Scene, inside
from bench.staff import Member
from bench.subjects import Laws
from service import context
from service.store.database import Database

COMPARE_TIMES, AMENDMENT_TIMES = 3, 2
COMPARE_KB = 150
HOW = (
    "One member of the staff, signed in, over HTTP; the static page is the same bytes as a file that Flask sends. "
    "«Again»: nothing that the page shows has changed since it was opened. «After a change»: somebody changed "
    "something since, so that the page is drawn anew from editions in memory. «First»: the process has nothing in "
    "memory. Asked is that a page opened again costs at most so many static ones."
)


def pages(laws: Laws) -> Table:
    """The comparison of the real editions in full, an amendment, and the bytes of the changes alone."""
    with inside(laws) as (scene, app):
        member = Member(scene, scene.logins[0], seed=1)
        member.sign_in()
        compare = f"/acts/{scene.act}/compare/?old={OLD}&new={NEW}"
        rows = [
            *_rows("comparison in full", member, app, f"{compare}&show=all", COMPARE_TIMES),
            *_rows("amendment", member, app, f"/bills/{quote(BILL)}/3/", AMENDMENT_TIMES),
        ]
        changes = member.get("compare", compare).body.encode()
        rows.append(
            Figure("comparison, changes only, compressed", len(gzip.compress(changes)) / 1024, "the most that is asked",
                   COMPARE_KB, "KB", asked=1.0, remark=f"{len(changes) / 1024:,.0f} KB as sent")
        )  # fmt: skip
    return figures("Pages", rows, HOW)


def _rows(what: str, member: Member, app: Flask, path: str, asked: int) -> list[Figure]:
    database: Database = app.extensions[context.DATABASE_KEY]
    page = member.get(what, path).body.encode()
    (_folder(member.scene) / "page.html").write_bytes(page)
    open_it = partial(_opened, member, path)
    found = medians(
        {
            "again": open_it,
            "static": partial(_opened, member, "/measured/page.html"),
            "changed": Prepared(partial(database.cache.clear, "page"), _ignoring(open_it)),
            "first": Prepared(database.cache.clear, _ignoring(open_it)),
        }
    )
    other, limit = f"{asked} static pages of its bytes", asked * found["static"]
    size = f"{len(page) / 1024:,.0f} KB"
    return [
        Figure(f"{what}, again", found["again"], other, limit, asked=1.0, remark=size),
        Figure(f"{what}, after a change", found["changed"], other, limit),
        Figure(f"{what}, first", found["first"], other, limit),
    ]


def _opened(member: Member, path: str) -> None:
    answer = member.get("", path)
    if answer.status != 200:
        raise RuntimeError(f"{path} was answered with {answer.status}")


def _ignoring(work: Callable[[], None]) -> Callable[[object], None]:
    return lambda _nothing: work()


def _folder(scene: Scene) -> Path:
    return Path(scene.url.removeprefix("sqlite:///")).parent
