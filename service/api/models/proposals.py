"""Proposals as the API gives and takes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, Field

from service.api.answers import Listing
from service.api.models.common import Person, author
from service.api.requests import Address, BillNumber, Body, Code, TextLanguage, shown
from service.store.fields import MAX_GROUNDS, MAX_INSTRUCTION, MAX_PROPOSAL, MAX_REASON, MAX_TITLE
from service.store.power_drafts import DraftedAmendment
from service.store.proposals import ProposalEntry, Wish
from service.store.tables import Proposal as ProposalRow
from service.store.tables.review import ProposalKind

Level = Literal["", "region", "district", "city_district", "rural"]
BodyId = Literal["", "maslikhat", "akimat", "akim", "apparatus", "assembly", "gathering"]


class Proposal(BaseModel):
    """A wish that is no amendment yet."""

    id: int
    act: str
    address: str = Field(description="Provision that it is about; empty for the whole act.")
    kind: Literal["add", "exclude", "transfer", "clarify", "keep"] = Field(description="What it wants of a power.")
    from_level: str = Field(description="For a transfer: whose the power is.")
    to_level: str = Field(description="For a transfer: whose it should be.")
    to_body: str = Field(description="The body that it should go to.")
    words_ru: str = Field(description="What the provision should say in Russian.")
    words_kk: str = Field(description="What the provision should say in Kazakh.")
    source: Literal["akim", "deputy", "government", "algorithm", ""] = Field(description="As what it was proposed.")
    language: str
    title: str
    text: str
    author: Person | None
    state: Literal["new", "taken_up", "declined"]
    reason: str = Field(description="Why it was declined.")
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
    to_body: BodyId = Field("", description="For a transfer or an addition: the body that it should go to.")
    words_ru: str = Field("", max_length=MAX_PROPOSAL, description="What the provision should say in Russian.")
    words_kk: str = Field("", max_length=MAX_PROPOSAL, description="What the provision should say in Kazakh.")
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
            self.to_body,
            self.words_ru,
            self.words_kk,
        )


class DraftChange(BaseModel):
    """What the amendment does at one place."""

    address: str
    before: str
    after: str


class DraftInLanguage(BaseModel):
    """The amendment in one language."""

    language: str
    instruction: str
    changes: list[DraftChange]
    references: list[str] = Field(description="Provisions that refer to a unit that goes.")


class ProposalDraft(BaseModel):
    """The amendment that would carry a proposal out; nothing is stored."""

    proposal: int
    base_date: date = Field(description="Date of the edition that it amends.")
    texts: list[DraftInLanguage]


class NewDraft(Body):
    """Store the amendment of a proposal, exactly as its draft says it."""

    model_config = shown(
        example={
            "bill": "У-1",
            "instruction_ru": "подпункт 10-1) пункта 1 статьи 18 исключить.",
            "instruction_kk": "18-баптың 1-тармағының 10-1) тармақшасы алып тасталсын.",
            "title_ru": "Нотариальные действия",
        }
    )

    bill: BillNumber = Field(description="The bill that it goes into.")
    instruction_ru: str = Field("", max_length=MAX_INSTRUCTION, description="As the draft says it.")
    instruction_kk: str = Field("", max_length=MAX_INSTRUCTION, description="As the draft says it.")
    title_ru: str = Field("", max_length=MAX_TITLE, description="Plain text.")
    title_kk: str = Field("", max_length=MAX_TITLE, description="Plain text.")
    grounds_ru: str = Field("", max_length=MAX_GROUNDS, description="Plain text.")
    grounds_kk: str = Field("", max_length=MAX_GROUNDS, description="Plain text.")


class NewDecision(Body):
    """A decision about a proposal."""

    model_config = shown(example={"state": "declined", "reason": "Уже есть в статье 4."})

    state: Literal["declined", "new"] = Field(description="declined (say why), or new: it waits again.")
    reason: str = Field("", max_length=MAX_REASON, description="Plain text; needed to decline.")


def proposal_draft(proposal: int, made: DraftedAmendment) -> ProposalDraft:
    """A draft."""
    texts = [
        DraftInLanguage(
            language=language,
            instruction=instruction,
            changes=[DraftChange(address=a, before=before, after=after) for a, before, after in made.changes[language]],
            references=list(made.references.get(language, ())),
        )
        for language, instruction in made.instructions.items()
    ]
    return ProposalDraft(proposal=proposal, base_date=made.base_date, texts=texts)


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
        to_body=row.to_body,
        words_ru=row.words_ru,
        words_kk=row.words_kk,
        source=row.source.value,
        language=row.language,
        title=row.title,
        text=row.text,
        author=author(entry.author),
        state=row.state.value,
        reason=row.reason,
        amendment=row.amendment_id,
        created_at=row.created_at,
    )
