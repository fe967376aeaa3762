"""An edition as it is read: contents, paragraphs, notes put away where they would crowd out the law."""

from __future__ import annotations

from amendments.law.reader import read
from service.web.presenters.reading import Notes, contents, paragraphs, with_notes_together

NOTE = "> *Сноска. Статья изложена в редакции учебного закона № 7.*\n\n"
LAW = "# О дорогах\n\n" + NOTE + "## Глава 1. Дороги\n\n### Статья 1. Дорога\n\n1. Дорога – полоса земли.\n\n"
EXCLUDED = "*2. исключен учебным законом № 8.*\n"


def test_contents_have_chapters_and_articles() -> None:
    lines = contents(read(LAW, "ru"))
    assert [(line.words, line.part) for line in lines] == [("Глава 1. Дороги", True), ("Статья 1. Дорога", False)]
    assert [line.anchor for line in lines] == ["ch_1", "art_1"]


def test_the_title_is_left_out_where_the_page_shows_it() -> None:
    law = read(LAW, "ru")
    assert paragraphs(law)[0].kind == "title"
    assert all(line.kind != "title" for line in paragraphs(law, title="О дорогах"))


def test_an_excluded_unit_is_quiet() -> None:
    quiet = [line.address for line in paragraphs(read(LAW + EXCLUDED, "ru")) if line.quiet]
    assert quiet == ["art_1/pt_2"]


def test_short_notes_are_printed_and_long_ones_put_away() -> None:
    def notes(text: str) -> list[Notes]:
        return [one for one in with_notes_together(paragraphs(read(text, "ru"))) if isinstance(one, Notes)]

    (short,) = notes(LAW)
    assert not short.long
    (long,) = notes(LAW.replace(NOTE, NOTE * 8))
    assert long.long
    assert len(long.paragraphs) == 8
    assert long.beginning.startswith("Сноска. Статья изложена")


def test_nothing_is_lost_when_notes_are_put_together() -> None:
    lines = paragraphs(read(LAW.replace(NOTE, NOTE * 3) + EXCLUDED, "ru"))
    flat = []
    for one in with_notes_together(lines):
        flat.extend(one.paragraphs if isinstance(one, Notes) else [one])
    assert flat == lines
