"""Second pass of reading: labelled paragraphs become a tree. `read(text).text == text`, always."""

from __future__ import annotations

from datetime import date

from amendments.law.edition import Edition
from amendments.law.languages import Language, language_of
from amendments.law.lines import Paragraph, Unread, split
from amendments.law.numbers import sort_key
from amendments.law.provision import EDITORIAL, HEADED, RANK, Provision

_OPENING, _CLOSING = "«“„", "»”"
_LIST_ENDS = (";", ",", ":")
_SHORTEST_SENTENCE = 40  # a shorter line with a full stop may still be a heading («Статья 3. Основные понятия.»)


class _Node:
    """A provision under construction."""

    __slots__ = ("children", "kind", "paragraph")

    def __init__(self, kind: str, paragraph: Paragraph) -> None:
        self.kind = kind
        self.paragraph = paragraph
        self.children: list[_Node] = []

    @property
    def key(self) -> tuple[int, ...]:
        return sort_key(self.paragraph.number)

    def freeze(self, close: str = "") -> Provision:
        p = self.paragraph
        children = tuple([child.freeze() for child in self.children]) if self.children else ()
        return Provision(
            self.kind, p.number, lead=p.lead, label=p.label, text=p.text, after=p.after, children=children, close=close,
        )  # fmt: skip


def read(
    text: str,
    language: str,
    *,
    act: str = "",
    in_force_from: date | None = None,
    caused_by: str = "",
) -> Edition:
    """Read a text of law in the Markdown of the public mirror, or plain, into an edition.

    Nothing is dropped: `read(text, language).text == text`. What the reader is not sure of stays as text and is
    listed in `unread`. Raises KeyError for an unknown language.
    """
    table = language_of(language)
    paragraphs, close = split(text, table)
    builder = _Builder(table, paragraphs)
    root = builder.build(close)
    return Edition(root, language, act, in_force_from, caused_by, tuple(builder.unread))


class _Builder:
    """Nests paragraphs. `open` is the chain of units that a next paragraph may still belong to."""

    def __init__(self, language: Language, paragraphs: list[Paragraph]) -> None:
        self.language = language
        self.paragraphs = paragraphs
        self.unread: list[Unread] = []
        self.root = _Node("act", Paragraph("act", "", "", "", "", "", 0))
        self.open: list[_Node] = [self.root]
        self.next_labelled = self.next_law = 0
        self.announced = False  # whether quoted lines belong to the note before

    def _next_unit(self, index: int) -> tuple[str, tuple[int, ...]]:
        """Kind and number of the next labelled paragraph after one (notes do not count). Asked in order."""
        at = max(self.next_labelled, index + 1)
        while at < len(self.paragraphs) and self.paragraphs[at].kind in ("", "note"):
            at += 1
        self.next_labelled = at
        if at == len(self.paragraphs):
            return "", ()
        return self.paragraphs[at].kind, sort_key(self.paragraphs[at].number)

    def build(self, close: str) -> Provision:
        index = 0
        while index < len(self.paragraphs):
            paragraph = self.paragraphs[index]
            quoted = self._quoted(index)
            if quoted:
                self._quote(index, quoted)
                index += quoted
                continue
            self._place(index, paragraph)
            index += 1
        return self.root.freeze(close)

    def _place(self, index: int, paragraph: Paragraph) -> None:
        kind = paragraph.kind
        self.announced = self.announced and kind == "note"
        if kind == "act" and not self.root.children and not self.root.paragraph.label:
            self.root.paragraph = paragraph
        elif kind in ("act", "heading"):
            self._doubt(paragraph, "heading")
            self._add(self._innermost("article", "chapter", "section", "act"), "clause", paragraph)
        elif kind == "note":
            self._note(index, paragraph)
        elif kind == "signature":
            self._add(self.root, kind, paragraph)
            self.open = [self.root]
        elif kind in RANK and kind in HEADED:
            while len(self.open) > 1 and RANK.get(self.open[-1].kind, 9) >= RANK[kind]:
                self.open.pop()
            if kind == "article" and _is_sentence(paragraph):
                self._article_without_heading(paragraph)
            else:
                self._push(kind, paragraph)
        elif kind == "point":
            self._close_to(*HEADED)
            self._check_order(kind, paragraph)
            self._push(kind, paragraph)
        elif kind == "subpoint":
            self._subpoint(paragraph)
        else:
            self._unnumbered(index, paragraph)

    def _article_without_heading(self, paragraph: Paragraph) -> None:
        """In old acts an article has no heading, and its first paragraph stands on the line of its number."""
        p = paragraph
        self._push("article", Paragraph("article", p.number, p.lead, p.label, "", "", p.line))
        self.open.append(self._add(self.open[-1], "clause", Paragraph("", "", "", "", p.text, p.after, p.line)))

    # -- helpers on the chain of open units

    def _add(self, parent: _Node, kind: str, paragraph: Paragraph) -> _Node:
        node = _Node(kind, paragraph)
        parent.children.append(node)
        return node

    def _push(self, kind: str, paragraph: Paragraph) -> None:
        self.open.append(self._add(self.open[-1], kind, paragraph))

    def _close_to(self, *kinds: str) -> None:
        while len(self.open) > 1 and self.open[-1].kind not in kinds:
            self.open.pop()

    def _innermost(self, *kinds: str) -> _Node:
        self._close_to(*kinds)
        return self.open[-1]

    def _doubt(self, paragraph: Paragraph, reason: str) -> None:
        self.unread.append(Unread(paragraph.line, reason, paragraph.text[:200]))

    def _check_order(self, kind: str, paragraph: Paragraph) -> None:
        for node in reversed(self.open[-1].children):
            if node.kind == kind:
                if node.key >= sort_key(paragraph.number):
                    self._doubt(paragraph, "number out of order")
                return

    # -- numbered units

    def _subpoint(self, paragraph: Paragraph) -> None:
        number = sort_key(paragraph.number)
        while self.open[-1].kind not in ("subpoint", "clause", "point", *HEADED):
            self.open.pop()
        if self.open[-1].kind == "clause" and self._clause_of_subpoint(number):
            self.open.pop()
        while self.open[-1].kind == "subpoint":
            self.open.pop()
        self._check_order("subpoint", paragraph)
        if paragraph.glued:
            self._doubt(paragraph, "several units on one line")
        self._push("subpoint", paragraph)

    def _clause_of_subpoint(self, number: tuple[int, ...]) -> bool:
        """Whether the open clause belongs to a subpoint that this number continues, and opens no list itself."""
        owner = self.open[-2]
        if owner.kind != "subpoint":
            return False
        opens = self.open[-1].paragraph.text.rstrip().endswith(":")
        return not (opens and number == (1,))

    # -- unnumbered paragraphs

    def _unnumbered(self, index: int, paragraph: Paragraph) -> None:
        if len(self.open) == 1:
            self._before_units(paragraph)
            return
        if self._starts_low(paragraph) or self._listed(paragraph):
            self._indent(paragraph)
            return
        self._clause(index, paragraph)

    def _before_units(self, paragraph: Paragraph) -> None:
        children = self.root.children
        if not any(node.kind not in (*EDITORIAL, "preamble") for node in children):
            self._add(self.root, "preamble", paragraph)
            return
        self._doubt(paragraph, "paragraph outside any unit")
        self._add(self.root, "clause", paragraph)

    @staticmethod
    def _starts_low(paragraph: Paragraph) -> bool:
        for char in paragraph.text:
            if char.isalpha():
                return char.islower()
            if char.isdigit():
                return True
        return True

    def _last_text(self) -> str:
        """The words printed just before, inside the innermost open unit."""
        node = self.open[-1]
        while node.children:
            law = [child for child in node.children if child.kind not in EDITORIAL]
            if not law:
                break
            node = law[-1]
        return node.paragraph.text.rstrip()

    def _listed(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph with a capital letter is an item of an unnumbered list («День Столицы – 6 июля;»)."""
        owner = self.open[-1]
        if not owner.paragraph.text.rstrip().endswith(":") or owner.kind in HEADED:
            return False
        items = [child for child in owner.children if child.kind not in EDITORIAL]
        if not items:
            return paragraph.text.rstrip().endswith((";", ","))
        return items[-1].kind == "indent" and items[-1].paragraph.text.rstrip().endswith((";", ","))

    def _indent(self, paragraph: Paragraph) -> None:
        owner = self.open[-1]
        if owner.kind in HEADED:
            if any(child.kind == "clause" for child in owner.children):
                self._doubt(paragraph, "paragraph with a small letter outside a list")
                self._add(owner, "clause", paragraph)
            else:
                self.open.append(self._add(owner, "clause", paragraph))
            return
        if owner.kind == "subpoint" and not owner.children and self._after_list(owner, paragraph):
            # «… арқылы жәрдемдеседі»: the end of a sentence that began before the list.
            self.open.pop()
            owner = self.open[-1]
        self._add(owner, "indent", paragraph)

    @staticmethod
    def _after_list(owner: _Node, paragraph: Paragraph) -> bool:
        return (
            not owner.paragraph.text.rstrip().endswith((":", "-", "–"))
            and paragraph.text.rstrip().endswith((".", ":"))
            and len(paragraph.text) < 120
        )

    def _clause(self, index: int, paragraph: Paragraph) -> None:
        while self.open[-1].kind == "clause":
            self.open.pop()
        if self.open[-1].kind == "subpoint" and not self._belongs_to_subpoint(index):
            while self.open[-1].kind in ("subpoint", "clause") and len(self.open) > 1:
                self.open.pop()
        self.open.append(self._add(self.open[-1], "clause", paragraph))

    def _belongs_to_subpoint(self, index: int) -> bool:
        kind, number = self._next_unit(index)
        current = next(node for node in reversed(self.open) if node.kind == "subpoint")
        if kind == "subpoint":
            return number > current.key
        return self._last_text().endswith((";", ","))

    # -- notes

    def _note(self, index: int, paragraph: Paragraph) -> None:
        """A note hangs as high as what follows allows and as its own words say.

        Quoted lines that a note announces («… Приостановленная редакция:») hang beside it.
        """
        if self.announced and paragraph.label.startswith(">") and not self.language.note.match(paragraph.text):
            self._add(self.open[-1], "note", paragraph)
            return
        self.announced = self.language.note.match(paragraph.text) is not None and paragraph.text.endswith(":")
        following = self._following(index)
        words = paragraph.text.lstrip("*_ ")
        if following in HEADED or following in ("signature", "end"):
            if self.language.note_subpoint.match(words):
                self._drop_to("subpoint")
            elif self.language.note_point.match(words):
                self._drop_to("point")
            else:
                self._close_to(*HEADED)
        elif following == "point":
            self._drop_to("subpoint" if self.language.note_subpoint.match(words) else "point")
        elif following == "subpoint":
            self._drop_to("subpoint")
        self._add(self.open[-1], "note", paragraph)

    def _drop_to(self, kind: str) -> None:
        """Close units below the innermost open one of a kind, if there is one."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].kind == kind:
                del self.open[depth + 1 :]
                return

    def _following(self, index: int) -> str:
        """The kind of the next paragraph after one that is no note. Asked in order."""
        at = max(self.next_law, index + 1)
        while at < len(self.paragraphs) and self.paragraphs[at].kind == "note":
            at += 1
        self.next_law = at
        return self.paragraphs[at].kind if at < len(self.paragraphs) else "end"

    # -- quoted text of another act

    def _quoted(self, index: int) -> int:
        """How many paragraphs from here on are one quotation that opens with the first («3. … ».)."""
        first = self.paragraphs[index]
        if first.kind in EDITORIAL or first.kind in HEADED or first.text[:1] not in ("«", "“", "„", '"') or first.label:
            return 0
        depth = 0
        for count, paragraph in enumerate(self.paragraphs[index : index + 400], start=1):
            if paragraph.kind in HEADED and count > 1 and paragraph.label.startswith("#"):
                return 0
            depth += _balance(paragraph.text)
            if depth <= 0:
                return count if count > 1 else 0
        return 0

    def _quote(self, index: int, count: int) -> None:
        owner = self.open[-1]
        for paragraph in self.paragraphs[index : index + count]:
            words = paragraph.label + paragraph.text
            whole = Paragraph("quote", "", paragraph.lead, "", words, paragraph.after, paragraph.line)
            self._add(owner, "note" if paragraph.kind == "note" else "quote", whole)


def _is_sentence(paragraph: Paragraph) -> bool:
    """Whether what stands after an article's number is a sentence of law: a heading has no full stop."""
    text = paragraph.text.rstrip()
    if not text.endswith((".", ":", ";")) or (text.endswith(".") and len(text) < _SHORTEST_SENTENCE):
        return False
    return Provision("article", paragraph.number, text=paragraph.text).state == "in_force"


def _balance(text: str) -> int:
    guillemets = sum(text.count(mark) for mark in _OPENING) - sum(text.count(mark) for mark in _CLOSING)
    return guillemets + text.count('"') % 2 if '"' in text and guillemets == 0 else guillemets


def read_fragment(text: str, language: str) -> tuple[Provision, ...]:
    """Read quoted new units («3-1) …; 4) …», «Статья 5-1. … 1. …», a plain paragraph) into provisions.

    A paragraph without a number comes out as `clause` (capital letter) or `indent` (small letter).
    """
    root = read(text, language).root
    units = list(root.children)
    if root.label or root.text:
        units.insert(0, root.replace(kind="clause", children=(), close=""))
    return tuple(_unnumbered_kind(unit) if unit.kind == "preamble" else unit for unit in units)


def _unnumbered_kind(unit: Provision) -> Provision:
    first = next((char for char in unit.text if char.isalpha()), "")
    return unit.replace(kind="indent" if first.islower() else "clause")
