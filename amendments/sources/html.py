"""Pages of Әділет (adilet.zan.kz) as a browser saves them, and HTML like them.

The act stands in `<article>`; articles are bold paragraphs or headings, sections and chapters headings with `<br>`
between them, notes have the class «note» or are printed red.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final, Literal

from lxml import etree

from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES, check_size
from amendments.sources.plain import decode
from amendments.sources.source import Source
from amendments.sources.structure import Line, Look, to_text
from amendments.sources.xml import Element, local


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS: Final = _names(
    "address article blockquote body caption center dd div dl dt fieldset figure h1 h2 h3 h4 h5 h6 hr li main ol p pre "
    "section table tbody td tfoot th thead tr ul"
)
_SILENT: Final = _names(
    "aside button footer form head header iframe input link meta nav noscript object script select style svg template "
    "textarea title"
)
_AFTER: Final = frozenset({"aftertext"})  # what Әділет prints under an act
_BOLD: Final = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"})
_RED: Final = re.compile(r"(?i)^(?:#?f{1,2}0{2,4}|red)$")
_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}charset=[\"']?\s*([\w-]{2,20})")
_SPACE = re.compile(r"[ \t\r\n\f]+")
Event = Literal["text", "break", "block", "end"]


def read_html(data: bytes, *, language: str = "", limit: int = FILE_BYTES) -> Source:
    """The text of an act in an HTML page; `language` (ru, kk) is taken where the letters do not tell.

    Raises SourceError: as `read_plain`, and no_text, too_deep, xml_damaged.
    """
    root = _parse(data, limit)
    act = _act(root)
    lines = list(_lines(act))
    title = next((_plain(node) for node in root.iter("h1")), "")
    if title and not any(line.look == "title" for line in lines):
        lines.insert(0, Line(title, "title"))
    text, found = to_text(lines, language)
    if not text or (lines and not any(line.text.strip() for line in lines if line.look != "title")):
        raise SourceError("no_text")
    return Source(text, found, "html", {"title": title} if title else {})


def _parse(data: bytes, limit: int) -> Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_decode(data, limit).lstrip("\ufeff").encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("xml_damaged", line=1) from error
    # Past its deepest level the parser drops what follows, and says so only here.
    if any("depth" in entry.message for entry in parser.error_log):
        raise SourceError("too_deep")
    if root is None:
        raise SourceError("no_text")
    return root


def _decode(data: bytes, limit: int) -> str:
    """The characters, in the encoding that the page names itself or in UTF-8."""
    check_size(len(data), limit)
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = named.group(1).decode("ascii").lower()
        if name in ("windows-1251", "cp1251", "koi8-r"):
            try:
                return data.decode(name)
            except UnicodeDecodeError as error:
                raise SourceError("encoding", line=data.count(b"\n", 0, error.start) + 1) from error
    return decode(data, limit)


def _act(root: Element) -> Element:
    """The element that holds the act: the `<article>` with most words, else the whole page."""
    articles = list(root.iter("article"))
    return max(articles, key=lambda node: sum(map(len, node.itertext())), default=root)


def _plain(node: Element) -> str:
    return _SPACE.sub(" ", "".join(str(text) for text in node.itertext())).strip()


def _lines(act: Element) -> Iterator[Line]:
    """Every block of text as a line. A block is bold where all of its words are."""
    text: list[str] = []
    bold = noted = True
    head: Look = ""
    for event, content, context in _walk(act):
        if event == "text":
            text.append(_SPACE.sub(" ", content))
            if content.strip(" \t\r\n\u00a0"):
                bold, noted = bold and context.bold, noted and context.note
                head = head or context.head
        elif event == "break":
            text.append("\n")
        else:
            words = "".join(text)
            if words.strip():
                yield Line(words, "note" if noted else head or ("heading" if bold else ""))
            text, bold, noted, head = [], True, True, ""


class _Context:
    """What surrounds a piece of text: bold, note, heading."""

    __slots__ = ("bold", "head", "note")
    bold: bool
    head: Look
    note: bool

    def __init__(self, node: Element, outer: _Context | None) -> None:
        name = local(node)
        classes = (node.get("class") or "").split()
        red = name == "font" and bool(_RED.match(node.get("color") or ""))
        self.bold = (outer is not None and outer.bold) or name in _BOLD
        self.note = (outer is not None and outer.note) or red or "note" in classes
        self.head = outer.head if outer is not None else ""
        if name == "h1":
            self.head = "title"
        elif name in ("h2", "h3", "h4", "h5", "h6"):
            self.head = "heading"


def _walk(act: Element) -> Iterator[tuple[Event, str, _Context]]:
    outermost = _Context(act, None)
    contexts = [outermost]
    skipped: Element | None = None
    for event, node in etree.iterwalk(act, events=("start", "end")):
        name = local(node)
        if event == "start" and skipped is None:
            if name in _SILENT or _AFTER & set((node.get("class") or "").split()):
                skipped = node
                continue
            contexts.append(_Context(node, contexts[-1]))
            if name in _BLOCKS or _bare_note(node):
                yield "block", "", contexts[-1]
            if name == "br":
                yield "break", "", contexts[-1]
            if node.text:
                yield "text", node.text, contexts[-1]
        elif event == "end" and (skipped is None or skipped is node):
            if skipped is node:
                skipped = None
            else:
                contexts.pop()
                if name in _BLOCKS or _bare_note(node):
                    yield "block", "", contexts[-1]
            if node.tail and node is not act:
                yield "text", node.tail, contexts[-1]
    yield "end", "", outermost


def _bare_note(node: Element) -> bool:
    """A note that stands between paragraphs rather than in one."""
    parent = node.getparent()
    return (
        local(node) in ("span", "font", "i")
        and parent is not None
        and local(parent) in ("article", "div", "body", "section")
    )
