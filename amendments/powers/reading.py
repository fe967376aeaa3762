"""Competence articles recognised by their structure, and every unit of them read as powers or reported.

An article gives powers where its heading says so («Компетенция …», «… құзыреті»), or where an introduction names a
body that acts and a list follows. No article is known by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.law.sentences import sentences
from amendments.powers import slots
from amendments.powers.acting import holder_of, subject
from amendments.powers.holders import mentions
from amendments.powers.loading import actions, bodies
from amendments.powers.memory import Memo, once
from amendments.powers.model import Holder, Power, Register, Slot, Unread
from amendments.powers.sentences import Context, powers_in
from amendments.powers.words import View

_Read = tuple[tuple[Power, ...], tuple[Unread, ...]]
_ANY_DATE: Final = r"(\d\d\.\d\d\.\d{4}|\d{4}\.\d\d\.\d\d)"
_DATES: Final = tuple(
    re.compile(pattern) for pattern in (rf"действие со? {_ANY_DATE}", rf"{_ANY_DATE} бастап", _ANY_DATE)
)
_DAYS: Final = 31
_DESCRIBES: Final = ("represent",)
_LONGEST: Final = 10_000  # characters of a paragraph; the longest power of a real law has a tenth of that
_SHOWN: Final = 200
_LIST: Final = ("subpoint", "indent")
_OPENING: Final = 40  # how far from the beginning the acting body may stand in an introduction


@dataclass
class _Found:
    """What was read so far."""

    powers: list[Power] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def add(self, read: _Read) -> None:
        self.powers += read[0]
        self.unread += read[1]


@dataclass(frozen=True)
class _Unit:
    """A provision with its address and those of what hangs under it."""

    address: str
    node: Provision
    children: tuple[_Unit, ...]


def read(edition: Edition, memo: Memo | None = None) -> Register:
    """The register of an edition in Russian or Kazakh: every competence unit gives powers or an unread entry.

    `memo` keeps what was read of a unit between calls, by its words and what it inherits, so that an amended edition
    reads only what changed; give the same mapping again. ValueError for another language.
    """
    bodies(edition.language)
    known: Memo = {} if memo is None else memo
    found = _Found()
    articles: list[str] = []
    for unit in _articles(edition):
        holder = _heading_holder(unit, edition.language)
        by_heading = bool(bodies(edition.language).heading.search(View(unit.node.text[:_LONGEST]).lower.strip(" .")))
        if not (by_heading and holder is not None) and not _has_list(unit, edition.language):
            continue
        articles.append(unit.address)
        key = ("article", edition.language, unit.address, unit.node.law_hash)
        if key not in known:
            known[key] = _Article(edition.language, unit, holder, known).read()
        found.add(known[key])  # type: ignore[arg-type]
    return Register(edition.language, tuple(found.powers), tuple(found.unread), tuple(articles))


def _articles(edition: Edition) -> Iterator[_Unit]:
    under: dict[int, str] = {id(node): address for address, node in edition}
    for address, node in edition:
        if node.kind == "article" and node.state == "in_force":
            yield _unit(address, node, under)


def _unit(address: str, node: Provision, under: dict[int, str]) -> _Unit:
    return _Unit(address, node, tuple(_unit(under[id(child)], child, under) for child in node.law))


def _heading_holder(unit: _Unit, language: str) -> Holder | None:
    view = View(unit.node.text[:_LONGEST])
    mention = next(iter(mentions(view, language)), None)
    return holder_of(view, language, unit.address, mention, None) if mention is not None else None


def _has_list(unit: _Unit, language: str) -> bool:
    """Whether an article has an introduction with a list of numbered items."""
    return any(
        _introduces(child, language)
        for child in unit.children
        if sum(item.node.kind == "subpoint" for item in (*child.children, *unit.children)) > 1
    )


def _introduces(unit: _Unit, language: str) -> bool:
    """Whether a unit is the introduction of a list of what a body does."""
    text = unit.node.text[: _LONGEST + 1].rstrip(" *_")
    if len(text) > _LONGEST or not text.endswith(":") or not any(child.node.kind in _LIST for child in unit.children):
        return False
    view = View(unit.node.text)
    found = subject(view, language, 0, len(view.lower), introduces=True)
    return found is not None and (found.by_nouns or found.mention.start <= _OPENING)


class _Article:
    """The reader of one competence article."""

    def __init__(self, language: str, unit: _Unit, holder: Holder | None, memo: Memo) -> None:
        self.language = language
        self.unit = unit
        self.holder = holder
        self.memo = memo

    def read(self) -> _Read:
        found = _Found()
        for child in self.unit.children:
            self._block(child, found)
        return self._accountable(tuple(found.powers)), tuple(found.unread)

    def _accountable(self, powers: tuple[Power, ...]) -> tuple[Power, ...]:
        """The powers with whom their holder answers to, where the article says it once for all of them."""
        said = [p for p in powers if "answer" in p.action_classes and p.accountable_to is not None]
        if not said:
            return powers
        known = {(p.holder.body, p.holder.head): p.accountable_to for p in said}
        return tuple(
            replace(p, accountable_to=known.get((p.holder.body, p.holder.head))) if p.accountable_to is None else p
            for p in powers
        )

    def _block(self, unit: _Unit, found: _Found) -> None:
        """A point or clause directly under the article, with its list."""
        if unit.node.state != "in_force":
            if self.holder is not None:
                found.powers.append(_held(unit, self.holder))
            return
        listed = [child for child in unit.children if child.node.kind in _LIST]
        if listed and _introduces(unit, self.language):
            context = self._introduction(unit)
            for child in listed:
                found.add(self._unit(child, context))
        else:
            read = self._unit(unit, Context(article=self.holder))
            found.add(read)
            if listed and not read[0]:
                found.unread.append(Unread(unit.address, "list", unit.node.text))
        for child in unit.children:
            if child.node.kind not in _LIST:
                self._block(child, found)

    def _unit(self, unit: _Unit, context: Context) -> _Read:
        """A unit read, or remembered with what it inherits."""
        key = ("unit", self.language, unit.address, unit.node.law_hash, context.key)
        return once(self.memo, key, lambda: self._read_unit(unit, context))

    def _read_unit(self, unit: _Unit, context: Context) -> _Read:
        if unit.node.state != "in_force":
            return ((_held(unit, context.holder),), ()) if context.holder is not None else ((), ())
        found = _Found()
        found.add(self._sentences(unit, context))
        if context.listed:  # further sentences of an item on lines of their own
            for child in unit.children:
                if child.node.kind not in _LIST:
                    found.add(self._sentences(child, Context(article=self.holder)))
        return tuple(found.powers), tuple(found.unread)

    def _sentences(self, unit: _Unit, context: Context) -> _Read:
        """The sentences of a unit's own paragraph: the first inherits, each further one says itself who acts."""
        if len(unit.node.text) > _LONGEST:
            return (), (Unread(unit.address, "long", unit.node.text[:_SHOWN]),)
        view = View(unit.node.text)
        powers: list[Power] = []
        unread: list[Unread] = []
        for number, (start, end) in enumerate(sentences(view.text)):
            inherited = Context(article=self.holder) if number else context
            said = powers_in(view, self.language, unit.address, start, end, inherited)
            if not said and not number and inherited.listed:
                said = self._closed_below(unit, context)
            given = [power for power in said if inherited.listed or power.action_classes != _DESCRIBES]
            powers += [replace(power, order=len(powers) + place) for place, power in enumerate(given)]
            if not given:
                first, last = view.span(start, end)
                reason = "describes" if said else self._reason(view, start, end, inherited)
                unread.append(Unread(unit.address, reason, view.source[first:last], first))
        items = tuple(_item_slot(child) for child in unit.children if child.node.kind in _LIST)
        return tuple(replace(p, items=items, unit_hash=unit.node.law_hash) for p in powers), tuple(unread)

    def _reason(self, view: View, start: int, end: int, context: Context) -> str:
        acts = context.holder is not None or subject(view, self.language, start, end) is not None
        return "action" if acts else "body"

    def _closed_below(self, unit: _Unit, context: Context) -> list[Power]:
        """A Kazakh item whose verb stands after its last indent: «мыналарды: … тағайындайды»."""
        last = unit.children[-1] if unit.children else None
        if self.language != "kk" or last is None or last.node.kind != "indent":
            return []
        view = View(last.node.text)
        given = powers_in(view, self.language, last.address, 0, len(view.lower), context)[-1:]
        own = Slot(unit.node.text, unit.address, 0, len(unit.node.text))
        return [replace(power, address=unit.address, order=0, object=own) for power in given]

    def _introduction(self, unit: _Unit) -> Context:
        view = View(unit.node.text)
        end = len(view.lower)
        found = subject(view, self.language, 0, end, introduces=True)
        if found is None:  # pragma: no cover - `_introduces` has seen it
            return Context()
        holder = holder_of(view, self.language, unit.address, found.mention, self.holder)
        given = powers_in(view, self.language, unit.address, 0, end, Context(), introduces=True)
        shared = slots.find(view, self.language, unit.address, 0, end, skip=(found.mention,))
        lead = given[0] if given else None
        words = tuple(lead.action.words.lower().split()) if lead else ()
        last = view.words[-1].form if view.words else ""
        modal = last if last in actions(self.language).modal else ""
        return Context(holder, lead.action if lead else None, words, modal, True, shared)


def _item_slot(unit: _Unit) -> Slot:
    return Slot(unit.node.text, unit.address, 0, len(unit.node.text))


def _held(unit: _Unit, holder: Holder) -> Power:
    """The place of an excluded or not yet valid unit: its state and the date that its marker says."""
    nothing = Slot("", unit.address, 0, 0)
    return Power(
        unit.address, 0, holder, nothing, nothing, state=unit.node.state, since=_since(unit.node.text),
        unit_hash=unit.node.law_hash,
    )  # fmt: skip


def _since(marker: str) -> date | None:
    """The date from which a marker's state counts: the entry into force where it is said, else the law's own."""
    said = next((found for pattern in _DATES if (found := pattern.search(marker))), None)
    if said is None:
        return None
    numbers = [int(part) for part in said[1].split(".")]
    year, month, day = numbers if numbers[0] > _DAYS else reversed(numbers)
    try:
        return date(year, month, day)
    except ValueError:
        return None  # a misprint in a note is no date
