"""Places in stored editions that people point at: does the address exist, do the words stand there?"""

from __future__ import annotations

from sqlmodel import Session

from amendments.law.edition import Edition
from amendments.law.normal import find_words
from service.errors import Invalid, NotFound
from service.store.editions import list_editions, load_edition
from service.store.tables import Act

MAX_ADDRESS = 200


def check_address(session: Session, act: Act, address: str) -> None:
    """Raise NotFound("address_not_found") unless the act's last edition in some language has this address."""
    if not address:
        return
    last = {row.language: row for row in list_editions(session, act)}
    for row in last.values():
        if len(address) <= MAX_ADDRESS and load_edition(session, row).locate(address) is not None:
            return
    raise NotFound("address_not_found", field="address", address=address[:MAX_ADDRESS])


def words_at(edition: Edition, address: str) -> str:
    """The words at an address ("" is the whole text). Raises NotFound("address_not_found")."""
    if not address:
        return edition.text
    target = edition.locate(address) if len(address) <= MAX_ADDRESS else None
    if target is None:
        raise NotFound("address_not_found", field="address", address=address[:MAX_ADDRESS])
    return target.words


def check_quote(edition: Edition, address: str, quote: str) -> None:
    """Raise Invalid("quote_not_found") unless the words stand at the address, whatever their dashes and quotes."""
    words = words_at(edition, address)
    if quote and not find_words(words, quote) and quote not in words:
        raise Invalid("quote_not_found", field="quote", address=address)
