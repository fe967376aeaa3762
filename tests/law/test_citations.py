"""Citations: read as people write them, printed in full, both ways in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.law.citations import format_address, parse_citation
from amendments.law.locating import answer, cases
from amendments.law.ordinals import CASES, LIMIT, kk_ordinal, read_ordinal, ru_ordinal
from amendments.law.reader import read
from amendments.law.settling import Custom, settle
from tests.support.profiles import held

RUSSIAN = [
    ("подпункт 21) пункта 1 статьи 35", "art_35/pt_1/sub_21"),
    ("в подпункте 21-1) пункта 1 статьи 35", "art_35/pt_1/sub_21-1"),
    ("подп. 6) п. 1 ст. 27", "art_27/pt_1/sub_6"),
    ("подп.6)п.1ст.27", "art_27/pt_1/sub_6"),
    ("ст. 35 п. 1 пп. 21)", "art_35/pt_1/sub_21"),
    ("ст.35, п.1, пп.21", "art_35/pt_1/sub_21"),
    ("п.п. 2) п. 3 ст. 9", "art_9/pt_3/sub_2"),
    ("п.3 ст.9", "art_9/pt_3"),
    ("Статья 9, пункт 3", "art_9/pt_3"),
    ("статья 9 (пункт 3)", "art_9/pt_3"),
    ("пункта 3 статьи 9 Закона «О порядке»", "art_9/pt_3"),
    ("пунктом 3 статьи 9 настоящего Закона", "art_9/pt_3"),
    ("пункт третий статьи девятой", "art_9/pt_3"),
    ("третий пункт девятой статьи", "art_9/pt_3"),
    ("часть вторая пункта 3 статьи 9", "art_9/pt_3/cl_2"),
    ("часть 2 пункта 3 статьи 9", "art_9/pt_3/cl_2"),
    ("2-я часть 3-го пункта 9-й статьи", "art_9/pt_3/cl_2"),
    ("ч. 2 п. 3 ст. 9", "art_9/pt_3/cl_2"),
    ("п. 3 ст. 9, часть 2", "art_9/pt_3/cl_2"),
    ("статья 9, часть вторая пункта 3", "art_9/pt_3/cl_2"),
    ("абзац двадцать первый пункта 3 статьи 9", "art_9/pt_3/ind_21"),
    ("абз. 3 части второй подпункта 4) пункта 3 статьи 9", "art_9/pt_3/sub_4/cl_2/ind_3"),
    ("второе предложение пункта 3 статьи 9", "art_9/pt_3/snt_2"),
    ("последний абзац пункта 3 статьи 9", "art_9/pt_3/ind_last"),
    ("заголовок статьи 9", "art_9/heading"),
    ("наименование главы 2-1", "ch_2-1/heading"),
    ("глава вторая", "ch_2"),
    ("Глава II", "ch_II"),
    ("параграф 1 главы 3", "ch_3/par_1"),
    ("преамбула", "pre"),
    ("пункт 2 приложения 3", "annex_3/pt_2"),
    ("статья № 9", "art_9"),
]
KAZAKH = [
    ("35-баптың 1-тармағының 21) тармақшасы", "art_35/pt_1/sub_21"),
    ("35-баптың 1-тармағының 21-1) тармақшасында", "art_35/pt_1/sub_21-1"),
    ("Осы Заңның 35-бабының 1-тармағының 21)-тармақшасы", "art_35/pt_1/sub_21"),
    ("35-бап, 1-тармақ, 21) тармақша", "art_35/pt_1/sub_21"),
    ("35 баптың 1 тармағының 21 тармақшасы", "art_35/pt_1/sub_21"),
    ("35-баптың 1-тармағы 4) тармақшасының екінші абзацын", "art_35/pt_1/sub_4/ind_2"),
    ("6-баптың 2-17 тармағы", "art_6/pt_2-17"),
    ("6-баптың 2-17-тармағынан", "art_6/pt_2-17"),
    ("9-баптың 3-тармағының екінші бөлігі", "art_9/pt_3/cl_2"),
    ("9-баптың 3-тармағы екінші бөлiгiнiң үшiншi абзацы", "art_9/pt_3/cl_2/ind_3"),
    ("9-баптың 3-тармағының жиырма бірінші абзацына", "art_9/pt_3/ind_21"),
    ("9-баптың 3-тармағының екінші сөйлемі", "art_9/pt_3/snt_2"),
    ("9-баптың соңғы бөлігі", "art_9/cl_last"),
    ("9-баптың тақырыбы", "art_9/heading"),
    ("35-ші баптың 1-ші тармағы", "art_35/pt_1"),
    ("2-1-тарау", "ch_2-1"),
    ("екінші тарау", "ch_2"),
    ("II тарау", "ch_II"),
    ("3-тараудың 1-параграфы", "ch_3/par_1"),
    ("кіріспе", "pre"),
    ("3-қосымшаның 2-тармағы", "annex_3/pt_2"),
]
NOT_ONE_UNIT = [
    ("", "ru", "empty"),
    ("что-то о бюджете", "ru", "not_understood"),
    ("статья", "ru", "no_number"),
    ("пункты 1 и 2 статьи 9", "ru", "several"),
    ("подпункт 2) подпункта 3) статьи 9", "ru", "order"),
    ("бап", "kk", "no_number"),
    ("9-баптың 1 және 2-тармақтары", "kk", "several"),
    ("бюджет туралы", "kk", "not_understood"),
]


@pytest.mark.parametrize(("text", "address"), RUSSIAN, ids=[text for text, _ in RUSSIAN])
def test_russian_citations_are_read(text: str, address: str) -> None:
    citation = parse_citation(text, "ru")
    assert citation.problem is None
    assert citation.address == address


@pytest.mark.parametrize(("text", "address"), KAZAKH, ids=[text for text, _ in KAZAKH])
def test_kazakh_citations_are_read(text: str, address: str) -> None:
    citation = parse_citation(text, "kk")
    assert citation.problem is None
    assert citation.address == address


@pytest.mark.parametrize(("text", "language", "code"), NOT_ONE_UNIT)
def test_what_names_no_unit_says_why(text: str, language: str, code: str) -> None:
    citation = parse_citation(text, language)
    assert citation.address == ""
    assert citation.problem is not None
    assert citation.problem.code == code
    assert all(citation.problem.describe(spoken) for spoken in ("ru", "kk", "en"))


def test_addresses_are_printed_in_the_order_of_each_language() -> None:
    address = "art_35/pt_1/sub_21"
    assert format_address(address, "ru") == "подпункт 21) пункта 1 статьи 35"
    assert format_address(address, "ru", "loc") == "подпункте 21) пункта 1 статьи 35"
    assert format_address(address, "ru", "ins") == "подпунктом 21) пункта 1 статьи 35"
    assert format_address(address, "kk") == "35-баптың 1-тармағының 21) тармақшасы"
    assert format_address(address, "kk", "attr") == "35-баптың 1-тармағының 21) тармақшасындағы"
    assert format_address("art_9/pt_3/cl_2", "ru", "acc") == "часть вторую пункта 3 статьи 9"
    assert format_address("art_9/pt_3/cl_2", "kk", "gen") == "9-баптың 3-тармағының екінші бөлігінің"
    assert format_address("art_9/ind_21", "ru", "gen") == "абзаца двадцать первого статьи 9"
    assert format_address("art_35/heading", "ru") == "заголовок статьи 35"
    assert format_address("ch_2-1", "kk", "gen") == "2-1-тараудың"


NUMBERS = st.from_regex(r"[1-9][0-9]?(-[1-9][0-9]?)?", fullmatch=True)
ORDINALS = st.integers(1, LIMIT)


@st.composite
def addresses(draw: st.DrawFn) -> str:
    steps = [f"art_{draw(NUMBERS)}"]
    if draw(st.booleans()):
        steps.append(f"pt_{draw(NUMBERS)}")
    if draw(st.booleans()):
        steps.append(f"sub_{draw(NUMBERS)}")
    if draw(st.booleans()):
        steps.append(f"cl_{draw(ORDINALS)}")
    if draw(st.booleans()):
        steps.append(f"{draw(st.sampled_from(['ind', 'snt']))}_{draw(ORDINALS)}")
    elif len(steps) == 1 and draw(st.booleans()):
        steps.append("heading")
    return "/".join(steps)


@held
@given(addresses(), st.sampled_from(CASES))
def test_what_is_printed_in_russian_is_read_back(address: str, case: str) -> None:
    assert parse_citation(format_address(address, "ru", case), "ru").address == address  # type: ignore[arg-type]


@held
@given(addresses(), st.sampled_from([*CASES, "abl", "attr"]))
def test_what_is_printed_in_kazakh_is_read_back(address: str, case: str) -> None:
    assert parse_citation(format_address(address, "kk", case), "kk").address == address  # type: ignore[arg-type]


def test_ordinals_in_words_are_read_in_every_gender_and_case() -> None:
    for value in range(1, LIMIT + 1):
        for gender in ("m", "f", "n", "pl"):
            for case in CASES:
                words = ru_ordinal(value, gender, case).split()  # type: ignore[arg-type]
                found = read_ordinal(words, "ru")
                assert found is not None
                assert found[:2] == (value, len(words))
                assert (gender, case) in found[2]
        words = kk_ordinal(value).split()
        assert read_ordinal(words, "kk") == (value, len(words), frozenset())


def test_ordinals_look_right() -> None:
    assert ru_ordinal(3, "f", "acc") == "третью"
    assert ru_ordinal(40, "m", "gen") == "сорокового"
    assert ru_ordinal(121, "f", "ins") == "сто двадцать первой"
    assert kk_ordinal(11) == "он бірінші"
    assert kk_ordinal(20) == "жиырмасыншы"
    assert kk_ordinal(100) == "жүзінші"
    with pytest.raises(ValueError, match="no ordinal"):
        ru_ordinal(0)


LAW = """# О порядке

### Статья 1. Начала

1. Первое.

   Второе.

2. Список:

   1) один;

   2) два:

      а именно;

      и еще.

   Список публикуется.

### Статья 2. Конец

Все.
"""


def test_the_text_at_a_citation() -> None:
    law = read(LAW, "ru")
    answers = list(
        cases(
            law,
            [
                {"id": "1", "citation": "часть вторая п. 1 ст. 1"},
                {"id": "2", "citation": "абзац 3 подпункта 2) пункта 2 статьи 1"},
                {"id": "3", "citation": "заголовок статьи 2"},
                {"id": "4", "citation": "пункт 3 статьи 1"},
                {"id": "5", "citation": "абзац первый пункта 2 статьи 1"},
            ],
        )
    )
    assert answers[0] == {"id": "1", "address": "art_1/pt_1/cl_2", "text": "Второе."}
    assert answers[1] == {"id": "2", "address": "art_1/pt_2/sub_2/ind_3", "text": "и еще."}
    assert answers[2] == {"id": "3", "address": "art_2/heading", "text": "Конец"}
    assert "text" not in answers[3]
    assert "пункт 2 статьи 1" in str(answers[3]["error"])
    assert answers[4]["text"] == "2. Список:"


def test_a_citation_of_nothing_never_gives_a_text() -> None:
    law = read(LAW, "ru")
    for text in (
        "статья 3",
        "часть третья пункта 1 статьи 1",
        "подпункт 3) пункта 2 статьи 1",
        "глава 5",
        "пункт 1 ст. 2",
    ):
        assert set(answer(law, text)) == {"error"}, text
        assert set(answer(law, text, "en")) == {"error"}


def test_a_unit_is_not_found_in_another_chapter() -> None:
    law = read("## Глава 1. А\n\n### Статья 1. Б\n\nВ.\n\n## Глава 2. Г\n\n### Статья 2. Д\n\nЕ.\n", "ru")
    assert answer(law, "статья 2 главы 2")["address"] == "art_2"
    assert set(answer(law, "статья 2 главы 1")) == {"error"}


CODE = """# КОДЕКС О ПОРЯДКЕ

### Статья 1. Начала

1. Первая.

2. Вторая:

1) один;

2) два.
"""


def test_a_code_calls_its_numbered_units_parts() -> None:
    law = read(CODE, "ru")
    assert settle(law, "art_1/cl_2") == "art_1/pt_2"
    assert settle(law, "art_1/cl_2/pt_1") == "art_1/pt_2/sub_1"
    assert settle(law, "art_1/cl_3") is None
    other = read(CODE.replace("КОДЕКС", "ЗАКОН"), "ru")
    assert settle(other, "art_1/cl_2") is None
    assert settle(other, "art_1/cl_2", Custom(code=True)) == "art_1/pt_2"


def test_a_list_under_a_later_clause_may_be_cited_without_it() -> None:
    law = read("### Статья 1. Начала\n\n1. Первое.\n\n   Список:\n\n   1) один;\n\n   2) два.\n", "ru")
    assert settle(law, "art_1/pt_1/sub_2") == "art_1/pt_1/cl_2/sub_2"


def test_hostile_citations_are_answered_at_once() -> None:
    for text in ("пункта " * 20000, "1) и " * 20000, "двадцать " * 20000, "статьи 1 " * 20000, "-" * 100000):
        for language in ("ru", "kk"):
            assert parse_citation(text, language).address in ("", "art_1")
