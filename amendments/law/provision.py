"""A provision: one printed paragraph of a law with everything that hangs under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final, Literal, cast

State = Literal["in_force", "excluded", "not_yet"]

# Units with a heading of their own, from the largest to the smallest (Law "On Legal Acts", art. 23).
HEADED: Final = ("act", "part", "section", "subsection", "chapter", "paragraph", "article", "annex")
NUMBERED: Final = ("point", "subpoint")
UNNUMBERED: Final = ("clause", "indent", "quote", "preamble")
# What is printed in an edition without being its law.
EDITORIAL: Final = ("note", "signature")
KINDS: Final = (*HEADED, *NUMBERED, *UNNUMBERED, *EDITORIAL)

_OF_ARTICLES: Final = ("act", "part", "section", "subsection", "chapter", "paragraph")
RANK: Final = {
    "act": 0, "annex": 1, "part": 1, "section": 2, "subsection": 3, "chapter": 4, "paragraph": 5,
    "article": 6, "point": 7, "subpoint": 8,
}  # fmt: skip

_EXCLUDED = re.compile(
    r"(?i)^\W*(?:\(?\s*(?:(?:статья|глава|раздел|пункт|подпункт|часть|абзац)\s+(?:[\d-]+\)?\s*)?)?исключ[её]н[аоы]?\b"
    r"|\(?\s*(?:алып|алынып)\s+тастал|утратил[аи]?\s+силу|күші\s+жойыл)"
)
_NOT_YET = re.compile(
    r"(?i)^\W*(?:ввод(?:ится|ятся)\s+в\s+действие\s+(?:с|со|по\s+истечении)\b|действует\s+с\b"
    r"|(?:\d\d\.\d\d\.\d{4}|\d{4}\s+жылғы\s+\d|алғашқы\s+ресми\s+жарияланған\s+күн).{0,120}қолданысқа\s+енгіз)"
)


class _Parts:
    """The fields of a provision while it is being made."""

    __slots__ = (
        "_articles",
        "_body",
        "_full",
        "_law",
        "_size",
        "_state",
        "after",
        "children",
        "close",
        "kind",
        "label",
        "lead",
        "number",
        "text",
    )

    kind: str
    number: str
    lead: str
    label: str
    text: str
    after: str
    children: tuple[Provision, ...]
    close: str
    # Found when first asked for, and unset before.
    _body: bytes
    _law: bytes
    _full: bytes
    _size: int
    _state: State
    _articles: frozenset[str]


class Provision(_Parts):
    """An immutable node of the tree.

    `lead + label + text + after` is the paragraph exactly as its source has it: `lead` the line breaks,
    indents and anchors before it, `label` the printed number with its marks («12-11) », «### Статья 35. »),
    `text` its words (the heading for headed units), `after` what closes it («*» of Markdown). `close` is what
    stands after the last child and is used by the root alone. `number` is the number as printed: «22-1».
    """

    __slots__ = ()

    def __new__(
        cls,
        kind: str,
        number: str = "",
        *,
        lead: str = "",
        label: str = "",
        text: str = "",
        after: str = "",
        children: tuple[Provision, ...] = (),
        close: str = "",
    ) -> Provision:
        """Fill an open object and close it: thousands are made for a law, and this is thrice as quick as writing
        past `__setattr__` field by field."""
        parts = _Parts()
        parts.kind = kind
        parts.number = number
        parts.lead = lead
        parts.label = label
        parts.text = text
        parts.after = after
        parts.children = children
        parts.close = close
        parts.__class__ = cls
        return cast(Provision, parts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a provision is immutable: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a provision is immutable: {name}")

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, tuple(getattr(self, name) for name in _FIELDS)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.number} {self.text[:40]!r} +{len(self.children)}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Provision) and self.full_hash == other.full_hash

    def __hash__(self) -> int:
        return hash(self.full_hash)

    def replace(
        self,
        *,
        kind: str | None = None,
        number: str | None = None,
        lead: str | None = None,
        label: str | None = None,
        text: str | None = None,
        after: str | None = None,
        children: tuple[Provision, ...] | None = None,
        close: str | None = None,
    ) -> Provision:
        """A copy with some fields changed."""
        return Provision(
            self.kind if kind is None else kind,
            self.number if number is None else number,
            lead=self.lead if lead is None else lead,
            label=self.label if label is None else label,
            text=self.text if text is None else text,
            after=self.after if after is None else after,
            children=self.children if children is None else children,
            close=self.close if close is None else close,
        )

    @property
    def own(self) -> str:
        """The paragraph itself, exactly, without what hangs under it."""
        return self.lead + self.label + self.text + self.after

    @property
    def raw(self) -> str:
        """The whole subtree, exactly as its source has it."""
        parts: list[str] = []
        self._collect(parts)
        return "".join(parts)

    def _collect(self, parts: list[str]) -> None:
        parts += (self.lead, self.label, self.text, self.after)
        for child in self.children:
            child._collect(parts)
        if self.close:
            parts.append(self.close)

    @property
    def heading(self) -> str:
        """The heading of a headed unit, "" for others."""
        return self.text if self.kind in HEADED else ""

    @property
    def notes(self) -> tuple[Provision, ...]:
        """The editorial notes that stand directly under this provision."""
        return tuple(child for child in self.children if child.kind == "note")

    @property
    def law(self) -> tuple[Provision, ...]:
        """The children that are law: all but notes and signatures."""
        return tuple(child for child in self.children if child.kind not in EDITORIAL)

    @property
    def state(self) -> State:
        """Whether the unit is in force, or its place is held by an editorial marker.

        Excluded units keep their number and a marker; units not yet in force are announced by one
        («44) вводится в действие с 01.01.2027 …»).
        """
        try:
            return self._state
        except AttributeError:
            state = self._told()
            object.__setattr__(self, "_state", state)
            return state

    def _told(self) -> State:
        """The state as the words tell it."""
        if self.kind in EDITORIAL:
            return "in_force"
        text = self.text
        if len(text) < 400:
            if _EXCLUDED.match(text):
                return "excluded"
            if self.kind in NUMBERED and _NOT_YET.match(text):
                return "not_yet"
        return "in_force"

    @property
    def law_hash(self) -> bytes:
        """Equal for subtrees with the same words, numbers and structure; notes and layout do not count."""
        try:
            return self._law
        except AttributeError:
            digest = blake2b(f"{self.kind}\0{self.number}\0".encode(), digest_size=16)
            digest.update(self.body_hash)
            return self._keep("_law", digest.digest())

    @property
    def body_hash(self) -> bytes:
        """As `law_hash`, leaving out this unit's own number: equal for a unit that was only renumbered."""
        try:
            return self._body
        except AttributeError:
            digest = blake2b(self.text.encode(errors="surrogatepass"), digest_size=16)
            for child in self.children:
                if child.kind not in EDITORIAL:
                    digest.update(child.law_hash)
            return self._keep("_body", digest.digest())

    @property
    def full_hash(self) -> bytes:
        """Equal for subtrees that are the same character for character."""
        try:
            return self._full
        except AttributeError:
            head = "\0".join((self.kind, self.number, self.lead, self.label, self.text, self.after, self.close))
            digest = blake2b(head.encode(errors="surrogatepass"), digest_size=16)
            for child in self.children:
                digest.update(child.full_hash)
            return self._keep("_full", digest.digest())

    def _keep(self, name: str, digest: bytes) -> bytes:
        object.__setattr__(self, name, digest)
        return digest

    @property
    def articles(self) -> frozenset[str]:
        """The numbers of the articles in this unit, "" for those without one; articles in annexes do not count."""
        try:
            return self._articles
        except AttributeError:
            own = {child.number for child in self.children if child.kind == "article"}
            larger = [child for child in self.children if child.kind in _OF_ARTICLES]
            found = frozenset(own.union(*(child.articles for child in larger)))
            object.__setattr__(self, "_articles", found)
            return found

    @property
    def size(self) -> int:
        """How many characters the subtree has."""
        try:
            return self._size
        except AttributeError:
            own = len(self.lead) + len(self.label) + len(self.text) + len(self.after) + len(self.close)
            total = own + sum(child.size for child in self.children)
            object.__setattr__(self, "_size", total)
            return total

    def paragraphs(self) -> Iterator[Provision]:
        """This provision and everything under it, in document order."""
        yield self
        for child in self.children:
            yield from child.paragraphs()


_FIELDS: Final = ("kind", "number", "lead", "label", "text", "after", "children", "close")


def _restore(
    kind: str,
    number: str,
    lead: str,
    label: str,
    text: str,
    after: str,
    children: tuple[Provision, ...],
    close: str,
) -> Provision:
    return Provision(kind, number, lead=lead, label=label, text=text, after=after, children=children, close=close)
