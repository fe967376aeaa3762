"""Hostile text is answered, within a bound that grows with its length and no faster."""

from __future__ import annotations

import random
import time

import pytest

from amendments.instructions import apply_instruction, parse
from amendments.law.reader import read

MEGABYTE = 1_000_000
WHOLE = {"straight quotes", "contexts", "open brackets"}  # the slowest: a full megabyte; the others a quarter
HOSTILE = {
    "open quotes": "«",
    "open quotes on lines": "«а\n",
    "straight quotes": '" ',
    "straight quotes on lines": '"а\n',
    "mixed quotes": '«"“а',
    "open brackets": "(",
    "open brackets and words": "(а ",
    "closed brackets": "1) ",
    "numbers": "1-1-1 ",
    "one number": "1-",
    "ordinals": "двадцать ",
    "units": "пункта ",
    "units with numbers": "пункт 1 и ",
    "contexts": "в статье 1:\n",
    "labels": "1) в статье 1:\n1. в пункте 2:\n",
    "verbs": "заменить исключить ",
    "words": "слова «а», ",
    "words and verbs": "слова «а» заменить словами «б», ",
    "semicolons": ";",
    "colons": ":",
    "blocks": "пункт 1 изложить в следующей редакции:\n«1. а\n",
    "acts": "в Закон ",
    "dates": "1 января 2027 года ",
    "suspension": "приостановить до ",
    "kazakh units": "1-баптың ",
    "kazakh words": "«а» деген сөз, ",
    "kazakh verbs": "алып тасталсын ",
    "letters": "а",
    "spaces": " ",
    "lines": "\n",
    "nul": "\0",
}


def seconds(text: str, language: str) -> float:
    started = time.process_time()
    parse(text, language)
    return time.process_time() - started


@pytest.mark.parametrize("name", HOSTILE)
def test_much_of_one_thing_is_answered(name: str) -> None:
    piece = HOSTILE[name]
    language = "kk" if "kazakh" in name else "ru"
    large = MEGABYTE if name in WHOLE else MEGABYTE // 4
    small = large // 8
    short = seconds((piece * (small // len(piece) + 1))[:small], language)
    long = seconds((piece * (large // len(piece) + 1))[:large], language)
    assert long < 60
    assert long < 8 * 3 * short + 3, f"{name}: {short:.2f} s for an eighth, {long:.2f} s for the whole"


def test_noise_is_answered_and_orders_nothing() -> None:
    dice = random.Random(3)
    pieces = [
        *HOSTILE.values(),
        "пункт 1",
        "статьи 2",
        "«а»",
        "словами",
        "дополнить",
        ";",
        ".",
        "\n",
        "(",
        ")",
        "«",
        "»",
    ]
    law = read("### Статья 1. А\n\n1. Бюджет округа.\n", "ru")
    for _ in range(300):
        text = "".join(dice.choice(pieces) for _ in range(dice.randint(1, 60)))
        outcome = apply_instruction(text, law)
        if outcome.exact and outcome.operations:
            assert outcome.edition.text != law.text


def test_a_text_longer_than_the_limit_is_refused_at_once() -> None:
    (problem,) = parse("а" * 4_000_001, "ru").problems
    assert problem.code == "too_long"
