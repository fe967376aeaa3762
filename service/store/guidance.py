"""What a person decided about reading an instruction: places chosen, editorial rules switched off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from amendments.operations.words import ADJUSTMENTS

if TYPE_CHECKING:
    from amendments.instructions.choices import Choice
    from service.store.tables import AmendmentRevision


@dataclass(frozen=True, slots=True)
class Guidance:
    """The decisions for one language."""

    choices: tuple[Choice, ...] = ()
    adjustments: frozenset[str] = ADJUSTMENTS


NONE = Guidance()


def guidance_of(revision: AmendmentRevision, language: str) -> Guidance:
    """The decisions about a stored revision's instruction in a language."""
    data = (revision.guidance or {}).get(language)
    if not data:
        return NONE
    # here, not above: the language of instructions is slow to import
    from amendments.instructions.choices import Choice

    kept = data.get("choices", ())
    choices = tuple(Choice(one["key"], one["address"], one.get("at"), one.get("words", "")) for one in kept)
    return Guidance(choices, ADJUSTMENTS - set(data.get("without", ())))


def stored(language: str, choices: Sequence[Choice], adjustments: frozenset[str]) -> Mapping[str, Any] | None:
    """The decisions as a revision keeps them; None where nothing was decided."""
    without = sorted(ADJUSTMENTS - adjustments)
    if not choices and not without:
        return None
    places = [_kept(one) for one in choices]
    return {language: {"choices": places, "without": without}}


def _kept(choice: Choice) -> dict[str, Any]:
    kept = {"key": choice.key, "address": choice.address, "at": choice.at}
    return kept | {"words": choice.words} if choice.words else kept
