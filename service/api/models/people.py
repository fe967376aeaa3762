"""The caller, as the API tells them about themselves."""

from __future__ import annotations

from pydantic import Field

from service.api.models.common import Person, person
from service.errors import Unauthenticated
from service.security.current import can, current_account
from service.security.permissions import Permission


class Me(Person):
    """Who you are and what you may do."""

    login: str
    permissions: list[str] = Field(description="What this token may do: your role's rights, within its scopes.")


def me() -> Me:
    """The account behind this request. Raises Unauthenticated("sign_in_needed") for a visitor."""
    account = current_account()
    if account is None:
        raise Unauthenticated("sign_in_needed")
    return Me(
        login=account.login,
        permissions=[permission.value for permission in Permission if can(permission)],
        **dict(person(account)),
    )
