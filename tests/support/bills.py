"""Generated amendments to a text, as a bill of a parliament has them: many small ones, some in each other's way."""

from __future__ import annotations

from datetime import date
from random import Random

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.law.reader import read_fragment
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Move,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
)

_WORDS = {"ru": ("район", "село", "лёд", "и мосты"), "kk": ("аудан", "ауыл", "мұз", "және көпір")}
_NEW = {
    "ru": ("9-1) ведёт реестр;", "Часть о реестре публикуется ежегодно.", "9. Реестр открыт."),
    "kk": ("9-1) тізілім жүргізеді;", "Тізілім туралы бөлік жыл сайын жарияланады.", "9. Тізілім ашық."),
}
_KINDS = ("point", "subpoint", "clause", "indent")


def bill(edition: Edition, count: int, seed: int, *, rare: float = 0.02) -> list[list[Operation]]:
    """`count` amendments of one or two operations each, all written against `edition`; `rare`: the share of
    what bills seldom order: words replaced throughout the act, units moved or renumbered."""
    maker = _Maker(edition, Random(seed), rare)
    return [maker.amendment() for _ in range(count)] if maker.places else []


class _Maker:
    def __init__(self, edition: Edition, random: Random, rare: float) -> None:
        self.random = random
        self.rare = rare
        self.language = edition.language
        self.places = [(address, unit) for address, unit in edition if unit.kind in _KINDS]
        self.articles = [address for address, unit in edition if unit.kind == "article"]
        self.new = [read_fragment(text, edition.language) for text in _NEW[edition.language]]

    def amendment(self) -> list[Operation]:
        return [self.operation() for _ in range(self.random.randint(1, 2))]

    def operation(self) -> Operation:
        address, unit = self.random.choice(self.places)
        if self.random.random() < 0.65:
            return self._words(address, unit)
        return self._unit(address, unit)

    def _words(self, address: str, unit: Provision) -> Operation:
        words = [word for word in unit.text.split() if word.isalpha()] or ["нет"]
        word = self.random.choice(words)
        other = self.random.choice((*_WORDS[self.language], self.random.choice(words)))
        if len(word) > 4 and self.random.random() < self.rare:
            return ReplaceThroughout(address="", pairs=((word, other),))
        choice = self.random.randint(0, 5)
        if choice == 0:
            return ReplaceWords(address=address, old=word, new=other, everywhere=True)
        if choice == 1:
            return InsertWords(address=address, words=other, after=word)
        if choice == 2:
            return InsertWords(address=address, words=other, before=word)
        if choice == 3:
            return RemoveWords(address=address, words=word)
        if choice == 4:
            return AppendWords(address=address, words=other)
        return ReplaceWords(address=address, old=word, new=other)

    def _unit(self, address: str, unit: Provision) -> Operation:
        if unit.number and "/" in address and self.random.random() < self.rare:
            number = f"{unit.number.partition('-')[0]}-{self.random.randint(7, 9)}"
            if self.random.random() < 0.5:
                return Renumber(address=address, number=number)
            return Move(address=address, to=address.rpartition("/")[0], number=number)
        if self.random.random() < self.rare:
            new = (unit.replace(text="Временно.", children=()),) if self.random.random() < 0.5 else ()
            return Suspend(address=address, until=date(2031, 3, 1), temporary=new)
        choice = self.random.randint(0, 4)
        if choice == 0:
            return Remove(address=address)
        if choice == 1:
            text = f"{self.random.choice(_WORDS[self.language]).capitalize()}."
            return Restate(address=address, new=(unit.replace(text=text, children=()),))
        if choice == 2 and self.articles:
            article = self.random.choice(self.articles)
            return RenameHeading(address=article, heading=self.random.choice(_WORDS[self.language]).capitalize())
        return Insert(address=address, units=self.random.choice(self.new))
