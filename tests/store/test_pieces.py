"""Editions taken apart and put together again, byte for byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from sqlalchemy import text
from sqlmodel import col, func, select

from amendments.law.reader import read
from service.store.acts import get_act
from service.store.database import Database, count_queries
from service.store.editions import CorruptEdition, check_texts, edition_at, get_edition, get_edition_row, load_edition
from service.store.pieces import build_tree, flatten, piece_hash
from service.store.tables import EditionPiece, Piece
from tests.support import laws
from tests.support.store import CODE, FIRST, SECOND, TEXTS

LANGUAGES = {"rus": "ru", "kaz": "kk"}


@given(laws.laws())
def test_any_law_comes_back_from_its_pieces(law: tuple[str, str]) -> None:
    source, language = law
    root = read(source, language).root
    rebuilt = build_tree(flatten(root), root.close)
    assert rebuilt.raw == source
    assert rebuilt == root


def test_a_stored_edition_is_its_source_byte_for_byte(with_act: Database) -> None:
    with with_act.reading() as session:
        act = get_act(session, CODE)
        for (folder, day), source in TEXTS.items():
            edition = get_edition(session, act, LANGUAGES[folder], day)
            assert edition.text.encode() == source.encode()
            assert edition == read(source, LANGUAGES[folder], act=CODE, in_force_from=day, caused_by=edition.caused_by)


def test_editions_share_what_did_not_change(with_act: Database) -> None:
    with with_act.reading() as session:
        pieces = session.exec(select(func.count(col(Piece.id)))).one()
        places = session.exec(select(func.count()).select_from(EditionPiece)).one()
    assert places == 4 * (len(read(TEXTS["rus", FIRST], "ru")) + 1)
    # one paragraph changed in each language; ru and kk share nothing
    assert pieces == places // 2 + 2


def test_a_loaded_edition_is_kept_and_costs_no_more_queries(with_act: Database) -> None:
    with with_act.reading() as session:
        row = get_edition_row(session, get_act(session, CODE), "ru", FIRST)
        first = load_edition(session, row)
    with with_act.reading() as session, count_queries() as queries:
        assert load_edition(session, row) is first
        assert queries == [0]


def test_a_damaged_text_is_reported_and_never_shown(with_act: Database) -> None:
    with with_act.writing() as session:
        session.execute(text("UPDATE piece SET text = 'подмена' WHERE number = '2-1' AND text LIKE 'кругло%'"))
    with with_act.reading() as session:
        checked, damaged = check_texts(session)
        assert checked == 4
        assert damaged == [f"{CODE}, 2025-01-01, ru", f"{CODE}, 2026-01-01, ru"]
        with pytest.raises(CorruptEdition):
            edition_at(session, get_act(session, CODE), "ru", SECOND)


def test_moving_a_character_between_the_parts_changes_the_hash() -> None:
    assert piece_hash(("point", "1", "", "1. ", "Дорога", "")) != piece_hash(("point", "1", "", "1.", " Дорога", ""))
    assert piece_hash(("point", "1", "a", "b", "", "")) != piece_hash(("point", "1", "ab", "", "", ""))


@pytest.mark.corpus
def test_the_real_law_comes_back_byte_for_byte(database: Database, corpus: Path) -> None:
    from service.store.audit import CLI
    from service.store.importing import import_folder

    with database.writing() as session:
        report = import_folder(session, corpus / "law148", CLI)
    assert len(report.added) == 4
    with database.reading() as session:
        act = get_act(session, report.act_code)
        for language, day in report.added:
            folder = {"ru": "rus", "kk": "kaz"}[language]
            source = (corpus / "law148" / folder / f"{day}.md").read_bytes()
            assert get_edition(session, act, language, day).text.encode() == source
        assert edition_at(session, act, "ru", date(2026, 7, 13)).in_force_from == date(2026, 7, 12)
