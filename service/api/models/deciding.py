"""Decisions about many amendments, and deadlines, as the API gives and takes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from service.api.models.amendments import Decision, State, decision_of
from service.api.requests import Body, shown
from service.store.deciding import MOST, Decided
from service.store.fields import MAX_REASON
from service.store.paging import MAX_ID
from service.store.tables import Account

Number = Annotated[int, Field(ge=1, le=MAX_ID)]


class SeenAmendment(Body):
    """An amendment to decide about, as its reader saw it."""

    number: Number = Field(description="Number in the bill.")
    version: Number = Field(description="Version that was seen; when it has moved on, nothing is decided.")


class Reason(Body):
    """Why, in one language or in both."""

    ru: str = Field("", max_length=MAX_REASON, description="Plain text.")
    kk: str = Field("", max_length=MAX_REASON, description="Plain text.")


class NewDecisions(Body):
    """One decision about several amendments of a bill."""

    model_config = shown(
        example={
            "amendments": [{"number": 3, "version": 1}, {"number": 4, "version": 1}],
            "state": "postponed",
            "reason": {"ru": "До заключения Правительства.", "kk": ""},
        }
    )

    amendments: list[SeenAmendment] = Field(min_length=1, max_length=MOST)
    state: State = Field(description="What is decided; pending gives them back for a decision.")
    reason: Reason = Field(
        default_factory=lambda: Reason(ru="", kk=""), description="Needed for all but accepted and pending."
    )


class Undoing(Body):
    """Whether to undo all decisions that were made at once with this one."""

    model_config = shown(example={"together": True})

    together: bool = Field(description="True: all decisions that were made at once with it; false: this one alone.")


class NewDeadline(Body):
    """By when the amendments of a bill are to be decided."""

    model_config = shown(example={"decision_due": "2026-12-18", "seen": "2026-12-04"})

    decision_due: date | None = Field(description="The last day; null: there is none.")
    seen: date | None = Field(description="The day that was seen; when another is set by now, nothing is changed.")


class DecidedAmendment(BaseModel):
    """What was decided about one amendment."""

    number: int
    before: State = Field(description="Its state before.")
    version: int = Field(description="Its version after.")
    decision: Decision


class DecidedAmendments(BaseModel):
    """The decisions that were made, by number; amendments that were so already are not among them."""

    bill: str
    decisions: list[DecidedAmendment]


def decided(bill: str, made: Iterable[Decided], by: Account | None) -> DecidedAmendments:
    """Decisions just made, all by one person."""
    return DecidedAmendments(
        bill=bill,
        decisions=[
            DecidedAmendment(
                number=one.amendment.number,
                before=one.before.value,
                version=one.amendment.version,
                decision=decision_of(one.decision, by),
            )
            for one in made
        ],
    )
