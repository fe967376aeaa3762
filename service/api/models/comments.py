"""Comments as the API gives and takes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel, Field

from service import context
from service.api.answers import Listing
from service.api.models.common import Person, person
from service.api.requests import Address, BillNumber, Body, Code, Id, TextLanguage, shown
from service.store.comments import MAX_QUOTE, MAX_TEXT, CommentEntry, Target
from service.store.names import act_codes, amendment_places, bill_numbers, edition_dates, finding_ids


class About(BaseModel):
    """What a comment is about: an act (an edition, a provision of it), a bill, or an amendment."""

    act: str | None
    edition: date | None = Field(description="From when the edition that it was written on is in force.")
    address: str = Field(description="Provision; empty for the whole.")
    bill: str | None = Field(description="Number of the bill; of an amendment, the bill that it belongs to.")
    amendment: int | None = Field(description="Id of the amendment.")
    finding: int | None = Field(description="Id of a clarity finding of the words that the remark is about.")
    amendment_number: int | None = Field(description="Number of the amendment in its bill.")


class Comment(BaseModel):
    """A remark, with the answers to it."""

    id: int
    about: About
    quote: str = Field(description="The words that it hangs on, as they stood; empty for none.")
    language: str
    author: Person
    text: str = Field(description="Plain text; empty once the comment was taken back.")
    created_at: datetime
    withdrawn_at: datetime | None
    answers_to: int | None = Field(description="The comment that this one answers.")
    replies: list[Comment] = Field(description="Answers, oldest first; answers to answers stand here too.")


class CommentList(Listing[Comment]):
    """One page of comments."""


class NewComment(Body):
    """A comment on exactly one of act, bill, amendment, finding."""

    model_config = shown(
        examples={
            "provision": {
                "summary": "On words of a provision",
                "value": {
                    "act": "demo-1",
                    "edition": "2026-03-01",
                    "address": "art_18/pt_1/sub_7",
                    "quote": "при необходимости",
                    "language": "ru",
                    "text": "Предлагаю назвать срок.",
                },
            },
            "amendment": {
                "summary": "On an amendment",
                "value": {"amendment": 1, "language": "kk", "text": "Мерзімді көрсету керек."},
            },
        }
    )

    act: Code | None = None
    edition: date | None = Field(
        None, description="With act: a date that one of its editions starts on; else the one in force today."
    )
    bill: BillNumber | None = None
    amendment: Id | None = None
    finding: Id | None = Field(None, description="A clarity finding: the remark stays with its words.")
    address: Address = Field("", description="Provision, with act or amendment; empty for the whole.")
    quote: str = Field("", max_length=MAX_QUOTE, description="Words of the provision, as they stand there.")
    language: TextLanguage = Field(description="Language of the comment, and of the edition that it is about.")
    text: str = Field(min_length=1, max_length=MAX_TEXT, description="Plain text.")

    @property
    def target(self) -> Target:
        """What it is about, as the store takes it."""
        return Target(self.act, self.edition, self.address, self.bill, self.amendment, self.finding)


class NewReply(Body):
    """An answer to a comment."""

    model_config = shown(example={"language": "ru", "text": "Согласна: десять рабочих дней."})

    language: TextLanguage
    text: str = Field(min_length=1, max_length=MAX_TEXT, description="Plain text.")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of everything that some comments are about."""

    acts: dict[int, str]
    editions: dict[int, date]
    bills: dict[int, str]
    amendments: dict[int, tuple[str, int]]
    findings: dict[str, int]


def names_for(entries: Iterable[CommentEntry]) -> Names:
    """Look up what comments are about: five queries at most, however many there are."""
    session = context.reading()
    rows = [entry.comment for entry in entries]
    return Names(
        act_codes(session, (row.act_id for row in rows)),
        edition_dates(session, (row.edition_id for row in rows)),
        bill_numbers(session, (row.bill_id for row in rows)),
        amendment_places(session, (row.amendment_id for row in rows)),
        finding_ids(session, (row.finding for row in rows)),
    )


def comment(entry: CommentEntry, names: Names) -> Comment:
    """A comment with its answers, which are about the same thing."""
    row = entry.comment
    bill, number = names.amendments.get(row.amendment_id or 0, (names.bills.get(row.bill_id or 0), None))
    return Comment(
        id=row.id or 0,
        about=About(
            act=names.acts.get(row.act_id or 0),
            edition=names.editions.get(row.edition_id or 0),
            address=row.address,
            bill=bill,
            amendment=row.amendment_id,
            finding=names.findings.get(row.finding),
            amendment_number=number,
        ),
        quote=entry.quote,
        language=row.language,
        author=person(entry.author),
        text=entry.text,
        created_at=row.created_at,
        withdrawn_at=row.withdrawn_at,
        answers_to=row.parent_id,
        replies=[comment(reply, names) for reply in entry.replies],
    )
