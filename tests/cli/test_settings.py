"""Settings: each declared once, each wrong one told, documented by the declarations."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.config import SETTINGS, Settings, WrongSettings, load, settings_page

ROOT = Path(__file__).resolve().parents[2]

WRONG = {
    "PORT": ["0", "65536", "80a", "8000.5", "-1"],
    "TUZETU_HOST": ["a b", "http://x", "  "],
    "TUZETU_DATABASE_URL": [
        "mysql://x/y",
        "nonsense",
        "sqlite://",
        "sqlite:///",
        "postgresql://",
        "sqlite:///:memory:",
    ],
    "TUZETU_SECRET_KEY": ["short"],
    "TUZETU_WORKERS": ["0", "65", "two"],
    "TUZETU_DEMO": ["maybe", "2"],
    "TUZETU_MAX_UPLOAD": ["0", "201", "20MB"],
    "TUZETU_HTTPS": ["да"],
    "TUZETU_PROXIES": ["-1", "6"],
    "TUZETU_SESSION_HOURS": ["0", "721"],
    "TUZETU_RATE_LIMIT": ["9", "many"],
    "TUZETU_SIGN_IN_LIMIT": ["0", "1001"],
    "TUZETU_UI": ["fr", "RU"],
}


def test_without_anything_the_service_starts(tmp_path: Path) -> None:
    settings = load({"TUZETU_DATA": str(tmp_path / "new")})
    assert (settings.port, settings.host, settings.demo) == (8000, "127.0.0.1", False)
    assert settings.database_url == f"sqlite:///{tmp_path}/new/tuzetu.sqlite3"
    assert settings.seeds.is_dir()


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    first, second = (load({"TUZETU_DATA": str(tmp_path)}) for _ in range(2))
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 48
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_new_data_folder_is_its_owners_alone(tmp_path: Path) -> None:
    load({"TUZETU_DATA": str(tmp_path / "new")})
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("variable", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_setting_is_named_with_what_is_expected(tmp_path: Path, variable: str, value: str) -> None:
    with pytest.raises(WrongSettings) as raised:
        load({"TUZETU_DATA": str(tmp_path / "data"), variable: value})
    for language in ("ru", "kk", "en"):
        sentence = raised.value.message(language)
        assert sentence.startswith(variable)
        assert "\n" not in sentence
    assert not (tmp_path / "data").exists()


def test_every_setting_that_can_be_wrong_is_tried() -> None:
    folders = {"TUZETU_DATA", "TUZETU_SEEDS"}
    assert {setting.variable for setting in SETTINGS} == set(WRONG) | folders


def test_a_secret_is_not_repeated_in_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings) as raised:
        load({"TUZETU_DATA": str(tmp_path), "TUZETU_SECRET_KEY": "hunter2"})
    assert "hunter2" not in raised.value.message("ru")


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WrongSettings, match="TUZETU_DATA"):
        load({"TUZETU_DATA": str(tmp_path / "file" / "data")})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql://u:p@h/d?host=/tmp", "postgresql+psycopg://u:p@h/d?host=/tmp"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("sqlite:////var/x.db", "sqlite:////var/x.db"),
    ],
)
def test_database_urls_get_our_driver(tmp_path: Path, given: str, expected: str) -> None:
    assert load({"TUZETU_DATA": str(tmp_path), "TUZETU_DATABASE_URL": given}).database_url == expected


def test_declared_once_and_with_everything() -> None:
    assert [setting.name for setting in SETTINGS] == list(Settings.__dataclass_fields__)
    assert len({setting.variable for setting in SETTINGS}) == len(SETTINGS)
    assert all(setting.about.endswith(".") and setting.kind for setting in SETTINGS)


def test_the_documentation_is_written_from_the_declarations() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == settings_page(), "write it anew: .venv/bin/tuzetu settings --markdown > docs/settings.md"
