"""Commands on the service's database, of both kinds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from service.store.accounts import get_account_by_login, list_accounts
from service.store.acts import get_act, list_acts
from service.store.database import Database
from service.store.editions import get_edition
from service.store.migrate import newest
from service.store.tokens import verify_token
from tests.cli.conftest import Tuzetu
from tests.support.store import CODE, FIRST, RU, RU_SECOND, act_folder


def execute(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_import_a_folder_twice(tuzetu: Tuzetu, stored: str, tmp_path: Path) -> None:
    folder = act_folder(tmp_path / "act")
    first = tuzetu("import", folder)
    assert (first.code, "добавлено редакций — 4" in first.out) == (0, True)
    again = tuzetu("import", folder)
    assert (again.code, "ничего не изменено" in again.out) == (0, True)


def test_import_a_single_file(tuzetu: Tuzetu, stored: str, law: Path) -> None:
    options = ("--lang", "ru", "--date", "2025-01-01", "--code", CODE, "--title-ru", "О сельских дорогах")
    assert tuzetu("import", law, *options).code == 0
    database = Database(stored)
    with database.reading() as session:
        assert get_edition(session, get_act(session, CODE), "ru", FIRST).text == RU
    database.close()
    lacking = tuzetu("import", law, "--lang", "ru")
    assert (lacking.code, "--date, --code" in lacking.err) == (2, True)


def test_a_bad_file_in_a_folder_stores_nothing(tuzetu: Tuzetu, stored: str, tmp_path: Path) -> None:
    folder = act_folder(tmp_path / "act")
    (folder / "kaz" / "2026-01-01.md").write_bytes(b"\xff\xfe\x00")
    answer = tuzetu("import", folder)
    assert (answer.code, answer.out) == (2, "")
    assert "2026-01-01.md" in answer.err
    assert "Traceback" not in answer.err
    database = Database(stored)
    with database.reading() as session:
        assert list_acts(session).total == 0
    database.close()


def test_import_of_nothing(tuzetu: Tuzetu, stored: str, tmp_path: Path) -> None:
    answer = tuzetu("import", tmp_path / "нет")
    assert (answer.code, "нет" in answer.err) == (2, True)


@pytest.fixture
def with_act(tuzetu: Tuzetu, stored: str, tmp_path: Path) -> str:
    tuzetu("import", act_folder(tmp_path / "act"))
    return stored


def test_export_the_text_byte_for_byte(tuzetu: Tuzetu, with_act: str, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert tuzetu("export", CODE, "--date", "2025-06-01", "-o", out).code == 0
    assert out.read_bytes() == RU.encode()
    assert tuzetu("export", CODE, "-o", out).code == 0
    assert out.read_bytes() == RU_SECOND.encode()


def test_export_what_changed(tuzetu: Tuzetu, with_act: str, tmp_path: Path) -> None:
    for form, sign in (
        ("json", b'"insert_words"'),
        ("html", "<ins> и ходят</ins>".encode()),
        ("docx", b"PK"),
        ("pdf", b"%PDF"),
    ):
        out = tmp_path / f"out.{form}"
        answer = tuzetu("export", CODE, "--against", "2025-01-01", "--format", form, "-o", out)
        assert answer.code == 0, answer.err
        assert sign in out.read_bytes()


def test_export_before_the_first_edition(tuzetu: Tuzetu, with_act: str, tmp_path: Path) -> None:
    answer = tuzetu("export", CODE, "--date", "2020-01-01", "-o", tmp_path / "out.md")
    assert (answer.code, "первая редакция действует с 2025-01-01" in answer.err) == (2, True)
    assert not (tmp_path / "out.md").exists()
    assert tuzetu("export", "нет", "-o", tmp_path / "out.md").code == 2


def test_accounts(tuzetu: Tuzetu, stored: str) -> None:
    add = ("user", "add", "aliya", "--role", "deputy", "--name-ru", "Алия", "--password")
    assert tuzetu(*add, "long enough word").code == 0
    assert "aliya" in tuzetu("user", "list").out
    assert "занят" in tuzetu(*add, "long enough word").err
    assert "короче" in tuzetu("user", "password", "aliya", "--password", "short").err
    assert tuzetu("user", "password", "aliya", "--password", "another long word").code == 0
    assert tuzetu("user", "close", "aliya").code == 0
    assert "(-)" in tuzetu("user", "list").out
    assert tuzetu("user", "open", "aliya").code == 0
    assert tuzetu("user", "close", "nobody").code == 2


def test_a_token_is_printed_once_and_opens(tuzetu: Tuzetu, stored: str) -> None:
    tuzetu("user", "add", "aliya", "--role", "deputy", "--name-ru", "Алия", "--password", "long enough word")
    secret = tuzetu("user", "token", "aliya", "--scope", "read", "--days", "3").out.strip()
    database = Database(stored)
    with database.reading() as session:
        token, account = verify_token(session, secret)
        assert (token.scopes, account.login) == (["read"], "aliya")
        assert list_accounts(session).total == 1
        assert get_account_by_login(session, "aliya").id == account.id
    database.close()


def test_migrate_down_and_up(tuzetu: Tuzetu, stored: str) -> None:
    assert "base" in tuzetu("migrate", "--down", "--to", "base").out
    assert newest() in tuzetu("migrate").out
    assert tuzetu("migrate", "--to", "9999").code == 2


def test_an_empty_database_is_brought_up(
    tuzetu: Tuzetu, empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUZETU_DATABASE_URL", empty_database_url)
    monkeypatch.setenv("TUZETU_DATA", str(tmp_path))
    assert tuzetu("user", "list").code == 0


def test_a_database_of_another_version_is_left_alone(tuzetu: Tuzetu, stored: str) -> None:
    execute(stored, "UPDATE alembic_version SET version_num = '0000'")
    answer = tuzetu("user", "list")
    assert (answer.code, "tuzetu migrate" in answer.err) == (2, True)


def test_check(tuzetu: Tuzetu, with_act: str) -> None:
    assert "редакций — 4" in tuzetu("check").out
    execute(with_act, "UPDATE audit SET subject = 'act/other' WHERE number = 2")
    broken = tuzetu("check")
    assert (broken.code, "в записи 2 из 2" in broken.err) == (2, True)
    execute(with_act, "UPDATE edition_text SET brought = kept")
    assert "test-1, 2025-01-01, ru" in tuzetu("check").err


@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/x.db", "postgresql://nobody:secretword@127.0.0.1:1/x"])
def test_a_database_that_does_not_answer(
    tuzetu: Tuzetu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("TUZETU_DATABASE_URL", url)
    monkeypatch.setenv("TUZETU_DATA", str(tmp_path))
    for command in (("user", "list"), ("migrate",), ("serve",)):
        answer = tuzetu(*command)
        assert answer.code == 2
        assert "Проверьте TUZETU_DATABASE_URL" in answer.err
        assert "secretword" not in answer.err
        assert "Traceback" not in answer.err


def test_export_is_in_the_log(tuzetu: Tuzetu, with_act: str, tmp_path: Path) -> None:
    tuzetu("export", CODE, "--format", "json", "-o", tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["provisions"]
    engine = create_engine(with_act)
    with engine.begin() as connection:
        last = connection.execute(text("SELECT action, via FROM audit ORDER BY number DESC LIMIT 1")).one()
    engine.dispose()
    assert tuple(last) == ("document:exported", "cli")
