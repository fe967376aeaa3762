"""From an order that was read to operations: the meaning of each formula."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from amendments.instructions.fragments import as_kind, flat, heading_of, is_numbered, numbered, units_of, without_number
from amendments.instructions.orders import Order
from amendments.instructions.places import combine, combine_all, ordinals
from amendments.instructions.problem import Misread
from amendments.law.citations import KINDS, PREFIXES, Steps, join
from amendments.law.provision import Provision
from amendments.law.tokens import Token
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Span,
)

_UNNUMBERED: Final = ("clause", "indent", "sentence", "remark")
_CLOSING: Final = ",.;:!?)»”"


class Builder:
    """Makes the operations of one order. `scopes` are the places of its context, `span` its words."""

    def __init__(self, order: Order, scopes: Sequence[Steps], language: str, span: Span) -> None:
        self.order = order
        self.language = language
        self.span = span
        self.places = combine_all(scopes, order.where)

    def build(self) -> list[Operation]:
        """The operations in the order of the places. Raises Misread where the formula is not one of ours."""
        steps: dict[str, Callable[[], list[Operation]]] = {
            "replace": self._replace,
            "put": self._replace,
            "remove": self._remove,
            "add": self._add,
            "restate": self._restate,
            "count": self._count,
            "repeal": self._remove,
        }
        make = steps.get(self.order.verb)
        if make is None:
            raise Misread("no_verb")
        return make()

    # -- words

    def _none(self, *names: str) -> None:
        """Parts that this formula does not take must be absent."""
        for name in names:
            value = getattr(self.order, name)
            if value:
                raise Misread("extra", self.order.first, self.order.last, words=_shown(value))

    def _pairs(self, old: Sequence[Token], new: Sequence[Token]) -> list[tuple[str, str]]:
        olds, news = [words_of(token) for token in old], [words_of(token) for token in new]
        if not all(olds):
            raise Misread("incomplete", missing="«…»")
        if len(news) == 1 and "respectively" not in self.order.flags:
            return [(item, news[0]) for item in olds]
        if len(olds) != len(news):
            raise Misread("counts", old=len(olds), new=len(news))
        return list(zip(olds, news, strict=True))

    @property
    def _inflected(self) -> bool:
        return "inflected" in self.order.flags

    def _scopes(self) -> list[str]:
        """For «по всему тексту»: the units whose text is meant, their headings being part of them."""
        found = []
        for place in self.places:
            inner = place[:-1] if place and place[-1][0] == "heading" else place
            found.append(join(inner))
        inside = [scope for scope in found if any(scope.startswith(f"{outer}/") for outer in found)]
        return [""] if "" in found else [scope for scope in dict.fromkeys(found) if scope not in inside]

    def _throughout(self, pairs: list[tuple[str, str]]) -> list[Operation]:
        if "of" in self.order.flags and not any(self.places) and "act" not in self.order.flags:
            raise Misread("incomplete", missing="баптың, заңның")
        return [
            ReplaceThroughout(address=scope, pairs=tuple(pairs), order=self.span, inflected=self._inflected)
            for scope in self._scopes()
        ]

    def _beside(self, olds: list[str], news: list[str]) -> list[Operation]:
        """«запятую после слова «…» исключить»: words beside an anchor, the anchor staying."""
        if len(olds) != 1 or len(self.order.anchors) != 1 or "throughout" in self.order.flags:
            raise Misread("extra", self.order.first, self.order.last, words=_shown(self.order.anchors))
        (mode, token), old, new = self.order.anchors[0], olds[0], news[0]
        anchor = words_of(token)
        return [
            ReplaceWords(
                address=join(place), old=_around(mode, anchor, old)[1],
                new=_around(mode, anchor, new)[1] if new else anchor, order=self.span,
            )
            for place in self.places
        ]  # fmt: skip

    def _replace(self) -> list[Operation]:
        self._none("with_units", "blocks", "anchor_unit")
        if not self.order.words or not self.order.new:
            raise Misread("incomplete", missing="слова «…»" if self.language == "ru" else "«…» деген сөздер")
        pairs = self._pairs(self.order.words, self.order.new)
        if self.order.anchors:
            return self._beside([old for old, _ in pairs], [new for _, new in pairs])
        if "throughout" in self.order.flags:
            return self._throughout(pairs)
        return [
            ReplaceWords(address=join(place), old=old, new=new, inflected=self._inflected, order=self.span)
            for place in self.places
            for old, new in pairs
        ]

    def _remove(self) -> list[Operation]:
        self._none("with_units", "blocks", "anchor_unit", "new")
        if not self.order.words:
            self._none("anchors")
            if not self._names_units or "throughout" in self.order.flags:
                raise Misread("incomplete", missing="«…»")
            return [Remove(address=self._unit(place), order=self.span) for place in self.places]
        words = [words_of(token) for token in self.order.words]
        if not all(words):
            raise Misread("incomplete", missing="«…»")
        if self.order.anchors:
            return self._beside(words, [""] * len(words))
        if "throughout" in self.order.flags:
            return self._throughout([(item, "") for item in words])
        return [
            RemoveWords(address=join(place), words=item, inflected=self._inflected, order=self.span)
            for place in self.places
            for item in words
        ]

    @property
    def _names_units(self) -> bool:
        """Whether units are named to be changed («пункт 3»), not as a place («в пункте 3»)."""
        return self.order.named and (self.order.object_units or self.order.genitive)

    def _unit(self, place: Steps) -> str:
        if not place:
            raise Misread("incomplete", missing="пункт, статья" if self.language == "ru" else "тармақ, бап")
        return join(place)

    def _add(self) -> list[Operation]:
        self._none("words")
        if self.order.with_units:
            self._none("new", "anchors")
            return self._insert()
        self._none("blocks", "anchor_unit")
        if not self.order.new:
            raise Misread("incomplete", missing="словами «…»" if self.language == "ru" else "«…» деген сөздермен")
        if not self.order.anchors:
            return self._append()
        pairs = self._pairs([token for _, token in self.order.anchors], self.order.new)
        modes = [mode for mode, _ in self.order.anchors]
        if "throughout" in self.order.flags:
            return self._throughout([_around(mode, *pair) for mode, pair in zip(modes, pairs, strict=True)])
        return [
            InsertWords(
                address=join(place), words=new, order=self.span,
                after=old if mode == "after" else "", before=old if mode == "before" else "",
            )
            for place in self.places
            for mode, (old, new) in zip(modes, pairs, strict=True)
        ]  # fmt: skip

    def _append(self) -> list[Operation]:
        if "throughout" in self.order.flags or len(self.order.new) != 1 or not any(self.places):
            raise Misread("incomplete", missing="после слов «…»" if self.language == "ru" else "деген сөздерден кейін")
        words = words_of(self.order.new[0])
        return [AppendWords(address=join(place), words=words, order=self.span) for place in self.places]

    # -- units

    def _block(self) -> str:
        if not self.order.blocks:
            raise Misread("incomplete", missing="«…»")
        return "\n\n".join(token.inner.strip() for token in self.order.blocks)

    def _insert(self) -> list[Operation]:
        if any(len(group) != 1 for group in self.order.with_units):
            raise Misread("order", self.order.first, self.order.last)
        references = [group[0] for group in self.order.with_units]
        kinds = {reference.kind for reference in references}
        if len(kinds) != 1:
            raise Misread("order", references[0].first, references[-1].last)
        kind = kinds.pop()
        numbers = [number for reference in references for number in reference.numbers]
        text = self._block()
        if kind == "heading":
            return [
                RenameHeading(address=join(place), heading=heading_of(text, self.language, place), order=self.span)
                for place in self.places
            ]
        found: list[Operation] = []
        for place in self.places:
            prefix = "cl" if kind == "remark" else PREFIXES.get(kind, "")
            if not prefix:
                raise Misread("order", references[0].first, references[-1].last)
            parent = combine(place, ((prefix, "1"),))[:-1]
            if kind == "sentence":
                found.append(self._sentence(place, numbers, text))
            elif kind == "preamble":
                units = tuple(as_kind(unit, "preamble") for unit in units_of(text, self.language))
                found.append(Insert(address="", units=units, after="", order=self.span))
            else:
                units = units_of(text, self.language)
                found.extend(self._insert_at(parent, kind, numbers, flat(units) if kind == "indent" else units))
        return found

    def _sentence(self, place: Steps, numbers: list[str], text: str) -> Operation:
        if len(numbers) > 1:
            raise Misread("counts", old=len(numbers), new=1)
        after = None if not numbers else join((*place, ("snt", str(ordinals(numbers)[0] - 1))))
        unit = Provision("sentence", text=text)
        return Insert(address=join(place), units=(unit,), after="" if numbers == ["1"] else after, order=self.span)

    def _insert_at(self, parent: Steps, kind: str, numbers: list[str], units: tuple[Provision, ...]) -> list[Operation]:
        after = self._after(parent)
        if is_numbered(units):
            chosen = numbered(units, numbers, kind) if numbers else list(units)
            return [Insert(address=join(parent), units=tuple(chosen), after=after, order=self.span)]
        if kind not in _UNNUMBERED and not (kind == "annex" and units):
            raise Misread(
                "units_differ", named=", ".join(numbers) or "?", found=f"«{units[0].text[:20]}»" if units else ""
            )
        if any(unit.number for unit in units) or (numbers and len(numbers) != len(units)):
            raise Misread("counts", old=len(numbers), new=len(units))
        prefix = "ind" if kind == "indent" else "cl"
        if numbers == ["1"] and (kind == "indent" or (parent and parent[-1][0] in ("pt", "sub"))):
            raise Misread("order", self.order.first, self.order.last)  # the unit's own paragraph is its first
        made = [as_kind(unit, "indent" if kind == "indent" else "clause") for unit in units]
        if kind == "annex":
            made = [as_kind(unit, "annex") for unit in units]
        if not numbers or after is not None or kind == "remark":
            return [Insert(address=join(parent), units=tuple(made), after=after, order=self.span)]
        found: list[Operation] = []
        for group in _runs(ordinals(numbers)):
            first = group[0]
            beside = join((*parent, (prefix, str(first - 1)))) if first > 1 else ""
            batch, made = tuple(made[: len(group)]), made[len(group) :]
            found.append(Insert(address=join(parent), units=batch, after=beside, order=self.span))
        return found

    def _after(self, parent: Steps) -> str | None:
        if self.order.anchor_unit is None:
            return None
        mode, steps = self.order.anchor_unit
        if mode != "after":
            raise Misread("extra", self.order.first, self.order.last)
        return join(combine(parent, steps))

    def _restate(self) -> list[Operation]:
        self._none("anchors", "with_units", "new", "anchor_unit")
        text = self._block()
        if self.order.words:
            if len(self.order.words) != 1:
                raise Misread("counts", old=len(self.order.words), new=1)
            old = words_of(self.order.words[0])
            return [ReplaceWords(address=join(place), old=old, new=text, order=self.span) for place in self.places]
        if not self._names_units:
            raise Misread("incomplete", missing="пункт, статья" if self.language == "ru" else "тармақ, бап")
        for place in self.places:
            self._unit(place)
        kinds = {place[-1][0] for place in self.places}
        if len(kinds) != 1:
            return self._restate_mixed(text)
        prefix = kinds.pop()
        if prefix == "heading":
            return [
                RenameHeading(
                    address=join(place[:-1]), heading=heading_of(text, self.language, place[:-1]), order=self.span
                )
                for place in self._one()
            ]
        if prefix == "snt":
            return [
                Restate(address=join(place), new=(Provision("sentence", text=text),), order=self.span)
                for place in self._one()
            ]
        units = units_of(text, self.language)
        if prefix == "pre":
            new = tuple(as_kind(unit, "preamble") for unit in units)
            return [Restate(address=join(place), new=new, order=self.span) for place in self._one()]
        return self._restate_units(prefix, units)

    def _one(self) -> list[Steps]:
        if len(self.places) != 1:
            raise Misread("counts", old=len(self.places), new=1)
        return self.places

    def _restate_units(self, prefix: str, units: tuple[Provision, ...]) -> list[Operation]:
        numbers = [place[-1][1] for place in self.places]
        kind = KINDS.get(prefix, prefix)
        if kind == "indent":
            units = flat(units)
        if units and kind in ("clause", "indent") and self._own_paragraph(units[0]):
            units = (without_number(units[0], kind), *units[1:])
        if is_numbered(units) and (kind not in ("clause", "indent") or self._codes(units, numbers)):
            chosen = numbered(units, numbers, kind)
            return [
                Restate(address=join(place), new=(unit,), order=self.span)
                for place, unit in zip(self.places, chosen, strict=True)
            ]
        if len(self.places) == 1:
            if any(unit.number for unit in units) and units[0].number:
                raise Misread("units_differ", named=", ".join(numbers), found=units[0].label.strip())
            if kind not in ("clause", "indent") and (len(units) != 1 or kind not in ("point", "subpoint")):
                raise Misread(
                    "units_differ", named=", ".join(numbers), found=f"«{units[0].text[:20]}»" if units else ""
                )
            new = tuple(as_kind(unit, kind) if kind in ("clause", "indent") else unit for unit in units)
            return [Restate(address=join(self.places[0]), new=new, order=self.span)]
        if len(units) != len(self.places) or kind not in ("clause", "indent"):
            raise Misread("counts", old=len(self.places), new=len(units))
        return [
            Restate(address=join(place), new=(as_kind(unit, kind),), order=self.span)
            for place, unit in zip(self.places, units, strict=True)
        ]

    def _own_paragraph(self, unit: Provision) -> bool:
        """Whether the first clause or indent of a numbered unit is quoted with the unit's number."""
        place = self.places[0]
        outer = place[-2] if len(place) > 1 else ("", "")
        return len(self.places) == 1 and place[-1][1] == "1" and bool(unit.number) and unit.number == outer[1]

    @staticmethod
    def _codes(units: Sequence[Provision], numbers: list[str]) -> bool:
        """Whether what is called «часть» is printed with numbers, as in codes."""
        return {unit.number for unit in units} == set(numbers)

    def _restate_mixed(self, text: str) -> list[Operation]:
        """«заголовок и пункт 1 изложить …», «пункт 3 и подпункт 1) пункта 4 изложить …»: in the order named."""
        if len(self.order.blocks) != len(self.places):
            raise Misread("counts", old=len(self.places), new=len(self.order.blocks))
        blocks, places = self.order.blocks, self.places
        found: list[Operation] = []
        for place, block in zip(places, blocks, strict=True):
            self.places, self.order.blocks = [place], [block]
            found.extend(self._restate())
        self.places, self.order.blocks = places, blocks
        return found

    def _count(self) -> list[Operation]:
        self._none("anchors", "words", "new", "blocks", "anchor_unit")
        numbers = [number for group in self.order.with_units for number in group[0].numbers]
        if len(numbers) != len(self.places) or any(len(group) != 1 for group in self.order.with_units):
            raise Misread("counts", old=len(self.places), new=len(numbers))
        return [
            Renumber(address=self._unit(place), number=number, order=self.span)
            for place, number in zip(self.places, numbers, strict=True)
        ]


def words_of(token: Token) -> str:
    """The words of a quotation without the spaces at its edges."""
    return token.inner.strip(" \t\u00a0\r\n")


def _around(mode: str, anchor: str, words: str) -> tuple[str, str]:
    """Words put beside an anchor, as the pair (anchor, anchor with the words)."""
    if mode == "before":
        return anchor, words + ("" if anchor[:1] in _CLOSING else " ") + anchor
    return anchor, anchor + ("" if words[:1] in _CLOSING else " ") + words


def _runs(numbers: list[int]) -> list[list[int]]:
    """Consecutive numbers together."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _shown(value: object) -> str:
    """The first quoted words of a part, for a message."""
    first = value[0] if isinstance(value, list) else value
    if isinstance(first, tuple) and not isinstance(first, Token):
        first = first[-1]
    return first.inner[:60] if isinstance(first, Token) and first.inner else "…"
