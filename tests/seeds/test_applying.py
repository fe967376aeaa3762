"""The demonstration's amendments, applied by the core: exact in both languages but for the one intended collision."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import Any

import pytest

from amendments.clarity import FACTORS, find_in_edition
from amendments.instructions import parse
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.apply import apply, try_apply
from amendments.operations.model import Operation
from tests.seeds.demonstration import BASE, FOLDERS, amendments, content, edition

AMENDMENTS = amendments()
IDS = [f"{bill}-{entry['number']}" for bill, entry in AMENDMENTS]
MAIN = {entry["number"]: entry for entry in content("bills/rural-akims.yaml")["amendments"]}
STREET_TRADE, FAIRS = 1, 9
COLLIDE = frozenset({STREET_TRADE, FAIRS})


def operations(amendment: dict[str, Any], language: str) -> tuple[Operation, ...]:
    reading = parse(amendment["instruction"][FOLDERS[language]], language)
    assert not reading.problems
    assert not reading.outside
    return tuple(reading.operations)


def amended(number: int, language: str) -> Edition:
    return apply(operations(MAIN[number], language), edition(language, BASE)).edition


def findings(law: Edition) -> Counter[str]:
    return Counter(str(finding.factor) for finding in find_in_edition(law))


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize(("bill", "amendment"), AMENDMENTS, ids=IDS)
def test_an_amendment_is_understood_and_applied(bill: str, amendment: dict[str, Any], language: str) -> None:
    before = edition(language, BASE)
    after = apply(operations(amendment, language), before).edition
    assert after.text != before.text
    assert read(after.text, language).unread == ()


@pytest.mark.parametrize(("bill", "amendment"), AMENDMENTS, ids=IDS)
def test_an_amendment_orders_the_same_in_both_languages(bill: str, amendment: dict[str, Any]) -> None:
    russian, kazakh = (
        [(type(operation).__name__, operation.address) for operation in operations(amendment, language)]
        for language in FOLDERS
    )
    assert russian == kazakh


@pytest.mark.parametrize("language", FOLDERS)
def test_only_the_two_subpoints_7_1_collide(language: str) -> None:
    open_ones = [number for number, entry in MAIN.items() if entry["state"] != "rejected"]
    refused = set()
    for pair in itertools.combinations(open_ones, 2):
        both = [operation for number in pair for operation in operations(MAIN[number], language)]
        if try_apply(both, edition(language, BASE)).refusals:
            refused.add(frozenset(pair))
    assert refused == {COLLIDE}


@pytest.mark.parametrize("language", FOLDERS)
def test_all_amendments_but_the_colliding_and_the_rejected_make_one_consolidated_text(language: str) -> None:
    chosen = [entry for number, entry in MAIN.items() if entry["state"] != "rejected" and number != FAIRS]
    law = apply([o for entry in chosen for o in operations(entry, language)], edition(language, BASE)).edition
    assert law.at("art_31-1/pt_3") is not None
    assert law.at("art_19-1/pt_1/cl_2") is not None
    assert law.at("art_18/pt_1/sub_12-10").state == "excluded"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", FOLDERS)
def test_amendment_6_moves_the_buses_from_the_rural_akim_to_the_district(language: str) -> None:
    before, after = edition(language, BASE).at("art_18/pt_1/sub_14"), amended(6, language).at("art_15/pt_1/sub_9-1")
    assert before is not None
    assert after is not None
    assert before.text == after.text
    assert amended(6, language).at("art_18/pt_1/sub_14").state == "excluded"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", FOLDERS)
def test_the_law_shows_every_factor_of_vagueness(language: str) -> None:
    found = findings(edition(language, BASE))
    assert set(found) == set(map(str, FACTORS))
    assert 60 <= sum(found.values()) <= 140


@pytest.mark.parametrize("language", FOLDERS)
def test_amendment_7_brings_in_a_vague_phrase(language: str) -> None:
    assert findings(amended(7, language)) - findings(edition(language, BASE)) == Counter({"evaluative": 1})


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize(
    ("number", "factor"), [(2, "undefined_object"), (8, "blurred_level"), (10, "discretion"), (12, "no_term")]
)
def test_amendments_2_8_10_and_12_remove_vague_phrases(number: int, factor: str, language: str) -> None:
    gone = findings(edition(language, BASE)) - findings(amended(number, language))
    assert gone[factor] == 1
