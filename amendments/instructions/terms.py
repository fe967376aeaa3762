"""Orders about time: units suspended until a day, and the entry into force of the orders themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from amendments.instructions.dates import read_date
from amendments.instructions.fragments import units_of
from amendments.instructions.places import combine_all, steps_in
from amendments.instructions.problem import Misread
from amendments.law.citations import Steps, join
from amendments.law.references import Reader, read_groups
from amendments.law.tokens import Token
from amendments.operations.model import Operation, Span, Suspend

# What may stand in a suspension beside the units, the day and the verb.
_SAID: Final = (
    "до действие действия , : ; установив что в период приостановления данный данная данное данные действует "
    "действуют следующей следующая редакции редакция пункт пункты часть части статья статьи подпункт подпункты "
    "абзац абзацы положение положения приостановить "
    "қолданысы қолданылуы дейін тоқтатыла тұрсын тоқтатылсын тұрған тұру кезеңде кезеңінде осы бұл мынадай редакция "
    "редакцияда қолданылады қолданылсын деп белгіленсін белгілене отырып "
    "тармақ тармақтар бап баптар бөлік бөліктер абзац абзацтар тармақша тармақшалар"
)
_SUSPENSION: Final = frozenset(_SAID.split())


def suspensions(tokens: Sequence[Token], language: str, scopes: Sequence[Steps], span: Span) -> list[Operation]:
    """The operations of «приостановить до … действие …». Raises Misread."""
    reader = Reader(tokens, language)
    until: date | None = None
    places: list[Steps] = []
    block = ""
    at = 0
    while at < len(tokens):
        day = read_date(tokens, at)
        if day is not None:
            if until is not None:
                raise Misread("extra", at, day[1])
            until, at = day
            continue
        if tokens[at].kind == "block":
            block, at = tokens[at].inner, at + 1
            continue
        groups, after = read_groups(reader, at)
        if groups and any(reference.numbers for group in groups for reference in group):
            places.extend(steps_in(groups, language))
            at = after
            continue
        if tokens[at].norm not in _SUSPENSION:
            raise Misread("words", at, at + 1)
        at += 1
    if until is None or not places:
        missing = "до … года" if language == "ru" else "… дейін"
        raise Misread("incomplete", missing=missing if until is None else "пункт, статья")
    units = units_of(block, language) if block else ()
    if units and len(places) > 1 and len(units) != len(places):
        raise Misread("counts", old=len(places), new=len(units))
    found: list[Operation] = []
    for index, place in enumerate(combine_all(scopes, places)):
        own = (units[index],) if len(places) > 1 and units else units
        found.append(Suspend(address=join(place), until=until, temporary=tuple(own), order=span))
    return found


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
