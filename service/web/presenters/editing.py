"""The form in which an amendment is written: both sides of both languages, what differs, what cannot be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amendments.instructions.pairing import by_article
from amendments.operations.redline import redline
from amendments.operations.worddiff import segments
from service.store.rewriting import Rewritten
from service.web.presenters.amendments import Outcome, outcome
from service.web.presenters.citation import capital, cite
from service.web.presenters.runs import Run, cut


@dataclass(frozen=True, slots=True)
class ArticleBox:
    """An article whose text can be edited."""

    address: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One language of the form. `outcome` is None while the wording cannot be applied exactly."""

    language: str
    instruction: str
    seen: str
    articles: tuple[ArticleBox, ...]
    both: bool
    problems: tuple[str, ...]
    list_ends: str
    outcome: Outcome | None
    readable: bool = True
    """False where the act has no text in this language."""


def sheet(language: str, found: Rewritten, page_language: str) -> Sheet:
    """One language of the form as a page shows it."""
    effect, typed = found.effect, found.typed
    shown = None
    if effect.edition is not None and not found.problems and found.changed != "both":
        shown = outcome(effect, redline(effect.base, effect.edition), {})
    return Sheet(
        language,
        typed.instruction,
        typed.seen,
        tuple(ArticleBox(place, capital(cite(place, page_language)), text) for place, text in typed.texts.items()),
        found.changed == "both",
        tuple(dict.fromkeys(problem.describe(page_language) for problem in found.problems)),
        "; ".join(capital(cite(place, page_language)) for place in found.list_ends),
        shown,
    )


def unreadable(language: str, instruction: str) -> Sheet:
    """The form of a language in which the act has no text: the instruction alone."""
    return Sheet(language, instruction, instruction, (), False, (), "", None, readable=False)


def differences(found: Mapping[str, Rewritten], page_language: str) -> tuple[str, ...]:
    """Where the two languages order different things; nothing while one of them has no exact wording."""
    if set(found) != {"ru", "kk"} or not all(one.effect.exact for one in found.values()):
        return ()
    pairs = by_article(found["ru"].effect.operations, found["kk"].effect.operations)
    return tuple(difference.describe(page_language) for pair in pairs for difference in pair.differences)


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One language of a merge: three wordings, what each person changed, and the joint one that is offered.

    `pick` is what is chosen beforehand: "mine", "theirs" or "joint"; "" where a person must choose.
    """

    language: str
    base: str
    mine: str
    theirs: str
    mine_runs: tuple[Run, ...]
    theirs_runs: tuple[Run, ...]
    joint: str
    joined: bool
    pick: str
    ask: bool = False
    """Whether a person must choose even where only one of the two changed it."""

    @property
    def same(self) -> bool:
        """Whether nothing is to be chosen: one side did not change it, or both made the same of it."""
        return self.mine == self.theirs or (not self.ask and self.base in (self.mine, self.theirs))


def merge_side(language: str, base: str, mine: str, theirs: str, joint: str | None) -> MergeSide:
    """The three wordings of one language; `joint` is None where the two collide."""
    pick = "theirs" if mine in (base, theirs) else "mine" if theirs == base else "joint" if joint is not None else ""
    return MergeSide(
        language, base, mine, theirs, changed_words(base, mine), changed_words(base, theirs),
        mine if joint is None else joint, joint is not None, pick,
    )  # fmt: skip


def changed_words(old: str, new: str) -> tuple[Run, ...]:
    """A text with what went out of the old one and what came."""
    runs: list[Run] = []
    for part in segments(old, new):
        runs.extend(cut(part.text, (), "" if part.kind == "equal" else part.kind))
    return tuple(runs)
