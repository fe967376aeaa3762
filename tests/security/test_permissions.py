"""The permission table, cell by cell: who may do what."""

from __future__ import annotations

import pytest

from service.security.permissions import PERMISSIONS, Permission, allowed
from service.store.tables import Role

V, A, W, D, S, M = Role.VISITOR, Role.AKIM, Role.DRAFTER, Role.DEPUTY, Role.STAFF, Role.ADMIN

#                                visitor akim drafter deputy staff admin
TABLE = {
    Permission.READ:                 "yyyyyy",
    Permission.EXPORT:               "yyyyyy",
    Permission.COMMENT:              "-yyyyy",
    Permission.WITHDRAW_OWN_COMMENT: "-yyyyy",
    Permission.PROPOSE:              "-yyyyy",
    Permission.OWN_TOKENS:           "-yyyyy",
    Permission.OWN_JOBS:             "-yyyyy",
    Permission.VOTE:                 "---y--",
    Permission.WRITE_AMENDMENT:      "--yyyy",
    Permission.DRAFT_BILL:           "--yyyy",
    Permission.DECIDE_FINDING:       "---yyy",
    Permission.CORRECT_POWER:        "---yyy",
    Permission.REVIEW_RULES:         "----yy",
    Permission.DECIDE_PROPOSAL:      "----yy",
    Permission.DECIDE_AMENDMENT:     "----yy",
    Permission.SOLVE_CONFLICT:       "----yy",
    Permission.EDIT_ANY_AMENDMENT:   "----yy",
    Permission.REVIEW_RULES:   "----yy",
    Permission.EDIT_BILL:            "----yy",
    Permission.MODERATE:             "----yy",
    Permission.IMPORT:               "----yy",
    Permission.READ_AUDIT:           "-----y",
    Permission.MANAGE_ACCOUNTS:      "-----y",
}  # fmt: skip


def test_every_permission_is_in_the_table_and_here() -> None:
    assert set(PERMISSIONS) == set(Permission) == set(TABLE)


@pytest.mark.parametrize("permission", Permission)
def test_a_row(permission: Permission) -> None:
    row = "".join("y" if allowed(role, permission) else "-" for role in (V, A, W, D, S, M))
    assert row == TABLE[permission]
