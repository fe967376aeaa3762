"""The demonstration's law: read without remainder, the same in both languages, with all that real laws have."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date

import pytest

from amendments.law.edition import Edition
from amendments.operations.apply import apply
from amendments.operations.compare import compare
from tests.seeds.demonstration import BASE, FOLDERS, SEEDS, content, days, edition, source

DAYS = days()
TEXTS = list(itertools.product(FOLDERS, DAYS))
NOTES = {"ru": "> *Сноска. Учебный текст", "kk": "> *Ескерту. Көрсету үшін жазылған оқу мәтіні"}
KAZAKH_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


def test_the_passport_names_the_editions_that_are_here() -> None:
    meta = content("law/meta.yaml")
    assert meta["demonstration"] is True
    assert set(meta["title"]) == set(meta["note"]) == {"rus", "kaz"}
    assert [date(2025, 3, 1), date(2025, 9, 15), BASE] == DAYS
    for folder in FOLDERS.values():
        assert sorted(path.stem for path in (SEEDS / "law" / folder).iterdir()) == [str(day) for day in DAYS]


@pytest.mark.parametrize(("language", "day"), TEXTS)
def test_each_text_says_that_it_is_invented(language: str, day: date) -> None:
    title, note = [line for line in source(language, day).splitlines() if line][:2]
    assert title == "# " + content("law/meta.yaml")["title"][FOLDERS[language]]
    assert note.startswith(NOTES[language])


@pytest.mark.parametrize(("language", "day"), TEXTS)
def test_each_text_is_read_without_remainder(language: str, day: date) -> None:
    assert edition(language, day).text == source(language, day)
    assert edition(language, day).unread == ()


@pytest.mark.parametrize(("language", "day"), TEXTS)
def test_each_text_is_a_law_of_at_least_thirty_articles(language: str, day: date) -> None:
    kinds = Counter(provision.kind for _, provision in edition(language, day))
    assert kinds["article"] >= 30
    assert kinds["chapter"] >= 7
    assert min(kinds[kind] for kind in ("preamble", "point", "subpoint", "clause", "indent", "note", "signature")) >= 1


@pytest.mark.parametrize("day", DAYS)
def test_both_languages_have_the_same_units_in_the_same_order(day: date) -> None:
    russian, kazakh = (
        [(address, provision.kind, provision.number, provision.state) for address, provision in edition(language, day)]
        for language in FOLDERS
    )
    assert russian == kazakh


@pytest.mark.parametrize("language", FOLDERS)
def test_inserted_excluded_and_announced_units_are_there(language: str) -> None:
    law = edition(language, BASE)
    for address in ("ch_2-1", "art_19-1", "art_22-1", "art_7/pt_2-1", "art_3/sub_3-1", "art_18/pt_1/sub_12-11"):
        assert law.at(address) is not None, f"no {address}"
    states = Counter(provision.state for _, provision in law)
    assert states["excluded"] >= 5
    assert law.at("art_18/pt_1/sub_25").state == law.at("art_15/pt_1/sub_23").state == "not_yet"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", FOLDERS)
def test_the_editions_differ_as_a_real_law_does_after_an_amendment(language: str) -> None:
    kinds: set[str] = set()
    for old, new in itertools.pairwise(edition(language, day) for day in DAYS):
        comparison = compare(old, new)
        assert apply(comparison.all, old).edition.text == new.text
        assert 8 <= len(comparison.operations) <= 40
        kinds |= {type(operation).__name__ for operation in comparison.operations}
    assert {"Insert", "Remove", "ReplaceWords", "Restate", "RenameHeading"} <= kinds


@pytest.mark.parametrize(
    ("language", "title"), [("ru", "ведет учет безработных"), ("kk", "жұмыссыздардың есебін жүргізеді")]
)
def test_the_register_of_the_unemployed_moved_from_the_rural_akim_to_the_district(language: str, title: str) -> None:
    before, after = edition(language, DAYS[1]), edition(language, DAYS[2])
    old, new = before.at("art_18/pt_1/sub_12-7"), after.at("art_15/pt_1/sub_17-2")
    assert old is not None
    assert new is not None
    assert title in old.text == new.text
    assert before.at("art_15/pt_1/sub_17-2") is None
    assert after.at("art_18/pt_1/sub_12-7").state == "excluded"  # type: ignore[union-attr]


def test_definitions_stand_in_the_order_of_the_kazakh_alphabet() -> None:
    """Law "On Legal Acts", article 23(7): the Kazakh list is alphabetical, the Russian one follows it."""
    terms = [
        provision.text.split(" – ")[0].lower()
        for address, provision in edition("kk", BASE)
        if provision.kind == "subpoint" and address.startswith("art_1/") and provision.state == "in_force"
    ]
    assert len(terms) >= 12
    assert terms == sorted(terms, key=lambda term: [KAZAKH_ALPHABET.find(letter) for letter in term])


LEVELS = {"region": ("art_12", "art_13"), "district": ("art_15", "art_16"), "rural": ("art_18",)}


def _powers(law: Edition, articles: tuple[str, ...]) -> list[str]:
    return [
        provision.text.rstrip(";.")
        for address, provision in law
        if provision.kind == "subpoint" and provision.state == "in_force" and address.split("/")[0] in articles
    ]


@pytest.mark.parametrize("language", FOLDERS)
def test_three_levels_hold_powers_and_some_of_them_twice(language: str) -> None:
    powers = {level: _powers(edition(language, BASE), articles) for level, articles in LEVELS.items()}
    assert all(len(found) >= 20 for found in powers.values()), {level: len(found) for level, found in powers.items()}
    assert 70 <= sum(map(len, powers.values())) <= 110
    higher = set(powers["region"]) | set(powers["district"])
    assert len(higher & set(powers["rural"])) >= 6, "powers that stand at two levels in the same words"
