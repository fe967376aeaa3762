"""The demonstration: loaded once, whole, and never over what people did."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from service.config import load
from service.errors import NotFound, UserError
from service.store.accounts import authenticate, demonstration_accounts
from service.store.acts import list_acts
from service.store.amendments import get_amendment, list_amendments
from service.store.audit import SYSTEM, Actor, verify
from service.store.bills import list_bills
from service.store.comments import recent_comments
from service.store.database import Database
from service.store.decisions import decide_amendment
from service.store.demonstration import is_loaded, load_demonstration, passwords
from service.store.proposals import list_proposals
from service.store.tables import AmendmentState


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return load({"TUZETU_DATA": str(tmp_path / "data")}).seeds


def test_the_demonstration_is_whole_and_loads_once(database: Database, seeds: Path) -> None:
    assert not is_loaded(database)
    assert load_demonstration(database, seeds)
    assert is_loaded(database)
    with database.reading() as session:
        (act,) = list_acts(session).items
        assert (act.act.demonstration, act.languages, act.editions) == (True, ("ru", "kk"), 3)
        bills = list_bills(session).items
        assert max(entry.amendments for entry in bills) >= 10
        assert recent_comments(session).total + list_proposals(session).total >= 15
        assert verify(session).broken_at is None
        for entry in bills:
            for listed in list_amendments(session, entry.bill).items:
                assert listed.author is not None
                assert listed.revision.instruction_ru
                assert listed.revision.instruction_kk
    # a person changes something
    with database.writing() as session:
        listed = list_amendments(session, bills[-1].bill).items[0]
        number = listed.amendment.id or 0
        decide_amendment(
            session, SYSTEM, number, AmendmentState.POSTPONED, "До осени", version=listed.amendment.version
        )
    assert not load_demonstration(database, seeds)
    with database.reading() as session:
        assert get_amendment(session, number).amendment.state is AmendmentState.POSTPONED
        assert list_bills(session).total == len(bills)


def test_its_people_sign_in_with_the_published_passwords(database: Database, seeds: Path) -> None:
    load_demonstration(database, seeds)
    known = passwords(seeds)
    with database.reading() as session:
        people = demonstration_accounts(session)
    assert {person.login for person in people} == set(known)
    first = people[0].login
    assert authenticate(database, Actor(None, "", "web"), first, known[first]).login == first


def test_a_service_without_it_has_no_accounts(database: Database) -> None:
    with database.reading() as session:
        assert demonstration_accounts(session) == []


def test_a_wrong_field_is_named_and_nothing_is_loaded(database: Database, seeds: Path, tmp_path: Path) -> None:
    broken = tmp_path / "seeds"
    shutil.copytree(seeds, broken)
    path = sorted((broken / "bills").glob("*.yaml"))[-1]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("state: accepted\n", "state: perhaps\n", 1), encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load_demonstration(database, broken)
    assert raised.value.code == "seeds_wrong"
    assert path.name in raised.value.message("ru")
    assert "amendments[1].state" in raised.value.message("ru")
    assert not is_loaded(database)
    with database.reading() as session:
        assert list_acts(session).total == 0
        assert demonstration_accounts(session) == []


def test_a_folder_without_seeds(database: Database, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="TUZETU_SEEDS"):
        load_demonstration(database, tmp_path)
