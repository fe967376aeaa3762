"""Names of units as people write them («части вторую и третью», «4) және 5) тармақшалары») read from tokens.

One grammar for both languages: a reference is a noun with its numbers before or after it; references join into
groups, smallest unit first in Russian, largest first in Kazakh.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from amendments.law.forms import Form, FormTable
from amendments.law.names_kk import KK_FORMS
from amendments.law.names_ru import RU_FORMS
from amendments.law.numbers import sort_key
from amendments.law.ordinals import STARTS, read_ordinal
from amendments.law.tokens import Token

FORMS: Final[dict[str, FormTable]] = {"ru": RU_FORMS, "kk": KK_FORMS}
AND: Final = {"ru": frozenset({"и", "а"}), "kk": frozenset({"және", "мен", "пен", "бен", "әрі"})}
_SUFFIX: Final = {
    "ru": frozenset(["й", "я", "е", "го", "ой", "му", "м", "ю", "ый", "ая", "ое", "ую", "ых", "х", "ми", "ому"]),
    "kk": frozenset(["ші", "шы", "інші", "ыншы", "нші", "ншы"]),
}
LAST: Final = "last"  # «последний абзац»
_LAST: Final = {"ru": "последн", "kk": "соңғы"}
WITHOUT_NUMBER: Final = frozenset({"heading", "preamble", "text", "annex", "remark"})
_NEVER: Final = frozenset({"mark", "quote", "block", "paren", "nl", "broken"})  # kinds of tokens that are no number
_DASH: Final = "-"
_DEEPEST: Final = 8
_WIDEST_RANGE: Final = 400


class Reference(NamedTuple):
    """A noun with its numbers. `forms` are the readings of the noun; `first`, `last` bound its tokens."""

    kind: str
    numbers: tuple[str, ...]
    forms: tuple[Form, ...]
    first: int
    last: int  # one past the last token
    bracket: bool = False  # printed with a bracket: «4)»
    ranged: bool = False
    link: str = ""  # how it is joined to the one before: "", "," or "and"

    def may_be(self, *cases: str) -> bool:
        """Whether the noun can stand in one of these cases; an abbreviation can stand in any."""
        return any(form.case in cases or form.short for form in self.forms)


def noun_at(tokens: Sequence[Token], at: int, language: str) -> tuple[tuple[Form, ...], int] | None:
    """The unit's name that stands at a token: its forms and the index after it, or None."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    forms = FORMS[language].get(token.norm)
    if language == "kk":
        return _kk_noun(tokens, at, forms)
    if token.norm == "§":
        return RU_FORMS["пар"], at + 1
    if forms is None:
        return None
    after = at + 1
    if forms[0].short and token.norm not in ("пункт",):
        dotted = after < len(tokens) and tokens[after].norm == "."
        if dotted:
            after += 1
        if dotted and token.norm in ("п", "ст", "ч") and after < len(tokens) and tokens[after].norm == token.norm:
            doubled = FORMS[language].get(token.norm * 2)  # «п.п.», «ст.ст.»
            if doubled:
                after += 2 if after + 1 < len(tokens) and tokens[after + 1].norm == "." else 1
                return doubled, after
    return forms, after


def _kk_noun(tokens: Sequence[Token], at: int, forms: tuple[Form, ...] | None) -> tuple[tuple[Form, ...], int] | None:
    if tokens[at].norm == "кіші" and at + 1 < len(tokens):
        small = KK_FORMS.get(f"кіші {tokens[at + 1].norm}")
        return (small, at + 2) if small else None
    return (forms, at + 1) if forms else None


class Reader:
    """Reads references from tokens.

    `loose`: also the careless forms of citations, not only those of orders. `skipped`: kinds that are not read.
    """

    def __init__(
        self, tokens: Sequence[Token], language: str, *, loose: bool = False, skipped: frozenset[str] = frozenset()
    ) -> None:
        self.tokens = tokens
        self.language = language
        self.loose = loose
        self.skipped = skipped
        self._references: dict[int, Reference | None] = {}  # what was found at a token is asked for again

    def norm(self, at: int) -> str:
        """The folded form of a token, "" past the end."""
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def reference(self, at: int) -> Reference | None:
        """The reference that begins at a token, or None."""
        if at not in self._references:
            self._references[at] = self._reference(at)
        return self._references[at]

    def _reference(self, at: int) -> Reference | None:
        before = self._numbers_before(at)
        if before is not None:
            return before
        found = noun_at(self.tokens, at, self.language)
        if found is None:
            return None
        forms, after = found
        if forms[0].key in self.skipped:
            return None
        if self.language == "kk":
            if self.loose and self._is_number(after):
                return self._after_noun(at, forms, after)
            return Reference(forms[0].key, (), forms, at, after)
        return self._after_noun(at, forms, after)

    # -- numbers

    def _is_number(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].kind == "num"

    def _item(self, at: int) -> tuple[str, int, bool] | None:
        """One number at a token: (number, index after it, bracket?). Words, digits, «2-я», Roman."""
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.norm in ("№", "n") and self._is_number(at + 1):
            return self._item(at + 1)
        if token.kind == "num":
            after = at + 1
            if self.norm(after) == ")" and not self._closes_remark(after):
                return token.norm, after + 1, True
            if self.norm(after) == _DASH and self.norm(after + 1) in _SUFFIX[self.language]:
                return token.norm, after + 2, False
            return token.norm, after, False
        if token.norm.startswith(_LAST[self.language]):
            return LAST, at + 1, False
        if token.norm not in STARTS[self.language]:
            return None
        words = [item.norm for item in self.tokens[at : at + 4]]
        ordinal = read_ordinal(words, self.language)
        if ordinal:
            return str(ordinal[0]), at + ordinal[1], False
        return None

    def _closes_remark(self, at: int) -> bool:
        """«статья 9 (пункт 3)»: whether a bracket closes what an earlier one opened, not a number."""
        if not self.loose:
            return False
        opened = sum(token.norm == "(" for token in self.tokens[:at])
        return opened > 0 and not any(token.norm == ")" for token in self.tokens[at + 1 :])

    def _list(self, at: int, stop_before_noun: bool) -> tuple[list[str], int, bool, bool] | None:
        """A list of numbers: (numbers, index after, bracket?, range?)."""
        first = self._item(at)
        if first is None:
            return None
        numbers, after, bracket = [first[0]], first[1], first[2]
        ranged = False
        while True:
            link = self._link(after, bracket)
            if link is None:
                break
            step, dash = link
            item = self._item(step)
            if item is None or (stop_before_noun and self._belongs_to_next(step, item[1])):
                break
            if dash:
                numbers.extend(_between(numbers[-1], item[0]))
                ranged = True
            numbers.append(item[0])
            after, bracket = item[1], bracket or item[2]
        return numbers, after, bracket, ranged

    def _link(self, at: int, bracket: bool = False) -> tuple[int, bool] | None:
        """A mark that continues a list of numbers: (index after it, is it a range?). «3)-6)» is one."""
        word = self.norm(at)
        if word == "," and self.norm(at + 1) in AND[self.language]:
            return at + 2, False
        if word == "," or word in AND[self.language]:
            return at + 1, False
        if word == _DASH and self.tokens[at].text != "-":
            return at + 1, True
        joined = bracket and self._is_number(at + 1)  # «3)-6)»
        worded = self._kind(at - 1) == "word" and self._kind(at + 1) == "word"  # «второй-четвертый»
        if word == _DASH and (self.tokens[at].spaced or joined or worded):
            return at + 1, True
        if word == "по" and self.language == "ru":
            return at + 1, True
        return None

    def _belongs_to_next(self, at: int, after: int) -> bool:
        """Whether a number belongs to the noun behind it: «абзац первый и второе предложение»."""
        if self.language == "kk":
            return False
        step = after + 1 if self.norm(after) == _DASH else after
        found = noun_at(self.tokens, step, self.language)
        if found is None or found[0][0].short or found[0][0].key in ("heading", "text", "preamble"):
            return False
        if self.tokens[at].kind == "num":
            return self.loose and not self._own_number(found[1])
        return self._agrees(at, found[0]) and not self._own_number(found[1])

    def _own_number(self, at: int, depth: int = 0) -> bool:
        """Whether a number at a token belongs to the noun before it, not to the noun behind it."""
        item = self._item(at)
        if item is None:
            return False
        found = noun_at(self.tokens, item[1], self.language)
        if found is None or found[0][0].short or depth > _DEEPEST or found[0][0].key in ("heading", "text", "preamble"):
            return True
        if self.tokens[at].kind != "num" and not self._agrees(at, found[0]):
            return True
        return (self.tokens[at].kind == "num" and not self.loose) or self._own_number(found[1], depth + 1)

    def _agrees(self, at: int, forms: tuple[Form, ...]) -> bool:
        """Whether an ordinal in words agrees with a noun in gender and case."""
        read = read_ordinal([item.norm for item in self.tokens[at : at + 4]], self.language)
        if read is None:
            return True
        return any((form.gender, form.case) in read[2] or ("pl", form.case) in read[2] for form in forms)

    # -- the two orders of noun and number

    def _after_noun(self, at: int, forms: tuple[Form, ...], after: int) -> Reference:
        kind = forms[0].key
        start = after
        if self.language == "ru" and self.norm(after) == "с" and self._item(after + 1):
            start = after + 1  # «пункты с 3 по 5»
        if kind in ("chapter", "section", "subsection") and start < len(self.tokens) and self.tokens[start].is_roman:
            return Reference(kind, (self.tokens[start].text,), forms, at, start + 1)
        found = None
        if kind not in ("heading", "text", "preamble") and not self._first_belongs_to_next(start):
            found = self._list(start, stop_before_noun=True)
        if found is None:
            return Reference(kind, (), forms, at, after)
        numbers, end, bracket, ranged = found
        return self._made(kind, numbers, forms, at, end, bracket, ranged)

    def _first_belongs_to_next(self, at: int) -> bool:
        item = self._item(at)
        return item is not None and self.tokens[at].kind != "num" and self._belongs_to_next(at, item[1])

    def _numbers_before(self, at: int) -> Reference | None:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind in _NEVER:
            return None
        if self.language == "ru" and token.kind == "num" and not self.loose and self.norm(at + 1) != _DASH:
            return None
        if token.is_roman:
            step = at + 2 if self.norm(at + 1) == _DASH else at + 1
            noun = noun_at(self.tokens, step, self.language)
            if noun and noun[0][0].key in ("chapter", "section", "subsection"):
                return Reference(noun[0][0].key, (token.text,), noun[0], at, noun[1])
        found = self._list(at, stop_before_noun=False)
        if found is None:
            return None
        numbers, after, bracket, ranged = found
        step = after
        if self.norm(after) == _DASH and (self.language == "kk" or self.loose):
            step = after + 1
        noun = noun_at(self.tokens, step, self.language)
        if noun is None or (noun[0][0].short and self.language == "ru"):
            return None
        forms, end = noun
        if self.language == "ru" and self._own_number(end):
            return None
        return self._made(forms[0].key, numbers, forms, at, end, bracket, ranged)

    def _made(
        self, kind: str, numbers: list[str], forms: tuple[Form, ...], first: int, last: int, bracket: bool, ranged: bool
    ) -> Reference:
        if kind == "point" and bracket:
            kind = "subpoint"  # codes call what stands with a bracket «пункт»
        plural = [form for form in forms if form.plural]
        if len(numbers) == 1 and plural and len(plural) == len(forms):
            parts = numbers[0].split("-")
            if len(parts) == 2 and int(parts[0]) < int(parts[1]):
                numbers = [parts[0], *_between(parts[0], parts[1]), parts[1]]  # «пункты 3-5»
                ranged = True
        return Reference(kind, tuple(numbers), forms, first, last, bracket, ranged)


def _between(low: str, high: str) -> list[str]:
    """Whole numbers strictly between two; of numbers with the same beginning the last segments («8-1 – 8-4»)."""
    a, b = sort_key(low), sort_key(high)
    if len(a) != len(b) or a[:-1] != b[:-1] or not 0 < b[-1] - a[-1] <= _WIDEST_RANGE:
        return []
    head = "".join(f"{part}-" for part in a[:-1])
    return [f"{head}{value}" for value in range(a[-1] + 1, b[-1])]


Group = tuple[Reference, ...]


def read_groups(reader: Reader, at: int) -> tuple[list[Group], int]:
    """The groups of references that begin at a token, joined by commas and «и», and the index after them."""
    groups: list[Group] = []
    current: list[Reference] = []
    after = at
    link = ""
    step = at
    while True:
        reference = reader.reference(step)
        if reference is None:
            break
        reference = reference._replace(link=link)
        if not current:
            current = [reference]
        elif _continues(reader, current, reference):
            current.append(reference)
        elif link:
            groups.append(tuple(current))
            current = [reference]
        else:
            break
        after = reference.last
        link, step = _joint(reader, after)
    if current:
        groups.append(tuple(current))
    return groups, after


def _joint(reader: Reader, at: int) -> tuple[str, int]:
    word = reader.norm(at)
    if reader.loose:
        while reader.norm(at) in (".", "к", "в", "из", "от", "во", "(", ";"):
            at += 1
        word = reader.norm(at)
        if reader.norm(at - 1) in ("(", ";"):
            return ",", at
    if word == ",":
        if reader.norm(at + 1) in AND[reader.language]:
            return "and", at + 2
        return ",", at + 1
    if word in AND[reader.language]:
        return "and", at + 1
    return "", at


def _continues(reader: Reader, group: list[Reference], following: Reference) -> bool:
    """Whether a reference belongs to the unit named before it, not beside it."""
    last = group[-1]
    if reader.language == "kk":
        return (not following.link and last.may_be("gen")) or (reader.loose and following.link != "and")
    if following.link:
        return reader.loose and following.link == ","
    return following.may_be("gen") or reader.loose
