"""The register of the real law: addresses and figures only, none of its sentences."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from amendments.clarity import find_in_edition
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.powers import (
    Change,
    Delta,
    Judgement,
    Proposal,
    Register,
    candidates,
    delta,
    differences,
    draft,
    judge,
    register,
)

pytestmark = pytest.mark.corpus

COMPETENCE = ("6", "27", "29", "29-1", "31", "33", "35", "38", "38-1", "39-3")
FOLDERS = {"ru": "rus", "kk": "kaz"}
# The overlaps that a lawyer saw in the text: a group is found where one of its pairs is among the first candidates, or
# stands there as divided labour with its reason.
GROUPS = {
    "taxes": ["35/1/3 33/1/10"],
    "constitution": ["35/1/5 31/1/3"],
    "rights": ["35/1/2 33/1/5"],
    "improvement": ["35/1/20 31/1/16", "35/1/20 38/5-1/4"],
    "housing": ["35/1/7 31/1/12-1", "35/1-3/13 31/1/12-2", "35/1-3/14 31/1/12-5"],
    "charity": ["35/1/12 35/1/12-7", "35/1/12-6 35/1/12-7", "35/1/12 31/1/14"],
    "rural_doctors": ["35/1/12-8 31/1/14"],
    "defence": ["35/1/9 33/1/13", "35/1/9 31/1/8", "35/1/9 29/1/11"],
    "veterinary": ["35/1/14-2 33/1/14-1"],
    "water": ["35/1/19 31/1/7"],
    "sport": ["35/1/23 31/1/27-1"],
    "social_business": ["35/1/8-1 31/1/4-3"],
    "graves": ["35/1/21-1 33/1-2", "35/1/21-1 31/1/32"],
    "mediators": ["35/1/22 33/1/6-1"],
    "convicts": ["35/1/12-1 31/1/14-3", "35/1/12-10 31/1/14-1"],
    "self_government": ["31/1/42-1 27/1/54", "31/1/42-2 27/1/55", "31/1/42-3 27/1/56"],
    "roads": ["35/1/7 31/1/11", "35/1/14 31/1/9"],
}
NOT_THEIRS = ("35/1/10-1", "35/1/12-10", "35/1/12-11", "35/1/14", "35/1/14-1", "35/1/14-3", "35/1-4/1")
# What the reform of July 2026 did to the powers of the lower levels.
REFORM = ("35/1/21", "38-1/10/4", "38-1/11", "39-3/2/4-2", "39-3/3/1", "39-3/5", "39-3/5-1", "39-3/9-1")


def address(short: str) -> str:
    """«35/1/12-1» → «art_35/pt_1/sub_12-1»."""
    return "/".join(f"{kind}_{number}" for kind, number in zip(("art", "pt", "sub"), short.split("/"), strict=False))


@pytest.fixture(scope="module")
def laws(corpus: Path) -> dict[tuple[str, str], Edition]:
    """Both editions in both languages by (language, day of July 2026)."""
    return {
        (language, day): read((corpus / f"law148/{folder}/2026-07-{day}.md").read_text(encoding="utf-8"), language)
        for language, folder in FOLDERS.items()
        for day in ("12", "14")
    }


@pytest.fixture(scope="module")
def registers(laws: dict[tuple[str, str], Edition]) -> dict[tuple[str, str], Register]:
    """The register of each edition."""
    return {key: register(law) for key, law in laws.items()}


@pytest.fixture(scope="module")
def judged(registers: dict[tuple[str, str], Register]) -> Judgement:
    """The Russian edition of 14 July, judged."""
    return judge(registers["ru", "14"])


def units(law: Edition) -> Iterator[str]:
    """The units of the competence articles: items, and points that hold no list of items."""
    for where, node in law:
        if where.split("/", 1)[0] not in {f"art_{number}" for number in COMPETENCE}:
            continue
        lists = any(child.kind == "subpoint" for child in node.law)
        if node.kind == "subpoint" or (node.kind == "point" and not lists):
            yield where


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_competence_unit_gives_a_power_or_a_reason(
    language: str, laws: dict[tuple[str, str], Edition], registers: dict[tuple[str, str], Register]
) -> None:
    found = registers[language, "14"]
    told = {*found.by_address, *(one.address for one in found.unread)}
    told |= {one.address for one in found.unread if one.reason == "list"}
    listed = tuple(f"{one.address}/" for one in found.unread if one.reason == "list")
    silent = [unit for unit in units(laws[language, "14"]) if unit not in told and not unit.startswith(listed or "-")]
    assert silent == []


def test_the_figures_on_powers_read_twice(
    corpus: Path, registers: dict[tuple[str, str], Register], judged: Judgement
) -> None:
    gold = json.loads((corpus / "powers/dev.json").read_text(encoding="utf-8"))
    pairs = [frozenset(map(_unit, one.addresses)) for one in candidates(judged.duplicates)]
    ordered = list(dict.fromkeys(pairs))
    first, wide = set(islice(ordered, 200)), set(islice(ordered, 400))
    assert _share(gold["strong"], first) >= 0.9
    assert _share(gold["overlapping"], wide) >= 0.6
    assert _share(gold["divided"], first) <= 0.2
    proposed = {_unit(one.power.address) for one in judged.non_core}
    assert len(proposed & set(gold["non_core"])) >= 0.85 * len(gold["non_core"])
    table = registers["ru", "14"].by_address
    right = [
        any(p.body == one["body"] and one["level"] in p.levels for p in table.get(one["address"], ()))
        for one in gold["powers"]
    ]
    assert sum(right) >= 0.95 * len(right)


def _unit(where: str) -> str:
    return "/".join(part for part in where.split("/") if part.split("_")[0] in ("art", "pt", "sub"))


def _share(pairs: list[list[str]], found: set[frozenset[str]]) -> float:
    return sum(frozenset(map(_unit, pair)) in found for pair in pairs) / len(pairs)


def test_the_seventeen_groups_of_overlaps(judged: Judgement) -> None:
    first = {frozenset(one.addresses) for one in islice(candidates(judged.duplicates), 400)}
    first |= {frozenset(one.addresses) for one in judged.duplicates if one.grade == "divided" and one.score >= 0.45}
    found = {
        name for name, pairs in GROUPS.items() if any(frozenset(map(address, pair.split())) in first for pair in pairs)
    }
    assert len(found) >= 16, set(GROUPS) - found


def test_the_duties_that_are_not_a_village_akims_are_proposed(judged: Judgement) -> None:
    proposed = {one.power.address for one in judged.non_core}
    assert {address(short) for short in NOT_THEIRS} <= proposed


def test_street_trade_and_playgrounds_are_only_above_the_village(judged: Judgement) -> None:
    told = {one.what: one for one in judged.missing if one.kind == "asked"}
    assert told["street_trade"].found == told["playgrounds"].found == "above"
    assert address("31/1/4-2") in {power.address for power in told["street_trade"].near}
    assert address("31/1/27-2") in {power.address for power in told["playgrounds"].near}
    assert told["data_access"].found == told["administrative_protocols"].found == "nowhere"


def test_thirty_kazakh_powers_judged_by_hand(registers: dict[tuple[str, str], Register]) -> None:
    sample = tomllib.loads(Path(__file__).with_name("kazakh_sample.toml").read_text(encoding="utf-8"))["power"]
    known = registers["kk", "14"].by_id
    assert len(sample) == 30
    assert sum(one["right"] for one in sample) >= 27
    for one in sample:
        power = known[one["id"]]
        assert (list(power.levels), power.body) == (one["levels"], one["body"]), one["id"]
        if one["right"]:
            assert one["action"] in power.action_classes, one["id"]
            assert power.object.words, one["id"]


def test_the_kazakh_register_pairs_with_the_russian_one(registers: dict[tuple[str, str], Register]) -> None:
    russian, kazakh = registers["ru", "14"], registers["kk", "14"]
    inside = {a for a in russian.by_address if a.split("/", 1)[0] in {f"art_{number}" for number in COMPETENCE}}
    assert len(inside & set(kazakh.by_address)) >= 0.95 * len(inside)
    assert {one.kind for one in differences(russian, kazakh)} == {"missing"}


def test_differences_of_the_languages_are_real(
    laws: dict[tuple[str, str], Edition], registers: dict[tuple[str, str], Register]
) -> None:
    for one in differences(registers["ru", "14"], registers["kk", "14"]):
        assert laws[one.language, "14"].at(one.address) is not None
        assert laws["kk" if one.language == "ru" else "ru", "14"].at(one.address) is None


@pytest.fixture(scope="module")
def reform(laws: dict[tuple[str, str], Edition], registers: dict[tuple[str, str], Register]) -> Delta:
    """What July 2026 changed, with the weight of vague wording before and after."""
    return delta(
        registers["ru", "12"],
        registers["ru", "14"],
        vague_before=_vague(laws["ru", "12"]),
        vague_after=_vague(laws["ru", "14"]),
    )


def _vague(law: Edition) -> dict[str, float]:
    weights: dict[str, float] = {}
    for finding in find_in_edition(law):
        weights[finding.address] = weights.get(finding.address, 0.0) + finding.weight
    return weights


def test_the_delta_of_july_lists_the_reform(reform: Delta) -> None:
    changed = {change.address for change in reform.changes}
    for short in REFORM:
        assert any(where == address(short) or where.startswith(f"{address(short)}/") for where in changed), short


def test_the_delta_of_july_says_what_became_clearer(reform: Delta) -> None:
    kinds = {change.address: change.kind for change in reform.changes}
    assert kinds[address("35/1/21")] == "clearer"
    assert kinds[address("39-3/2/4-2")] == "added"


def test_the_delta_of_july_lists_nothing_that_did_not_change(
    reform: Delta, laws: dict[tuple[str, str], Edition]
) -> None:
    assert all(_touched(change, laws["ru", "12"], laws["ru", "14"]) for change in reform.changes)
    moved = {one.address for one in reform.changes}
    assert all(set(one.addresses) & moved for one in (*reform.duplicates_made, *reform.duplicates_gone))


def _touched(change: Change, old: Edition, new: Edition) -> bool:
    before, after = old.at(change.address), new.at(change.to or change.address)
    return before is None or after is None or before.law_hash != after.law_hash


def test_the_same_measured_addresses_are_made_twice(reform: Delta) -> None:
    made = {frozenset(one.addresses) for one in reform.duplicates_made}
    for pair in GROUPS["self_government"]:
        assert frozenset(map(address, pair.split())) in made


def test_a_transfer_to_the_district_is_drafted_in_both_languages(
    laws: dict[tuple[str, str], Edition], registers: dict[tuple[str, str], Register]
) -> None:
    texts = [(laws[language, "14"], registers[language, "14"]) for language in ("ru", "kk")]
    made = draft(Proposal("transfer", address("35/1/12-10"), "district", "akim"), texts)
    assert [one.kind for one in made.operations["ru"]] == ["insert", "remove"]
    assert [one.address for one in made.operations["ru"]] == [one.address for one in made.operations["kk"]]
