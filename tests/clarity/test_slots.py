"""The eight slots of a power: what a provision says of it and what it leaves unsaid."""

from __future__ import annotations

import pytest

from amendments.clarity import SLOT_NAMES, find, slots

WHOLE = {
    "ru": (
        "Аким села:",
        (
            "3) утверждает по заявлению пасечника не позднее 1 марта план пасек за счет местного бюджета и "
            "отчитывается о нем перед маслихатом;"
        ),
        {
            "who": "Аким",
            "what": "утверждает",
            "over": "план пасек",
            "when": "не позднее 1 марта",
            "basis": "по заявлению пасечника",
            "act": "утверждает",
            "money": "за счет местного бюджета",
            "accountable": "отчитывается",
        },
    ),
    "kk": (
        "Ауыл әкімі:",
        (
            "3) омарташының өтініші бойынша бес жұмыс күні ішінде жергілікті бюджет есебінен омарталар жоспарын "
            "қаулысымен бекітеді және мәслихат алдында есеп береді;"
        ),
        {
            "who": "әкімі",
            "what": "бекітеді",
            "over": "омарталар жоспарын",
            "when": "бес жұмыс күні ішінде",
            "basis": "өтініші бойынша",
            "act": "қаулысымен",
            "money": "бюджет есебінен",
            "accountable": "алдында есеп",
        },
    ),
}
# A provision that fills one slot besides who does what over what, by slot and language.
ONE_MORE = [
    ("ru", "when", "Аким осматривает мосты не реже одного раза в квартал.", "не реже одного раза в квартал"),
    ("ru", "when", "Аким осматривает мосты до 1 мая.", "до 1 мая"),
    ("ru", "basis", "Аким осматривает мосты по результатам опроса.", "по результатам опроса"),
    ("ru", "basis", "Аким осматривает мосты при поступлении жалобы.", "при поступлении"),
    ("ru", "act", "Аким выносит предписание.", "выносит предписание"),
    ("ru", "act", "Аким закрывает мосты распоряжением.", "распоряжением"),
    ("ru", "money", "Аким чинит мосты за счет областного бюджета.", "за счет областного бюджета"),
    ("ru", "accountable", "Аким сообщает маслихату о ремонте.", "сообщает маслихату"),
    ("ru", "accountable", "Аким отвечает перед жителями и собранием.", "перед жителями и собранием"),
    ("kk", "when", "Әкім көпірлерді жыл сайын қарайды.", "жыл сайын"),
    ("kk", "when", "Әкім көпірлерді 1 мамырға дейін қарайды.", "мамырға дейін"),
    ("kk", "basis", "Әкім көпірлерді сауалнама нәтижелері бойынша қарайды.", "нәтижелері бойынша"),
    ("kk", "act", "Әкім нұсқама береді.", "нұсқама береді"),
    ("kk", "act", "Әкім көпірлерді өкімімен жабады.", "өкімімен"),
    ("kk", "money", "Әкім көпірлерді облыстық бюджеттен жөндейді.", "бюджеттен"),
    ("kk", "accountable", "Әкім жөндеу туралы мәслихатқа хабарлайды.", "мәслихатқа хабарлайды"),
]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_power_that_says_everything_fills_all_eight(language: str) -> None:
    introduction, text, expected = WHOLE[language]
    found = slots(text, language, introduction)
    assert {name: slot.quote for name, slot in found.named().items()} == expected
    assert (found.filled, found.thin) == (8, False)
    assert [*found.named()] == [*SLOT_NAMES]
    source = {"text": text, "introduction": introduction}
    assert all(source[slot.source][slot.start : slot.end] == slot.quote for slot in found.named().values())


@pytest.mark.parametrize(("language", "name", "text", "quote"), ONE_MORE)
def test_each_slot_is_filled_by_words_of_its_own(language: str, name: str, text: str, quote: str) -> None:
    found = slots(text, language).named()
    assert found[name].quote == quote
    filled = {other for other, slot in found.items() if slot.filled}
    assert filled <= {"who", "what", "over", name}


@pytest.mark.parametrize(
    ("language", "text", "what", "over"),
    [
        ("ru", "вправе закрыть пасеку", "закрыть", "пасеку"),
        ("ru", "чинит мосты и красит ограды", "чинит", "мосты"),
        ("kk", "омартаны жабуға құқылы", "жабуға", "омартаны"),
        ("kk", "көпірлерді жөндейді және қоршауларды бояйды", "жөндейді", "көпірлерді"),
    ],
)
def test_what_is_done_is_the_first_action_and_its_object(language: str, text: str, what: str, over: str) -> None:
    found = slots(text, language)
    assert (found.what.quote, found.over.quote) == (what, over)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_words_without_an_action_fill_nothing(language: str) -> None:
    assert slots("", language).filled == 0
    assert slots("; – 12", language).filled == 0


def test_slots_of_a_power_show_what_is_said_and_what_is_not() -> None:
    found = slots("3) выдает в течение пяти рабочих дней паспорта пасек за счет местного бюджета;", "ru", "Аким села:")
    assert {name: slot.quote for name, slot in found.named().items()} == {
        "who": "Аким",
        "what": "выдает",
        "over": "паспорта пасек",
        "when": "в течение пяти рабочих дней",
        "basis": "",
        "act": "выдает",
        "money": "за счет местного бюджета",
        "accountable": "",
    }
    assert (found.who.source, found.what.source) == ("introduction", "text")
    assert (found.filled, found.thin) == (6, False)


def test_slots_of_a_kazakh_power() -> None:
    text = "3) омарта паспорттарын бес жұмыс күні ішінде бекітеді;"
    found = slots(text, "kk", "Ауыл әкімі:")
    assert (found.who.quote, found.what.quote, found.over.quote) == ("әкімі", "бекітеді", "омарта паспорттарын")
    assert found.when.filled
    assert all(text[s.start : s.end] == s.quote for s in found.named().values() if s.source == "text")


@pytest.mark.parametrize(
    ("language", "text", "introduction"),
    [
        ("ru", "5) организует работу пасек;", "Аким села:"),
        ("kk", "5) омарталардың жұмысын ұйымдастырады;", "Ауыл әкімі:"),
    ],
)
def test_a_power_with_fewer_than_four_slots_is_thin(language: str, text: str, introduction: str) -> None:
    assert slots(text, language, introduction).thin


@pytest.mark.parametrize("vague", ["своевременно", "при необходимости", "в установленном порядке"])
def test_vague_words_fill_no_slot(vague: str) -> None:
    found = slots(f"5) {vague} чинит мост;", "ru", "Аким села:")
    assert not found.when.filled
    assert not found.basis.filled


def test_slots_in_an_unknown_language_are_an_error() -> None:
    with pytest.raises(ValueError, match="ru, kk"):
        slots("x", "en")


@pytest.mark.parametrize("vague", ["уақтылы", "қажет болған жағдайда", "белгіленген тәртіппен"])
def test_vague_kazakh_words_fill_no_slot(vague: str) -> None:
    found = slots(f"5) көпірді {vague} жөндейді;", "kk", "Ауыл әкімі:")
    assert not found.when.filled
    assert not found.basis.filled


def test_what_is_missing_is_no_finding() -> None:
    assert find("Аким чинит мосты.", "ru") == []
    assert slots("Аким чинит мосты.", "ru").thin
