"""Clarity findings as the API gives and takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal

from pydantic import BaseModel, Field

from amendments.clarity.loading import default_rules
from amendments.clarity.rule import Rule
from service import context
from service.api.answers import Listing
from service.api.language import reader_language
from service.api.models.common import Person, author
from service.api.requests import Body, shown
from service.store.fields import MAX_REASON
from service.store.findings import FindingEntry
from service.store.names import act_codes, edition_dates, revision_amendments
from service.store.tables import Account, Opinion, Verdict

Factor = Literal[
    "discretion", "no_term", "open_list", "evaluative", "undefined_object", "weak_function", "blank_reference",
    "blurred_level",
]  # fmt: skip
FindingState = Literal["open", "asked_again", "confirmed", "dismissed"]
Level = Literal["region", "district", "city_district", "rural"]


class Answer(BaseModel):
    """A person's answer to a finding."""

    kind: Literal["confirmed", "dismissed", "open"]
    reason: str
    by: Person | None
    at: datetime
    quote: str = Field(description="The words that were answered, as they stood then.")
    rule: str = Field(description="The rule that had tagged them, and its version.")
    rule_version: int


class Finding(BaseModel):
    """Words that may be read in different ways, as a rule found them; a person decides."""

    id: int
    act: str
    edition: date | None = Field(description="From when the edition that it is in is in force.")
    amendment: int | None = Field(description="Id of the amendment whose outcome it is in.")
    change: Literal["", "added", "removed", "kept", "moved"] = Field(description="What the amendment does to it.")
    language: str
    address: str
    article: str = Field(description="Address of the article; empty outside articles.")
    start: int = Field(description="First character in the provision's own text.")
    end: int = Field(description="Character after the last one.")
    quote: str
    factor: Factor
    weight: int = Field(description="1 low, 2 medium, 3 high.")
    author: Literal["algorithm"] = Field("algorithm", description="Who set the tag; people answer it.")
    rule: str
    rule_version: int
    levels: list[Level] = Field(description="Levels of local government whose power it is; empty where not known.")
    lineage: str = Field(description="Which words these are: the same in every edition that has them.")
    explanation: str = Field(description="Why the words are unclear, in the reader's language.")
    advice: str = Field(description="What to do about it, in the reader's language.")
    state: FindingState
    answer: Answer | None = Field(description="The answer that counts; null while the finding waits for one.")
    former: Answer | None = Field(
        description="With asked_again: the answer that was given before the words or their provision changed."
    )


class FindingDetail(Finding):
    """A finding with all answers that it ever had."""

    history: list[Answer] = Field(description="Answers to these words in any edition, newest first.")
    votes: dict[str, int] = Field(description="Deputies' votes: vague, clear.")


class FindingList(Listing[Finding]):
    """One page of findings, in the order of the law."""


class NewAnswer(Body):
    """An answer to a finding. It holds for the same words in every edition where their provision reads the same."""

    model_config = shown(example={"kind": "dismissed", "reason": "Срок назван в статье 4."})

    kind: Literal["confirmed", "dismissed", "open"] = Field(
        description="confirmed: the words are unclear; dismissed: they are not (say why); open: undecided again."
    )
    reason: str = Field("", max_length=MAX_REASON, description="Plain text; needed to dismiss.")


class NewFindingVote(Body):
    """A deputy's vote on a finding."""

    model_config = shown(example={"value": "vague"})

    value: Literal["vague", "clear"] = Field(description="vague: the words are unclear; clear: clear enough.")


class FindingVotes(BaseModel):
    """Deputies' votes on a finding."""

    vague: int
    clear: int


@dataclass(frozen=True, slots=True)
class Names:
    """Names of everything that some findings stand in."""

    acts: Mapping[int, str]
    editions: Mapping[int, date]
    amendments: Mapping[int, int]


def names_for(entries: Iterable[FindingEntry]) -> Names:
    """Look up where findings stand: three queries, however many there are."""
    session = context.reading()
    rows = [entry.finding for entry in entries]
    return Names(
        act_codes(session, (row.act_id for row in rows)),
        edition_dates(session, (row.edition_id for row in rows)),
        revision_amendments(session, (row.revision_id for row in rows)),
    )


def finding(entry: FindingEntry, names: Names) -> Finding:
    """A finding of a list."""
    row = entry.finding
    explanation, advice = _words_of(row.rule)
    return Finding(
        id=row.id or 0,
        act=names.acts[row.act_id],
        edition=names.editions.get(row.edition_id or 0),
        amendment=names.amendments.get(row.revision_id or 0),
        change=row.change,  # type: ignore[arg-type]  # checked by the model, as the next two
        language=row.language,
        address=row.address,
        article=row.article,
        start=row.start,
        end=row.end,
        quote=row.quote,
        factor=row.factor,  # type: ignore[arg-type]
        weight=row.weight,
        author="algorithm",
        rule=row.rule,
        rule_version=row.rule_version,
        levels=[name for name in row.levels.split(",") if name],  # type: ignore[misc]
        lineage=row.lineage,
        explanation=explanation,
        advice=advice,
        state=entry.state,  # type: ignore[arg-type]
        answer=_answer(entry.verdict, entry.by) if entry.verdict is not None and entry.state != "open" else None,
        former=_answer(entry.former, entry.former_by) if entry.former and entry.state == "asked_again" else None,
    )


def finding_detail(
    entry: FindingEntry, names: Names, history: list[tuple[Verdict, Account | None]], votes: Mapping[Opinion, int]
) -> FindingDetail:
    """One finding with its history and votes."""
    answers = [_answer(verdict, account) for verdict, account in history]
    given = {opinion.value: votes.get(opinion, 0) for opinion in Opinion}
    return FindingDetail(history=answers, votes=given, **dict(finding(entry, names)))


def _answer(verdict: Verdict, account: Account | None) -> Answer:
    return Answer(
        kind=verdict.kind.value,
        reason=verdict.reason,
        by=author(account),
        at=verdict.at,
        quote=verdict.quote,
        rule=verdict.rule,
        rule_version=verdict.rule_version,
    )


def _words_of(rule: str) -> tuple[str, str]:
    """Explanation and advice of a rule; empty for one that is gone."""
    known = _rules().get(rule)
    if known is None:
        return "", ""
    language = reader_language()
    return known.explain.get(language, ""), known.advice.get(language, "")


@cache
def _rules() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in default_rules()}
