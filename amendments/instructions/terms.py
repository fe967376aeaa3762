"""Orders about time: units suspended until a day, and the entry into force of the orders themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from amendments.instructions.building import Builder
from amendments.instructions.dates import read_date
from amendments.instructions.orders import Order
from amendments.instructions.places import combine_all, steps_in
from amendments.instructions.problem import Misread
from amendments.law.citations import Steps, join
from amendments.law.references import WITHOUT_NUMBER, Reader, Reference, read_groups
from amendments.law.tokens import Token
from amendments.operations.model import Operation, Restate, Span, Suspend

# What may stand in a suspension beside the units, the day and the verb; units without a number are those named before.
_SAID: Final = (
    "до действие действия , : ; установив что в период приостановления данный данная данное данные указанный указанная "
    "указанные действует действуют применяется применяются следующей следующая редакции редакция положение положения "
    "приостановить "
    "қолданысы қолданысын қолданылуы дейін тоқтатыла тұрсын тоқтатылсын тұрған тұру кезеңде кезеңінде осы бұл аталған "
    "мынадай редакция редакцияда қолданылады қолданылсын деген деп белгіленсін белгіленіп белгілене отырып"
)
_SUSPENSION: Final = frozenset(_SAID.split())
_NO_TEXT: Final = ("heading", "snt")  # places that cannot be suspended: applying says why


def suspensions(tokens: Sequence[Token], language: str, scopes: Sequence[Steps], span: Span) -> list[Operation]:
    """The operations of «приостановить до … действие …». Raises Misread."""
    reader = Reader(tokens, language)
    until: date | None = None
    places: list[Steps] = []
    blocks: list[Token] = []
    at = 0
    while at < len(tokens):
        day = read_date(tokens, at)
        if day is not None:
            if until is not None:
                raise Misread("extra", at, day[1])
            until, at = day
            continue
        if tokens[at].kind == "block":
            blocks.append(tokens[at])
            at += 1
            continue
        groups, after = read_groups(reader, at)
        if groups:
            if any(_named(reference) for group in groups for reference in group):
                places.extend(steps_in(groups, language))
            at = after
            continue
        if tokens[at].norm not in _SUSPENSION:
            raise Misread("words", at, at + 1)
        at += 1
    if until is None or not places:
        missing = "до … года" if language == "ru" else "… дейін"
        raise Misread("incomplete", missing=missing if until is None else "пункт, статья")
    if not blocks or any(place[-1][0] in _NO_TEXT for place in places):
        return [Suspend(address=join(place), until=until, order=span) for place in combine_all(scopes, places)]
    order = Order("restate", where=places, named=True, object_units=True, blocks=blocks)
    return [
        Suspend(address=one.address, until=until, temporary=one.new, order=span)
        for one in Builder(order, scopes, language, span).build()
        if isinstance(one, Restate)
    ]


def _named(reference: Reference) -> bool:
    """Whether a unit is named («пункта 3»), and not spoken of again («данный пункт»)."""
    return bool(reference.numbers) or reference.kind in WITHOUT_NUMBER


def suspension(operations: Sequence[Operation], articles: Collection[str]) -> Suspend | None:
    """The first operation that suspends a unit of these articles, or one of them."""
    return next((one for one in operations if isinstance(one, Suspend) and one.address.split("/")[0] in articles), None)


@dataclass(frozen=True)
class EntryIntoForce:
    """When orders of an amending act enter into force: from `day` (None where it depends on publication).

    `sources` are places of the amending act itself («подпункт 2) пункта 1 статьи 1»), empty for all of it.
    """

    day: date | None
    sources: tuple[str, ...]
    span: Span


def entry_into_force(tokens: Sequence[Token], language: str, span: Span) -> list[EntryIntoForce]:
    """What a sentence on entry into force says: the rule first, then its exceptions («за исключением …»)."""
    reader = Reader(tokens, language)
    found: list[EntryIntoForce] = []
    sources: list[str] = []
    day: date | None = None
    excepted = False
    at = 0
    while at < len(tokens):
        read = read_date(tokens, at)
        if read is not None:
            day, at = read
            if excepted and sources and language == "ru":
                found.append(EntryIntoForce(day, tuple(sources), span))
                sources, day = [], None
            continue
        groups, after = read_groups(reader, at)
        if groups and any(reference.numbers for group in groups for reference in group):
            if language == "kk" and day is not None and not excepted:
                found.insert(0, EntryIntoForce(day, (), span))
                day, excepted = None, True
            sources.extend(join(steps) for steps in steps_in(groups, language))
            at = after
            continue
        if tokens[at].norm == "исключением" and not excepted:
            found.insert(0, EntryIntoForce(day, (), span))
            excepted, day = True, None
        at += 1
    if not excepted:
        found.insert(0, EntryIntoForce(day, tuple(sources), span))
    elif sources:
        found.append(EntryIntoForce(day, tuple(sources), span))
    return found


def with_days(
    operations: Sequence[Operation], labels: Sequence[str], entries: Sequence[EntryIntoForce]
) -> list[Operation]:
    """Operations with the day from which they are in force; `labels[i]` is where the act orders operation i."""
    if not entries:
        return list(operations)
    result: list[Operation] = []
    for operation, label in zip(operations, labels, strict=True):
        day = next((entry.day for entry in entries if not entry.sources), None)
        for entry in entries:
            if any(label == source or label.startswith(f"{source}/") for source in entry.sources):
                day = entry.day
        result.append(replace(operation, in_force_from=day) if day else operation)
    return result
