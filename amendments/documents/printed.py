"""How a provision of an edition looks on paper: without the marks of Markdown, every word as it stands."""

from __future__ import annotations

import re

_HEAD = re.compile(r"^\s*(?:#{1,6}[ \t]+|>[ \t]*)*")
_MARKS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|(?<!\w)[*_]{1,3}(?=\S)|[*_]{1,3}$")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_NOTE_STARS = re.compile(r"^[*_]{1,3}|[*_]{1,3}$")


def printed_label(label: str) -> str:
    """The number of a unit as printed: «### Статья 35. » → «Статья 35. », «*12-11\\\\) » → «12-11) »."""
    return _MARKS.sub("", _HEAD.sub("", label))


def printed_words(text: str, kind: str = "") -> str:
    """The words of a provision as printed: Markdown's backslashes go, and the stars around a note."""
    words = _ESCAPE.sub("", text) if "\\" in text else text
    return _NOTE_STARS.sub("", words) if kind == "note" else words


def legal(text: str) -> str:
    """The text with every character that XML 1.0 cannot hold shown as U+FFFD, so that its loss is seen."""
    return _ILLEGAL.sub("\ufffd", text)


_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
