"""Tables go up and down on both databases, and say nothing that the code does not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, inspect, text

from service.store import migrate
from service.store.acts import get_act
from service.store.database import Database
from service.store.editions import check_texts, get_edition
from tests.support.store import CODE, FIRST, SECOND, TEXTS, import_act


def tables(url: str) -> set[str]:
    engine = create_engine(url)
    found = set(inspect(engine).get_table_names()) - {"alembic_version"}
    engine.dispose()
    return found


def test_up_down_up(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    first = tables(empty_database_url)
    assert first == set(migrate.METADATA.tables)
    migrate.downgrade(empty_database_url)
    assert tables(empty_database_url) == set()
    assert migrate.current(empty_database_url) is None
    migrate.upgrade(empty_database_url)
    assert tables(empty_database_url) == first
    assert migrate.current(empty_database_url) == migrate.newest()


def test_the_migrations_make_the_tables_that_the_code_declares(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    assert migrate.differences(empty_database_url) == []


def test_a_difference_is_seen(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE act ADD COLUMN extra INTEGER"))
    engine.dispose()
    assert [difference[0] for difference in migrate.differences(empty_database_url)] == ["remove_column"]


def test_upgrading_again_changes_nothing(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    migrate.upgrade(empty_database_url)
    assert migrate.differences(empty_database_url) == []


def test_texts_survive_the_way_down_and_up(empty_database_url: str, tmp_path: Path) -> None:
    migrate.upgrade(empty_database_url)
    database = Database(empty_database_url)
    import_act(database, tmp_path / "act")
    database.close()
    migrate.downgrade(empty_database_url, "0002")
    engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        pieces = connection.execute(text("SELECT count(*) FROM piece")).scalar_one()
        places = connection.execute(text("SELECT count(*) FROM edition_piece")).scalar_one()
        # one paragraph changed in each language; ru and kk share nothing
        assert pieces == places // 2 + 2
        connection.execute(text("INSERT INTO piece VALUES (99999, 'x', 'point', '', '', '', '', '')"))
    engine.dispose()
    migrate.upgrade(empty_database_url)
    database = Database(empty_database_url)
    with database.reading() as session:
        assert check_texts(session) == (4, [])
        act = get_act(session, CODE)
        for day in (FIRST, SECOND):
            assert get_edition(session, act, "ru", day).text == TEXTS["rus", day]
            assert get_edition(session, act, "kk", day).text == TEXTS["kaz", day]
    database.close()
    assert migrate.differences(empty_database_url) == []
