"""What holds of every register, whatever the law says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.law.edition import Edition
from amendments.operations.apply import apply
from amendments.operations.model import ReplaceWords
from amendments.powers import SLOTS, Register, judge, pair, register
from tests.powers.laws import WELLS_KK, WELLS_RU, edition, registered

RUSSIAN = """аким акимат маслихат района села области организует утверждает вправе вносить правила колодцев учет и ,
если который нет через в соответствии с законом за счет бюджета ; : . относится к компетенции"""
KAZAKH = """әкім әкімі мәслихаттың ауданның ауыл облыс ұйымдастырады бекіту құқылы енгізуге қағидаларын құдық және ,
сәйкес есебінен ; : . құзыретіне жатады жүзеге асырады мыналарды арқылы"""
WORDS = {"ru": tuple(RUSSIAN.split()), "kk": tuple(KAZAKH.split())}


@st.composite
def laws(draw: st.DrawFn) -> Edition:
    """A law with a competence article of words that the register knows, in any order."""
    language = draw(st.sampled_from(["ru", "kk"]))
    words = st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=14).map(" ".join)
    head = "Статья 1. Компетенция акима района" if language == "ru" else "1-бап. Аудан әкімінің құзыреті"
    items = draw(st.lists(words, min_size=1, max_size=4))
    lines = [head, f"1. {draw(words)}:", *(f"{n}) {item};" for n, item in enumerate(items, 1)), f"2. {draw(words)}."]
    return edition("\n".join(lines) + "\n", language)


def quotes(found: Register, law: Edition) -> None:
    """Every place says what stands there."""
    for power in found.powers:
        for slot in (power.holder.place, power.object, *(getattr(power, name) for name in SLOTS)):
            if slot is not None and slot.words:
                text = law.at(slot.address).text  # type: ignore[union-attr]
                assert text[slot.start : slot.end].strip(" ,") == slot.words.strip(" ,")


@settings(max_examples=80)
@given(laws())
def test_any_words_are_read_or_told_and_every_place_is_quoted(law: Edition) -> None:
    found = register(law)
    quotes(found, law)
    judge(found)
    told = {*found.by_address, *(one.address for one in found.unread)}
    if "art_1" in found.articles:
        assert {address for address, node in law if node.kind == "point"} <= {*told, *map(_parent, told)}


def _parent(address: str) -> str:
    return address.rsplit("/", 1)[0]


def test_places_of_a_readable_law_are_quoted() -> None:
    for text, language in ((WELLS_RU, "ru"), (WELLS_KK, "kk")):
        quotes(registered(text, language), edition(text, language))


def test_both_languages_give_powers_at_the_same_addresses() -> None:
    paired = pair(registered(WELLS_RU, "ru"), registered(WELLS_KK, "kk"))
    assert all(one.both for one in paired)


def test_a_memo_changes_nothing_and_an_amended_unit_rebuilds_only_itself() -> None:
    law = edition(WELLS_RU, "ru")
    memo: dict[object, object] = {}
    first = register(law, memo)
    assert first == register(law)
    known = set(memo)
    change = ReplaceWords(address="art_4/pt_1/sub_1", old="чистку колодцев", new="чистку ключей")
    amended = apply([change], law).edition
    assert register(amended, memo) == register(amended)
    new = [key for key in set(memo) - known if isinstance(key, tuple)]
    assert sorted((key[0], key[2]) for key in new) == [("article", "art_4"), ("unit", "art_4/pt_1/sub_1")]
