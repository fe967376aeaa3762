"""Importing: all or nothing, once, and every bad file answered with a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from service.errors import Conflict, NotFound, UserError
from service.reading import SourceRefused
from service.store.acts import get_act, list_acts
from service.store.audit import CLI, verify
from service.store.database import Database
from service.store.editions import EditionStatus, edition_at, get_edition, list_editions, row_id, statuses
from service.store.importing import import_folder
from service.store.tables import METADATA, FindingRow
from tests.support.store import CODE, FIRST, META, RU, SECOND, act_folder


def rows(session: Session) -> int:
    """All rows of all tables but the audit's head."""
    return sum(
        session.connection().execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in METADATA.tables.items()
        if name != "meta"
    )


def test_what_an_import_says(database: Database, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    with database.writing() as session:
        report = import_folder(
            session, act_folder(tmp_path / "act"), CLI, lambda done, total, what: steps.append((done, total, what))
        )
    assert report.act_code == CODE
    assert report.added == (("ru", FIRST), ("kk", FIRST), ("ru", SECOND), ("kk", SECOND))
    assert report.unchanged == ()
    assert steps[0] == (0, 4, "2025-01-01.md")
    assert steps[-1] == (4, 4, "")


def test_importing_the_same_again_changes_nothing_and_says_so(with_act: Database, tmp_path: Path) -> None:
    with with_act.reading() as session:
        before = rows(session)
    with with_act.writing() as session:
        report = import_folder(session, tmp_path / "act", CLI)
    assert not report.changed_anything
    assert len(report.unchanged) == 4
    with with_act.reading() as session:
        assert rows(session) == before


def test_an_edition_carries_its_cause(with_act: Database) -> None:
    with with_act.reading() as session:
        act = get_act(session, CODE)
        assert get_edition(session, act, "ru", SECOND).caused_by == "Учебный закон № 2"
        assert act.approved_on == date(2024, 12, 1)


def test_vague_words_are_found_when_a_text_comes_in(with_act: Database) -> None:
    with with_act.reading() as session:
        quotes = session.exec(select(FindingRow.quote).where(col(FindingRow.language) == "ru")).all()
    assert [quote.casefold() for quote in quotes].count("при необходимости") == 2


def test_another_text_for_a_stored_date_is_refused(with_act: Database, tmp_path: Path) -> None:
    path = tmp_path / "act" / "rus" / f"{FIRST}.md"
    path.write_text(RU.replace("зимняя", "снежная"), encoding="utf-8")
    with pytest.raises(Conflict, match="stored already with another text"), with_act.writing() as session:
        import_folder(session, tmp_path / "act", CLI)


BAD = {
    "empty": (b"", "source_empty"),
    "blank": (b"\xef\xbb\xbf \n\n", "source_empty"),
    "binary": (RU.encode() + b"\x00\x01", "source_binary"),
    "windows": (RU.encode("cp1251"), "source_cp1251"),
    "cut": (RU.encode() + b"\xd0", "source_encoding"),
    "picture": (b"\x89PNG\r\n\x1a\n", "source_binary"),
    "prose": ("Әкімге жолдар туралы хат, онда бап жоқ.\n".encode() * 100, "source_not_a_law"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_leaves_nothing_stored(database: Database, tmp_path: Path, kind: str) -> None:
    content, code = BAD[kind]
    folder = act_folder(tmp_path / "act")
    # the last of four texts, so that three are already taken when it is met
    (folder / "kaz" / f"{SECOND}.md").write_bytes(content)
    with database.reading() as session:
        before = rows(session)
    with pytest.raises(UserError) as raised, database.writing() as session:
        import_folder(session, folder, CLI)
    assert raised.value.code == code
    assert "2026-01-01.md" in raised.value.message("ru")
    with database.reading() as session:
        assert rows(session) == before
        assert list_acts(session).total == 0
        assert verify(session).broken_at is None


def test_a_wrong_encoding_is_told_with_its_line(database: Database, tmp_path: Path) -> None:
    folder = act_folder(tmp_path / "act")
    good = "# О дорогах\n\n### Статья 1. Дорога\n\n".encode()
    (folder / "rus" / f"{FIRST}.md").write_bytes(good + b"1. \xff\xfe\n")
    with pytest.raises(SourceRefused) as raised, database.writing() as session:
        import_folder(session, folder, CLI)
    assert raised.value.params["line"] == 5
    assert "строка 5 записана не в UTF-8" in raised.value.message("ru")


def test_a_file_over_the_limit_is_not_even_read(database: Database, tmp_path: Path) -> None:
    folder = act_folder(tmp_path / "act")
    with (folder / "rus" / f"{FIRST}.md").open("wb") as huge:
        huge.truncate(50 * 1024 * 1024)
    with pytest.raises(SourceRefused, match="50 MB where 20 MB are allowed") as raised, database.writing() as session:
        import_folder(session, folder, CLI)
    assert raised.value.status == 413


def test_russian_said_to_be_kazakh_is_refused(database: Database, tmp_path: Path) -> None:
    folder = act_folder(tmp_path / "act")
    (folder / "kaz" / f"{FIRST}.md").write_text(RU * 10, encoding="utf-8")
    with pytest.raises(SourceRefused) as raised, database.writing() as session:
        import_folder(session, folder, CLI)
    assert raised.value.code == "source_other_language"


META_CASES = {
    "absent": (None, 404, "source_meta_missing"),
    "not yaml": ("act_code: [\n", 422, "source_meta_damaged"),
    "a list": ("- a\n", 422, "source_meta_damaged"),
    "no code": (META.replace("act_code", "code"), 422, "source_meta_field"),
    "no kazakh title": (META.replace("  kaz:", "  eng:"), 422, "source_meta_field"),
    "a wrong date": (META.replace("approved_on: 2024-12-01", "approved_on: вчера"), 422, "source_meta_field"),
}


@pytest.mark.parametrize("case", META_CASES)
def test_a_bad_metadata_file(database: Database, tmp_path: Path, case: str) -> None:
    content, status, code = META_CASES[case]
    folder = act_folder(tmp_path / "act")
    (folder / "meta.yaml").unlink()
    if content is not None:
        (folder / "meta.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(SourceRefused) as raised, database.writing() as session:
        import_folder(session, folder, CLI)
    assert (raised.value.code, raised.value.status) == (code, status)


def test_a_text_that_the_description_does_not_name_is_not_left_out(database: Database, tmp_path: Path) -> None:
    folder = act_folder(tmp_path / "act")
    (folder / "rus" / "new.md").write_text(RU, encoding="utf-8")
    with pytest.raises(SourceRefused, match=r"rus/new\.md"), database.writing() as session:
        import_folder(session, folder, CLI)


def test_an_edition_is_found_by_the_day_it_is_in_force(with_act: Database) -> None:
    with with_act.reading() as session:
        act = get_act(session, CODE)
        assert edition_at(session, act, "ru", date(2025, 1, 1)).in_force_from == FIRST
        assert edition_at(session, act, "ru", date(2025, 12, 31)).in_force_from == FIRST
        assert edition_at(session, act, "kk", date(2030, 1, 1)).in_force_from == SECOND
        with pytest.raises(NotFound) as raised:
            edition_at(session, act, "ru", date(2024, 12, 31))
        assert raised.value.code == "before_first_edition"
        assert "2025-01-01" in raised.value.message("kk")
        with pytest.raises(NotFound, match="2025-01-01, 2026-01-01"):
            get_edition(session, act, "ru", date(2025, 6, 1))
        with pytest.raises(NotFound, match="no act"):
            get_act(session, "нет")


def test_the_status_of_an_edition_depends_on_the_day(with_act: Database) -> None:
    with with_act.reading() as session:
        listed = list_editions(session, get_act(session, CODE), "ru")
    first, second = (row_id(row) for row in listed)
    early = statuses(listed, date(2025, 6, 1))
    assert early == {first: EditionStatus.IN_FORCE, second: EditionStatus.FUTURE}
    late = statuses(listed, date(2026, 6, 1))
    assert late == {first: EditionStatus.PAST, second: EditionStatus.IN_FORCE}


def test_the_list_of_acts(with_act: Database) -> None:
    with with_act.reading() as session:
        (entry,) = list_acts(session).items
    assert (entry.languages, entry.editions, entry.first_date, entry.last_date) == (("ru", "kk"), 2, FIRST, SECOND)
