"""Every condition that patterns put on a word, asked once per distinct word.

Patterns compile to numbers («atoms»): an atom is a set of tests, and a word carries the atoms it meets. A law
repeats its words, so the tests run on the few thousand distinct ones and matching works on small sets of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from amendments.clarity import forms
from amendments.clarity.pattern import PatternError, Step, WordTest

_CACHE_LIMIT: Final = 200_000
_NO_ATOMS: Final[frozenset[int]] = frozenset()
ANY: Final = 0


@dataclass
class _Index:
    """Where a word's tests are looked up: by its form, lemma, beginning, or by grammar alone."""

    forms: dict[str, list[int]] = field(default_factory=dict)
    lemmas: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = field(default_factory=dict)
    prefixes: dict[str, list[int]] = field(default_factory=dict)
    suffixes: dict[str, list[int]] = field(default_factory=dict)
    stems: dict[str, list[tuple[int, tuple[frozenset[str], ...], bool]]] = field(default_factory=dict)
    tags: list[tuple[int, tuple[frozenset[str], ...]]] = field(default_factory=list)


class Vocabulary:
    """The atoms of all patterns of one language, and the atoms of each word (kept per distinct written form).

    `classes` maps a class name to its tests. Raises PatternError for a class or a tag that does not exist.
    """

    def __init__(self, language: str, classes: Mapping[str, tuple[WordTest, ...]]) -> None:
        self.language = language
        self._classes = classes
        self._atoms: dict[frozenset[WordTest], int] = {}
        self._index = _Index()
        self._words: dict[str, frozenset[int]] = {}
        self._longest = 0

    def atom(self, step: Step) -> int:
        """The number of a step's condition; 0 for a step that any word meets."""
        if not step.tests:
            return ANY
        tests = frozenset(self._spelled(step.tests, ()))
        known = self._atoms.get(tests)
        if known is not None:
            return known
        number = len(self._atoms) + 1
        self._atoms[tests] = number
        for test in tests:
            self._add(test, number)
        self._words.clear()
        return number

    def _spelled(self, tests: tuple[WordTest, ...], inside: tuple[str, ...]) -> list[WordTest]:
        """The tests with classes replaced by their members."""
        spelled: list[WordTest] = []
        for test in tests:
            if test.kind != "class":
                spelled.append(test)
                continue
            if test.value in inside or test.value not in self._classes:
                code = "class_circle" if test.value in inside else "class_unknown"
                raise PatternError(code, name=test.value, language=self.language)
            members = self._spelled(self._classes[test.value], (*inside, test.value))
            # What is known by its ending alone has no grammar of its own to ask for.
            members = [member for member in members if not (test.tags and member.kind == "suffix")]
            spelled += [replace(member, tags=(*member.tags, *test.tags)) for member in members]
        return spelled

    def _add(self, test: WordTest, number: int) -> None:
        value = forms.folded(test.value)
        index = self._index
        if test.kind == "form":
            index.forms.setdefault(value, []).append(number)
        elif test.kind == "prefix":
            index.prefixes.setdefault(value, []).append(number)
            self._longest = max(self._longest, len(value))
        elif test.kind == "suffix":
            index.suffixes.setdefault(value, []).append(number)
        elif test.kind == "tags":
            self._check_tags(test, forms.WORD_ENDINGS)
            index.tags.append((number, test.tags))
        elif self.language == "kk":
            self._check_tags(test, forms.STEM_ENDINGS)
            for stem, vowel in forms.kazakh_variants(value):
                index.stems.setdefault(stem, []).append((number, test.tags, vowel))
                self._longest = max(self._longest, len(stem))
        else:
            index.lemmas.setdefault(value, []).append((number, test.tags))

    def _check_tags(self, test: WordTest, known: Mapping[str, object]) -> None:
        if self.language != "kk":
            return
        for tag in sorted(frozenset().union(*test.tags)):
            if tag not in known:
                raise PatternError("tag_unknown", tag=tag, known=", ".join(sorted(known)))

    def atoms_of(self, word: str) -> frozenset[int]:
        """The atoms that a word, as written, meets."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _CACHE_LIMIT:
                self._words.clear()
            known = self._words[word] = self._look_up(forms.analyse(word, self.language))
        return known

    def _look_up(self, word: forms.Word) -> frozenset[int]:
        index = self._index
        found = set(index.forms.get(word.form, ()))
        for length in range(2, min(len(word.form), self._longest) + 1):
            start = word.form[:length]
            found.update(index.prefixes.get(start, ()))
            for number, tags, vowel in index.stems.get(start, ()):
                if _ending_fits(word.form[length:], tags, vowel):
                    found.add(number)
        for suffix, numbers in index.suffixes.items():
            if word.form.endswith(suffix):
                found.update(numbers)
        found.update(self._by_ending(word) if self.language == "kk" else self._by_reading(word))
        return frozenset(found) if found else _NO_ATOMS

    def _by_reading(self, word: forms.Word) -> Iterator[int]:
        for lemma, grammemes in word.readings:
            for number, tags in (*self._index.lemmas.get(lemma, ()), *self._index.tags):
                if all(either & grammemes for either in tags):
                    yield number

    def _by_ending(self, word: forms.Word) -> Iterator[int]:
        for number, tags in self._index.tags:
            if all(any(forms.WORD_ENDINGS[tag].match(word.form) for tag in either) for either in tags):
                yield number


def _ending_fits(ending: str, tags: tuple[frozenset[str], ...], vowel: bool) -> bool:
    if vowel and ending[:1] not in forms.KAZAKH_VOWELS:
        return False
    if not tags:
        return forms.NOUN_ENDING.match(ending) is not None
    return all(any(forms.STEM_ENDINGS[tag].match(ending) for tag in either) for either in tags)
