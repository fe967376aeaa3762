"""Proposals as the API gives and takes them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from service.api.answers import Listing
from service.api.models.common import Person, author
from service.api.requests import Address, Body, Code, TextLanguage, shown
from service.store.fields import MAX_PROPOSAL, MAX_TITLE
from service.store.proposals import ProposalEntry, Wish
from service.store.tables import Proposal as ProposalRow
from service.store.tables.review import ProposalKind

Level = Literal["", "region", "district", "city_district", "rural"]


class Proposal(BaseModel):
    """A wish that is no amendment yet."""

    id: int
    act: str
    address: str = Field(description="Provision that it is about; empty for the whole act.")
    kind: Literal["add", "exclude", "transfer", "clarify", "keep"] = Field(description="What it wants of a power.")
    from_level: str = Field(description="For a transfer: whose the power is.")
    to_level: str = Field(description="For a transfer: whose it should be.")
    language: str
    title: str
    text: str
    author: Person | None
    state: Literal["new", "taken_up", "declined"]
    amendment: int | None = Field(description="Id of the amendment that took it up.")
    created_at: datetime


class ProposalList(Listing[Proposal]):
    """One page of proposals, newest first."""


class NewProposal(Body):
    """A proposal."""

    model_config = shown(
        example={
            "act": "demo-1",
            "address": "art_18",
            "kind": "transfer",
            "from_level": "rural",
            "to_level": "district",
            "language": "ru",
            "title": "Передать учёт дорог району",
            "text": "У сельских округов нет для этого людей.",
        }
    )

    act: Code
    address: Address = Field("", description="Provision that it is about; empty for the whole act.")
    kind: Literal["add", "exclude", "transfer", "clarify", "keep"]
    from_level: Level = Field("", description="For a transfer: whose the power is.")
    to_level: Level = Field("", description="For a transfer: whose it should be.")
    language: TextLanguage
    title: str = Field(min_length=1, max_length=MAX_TITLE, description="Plain text.")
    text: str = Field(min_length=1, max_length=MAX_PROPOSAL, description="Plain text.")

    @property
    def wish(self) -> Wish:
        """The same as the store takes it."""
        return Wish(
            ProposalKind(self.kind),
            self.language,
            self.title,
            self.text,
            self.address,
            self.from_level,
            self.to_level,
        )


def proposal(entry: ProposalEntry, codes: dict[int, str]) -> Proposal:
    """A proposal; `codes` are the codes of acts by their row ids."""
    row: ProposalRow = entry.proposal
    return Proposal(
        id=row.id or 0,
        act=codes[row.act_id],
        address=row.address,
        kind=row.kind.value,
        from_level=row.from_level,
        to_level=row.to_level,
        language=row.language,
        title=row.title,
        text=row.text,
        author=author(entry.author),
        state=row.state.value,
        amendment=row.amendment_id,
        created_at=row.created_at,
    )
