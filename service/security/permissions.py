"""Who may do what: the one table. Views and API ask it, nothing else looks at roles."""

from __future__ import annotations

from enum import StrEnum

from service.store.tables.people import Role


class Permission(StrEnum):
    """A deed that is allowed to some roles only."""

    READ = "read"
    COMMENT = "comment"
    WITHDRAW_OWN_COMMENT = "withdraw_own_comment"
    MODERATE = "moderate"
    VOTE = "vote"
    PROPOSE = "propose"
    DECIDE_PROPOSAL = "decide_proposal"
    CORRECT_POWER = "correct_power"
    DECIDE_FINDING = "decide_finding"
    REVIEW_RULES = "review_rules"
    WRITE_AMENDMENT = "write_amendment"
    EDIT_ANY_AMENDMENT = "edit_any_amendment"
    DECIDE_AMENDMENT = "decide_amendment"
    SOLVE_CONFLICT = "solve_conflict"
    DRAFT_BILL = "draft_bill"
    EDIT_BILL = "edit_bill"
    IMPORT = "import"
    EXPORT = "export"
    READ_AUDIT = "read_audit"
    OWN_TOKENS = "own_tokens"
    OWN_JOBS = "own_jobs"
    MANAGE_ACCOUNTS = "manage_accounts"


_ANYONE = frozenset(Role)
_SIGNED_IN = _ANYONE - {Role.VISITOR}
_PARLIAMENT = frozenset({Role.DEPUTY, Role.STAFF, Role.ADMIN})

PERMISSIONS: dict[Permission, frozenset[Role]] = {
    Permission.READ: _ANYONE,
    Permission.EXPORT: _ANYONE,
    Permission.COMMENT: _SIGNED_IN,
    Permission.WITHDRAW_OWN_COMMENT: _SIGNED_IN,
    Permission.PROPOSE: _SIGNED_IN,
    Permission.OWN_TOKENS: _SIGNED_IN,
    Permission.OWN_JOBS: _SIGNED_IN,
    Permission.VOTE: frozenset({Role.DEPUTY}),
    Permission.DECIDE_FINDING: _PARLIAMENT,
    Permission.REVIEW_RULES: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.CORRECT_POWER: _PARLIAMENT,
    Permission.DECIDE_PROPOSAL: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.WRITE_AMENDMENT: _PARLIAMENT | {Role.DRAFTER},
    Permission.EDIT_ANY_AMENDMENT: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.DECIDE_AMENDMENT: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.SOLVE_CONFLICT: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.DRAFT_BILL: _PARLIAMENT | {Role.DRAFTER},
    Permission.EDIT_BILL: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.MODERATE: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.IMPORT: frozenset({Role.STAFF, Role.ADMIN}),
    Permission.READ_AUDIT: frozenset({Role.ADMIN}),
    Permission.MANAGE_ACCOUNTS: frozenset({Role.ADMIN}),
}


def allowed(role: Role, permission: Permission) -> bool:
    """True when a role may do this."""
    return role in PERMISSIONS[permission]
