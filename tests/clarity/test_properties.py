"""What holds for every text: exact quotes, the same answer each time, and nothing changes for a change elsewhere."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.clarity import Clarity, Context, Finding, Scan, check, find, find_in_edition, load
from amendments.clarity.engine import MAX_FINDINGS_PER_RULE
from amendments.law.reader import read

RU = re.findall(
    r"[^ ]+",
    "аким вправе при необходимости в установленном порядке содействует иные вопросы и другие меры надлежащем законами "
    "в соответствии с законодательством Республики Казахстан , ; . : ( ) « » \n \u00a0 принимает обеспечивает может "
    "быть отменено не гражданин который отдельные категории совместно с своевременно пункта 3 1) ё Ё i",
)
KK = re.findall(
    r"[^ ]+",
    "әкім құқылы емес қажет болған жағдайда өзге де мәселелер тиісті деңгейде Қазақстан Республикасының заңнамасына "
    "сәйкес белгіленген тәртіппен жәрдемдеседі үйлестіреді шаралар қолданады мүмкін алады , ; . : ( ) « » \n \u00a0 "
    "өз құзыреті шегінде бірлесіп уақтылы азамат 3-тармақта i және т.б.",
)
_FRESH = Clarity(book=load())
TEXTS = st.one_of(
    st.tuples(st.just("ru"), st.lists(st.sampled_from(RU), max_size=40).map(" ".join)),
    st.tuples(st.just("kk"), st.lists(st.sampled_from(KK), max_size=40).map(" ".join)),
    st.tuples(st.sampled_from(["ru", "kk"]), st.text(max_size=120)),
)


@given(TEXTS)
def test_offsets_give_the_quote_and_findings_are_sorted(case: tuple[str, str]) -> None:
    language, text = case
    found = find(text, language)
    assert all(0 <= f.start < f.end <= len(text) and text[f.start : f.end] == f.quote for f in found)
    assert [(f.start, f.end) for f in found] == sorted((f.start, f.end) for f in found)


@given(TEXTS)
def test_findings_of_one_factor_do_not_overlap_and_no_words_are_claimed_twice(case: tuple[str, str]) -> None:
    language, text = case
    found = find(text, language)
    assert len({(f.start, f.end) for f in found}) == len(found)
    for factor in {f.factor for f in found}:
        own = [f for f in found if f.factor == factor]
        assert all(one.end <= other.start for one, other in pairwise(own))


@given(TEXTS)
def test_the_same_text_has_the_same_findings_whatever_was_searched_before(case: tuple[str, str]) -> None:
    language, text = case
    assert find(text, language) == find(text, language) == _FRESH.find(text, language)


def _points(vocabulary: list[str]) -> st.SearchStrategy[list[str]]:
    words = st.sampled_from([word for word in vocabulary if word.isalpha()])
    return st.lists(st.lists(words, min_size=1, max_size=12).map(" ".join), min_size=2, max_size=6)


POINTS = st.one_of(st.tuples(st.just("ru"), _points(RU)), st.tuples(st.just("kk"), _points(KK)))


@settings(max_examples=600)
@given(POINTS, st.data())
def test_one_character_changed_elsewhere_changes_no_finding(case: tuple[str, list[str]], data: st.DataObject) -> None:
    language, points = case
    changed = data.draw(st.integers(0, len(points) - 1))
    at = data.draw(st.integers(0, len(points[changed]) - 1))
    letter = data.draw(st.sampled_from("абвгдежзик"))
    other = list(points)
    other[changed] = other[changed][:at] + letter + other[changed][at + 1 :]
    before, after = _article(language, points), _article(language, other)
    address = f"art_1/pt_{changed + 1}"
    assert [f for f in before if f.address != address] == [f for f in after if f.address != address]


def _article(language: str, points: list[str]) -> list[Finding]:
    heading, office = {"ru": ("Статья 1. Предмет", "Отдел"), "kk": ("1-бап. Мәні", "Бөлім")}[language]
    body = "\n".join(f"{number}. {office} {text}." for number, text in enumerate(points, 1))
    return find_in_edition(read(f"{heading}\n{body}\n", language))


def test_a_changed_provision_is_the_only_one_that_is_searched_again() -> None:
    text = (
        "Статья 1. Предмет\n1. Отдел содействует пасекам.\n2. Отдел взаимодействует с портом.\n3. Отдел рисует план.\n"
    )
    first = check(read(text, "ru"))
    second = check(read(text.replace("рисует", "утверждает"), "ru"), known=first.known)
    assert second.searched == 1
    assert second.findings == first.findings


class Counting(Clarity):
    """The rules, and every text that they were asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def scan(self, text: str, language: str, context: Context = Context()) -> Scan:  # noqa: B008
        self.asked.append(text)
        return super().scan(text, language, context)


def test_the_rules_are_asked_once_about_equal_provisions_and_again_only_about_the_changed_one() -> None:
    text = "Статья 1. Предмет\n1. Отдел содействует пасекам.\n2. Отдел рисует план.\n3. Отдел содействует пасекам.\n"
    clarity = Counting()
    first = check(read(text, "ru"), clarity)
    assert sorted(clarity.asked).count("Отдел содействует пасекам.") == 1
    clarity.asked.clear()
    again = check(read(text, "ru"), clarity, first.known)
    assert (clarity.asked, again.findings) == ([], first.findings)
    check(read(text.replace("рисует", "вправе рисовать"), "ru"), clarity, first.known)
    assert clarity.asked == ["Отдел вправе рисовать план."]


def test_a_definition_added_to_the_act_asks_about_everything_again() -> None:
    text = (
        "Статья 1. Основные понятия\n1) пасека – место для ульев;\nСтатья 2. Уголь\n1. Уголь дают малоимущим семьям.\n"
    )
    first = check(read(text, "ru"))
    assert [f.quote for f in first.findings] == ["малоимущим семьям"]
    defined = text.replace("ульев;", "ульев;\n2) малоимущие семьи – семьи из списка;")
    assert check(read(defined, "ru"), known=first.known).findings == ()


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("ru", "аким вправе при необходимости принимать иные необходимые меры, "),
        ("ru", "в порядке и случаях, установленных "),
        ("ru", "и "),
        ("ru", "а"),
        ("ru", "осуществляет совместную, "),
        ("kk", "әкім қажет болған жағдайда өзге де шараларды қолдануға құқылы, "),
        ("kk", "Қазақстан Республикасының "),
        ("kk", "қ"),
        ("ru", "«(—"),
    ],
)
def test_two_hundred_thousand_characters_are_answered_in_linear_time(language: str, unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        best, found = float("inf"), find(text, language)
        for _ in range(2):
            begun = time.process_time()
            found = find(text, language)
            best = min(best, time.process_time() - begun)
        assert all(text[f.start : f.end] == f.quote for f in found)
        return best

    seconds(1_000)
    quarter, whole = seconds(50_000), seconds(200_000)
    assert whole < max(10 * quarter, 0.5), "four times the text must take about four times the time"
    assert whole < 15


def test_a_rule_that_matches_without_end_is_cut_short_and_named() -> None:
    from amendments.clarity import default_clarity

    scan = default_clarity().scan("аким вправе, " * (MAX_FINDINGS_PER_RULE + 10), "ru", Context())
    assert scan.bounded == ("ru.discretion.entitled",)
    assert len(scan.findings) == MAX_FINDINGS_PER_RULE
