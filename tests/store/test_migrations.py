"""Tables go up and down on both databases, and say nothing that the code does not."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect, text

from service.store import migrate


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
