"""Orders spoilt in one place: each is refused, or does exactly what it now says; nothing is ever guessed."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest

from amendments.instructions import Outcome, apply_instruction
from amendments.law.citations import steps_of
from amendments.operations.model import (
    AppendWords,
    InsertWords,
    Operation,
    RemoveWords,
    ReplaceThroughout,
    ReplaceWords,
)
from tests.instructions.oracle import REFUSED, expected, lines, overstepped, same
from tests.instructions.test_orders import law, table

MARKS = '«»"'
ROUNDS = 25


@cache
def good_orders() -> list[tuple[str, str, str]]:
    """(language, instruction, text of the law after it)."""
    found = []
    for param in table("order"):
        language, row = param.values
        outcome = apply_instruction(row["text"], law(language))
        if outcome.exact and outcome.operations:
            found.append((language, row["text"], outcome.edition.text))
    return found


def spoilt(kind: str, text: str, dice: random.Random) -> str | None:
    """The order with one thing wrong, or None where it has no such thing."""
    if kind == "quote":
        places = [index for index, char in enumerate(text) if char in MARKS]
        at = dice.choice(places) if places else -1
        return text[:at] + text[at + 1 :] if places else None
    pattern = {"number": r"(?<![\d.«])\d+(?=[-\s)])", "word": r"«([^«»\n]+)»"}[kind]
    matches = list(re.finditer(pattern, text))
    if not matches:
        return None
    found = dice.choice(matches)
    if kind == "number":
        return text[: found.start()] + str(int(found.group()) + dice.randint(1, 60)) + text[found.end() :]
    words = found.group(1).split()
    words[dice.randrange(len(words))] = dice.choice(["мираж", "сағым", "квазар"])
    return text[: found.start(1)] + " ".join(words) + text[found.end(1) :]


def quoted(operation: Operation) -> list[str]:
    """The words that an operation as ordered quotes."""
    if isinstance(operation, ReplaceWords):
        return [operation.old, operation.new]
    if isinstance(operation, RemoveWords):
        return [operation.words]
    if isinstance(operation, InsertWords):
        return [operation.words, operation.after or operation.before]
    if isinstance(operation, AppendWords):
        return [operation.words]
    if isinstance(operation, ReplaceThroughout):
        return [word for pair in operation.pairs for word in pair if word]
    return []


def says(outcome: Outcome, text: str) -> None:
    """What was ordered stands in the order: the words between its quotation marks, the numbers of its addresses."""
    for operation in outcome.reading.operations:
        for words in quoted(operation):
            if words not in ".,;:":  # signs may be called by their names
                assert all(part in text for part in words.split()), (words, text)
        for prefix, number in steps_of(operation.address):
            if prefix in ("art", "pt", "sub"):
                inside = " – " in text  # of a range only the ends are written
                assert inside or re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text), (operation.address, text)


def holds(wrong: str, language: str) -> str:
    """Carry out a spoilt order and hold it to what it says; tells how it ended: refused, simple or other."""
    before = law(language)
    outcome = apply_instruction(wrong, before)
    wanted = expected(wrong, before.text, language)
    if not (outcome.exact and outcome.operations):
        return "refused"
    says(outcome, wrong)
    assert overstepped(wrong, before.text, outcome.edition.text, language) == [], wrong
    if wanted is None:
        return "other"
    assert wanted != REFUSED, wrong
    assert same(outcome.edition.text, wanted), wrong
    return "simple"


def test_the_oracle_carries_out_good_orders_by_itself_as_the_service_does() -> None:
    ends = Counter((language, holds(text, language)) for language, text, _ in good_orders())
    assert ends["ru", "simple"] >= 5, ends
    assert ends["kk", "simple"] >= 3, ends
    assert not ends["ru", "refused"]
    assert not ends["kk", "refused"]


def test_the_oracle_sees_what_an_order_did_not_say() -> None:
    order = "в пункте 2 статьи 9 слово «письменно» исключить."
    text = law("ru").text
    assert overstepped(order, text, text.replace("4. Остаток бюджета", "4. Итог бюджета"), "ru") == [
        "article 5", "article 5", "word итог",
    ]  # fmt: skip
    assert expected("в пункте 2 статьи 9 слово «мираж» исключить.", text, "ru") == REFUSED
    assert expected("в статье 16 слова «Аким района» исключить.", text, "ru") == REFUSED


@pytest.mark.parametrize("kind", ["number", "word"])
def test_a_wrong_number_or_word_is_refused_or_meant(kind: str) -> None:
    dice = random.Random(7)
    ends: Counter[str] = Counter()
    for language, text, _ in good_orders():
        for _ in range(ROUNDS):
            wrong = spoilt(kind, text, dice)
            if wrong is not None:
                ends[holds(wrong, language)] += 1
    assert ends.total() > 2000
    assert ends["refused"] > ends.total() / 4
    assert ends["simple"] + ends["other"] > 100, ends


def simple_order(language: str, dice: random.Random) -> str:
    """A simple order with words of one line of the law and, now and then, the address of another."""
    inside = [line for line in lines(law(language).text, language) if line.point]
    line = dice.choice(inside)
    place = line if dice.random() < 0.6 else dice.choice(inside)
    found = list(re.finditer(r"[\w-]+", line.text))
    first = dice.randrange(len(found))
    last = min(len(found) - 1, first + dice.randrange(3))
    old = line.text[found[first].start() : found[last].end()]
    new = dice.choice(["", "мираж и сағым", "три дня"])
    if language == "ru":
        unit = f"подпункте {place.subpoint}) пункта" if place.subpoint else "пункте"
        order = f"заменить словами «{new}»" if new else "исключить"
        return f"в {unit} {place.point} статьи {place.article} слова «{old}» {order}."
    unit = f"ының {place.subpoint}) тармақшасындағы" if place.subpoint else "ындағы"
    order = f"«{new}» деген сөздермен ауыстырылсын" if new else "алып тасталсын"
    return f"{place.article}-баптың {place.point}-тармағ{unit} «{old}» деген сөздер {order}."


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_simple_orders_do_what_the_oracle_does_and_are_refused_where_it_refuses(language: str) -> None:
    dice = random.Random(17)
    ends: Counter[str] = Counter()
    for _ in range(700):
        order = simple_order(language, dice)
        wanted = expected(order, law(language).text, language)
        if wanted is None:  # quotation marks among the words
            continue
        end = holds(order, language)
        assert (end == "refused") == (wanted == REFUSED), order
        ends[end] += 1
    assert ends["simple"] > 150, ends
    assert ends["refused"] > 150, ends


def test_a_dropped_quotation_mark_never_changes_what_is_done() -> None:
    dice = random.Random(11)
    tried = 0
    for language, text, after in good_orders():
        for _ in range(ROUNDS):
            wrong = spoilt("quote", text, dice)
            if wrong is None:
                continue
            tried += 1
            outcome = apply_instruction(wrong, law(language))
            assert not outcome.exact or not outcome.operations or outcome.edition.text == after, wrong
    assert tried > 2000


def test_swapped_addresses_are_refused_or_meant() -> None:
    dice = random.Random(13)
    orders = good_orders()
    tried = 0
    for language, text, _ in orders:
        for _ in range(8):
            other = dice.choice([item for item in orders if item[0] == language])[1]
            pattern = r"статьи [\d-]+" if language == "ru" else r"[\d-]+-баптың"
            here, there = re.search(pattern, text), re.search(pattern, other)
            if not here or not there:
                continue
            tried += 1
            holds(text[: here.start()] + there.group() + text[here.end() :], language)
    assert tried > 500


def whole(outcome: Outcome) -> dict[str, Any]:
    return {"text": outcome.edition.text, "exact": outcome.exact}


def test_the_same_order_gives_the_same_answer_twice() -> None:
    for language, text, _ in good_orders()[:40]:
        assert whole(apply_instruction(text, law(language))) == whole(apply_instruction(text, law(language)))
