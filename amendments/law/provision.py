"""A provision: one printed paragraph of a law with everything that hangs under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final, Literal

State = Literal["in_force", "excluded", "not_yet"]

# Units with a heading of their own, from the largest to the smallest (Law "On Legal Acts", art. 23).
HEADED: Final = ("act", "part", "section", "subsection", "chapter", "paragraph", "article", "annex")
NUMBERED: Final = ("point", "subpoint")
UNNUMBERED: Final = ("clause", "indent", "quote", "preamble")
# What is printed in an edition without being its law.
EDITORIAL: Final = ("note", "signature")
KINDS: Final = (*HEADED, *NUMBERED, *UNNUMBERED, *EDITORIAL)

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


class Provision:
    """An immutable node of the tree.

    `lead + label + text + after` is the paragraph exactly as its source has it: `lead` the line breaks,
    indents and anchors before it, `label` the printed number with its marks («12-11) », «### Статья 35. »),
    `text` its words (the heading for headed units), `after` what closes it («*» of Markdown). `close` is what
    stands after the last child and is used by the root alone. `number` is the number as printed: «22-1».
    """

    __slots__ = (
        "_body",
        "_full",
        "_law",
        "_size",
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
    _body: bytes
    _law: bytes
    _full: bytes
    _size: int

    def __init__(
        self,
        kind: str,
        number: str = "",
        *,
        lead: str = "",
        label: str = "",
        text: str = "",
        after: str = "",
        children: tuple[Provision, ...] = (),
        close: str = "",
    ) -> None:
        put = object.__setattr__
        put(self, "kind", kind)
        put(self, "number", number)
        put(self, "lead", lead)
        put(self, "label", label)
        put(self, "text", text)
        put(self, "after", after)
        put(self, "children", children)
        put(self, "close", close)
        put(self, "_body", b"")
        put(self, "_law", b"")
        put(self, "_full", b"")
        put(self, "_size", -1)

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
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        yield self.lead
        yield self.label
        yield self.text
        yield self.after
        for child in self.children:
            yield from child._pieces()
        yield self.close

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
        if not self._law:
            digest = blake2b(digest_size=16)
            digest.update(f"{self.kind}\0{self.number}\0".encode())
            digest.update(self.body_hash)
            object.__setattr__(self, "_law", digest.digest())
        return self._law

    @property
    def body_hash(self) -> bytes:
        """As `law_hash`, leaving out this unit's own number: equal for a unit that was only renumbered."""
        if not self._body:
            digest = blake2b(self.text.encode(errors="surrogatepass"), digest_size=16)
            for child in self.children:
                if child.kind not in EDITORIAL:
                    digest.update(child.law_hash)
            object.__setattr__(self, "_body", digest.digest())
        return self._body

    @property
    def full_hash(self) -> bytes:
        """Equal for subtrees that are the same character for character."""
        if not self._full:
            head = "\0".join((self.kind, self.number, self.lead, self.label, self.text, self.after, self.close))
            digest = blake2b(head.encode(errors="surrogatepass"), digest_size=16)
            for child in self.children:
                digest.update(child.full_hash)
            object.__setattr__(self, "_full", digest.digest())
        return self._full

    @property
    def size(self) -> int:
        """How many characters the subtree has."""
        if self._size < 0:
            own = len(self.lead) + len(self.label) + len(self.text) + len(self.after) + len(self.close)
            object.__setattr__(self, "_size", own + sum(child.size for child in self.children))
        return self._size

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
