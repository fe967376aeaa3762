"""Differences of the Russian and the Kazakh register are warnings that a person can open."""

from __future__ import annotations

from amendments.powers import differences, pair
from tests.powers.laws import MARKETS_KK, MARKETS_RU, WELLS_KK, WELLS_RU, registered


def test_texts_that_say_the_same_give_no_warning() -> None:
    assert differences(registered(WELLS_RU, "ru"), registered(WELLS_KK, "kk")) == ()
    assert differences(registered(MARKETS_RU, "ru"), registered(MARKETS_KK, "kk")) == ()


def test_another_body_another_level_another_state_and_a_missing_unit_are_warned_of() -> None:
    kazakh = (
        WELLS_KK.replace("Облыс мәслихатының құзыретіне", "Аудан мәслихатының құзыретіне")
        .replace(
            "2. Күзетшілер туралы ережені аудан әкімдігі бекітеді.",
            "2. Күзетшілер туралы ережені аудан әкімі бекітеді.",
        )
        .replace("2) құдықтардың шаруашылық бойынша есебін жүргізеді;\n", "")
        .replace("1) құдықтарды тазалауды ұйымдастырады;", "1) алып тасталды;")
    )
    found = differences(registered(WELLS_RU, "ru"), registered(kazakh, "kk"))
    assert [(one.kind, one.address, one.language) for one in found] == [
        ("levels", "art_2/pt_2", ""),
        ("state", "art_4/pt_1/sub_1", ""),
        ("missing", "art_4/pt_1/sub_2", "ru"),
        ("body", "art_4/pt_2", ""),
    ]
    assert (found[0].ru, found[0].kk) == ("region", "district")


def test_one_power_has_two_wordings() -> None:
    (found,) = (
        one for one in pair(registered(WELLS_RU, "ru"), registered(WELLS_KK, "kk")) if one.address == "art_4/pt_2"
    )
    assert (found.ru[0].body, found.kk[0].body) == ("akimat", "akimat")
