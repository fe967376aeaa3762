"""Who brought each word of an edition, told step by step and kept, on both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amendments.law.edition import Edition
from amendments.operations.history import Origins, blame
from amendments.sources.source import Source
from bench.changes import edits
from bench.laws import law
from service.store.acts import get_act
from service.store.audit import CLI
from service.store.bringing import brought
from service.store.database import Database, count_queries
from service.store.editions import CorruptEdition, list_editions, load_edition, load_editions
from service.store.importing import store_text
from service.store.sources import EditionSource
from service.store.tables import Act, EditionRow, EditionText
from tests.support.store import CODE

MANY = 6


def store(database: Database, count: int) -> list[str]:
    """An act with so many editions, a few edits from one to the next."""
    texts = [law(8_000)]
    for seed in range(1, count):
        texts.append(edits(texts[-1], 4, seed=seed))
    with database.writing() as session:
        session.add(Act(code="9", requisite="№ 9", title_ru="О дворах", title_kk="Аулалар"))
        session.flush()
    for number, text in enumerate(texts):
        add(database, number, text)
    return texts


def add(database: Database, number: int, text: str) -> None:
    about = EditionSource(Path(f"{number}.md"), "ru", date(2020 + number, 1, 1), f"№ {number}")
    with database.writing() as session:
        store_text(session, get_act(session, "9"), about, Source(text, "ru", "plain"), CLI)


def rows(database: Database) -> tuple[Act, list[EditionRow]]:
    with database.reading() as session:
        act = get_act(session, "9")
        return act, list_editions(session, act, "ru")


def test_all_editions_are_read_in_one_query_and_share_what_is_the_same(database: Database) -> None:
    texts = store(database, MANY)
    _, found = rows(database)
    database.cache.clear()
    with database.reading() as session:
        act = get_act(session, "9")
        with count_queries() as queries:
            editions = load_editions(session, found)
        assert queries == [1]
        assert {edition.act for edition in editions} == {act.code}
        assert [edition.text for edition in editions] == texts
        assert all(load_edition(session, row) is edition for row, edition in zip(found, editions, strict=True))
    first, last = ({id(unit) for _, unit in editions[at]} for at in (0, -1))
    assert len(first & last) > len(first) / 2


def test_a_new_edition_costs_one_step(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = store(database, MANY)
    steps: list[Edition] = []
    following = Origins.following

    def counted(origins: Origins, edition: Edition) -> Origins:
        steps.append(edition)
        return following(origins, edition)

    monkeypatch.setattr(Origins, "following", counted)
    act, found = rows(database)
    with database.reading() as session:
        brought(session, act, found[-1])
        brought(session, act, found[-1])
    assert len(steps) == MANY - 1
    texts.append(edits(texts[-1], 4, seed=99))
    add(database, MANY, texts[-1])
    act, found = rows(database)
    with database.reading() as session:
        runs = brought(session, act, found[-1]).runs
        assert runs == blame(load_editions(session, found))
    assert len(steps) - (MANY - 1) - MANY == 1  # `blame` went all the way


def test_a_damaged_edition_is_never_shown(database: Database) -> None:
    store(database, 3)
    _, found = rows(database)
    database.cache.clear()
    with database.writing() as session:
        text = session.get_one(EditionText, found[1].id)
        text.brought = b"lost"
        session.add(text)
    with database.reading() as session, pytest.raises(CorruptEdition):
        load_editions(session, found)


def test_an_act_with_one_edition_brought_all_it_has(with_act: Database) -> None:
    with with_act.reading() as session:
        act = get_act(session, CODE)
        found = brought(session, act, list_editions(session, act, "kk")[0])
    assert {run.edition for runs in found.runs.values() for run in runs} == {0}
