"""Clarity of whole editions: places and holders by structure, deltas, terms, slots, suggestions."""

from __future__ import annotations

import pytest

from amendments.clarity import (
    Delta,
    Finding,
    definitions,
    delta,
    find,
    find_in_edition,
    leftovers,
    place_of,
    undefined,
    unused,
)
from amendments.clarity.finding import HIGH, MEDIUM
from amendments.law.edition import Edition
from amendments.law.reader import read

LAW = """Статья 1. Основные понятия
В настоящем Законе используются следующие понятия:
1) пасека – место, где стоят ульи;
2) кочевой улей (далее – улей) – улей, который перевозят;
3) омшаник – зимнее помещение для ульев;
4) сход пасечников – собрание по наиболее важным вопросам пасеки;
Статья 2. Компетенция акима
1. Аким района:
1) вправе закрывать пасеку;
2) исключен Законом РК от 01.01.2024 № 1;
3) вывозит улей в степь при необходимости.
Статья 3. Права пасечника
1. Пасечник и члены его семьи:
1) вправе ставить пасеку;
2) зимуют вместе.
Статья 4. Сход
1. Сход созывается по наиболее важным вопросам.
> *Сноска. Статья 4 с изменениями, внесенными в установленном порядке.*
"""
KAZAKH = """1-бап. Осы Заңда пайдаланылатын негізгі ұғымдар
Осы Заңда мынадай ұғымдар пайдаланылады:
1) омарта – ұялар тұратын орын;
2) қыстақ – қысқы үй-жай;
2-бап. Әкімнің құзыреті
1. Аудан әкімі:
1) омартаны жабуға құқылы;
2) омарталарға жәрдемдеседі.
3-бап. Құқықтар
1. Жергілікті қоғамдастық мүшелері:
1) омарта қоюға құқылы.
"""


@pytest.fixture(scope="module")
def law() -> Edition:
    return read(LAW, "ru")


def test_findings_of_an_edition_have_addresses_and_leave_out_rights_markers_and_notes(law: Edition) -> None:
    assert [(f.address, f.quote) for f in find_in_edition(law)] == [
        ("art_1/sub_4", "наиболее важным"),
        ("art_2/pt_1/sub_1", "вправе"),
        ("art_2/pt_1/sub_3", "при необходимости"),
        ("art_4/pt_1", "наиболее важным"),
    ]


def test_a_kazakh_edition_is_read_the_same_way() -> None:
    found = [(f.address, f.quote) for f in find_in_edition(read(KAZAKH, "kk"))]
    assert found == [("art_2/pt_1/sub_1", "құқылы"), ("art_2/pt_1/sub_2", "жәрдемдеседі")]


def test_offsets_are_into_the_words_of_the_provision(law: Edition) -> None:
    for finding in find_in_edition(law):
        provision = law.at(finding.address)
        assert provision is not None
        assert provision.text[finding.start : finding.end] == finding.quote


def test_a_free_hand_weighs_most_in_articles_on_competence(law: Edition) -> None:
    weights = {f.address: f.weight for f in find_in_edition(law)}
    assert weights["art_2/pt_1/sub_1"] == HIGH
    assert weights["art_4/pt_1"] == MEDIUM
    assert [f.weight for f in find("Аким вправе закрывать пасеку.", "ru")] == [MEDIUM]


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Компетенция акима района", "competence"),
        ("Полномочия уполномоченного органа", "competence"),
        ("Основные понятия, используемые в настоящем Законе", "definitions"),
        ("Порядок созыва схода", "procedure"),
        ("Права и обязанности пасечника", "rights"),
        ("Переходные положения", "final"),
        ("Пчелы", ""),
        ("Әкімнің құзыретi", "competence"),
        ("Осы Заңда пайдаланылатын негізгі ұғымдар", "definitions"),
        ("Жиынды шақыру тәртібі", "procedure"),
    ],
)
def test_a_heading_says_what_an_article_is_about(heading: str, place: str) -> None:
    assert place_of(heading) == place


def test_definitions_are_read_with_their_other_names(law: Edition) -> None:
    assert [(d.term, d.aliases, d.address) for d in definitions(law)] == [
        ("пасека", (), "art_1/sub_1"),
        ("кочевой улей", ("улей",), "art_1/sub_2"),
        ("омшаник", (), "art_1/sub_3"),
        ("сход пасечников", (), "art_1/sub_4"),
    ]


def test_definitions_that_the_act_never_uses_are_named(law: Edition) -> None:
    assert [d.term for d in unused(law)] == ["омшаник", "сход пасечников"]
    assert [d.term for d in unused(read(KAZAKH, "kk"))] == ["қыстақ"]


def test_terms_that_the_act_does_not_define_are_named(law: Edition) -> None:
    text = "Аким переносит пасеки и медоносные угодья."
    assert undefined(text, law, ["пасека", "медоносное угодье", "сад"]) == ("медоносное угодье",)


def test_words_dropped_here_and_left_elsewhere_are_named(law: Edition) -> None:
    after = read(LAW.replace("собрание по наиболее важным вопросам пасеки", "собрание по вопросам пасеки"), "ru")
    (left,) = leftovers(law, after)
    assert (left.words, left.dropped_at) == ("наиболее важным", "art_1/sub_4")
    assert left.left_at == (("art_4/pt_1", "наиболее важным"),)


def test_an_insertion_between_words_drops_nothing(law: Edition) -> None:
    after = read(LAW.replace("наиболее важным вопросам пасеки", "наиболее важным общим вопросам пасеки"), "ru")
    assert leftovers(law, after) == ()


def _found(quote: str, address: str, weight: int = 2) -> Finding:
    return Finding(0, len(quote), quote, "discretion", "ru.x.y", weight, 1, address)


def test_a_delta_tells_what_was_added_removed_kept_and_moved() -> None:
    before = [_found("вправе", "art_1"), _found("может", "art_2"), _found("как правило", "art_3")]
    after = [_found("Вправе", "art_1"), _found("может", "art_5"), _found("по усмотрению", "art_3")]
    change = delta(before, after)
    assert [(old.address, new.address) for old, new in change.kept] == [("art_1", "art_1")]
    assert [(old.address, new.address) for old, new in change.moved] == [("art_2", "art_5")]
    assert [f.quote for f in change.removed] == ["как правило"]
    assert [f.quote for f in change.added] == ["по усмотрению"]
    assert change.by_factor() == {"discretion": (1, 1, 2)}


@pytest.mark.parametrize(
    ("before", "after", "verdict", "russian", "kazakh"),
    [
        ([_found("вправе", "a")], [], "clearer", "стал яснее", "айқынырақ"),
        ([], [_found("вправе", "a")], "vaguer", "менее ясным", "бұлыңғырлау"),
        ([_found("вправе", "a")], [_found("может", "a")], "mixed", "в обе стороны", "екі жаққа"),
        ([_found("вправе", "a")], [_found("вправе", "a")], "same", "не изменилась", "өзгерген жоқ"),
        ([], [], "clean", "нет ни до", "ескертпе жоқ"),
        ([_found("вправе", "a", 3)], [_found("может", "a", 1)], "clearer", "«вправе»", "«вправе»"),
    ],
)
def test_the_verdict_is_one_sentence_in_both_languages(
    before: list[Finding], after: list[Finding], verdict: str, russian: str, kazakh: str
) -> None:
    change: Delta = delta(before, after)
    assert change.verdict == verdict
    assert russian in change.describe("ru")
    assert kazakh in change.describe("kk")
    assert all(change.describe(language).count(". ") == 0 for language in ("ru", "kk"))


def test_a_delta_of_the_same_text_changes_nothing(law: Edition) -> None:
    found = find_in_edition(law)
    change = delta(found, found)
    assert not (change.added)
    assert not (change.removed)
    assert not (change.moved)
