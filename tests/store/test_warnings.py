"""What is to be checked in an edition and after an amendment is found once and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.store import warnings
from service.store.acts import get_act
from service.store.amendments import create_amendment
from service.store.audit import CLI
from service.store.database import Database
from service.store.editions import get_edition_row
from service.store.effects import revision_effect
from service.store.importing import import_folder
from service.store.tables import AmendmentRevision
from tests.support.store import CODE, FIRST, SECOND, act_folder, actor_of, bill, person
from tests.support.talking import WITHOUT, talking_act


@pytest.fixture
def talking(database: Database, tmp_path: Path) -> Database:
    """The act that refers to what is not there and lacks a unit in Kazakh."""
    talking_act(database, tmp_path / "act")
    return database


def test_a_reference_to_an_article_that_is_not_there(talking: Database) -> None:
    with talking.reading() as session:
        row = get_edition_row(session, get_act(session, CODE), "ru", FIRST)
        (found,) = warnings.dangling_references(session, row)
        assert (found.place, found.address, found.state) == ("art_2/pt_3", "art_9", "nothing")
        assert warnings.dangling_references(session, row)[0] is found


def test_what_the_kazakh_text_lacks(talking: Database) -> None:
    with talking.reading() as session:
        act = get_act(session, CODE)
        found = warnings.authenticity_warnings(session, act, SECOND) or ()
        assert [(one.kind, one.address, one.language) for one in found] == [("missing", "art_1/pt_2/sub_2-1", "ru")]
        assert warnings.authenticity_warnings(session, act, SECOND) is found


def test_an_edition_in_one_language_has_nothing_to_be_compared_with(database: Database, tmp_path: Path) -> None:
    folder = act_folder(tmp_path / "act")
    (folder / "kaz" / f"{FIRST}.md").unlink()
    with database.writing() as session:
        import_folder(session, folder, CLI)
    with database.reading() as session:
        assert warnings.authenticity_warnings(session, get_act(session, CODE), FIRST) is None


def test_an_amendment_that_takes_out_what_others_refer_to(talking: Database) -> None:
    with talking.writing() as session:
        author = person(session)
        one = create_amendment(session, actor_of(author), bill(session), WITHOUT, author_id=author.id)
        key = one.id
    with talking.reading() as session:
        revision = session.get_one(AmendmentRevision, key)
        effect = revision_effect(session, revision, "ru")
        (left,) = warnings.left_behind(session, effect, revision.id or 0)
        assert (left.place, left.address, left.state) == ("art_2/pt_3", "art_2/pt_1/sub_2", "excluded")
        assert left.words == "подпункту 2) пункта 1 настоящей статьи"
