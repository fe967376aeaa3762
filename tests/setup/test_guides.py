"""The user guides: what they call a thing on a page is what the page calls it, and both languages say the same."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest

from tests.setup.project import read, tracked
from tools.pictures import LANGUAGES, pictures
from tools.screenshots import asked_for
from tools.translations import stored

PICTURE = re.compile(r"!\[[^]]*\]\(\.\./screenshots/([\w-]+)\.png\)")
LEAST = 3
"""Letters that a message has at least besides the names filled in."""
Section = tuple[str, ...]
"""The names that stand in bold in a section of a guide, in its order."""


def guide(language: str) -> str:
    """The guide in a language, with single spaces: a name may go over the end of a line."""
    return read(f"docs/{language}/guide.md")


def sections(language: str) -> dict[str, Section]:
    """Heading → the names in bold under it."""
    parts = re.split(r"^##+ (.+)$", guide(language), flags=re.MULTILINE)
    return {
        heading: tuple(" ".join(name.split()) for name in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL))
        for heading, text in zip(parts[1::2], parts[2::2], strict=True)
    }


@cache
def patterns(language: str) -> list[tuple[str, re.Pattern[str]]]:
    """Message id → what its words look like on a page: names filled in, a button that asks more ends in dots.

    A message that is little more than names filled in looks like everything, so it is left out.
    """
    found = []
    for message in stored(language):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        for form in forms if message.id else ():
            if len(re.findall(r"\w", re.sub(r"%\(\w+\)s", "", form))) < LEAST:
                continue
            words = re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(form).replace("%%", "%"))
            found.append((str(message.id), re.compile(rf"{words}…?")))
    return found


@cache
def meanings(language: str, name: str) -> frozenset[str]:
    """The messages that a name on a page may be."""
    return frozenset(key for key, pattern in patterns(language) if pattern.fullmatch(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_a_guide_stands_on_a_page(language: str) -> None:
    names = [name for section in sections(language).values() for name in section]
    assert len(names) > 150
    assert [name for name in names if not meanings(language, name)] == []


@pytest.mark.parametrize(("language", "name"), [("ru", "Нажать здесь"), ("kk", "Мұнда басу"), ("ru", "Решить о них")])
def test_a_name_that_stands_on_no_page_is_found_out(language: str, name: str) -> None:
    assert not meanings(language, name)


def test_both_guides_name_the_same_things_in_every_section() -> None:
    for (ru, names), (kk, twins) in zip(sections("ru").items(), sections("kk").items(), strict=True):
        left = list(twins)
        lonely = []
        for name in names:
            same = next((twin for twin in left if meanings("ru", name) & meanings("kk", twin)), None)
            if same is None:
                lonely.append(name)
            else:
                left.remove(same)
        assert (lonely, left) == ([], []), (ru, kk)


def test_both_guides_are_built_alike() -> None:
    for ru, kk in zip_longest(shape("ru"), shape("kk")):
        assert ru == kk, f"the Russian guide has {ru} where the Kazakh has {kk}"


def shape(language: str) -> list[str]:
    """The kinds of the guide's lines in their order: headings, steps, rows, pictures without their language."""
    found = []
    for line in guide(language).splitlines():
        if picture := PICTURE.match(line):
            found.append(picture[1].replace(f"-{language}-", "-*-"))
        elif mark := re.match(r"#+ |\d+\. |- |\|", line):
            found.append(mark[0])
    return found


def test_pictures_are_those_that_the_tool_takes() -> None:
    known = {picture.stem for picture in pictures()}
    kept = {path.stem for path in tracked() if path.parent == Path("docs/screenshots")}
    shown = {name for language in LANGUAGES for name in PICTURE.findall(guide(language))}
    assert kept - known == set()
    assert shown - kept == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_at_the_top_leads_to_every_section(language: str) -> None:
    headings = re.findall(r"^## (.+)$", guide(language), re.MULTILINE)
    anchors = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert re.findall(r"^- \[.+\]\(#(.+)\)$", guide(language), re.MULTILINE) == anchors


@pytest.mark.parametrize(
    ("name", "some", "none"),
    [
        ("bill", "bill-dark-kk-1024", "bill-text-ru-360"),
        ("bill-dark", "bill-dark-ru-1024", "bill-ru-1024"),
        ("rebase-one-kk-360", "rebase-one-kk-360", "rebase-one-ru-360"),
        ("compare-*-360", "compare-side-kk-360", "compare-kk-1600"),
    ],
)
def test_the_tool_takes_those_pictures_that_are_asked_for(name: str, some: str, none: str) -> None:
    taken = {picture.stem for picture in pictures() if asked_for(picture, [name])}
    assert some in taken
    assert none not in taken


def test_the_tool_lists_no_picture_twice() -> None:
    stems = [picture.stem for picture in pictures()]
    assert len(stems) == len(set(stems))
