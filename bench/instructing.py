"""Rows of instructions: a thousand of them carried out, beside readings of the law."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

from amendments.instructions.applying import Outcome, apply_instruction
from amendments.instructions.reading import Reading, parse
from amendments.instructions.writing import write, write_plan
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.law.reader import read
from amendments.operations.model import InsertWords, Operation, RemoveWords, ReplaceWords, Restate
from bench.measure import Prepared, medians
from bench.report import Figure, Table, figures
from bench.subjects import Laws, held_in_memory

COUNT = 1000
READINGS = 10
_KINDS = ("point", "subpoint", "clause", "indent")
_SHORTEST = 6  # letters of a word that is ordered to change
HOW = (
    "Orders to replace, remove and add words, each of words that stand once in their unit, written by `write`. One by "
    "one: a thousand instructions, each read and carried out on the law as it is held in memory. In one: `write` makes "
    "one instruction of them all, which restates what a drafter would restate. «Asked» is at most ten readings. "
    "Restated: each article of the law is given a new edition, which quotes it whole."
)


def instructing(laws: Laws, count: int = COUNT) -> Table:
    """A thousand orders on the real law and on a generated one."""
    rows: list[Figure] = []
    for name, text in (("real law", laws.real.new), ("small law", laws.generated[0])):
        edition = held_in_memory(text)
        orders = list(operations(edition, count))
        ones = [write([order], edition, "ru") for order in orders]
        whole = [write(orders, edition, "ru")]
        restated = _restated(edition)
        held = partial(held_in_memory, text)
        found = medians(
            {
                "ones": Prepared(held, partial(_carry_out, ones)),
                "only read": partial(_read, ones),
                "whole": Prepared(held, partial(_carry_out, whole)),
                "restated": partial(_read, restated),
                "read": partial(read, text, "ru"),
            }
        )
        beside, readings = f"{READINGS} readings of it", READINGS * found["read"]
        what = f"{len(orders):,} orders on the {name}"
        carried, refused = _outcomes(ones, edition)
        remark = f"{carried:,} carried out, {refused:,} refused"
        rows.append(Figure(f"{what}, one by one", found["ones"], beside, readings, asked=1.0, remark=remark))
        rows.append(Figure(f"{what}, one by one, only read", found["only read"], beside, readings))
        carried, refused = _outcomes(whole, edition)
        remark = f"{carried:,} carried out, {refused:,} refused"
        rows.append(Figure(f"{what}, in one", found["whole"], beside, readings, asked=1.0, remark=remark))
        what = f"{len(restated)} articles of the {name} restated, only read"
        rows.append(Figure(what, found["restated"], "1 reading of it", found["read"]))
    return figures("Instructions", rows, HOW)


def _restated(edition: Edition) -> list[str]:
    """For every article an instruction that gives it a new edition, the words it has."""
    articles = [(address, unit) for address, unit in edition if unit.kind == "article" and unit.state == "in_force"]
    return [write_plan([Restate(address=address, new=(unit,))], "ru") for address, unit in articles]


def _carry_out(instructions: list[str], edition: Edition) -> list[Outcome]:
    return [apply_instruction(instruction, edition, partial=False) for instruction in instructions]


def _read(instructions: list[str]) -> list[Reading]:
    return [parse(instruction, "ru") for instruction in instructions]


def _outcomes(instructions: list[str], edition: Edition) -> tuple[int, int]:
    """How many operations were carried out, and how many orders were refused or not understood."""
    outcomes = _carry_out(instructions, edition)
    carried = sum(len(outcome.operations) for outcome in outcomes)
    return carried, sum(len(outcome.refusals) + len(outcome.problems) for outcome in outcomes)


def operations(edition: Edition, count: int, seed: int = 5) -> Iterator[Operation]:
    """Orders for different words of provisions, in document order."""
    dice = Random(seed)
    units = [(address, unit) for address, unit in edition if unit.kind in _KINDS and unit.state == "in_force"]
    places = [(address, word) for address, unit in units for word in once(unit.text) if not below(unit, word)]
    chosen = sorted(dice.sample(range(len(places)), min(count, len(places))))
    for turn, place in enumerate(chosen):
        address, word = places[place]
        if turn % 3 == 0:
            yield InsertWords(address=address, words="и дворов", after=word)
        elif turn % 3 == 1:
            yield RemoveWords(address=address, words=word)
        else:
            yield ReplaceWords(address=address, old=word, new="двор")


def once(text: str) -> list[str]:
    """Words of a text that stand in it once, also as a part of another."""
    words = [word for word in text.split() if word.isalpha() and len(word) >= _SHORTEST]
    return [word for word in words if text.count(word) == 1]


def below(unit: Provision, word: str) -> bool:
    """Whether what hangs under a unit has a word too: an order for the unit would not say which is meant."""
    return any(word in inner.text for child in unit.children for inner in child.paragraphs())
