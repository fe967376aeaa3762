"""Hostile text is answered, within a bound that grows with its length and no faster."""

from __future__ import annotations

import random
import sys
from types import FrameType

import pytest

from amendments.instructions import apply_instruction, parse
from amendments.law.reader import read

MEGABYTE = 1_000_000
SMALL = 20_000
WHOLE = ("open quotes", "straight quotes", "mixed quotes", "contexts", "open brackets", "words")  # each tried in full
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


def work(text: str, language: str) -> int:
    """How many functions are called to read a text: the same number on every machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse(text, language)
    finally:
        sys.setprofile(before)
    return calls


def much(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    language = "kk" if "kazakh" in name else "ru"
    short = work(much(HOSTILE[name], SMALL), language)
    long = work(much(HOSTILE[name], 2 * SMALL), language)
    assert long <= 2.2 * short + 3000, f"{name}: {short} calls for {SMALL} characters, {long} for twice as many"
    assert long <= 60 * 2 * SMALL


@pytest.mark.parametrize("name", WHOLE)
def test_a_megabyte_is_answered(name: str) -> None:
    reading = parse(much(HOSTILE[name], MEGABYTE), "kk" if "kazakh" in name else "ru")
    assert not reading.operations
    assert reading.problems or reading.outside or not HOSTILE[name].strip()


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
