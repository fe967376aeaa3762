"""`tuzetu import --history`: every edition that an act's folder ever held in a git repository."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from service.store.acts import get_act
from service.store.database import Database
from service.store.editions import get_edition, list_editions
from tests.cli.conftest import Tuzetu
from tests.support.store import CODE, FIRST, RU, RU_SECOND, SECOND

FOLDER = "acts/roads"


class Village:
    """A repository with one act's folder, written commit by commit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = path / FOLDER
        self.folder.mkdir(parents=True)
        self.git("init", "-q")

    def git(self, *arguments: str) -> None:
        who = ("-c", "user.name=Т", "-c", "user.email=t@example.kz", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=self.path, check=True, capture_output=True)

    def commit(self, day: date, text: bytes | str, cause: str = "", code: str = CODE) -> None:
        data = text.encode() if isinstance(text, str) else text
        (self.folder / "rus.md").write_bytes(data)
        lines = [f"act_code: '{code}'", "requisite: Закон № 1", "title: {rus: О дорогах, kaz: Жолдар туралы}"]
        lines += [f"version_date: {day.isoformat()}", *([f"caused_by: {cause}"] if cause else [])]
        (self.folder / "meta.yaml").write_text("\n".join(lines), encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", day.isoformat())


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Village:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return Village(tmp_path / "зеркало")


def texts(url: str) -> dict[date, tuple[str, str]]:
    database = Database(url)
    with database.reading() as session:
        act = get_act(session, CODE)
        days = [row.in_force_from for row in list_editions(session, act) if row.language == "ru"]
        found = {day: get_edition(session, act, "ru", day) for day in days}
        told = {day: (edition.text, edition.caused_by) for day, edition in found.items()}
    database.close()
    return told


def test_every_commit_becomes_an_edition_with_its_date_and_cause(tuzetu: Tuzetu, stored: str, village: Village) -> None:
    village.commit(FIRST, RU)
    village.commit(SECOND, RU_SECOND, "Закон № 2")
    answer = tuzetu("import", "--history", village.path, "--path", FOLDER)
    assert (answer.code, "добавлено редакций — 2" in answer.out) == (0, True)
    assert texts(stored) == {FIRST: (RU, ""), SECOND: (RU_SECOND, "Закон № 2")}
    again = tuzetu("import", "--history", village.path, "--path", FOLDER)
    assert (again.code, "ничего не изменено" in again.out) == (0, True)


def test_an_interrupted_import_keeps_what_it_has_and_goes_on(tuzetu: Tuzetu, stored: str, village: Village) -> None:
    village.commit(FIRST, RU)
    village.commit(SECOND, b"\x00\x01")
    stopped = tuzetu("import", "--history", village.path, "--path", FOLDER)
    assert (stopped.code, "rus.md" in stopped.err, "Traceback" in stopped.err) == (2, True, False)
    assert list(texts(stored)) == [FIRST]
    village.commit(SECOND, RU_SECOND)
    resumed = tuzetu("import", "--history", village.path, "--path", FOLDER)
    assert resumed.code == 0
    assert "добавлено редакций — 1, были и раньше — 1" in resumed.out
    assert "исправлены в репозитории для той же даты: 1" in resumed.out
    assert texts(stored)[SECOND][0] == RU_SECOND


def test_a_commit_without_a_description_is_skipped_and_named(tuzetu: Tuzetu, stored: str, village: Village) -> None:
    (village.folder / "rus.md").write_text(RU, encoding="utf-8")
    village.git("add", "-A")
    village.git("commit", "-q", "-m", "text alone")
    village.commit(FIRST, RU)
    answer = tuzetu("import", "--history", village.path, "--path", FOLDER)
    assert (answer.code, "пропущено" in answer.err, "meta.yaml" in answer.err) == (0, True, True)
    assert list(texts(stored)) == [FIRST]


@pytest.mark.parametrize(
    ("folder", "says"),
    [
        ("acts/rivers", "нет папки «acts/rivers»"),
        ("../elsewhere", "не ведёт в папку"),
        ("/etc", "не ведёт в папку"),
        ("--output=x", "нет папки"),
        (":(top)acts", "нет папки"),
    ],
)
def test_a_folder_that_is_not_in_the_repository(
    tuzetu: Tuzetu, stored: str, village: Village, folder: str, says: str
) -> None:
    village.commit(FIRST, RU)
    answer = tuzetu("import", "--history", village.path, f"--path={folder}")
    assert (answer.code, says in answer.err) == (2, True), answer.err


def test_what_is_no_repository_or_names_two_things(tuzetu: Tuzetu, stored: str, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    assert "git" in tuzetu("import", "--history", plain).err
    assert "Нет такого файла или папки" in tuzetu("import", "--history", tmp_path / "nowhere").err
    assert "что-то одно" in tuzetu("import", plain, "--history", plain).err
    assert "что-то одно" in tuzetu("import").err


def test_the_repository_cannot_make_git_run_anything(tuzetu: Tuzetu, stored: str, village: Village) -> None:
    village.commit(FIRST, RU)
    trace = village.path.parent / "ran"
    for key in ("core.fsmonitor", "core.pager", "core.editor", "diff.external", "diff.law.textconv"):
        village.git("config", key, f"touch {trace}; true")
    (village.path / ".gitattributes").write_text("*.md diff=law\n", encoding="utf-8")
    hook = village.path / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {trace}\n", encoding="utf-8")
    hook.chmod(0o755)
    assert tuzetu("import", "--history", village.path, "--path", FOLDER).code == 0
    assert not trace.exists()
