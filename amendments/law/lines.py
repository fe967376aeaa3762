"""First pass of reading: a text becomes labelled paragraphs, one a printed line, losing no character."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amendments.law.languages import Language
from amendments.law.numbers import NUMBER, sort_key

_MARKDOWN_HEAD = re.compile(r"#{1,6}[ \t]+")
_STARS = re.compile(r"[*_]{0,3}")
_SUBPOINT = re.compile(rf"(?P<stars>[*_]{{0,3}})(?P<n>{NUMBER})\s?\\?\)(?P<gap>[ \t\u00a0]*)(?=\S|$)")
_POINT = re.compile(rf"(?P<stars>[*_]{{0,3}})(?P<n>{NUMBER})\s?\\?\.(?P<gap>[ \t\u00a0]+|$|(?=[*_]*[(А-ЯЁӘҒҚҢӨҰҮҺІ]))")
_GLUED = re.compile(rf"(?<=[;.])\s?(?={NUMBER}\\?\)\s?\S)")
_TAIL = re.compile(r"[ \t\u00a0]*[*_]{1,3}[ \t\u00a0]*$|[ \t\u00a0]+$")
_CLOSERS = " \t\u00a0*_"
_CLOSERS_EACH = tuple(_CLOSERS)
_SKIPPED = re.compile(r"<(?:a\b[^>]*>\s*</a|br\s*/?|!--.*--)>\s*$|[-*_]{3,}\s*$")
_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|$)")
_INDENT = re.compile(r"[ \t\u00a0\ufeff]*")


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
    marked = any(
        pattern.match(line[match.end() :].lstrip("* "))
        for line in text.split("\n")
        if (match := _MARKDOWN_HEAD.match(line))
        for kind, pattern in language.headings
        if kind in ("article", "chapter", "section")
    )
    paragraphs: list[Paragraph] = []
    lead = ""
    number = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if not line:
            continue
        number += 1
        body = line.rstrip("\r\n")
        ending = line[len(body) :]
        width = _width(_INDENT, body)
        rest = body[width:]
        if not rest or _SKIPPED.match(rest):
            lead += line
            continue
        found = _paragraphs_of(lead + body[:width], rest, language, marked, number)
        paragraphs.extend(found)
        lead = ending
    return paragraphs, lead


def _paragraphs_of(lead: str, rest: str, language: Language, marked: bool, line: int) -> list[Paragraph]:
    first = _classify(lead, rest, language, marked, line)
    if first.kind != "subpoint":
        return [first]
    return _unglue(first)


def _classify(lead: str, rest: str, language: Language, marked: bool, line: int) -> Paragraph:
    if rest.startswith(">"):
        size = len(rest) - len(rest[1:].lstrip())
        return _paragraph("note", "", lead, rest[:size], rest[size:], line)
    head = _MARKDOWN_HEAD.match(rest)
    if head or not marked:
        start = head.end() if head else 0
        stars = _width(_STARS, rest, start)
        for kind, pattern in language.headings:
            found = pattern.match(rest, stars)
            if found and (head or _plain_heading(kind, rest[found.end() :])):
                return _paragraph(kind, found.group("n") or "", lead, rest[: found.end()], rest[found.end() :], line)
        if head:
            return _paragraph("act" if rest[: head.end()].strip() == "#" else "heading", "", lead,
                              rest[: head.end()], rest[head.end() :], line)  # fmt: skip
    if language.note.match(rest):
        return _paragraph("note", "", lead, "", rest, line)
    for kind, pattern in (("subpoint", _SUBPOINT), ("point", _POINT)):
        found = pattern.match(rest)
        if found:
            return _paragraph(kind, found.group("n"), lead, rest[: found.end()], rest[found.end() :], line)
    stars = _width(_STARS, rest)
    if stars >= 2 and language.signature.match(rest, stars):
        return _paragraph("signature", "", lead, rest[:stars], rest[stars:], line)
    if stars and rest.rstrip().endswith(rest[:stars]) and len(rest) > 2 * stars:
        return _paragraph("", "", lead, rest[:stars], rest[stars:], line)
    return _paragraph("", "", lead, "", rest, line)


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
    parts = [first]
    while True:
        last = parts[-1]
        for match in _GLUED.finditer(last.text):
            before, rest = last.text[: match.start()], last.text[match.end() :]
            found = _SUBPOINT.match(rest)
            if not found or before.count("(") > before.count(")") or before.count("«") > before.count("»"):
                continue
            a, b = sort_key(last.number), sort_key(found.group("n"))
            if not (a < b and b[0] - a[0] <= 1) or not before.strip():
                continue
            gap = last.text[match.start() : match.end()]
            last.text = before
            tail, last.after = last.after, ""
            parts.append(
                Paragraph(
                    "subpoint",
                    found.group("n"),
                    gap,
                    rest[: found.end()],
                    rest[found.end() :],
                    tail,
                    last.line,
                    glued=True,
                )
            )
            break
        else:
            return parts
