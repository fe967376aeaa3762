"""Suspending a unit until a day, with a temporary text or without one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import takewhile
from typing import Final

from amendments.law.citations import format_address
from amendments.law.edition import Edition, Path, node_at
from amendments.law.provision import HEADED, NUMBERED, Provision
from amendments.law.target import Target
from amendments.operations.model import Operation, Restate, Suspend
from amendments.operations.structure import restate
from amendments.operations.touch import Denied, Touch
from amendments.operations.tree import first_clause_end, insert_at, lead_like
from amendments.operations.wording import Result, find_target

# Made so that a reader of the text hangs the note under the unit that it names (`law.languages`: note_point and so on).
_NOTES: Final = {
    "ru": ("Сноска. {unit}: действие приостановлено до {day}.", " Приостановленная редакция:"),
    "kk": ("Ескерту. {unit}: қолданысы {day} дейін тоқтатыла тұрады.", " Тоқтатылған редакция:"),
}
_MARKS: Final = re.compile(r"^[#*_\s]+")
_QUOTED: Final = "> "


def suspend(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """A unit has no force until a day, or its temporary text has.

    With a temporary text, it stands in the unit's place and the suspended one is kept whole below it, in notes; with
    none, the unit stays as it is. Either way a note names the day.
    """
    assert isinstance(operation, Suspend)  # noqa: S101 - the table of steps says so
    target = find_target(edition, operation.address)
    _check(edition, target)
    root = edition.root
    count = 1
    if operation.temporary:
        root, _ = restate(edition, Restate(address=operation.address, new=operation.temporary), rules)
        count = len(operation.temporary)
    parent, index = _place_of_notes(root, target, count)
    lead = lead_like(None, target.provision) if target.path else "\n\n"
    kept = _printed(target) if operation.temporary else []
    notes = _notes(operation.address, edition.language, operation.until, kept, lead)
    return insert_at(root, parent, index, notes), (Touch(operation.address, "suspended"),)


def _check(edition: Edition, target: Target) -> None:
    """Only a unit in force can be suspended, and once: neither it nor what holds it may be suspended already."""
    if not target.path or target.view == "heading":
        raise Denied("suspend_unit", target.address)
    if target.provision.state == "excluded":
        raise Denied("unit_excluded", target.address)
    steps = target.address.split("/")
    for size in range(1, len(steps) + 1):
        if is_suspended(edition, "/".join(steps[:size])):
            raise Denied("unit_suspended", target.address)


def is_suspended(edition: Edition, address: str) -> bool:
    """Whether a note of `suspend` speaks of the unit at an address."""
    target = edition.locate(address)
    if target is None or not target.path:
        return False
    siblings = node_at(edition.root, target.path[:-1]).children[target.path[-1] + 1 :]
    behind = takewhile(lambda child: child.kind == "note", siblings)
    start = _told(address, edition.language).partition("{day}")[0]
    return any(note.text.startswith(start) for note in (*target.provision.notes, *behind))


def _end(node: Provision, target: Target) -> int:
    """The index of the child behind a first clause, or behind the intro of a list."""
    return first_clause_end(node) if target.view == "first_clause" else 0


def _place_of_notes(root: Provision, target: Target, count: int) -> tuple[Path, int]:
    """Under a unit with a number or a heading, at its end; behind any other."""
    node = node_at(root, target.path)
    if target.view != "unit":
        return target.path, _end(node, target)
    if node.kind in (*HEADED, *NUMBERED):
        return target.path, len(node.children)
    return target.path[:-1], target.path[-1] + count


def _printed(target: Target) -> list[str]:
    """The paragraphs of a place as they are printed, without marks of the page, notes among them."""
    node = target.provision
    if target.view != "unit":
        below = node.children[: first_clause_end(node)] if target.view == "first_clause" else ()
        inner = [paragraph for child in below for paragraph in child.paragraphs()]
        return [node.text, *(_plain(paragraph) for paragraph in inner)]
    return [_plain(paragraph) for paragraph in node.paragraphs()]


def _plain(paragraph: Provision) -> str:
    return _MARKS.sub("", paragraph.label) + paragraph.text


def _told(address: str, language: str) -> str:
    """The beginning of the note about the unit at an address, with a place for the day."""
    unit = format_address(address.rpartition("/")[2], language)
    return _NOTES[language][0].replace("{unit}", unit[:1].upper() + unit[1:])


def _notes(address: str, language: str, until: date, kept: Iterable[str], lead: str) -> tuple[Provision, ...]:
    lines = [line.strip(" \t\u00a0>*_") for line in kept]
    text = _told(address, language).replace("{day}", f"{until:%d.%m.%Y}")
    quoted = [Provision("note", lead=lead, label=_QUOTED, text=line) for line in lines if line]
    return (Provision("note", lead=lead, text=text + (_NOTES[language][1] if quoted else "")), *quoted)
