"""Conflicts of a bill's amendments and how far the bill has come, as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, Field

from service.store.clashes import Clash
from service.store.progress import NOWHERE, Progress, Tally


class AmendmentConflict(BaseModel):
    """Two amendments of a bill, by number, that conflict."""

    first: int
    second: int
    kind: Literal["same_words", "same_unit", "parent_removed", "same_number", "order"] = Field(
        description="same_words, same_unit: both change them; parent_removed: one takes out the unit that the other "
        "changes; same_number: both bring in a unit with it; order: the outcome depends on which comes first."
    )
    first_address: str = Field(description="Place in the first one.")
    second_address: str = Field(description="Place in the second one.")
    resolutions: list[str] = Field(
        description="What settles it: order_first, order_second (that one first gives an exact text), one_of_two, "
        "joint_text."
    )


class BillConflicts(BaseModel):
    """The conflicts among chosen amendments of a bill."""

    bill: str
    language: Literal["ru", "kk"]
    conflicts: list[AmendmentConflict]


class AmendmentTally(BaseModel):
    """Amendments counted."""

    amendments: int
    decided: int = Field(description="With a final decision.")
    waiting: int = Field(description="Nothing was decided yet.")
    postponed: int
    in_conflict: int = Field(description="Amendments in conflict with another one (in this article).")
    states: dict[str, int] = Field(description="How many are in each state; the numbers add up to amendments.")


class ArticleProgress(AmendmentTally):
    """One article."""

    article: str | None = Field(description="Address; null: amendments that touch no article or are not understood.")


class BillProgress(BaseModel):
    """How far a bill has come, article by article in the law's order."""

    bill: str
    whole: AmendmentTally
    articles: list[ArticleProgress]
    several: int = Field(description="Amendments that change several articles: counted in each of them.")


def conflicts(clashes: Iterable[Clash]) -> list[AmendmentConflict]:
    """Conflicts in the order of their pairs."""
    return [
        AmendmentConflict(
            first=clash.first,
            second=clash.second,
            kind=clash.conflict.kind,
            first_address=clash.conflict.first_address,
            second_address=clash.conflict.second_address,
            resolutions=list(clash.conflict.resolutions),
        )
        for clash in clashes
    ]


def progress_of(bill: str, found: Progress) -> BillProgress:
    """A bill's progress."""
    return BillProgress(
        bill=bill,
        whole=_tally(found.whole),
        articles=[
            ArticleProgress(article=None if place == NOWHERE else place, **_tally(tally).model_dump())
            for place, tally in found.articles.items()
        ],
        several=found.several,
    )


def _tally(tally: Tally) -> AmendmentTally:
    return AmendmentTally(
        amendments=tally.total,
        decided=tally.decided,
        waiting=tally.waiting,
        postponed=tally.postponed,
        in_conflict=tally.clashing,
        states={state.value: count for state, count in tally.states.items()},
    )
