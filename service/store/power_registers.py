"""The lists of a stored edition's register, with what people propose held against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session

from service.store.power_lists import Lists, requests_of
from service.store.powers import Powers, judge_powers, powers_of
from service.store.proposals import ProposalEntry
from service.store.tables import Act, EditionRow


def lists_of(
    session: Session, act: Act, powers: Powers, rows: Mapping[str, EditionRow], proposals: Sequence[ProposalEntry]
) -> Lists:
    """The lists of a register; `rows` are the editions of its date by language.

    A proposal in the other language is held against the register of that language. Two queries at most.
    """
    said = [(entry.proposal, entry.author) for entry in proposals]
    language = powers.register.language
    judgement = judge_powers(session, act, powers, requests_of(said, language))
    for other, row in rows.items():
        requests = requests_of(said, other)
        if other != language and requests:
            found = judge_powers(session, act, powers_of(session, row), requests).missing
            theirs = tuple(one for one in found if one.asked is not None and one.asked in requests)
            judgement = replace(judgement, missing=(*judgement.missing, *theirs))
    return Lists(powers.register, judgement)
