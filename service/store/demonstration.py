"""The demonstration: our own law, bills and people, loaded once from `seeds/`.

Everything goes in with the store's own functions, in one transaction: it is checked as what people write is,
and nothing is half loaded. What people change afterwards is theirs: a second start loads nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session

from service.clock import now
from service.errors import NotFound, UserError
from service.store.accounts import create_account
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import SYSTEM, Action, Actor, record
from service.store.bills import create_bill
from service.store.comments import Target, create_comment, reply
from service.store.database import Database
from service.store.decisions import decide_amendment
from service.store.importing import Progress, import_folder
from service.store.proposals import Wish, create_proposal
from service.store.seeds import Seed, read_seed
from service.store.tables import Account, AmendmentState, Bill, Meta, ProposalKind, Role, Stage

LOADED = "demonstration_loaded"


def load_demonstration(database: Database, seeds: Path, progress: Progress | None = None) -> bool:
    """Load the demonstration in one transaction; True when it was loaded now, False when it was there already.

    Raises NotFound("seeds_missing"), UserError("seeds_wrong") naming file and field.
    """
    with database.writing() as session:
        if session.get(Meta, LOADED) is not None:
            return False
        if not (seeds / "law" / "meta.yaml").is_file():
            raise NotFound("seeds_missing", folder=seeds)
        _Loader(session, seeds).load(progress)
        session.add(Meta(key=LOADED, value=now().isoformat()))
        record(session, SYSTEM, Action.DEMONSTRATION_LOADED)
    return True


def is_loaded(database: Database) -> bool:
    """True where the demonstration was loaded."""
    with database.reading() as session:
        return session.get(Meta, LOADED) is not None


def passwords(seeds: Path) -> dict[str, str]:
    """Login → password of the demonstration's people, as published in its file; empty where there is none."""
    path = seeds / "people.yaml"
    if not path.is_file():
        return {}
    return {person.word("login"): person.word("password") for person in read_seed(path).each("people")}


@dataclass
class _Loader:
    """One loading: the session, the folder, and the people met so far by login."""

    session: Session
    seeds: Path
    people: dict[str, Account] = field(default_factory=dict)

    def load(self, progress: Progress | None) -> None:
        """People first: bills and proposals name them."""
        self._people(read_seed(self.seeds / "people.yaml"))
        import_folder(self.session, self.seeds / "law", SYSTEM, progress, demonstration=True)
        for path in sorted((self.seeds / "bills").glob("*.yaml")):
            self._bill(read_seed(path))
        if (self.seeds / "proposals.yaml").is_file():
            self._proposals(read_seed(self.seeds / "proposals.yaml"))
        for account in self.people.values():
            account.created_at = now()  # whoever signs in finds all this there: it is no news
            self.session.add(account)

    def _people(self, seed: Seed) -> None:
        for person in seed.each("people"):
            login = person.word("login")
            self.people[login] = create_account(
                self.session,
                SYSTEM,
                login=login,
                password=person.word("password"),
                role=person.one_of(Role, "role"),
                name_ru=person.word("name", "rus"),
                name_kk=person.word("name", "kaz"),
                position_ru=person.word("position", "rus"),
                position_kk=person.word("position", "kaz"),
                demonstration=True,
            )

    def _bill(self, seed: Seed) -> None:
        bill = create_bill(
            self.session,
            SYSTEM,
            number=seed.word("number"),
            title_ru=seed.word("title", "rus"),
            title_kk=seed.word("title", "kaz"),
            act=get_act(self.session, seed.word("act")),
            base_date=seed.value(date, "base"),
            stage=seed.one_of(Stage, "stage"),
            initiator_ru=seed.word("initiator", "rus"),
            initiator_kk=seed.word("initiator", "kaz"),
            lead_committee_ru=seed.word("lead_committee", "rus"),
            lead_committee_kk=seed.word("lead_committee", "kaz"),
            decision_due=seed.value(date, "decision_due"),
            demonstration=True,
        )
        for amendment in seed.each("amendments"):
            self._amendment(bill, amendment)

    def _amendment(self, bill: Bill, seed: Seed) -> None:
        talk = seed.each("comments", needed=False)
        said = [comment.value(datetime, "at") for comment in talk]
        # an amendment is older than what is said about it
        made = min(said, default=now()) - timedelta(days=1)
        author = self._person(seed)
        amendment = create_amendment(
            self.session,
            self._as(author),
            bill,
            Wording(
                instruction_ru=seed.word("instruction", "rus"),
                instruction_kk=seed.word("instruction", "kaz"),
                title_ru=seed.word("title", "rus"),
                title_kk=seed.word("title", "kaz"),
                grounds_ru=seed.word("grounds", "rus"),
                grounds_kk=seed.word("grounds", "kaz"),
            ),
            author_id=author.id,
            number=seed.value(int, "number"),
            at=made,
        )
        target = Target(amendment_id=amendment.id)
        for comment in talk:
            self._comment(target, comment)
        state = seed.one_of(AmendmentState, "state")
        if state is not AmendmentState.PENDING:
            staff = next((person for person in self.people.values() if person.role is Role.STAFF), author)
            decide_amendment(
                self.session,
                self._as(staff),
                amendment.id or 0,
                state,
                seed.word("reason", "rus"),
                seed.word("reason", "kaz"),
                version=amendment.version,
                at=max(said, default=made) + timedelta(days=1),
            )

    def _comment(self, target: Target, seed: Seed) -> None:
        author = self._person(seed)
        entry = create_comment(
            self.session, self._as(author), target, quote=seed.word("quote", default=""), **self._said(seed, author)
        )
        for answer in seed.each("replies", needed=False):
            by = self._person(answer)
            reply(self.session, self._as(by), entry.comment.id or 0, **self._said(answer, by))

    def _said(self, seed: Seed, author: Account) -> dict[str, Any]:
        return {
            "author_id": author.id or 0,
            "language": seed.word("language"),
            "text": seed.word("text"),
            "at": seed.value(datetime, "at"),
        }

    def _proposals(self, seed: Seed) -> None:
        act = get_act(self.session, seed.word("act"))
        for proposal in seed.each("proposals"):
            author = self._person(proposal)
            wish = Wish(
                kind=proposal.one_of(ProposalKind, "kind"),
                language=proposal.word("language"),
                title=proposal.word("title"),
                text=proposal.word("text"),
                address=proposal.word("address", default=""),
                from_level=proposal.word("from_level", default=""),
                to_level=proposal.word("to_level", default=""),
            )
            at = proposal.value(datetime, "at")
            create_proposal(self.session, self._as(author), act, wish, author_id=author.id, at=at)

    def _person(self, seed: Seed) -> Account:
        login = seed.word("author")
        if login not in self.people:
            raise UserError("seeds_wrong", name=seed.name, field_name=f"{seed.place}author")
        return self.people[login]

    @staticmethod
    def _as(account: Account) -> Actor:
        return Actor(account.id, account.login, "system")
