"""A text as words with their places, and how strongly each is set apart from the word before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# How strongly a word is set apart from the one before it.
SPACE: Final = 0  # white space only
MARK: Final = 1  # quotes, brackets
COMMA: Final = 2  # a comma or a dash
LIST: Final = 3  # a colon or a semicolon
SENTENCE: Final = 4  # the end of a sentence, an empty line, the beginning of the text

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011\u00ad\u200b][^\W_]+)*")
_STOP = re.compile(r"[.!?…]")
_ABBREVIATION_LENGTH: Final = 2


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a text: as written, their character offsets, the break before each, and its sentence's number."""

    source: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    breaks: list[int]
    sentences: list[int]
    bounds: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.words)

    def sentence(self, index: int) -> tuple[int, int]:
        """First word and the one after the last of the sentence that holds the word at `index`."""
        return self.bounds[self.sentences[index]]


@lru_cache(maxsize=4096)
def _strength(between: str) -> int:
    """The break that the characters between two words make, full stops aside."""
    if between.count("\n") > 1:
        return SENTENCE
    if any(char in ";:" for char in between):
        return LIST
    if any(char in ",–—" for char in between) or " -" in between:
        return COMMA
    if between.strip(" \t\r\n\u00a0\u2007\u202f*_\\") in ("", ".", "-"):
        return SPACE
    return MARK


def _break(between: str, before: str, after: str) -> int:
    strength = _strength(between)
    ends = strength < SENTENCE and _STOP.search(between) and (after[0].isupper() or after[0].isdigit())
    # «ст. 5», «г. Алматы»: a stop after a very short word closes an abbreviation, not a sentence.
    if ends and len(between) > 1 and (len(before) > _ABBREVIATION_LENGTH or before[0].isdigit()):
        return SENTENCE
    return strength


def split(text: str) -> Text:
    """Split a text into words; words with a hyphen are one word. Linear in the length of the text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[int] = []
    sentences: list[int] = []
    bounds: list[tuple[int, int]] = []
    end = begun = 0
    for match in _WORD.finditer(text):
        start = match.start()
        word = match.group()
        if not words:
            strength = SENTENCE
        else:
            between = text[end:start]
            strength = SPACE if between == " " else _break(between, words[-1], word)
            if strength == SENTENCE:
                bounds.append((begun, len(words)))
                begun = len(words)
        words.append(word)
        starts.append(start)
        end = match.end()
        ends.append(end)
        breaks.append(strength)
        sentences.append(len(bounds))
    bounds.append((begun, len(words)))
    return Text(text, words, starts, ends, breaks, sentences, bounds)
