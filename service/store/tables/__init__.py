"""All tables; importing this package fills `SQLModel.metadata`."""

from service.store.tables.base import METADATA, UtcDateTime, naming_convention
from service.store.tables.bills import (
    Amendment,
    AmendmentPlace,
    AmendmentRevision,
    AmendmentState,
    Bill,
    Decision,
    Stage,
    Vote,
    VoteValue,
)
from service.store.tables.journal import AuditRow, Meta
from service.store.tables.law import Act, EditionRow, EditionText
from service.store.tables.people import Account, Role, SignInAttempt, Token
from service.store.tables.powers import SubjectCorrection
from service.store.tables.review import (
    Comment,
    FindingRow,
    FindingVote,
    Opinion,
    Proposal,
    ProposalKind,
    ProposalSource,
    ProposalState,
    Verdict,
    VerdictKind,
)
from service.store.tables.uploads import Upload
from service.store.tables.work import AmendmentDraft, AmendmentPresence, CarryChoice, CarryWay

__all__ = [
    "METADATA",
    "Account",
    "Act",
    "Amendment",
    "AmendmentDraft",
    "AmendmentPlace",
    "AmendmentPresence",
    "AmendmentRevision",
    "AmendmentState",
    "AuditRow",
    "Bill",
    "CarryChoice",
    "CarryWay",
    "Comment",
    "Decision",
    "EditionRow",
    "EditionText",
    "FindingRow",
    "FindingVote",
    "Meta",
    "Opinion",
    "Proposal",
    "ProposalKind",
    "ProposalSource",
    "ProposalState",
    "Role",
    "SignInAttempt",
    "Stage",
    "SubjectCorrection",
    "Token",
    "Upload",
    "UtcDateTime",
    "Verdict",
    "VerdictKind",
    "Vote",
    "VoteValue",
    "naming_convention",
]
