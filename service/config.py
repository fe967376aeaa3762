"""Every setting of the service, declared once: its variable, its kind, its default, what it is for.

`load` reads them from the environment. A wrong one stops the start with a sentence that names the variable,
what it holds and what is expected. `docs/settings.md` is written from the declarations (`tuzetu settings
--markdown`) and held against them by a test.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.errors import Phrase, UserError, catalogue

Environment = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `read` turns the variable's text into a value or raises ValueError; `expected` names the
    phrase of the catalogue that says what is expected; `default` is the text that stands in when it is absent,
    `shown` what the documentation says of the default where the text alone would not tell."""

    name: str
    variable: str
    kind: str
    default: str
    read: Callable[[str], Any]
    expected: str
    about: str
    shown: str = ""
    secret: bool = False


def whole(least: int, greatest: int) -> Callable[[str], int]:
    """Reads a whole number between two bounds."""

    def read(text: str) -> int:
        value = int(text)
        if not least <= value <= greatest:
            raise ValueError(text)
        return value

    return read


def yes_or_no(text: str) -> bool:
    """Reads 1/0, true/false, yes/no, on/off in any letter case."""
    word = text.strip().casefold()
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off", ""):
        return False
    raise ValueError(text)


def database_url(text: str) -> str:
    """Reads the URL of a SQLite or PostgreSQL database; `postgres://` and the like get our driver."""
    scheme, separator, rest = text.strip().partition("://")
    if not separator:
        raise ValueError(text)
    if scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        if not rest:
            raise ValueError(text)
        return f"postgresql+psycopg://{rest}"
    if scheme == "sqlite" and rest.startswith("/") and rest not in ("/", "/:memory:"):
        return f"sqlite://{rest}"
    raise ValueError(text)


def host(text: str) -> str:
    """Reads a host name or address without a port."""
    if not text.strip() or any(char.isspace() or char in "/@" for char in text.strip()):
        raise ValueError(text)
    return text.strip()


def secret(text: str) -> str:
    """Reads a key of at least 32 characters."""
    if len(text) < 32:
        raise ValueError(text)
    return text


def one_of(*words: str) -> Callable[[str], str]:
    """Reads one of some words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return read


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "port", "PORT", "whole number", "8000", whole(1, 65_535), "expected_port",
        "Port that the service listens on.",
    ),
    Setting(
        "host", "TUZETU_HOST", "host", "127.0.0.1", host, "expected_host",
        "Address that the service listens on; 0.0.0.0 lets other machines in.",
    ),
    Setting(
        "data", "TUZETU_DATA", "folder", "data", Path, "expected_folder",
        "Folder for the SQLite file and the generated key; made when it is not there.",
    ),
    Setting(
        "database_url", "TUZETU_DATABASE_URL", "URL", "", database_url, "expected_database_url",
        "Database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.", "tuzetu.sqlite3 in TUZETU_DATA", True,
    ),
    Setting(
        "secret_key", "TUZETU_SECRET_KEY", "secret", "", secret, "expected_secret",
        "Key that signs sessions, at least 32 characters; the same in every process of one service.",
        "generated once into secret_key in TUZETU_DATA", True,
    ),
    Setting(
        "workers", "TUZETU_WORKERS", "whole number", "2", whole(1, 64), "expected_workers",
        "Processes that answer requests.",
    ),
    Setting(
        "demo", "TUZETU_DEMO", "yes or no", "no", yes_or_no, "expected_yes_or_no",
        "Load the demonstration at the first start, with its public accounts; never for real work.",
    ),
    Setting(
        "seeds", "TUZETU_SEEDS", "folder", "", Path, "expected_folder",
        "Folder of the demonstration's texts.", "seeds beside the program",
    ),
    Setting(
        "max_upload", "TUZETU_MAX_UPLOAD", "megabytes", "20", whole(1, 200), "expected_max_upload",
        "Greatest size of a text that is imported or uploaded.",
    ),
    Setting(
        "https", "TUZETU_HTTPS", "yes or no", "no", yes_or_no, "expected_yes_or_no",
        "The service is reached by HTTPS: cookies are sent over it only, and browsers are told to stay with it.",
    ),
    Setting(
        "proxies", "TUZETU_PROXIES", "whole number", "0", whole(0, 5), "expected_proxies",
        "How many reverse proxies stand in front, whose word on the client's address is taken.",
    ),
    Setting(
        "session_hours", "TUZETU_SESSION_HOURS", "hours", "12", whole(1, 720), "expected_session_hours",
        "How long a person stays signed in without doing anything.",
    ),
    Setting(
        "rate_limit", "TUZETU_RATE_LIMIT", "requests a minute", "600", whole(10, 100_000), "expected_rate_limit",
        "Requests a minute that one address or account may make, in each process.",
    ),
    Setting(
        "sign_in_limit", "TUZETU_SIGN_IN_LIMIT", "attempts a minute", "20", whole(1, 1_000), "expected_sign_in_limit",
        "Attempts a minute to sign in that one address may make, in each process.",
    ),
    Setting(
        "ui", "TUZETU_UI", "language", "ru", one_of("ru", "kk", "en"), "expected_ui",
        "Language of the command line's sentences: ru, kk or en.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    port: int
    host: str
    data: Path
    database_url: str
    secret_key: str
    workers: int
    demo: bool
    seeds: Path
    max_upload: int
    https: bool
    proxies: int
    session_hours: int
    rate_limit: int
    sign_in_limit: int
    ui: str

    @property
    def max_upload_bytes(self) -> int:
        """`max_upload` in bytes."""
        return self.max_upload * 1024 * 1024


class WrongSettings(UserError):
    """One or more settings are wrong; the sentence has a line for each."""

    def __init__(self, errors: list[UserError]) -> None:
        self.errors = errors
        super().__init__("settings_wrong")

    def message(self, language: str = "ru") -> str:
        """All sentences, a line each."""
        return "\n".join(error.message(language) for error in self.errors)


def load(environment: Environment | None = None) -> Settings:
    """Read all settings from the environment; raises `WrongSettings` naming every wrong one.

    Makes the data folder, and the key in it, when they are needed and not there.
    """
    found = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    errors: list[UserError] = []
    for setting in SETTINGS:
        text = found.get(setting.variable, "") or setting.default
        try:
            values[setting.name] = setting.read(text) if text else ""
        except ValueError:
            given = "…" if setting.secret else text
            errors.append(
                UserError("setting_wrong", variable=setting.variable, value=given, expected=Phrase(setting.expected))
            )
    if errors:
        raise WrongSettings(errors)
    _complete(values)
    return Settings(**values)


def _complete(values: dict[str, Any]) -> None:
    """Fill in what depends on other settings."""
    data: Path = values["data"].absolute()
    values["data"] = data
    values["seeds"] = values["seeds"] or _seeds()
    try:
        if not (values["database_url"] and values["secret_key"]):
            # password hashes and the key lie there: for its owner only
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
        values["database_url"] = values["database_url"] or f"sqlite:///{data / 'tuzetu.sqlite3'}"
        values["secret_key"] = values["secret_key"] or _kept_key(data / "secret_key")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WrongSettings([UserError("data_unusable", variable="TUZETU_DATA", value=data, reason=reason)]) from error


def _kept_key(path: Path) -> str:
    """The key kept in `path`, made with owner-only rights when it is not there."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    key = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(key)
    return key


def _seeds() -> Path:
    """The demonstration's folder: in the checkout, or beside an installed program."""
    checkout = Path(__file__).resolve().parent.parent / "seeds"
    return checkout if checkout.is_dir() else Path(sys.prefix) / "seeds"


def settings_page() -> str:
    """The documentation of all settings, in Markdown."""
    lines = [
        "# Settings",
        "",
        "<!-- Written by `tuzetu settings --markdown`; change service/config.py instead. -->",
        "",
        "All settings are environment variables. A wrong one stops the start, with a sentence that names it.",
        "",
        "| variable | kind | default | what it is for |",
        "|---|---|---|---|",
    ]
    for setting in SETTINGS:
        default = setting.shown or f"`{setting.default}`"
        expected = catalogue()[setting.expected]["en"]
        lines.append(f"| `{setting.variable}` | {setting.kind}: {expected} | {default} | {setting.about} |")
    return "\n".join(lines) + "\n"
