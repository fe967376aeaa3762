"""Who holds a right: the subject of «вправе», «может», «құқылы», «мүмкін», as far as the sentence shows it.

A body's «вправе» is discretion, a citizen's is a right. The subject is looked for leftwards from the verb: the
nearest holder in the nominative that does not stand inside a clause of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from amendments.clarity import forms
from amendments.clarity.context import Holder
from amendments.clarity.pattern import Step, WordTest
from amendments.clarity.tokens import COMMA, LIST, Text
from amendments.clarity.vocabulary import Vocabulary

_REACH: Final = 160  # words looked back: a subject further away than that is not the verb's
_ACTIVE_REACH: Final = 4
_MODIFIERS: Final = 5  # adjectives that may stand between a noun and what governs it
_NOMINATIVE: Final[Mapping[str, str]] = {"ru": "nomn", "kk": "nom"}


class Holders:
    """Finds holders with the word classes `body`, `person` and `official` (a person who acts for a body)."""

    def __init__(self, vocabulary: Vocabulary, classes: Mapping[str, tuple[WordTest, ...]]) -> None:
        self._language = vocabulary.language
        nominative = frozenset({_NOMINATIVE[self._language]})
        self._body = vocabulary.atom(Step(_in_case(classes.get("body", ()), nominative)))
        self._person = vocabulary.atom(Step(_in_case(classes.get("person", ()), nominative)))
        genitive = classes.get("person", ()) if self._language == "kk" else ()
        self._adverb = vocabulary.atom(Step(classes.get("adverb", ()))) if classes.get("adverb") else -1
        self._owner = frozenset({vocabulary.atom(Step(_in_case(genitive, frozenset({"gen"}))))} if genitive else ())
        self._official = vocabulary.atom(Step(classes.get("official", ())))
        self._active = vocabulary.atom(Step(classes.get("active_participle", ())))
        self._possessed = vocabulary.atom(Step(classes.get("possessed", ())))
        self._postposition = vocabulary.atom(Step(classes.get("postposition", ())))
        self._relative = vocabulary.atom(Step(classes.get("relative", ())))

    def holder(self, text: Text, atoms: list[frozenset[int]], index: int) -> Holder | None:
        """Who the sentence names as the subject of the word at `index`; None where it names nobody."""
        first, last = text.sentence(index)
        first = max(first, index - _REACH)
        if self._language == "kk":
            return self._kazakh_subject(text, atoms, index, first, last)
        thing = False
        for at in range(index - 1, first - 1, -1):
            named = self._named(text, atoms, at)
            if named and not self._in_relative(text, atoms, at, index):
                return named
            thing = thing or (not named and self._is_thing(text.words[at]))
        return "thing" if thing else None

    def _kazakh_subject(
        self, text: Text, atoms: list[frozenset[int]], index: int, first: int, last: int
    ) -> Holder | None:
        """The first bare noun of the sentence that modifies nothing: Kazakh puts the subject before the rest."""
        item = _is_item(text, first, last)
        for at in range(first, index):
            named = self._named(text, atoms, at)
            if not named or self._modifies(text, atoms, at) or self._has_participle(text, atoms, at, index, last):
                continue
            if named == "person" and item:
                continue  # in an item of a list a bare noun is a modifier, and its subject stands above
            return named
        return None

    def _modifies(self, text: Text, atoms: list[frozenset[int]], at: int) -> bool:
        """Whether a noun without a suffix belongs to the next word: «мәслихат депутаты», «әкім лауазымына»."""
        if at + 1 >= len(text) or text.breaks[at + 1] >= COMMA:
            return False
        following = atoms[at + 1]
        return (
            self._possessed in following and self._adverb not in following and not self._possessed_form(text.words[at])
        )

    @staticmethod
    def _possessed_form(word: str) -> bool:
        return forms.folded(word)[-1:] in "ыі"

    def named(self, text: Text, atoms: list[frozenset[int]]) -> Holder | None:
        """Who an introduction names last in the nominative: «Аким района:» is a body."""
        first = max(0, len(text) - _REACH)
        for at in range(len(text) - 1, first - 1, -1):
            named = self._named(text, atoms, at)
            if named and not self._belongs(text, atoms, at):
                return named
        # «Қоғамдастық мүшелерінің:» — the owner of rights stands in the genitive.
        owner = next((word for word in reversed(atoms[first:]) if self._owner & word), frozenset())
        return "person" if self._owner & owner else None

    def first(self, text: Text, atoms: list[frozenset[int]]) -> int:
        """The first word that names a body as a subject, or -1."""
        return next((at for at in range(len(text)) if self._named(text, atoms, at) == "body"), -1)

    def _named(self, text: Text, atoms: list[frozenset[int]], at: int) -> Holder | None:
        word = atoms[at]
        if at + 1 < len(atoms) and self._postposition and self._postposition in atoms[at + 1]:
            return None
        if (self._body in word or self._person in word) and self._is_object(text, at):
            return None
        if self._body in word:
            return "body"
        if self._person in word:
            if self._describes_body(text, atoms, at):
                return None
            before = atoms[at - 1] if at else frozenset()
            return "body" if self._official in before else "person"
        return "person" if self._is_animate(text.words[at]) else None

    def _describes_body(self, text: Text, atoms: list[frozenset[int]], at: int) -> bool:
        """Kazakh: «тіркеуші орган» — the noun of a doer stands right before the body it describes."""
        beside = self._language == "kk" and at + 1 < len(text) and text.breaks[at + 1] < COMMA
        return beside and self._body in atoms[at + 1] and not self._possessed_form(text.words[at])

    def _is_animate(self, word: str) -> bool:
        """Russian: whoever is named in the nominative and is no body or official, whatever the word: «турист»."""
        readings = self._tags(word) if self._language == "ru" else []
        return bool(readings) and {"NOUN", "anim", "nomn"} <= readings[0]

    def _is_object(self, text: Text, at: int) -> bool:
        """Russian: a noun that may be accusative, after a verb or a preposition: «оповещает население», «в орган»."""
        if self._language != "ru" or not _has(self._tags(text.words[at]), "accs"):
            return False
        for i in range(at - 1, max(-1, at - _MODIFIERS), -1):
            if text.breaks[i + 1] >= COMMA:
                return False
            tags = self._tags(text.words[i])
            if _has(tags, "PREP", "VERB", "INFN", "GRND"):
                return True
            if not _has(tags, "ADJF", "PRTF"):
                return False
        return False

    def _tags(self, word: str) -> list[frozenset[str]]:
        return [tags for _, tags in forms.analyse(word, self._language).readings]

    def _belongs(self, text: Text, atoms: list[frozenset[int]], at: int) -> bool:
        """Whether the noun says something about another word."""
        if self._language == "kk":
            return self._modifies(text, atoms, at)
        return self._in_relative(text, atoms, at, len(text) - 1)

    def _in_relative(self, text: Text, atoms: list[frozenset[int]], at: int, index: int) -> bool:
        """Russian: «гражданин, которому орган выдал справку, вправе» — the body is inside."""
        closed = any(text.breaks[i] >= COMMA for i in range(at + 1, index + 1))
        if not closed:
            return False
        for i in range(at, max(-1, at - 24), -1):
            if self._relative in atoms[i]:
                return True
            if text.breaks[i] >= COMMA and not self._opens_relative(atoms, i):
                return False
        return False

    def _opens_relative(self, atoms: list[frozenset[int]], at: int) -> bool:
        return any(self._relative in atoms[i] for i in range(at, min(at + 3, len(atoms))))

    def _has_participle(self, text: Text, atoms: list[frozenset[int]], at: int, index: int, last: int) -> bool:
        """Kazakh: «әкім бекіткен тәртіппен азаматтар құқылы» — the holder is the subject of an active participle."""
        for i in range(at + 1, min(at + 1 + _ACTIVE_REACH, index, last)):
            if text.breaks[i] >= COMMA and text.breaks[i] < LIST and i > at + 1:
                return False
            if self._active in atoms[i]:
                return True
        return False

    def _is_thing(self, word: str) -> bool:
        readings = self._tags(word)
        return any({"NOUN", "nomn"} <= tags for tags in readings) and not _has(readings, "accs")


def _has(readings: list[frozenset[str]], *tags: str) -> bool:
    return any(not reading.isdisjoint(tags) for reading in readings)


def _is_item(text: Text, first: int, last: int) -> bool:
    """Whether a sentence is an item of a list: it begins with a small letter after its label."""
    for word in text.words[first:last]:
        if not word[0].isdigit():
            return word[0].islower()
    return False


def _in_case(tests: tuple[WordTest, ...], case: frozenset[str]) -> tuple[WordTest, ...]:
    return tuple(replace(test, tags=(*test.tags, case)) if test.kind == "lemma" else test for test in tests)
