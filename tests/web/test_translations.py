"""Every sentence of the pages is there in Russian and in Kazakh, and none is left over."""

from __future__ import annotations

import io
from gettext import GNUTranslations
from typing import IO

import pytest
from babel.messages.mofile import write_mo

from tools import translations


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_nothing_is_missing_unused_or_empty(language: str) -> None:
    assert translations.problems(language) == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_what_set_up_compiled_is_what_is_stored(language: str) -> None:
    compiled = translations.path_of(language).with_suffix(".mo")
    assert compiled.is_file(), "set up first: make setup compiles the translations"
    fresh = io.BytesIO()
    write_mo(fresh, translations.stored(language))
    fresh.seek(0)
    with compiled.open("rb") as source:
        assert sentences(source) == sentences(fresh), "the translations changed: make setup compiles them again"


def sentences(source: IO[bytes]) -> dict[object, str]:
    """All of a compiled file but its header, which says when it was made."""
    found = dict(GNUTranslations(source)._catalog)  # type: ignore[attr-defined]
    del found[""]
    return found


def test_kazakh_is_kazakh() -> None:
    """A Kazakh sentence that is word for word the Russian one is a forgotten one, but for the few that are the same."""
    russian = {message.id: message.string for message in translations.stored("ru")}
    same = [
        message.string
        for message in translations.stored("kk")
        if message.id and isinstance(message.string, str) and message.string == russian[message.id]
    ]
    shared = {"Автор", "Түзету", "Логин", "депутат", "логин: %(login)s", "рус = қаз", "рус ≠ қаз", "№ %(number)s", "№"}
    shared |= {"алгоритм", "Орган", "Редакция", "Word", "%(kind)s…", "Рус | Қаз"}
    assert set(same) <= shared


def test_the_check_sees_a_sentence_without_a_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    found = translations.extracted()
    found.add("A sentence that nobody has translated")
    monkeypatch.setattr(translations, "extracted", lambda: found)
    assert translations.problems("kk") == ["kk: missing: 'A sentence that nobody has translated'"]
