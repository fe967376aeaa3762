"""A proposal becomes operations in both languages, or is refused with a sentence."""

from __future__ import annotations

import pytest

from amendments.instructions import write
from amendments.instructions.twins import differences as differing
from amendments.law.edition import Edition
from amendments.operations.apply import apply
from amendments.powers import Asked, DraftRefused, Proposal, Register, draft, judge, proposals, register
from tests.powers.laws import WELLS_KK, WELLS_RU, edition

Texts = list[tuple[Edition, Register]]


@pytest.fixture(scope="module")
def texts() -> Texts:
    """The law of wells in both languages with its registers."""
    laws = [edition(WELLS_RU, "ru"), edition(WELLS_KK, "kk")]
    return [(law, register(law)) for law in laws]


def test_a_transfer_is_a_removal_there_and_an_insertion_here(texts: Texts) -> None:
    made = draft(Proposal("transfer", "art_4/pt_1/sub_2", "district", "akimat"), texts)
    orders = {law.language: write(made.operations[law.language], law, law.language) for law, _ in texts}
    assert "дополнить подпунктом 8)" in orders["ru"]
    assert "исключить" in orders["ru"]
    assert "алып тасталсын" in orders["kk"]
    assert differing(made.operations["ru"], made.operations["kk"]) == []
    for law, _ in texts:
        amended = register(apply(made.operations[law.language], law).edition)
        assert amended.by_address["art_3/pt_1/sub_8"][0].body == "akimat"
        assert amended.by_address["art_4/pt_1/sub_2"][0].state == "excluded"


def test_the_verb_takes_the_number_of_the_list_it_goes_to() -> None:
    law = edition(
        "Статья 1. Компетенция акимов сел\n1. Акимы сел:\n1) считают липы;\n2) поют.\n"
        "Статья 2. Компетенция акима района\n1. Аким района:\n1) сажает клены;\n2) пляшет.\n",
        "ru",
    )
    made = draft(Proposal("transfer", "art_1/pt_1/sub_1", "district", "akim"), [(law, register(law))])
    amended = apply(made.operations["ru"], law).edition
    assert amended.at("art_2/pt_1/sub_3").text.startswith("считает липы")  # type: ignore[union-attr]


def test_an_exclusion_tells_who_refers_to_the_unit() -> None:
    law = edition(
        "Статья 1. Компетенция акима села\n1. Аким села:\n1) считает липы;\n2) поет.\n"
        "2. Счет по подпункту 1) пункта 1 статьи 1 ведет аким села.\n",
        "ru",
    )
    made = draft(Proposal("exclude", "art_1/pt_1/sub_1"), [(law, register(law))])
    assert made.references == {"ru": ("art_1/pt_2",)}


def test_a_clarification_restates_and_an_addition_inserts(texts: Texts) -> None:
    words = {"ru": "чистит колодцы раз в год;", "kk": "құдықтарды жылына бір рет тазалайды;"}
    for kind, address in (("clarify", "art_4/pt_1/sub_1"), ("add", "art_4/pt_1/sub_6")):
        made = draft(
            Proposal(kind, "" if kind == "add" else address, "rural", "akim", words),  # type: ignore[arg-type]
            texts,
        )
        for law, _ in texts:
            amended = apply(made.operations[law.language], law).edition
            assert amended.at(address).text.rstrip(".;") == words[law.language].rstrip(";")  # type: ignore[union-attr]


REFUSED = [
    (Proposal("keep", "art_4/pt_1/sub_1"), "nothing"),
    (Proposal("exclude", "art_9/pt_1"), "no_power"),
    (Proposal("exclude", "art_2/pt_1/sub_2"), "no_power"),
    (Proposal("transfer", "art_4/pt_1/sub_1", "region", "akim"), "no_list"),
    (Proposal("transfer", "art_4/pt_1/sub_1", "rural", "akim"), "same_place"),
    (Proposal("transfer", "art_3/pt_2", "rural", "akim"), "not_item"),
    (Proposal("transfer", "art_4/pt_1/sub_4", "district", "akimat"), "own_subject"),
    (Proposal("transfer", "art_4/pt_1/sub_5", "district", "akimat"), "territory"),
    (Proposal("transfer", "art_4/pt_1/sub_1", "district", "maslikhat"), "form"),
    (Proposal("add", "", "rural", "akim", {"ru": "поет;"}), "no_words"),
]


@pytest.mark.parametrize(("proposal", "code"), REFUSED)
def test_what_the_text_does_not_allow_is_refused_in_three_languages(
    texts: Texts, proposal: Proposal, code: str
) -> None:
    with pytest.raises(DraftRefused) as refused:
        draft(proposal, texts)
    assert refused.value.code == code
    sentences = {refused.value.describe(language) for language in ("ru", "kk", "en")}
    assert len(sentences) == 3
    assert not any("{" in sentence for sentence in sentences)


def test_the_algorithm_proposes_with_grounds(texts: Texts) -> None:
    found = texts[0][1]
    made = proposals(found, judge(found))
    by_address = {one.address: one for one in made if one.address}
    assert by_address["art_4/pt_1/sub_2"].kind == "exclude"
    assert by_address["art_4/pt_1/sub_3"].kind == "clarify"
    assert any(one.kind == "add" and one.source == "akim" for one in made)
    asked = Asked(
        "a", "rural", "akim", {"ru": "контроль за качеством воды", "kk": "су"}, "deputy", {"ru": "-", "kk": "-"}
    )
    (moved,) = (one for one in proposals(found, judge(found, asked=[asked])) if one.kind == "transfer")
    assert (moved.address, moved.level, moved.source) == ("art_3/pt_1/sub_2", "rural", "deputy")
    assert all(one.grounds["ru"] and one.grounds["kk"] and one.state == "proposed" for one in made)
