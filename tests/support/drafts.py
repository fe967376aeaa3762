"""Generated laws that are edited as drafters edit: units move, are renumbered, split, merged, removed, reworded.

A `Draft` is made from a seed by ordinary pseudo-random choices, so that a case costs little; Hypothesis draws the
seed and the sizes, and shrinks the sizes. Every word of a draft with `distinct=True` stands once in all its history:
where a word came from is then known without doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import ClassVar

_RU = """аким округа ведёт учёт дорог улиц утверждает план работ вносит предложения порядке срок семь дней район
«Ақжол» (село) 2026 года торговля — благоустройство, при\u00a0необходимости"""
_KK = """ауыл әкімі жолдар мен көшелердің есебін жүргізеді жұмыс жоспарын бекітеді ұсыныс енгізеді жеті күн
iшкi iстер бөлiмi «Ақжол» (ауыл) 2026 жыл сауда – абаттандыру, қажет\u00a0болғанда"""
WORDS = {"ru": _RU.replace("\n", " ").split(" "), "kk": _KK.replace("\n", " ").split(" ")}
_LETTERS = {"ru": "абвгдежзиклмнопрстуф", "kk": "абвгдежзиклмнопқрсту"}
_MOVABLE = 8  # words from which a unit is long enough to be known again elsewhere


@dataclass
class Unit:
    """A unit on the drafting table."""

    kind: str
    number: str = ""
    words: list[str] = field(default_factory=list)
    end: str = "."
    below: list[Unit] = field(default_factory=list)
    note: str = ""
    indent: str = ""
    excluded: bool = False

    def copy(self) -> Unit:
        """The unit and all below, anew."""
        below = [unit.copy() for unit in self.below]
        return Unit(self.kind, self.number, [*self.words], self.end, below, self.note, self.indent, self.excluded)


class Draft:
    """A law being drafted. `text` prints it as it is now; `edit()` changes it; `step` counts the editions."""

    def __init__(self, seed: int, articles: int = 2, *, distinct: bool = False) -> None:
        self.random = Random(seed)
        pick = self.random
        self.language = pick.choice(("ru", "kk"))
        self.distinct = distinct
        self.newline = "\n" if distinct else pick.choice(("\n", "\n", "\n", "\r\n"))
        self.gap = self.newline * pick.choice((2, 2, 2, 1, 3))
        self.markdown = pick.random() < 0.6
        self.tail = pick.choice(("", self.newline))
        self.step = 0
        self.born: dict[str, int] = {}
        self.title = self._words(3) if self.markdown else []
        self.preamble = self._sentence("clause") if pick.random() < 0.4 else None
        self.articles = [self._article(number) for number in self._numbers(articles)]

    # -- words

    def _word(self) -> str:
        if not self.distinct:
            return self.random.choice(WORDS[self.language])
        count, letters = len(self.born), _LETTERS[self.language]
        code = ""
        for _ in range(4):
            count, rest = divmod(count, len(letters))
            code = letters[rest] + code
        word = ("слово" if self.language == "ru" else "сөз") + code
        self.born[word] = self.step
        return word

    def _words(self, least: int = 1, most: int = 0) -> list[str]:
        size = self.random.randint(least, max(least, most))
        return [self._word() for _ in range(size)]

    def _sentence(self, kind: str) -> Unit:
        low = _MOVABLE if self.distinct else 1
        return Unit(kind, words=self._words(low, 12), end=";" if kind in ("subpoint", "indent") else ".")

    # -- structure

    def _numbers(self, size: int) -> list[str]:
        found: list[str] = []
        for _ in range(size):
            if found and self.random.random() < 0.2:
                base, _, inserted = found[-1].partition("-")
                found.append(f"{base}-{int(inserted or 0) + self.random.randint(1, 2)}")
            else:
                found.append(str(int(found[-1].split("-")[0]) + 1) if found else "1")
        return found

    def _article(self, number: str) -> Unit:
        pick = self.random
        article = Unit("article", number, self._words(2 if not self.distinct else _MOVABLE, 4), "")
        if pick.random() < 0.15:
            article.below = [self._sentence("clause") for _ in range(pick.randint(1, 2))]
        else:
            article.below = [self._point(number) for number in self._numbers(pick.randint(1, 3))]
        article.note = self._note(0.3)
        return article

    def _point(self, number: str) -> Unit:
        pick = self.random
        point = self._sentence("point")
        point.number = number
        shape = pick.random()
        if shape < 0.25:
            point.below = [self._sentence("clause") for _ in range(pick.randint(1, 2))]
        elif shape < 0.75:
            point.end = ":"
            listed = "subpoint" if shape < 0.65 else "indent"
            point.below = [self._item(listed, number) for number in self._numbers(pick.randint(1, 4))]
            point.below[-1].end = "."
            if pick.random() < 0.2:
                point.below.append(self._sentence("clause"))
        return point

    def _item(self, kind: str, number: str) -> Unit:
        item = self._sentence(kind)
        item.number = number if kind == "subpoint" else ""
        item.indent = self.random.choice(("", "", "", "   ", "\u00a0"))
        item.note = self._note(0.1)
        item.excluded = kind == "subpoint" and self.random.random() < 0.08
        return item

    def _note(self, chance: float) -> str:
        if self.random.random() >= chance:
            return ""
        word = "Изменено" if self.language == "ru" else "Өзгертілді"
        return f"{word} {self.random.randint(1, 9)}."

    # -- printing

    @property
    def text(self) -> str:
        """The law as it is printed now."""
        return self.gap.join(self._lines()) + self.tail

    def _lines(self) -> Iterator[str]:
        ru = self.language == "ru"
        if self.title:
            yield "# " + _capital(" ".join(self.title))
        if self.preamble:
            yield from self._unit(self.preamble)
        yield ("## " if self.markdown else "") + ("Глава 1. Общее" if ru else "1-тарау. Жалпы")
        for article in self.articles:
            head = "### " if self.markdown else ""
            name = f"Статья {article.number}." if ru else f"{article.number}-бап."
            yield f"{head}{name} {_capital(' '.join(article.words))}"
            for unit in article.below:
                yield from self._unit(unit)
            yield from self._printed_note(article)

    def _unit(self, unit: Unit) -> Iterator[str]:
        words = " ".join(unit.words)
        if unit.excluded:
            words = "исключен" if self.language == "ru" else "алып тасталды"
            yield f"{unit.indent}*{unit.number}) {words}{unit.end}*"
        elif unit.kind == "subpoint":
            yield f"{unit.indent}{unit.number}) {words}{unit.end}"
        elif unit.kind == "indent":
            yield f"{unit.indent}{words}{unit.end}"
        elif unit.kind == "point":
            yield f"{unit.number}. {_capital(words)}{unit.end}"
        else:
            yield f"{_capital(words)}{unit.end}"
        for child in unit.below:
            yield from self._unit(child)
        yield from self._printed_note(unit)

    def _printed_note(self, unit: Unit) -> Iterator[str]:
        if unit.note:
            yield f"{unit.indent}> *{'Сноска' if self.language == 'ru' else 'Ескерту'}. {unit.note}*"

    # -- editing

    def edit(self, times: int = 1, *, only: tuple[str, ...] = ()) -> None:
        """Make `times` changes, which together are the next edition; `only` names the kinds allowed."""
        self.step += 1
        kinds = only or tuple(self.edits)
        for _ in range(times):
            self.edits[self.random.choice(kinds)](self)

    def _places(self) -> list[tuple[list[Unit], int]]:
        """Every unit, as the list that holds it and its index there."""
        found: list[tuple[list[Unit], int]] = []
        stack = [self.articles]
        while stack:
            units = stack.pop()
            for index, unit in enumerate(units):
                found.append((units, index))
                stack.append(unit.below)
        return found

    def _some(self, *kinds: str) -> tuple[list[Unit], int, Unit] | None:
        places = [(units, i) for units, i in self._places() if not kinds or units[i].kind in kinds]
        if not places:
            return None
        units, index = self.random.choice(places)
        return units, index, units[index]

    def _reword(self) -> None:
        """One or two words give way to others, come in or go; the first stays, and most of the rest."""
        if (found := self._some()) is None:
            return
        words = found[2].words
        for _ in range(self.random.randint(1, 2)):
            at = self.random.randrange(1, len(words)) if len(words) > 1 else 0
            what = self.random.randint(0, 2)
            if what == 0 and at:
                words[at] = self._word()
            elif what == 1:
                words.insert(at + 1, self._word())
            elif at and len(words) > (_MOVABLE - 2 if self.distinct else 1):
                del words[at]

    def _restate(self) -> None:
        if (found := self._some()) is not None:
            found[2].words = self._words(len(found[2].words))

    def _remove(self) -> None:
        if (found := self._some()) is not None and not (found[0] is self.articles and len(found[0]) == 1):
            del found[0][found[1]]

    def _exclude(self) -> None:
        if (found := self._some("subpoint")) is not None:
            found[2].excluded = not found[2].excluded
            found[2].below = []

    def _insert(self) -> None:
        if (found := self._some("article", "point", "subpoint", "clause", "indent")) is None:
            return
        units, index, unit = found
        base, _, inserted = unit.number.partition("-")
        number = f"{base}-{int(inserted or 0) + 1}"
        if unit.kind == "article":
            new = self._article(number)
        elif unit.kind == "point":
            new = self._point(number)
        else:
            new = self._item(unit.kind, number) if unit.kind != "clause" else self._sentence("clause")
            new.excluded = False
        units.insert(index + 1, new)

    def _move(self) -> None:
        """A unit goes among its like, here or elsewhere, with its number or the next one."""
        if (found := self._some("article", "point", "subpoint", "clause")) is None:
            return
        units, index, unit = found
        if units is self.articles and len(units) == 1:
            return
        like = [place for place in self._places() if place[0][place[1]].kind == unit.kind]
        target, at = self.random.choice(like)
        del units[index]
        at = min(at + 1, len(target))
        if unit.number and target is not units:
            unit.number = f"{target[at - 1].number.partition('-')[0]}-{self.random.randint(5, 9)}" if at else "1"
        target.insert(at, unit)

    def _renumber(self) -> None:
        """All units of a list are counted anew from its start."""
        if (found := self._some("article", "point", "subpoint")) is None:
            return
        start = self.random.randint(1, 2)
        for offset, unit in enumerate(unit for unit in found[0] if unit.kind == found[2].kind):
            unit.number = str(start + offset)

    def _split(self) -> None:
        """The end of a point or clause becomes a clause of its own."""
        if (found := self._some("point", "clause")) is not None and len(found[2].words) > 3:
            units, index, unit = found
            half = len(unit.words) // 2
            new = Unit("clause", words=unit.words[half:])
            del unit.words[half:]
            if unit.kind == "point":
                unit.below.insert(0, new)
            else:
                units.insert(index + 1, new)

    def _merge(self) -> None:
        """A unit takes in the words of the next of its kind."""
        if (found := self._some("point", "subpoint", "clause")) is not None:
            units, index, unit = found
            if index + 1 < len(units) and units[index + 1].kind == unit.kind:
                unit.words += units[index + 1].words
                unit.below += units[index + 1].below
                del units[index + 1]

    def _renote(self) -> None:
        if (found := self._some()) is not None:
            found[2].note = self._note(0.8)

    def _relay(self) -> None:
        """Only the layout changes: indents of a list, or the gaps of the whole text."""
        found = self._some("subpoint", "indent")
        if found is not None and self.random.random() < 0.7:
            found[2].indent = self.random.choice(("", "   ", "\t"))
        elif not self.distinct:
            self.gap = self.newline * self.random.choice((1, 2, 3))

    def _glue(self) -> None:
        """Two units stand on one line."""
        if (found := self._some("subpoint")) is not None and found[1] + 1 < len(found[0]):
            units, index, unit = found
            following = units[index + 1]
            if following.kind == "subpoint" and not following.excluded and not unit.excluded:
                unit.words += [f"конец;{following.number})", *following.words]
                del units[index + 1]

    def _mistype(self) -> None:
        """Look-alike letters and kinds of dashes change, as happens between two printings."""
        if (found := self._some()) is not None:
            table = str.maketrans({"i": "і", "і": "i", "о": "o", "–": "—", "—": "-", "\u00a0": " "})
            found[2].words[:] = [word.translate(table) or word for word in found[2].words]

    edits: ClassVar[dict[str, Callable[[Draft], None]]] = {
        "reword": _reword, "restate": _restate, "remove": _remove, "exclude": _exclude, "insert": _insert,
        "move": _move, "renumber": _renumber, "split": _split, "merge": _merge, "renote": _renote,
        "relay": _relay, "glue": _glue, "mistype": _mistype,
    }  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
