"""Editions taken apart and put together again, byte for byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from sqlalchemy import text
from sqlmodel import col, select

from amendments.law.reader import read
from amendments.sources.source import Source
from bench.changes import edits
from bench.laws import law
from service.store import edition_texts
from service.store.acts import get_act
from service.store.audit import CLI
from service.store.database import Database, count_queries
from service.store.deltas import Damaged, Packed, build_tree, flatten, pack, unpack
from service.store.edition_texts import load_tree
from service.store.editions import CorruptEdition, check_texts, edition_at, get_edition, get_edition_row, load_edition
from service.store.importing import store_text
from service.store.sources import EditionSource
from service.store.tables import Act, EditionText
from tests.support import laws
from tests.support.store import CODE, FIRST, SECOND, TEXTS

LANGUAGES = {"rus": "ru", "kaz": "kk"}


@given(laws.laws())
def test_any_law_comes_back_from_its_paragraphs(law: tuple[str, str]) -> None:
    source, language = law
    root = read(source, language).root
    rebuilt = build_tree(unpack(pack(flatten(root))), root.close)
    assert rebuilt.raw == source
    assert rebuilt == root


@given(laws.pairs())
def test_any_edition_comes_back_from_what_differs(pair: tuple[str, str, str]) -> None:
    old, new, language = pair
    base, nodes = (flatten(read(text, language).root) for text in (old, new))
    assert unpack(pack(nodes, base), base) == nodes
    assert unpack(pack(base, nodes), nodes) == base


def test_a_changed_word_costs_little_and_a_law_that_is_all_new_stands_in_full() -> None:
    old = flatten(read(law(20_000), "ru").root)
    new = flatten(read(law(20_000).replace("Аким сельского округа", "Акимат сельского округа", 1), "ru").root)
    other = flatten(read(law(20_000, seed=2), "ru").root)
    packed = pack(new, old)
    assert 0 < len(packed.kept) + len(packed.brought) < len(pack(new).brought) / 20
    assert pack(other, old) == pack(other)
    assert pack(old, old).kept


def test_bytes_that_are_not_what_was_written_are_refused() -> None:
    old, new = (flatten(read(law(20_000, seed), "ru").root) for seed in (1, 1))
    new = new[:40] + new[41:]
    packed = pack(new, old)
    with pytest.raises(Damaged):
        unpack(packed)
    with pytest.raises(Damaged):
        unpack(Packed(packed.kept, b""), old)
    with pytest.raises(Damaged):
        unpack(Packed(b"", packed.brought[:-9]))
    with pytest.raises(Damaged):
        unpack(Packed(b"", pack([]).brought[:2]))
    for depths in ([0, 2], [0, 0], [1], []):
        with pytest.raises(Damaged):
            build_tree([(depth, "point", "", "", "", "", "") for depth in depths], "")


def test_a_stored_edition_is_its_source_byte_for_byte(with_act: Database) -> None:
    with with_act.reading() as session:
        act = get_act(session, CODE)
        for (folder, day), source in TEXTS.items():
            edition = get_edition(session, act, LANGUAGES[folder], day)
            assert edition.text.encode() == source.encode()
            assert edition == read(source, LANGUAGES[folder], act=CODE, in_force_from=day, caused_by=edition.caused_by)


def test_an_edition_is_stored_as_what_differs_from_the_one_before(with_act: Database) -> None:
    with with_act.reading() as session:
        rows = session.exec(select(EditionText).order_by(col(EditionText.edition_id))).all()
    assert [row.step for row in rows] == [0, 0, 1, 1]
    assert len({row.series_id for row in rows}) == 2  # ru and kk share nothing
    for full, differing in zip(rows[:2], rows[2:], strict=True):
        assert differing.series_id == full.edition_id
        assert len(differing.kept) + len(differing.brought) < len(full.brought) / 2


def test_a_series_ends_and_another_begins(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition_texts, "LONGEST", 3)
    texts = [law(6_000)]
    while len(texts) < 7:
        texts.append(edits(texts[-1], 2, seed=len(texts)))
    with database.writing() as session:
        act = Act(code="z-1", requisite="Закон № 1", title_ru="О дворах", title_kk="Аулалар туралы")
        session.add(act)
        session.flush()
        for day, text_of_day in enumerate(texts, start=1):
            source = EditionSource(Path(f"{day}.md"), "ru", date(2026, 1, day), "", "")
            store_text(session, act, source, Source(text_of_day, "ru", "plain"), CLI)
    database.cache.clear()
    with database.reading() as session:
        steps = session.exec(select(EditionText.step).order_by(col(EditionText.edition_id))).all()
        assert steps == [0, 1, 2, 0, 1, 2, 0]
        assert check_texts(session) == (7, [])
        for day, text_of_day in enumerate(texts, start=1):
            assert get_edition(session, act, "ru", date(2026, 1, day)).text == text_of_day


def test_an_edition_is_rebuilt_with_one_query(with_act: Database) -> None:
    with with_act.reading() as session:
        row = get_edition_row(session, get_act(session, CODE), "ru", SECOND)
        with count_queries() as queries:
            load_tree(session, row.id or 0, row.close)
        assert queries == [1]


def test_a_loaded_edition_is_kept_and_costs_no_more_queries(with_act: Database) -> None:
    with with_act.reading() as session:
        row = get_edition_row(session, get_act(session, CODE), "ru", FIRST)
        first = load_edition(session, row)
    with with_act.reading() as session, count_queries() as queries:
        assert load_edition(session, row) is first
        assert queries == [0]


def test_a_damaged_text_is_reported_and_never_shown(with_act: Database) -> None:
    with with_act.writing() as session:
        row = session.exec(select(EditionText).where(EditionText.edition_id == 1)).one()
        nodes = [
            (*node[:5], node[5].replace("кругло", "некругло"), node[6]) for node in unpack(Packed(b"", row.brought))
        ]
        row.brought = pack(nodes).brought
        session.add(row)
    with with_act.reading() as session:
        checked, damaged = check_texts(session)
        assert checked == 4
        assert damaged == [f"{CODE}, 2025-01-01, ru", f"{CODE}, 2026-01-01, ru"]
        with pytest.raises(CorruptEdition):
            edition_at(session, get_act(session, CODE), "ru", SECOND)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE edition_text SET brought = kept",
        "UPDATE edition_text SET step = step + 7",
        "DELETE FROM edition_text",
    ],
)
def test_bytes_that_are_gone_are_reported_too(with_act: Database, damage: str) -> None:
    with with_act.writing() as session:
        session.execute(text(damage))
    with with_act.reading() as session:
        assert len(check_texts(session)[1]) == 4


@pytest.mark.corpus
def test_the_real_law_comes_back_byte_for_byte(database: Database, corpus: Path) -> None:
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
