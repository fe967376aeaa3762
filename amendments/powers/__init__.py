"""The powers register: who may do what at which level, read out of the text of a law.

`register(edition)` reads the competence articles of an edition in Russian or Kazakh; `judge(register)` gives subjects
and candidates (duplicated, non-core, missing); `pair` and `differences` put two languages side by side; `delta`
compares two registers; `draft` makes the operations of a proposal. All of it is advice, and a person decides.
"""

from __future__ import annotations

from amendments.powers.delta import Change, Delta, delta
from amendments.powers.divided import Division
from amendments.powers.drafting import Draft, DraftRefused, draft
from amendments.powers.duplicates import Duplicate, candidates, duplicates
from amendments.powers.judging import Judgement, judge
from amendments.powers.loading import Bodies, Body, Level, bodies
from amendments.powers.missing import Asked, Missing, asked_in_public, missing
from amendments.powers.model import SLOTS, Holder, Named, Power, Register, Slot, Unread
from amendments.powers.non_core import Kind, NonCore, kinds, non_core
from amendments.powers.pairing import Difference, Paired, differences, pair
from amendments.powers.proposals import Proposal, proposals
from amendments.powers.reading import read as register
from amendments.powers.side_by_side import Stretch, stretches
from amendments.powers.subjects import OTHER, About, Subject, about, about_all, about_words, groups, subjects

__all__ = [
    "OTHER", "SLOTS",
    "About", "Asked", "Bodies", "Body", "Change", "Delta", "Difference", "Division", "Draft", "DraftRefused",
    "Duplicate", "Holder", "Judgement", "Kind", "Level", "Missing", "Named", "NonCore", "Paired", "Power",
    "Proposal", "Register", "Slot", "Stretch", "Subject", "Unread",
    "about", "about_all", "about_words", "asked_in_public", "bodies", "candidates", "delta", "differences", "draft",
    "duplicates", "groups", "judge", "kinds", "missing", "non_core", "pair", "proposals", "register", "stretches",
    "subjects",
]  # fmt: skip
