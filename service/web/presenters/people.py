"""People as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from service.store.tables import Account
from service.web.formats import initials


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name and position in the page's language, and two letters for the badge."""

    name: str
    position: str
    initials: str
    login: str
    role: str


def person(account: Account, language: str) -> Person:
    """An account as a page in `language` shows it; the other language stands in where one is empty."""
    name = in_language(account.name_ru, account.name_kk, language) or account.login
    position = in_language(account.position_ru, account.position_kk, language)
    return Person(name, position, initials(name), account.login, account.role.value)


def name_of(account: Account | None, language: str) -> str:
    """A name, or "" for nobody."""
    return "" if account is None else person(account, language).name


def in_language(russian: str, kazakh: str, language: str) -> str:
    """The text in the page's language, else the one there is."""
    first, second = (kazakh, russian) if language == "kk" else (russian, kazakh)
    return first or second
