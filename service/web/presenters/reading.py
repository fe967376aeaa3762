"""An edition as it is read: contents and paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from amendments.documents.printed import printed_label, printed_words
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from service.web.presenters.citation import anchor, capital, cite
from service.web.presenters.runs import Run, Span, cut

_HEADINGS = {"act": "h2", "part": "h2", "section": "h2", "subsection": "h2", "chapter": "h2", "annex": "h2",
             "paragraph": "h3", "article": "h3"}  # fmt: skip
PARTS = frozenset({"part", "section", "subsection", "chapter", "paragraph", "annex"})
BARS_SHOWN = 5
NOTES_SHOWN = 320
"""Characters of notes in a row that are printed outright; more would push the law out of sight."""
NOTE_BEGINNING = 90


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed paragraph: its anchor, its element, its number, its runs."""

    address: str
    anchor: str
    kind: str
    tag: str
    label: str
    runs: tuple[Run, ...]
    quiet: bool = False
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """Editorial notes in a row. Short ones are printed; long ones are put away under their beginning."""

    paragraphs: tuple[Paragraph, ...]
    beginning: str
    long: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Small bars in the contents, one per change, and the same in words for those who hear the page."""

    kinds: tuple[str, ...] = ()
    total: int = 0
    more: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents. `part` lines head the ones after them."""

    words: str
    anchor: str
    part: bool
    address: str
    quiet: bool = False
    bars: Bars = Bars()


def paragraphs(edition: Edition, spans: Mapping[str, Sequence[Span]] | None = None, title: str = "") -> list[Paragraph]:
    """All paragraphs of an edition in its order; `spans` are offsets in each one's own words.

    The act's own title comes first, unless it is the `title` that the page shows above the text.
    """
    said = spans or {}
    lines = []
    if edition.root.text and printed_words(edition.root.text).strip() != title:
        lines.append(paragraph("", edition.root, edition.language, said.get("", ())))
    lines.extend(paragraph(address, node, edition.language, said.get(address, ())) for address, node in edition)
    return [line for line in lines if line.label or line.runs]


def with_notes_together(lines: Sequence[Paragraph]) -> list[Paragraph | Notes]:
    """The same paragraphs, editorial notes that stand in a row as one."""
    together: list[Paragraph | Notes] = []
    for is_note, group in groupby(lines, key=lambda line: line.kind == "note"):
        found = tuple(group)
        together.extend([_notes(found)] if is_note else found)
    return together


def _notes(found: tuple[Paragraph, ...]) -> Notes:
    words = [line.label + "".join(run.text for run in line.runs) for line in found]
    beginning = words[0]
    if len(beginning) > NOTE_BEGINNING:
        beginning = beginning[: beginning.rfind(" ", 0, NOTE_BEGINNING)] + " …"
    return Notes(found, beginning, sum(map(len, words)) > NOTES_SHOWN)


def paragraph(address: str, node: Provision, language: str, spans: Sequence[Span] = ()) -> Paragraph:
    """One provision's own paragraph."""
    return Paragraph(
        address=address,
        anchor=anchor(address),
        kind="title" if not address else node.kind,
        tag=_HEADINGS.get(node.kind, "p"),
        label=printed_label(node.label),
        runs=cut(printed_words(node.text, "note") if node.kind == "note" else node.text, spans),
        quiet=node.state != "in_force",
        cited=cite(address, language),
    )


def contents(edition: Edition, bars: Mapping[str, Bars] | None = None) -> list[Line]:
    """The contents: chapters and their kin as heads, articles under them. `bars` by the address of an article."""
    lines = []
    for address, node in edition:
        if node.kind in PARTS or node.kind == "article":
            words = heading_words(address, node, edition.language)
            mine = (bars or {}).get(address, Bars())
            quiet = node.state != "in_force" or (bars is not None and not mine.total)
            lines.append(Line(words, anchor(address), node.kind in PARTS, address, quiet, mine))
    return lines


def heading_words(address: str, node: Provision, language: str) -> str:
    """«Статья 18. Полномочия акима»: number and heading; the citation where a unit has neither printed."""
    words = f"{printed_label(node.label)}{printed_words(node.text)}".strip()
    return words or capital(cite(address, language))


def make_bars(kinds: Sequence[str], words: str) -> Bars:
    """Bars for the changes of one article, at most five drawn."""
    shown = tuple(kinds[:BARS_SHOWN])
    return Bars(shown, len(kinds), len(kinds) - len(shown), words)
