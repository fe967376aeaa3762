"""Reading: contexts, places, acts, dates, what is outside, and where every word of an order stands."""

from __future__ import annotations

from datetime import date

import pytest

from amendments.instructions import Reading, apply_instruction, parse
from amendments.instructions.catalogue import FORMULAS, Formula, nearest
from amendments.law.reader import read
from amendments.operations.model import Insert, Operation, ReplaceThroughout, ReplaceWords, Suspend


def addresses(reading: Reading) -> list[str]:
    assert not reading.problems, [problem.describe("ru") for problem in reading.problems]
    return [f"{operation.kind} {operation.address}" for operation in reading.operations]


def words(reading: Reading, operation: Operation, text: str) -> str:
    assert operation.order is not None
    return text[operation.order.start : operation.order.end]


def test_context_lines_nest_to_any_depth() -> None:
    text = (
        "1) в статье 6:\n\nпункт 1:\n\nв части второй:\n\nслово «а» исключить;\n\n"
        "в абзаце третьем слово «б» исключить;\n\nчасть третью исключить;\n\nпункт 2 исключить;\n\n"
        "2) в статье 7:\n\nдополнить подпунктом 3-1) следующего содержания:\n\n«3-1) новый;»."
    )
    reading = parse(text, "ru")
    assert addresses(reading) == [
        "remove_words art_6/pt_1/cl_2",
        "remove_words art_6/pt_1/cl_2/ind_3",
        "remove art_6/pt_1/cl_3",
        "remove art_6/pt_2",
        "insert art_7",
    ]


def test_kazakh_contexts_nest_too() -> None:
    text = (
        "1) 6-бапта:\n\n1-тармақта:\n\nекінші бөлікте:\n\n«а» деген сөз алып тасталсын;\n\n"
        "үшінші бөлігі алып тасталсын;\n\n2-тармақ алып тасталсын;\n\n"
        "2) 7-баптың 4) және 5) тармақшалары алып тасталсын."
    )
    assert addresses(parse(text, "kk")) == [
        "remove_words art_6/pt_1/cl_2",
        "remove art_6/pt_1/cl_3",
        "remove art_6/pt_2",
        "remove art_7/sub_4",
        "remove art_7/sub_5",
    ]


def test_one_context_line_may_name_units_of_two_articles() -> None:
    text = "в подпункте 1) статьи 4 и подпункте 2) статьи 6:\n\nслово «а» исключить;\n\nслово «б» заменить словом «в»;"
    assert addresses(parse(text, "ru")) == [
        "remove_words art_4/sub_1",
        "remove_words art_6/sub_2",
        "replace_words art_4/sub_1",
        "replace_words art_6/sub_2",
    ]


@pytest.mark.parametrize(
    ("text", "count", "first", "last"),
    [
        ("абзацы третий – девятый и одиннадцатый подпункта 7) пункта 5 статьи 1 исключить;", 8, "ind_3", "ind_11"),
        ("подпункты 24) и 40) пункта 1 статьи 1 исключить;", 2, "sub_24", "sub_40"),
        ("подпункты 3-1)-3-4) статьи 1 исключить;", 4, "sub_3-1", "sub_3-4"),
        ("пункты с 3 по 6 статьи 1 исключить;", 4, "pt_3", "pt_6"),
        ("абзацы девяносто девятый и сотый статьи 1 исключить;", 2, "ind_99", "ind_100"),
    ],
)
def test_several_units_and_ranges(text: str, count: int, first: str, last: str) -> None:
    reading = parse(text, "ru")
    found = [operation.address.split("/")[-1] for operation in reading.operations]
    assert (len(found), found[0], found[-1]) == (count, first, last)


def test_every_operation_keeps_the_words_that_ordered_it() -> None:
    text = "1) в статье 6:\n\nпункт 2 исключить;\n\nв пункте 3 слово «а» исключить, слово «б» заменить словом «в»;"
    reading = parse(text, "ru")
    assert [words(reading, operation, text) for operation in reading.operations] == [
        "пункт 2 исключить;",
        "в пункте 3 слово «а» исключить",
        "слово «б» заменить словом «в»",
    ]
    lines = [[text[span.start : span.end] for span in spans] for spans in reading.contexts]
    assert lines == [["1) в статье 6:"]] * 3


def test_words_are_paired_with_respectively() -> None:
    reading = parse("по всему тексту слова «а», «б» и «в» заменить соответственно словами «г», «д» и «е»;", "ru")
    (operation,) = reading.operations
    assert isinstance(operation, ReplaceThroughout)
    assert operation.pairs == (("а", "г"), ("б", "д"), ("в", "е"))


def test_a_verb_left_out_is_the_one_before() -> None:
    reading = parse("в пункте 1 статьи 2 слово «а» заменить словом «б», слово «в» – словом «г»;", "ru")
    pairs = [(item.old, item.new) for item in reading.operations if isinstance(item, ReplaceWords)]
    assert pairs == [("а", "б"), ("в", "г")]


def test_nested_and_merged_quotation_marks() -> None:
    reading = parse("в статье 2 слова «товарищество «Алма» заменить словами «общество «Алма»;", "ru")
    (operation,) = reading.operations
    assert isinstance(operation, ReplaceWords)
    assert (operation.old, operation.new) == ("товарищество «Алма", "общество «Алма")
    text = "пункт 2 статьи 3 изложить в следующей редакции:\n\n«2. Действует закон «О порядке».\n\nпункт 3 исключить."
    blocks = parse(text.replace("\n\nпункт 3 исключить.", ""), "ru")
    assert addresses(blocks) == ["restate art_3/pt_2"]


def test_a_block_of_many_paragraphs_with_quotations_inside() -> None:
    text = (
        'дополнить статьей 5 следующего содержания:\n\n"Статья 5. Правила\n\n1. Применяется закон "О порядке";\n\n'
        '2. Действует слово "да".";\n\nстатью 6 исключить.'
    )
    reading = parse(text, "ru")
    assert addresses(reading) == ["insert ", "remove art_6"]
    insert = reading.operations[0]
    assert isinstance(insert, Insert)
    assert [child.number for child in insert.units[0].children] == ["1", "2"]


ACT = """ЗАКОН

О внесении изменений в некоторые законы

Парламент постановляет:

Статья 1. Внести изменения в следующие законы:

1. В Закон от 1 марта 2010 года «О воде» (Ведомости, 2010 г., № 1, ст. 1; № 2, ст. 3):

1) статью 2 исключить;

2) в статье 3 слово «а» исключить;

2. В Кодекс от 1 марта 2011 года «О земле»:

статью 4 исключить.

Статья 2. Признать утратившим силу Закон от 5 мая 2001 года «О старом».

Статья 3. Настоящий Закон вводится в действие с 1 июля 2030 года, за исключением подпункта 2) пункта 1 статьи 1, \
который вводится в действие с 1 января 2031 года.

Президент
"""


def test_a_whole_act_is_split_by_the_acts_it_amends() -> None:
    reading = parse(ACT, "ru")
    assert addresses(reading) == ["remove art_2", "remove_words art_3", "remove art_4"]
    named = [(act.name.split("»")[0].split("«")[-1], act.first, act.last) for act in reading.acts[-2:]]
    assert named == [("О воде", 0, 2), ("О земле", 2, 3)]
    assert reading.labels == ("art_1/pt_1/sub_1", "art_1/pt_1/sub_2", "art_1/pt_2")
    assert {item.why for item in reading.outside} == {"header", "in_force", "repeal", "signature"}


def test_a_kazakh_act_is_split_too() -> None:
    text = (
        "Қазақстан Республикасының Парламенті қаулы етеді:\n\n1-бап. Мына заңдарға өзгерістер енгізілсін:\n\n"
        "1. «Су туралы» 2010 жылғы 1 наурыздағы Заңға:\n\n2-бап алып тасталсын;\n\n"
        "2. «Жер туралы» 2011 жылғы 1 наурыздағы Кодекске:\n\n4-бап алып тасталсын.\n\n"
        "2-бап. Осы Заң 2030 жылғы 1 шілдеден бастап қолданысқа енгізіледі."
    )
    reading = parse(text, "kk")
    assert addresses(reading) == ["remove art_2", "remove art_4"]
    assert [(act.first, act.last) for act in reading.acts[-2:]] == [(0, 1), (1, 2)]
    assert {operation.in_force_from for operation in reading.operations} == {date(2030, 7, 1)}


def test_parts_of_an_act_enter_into_force_on_their_days() -> None:
    days = [operation.in_force_from for operation in parse(ACT, "ru").operations]
    assert days == [date(2030, 7, 1), date(2031, 1, 1), date(2030, 7, 1)]


def test_a_suspension_has_its_day_and_its_temporary_text() -> None:
    text = (
        "приостановить до 1 января 2030 года действие пункта 3 статьи 12, установив, что в период приостановления "
        "данный пункт действует в следующей редакции:\n\n«3. Временно.»;"
    )
    (operation,) = parse(text, "ru").operations
    assert isinstance(operation, Suspend)
    assert (operation.address, operation.until) == ("art_12/pt_3", date(2030, 1, 1))
    assert operation.temporary[0].text == "Временно."


def test_what_changes_the_other_language_only_is_outside() -> None:
    reading = parse(
        "1) внесено изменение в пункт 2 на государственном языке, текст на русском языке не изменяется;", "ru"
    )
    assert not reading.operations
    assert [item.why for item in reading.outside] == ["other_language"]


def test_nothing_is_ordered_from_a_sentence_read_in_part() -> None:
    text = "в статье 3 слово «а» исключить, остальное переписать;\n\nпункт 2 статьи 4 исключить."
    reading = parse(text, "ru")
    assert [operation.address for operation in reading.operations] == ["art_4/pt_2"]
    (problem,) = reading.problems
    assert text[problem.span.start : problem.span.end] == "остальное"


def test_what_stands_under_a_line_that_is_not_understood_is_not_read() -> None:
    reading = parse("в неизвестном месте 5:\n\nпункт 2 исключить;\n\nслово «а» исключить;", "ru")
    assert not reading.operations
    assert [problem.code for problem in reading.problems] == ["words", "context", "context"]


def test_a_problem_names_the_nearest_formula() -> None:
    (problem,) = parse("в пункте 2 статьи 9 слово «а» заменить;", "ru").problems
    assert "заменить словами" in problem.formula
    assert "Похожая формула" in problem.describe("ru")
    assert nearest("", [], "ru") == ""


@pytest.mark.parametrize("formula", FORMULAS, ids=[formula.key for formula in FORMULAS])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_examples_of_the_catalogue_are_understood(formula: Formula, language: str) -> None:
    reading = parse(getattr(formula, language), language)
    assert not reading.problems, [problem.describe(language) for problem in reading.problems]
    assert {operation.kind for operation in reading.operations} == {formula.makes}


@pytest.mark.parametrize("formula", FORMULAS, ids=[formula.key for formula in FORMULAS])
def test_the_two_languages_of_an_example_order_the_same(formula: Formula) -> None:
    places = [[item.address for item in parse(getattr(formula, code), code).operations] for code in ("ru", "kk")]
    if formula.key != "add numbered units":  # its Kazakh example leaves the article to the context
        assert places[0] == places[1]


def test_of_an_act_that_amends_several_only_the_orders_for_this_one_are_applied() -> None:
    water = read(
        "# О воде\n\n### Статья 2. А\n\nБ.\n\n### Статья 3. В\n\n1. слово а тут.\n\n### Статья 4. Г\n\nД.\n", "ru"
    )
    outcome = apply_instruction(ACT, water)
    assert outcome.exact, [refusal.describe("ru") for refusal in outcome.refusals]
    assert [operation.address for operation in outcome.operations] == ["art_2", "art_3"]
    assert [item.address for item in outcome.outside if item.why == "other_act"] == ["art_4"]
    land = apply_instruction(ACT, water, act="О земле")
    assert [operation.address for operation in land.operations] == ["art_4"]


def test_a_single_article_is_not_taken_for_that_of_another_act() -> None:
    text = "1. В Закон «О воде»:\n\nстатью 2 исключить;\n\n2. В Закон «О земле»:\n\nв статье 2 слово «а» исключить."
    article = read("Статья 2. А\n\n1. слово а тут.\n", "ru")
    assert [refusal.code for refusal in apply_instruction(text, article).refusals][:1] == ["which_act"]
    assert apply_instruction(text, article, act="О земле").exact


def test_a_closing_mark_too_many_is_not_put_into_the_law() -> None:
    text = "В статье 1 подпункт 1) изложить в следующей редакции:\n«1) колодец «шахтный» – место забора воды»;»."
    reading = parse(text, "ru")
    assert reading.operations == ()
    assert reading.problems
