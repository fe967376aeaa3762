"""Powers read out of laws of our own: who, at which level, does what, under which terms."""

from __future__ import annotations

from datetime import date

import pytest

from amendments.law.edition import Edition
from amendments.powers import Power, Register, register
from tests.powers.laws import MARKETS_KK, MARKETS_RU, WELLS_KK, WELLS_RU, edition, registered

WELLS = {"ru": WELLS_RU, "kk": WELLS_KK}
MARKETS = {"ru": MARKETS_RU, "kk": MARKETS_KK}


@pytest.fixture(scope="module", params=["ru", "kk"])
def wells(request: pytest.FixtureRequest) -> Register:
    """The register of the law of wells, in each language."""
    return registered(WELLS[request.param], request.param)


@pytest.fixture(scope="module", params=["ru", "kk"])
def markets(request: pytest.FixtureRequest) -> Register:
    """The register of the law of road markets, in each language."""
    return registered(MARKETS[request.param], request.param)


def only(found: Register, address: str) -> Power:
    """The one power of a provision."""
    (power,) = found.by_address[address]
    return power


def test_competence_articles_are_known_by_their_structure(wells: Register) -> None:
    assert wells.articles == ("art_2", "art_3", "art_4"), "the general provisions give no power"


@pytest.mark.parametrize(
    ("address", "levels", "body"),
    [
        ("art_2/pt_1/sub_1", ("district",), "maslikhat"),
        ("art_2/pt_2", ("region",), "maslikhat"),
        ("art_3/pt_1/sub_1", ("district",), "akimat"),
        ("art_3/pt_2", ("district",), "akimat"),
        ("art_4/pt_1/sub_1", ("rural",), "akim"),
        ("art_4/pt_2", ("district",), "akimat"),
    ],
)
def test_the_holder_stands_in_heading_introduction_or_sentence(
    wells: Register, address: str, levels: tuple[str, ...], body: str
) -> None:
    power = wells.by_address[address][0]
    assert (power.levels, power.body) == (levels, body)


def test_every_unit_of_a_competence_article_gives_a_power_or_a_reason(wells: Register) -> None:
    law = edition(WELLS[wells.language], wells.language)
    told = {*wells.by_address, *(one.address for one in wells.unread)}
    items = [a for a, node in law if node.kind == "subpoint"]
    points = ["art_2/pt_2", "art_3/pt_2", "art_4/pt_2", "art_4/pt_3"]
    assert set(items) | set(points) <= told
    assert [(one.address, one.reason) for one in wells.unread] == [("art_4/pt_3", "body")]


def test_excluded_and_coming_units_keep_their_place_state_and_date(wells: Register) -> None:
    excluded, coming = only(wells, "art_2/pt_1/sub_2"), only(wells, "art_2/pt_1/sub_4")
    assert (excluded.state, excluded.since) == ("excluded", date(2024, 3, 1))
    assert (coming.state, coming.since) == ("not_yet", date(2030, 1, 1))
    assert excluded.body == coming.body == "maslikhat"
    assert excluded not in wells.in_force


def test_two_verbs_over_two_objects_are_two_powers(wells: Register) -> None:
    first, second = wells.by_address["art_3/pt_1/sub_2"]
    assert (first.action_classes, second.action_classes) == (("perform",), ("control",))
    assert first.money is not None
    assert second.money is None, "who pays for the cleaning does not pay for the control"
    assert (first.id, second.id) == ("art_3/pt_1/sub_2", "art_3/pt_1/sub_2#2")


def test_a_second_sentence_has_its_own_subject(wells: Register) -> None:
    akimat, akim = wells.by_address["art_3/pt_1/sub_3"]
    assert (akimat.body, akim.body) == ("akimat", "akim")
    assert akim.levels == ("district",)


def test_two_verbs_over_one_list_are_one_power_with_its_items(wells: Register) -> None:
    power = only(wells, "art_3/pt_1/sub_4")
    assert power.action_classes == ("appoint",)
    assert len(power.action.words.split()) == 2
    assert [item.address for item in power.items] == ["art_3/pt_1/sub_4/ind_2", "art_3/pt_1/sub_4/ind_3"]


def test_a_power_through_another_body_links_both(wells: Register) -> None:
    (named,) = only(wells, "art_3/pt_1/sub_5").named
    assert (named.body, named.levels, named.relation) == ("akim", ("rural",), "through")


def test_the_article_says_once_before_whom_its_body_answers(wells: Register) -> None:
    power = only(wells, "art_3/pt_1/sub_6")
    assert power.accountable_to is not None
    assert power.accountable_to.address == "art_3/pt_2"
    assert only(wells, "art_4/pt_1/sub_1").accountable_to is None


def test_the_introduction_lends_its_basis_to_the_list(wells: Register) -> None:
    power = only(wells, "art_3/pt_1/sub_7")
    assert power.basis is not None
    assert power.basis.address == "art_3/pt_1"


def test_a_term_and_an_act_are_slots(wells: Register) -> None:
    report, rules = only(wells, "art_2/pt_1/sub_3"), only(wells, "art_2/pt_1/sub_1")
    assert report.deadline is not None
    assert rules.act is not None
    assert report.act is None


def test_an_item_that_names_its_own_subject_keeps_it(wells: Register) -> None:
    power = only(wells, "art_4/pt_1/sub_4")
    assert power.holder.place.address == "art_4/pt_1/sub_4"
    assert power.object.words in ("насос", "сорғыны")


def test_a_list_after_a_verb_or_a_right(markets: Register) -> None:
    assert only(markets, "art_5/pt_1/sub_1").action_classes == ("control",)
    assert only(markets, "art_5/pt_1/sub_1").levels == ("district",)
    right = only(markets, "art_5/pt_2/sub_1")
    assert ("вправе" in right.action.words) or ("құқылы" in right.action.words)
    assert {(one.body, one.relation) for one in right.named} == {("akim", "with"), ("assembly", "with")}
    assert only(markets, "art_5/pt_3").body == "gathering"


RUSSIAN = [
    ("Аким села в пределах своей компетенции ведет учет и охрану лип.", "ведет учет охрану", "лип"),
    ("Аким села вправе при наличии денег сажать и поливать липы.", "вправе сажать поливать", "липы"),
    ("Липы сажаются акимом села.", "сажаются", "Липы"),
    ("Посадку лип, где нет сторожа, проводит аким села.", "проводит", "Посадку лип, где нет сторожа"),
    ("К компетенции акима села относится ежегодный учет лип.", "учет", "лип"),
]


@pytest.mark.parametrize(("sentence", "action", "said"), RUSSIAN)
def test_russian_ways_to_say_a_power(sentence: str, action: str, said: str) -> None:
    power = only(registered(f"Статья 1. Компетенция акима села\n1. {sentence}\n", "ru"), "art_1/pt_1")
    assert (power.action.words, power.object.words) == (action, said)


KAZAKH = [
    ("Ауыл әкімі жөкелерді отырғызуды ұйымдастырады және қамтамасыз етеді.", "perform", "жөкелерді"),
    ("Жөкелерді отырғызуды ауыл әкімі жүзеге асырады.", "perform", "Жөкелерді отырғызуды"),
    ("Ауыл әкімінің құзыретіне жөкелерді түгендеу жатады.", "record", "жөкелерді"),
    ("Жөкелер туралы ережені бекіту ауыл әкімінің құзыретіне жатады.", "approve", "Жөкелер туралы ережені"),
]


@pytest.mark.parametrize(("sentence", "kind", "said"), KAZAKH)
def test_kazakh_ways_to_say_a_power(sentence: str, kind: str, said: str) -> None:
    power = only(registered(f"1-бап. Ауыл әкімінің құзыреті\n1. {sentence}\n", "kk"), "art_1/pt_1")
    assert kind in power.action_classes
    assert power.object.words == said
    assert (power.levels, power.body) == (("rural",), "akim")


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Липы сажаются весной.", "body"),
        ("Министерство сажает липы.", "body"),
        ("Аппарат акима села является учреждением.", "describes"),
    ],
)
def test_what_gives_no_power_is_told_with_its_reason(sentence: str, reason: str) -> None:
    found = registered(f"Статья 1. Компетенция акима села\n1. {sentence}\n", "ru")
    assert not found.powers
    assert [one.reason for one in found.unread] == [reason]


def test_a_paragraph_too_long_to_be_a_power_is_told_and_not_read() -> None:
    law = f"Статья 1. Компетенция акима села\n1. Аким села:\n1) {'сажает липы и ' * 900};\n2) поет.\n"
    found = registered(law, "ru")
    assert [(one.address, one.reason) for one in found.unread] == [("art_1/pt_1/sub_1", "long")]
    assert only(found, "art_1/pt_1/sub_2").action.words == "поет"


def test_levels_of_a_body_named_without_any_are_those_of_its_article() -> None:
    found = registered("Статья 1. Компетенция акима района\n1. Аким сажает липы.\n", "ru")
    assert only(found, "art_1/pt_1").levels == ("district",)


def test_another_language_is_refused() -> None:
    english = Edition(edition(WELLS_RU, "ru").root, "en")
    with pytest.raises(ValueError, match="en"):
        register(english)
