"""Suspending a unit until a day, with a temporary text or without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from typing import Final

from amendments.law.citations import format_address
from amendments.law.edition import Edition, Path, node_at
from amendments.law.normal import find_words
from amendments.law.provision import HEADED, NUMBERED, Provision
from amendments.law.target import Target
from amendments.operations.model import (
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
)
from amendments.operations.structure import restate
from amendments.operations.touch import Denied, Touch
from amendments.operations.tree import first_clause_end, insert_at, lead_like
from amendments.operations.wording import Result, find_target

# Made so that a reader of the text hangs the note under the unit that it names (`law.languages`: note_point and so on).
_NOTES: Final = {
    "ru": ("Сноска. {unit}: действие приостановлено до {day}.", " Приостановленная редакция:"),
    "kk": ("Ескерту. {unit}: қолданысы {day} дейін тоқтатыла тұрады.", " Тоқтатылған редакция:"),
}
_SAID: Final = {"ru": ": действие приостановлено до ", "kk": " дейін тоқтатыла тұрады."}
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
    return _note_about(edition, address) is not None


def _note_about(edition: Edition, address: str) -> Provision | None:
    target = edition.locate(address)
    if target is None or not target.path:
        return None
    siblings = node_at(edition.root, target.path[:-1]).children[target.path[-1] + 1 :]
    behind = takewhile(lambda child: child.kind == "note", siblings)
    start = _told(address, edition.language).partition("{day}")[0]
    return next((note for note in (*target.provision.notes, *behind) if note.text.startswith(start)), None)


def check_orders(operation: Operation, edition: Edition) -> None:
    """Deny an order for a unit that has two texts, the suspended one and the temporary one: it does not say which.

    `operation` names its place as the edition does. Denied too is what would lose the day of a suspension, and words
    that stand in a suspended text below the place. To exclude the unit whole is clear.
    """
    target = edition.locate(operation.address)
    if target is None or isinstance(operation, Suspend):
        return
    said = _SAID[edition.language]
    if _told_around(target, said) and _has_two_texts(operation, edition):
        raise Denied("suspended_texts", operation.address)
    if not target.provision.children:
        return
    if isinstance(operation, Restate | Renumber) and any(said in note.text for note in _notes_below(target)):
        raise Denied("suspended_texts", operation.address)
    words = _sought(operation)
    if words and any(find_words(text, old) for text in _kept_below(target, said) for old in words):
        raise Denied("suspended_texts", operation.address)


def _told_around(target: Target, said: str) -> bool:
    """Whether a note of a suspension stands beside or under a place or what holds it. Every order asks: it is cheap."""
    node = target.edition.root
    for depth, index in enumerate(target.path):
        if depth:
            for child in node.children:
                if child.kind == "note" and said in child.text:
                    return True
        node = node.children[index]
    return any(child.kind == "note" and said in child.text for child in node.children)


def _has_two_texts(operation: Operation, edition: Edition) -> bool:
    """Whether the unit that an operation changes, or one that holds it, has a suspended text beside its own."""
    steps = operation.address.split("/")
    last = len(steps) - 1 if isinstance(operation, Remove) else len(steps)
    ending = _NOTES[edition.language][1]
    notes = (_note_about(edition, "/".join(steps[:size])) for size in range(1, last + 1))
    return any(note is not None and note.text.endswith(ending) for note in notes)


def _sought(operation: Operation) -> tuple[str, ...]:
    """The words that an operation looks for."""
    if isinstance(operation, ReplaceThroughout):
        return tuple(old for old, _ in operation.pairs)
    if isinstance(operation, ReplaceWords):
        return (operation.old,)
    if isinstance(operation, RemoveWords):
        return (operation.words,)
    return (operation.after or operation.before,) if isinstance(operation, InsertWords) else ()


def _notes_below(target: Target) -> Iterator[Provision]:
    return (node for node in target.provision.paragraphs() if node.kind == "note")


def _kept_below(target: Target, said: str) -> Iterator[str]:
    """The suspended texts below a place, paragraph by paragraph."""
    kept = False
    for note in _notes_below(target):
        kept = said in note.text or (kept and note.label == _QUOTED)
        if kept and note.label == _QUOTED:
            yield note.text


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
