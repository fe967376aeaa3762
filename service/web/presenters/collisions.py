"""Conflicts between amendments of one bill, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import lazy_gettext as _

from service.store.clashes import Clash
from service.web.presenters.amendments import AmendmentLine
from service.web.presenters.citation import cite

KINDS: Final[Mapping[str, Any]] = {
    "same_words": _("both change the same words"),
    "same_unit": _("both change the same unit"),
    "parent_removed": _("one takes out the unit that the other changes"),
    "same_number": _("both bring in a unit with the same number"),
    "order": _("the outcome depends on which comes first"),
}


@dataclass(frozen=True, slots=True)
class ClashLine:
    """A conflict on the page of one amendment: with which one, of what kind, where."""

    line: AmendmentLine
    kind: str
    place: str


def clash_lines(
    found: Sequence[Clash], number: int, lines: Mapping[int, AmendmentLine], language: str
) -> list[ClashLine]:
    """The conflicts of one amendment."""
    return [
        ClashLine(
            lines[clash.other(number)], str(KINDS[clash.conflict.kind]), cite(clash.conflict.first_address, language)
        )
        for clash in found
        if number in (clash.first, clash.second)
    ]
