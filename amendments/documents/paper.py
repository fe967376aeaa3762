"""Sheets of paper: a PDF in the official page layout, paragraph by paragraph, with what stands on every page.

Layout as in `blank`: A4, margins 2.5 cm left, above and below and 1.5 cm right, first line 1.25 cm, justified, no word
hyphenated, none bold. The page's number stands centred on top of every page with how many there are, so that a lost
sheet is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, Self
from unicodedata import normalize

from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import TTFFont

from amendments.documents.blank import LOCALES
from amendments.documents.package import utc
from amendments.documents.redline_rows import Kind

Align = Literal["J", "C", "L"]
Part = tuple[Kind, str]
"""Characters and whether they stand in both texts, in the new one only, or in the old one only."""
LEFT: Final = 25.0  # mm
RIGHT: Final = 15.0
EDGE: Final = 25.0  # above and below
FIRST_LINE: Final = 12.5  # mm
LEADING: Final = 1.25  # heights of the letters from line to line
_FONTS: Final = Path(__file__).parent / "fonts"
_FAMILY: Final = "Literata"
_MARKS: Final[dict[Kind, tuple[str, tuple[int, int, int]]]] = {
    "equal": ("", (0, 0, 0)),
    "insert": ("U", (11, 90, 52)),
    "delete": ("S", (154, 27, 27)),
}
"""How pieces are told apart: without colour by the line under or through them."""
_PAGES: Final = "{how many pages this document has}"
_LOST: Final = "\ufffd"
_SPACES: Final = re.compile(r"[\t\f\v\r]")
_KIN: Final = {"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2009": " ", "\u200a": " "}
"""What stands for a space that the fonts lack: one of another width that holds the same lines together."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of paper: its pieces, its look, and what the reader's list of contents calls it (at level 1 …)."""

    pieces: tuple[Part, ...]
    align: Align = "J"
    size: float = 12.0  # points
    italic: bool = False
    first_line: float = FIRST_LINE  # mm
    before: float = 0.0  # mm
    after: float = 0.0  # mm
    leads: bool = False
    """It never stands last on a page: what follows belongs to it."""
    level: int = 0
    name: str = ""

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(text for _, text in self.pieces)

    @property
    def leading(self) -> float:
        """From line to line, in mm."""
        return self.size * LEADING * 25.4 / 72


class Paper(FPDF):
    """One document; `footnote` stands at the foot of every page. For `with`: its fonts are read to the end."""

    def __init__(self, *, title: str, author: str, at: datetime, language: str, footnote: str = "") -> None:
        """An empty document with its properties set.

        Raises ValueError for an unknown language or a time without a zone.
        """
        if language not in LOCALES:
            raise ValueError(f"unknown language {language!r}; known: {', '.join(LOCALES)}")
        super().__init__(format="A4")
        self.set_creation_date(utc(at))
        self.set_margins(LEFT, EDGE, RIGHT)
        self.set_auto_page_break(True, EDGE)
        self.c_margin = 0.0  # lines begin and end at the margins themselves
        for style, name in (("", "Regular"), ("I", "Italic")):
            self.add_font(_FAMILY, style, _FONTS / f"Literata-{name}.ttf")
        self.held = frozenset(code for font in self.fonts.values() if isinstance(font, TTFFont) for code in font.cmap)
        self.alias_nb_pages(_PAGES)
        self.depth = 0
        self.footnote = self.printable(footnote)
        self.set_title(title)
        self.set_author(author)
        self.set_lang(LOCALES[language])
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.add_page()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Close the files of the fonts, which the library leaves open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def header(self) -> None:
        """«3 / 12» in the middle of the upper margin."""
        self.set_font(_FAMILY, size=10)
        self.set_text_color(0, 0, 0)
        self.set_xy(LEFT, EDGE / 2)
        # apart at the middle, for how many pages there are is filled in later and has no width yet
        self.cell(self.epw / 2, 5, f"{self.page_no()} ", align="R")
        self.cell(self.epw / 2, 5, f"/ {_PAGES}")
        self.set_y(EDGE)

    def footer(self) -> None:
        """What holds for every page of the document."""
        if self.footnote:
            self.set_font(_FAMILY, style="I", size=9)
            self.set_text_color(0, 0, 0)
            self.set_y(-EDGE + 6)
            self.multi_cell(0, 4, self.footnote, align="C")

    def printable(self, text: str) -> str:
        """The text in characters that the fonts have; one they lack becomes U+FFFD, so that its loss is seen.

        A space of a width that they lack becomes one of theirs.
        """
        text = _SPACES.sub(" ", text.replace("\r\n", "\n"))
        if self.lacks(text):
            text = normalize("NFC", text)
            text = "".join(char if ord(char) in self.held else _KIN.get(char, char) for char in text)
        if not self.lacks(text):
            return text
        return "".join(char if char == "\n" or ord(char) in self.held else _LOST for char in text)

    def lacks(self, text: str) -> bool:
        """True where a character is in none of the fonts."""
        return not {ord(char) for char in set(text)} - {10} <= self.held

    def put(self, blocks: Iterable[Block]) -> None:
        """The blocks, one under the other; those that lead stay with what follows them."""
        waiting: list[Block] = []
        for block in blocks:
            waiting.append(block)
            if not block.leads:
                self._together(waiting)
                waiting = []
        self._together(waiting)

    def _together(self, blocks: Sequence[Block]) -> None:
        """Leading blocks and the first lines of what they lead to, on one page if a page can hold them."""
        need = sum(block.before + self.height(block, whole=block.leads) + block.after * block.leads for block in blocks)
        if need < self.eph and self.will_page_break(need):
            self.add_page()
        for block in blocks:
            self._block(block)

    def height(self, block: Block, *, whole: bool) -> float:
        """About how high a block is, in mm; not `whole`: its first two lines."""
        self._style(block, "")
        width = self.get_string_width(self.printable(block.text).replace("\n", " ")) + block.first_line
        lines = 1 + int(width * 1.03 / self.epw)
        return block.leading * (lines if whole else min(lines, 2))

    def _block(self, block: Block) -> None:
        if self.y > EDGE:
            self.y += block.before
        if block.level:
            self.depth = min(block.level, self.depth + 1)  # a list of contents may not skip a level
            self.start_section(" ".join(self.printable(block.name).split()), self.depth - 1)
        with (
            self.text_columns(text_align=block.align, line_height=LEADING) as column,
            column.paragraph(first_line_indent=block.first_line, skip_leading_spaces=True) as paragraph,
        ):
            for kind, text in block.pieces:
                mark, colour = _MARKS[kind]
                self._style(block, mark)
                self.set_text_color(*colour)
                paragraph.write(self.printable(text))
        self.y += block.after

    def _style(self, block: Block, mark: str) -> None:
        self.set_font(_FAMILY, style=("I" if block.italic else "") + mark, size=block.size)
