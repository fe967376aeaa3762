"""The Russian and the Kazakh text of an edition beside each other, by address, with their differences in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.law.edition import Edition
from amendments.law.pairing import AuthenticityWarning, pair
from service.web.presenters.citation import anchor
from service.web.presenters.reading import Paragraph, paragraph
from service.web.presenters.warnings import difference


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """One unit in both languages, None where it is missing, and what differs, in the reader's words."""

    anchor: str
    address: str
    ru: Paragraph | None
    kk: Paragraph | None
    differences: tuple[str, ...]


def two_texts(ru: Edition, kk: Edition, found: Sequence[AuthenticityWarning]) -> list[TwoTexts]:
    """Every unit of both texts in the order of the Russian one. A difference whose unit has no paragraph of its own
    stands at the unit that holds it."""
    said: dict[str, list[str]] = {}
    pairs = pair(ru, kk)
    known = {one.address for one in pairs}
    for warning in found:
        address = warning.address
        while address and address not in known:
            address = address.rpartition("/")[0]
        said.setdefault(address, []).append(difference(warning))
    return [
        TwoTexts(
            anchor(one.address),
            one.address,
            None if one.ru is None else paragraph(one.address, one.ru, "ru"),
            None if one.kk is None else paragraph(one.address, one.kk, "kk"),
            tuple(said.get(one.address, ())),
        )
        for one in pairs
    ]


def only_different(rows: Sequence[TwoTexts]) -> list[TwoTexts]:
    """The rows that differ, each after the headings and units that hold it."""
    shown = {row.address for row in rows if row.differences}
    for address in tuple(shown):
        while address := address.rpartition("/")[0]:
            shown.add(address)
    return [row for row in rows if row.address in shown]
