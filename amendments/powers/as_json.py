"""The register as JSON: what `tuzetu powers --json` writes and other programs read."""

from __future__ import annotations

from typing import Any

from amendments.powers.delta import Change, Delta
from amendments.powers.duplicates import Duplicate
from amendments.powers.missing import Missing
from amendments.powers.model import SLOTS, Named, Power, Slot, Unread
from amendments.powers.non_core import NonCore
from amendments.powers.pairing import Difference
from amendments.powers.proposals import Proposal


def power(one: Power, level: str = "", subject: str = "") -> dict[str, Any]:
    """A power as JSON, for one of its levels ("" for the one it is counted at first)."""
    return {
        "id": one.id,
        "address": one.address,
        "level": level or one.level,
        "levels": list(one.levels),
        "body": one.body,
        "head": one.holder.head,
        "action": one.action.words,
        "object": object_words(one),
        "action_classes": list(one.action_classes),
        "subject": subject,
        "state": one.state,
        "since": one.since.isoformat() if one.since else None,
        "scope": one.scope,
        "named": [named(other) for other in one.named],
        "spans": {"holder": span(one.holder.place), "action": span(one.action), "object": span(one.object)},
        **{name: slot(getattr(one, name)) for name in SLOTS},
    }


def object_words(one: Power) -> str:
    """The words of a power's object with the items of its own list."""
    return " ".join(part.words for part in (one.object, *one.items) if part.words)


def slot(one: Slot | None) -> dict[str, Any] | None:
    """A slot with its words and place, or None."""
    return None if one is None else {"words": one.words, **span(one)}


def span(one: Slot) -> dict[str, Any]:
    """Where a slot's words stand: characters of the own text of the provision at an address."""
    return {"address": one.address, "start": one.start, "end": one.end}


def named(one: Named) -> dict[str, Any]:
    """Another body that a power names."""
    return {"levels": list(one.levels), "body": one.body, "relation": one.relation, "words": one.place.words}


def unread(one: Unread) -> dict[str, Any]:
    """A unit that gave no power."""
    return {"address": one.address, "reason": one.reason, "words": one.words}


def duplicate(one: Duplicate, language: str) -> dict[str, Any]:
    """Two powers over one object."""
    return {
        "addresses": list(one.addresses),
        "ids": [one.left.id, one.right.id],
        "levels": [list(one.left.levels), list(one.right.levels)],
        "grade": one.grade,
        "score": one.score,
        "common": list(one.common),
        "left_only": list(one.left_only),
        "right_only": list(one.right_only),
        "division": None
        if one.division is None
        else {"rule": one.division.rule, "reason": one.division.reason[language]},
    }


def non_core(one: NonCore, language: str) -> dict[str, Any]:
    """A candidate for a power that is not theirs."""
    return {
        "address": one.power.address,
        "id": one.power.id,
        "level": one.power.level,
        "body": one.power.body,
        "kind": one.kind.id,
        "name": one.kind.name[language],
        "reason": one.kind.reason[language],
        "source": one.kind.source[language],
        "words": one.words,
        "sure": one.kind.sure,
    }


def missing(one: Missing, language: str) -> dict[str, Any]:
    """Something that is not there."""
    return {
        "kind": one.kind,
        "what": one.what,
        "reason": one.name[language],
        "address": one.power.address if one.power else None,
        "asked": None
        if one.asked is None
        else {
            "words": one.asked.words[language],
            "level": one.asked.level,
            "body": one.asked.body,
            "who": one.asked.who,
            "source": one.asked.source[language],
        },
        "found": one.found,
        "near": [power.id for power in one.near],
    }


def proposal(one: Proposal, language: str) -> dict[str, Any]:
    """What is proposed for a power."""
    return {
        "kind": one.kind,
        "address": one.address,
        "level": one.level,
        "body": one.body,
        "words": dict(one.words),
        "grounds": one.grounds.get(language, ""),
        "author": one.author,
        "source": one.source,
        "state": one.state,
    }


def difference(one: Difference) -> dict[str, Any]:
    """What the two languages say differently."""
    return {"kind": one.kind, "address": one.address, "language": one.language, "ru": one.ru, "kk": one.kk}


def delta(one: Delta, language: str) -> dict[str, Any]:
    """What a newer edition or a bill does to the register."""
    return {
        "changes": [change(each) for each in one.changes],
        "duplicates_made": [duplicate(each, language) for each in one.duplicates_made],
        "duplicates_gone": [duplicate(each, language) for each in one.duplicates_gone],
    }


def change(one: Change) -> dict[str, Any]:
    """What happened to the powers of one provision."""
    return {
        "kind": one.kind,
        "address": one.address,
        "to": one.to,
        "old": [power(each) for each in one.old],
        "new": [power(each) for each in one.new],
    }
