"""Everything that is judged of a register at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amendments.powers.duplicates import Duplicate, duplicates
from amendments.powers.memory import Memo
from amendments.powers.missing import Asked, Missing, missing
from amendments.powers.model import Register
from amendments.powers.non_core import NonCore, non_core
from amendments.powers.subjects import About, Corrections, about_all


@dataclass(frozen=True)
class Judgement:
    """Subjects by the id of a power, and the candidates: duplicated (the best first), non-core, missing."""

    about: Mapping[str, About]
    duplicates: tuple[Duplicate, ...]
    non_core: tuple[NonCore, ...]
    missing: tuple[Missing, ...]


def judge(
    register: Register,
    *,
    corrections: Corrections | None = None,
    asked: Iterable[Asked] | None = None,
    memo: Memo | None = None,
) -> Judgement:
    """Judge a register: subjects, duplicated, non-core and missing powers. Candidates are advice, never a verdict.

    `corrections` are subjects that people set (see `subjects.about`), `asked` requests for powers (those known in
    public where None), `memo` what was worked out before (see `reading.read`).
    """
    known: Memo = {} if memo is None else memo
    about = about_all(register, corrections)
    return Judgement(
        about,
        duplicates(register, known, about),
        non_core(register),
        missing(register, asked, known),
    )
