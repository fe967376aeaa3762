"""Lists and counts of what is judged of a register, narrowed by filters. Nothing here reads the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from amendments.powers import candidates, groups, subjects
from amendments.powers.loading import bodies
from amendments.powers.missing import Asked
from amendments.powers.subjects import about_words
from service.store.powers import MOST_CANDIDATES
from service.store.tables import Account, Proposal, ProposalKind, Role

if TYPE_CHECKING:
    from amendments.powers import Duplicate, Judgement, Missing, NonCore, Power, Register

GRADES: Final = ("identical", "same_object", "overlapping")
STRONG: Final = ("identical", "same_object")
"""Grades that the matrix marks and the Government's table lists; overlapping pairs are for the list only."""
MISSING_KINDS: Final = ("asked", "chain", "means")
_WHO: Final = {Role.AKIM: "akim", Role.DEPUTY: "deputy"}


@dataclass(frozen=True, slots=True)
class PowerFilter:
    """What a list is narrowed to; "" leaves a field open.

    `level`, `subject`; `grade` of duplicates; `sure` ("sure", "unsure") of non-core powers; `kind` of missing ones.
    """

    level: str = ""
    subject: str = ""
    grade: str = ""
    sure: str = ""
    kind: str = ""


class Lists:
    """A register with its judgement as lists. `requests` are the subjects of what is asked for, by id."""

    def __init__(self, register: Register, judgement: Judgement) -> None:
        self.register = register
        self.judgement = judgement
        self.language = register.language
        plain = candidates(judgement.duplicates)
        self.cut = max(0, len(plain) - MOST_CANDIDATES)
        self._pairs = plain[:MOST_CANDIDATES]
        self._divided = [one for one in judgement.duplicates if one.grade == "divided"][:MOST_CANDIDATES]
        self.strong = [one for one in self._pairs if one.grade in STRONG]

    def subject(self, power: Power) -> str:
        """The subject of a power in force."""
        about = self.judgement.about.get(power.id)
        return about.subject if about is not None else "other"

    def powers(self, narrowed: PowerFilter) -> list[Power]:
        """Powers in force, in the law's order."""
        return [one for one in self.register.in_force if self._fits(narrowed, (one,))]

    def duplicated(self, narrowed: PowerFilter) -> list[Duplicate]:
        """Candidates for duplicated powers, the best first, the first `MOST_CANDIDATES` of them narrowed."""
        return [
            one
            for one in self._pairs
            if narrowed.grade in ("", one.grade) and self._fits(narrowed, (one.left, one.right))
        ]

    def divided(self, narrowed: PowerFilter) -> list[Duplicate]:
        """Pairs that are divided labour and no duplication."""
        return [one for one in self._divided if self._fits(narrowed, (one.left, one.right))]

    def non_core(self, narrowed: PowerFilter) -> list[NonCore]:
        """Candidates for powers that are another branch's, the sure kinds first."""
        return [
            one
            for one in self.judgement.non_core
            if narrowed.sure in ("", "sure" if one.kind.sure else "unsure") and self._fits(narrowed, (one.power,))
        ]

    def missing(self, narrowed: PowerFilter) -> list[Missing]:
        """What is not there; requests that are met at their level are left out."""
        return [
            one
            for one in self.judgement.missing
            if one.found != "here" and narrowed.kind in ("", one.kind) and self._lacks(narrowed, one)
        ]

    def _lacks(self, narrowed: PowerFilter, one: Missing) -> bool:
        if one.power is not None:
            return self._fits(narrowed, (one.power,))
        if one.asked is None or narrowed.level not in ("", one.asked.level):
            return False
        return narrowed.subject in ("", asked_subject(one.asked, self.language))

    def _fits(self, narrowed: PowerFilter, powers: Sequence[Power]) -> bool:
        return (not narrowed.level or any(narrowed.level in one.levels for one in powers)) and (
            not narrowed.subject or any(self.subject(one) == narrowed.subject for one in powers)
        )


@dataclass(slots=True)
class Cell:
    """A subject at a level: how many powers, how many of them duplicated, another's for sure or perhaps, and what is
    asked for and not there."""

    powers: int = 0
    duplicated: int = 0
    non_core: int = 0
    perhaps: int = 0
    missing: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be said."""
        return not (self.powers or self.missing)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Subjects × levels. `rows` are (group, subject, cells by level), in the order of the classification."""

    levels: tuple[str, ...]
    rows: tuple[tuple[str, str, Mapping[str, Cell]], ...]
    most: int
    """The greatest number of powers in a cell."""


def matrix(lists: Lists) -> Matrix:
    """Count a register's powers in force by subject and level; a power of two levels counts at both."""
    cells: dict[tuple[str, str], Cell] = {}

    def cell(subject: str, level: str) -> Cell:
        return cells.setdefault((subject, level), Cell())

    double = {power.id for pair in lists.strong for power in (pair.left, pair.right)}
    theirs = {one.power.id: one.kind.sure for one in lists.judgement.non_core}
    for power in lists.register.in_force:
        for level in power.levels:
            here = cell(lists.subject(power), level)
            here.powers += 1
            here.duplicated += power.id in double
            here.non_core += theirs.get(power.id) is True
            here.perhaps += theirs.get(power.id) is False
    for one in lists.missing(PowerFilter(kind="asked")):
        if one.asked is not None and one.asked.level:
            cell(asked_subject(one.asked, lists.language), one.asked.level).missing += 1
    order = [level.id for level in bodies(lists.language).levels]
    levels = tuple(level for level in order if any(key[1] == level for key in cells))
    rows = tuple(
        (one.group, name, {level: cells.get((name, level), Cell()) for level in levels})
        for name, one in subjects().items()
        if any((name, level) in cells for level in levels)
    )
    return Matrix(levels, rows, max((one.powers for one in cells.values()), default=0))


def asked_subject(asked: Asked, language: str) -> str:
    """What a request is about, by its words in the register's language, else in the one that it has."""
    spoken = language if language in asked.words else next(iter(asked.words))
    return about_words(asked.words[spoken], spoken).subject


def requests_of(proposals: Iterable[tuple[Proposal, Account | None]], language: str) -> tuple[Asked, ...]:
    """People's proposals to add a power, written in a language, as requests that the register is held against."""
    return tuple(
        Asked(
            f"proposal-{proposal.id}",
            proposal.to_level or "rural",
            proposal.to_body or "akim",
            {language: proposal.title},
            _WHO.get(author.role, "government") if author is not None else "citizen",
            {"ru": f"предложение № {proposal.id}", "kk": f"№ {proposal.id} ұсыныс"},
        )
        for proposal, author in proposals
        if proposal.kind is ProposalKind.ADD and proposal.language == language
    )


def subject_name(subject: str, language: str) -> str:
    """A subject of the classification in words; the id of one that is gone."""
    known = subjects().get(subject)
    return known.name[language] if known is not None else subject


def group_name(group: str, language: str) -> str:
    """A group of subjects in words."""
    return groups()[group][language] if group in groups() else subject_name(group, language)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many entries each choice of a filter would give."""

    by: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> int:
        return self.by.get(name, 0)


def counted(names: Iterable[str]) -> Counted:
    """Count names."""
    return Counted(Counter(names))
