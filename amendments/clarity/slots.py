"""The slots of a power: what a provision says of who, what, over what, when, why, how, with whose money, before whom.

An empty slot carries no words to quote, so it is not a finding; it is shown apart, as a strip of filled and empty
places (the structural defects of a missing procedure).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Final, Literal

from amendments.clarity.automaton import Automaton
from amendments.clarity.holders import Holders
from amendments.clarity.loading import RuleBook, default_book
from amendments.clarity.pattern import Step
from amendments.clarity.rule import LANGUAGES
from amendments.clarity.tokens import COMMA, Text, split
from amendments.clarity.vocabulary import Vocabulary

Source = Literal["text", "introduction", ""]
SLOT_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "who": {"ru": "кто", "kk": "кім"},
    "what": {"ru": "что делает", "kk": "не істейді"},
    "over": {"ru": "над чем", "kk": "неге қатысты"},
    "when": {"ru": "когда", "kk": "қашан"},
    "basis": {"ru": "на каком основании", "kk": "қандай негізде"},
    "act": {"ru": "каким актом", "kk": "қандай актімен"},
    "money": {"ru": "за чей счет", "kk": "кімнің есебінен"},
    "accountable": {"ru": "перед кем отвечает", "kk": "кімнің алдында жауап береді"},
}
ENOUGH: Final = 4  # a power with fewer filled slots says too little
_BY_PATTERN: Final = ("when", "basis", "act", "money", "accountable")
_OBJECT_WORDS: Final = 12
_JOINING: Final = ("и", "или", "а", "либо", "және", "немесе")


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: the words that fill it and where they stand; empty where nothing does.

    `source` says whose offsets `start` and `end` are: the provision's text or the introduction of its list.
    """

    quote: str = ""
    start: int = -1
    end: int = -1
    source: Source = ""

    @property
    def filled(self) -> bool:
        """Whether the provision says anything about it."""
        return bool(self.quote)


@dataclass(frozen=True, slots=True)
class Slots:
    """The eight slots of a power, in the order in which they are shown."""

    who: Slot
    what: Slot
    over: Slot
    when: Slot
    basis: Slot
    act: Slot
    money: Slot
    accountable: Slot

    def named(self) -> dict[str, Slot]:
        """The slots by name, in order."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @property
    def filled(self) -> int:
        """How many of the eight are filled."""
        return sum(slot.filled for slot in self.named().values())

    @property
    def thin(self) -> bool:
        """Whether the power says too little to be exercised and checked."""
        return self.filled < ENOUGH


class _Reader:
    """The patterns of the slots of one language."""

    def __init__(self, book: RuleBook, language: str) -> None:
        classes = book.classes[language]
        self.vocabulary = Vocabulary(language, classes)
        self.holders = Holders(self.vocabulary, classes)
        self.acting = self.vocabulary.atom(Step(classes["acting"]))
        self.acting_otherwise = self.vocabulary.atom(Step(classes["acting_otherwise"]))
        self.patterns: dict[str, Automaton] = {}
        for name in _BY_PATTERN:
            automaton = Automaton(self.vocabulary)
            automaton.add(0, book.sets[language][f"slot_{name}"])
            self.patterns[name] = automaton

    def atoms(self, text: Text) -> list[frozenset[int]]:
        return [self.vocabulary.atoms_of(word) for word in text.words]


@cache
def _readers() -> dict[str, _Reader]:
    return {language: _Reader(default_book(), language) for language in LANGUAGES}


def slots(text: str, language: str, introduction: str = "") -> Slots:
    """The slots of a power: of a provision's text, with the introduction of the list it stands in («Аким района:»).

    Offsets are characters of the text or of the introduction, as each slot's `source` says. ValueError: no such
    language.
    """
    readers = _readers()
    if language not in readers:
        raise ValueError(f"no slots for the language «{language}»; known: {', '.join(readers)}")
    reader = readers[language]
    own, above = split(text), split(introduction)
    verb = _verb(reader, own)
    found = {name: _matched(automaton, reader, own, above) for name, automaton in reader.patterns.items()}
    what = Slot() if verb < 0 else _slot(own, verb, verb + 1, "text")
    who = _who(reader, own, above)
    taken = _taken(reader, own)
    if who.source == "text":
        taken.append((who.start, who.end))
    return Slots(who, what, _over(reader, own, verb, taken), **found)


def _verb(reader: _Reader, text: Text) -> int:
    """The word that says what is done: the first finite verb, else the first infinitive («вправе закрыть»)."""
    atoms_of_text = reader.atoms(text)
    for acting in (reader.acting, reader.acting_otherwise):
        found = next((index for index, atoms in enumerate(atoms_of_text) if acting in atoms), -1)
        if found >= 0:
            return found
    return -1


def _taken(reader: _Reader, own: Text) -> list[tuple[int, int]]:
    """The characters of every match of a pattern: none of them names what the power is over."""
    atoms = reader.atoms(own)
    return [
        (own.starts[hit.quote_first], own.ends[hit.quote_last - 1])
        for automaton in reader.patterns.values()
        for hit in automaton.search(atoms, own.breaks)
    ]


def _matched(automaton: Automaton, reader: _Reader, own: Text, above: Text) -> Slot:
    sources: tuple[tuple[Text, Source], ...] = ((own, "text"), (above, "introduction"))
    for text, source in sources:
        hits = automaton.search(reader.atoms(text), text.breaks)
        if hits:
            return _slot(text, hits[0].quote_first, hits[0].quote_last, source)
    return Slot()


def _who(reader: _Reader, own: Text, above: Text) -> Slot:
    sources: tuple[tuple[Text, Source], ...] = ((own, "text"), (above, "introduction"))
    for text, source in sources:
        index = reader.holders.first(text, reader.atoms(text))
        if index >= 0:
            return _slot(text, index, index + 1, source)
    return Slot()


def _over(reader: _Reader, text: Text, verb: int, taken: Iterable[tuple[int, int]]) -> Slot:
    """The object: what follows the verb in Russian, what precedes it in Kazakh, less the words of other slots."""
    if verb < 0:
        return Slot()
    russian = reader.vocabulary.language == "ru"
    step, stop = (1, len(text)) if russian else (-1, -1)
    spans = [span for span in taken if not span[0] <= text.starts[verb] < span[1]]
    atoms = reader.atoms(text)
    run: list[int] = []
    for at in range(verb + step, stop, step):
        beside = text.breaks[at] if russian else text.breaks[at + 1]
        covered = any(start < text.ends[at] and text.starts[at] < end for start, end in spans)
        ended = covered or beside >= COMMA or len(run) == _OBJECT_WORDS or reader.acting in atoms[at]
        if run and ended:
            break
        if not covered and not text.words[at][0].isdigit():
            run.append(at)
    while run and text.words[run[-1]].lower() in _JOINING:
        run.pop()
    return _slot(text, min(run), max(run) + 1, "text") if run else Slot()


def _slot(text: Text, first: int, last: int, source: Source) -> Slot:
    start, end = text.starts[first], text.ends[last - 1]
    return Slot(text.source[start:end], start, end, source)
