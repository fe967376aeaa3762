"""«Вместо слов «А» указать слова «Б»» and its Kazakh twin: words replaced by a formula with verbs of their own."""

from __future__ import annotations

import pytest

from amendments.instructions import apply_instruction, parse
from amendments.law.reader import read

UNDERSTOOD = {
    "ru": [
        ("в пункте 2 статьи 9 вместо слов «один месяц» указать слова «десять дней»;", [("один месяц", "десять дней")]),
        ("вместо слова «месяц» в пункте 2 статьи 9 читать «год»;", [("месяц", "год")]),
        ("в пункте 2 статьи 9 вместо «месяц» следует читать слово «год»;", [("месяц", "год")]),
        ("в статье 9:\n\nв пункте 2 указать вместо цифр «10» цифры «20»;", [("10", "20")]),
        (
            "в пункте 2 статьи 9 вместо слов «месяц», «месяца» указать соответственно слова «год», «года»;",
            [("месяц", "год"), ("месяца", "года")],
        ),
        (
            "в пункте 2 статьи 9 вместо слова «аким» указать слово «маслихат», слова «и другие» исключить;",
            [("аким", "маслихат"), ("и другие", "")],
        ),
    ],
    "kk": [
        ("9-баптың 2-тармағында «бір» деген сөздің орнына «он» деген сөз көрсетілсін;", [("бір", "он")]),
        ("9-баптың 2-тармағындағы «ай» деген сөздің орнына «жыл» деп оқылсын;", [("ай", "жыл")]),
        ("9-баптың 2-тармағында «ай» деген сөздің орнына «жыл» деген сөз жазылсын;", [("ай", "жыл")]),
        ("9-бапта:\n\n2-тармақта «10» деген цифрлардың орнына «20» деген цифрлар оқылсын;", [("10", "20")]),
        (
            "9-баптың 2-тармағында «ай», «айға» деген сөздердің орнына тиісінше «жыл», «жылға» деген сөздер жазылсын;",
            [("ай", "жыл"), ("айға", "жылға")],
        ),
    ],
}  # fmt: skip
FAULTY = {
    "ru": [
        ("в статье 9 вместо слов «месяц» указать;", "incomplete"),
        ("в статье 9 указать слова «год»;", "incomplete"),
        ("в статье 9 слова «месяц» указать слова «год»;", "extra"),
        ("в статье 9 вместо слов «месяц» указать словами «год»;", "extra"),
        ("в статье 9 вместо словами «месяц» указать слова «год»;", "words"),
        ("в статье 9 вместо слов «месяц» заменить словами «год»;", "extra"),
        ("в статье 9 вместо слов «месяц» исключить;", "extra"),
        ("пункт 2 статьи 9 вместо слов «месяц» дополнить словами «год»;", "extra"),
        ("в статье 9 вместо слов «месяц», «день», «час» указать слова «год», «век»;", "counts"),
        ("в статье 9 вместо пункта 2 указать пункт 3;", "words"),
        ("в статье 9 вместо слов «месяц указать слова «год»;", "quotes"),
    ],
    "kk": [
        ("9-бапта «ай» деген сөздің орнына жазылсын;", "incomplete"),
        ("9-бапта «ай» деген сөз «жыл» деп оқылсын;", "incomplete"),
        ("9-бапта «ай» деген сөз орнына «жыл» деген сөз көрсетілсін;", "words"),
        ("9-бапта «ай» деген сөздің орнына «жыл» деген сөзбен ауыстырылсын;", "extra"),
        ("9-бапта «ай» деген сөздің орнына алып тасталсын;", "extra"),
        ("9-бапта «ай», «күн», «сағат» деген сөздердің орнына «жыл», «ғасыр» деген сөздер жазылсын;", "counts"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "pairs"), [(code, *row) for code, rows in UNDERSTOOD.items() for row in rows]
)
def test_words_that_give_way_and_words_that_come(language: str, text: str, pairs: list[tuple[str, str]]) -> None:
    reading = parse(text, language)
    assert not reading.problems, [problem.describe(language) for problem in reading.problems]
    assert {operation.address for operation in reading.operations} == {"art_9/pt_2"}
    found = [
        (getattr(one, "old", getattr(one, "words", "")), getattr(one, "new", "")) for one in reading.operations
    ]  # fmt: skip
    assert found == pairs


@pytest.mark.parametrize(("language", "text", "code"), [(code, *row) for code, rows in FAULTY.items() for row in rows])
def test_a_faulty_formula_orders_nothing(language: str, text: str, code: str) -> None:
    reading = parse(text, language)
    assert reading.operations == ()
    assert code in {problem.code for problem in reading.problems}


def test_it_is_carried_out_as_a_replacement_is() -> None:
    law = read("# А\n\n### Статья 9. Б\n\n1. Срок – месяц.\n\n2. Срок – один месяц.\n", "ru")
    put = apply_instruction("в пункте 2 статьи 9 вместо слов «один месяц» указать слова «десять дней»;", law)
    replaced = apply_instruction("в пункте 2 статьи 9 слова «один месяц» заменить словами «десять дней»;", law)
    assert put.exact
    assert put.edition.text == replaced.edition.text != law.text
    often = apply_instruction("в статье 9 вместо слова «Срок» читать «Время»;", law)
    assert [refusal.code for refusal in often.refusals] == ["words_found_often"]


def test_a_law_that_says_read_and_state_is_quoted_as_before() -> None:
    """«указать» in the text of a law is no order."""
    text = "статью 9 изложить в следующей редакции:\n\n«Статья 9. А\n\nЗаявитель обязан указать «адрес».»;"
    (operation,) = parse(text, "ru").operations
    assert operation.kind == "restate"
