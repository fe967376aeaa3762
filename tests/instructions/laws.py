"""Small laws and orders on them, made from a seed: material for the properties of reading and writing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.law.reader import read
from amendments.operations.apply import try_apply
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
    to_json,
)

_RU = "аким округ бюджет жители порядок дорога свет отчет школа вода рынок сход план работа улица срок"
_KK = "әкім округ бюджет тұрғын тәртіп жол жарық есеп мектеп су базар жиын жоспар жұмыс көше мерзім"
WORDS = {"ru": _RU.split(), "kk": _KK.split()}
HEADS = {"ru": "### Статья {0}. {1}", "kk": "### {0}-бап. {1}"}
TITLES = {"ru": "# О порядке (пример)", "kk": "# Тәртіп туралы (мысал)"}
CHAPTERS = {"ru": "## Глава 1. Общее", "kk": "## 1-тарау. Жалпы"}
TAILS = ["", "", " 5", " 10-1", " «план»", ' "план"', " «план", " план»"]


class Maker:
    """Makes a law and orders on it, the same ones for the same seed."""

    def __init__(self, seed: int, language: str) -> None:
        self.dice = Random(seed)
        self.language = language

    # -- words

    def words(self, most: int = 6) -> str:
        return " ".join(self.dice.choices(WORDS[self.language], k=self.dice.randint(3, most)))

    def capital(self, most: int = 6) -> str:
        text = self.words(most)
        return text[:1].upper() + text[1:]

    # -- a law

    def law(self) -> Edition:
        """A law of a few articles: points, lists, clauses, inserted numbers."""
        lines = [TITLES[self.language], CHAPTERS[self.language]]
        for number in ("1", "2", "2-1", "3"):
            lines.append(HEADS[self.language].format(number, self.capital(4)))
            shape = self.dice.choice(["points", "list", "clauses"])
            if shape == "clauses":
                lines += [f"{self.capital()}." for _ in range(self.dice.randint(1, 3))]
            elif shape == "list":
                lines += [f"{self.capital()}:", *self.subpoints()]
            else:
                lines += self.points()
        return read("\n\n".join(lines) + "\n", self.language)

    def points(self) -> list[str]:
        lines: list[str] = []
        for point in ("1", "2", "2-1"):
            if self.dice.random() < 0.5:
                lines += [f"{point}. {self.capital()}:", *self.subpoints()]
            else:
                lines.append(f"{point}. {self.capital()}. {self.capital()}.")
                lines += [f"{self.capital()}." for _ in range(self.dice.randint(0, 2))]
        return lines

    def subpoints(self) -> list[str]:
        numbers = ["1", "2", "2-1", "3"][: self.dice.randint(2, 4)]
        lines: list[str] = []
        for number in numbers:
            if number != numbers[-1] and self.dice.random() < 0.25:
                lines += [f"{number}) {self.words()}:", f"{self.words()};", f"{self.words()};"]
            else:
                lines.append(f"{number}) {self.words()}{'.' if number == numbers[-1] else ';'}")
        return lines

    # -- orders

    def orders(self, edition: Edition, most: int = 5) -> list[Operation]:
        """Operations that can be carried out one after the other, of every kind that words or units may take."""
        makers: list[Callable[[Edition], Operation | None]] = [
            self.word_order, self.word_order, self.unit_order, self.new_unit, self.throughout, self.new_article,
            self.suspension,
        ]  # fmt: skip
        found: list[Operation] = []
        current = edition
        for _ in range(self.dice.randint(1, most)):
            operation = self.dice.choice(makers)(current)
            applied = try_apply([operation], current) if operation is not None else None
            if operation is not None and applied is not None and not applied.refusals:
                found.append(operation)
                current = applied.edition
        return found

    def place(self, edition: Edition, *kinds: str) -> tuple[str, Provision] | None:
        places = [
            (address, node)
            for address, node in edition
            if node.kind in kinds and "~" not in address and node.state == "in_force"
        ]
        return self.dice.choice(places) if places else None

    def word_order(self, edition: Edition) -> Operation | None:
        place = self.place(edition, "point", "subpoint", "clause", "indent")
        words = place[1].text.rstrip(".;:").split() if place else []
        if place is None or len(words) < 2:
            return None
        address = place[0]
        at = self.dice.randrange(len(words))
        old = " ".join(words[at : at + self.dice.randint(1, 3)]).rstrip(".;:")
        new = self.words(3) + self.dice.choice(TAILS)
        return self.dice.choice(
            [
                ReplaceWords(address=address, old=old, new=new),
                RemoveWords(address=address, words=old),
                InsertWords(address=address, words=new, after=old),
                InsertWords(address=address, words=f", {new}", after=old),
                InsertWords(address=address, words=new, before=old),
                AppendWords(address=address, words=new),
            ]
        )

    def unit_order(self, edition: Edition) -> Operation | None:
        kind = self.dice.choice(["point", "subpoint", "clause", "indent", "article"])
        place = self.place(edition, kind)
        if place is None:
            return None
        address, node = place
        if self.dice.random() < 0.33:
            return Remove(address=address)
        if kind == "article":
            return RenameHeading(address=address, heading=self.capital(4))
        text = f"{self.capital()}." if kind in ("point", "clause") else f"{self.words()};"
        return Restate(address=address, new=(node.replace(text=text, children=()),))

    def suspension(self, edition: Edition) -> Operation | None:
        place = self.place(edition, "point", "subpoint", "clause", "indent", "article")
        if place is None:
            return None
        address, node = place
        until = date(2030 + self.dice.randrange(5), self.dice.randint(1, 12), self.dice.randint(1, 28))
        if node.kind == "article" or self.dice.random() < 0.3:
            return Suspend(address=address, until=until)
        text = f"{self.capital()}." if node.kind in ("point", "clause") else f"{self.words()};"
        return Suspend(address=address, until=until, temporary=(node.replace(text=text, children=()),))

    def new_unit(self, edition: Edition) -> Operation | None:
        place = self.place(edition, "point", "article")
        if place is None:
            return None
        address, node = place
        children = {child.kind for child in node.children}
        if "subpoint" in children:
            unit = Provision("subpoint", "2-2", label="2-2) ", text=f"{self.words()};")
            return Insert(address=address, units=(unit,))
        if "point" in children:
            unit = Provision("point", "4", lead="\n\n", label="4. ", text=f"{self.capital()}.")
            return Insert(address=address, units=(unit,))
        if node.kind == "point" and not node.text.endswith(":"):
            count = sum(child.kind == "clause" for child in node.children) + 1
            clause = Provision("clause", lead="\n\n", text=f"{self.capital()}.")
            return Insert(address=address, units=(clause,), after=self.dice.choice([None, f"{address}/cl_{count}"]))
        return None

    def throughout(self, edition: Edition) -> Operation | None:
        words = self.dice.sample(WORDS[self.language], k=self.dice.choice([2, 4]))
        half = len(words) // 2
        place = self.place(edition, "article")
        address = self.dice.choice(["", place[0] if place else ""])
        return ReplaceThroughout(address=address, pairs=tuple(zip(words[:half], words[half:], strict=True)))

    def new_article(self, edition: Edition) -> Operation | None:
        head = HEADS[self.language].format("2-2", self.capital(3)).removeprefix("### ")
        article = read(f"{head}\n\n1. {self.capital()}.\n\n2. Б.\n", self.language).root.children[0]
        return Insert(address="", units=(article,))


def law_of(unit: Provision) -> tuple[object, ...]:
    """A unit without its layout: a text alone does not say whether a line in it opens a list."""
    return (unit.kind, unit.number, *((node.number, node.text) for node in unit.paragraphs() if node.kind != "note"))


def meaning(operation: Operation) -> dict[str, object]:
    """An operation without its place in the instruction and without the layout of its units."""
    data = to_json(operation)
    data.pop("order", None)
    for name in ("units", "new", "temporary"):
        value = getattr(operation, name, None)
        if isinstance(value, tuple):
            data[name] = [law_of(unit) for unit in value]
    return data


def paragraphs(edition: Edition) -> list[tuple[str, str]]:
    """The printed paragraphs in order: number and words. A text alone does not say whether a line opens a list."""
    return [
        (node.number, " ".join(node.text.split()))
        for node in edition.root.paragraphs()
        if node.kind != "note" and node.state != "excluded" and (node.text or node.number)
    ]
