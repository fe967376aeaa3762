"""One thing under two names, things named and never defined, and what an amendment cut here and left there."""

from __future__ import annotations

from pathlib import Path

import pytest

from amendments.clarity import check, leftovers, two_names, undefined_terms
from amendments.law.edition import Edition
from amendments.law.reader import read

LAW = """Статья 1. Основные понятия
В настоящем Законе используются следующие понятия:
1) кочевой улей (далее – улей) – улей, который перевозят по степи;
2) совет пасечников района – собрание выборных лиц;
3) орган по вопросам пчеловодства – отдел акимата;
4) пасека – огороженное место для постоянной стоянки ульев;
5) пчельник – огороженное место для постоянных стоянок улья;
Статья 2. Надзор
1. Орган в сфере пчеловодства осматривает ульи.
2. Районный съезд избирает совет пасечников района.
3. Выставку открывает пасечников района совет.
4. Кочевой улей перевозят ночью.
5. На съезд приходят совет и пасечники района.
6. Мед выдается малообеспеченным лицам.
7. Воск выдается малообеспеченным лицам и ветеранам.
"""
KAZAKH = """1-бап. Осы Заңда пайдаланылатын негізгі ұғымдар
Осы Заңда мынадай ұғымдар пайдаланылады:
1) ара шаруашылығының аумақтық кеңесі – сайланған адамдардың жиналысы;
2) көшпелі омарта (бұдан әрі – омарта) – далада тасымалданатын ұялар;
2-бап. Қадағалау
1. Аумақтық ара шаруашылығы кеңестерін әкім құрады.
2. Көшпелі омартаны түнде тасымалдайды.
3. Ара шаруашылығының аумақтық кеңесі ұяларды қарайды.
"""


def _names(edition: Edition) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (pair.reason, pair.name, pair.other, tuple(address for address, _ in pair.places))
        for pair in two_names(edition)
    ]


def test_a_thing_with_two_names_is_shown_with_its_reason_and_places() -> None:
    assert _names(read(LAW, "ru")) == [
        ("short_name", "улей", "кочевой улей", ("art_2/pt_4",)),
        ("other_order", "совет пасечников района", "пасечников района совет", ("art_2/pt_3",)),
        ("other_order", "орган по вопросам пчеловодства", "Орган в сфере пчеловодства", ("art_2/pt_1",)),
        ("same_meaning", "пасека", "пчельник", ("art_1/sub_5",)),
    ]


def test_a_kazakh_thing_with_two_names_is_shown_too() -> None:
    assert _names(read(KAZAKH, "kk")) == [
        ("short_name", "омарта", "көшпелі омарта", ("art_2/pt_2",)),
        (
            "other_order",
            "ара шаруашылығының аумақтық кеңесі",
            "Аумақтық ара шаруашылығы кеңестерін",
            ("art_2/pt_1",),
        ),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Совет пасечников района собирается в мае.",
        "Совету пасечников района дается помещение.",
        "Созываются совет, пасечники, район.",
        "Пасечников и района совет не избирает.",
        "Есть пасечники. Совет района избран.",
    ],
)
def test_the_term_itself_and_words_of_other_phrases_are_no_second_name(sentence: str) -> None:
    text = f"Статья 1. Понятия\n1) совет пасечников района – собрание;\nСтатья 2. Съезд\n1. {sentence}\n"
    assert two_names(read(text, "ru")) == ()


def test_an_act_that_defines_nothing_has_no_second_names() -> None:
    assert two_names(read("Статья 1. Предмет\n1. Аким вывозит снег.\n", "ru")) == ()


def test_what_is_used_as_a_term_and_defined_nowhere_is_one_entry_for_all_its_forms() -> None:
    law = read(LAW, "ru")
    (only,) = undefined_terms(law, check(law).findings)
    assert only.words == "малообеспеченным лицам"
    assert [address for address, _ in only.places] == ["art_2/pt_6", "art_2/pt_7"]


def test_what_the_act_defines_is_not_among_the_undefined() -> None:
    law = read(LAW.replace("4) пасека –", "4) малообеспеченные лица –"), "ru")
    assert undefined_terms(law, check(law).findings) == ()


@pytest.mark.corpus
def test_in_the_real_pair_words_cut_from_a_definition_still_stand_in_the_article_on_the_assembly(corpus: Path) -> None:
    before, after = (
        read((corpus / "law148" / "rus" / f"2026-07-{day}.md").read_text(encoding="utf-8"), "ru") for day in (12, 14)
    )
    left = next(item for item in leftovers(before, after) if "art_39-3/pt_2" in dict(item.left_at))
    old, new, still = before.at(left.dropped_at), after.at(left.dropped_at), after.at("art_39-3/pt_2")
    assert old
    assert new
    assert still
    assert left.dropped_at == "art_1/sub_6-2"
    assert left.words in old.text
    assert left.words not in new.text
    assert dict(left.left_at)["art_39-3/pt_2"] in still.text


@pytest.mark.corpus
@pytest.mark.parametrize(("language", "folder"), [("ru", "rus"), ("kk", "kaz")])
def test_second_names_in_the_real_law_stand_where_they_are_said_to(corpus: Path, language: str, folder: str) -> None:
    law = read((corpus / "law148" / folder / "2026-07-14.md").read_text(encoding="utf-8"), language)
    pairs = two_names(law)
    for pair in pairs:
        for address, quote in pair.places:
            provision = law.at(address)
            assert provision
            assert quote in provision.text
    assert len(pairs) <= 5, "a list that nobody reads helps nobody"
