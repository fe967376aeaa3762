"""The command line, run in this process as a shell would see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.cli import run, ui_language
from tests.support.store import RU


@dataclass(frozen=True)
class Answer:
    """What a command wrote and how it ended."""

    code: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.data.decode()


Tuzetu = Callable[..., Answer]


@pytest.fixture
def tuzetu(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Tuzetu:
    """Run a command: `tuzetu("read", path)`."""
    monkeypatch.delenv("TUZETU_UI", raising=False)

    def call(*arguments: object) -> Answer:
        words = [str(argument) for argument in arguments]
        capfdbinary.readouterr()
        code = run(words, ui_language(words))
        said = capfdbinary.readouterr()
        return Answer(code, said.out, said.err.decode())

    return call


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """The small act as a file."""
    path = tmp_path / "law.md"
    path.write_text(RU, encoding="utf-8")
    return path


@pytest.fixture
def stored(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The environment of a service on a fresh database of either kind."""
    monkeypatch.setenv("TUZETU_DATABASE_URL", database_url)
    monkeypatch.setenv("TUZETU_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TUZETU_SECRET_KEY", "k" * 40)
    return database_url
