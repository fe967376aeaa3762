"""A newer edition of the demonstration's law, made in a test: some amendments meet it clean, some do not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from flask import Flask

from amendments.sources.source import Source
from service import context
from service.store.acts import get_act
from service.store.audit import CLI
from service.store.editions import get_edition
from service.store.importing import store_text
from service.store.sources import EditionSource
from tests.support.pages import ACT, LAST

NEWER = date(2026, 9, 1)
#: What the newer edition has instead of the words of the last one, by language.
CHANGES = {
    "ru": (
        # the words that amendment 12 replaces have gone
        ("своевременно отвечает заявителям", "отвечает заявителям без задержки"),
        # the point that amendment 14 restates has changed
        ("решение иных вопросов", "решение иных вопросов села"),
        # the subpoint that amendment 7 speaks of has another number now
        ("   20) содержит", "   20-1) содержит"),
    ),
    "kk": (
        ("өтініш берушілерге уақтылы жауап береді", "өтініш берушілерге кідіртпей жауап береді"),
        ("өзге де мәселелерді шешу", "ауылдың өзге де мәселелерін шешу"),
        ("   20) ", "   20-1) "),
    ),
}


def add_newer_edition(app: Flask) -> None:
    """Store the edition in both languages."""
    with app.extensions[context.DATABASE_KEY].writing() as session:
        act = get_act(session, ACT)
        for language, changes in CHANGES.items():
            edition = get_edition(session, act, language, date.fromisoformat(LAST))
            article = edition.at("art_18")
            assert article is not None
            old = new = article.raw
            for before, after in changes:
                assert new.count(before) == 1, (language, before, new.count(before))
                new = new.replace(before, after)
            text = edition.text.replace(old, new)
            about = EditionSource(Path(f"newer-{language}"), language, NEWER, "Учебный закон № 9-УЧ")
            assert store_text(session, act, about, Source(text, language, "markdown", {}, ()), CLI) is not None
