"""Parts of many answers."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from service.store.tables import Account

Kind = Literal[
    "act", "part", "section", "subsection", "chapter", "paragraph", "article", "point", "subpoint", "clause",
    "indent", "quote", "preamble", "annex", "note", "signature",
]  # fmt: skip


class Both(BaseModel):
    """The same in both languages."""

    ru: str
    kk: str


class Person(BaseModel):
    """Somebody who wrote or decided."""

    name: Both
    position: Both
    role: str = Field(description="akim, drafter, deputy, staff or admin.")


def person(account: Account) -> Person:
    """An account as others see it: without its login."""
    return Person(
        name=Both(ru=account.name_ru, kk=account.name_kk),
        position=Both(ru=account.position_ru, kk=account.position_kk),
        role=account.role.value,
    )


def author(account: Account | None) -> Person | None:
    """The same of somebody who may be unknown."""
    return None if account is None else person(account)
