"""First pass of reading: a text becomes labelled paragraphs, one a printed line, losing no character."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amendments.law.languages import LANGUAGES, Language
from amendments.law.numbers import NUMBER, sort_key

_MARKDOWN_HEAD = re.compile(r"#{1,6}[ \t]+")
_MARKDOWN_LINE = re.compile(r"^#{1,6}[ \t]+[* ]*([^\n]*)", re.MULTILINE)
_STARS = re.compile(r"[*_]{0,3}")
_SUBPOINT = re.compile(rf"(?P<stars>[*_]{{0,3}})(?P<n>{NUMBER})\s?\\?\)(?P<gap>[ \t\u00a0]*)(?=\S|$)")
_POINT = re.compile(rf"(?P<stars>[*_]{{0,3}})(?P<n>{NUMBER})\s?\\?\.(?P<gap>[ \t\u00a0]+|$|(?=[*_]*[(А-ЯЁӘҒҚҢӨҰҮҺІ]))")
_GLUED = re.compile(rf"[;.]\s?(?={NUMBER}\\?\)\s?\S)")
_TAIL = re.compile(r"[ \t\u00a0]*[*_]{1,3}[ \t\u00a0]*$|[ \t\u00a0]+$")
_CLOSERS = " \t\u00a0*_"
_CLOSERS_EACH = tuple(_CLOSERS)
_SKIPPED = re.compile(r"<(?:a\b[^>]*>\s*</a|br\s*/?|!--.*--)>\s*$|[-*_]{3,}\s*$")
_SKIPPED_FIRST = "<-*_"
# Line breaks and the indent, then the words of a line: always matches, so that it is tried once at every place.
_LINE = re.compile(r"([ \t\u00a0\ufeff\r\n]*+)([^\r\n]*)")
_DIVISIONS = ("article", "chapter", "section")
_ANY_HEADING = {
    code: re.compile("|".join(f"(?:{pattern.pattern.replace('?P<n>', '?:')})" for _, pattern in language.headings))
    for code, language in LANGUAGES.items()
}


@dataclass(slots=True)
class Paragraph:
    """One printed paragraph; `lead + label + text + after` is its source, exactly."""

    kind: str  # a heading kind, point, subpoint, note, signature, or "" for an unnumbered paragraph
    number: str
    lead: str
    label: str
    text: str
    after: str
    line: int
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that the reader kept as text without being sure what it is."""

    line: int
    reason: str
    text: str


def split(text: str, language: Language) -> tuple[list[Paragraph], str]:
    """The paragraphs of a text in order, and what stands after the last one (blank lines)."""
    marked = _is_marked(text, language)
    paragraphs: list[Paragraph] = []
    leads: dict[str, str] = {}
    start, number = 0, 1
    for match in _LINE.finditer(text):
        gap, rest = match.groups()
        number += gap.count("\n")
        if "\r" in gap:
            number += gap.count("\r") - gap.count("\r\n")
        if not rest or (rest[0] in _SKIPPED_FIRST and _SKIPPED.match(rest)):
            continue
        lead = text[start : match.start(2)]
        start = match.end()
        # The same few leads stand before all paragraphs: each is kept once.
        paragraph = _classify(leads.setdefault(lead, lead), rest, language, marked, number)
        if paragraph.kind == "subpoint" and ")" in paragraph.text:
            paragraphs.extend(_unglue(paragraph))
        else:
            paragraphs.append(paragraph)
    return paragraphs, text[start:]


def _is_marked(text: str, language: Language) -> bool:
    """Whether the headings of a text are marked as Markdown does: then a line without a mark is none."""
    if "#" not in text:
        return False
    patterns = [pattern for kind, pattern in language.headings if kind in _DIVISIONS]
    return any(pattern.match(match[1]) for match in _MARKDOWN_LINE.finditer(text) for pattern in patterns)


def _classify(lead: str, rest: str, language: Language, marked: bool, line: int) -> Paragraph:
    first = rest[0]
    if first == ">":
        size = len(rest) - len(rest[1:].lstrip())
        return _paragraph("note", "", lead, rest[:size], rest[size:], line)
    if first == "#" or (not marked and (first in "*_" or _may_begin(first, language.heading_starts))):
        headed = _headed(lead, rest, language, line)
        if headed is not None:
            return headed
    if language.note.match(rest):
        return _paragraph("note", "", lead, "", rest, line)
    if first.isdecimal() or first in "*_":
        for kind, pattern in (("subpoint", _SUBPOINT), ("point", _POINT)):
            found = pattern.match(rest)
            if found:
                return _paragraph(kind, found["n"], lead, rest[: found.end()], rest[found.end() :], line)
    if first in "*_":
        stars = _width(_STARS, rest)
        if stars >= 2 and language.signature.match(rest, stars):
            return _paragraph("signature", "", lead, rest[:stars], rest[stars:], line)
        if rest.rstrip().endswith(rest[:stars]) and len(rest) > 2 * stars:
            return _paragraph("", "", lead, rest[:stars], rest[stars:], line)
    return _paragraph("", "", lead, "", rest, line)


def _headed(lead: str, rest: str, language: Language, line: int) -> Paragraph | None:
    """A heading: a line with a mark of Markdown, or one that looks like a heading without it."""
    head = _MARKDOWN_HEAD.match(rest)
    stars = _width(_STARS, rest, head.end() if head else 0)
    if _may_begin(rest[stars : stars + 1], language.heading_starts) and _ANY_HEADING[language.code].match(rest, stars):
        for kind, pattern in language.headings:
            found = pattern.match(rest, stars)
            if found and (head or _plain_heading(kind, rest[found.end() :])):
                return _paragraph(kind, found["n"] or "", lead, rest[: found.end()], rest[found.end() :], line)
    if head is None:
        return None
    kind = "act" if rest[: head.end()].strip() == "#" else "heading"
    return _paragraph(kind, "", lead, rest[: head.end()], rest[head.end() :], line)


def _may_begin(char: str, starts: str) -> bool:
    """Whether a heading may begin with a character: asked of every line, before the patterns are tried."""
    return char in starts or (char.isdecimal() and "0" in starts)


def _width(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    """Where a pattern that always matches (spaces, stars) ends."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _plain_heading(kind: str, rest: str) -> bool:
    """Without Markdown, «Статья 5» at the start of a line is a heading only where no sentence follows."""
    rest = rest.strip()
    if kind == "annex":
        return len(rest) < 80
    return not rest or ((rest[0].isupper() or rest[0] in '«"(<*') and not rest.endswith(";"))


def _paragraph(kind: str, number: str, lead: str, label: str, body: str, line: int) -> Paragraph:
    tail = _TAIL.search(body, len(body.rstrip(_CLOSERS))) if body.endswith(_CLOSERS_EACH) else None
    if tail and (
        ("*" not in tail.group() and "_" not in tail.group()) or "*" in label or "_" in label or kind == "note"
    ):
        return Paragraph(kind, number, lead, label, body[: tail.start()], body[tail.start() :], line)
    return Paragraph(kind, number, lead, label, body, "", line)


def _unglue(first: Paragraph) -> list[Paragraph]:
    """Several subpoints printed on one line («19-1) …;20) …») become several paragraphs.

    Only where the next number may follow in an unbroken list and no bracket is open before it.
    """
    text, tail = first.text, first.after
    parts = [first]
    start = counted = brackets = quotes = 0
    for match in _GLUED.finditer(text):
        end = match.start() + 1
        brackets += text.count("(", counted, end) - text.count(")", counted, end)
        quotes += text.count("«", counted, end) - text.count("»", counted, end)
        counted = end
        found = _SUBPOINT.match(text, match.end())
        if not found or brackets > 0 or quotes > 0:
            continue
        last = parts[-1]
        a, b = sort_key(last.number), sort_key(found["n"])
        if not (a < b and b[0] - a[0] <= 1) or not text[start:end].strip():
            continue
        last.text, last.after = text[start:end], ""
        gap, label = text[end : match.end()], text[match.end() : found.end()]
        start = counted = found.end()
        brackets = quotes = 0
        parts.append(Paragraph("subpoint", found["n"], gap, label, "", "", last.line, glued=True))
    parts[-1].text, parts[-1].after = text[start:], tail
    return parts
