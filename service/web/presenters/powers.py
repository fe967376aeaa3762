"""Powers as pages show them: who, at which level, the words of the law, and two of them beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _later

from amendments.documents.printed import printed_words
from amendments.law.edition import Edition
from amendments.powers import Duplicate, Missing, NonCore, Power, Stretch, bodies, stretches
from service.store.power_lists import Lists, asked_subject, subject_name
from service.web.presenters.citation import capital, cite, cite_short

LEVELS: Final[Mapping[str, Any]] = {
    "region": _later("region"),
    "district": _later("district"),
    "city_district": _later("district in a city"),
    "rural": _later("rural district"),
}
GRADES: Final[Mapping[str, Any]] = {
    "identical": _later("the same words"),
    "same_object": _later("the same object"),
    "overlapping": _later("they overlap"),
    "divided": _later("divided labour"),
}
MISSING: Final[Mapping[str, Any]] = {
    "asked": _later("asked for"),
    "chain": _later("a chain with a hole"),
    "means": _later("a duty without means"),
}
SURE: Final[Mapping[str, Any]] = {"sure": _later("hardly theirs"), "unsure": _later("perhaps not theirs")}
STATES: Final[Mapping[str, Any]] = {
    "in_force": _later("in force"),
    "excluded": _later("excluded"),
    "not_yet": _later("not yet in force"),
}
UNREAD: Final[Mapping[str, Any]] = {
    "body": _later("it does not say which local body acts"),
    "action": _later("it does not say what is done"),
    "list": _later("a list without anyone who acts"),
    "describes": _later("it says what the body is, not what it does"),
    "long": _later("the paragraph is too long for a power"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the law: `kind` is "common" (both powers have them), "own" (only this one) or ""."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PowerLine:
    """A power in a list: whose it is, its words, what it is about and how it is marked."""

    id: str
    address: str
    place: str
    levels: str
    holder: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    subject: str
    subject_name: str
    corrected: bool
    state: str
    state_name: str
    since: date | None
    doubles: int = 0
    kind: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two powers over one object, word by word."""

    left: PowerLine
    right: PowerLine
    grade: str
    grade_name: str
    score: int
    common: tuple[str, ...]
    left_only: tuple[str, ...]
    right_only: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class NonCoreLine:
    """A candidate for another branch's power with the reason and its source."""

    power: PowerLine
    kind: str
    reason: str
    source: str
    words: str
    sure: bool


@dataclass(frozen=True, slots=True)
class MissingLine:
    """Something that is not there: a power that lacks something, or a request with where it is met."""

    kind: str
    kind_name: str
    what: str
    power: PowerLine | None
    words: str
    words_language: str
    level: str
    level_name: str
    holder: str
    body: str
    source: str
    subject_name: str
    near: tuple[tuple[str, str], ...]
    proposal: int = 0


class Shown:
    """Makes lines of a register's powers; `language` is the page's, the words are the register's."""

    def __init__(self, lists: Lists, edition: Edition, language: str) -> None:
        self.lists = lists
        self.edition = edition
        self.language = language
        self.kinds = {one.power.id: one.kind for one in reversed(lists.judgement.non_core)}
        self.doubles: dict[str, int] = {}
        for pair in lists.strong:
            for power in (pair.left, pair.right):
                self.doubles[power.id] = self.doubles.get(power.id, 0) + 1

    def line(self, power: Power, marks: Sequence[Stretch] = ()) -> PowerLine:
        """A power, with the words marked that a comparison marks."""
        kind = self.kinds.get(power.id)
        subject = self.lists.subject(power)
        about = self.lists.judgement.about.get(power.id)
        return PowerLine(
            id=power.id,
            address=power.address,
            place=cite_short(power.address, self.language),
            levels=level_names(power.levels),
            holder=holder_name(power, self.language),
            paragraphs=paragraphs(power, self.edition, marks),
            subject=subject,
            subject_name=subject_name(subject, self.language),
            corrected=about is not None and about.corrected,
            state=power.state,
            state_name=str(STATES[power.state]),
            since=power.since,
            doubles=self.doubles.get(power.id, 0),
            kind=kind.name[self.language] if kind is not None else "",
            sure=kind is not None and kind.sure,
        )

    def lines(self, powers: Sequence[Power]) -> list[PowerLine]:
        """Powers one below the other; several of one provision share its words and are shown once."""
        return [self.line(one) for one in {power.address: power for power in reversed(powers)}.values()][::-1]

    def pair(self, found: Duplicate) -> PairLine:
        """Two powers with their common and differing words marked."""
        spoken = self.lists.language
        return PairLine(
            left=self.line(found.left, stretches(found.left, found.right, spoken)),
            right=self.line(found.right, stretches(found.right, found.left, spoken)),
            grade=found.grade,
            grade_name=str(GRADES[found.grade]),
            score=round(found.score * 100),
            common=found.common,
            left_only=found.left_only,
            right_only=found.right_only,
            reason=found.division.reason[self.language] if found.division is not None else "",
        )

    def non_core(self, found: NonCore) -> NonCoreLine:
        """A candidate for another's power."""
        kind = found.kind
        return NonCoreLine(
            self.line(found.power),
            kind.name[self.language],
            kind.reason[self.language],
            kind.source[self.language],
            found.words,
            kind.sure,
        )

    def missing(self, found: Missing) -> MissingLine:
        """Something that is not there."""
        asked = found.asked
        spoken = self.language if asked is None or self.language in asked.words else next(iter(asked.words))
        numbered = asked.id.removeprefix("proposal-") if asked is not None else ""
        return MissingLine(
            kind=found.kind,
            kind_name=str(MISSING[found.kind]),
            what=found.name[self.language],
            power=self.line(found.power) if found.power is not None else None,
            words=asked.words[spoken] if asked is not None else "",
            words_language=spoken,
            level=asked.level if asked is not None else "",
            level_name=level_names((asked.level,)) if asked is not None else "",
            holder=body_name(asked.body, self.language) if asked is not None else "",
            body=asked.body if asked is not None else "",
            source=asked.source[self.language] if asked is not None else "",
            subject_name=subject_name(asked_subject(asked, self.lists.language), self.language) if asked else "",
            near=tuple((one.id, cite_short(one.address, self.language)) for one in found.near[:5]),
            proposal=int(numbered) if asked is not None and asked.id.startswith("proposal-") else 0,
        )


def paragraphs(power: Power, edition: Edition, marks: Sequence[Stretch] = ()) -> tuple[tuple[Piece, ...], ...]:
    """The words of a power's provision and of the items of its list, each paragraph cut where marks begin and end."""
    addresses = dict.fromkeys((power.address, *(item.address for item in power.items)))
    found = []
    for address in addresses:
        node = edition.at(address)
        if node is not None:
            found.append(_pieces(node.text, [one for one in marks if one.address == address]))
    return tuple(found)


def _pieces(text: str, marks: Iterable[Stretch]) -> tuple[Piece, ...]:
    inside = [one for one in marks if 0 <= one.start < one.end <= len(text)]
    edges = sorted({0, len(text), *(one.start for one in inside), *(one.end for one in inside)})
    pieces = []
    for start, end in pairwise(edges):
        over = next((one for one in inside if one.start <= start and end <= one.end), None)
        kind = "" if over is None else "common" if over.shared else "own"
        pieces.append(Piece(printed_words(text[start:end]), kind))
    return tuple(pieces)


def holder_name(power: Power, language: str) -> str:
    """Who has a power: its body and levels, «акимат: область, район»."""
    name = body_name(power.body, language)
    if power.holder.head:
        name = str(_("head: %(body)s", body=name))
    return capital(f"{name}: {level_names(power.levels)}" if power.levels else name)


def body_name(body: str, language: str) -> str:
    """A body in words."""
    known = bodies(language).bodies
    return known[body].name[language] if body in known else body


def level_names(levels: Iterable[str]) -> str:
    """Levels in words, from the top down."""
    return ", ".join(str(LEVELS.get(level, level)) for level in levels)


def level_choices() -> list[tuple[str, str]]:
    """Levels for a filter."""
    return [(level, str(name)) for level, name in LEVELS.items()]


def place_of(address: str, language: str) -> str:
    """A citation as a heading."""
    return capital(cite(address, language))
