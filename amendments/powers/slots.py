"""The other places of a power: when, why, by which act, with whose money, before whom; and the bodies it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from amendments.powers.holders import Mention, mentions
from amendments.powers.loading import slot_patterns
from amendments.powers.model import Named, Relation, Slot
from amendments.powers.words import View

_ROW: Final = ("по согласованию", "после согласования", "по представлению", "по предложени", "с согласия")
_AND: Final = re.compile(r"[\s,]*(?:и|или|және|мен)?\s*")
_NAMES: Final = {"accountable": "accountable_to"}
_THROUGH: Final = {"ru": ("через ",), "kk": (" арқылы",)}
_WITH: Final = {"ru": ("согласованию с ", "согласования с ", "совместно с "), "kk": (" келісу", " келісіл", " бірлес")}


def find(
    view: View,
    language: str,
    address: str,
    start: int,
    end: int,
    borders: Sequence[int] = (),
    skip: Sequence[Mention] = (),
) -> dict[str, Slot]:
    """The slots that the patterns find between two characters of the view, by the names of `Power`'s fields.

    A slot that begins before an action ends where the action begins: `borders` are the places of the actions. The
    words of the bodies in `skip`, who act, are no part of a slot.
    """
    found: dict[str, Slot] = {}
    for name, patterns in slot_patterns(language).items():
        for pattern in patterns if name != "document" else ():
            match = pattern.search(view.lower, start, end)
            if match:
                last = min((at for at in borders if match.start() < at < match.end()), default=match.end())
                last = _with_whom(view, language, match.start(), last)
                first = max([match.start(), *(m.end for m in skip if match.start() < m.end <= last)])
                found[_NAMES.get(name, name)] = slot(view, address, *_trimmed(view.lower, first, last))
                break
    return found


def document(view: View, language: str, address: str, start: int, end: int) -> Slot | None:
    """The act that an object is, where it is one: «правила …», «қағидаларын»."""
    for pattern in slot_patterns(language)["document"]:
        match = pattern.search(view.lower, start, end)
        if match:
            return slot(view, address, *_trimmed(view.lower, match.start(), match.end()))
    return None


def _with_whom(view: View, language: str, start: int, end: int) -> int:
    """Where «по согласованию с акимом района …» ends: with the last body of the row, not with the sentence."""
    if not view.lower.startswith(_ROW, start):
        return end
    last = end
    for mention in mentions(view, language):
        if mention.start >= start and (last == end or _AND.fullmatch(view.lower[last : mention.start])):
            last = min(mention.end, end)
        elif mention.start >= start:
            break
    return last


def slot(view: View, address: str, start: int, end: int) -> Slot:
    """A slot for characters of the view, in characters of its source."""
    first, last = view.span(start, end)
    return Slot(view.source[first:last], address, first, last)


def named(
    view: View, language: str, address: str, start: int, end: int, skip: Sequence[Mention] = ()
) -> tuple[Named, ...]:
    """The bodies that a sentence names beside the one that acts."""
    own = {mention.name for mention in skip}
    others = [m for m in mentions(view, language) if start <= m.start and m.end <= end and m.name not in own]
    relations = [_relation(view, language, mention) for mention in others]
    for left, right in zip(range(len(others)), range(1, len(others)), strict=False):
        if _AND.fullmatch(view.lower[others[left].end : others[right].start]):  # one row, one relation
            known = relations[left] if relations[left] != "of" else relations[right]
            relations[left] = relations[right] = known
    return tuple(
        Named(one.levels, one.body, relation, slot(view, address, one.start, one.end))
        for one, relation in zip(others, relations, strict=True)
    )


def _relation(view: View, language: str, mention: Mention) -> Relation:
    if language == "ru":
        beside = view.lower[max(0, mention.start - 40) : mention.start]
        if beside.endswith(_THROUGH["ru"]):
            return "through"
        if beside.endswith(_WITH["ru"]):
            return "with"
        addressed = beside.endswith((" в ", " во ", " до ", " соответствующий ")) or _dative(view, mention)
        return "to" if addressed else "of"
    beside = view.lower[mention.end : mention.end + 20]
    if beside.startswith(_THROUGH["kk"]):
        return "through"
    if beside.startswith(_WITH["kk"]):
        return "with"
    name = view.lower[mention.name : mention.name_end]
    return "to" if name.endswith(("ға", "ге", "қа", "ке", "на", "не")) else "of"


def _dative(view: View, mention: Mention) -> bool:
    return view.lower[mention.name : mention.name_end].split(" ", 1)[0].endswith(("у", "ам", "ию"))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " ,;.:":
        end -= 1
    while start < end and text[start] in " ,;.:":
        start += 1
    return start, end


def merged(own: Mapping[str, Slot], inherited: Mapping[str, Slot]) -> dict[str, Slot]:
    """The slots of a power with those that its list's introduction or its article gives where it says nothing."""
    return {**inherited, **own}
