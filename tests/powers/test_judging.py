"""Subjects, duplicated, non-core and missing powers of a law of our own."""

from __future__ import annotations

import pytest

from amendments.powers import (
    Asked,
    Duplicate,
    Judgement,
    Register,
    about,
    asked_in_public,
    candidates,
    groups,
    judge,
    kinds,
    missing,
    non_core,
    subjects,
)
from tests.powers.laws import MARKETS_KK, MARKETS_RU, WELLS_KK, WELLS_RU, registered

WELLS = {"ru": WELLS_RU, "kk": WELLS_KK}


@pytest.fixture(scope="module", params=["ru", "kk"])
def wells(request: pytest.FixtureRequest) -> tuple[Register, Judgement]:
    """The law of wells, judged, in each language."""
    found = registered(WELLS[request.param], request.param)
    return found, judge(found)


def pair(judged: Judgement, *addresses: str) -> Duplicate:
    """The pair of two provisions."""
    (found,) = (one for one in judged.duplicates if set(one.addresses) == set(addresses))
    return found


def test_the_same_words_at_two_levels_are_identical(wells: tuple[Register, Judgement]) -> None:
    found = pair(wells[1], "art_3/pt_1/sub_3", "art_4/pt_1/sub_3")
    assert found.grade == "identical"
    assert found.left_only == found.right_only == ()
    assert len(found.common) >= 3
    assert found in candidates(wells[1].duplicates)


def test_who_drafts_and_who_approves_divide_the_labour(wells: tuple[Register, Judgement]) -> None:
    found = pair(wells[1], "art_2/pt_1/sub_1", "art_3/pt_1/sub_1")
    assert found.grade == "divided"
    assert found.division is not None
    assert found.division.rule == "proposes_and_decides"
    assert found not in candidates(wells[1].duplicates)


def test_each_level_for_its_own_budget_is_no_duplication(wells: tuple[Register, Judgement]) -> None:
    found = pair(wells[1], "art_3/pt_1/sub_6", "art_4/pt_1/sub_5")
    assert found.division is not None
    assert found.grade == "divided"
    assert found.division.rule in ("budget", "level")


def test_the_best_candidates_come_first(wells: tuple[Register, Judgement]) -> None:
    scores = [one.score for one in wells[1].duplicates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_different_words_are_told_word_by_word() -> None:
    found = registered(
        "Статья 1. Компетенция акима района\n1. Аким района:\n1) чистит белые каменные колодцы;\n2) ловит рыбу.\n"
        "Статья 2. Компетенция акима села\n1. Аким села:\n1) чистит белые деревянные колодцы;\n2) поет песни.\n",
        "ru",
    )
    double = pair(judge(found), "art_1/pt_1/sub_1", "art_2/pt_1/sub_1")
    assert (double.left_only, double.right_only) == (("каменные",), ("деревянные",))
    assert "белые" in double.common


def test_a_word_that_almost_every_power_holds_makes_no_pairs() -> None:
    items = "".join(f"{number}) чистит колодцы;\n" for number in range(1, 300))
    assert judge(registered(f"Статья 1. Компетенция акима села\n1. Аким села:\n{items}", "ru")).duplicates == ()


def test_acting_through_another_is_divided() -> None:
    found = registered(
        "Статья 1. Компетенция акима района\n1. Аким района:\n1) раздает семена лип через акимов сел;\n2) поет.\n"
        "Статья 2. Компетенция акима села\n1. Аким села:\n1) раздает семена лип;\n2) танцует.\n",
        "ru",
    )
    double = pair(judge(found), "art_1/pt_1/sub_1", "art_2/pt_1/sub_1")
    assert double.division is not None
    assert double.division.rule == "through"


def test_levels_beside_each_other_have_their_own_territory() -> None:
    found = registered(
        "Статья 1. Компетенция акима района в городе\n1. Аким района в городе:\n1) считает липы и клены;\n2) поет.\n"
        "Статья 2. Компетенция акима села\n1. Аким села:\n1) считает липы и клены;\n2) танцует.\n",
        "ru",
    )
    double = pair(judge(found), "art_1/pt_1/sub_1", "art_2/pt_1/sub_1")
    assert double.division is not None
    assert double.division.rule == "level"


def test_a_subject_shows_the_words_that_decided(wells: tuple[Register, Judgement]) -> None:
    told = wells[1].about["art_4/pt_1/sub_1"]
    assert told.subject == "water_utilities"
    assert len(told.words) == 1
    assert not told.corrected


def test_a_persons_correction_stands_over_the_words_and_follows_them(wells: tuple[Register, Judgement]) -> None:
    found, _ = wells
    power = found.by_address["art_4/pt_1/sub_1"][0]
    by_address = judge(found, corrections={power.address: "agriculture"}).about[power.id]
    by_words = about(power, found.language, {power.unit_hash: "environment"})
    assert (by_address.subject, by_address.corrected) == ("agriculture", True)
    assert by_words.subject == "environment"


def test_the_classification_has_two_levels_and_about_twenty_subjects() -> None:
    assert 18 <= len(subjects()) <= 30
    assert {one.group for one in subjects().values()} - {"other"} == set(groups())
    assert all(set(one.name) == {"ru", "kk"} for one in subjects().values())


def test_a_duty_of_another_branch_is_proposed_with_reason_and_source(wells: tuple[Register, Judgement]) -> None:
    (found,) = wells[1].non_core
    assert (found.power.address, found.kind.id) == ("art_4/pt_1/sub_2", "statistics")
    assert all(found.kind.reason[name] and found.kind.source[name] for name in ("ru", "kk"))
    assert found.words


def test_the_same_duty_of_the_region_is_not_proposed() -> None:
    law = "Статья 1. Компетенция акима области\n1. Аким области:\n1) ведет похозяйственный учет;\n2) поет.\n"
    assert not non_core(registered(law, "ru"))


def test_every_kind_has_its_patterns_in_both_languages() -> None:
    for kind in kinds():
        assert set(kind.patterns) == {"ru", "kk"}
        assert set(kind.name) == set(kind.reason) == set(kind.source) == {"ru", "kk"}


def test_a_duty_without_money_data_or_act_is_told(wells: tuple[Register, Judgement]) -> None:
    gaps = {(one.what, one.power.address) for one in wells[1].missing if one.kind == "means" and one.power}
    assert ("data", "art_4/pt_1/sub_2") in gaps
    assert not any(address == "art_3/pt_1/sub_2" for _, address in gaps), "the district is not looked at"


def test_rules_that_nobody_looks_after_are_a_hole(wells: tuple[Register, Judgement]) -> None:
    chains = [one for one in wells[1].missing if one.kind == "chain"]
    assert [one.power.address for one in chains if one.power] == ["art_2/pt_1/sub_1"]


def asked(identifier: str, level: str, ru: str, kk: str) -> Asked:
    return Asked(identifier, level, "akim", {"ru": ru, "kk": kk}, "akim", {"ru": "письмо", "kk": "хат"})


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (asked("a", "rural", "чистка колодцев", "құдықтарды тазалау"), "here"),
        (asked("b", "rural", "контроль за качеством воды", "судың сапасын бақылау"), "above"),
        (asked("c", "rural", "полеты на воздушном шаре", "әуе шарымен ұшу"), "nowhere"),
    ],
)
def test_a_request_is_met_here_above_or_nowhere(
    wells: tuple[Register, Judgement], request_: Asked, expected: str
) -> None:
    (found, *_) = missing(wells[0], [request_])
    assert (found.kind, found.found) == ("asked", expected)
    assert bool(found.near) == (expected != "nowhere")


def test_public_requests_are_read_in_both_languages() -> None:
    for text, language in ((MARKETS_RU, "ru"), (MARKETS_KK, "kk")):
        told = {one.what: one.found for one in missing(registered(text, language)) if one.kind == "asked"}
        assert set(told) == {one.id for one in asked_in_public()}
        assert told["machinery"] == "nowhere"
