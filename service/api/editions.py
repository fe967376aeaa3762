"""Finding the edition and the place that an address of the API names."""

from __future__ import annotations

from datetime import date

from amendments.law.edition import Edition
from amendments.law.nearest import nearest
from amendments.law.target import Target
from amendments.operations.refusal import place
from service import context
from service.api.language import reader_language
from service.api.problems import UnknownPlace
from service.errors import NotFound
from service.store.editions import edition_row_at, get_edition_row
from service.store.places import MAX_ADDRESS
from service.store.tables import Act, EditionRow


def edition_row(act: Act, language: str, on: date) -> EditionRow:
    """The edition that starts on a date (a draft too), else the one in force then.

    Raises NotFound("before_first_edition") with the first date, or NotFound("no_editions_in_language").
    """
    session = context.reading()
    try:
        return get_edition_row(session, act, language, on)
    except NotFound:
        return edition_row_at(session, act, language, on)


def locate(edition: Edition, address: str) -> Target:
    """What an address names in an edition. Raises UnknownPlace with the nearest places."""
    target = edition.locate(address) if len(address) <= MAX_ADDRESS else None
    if target is None:
        raise unknown_place(edition, address)
    return target


def unknown_place(edition: Edition, address: str) -> UnknownPlace:
    """The mistake of naming a place that is not there, with the nearest ones that are."""
    language = reader_language()
    near = nearest(edition, address) if len(address) <= MAX_ADDRESS else []
    return UnknownPlace(address, [(found, place(found, language)) for found in near])
