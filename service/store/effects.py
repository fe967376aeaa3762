"""What an amendment does to the law: its instruction read and applied to the bill's base edition.

Nothing here changes the database. Outcomes are cached by revision: a revision and an edition never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from amendments.law.edition import Edition
from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Effect:
    """The outcome of one revision in one language.

    `operations`, `problems`, `outside` are those of `amendments.instructions.parse`; `edition` is the base
    edition with the operations applied (None when any was refused), `changes` what each touched,
    `refusals` why not.
    """

    language: str
    base: Edition
    operations: tuple[Any, ...]
    problems: tuple[Any, ...]
    outside: tuple[Any, ...]
    edition: Edition | None
    changes: tuple[Any, ...]
    refusals: tuple[Any, ...]

    @property
    def exact(self) -> bool:
        """True when every word of the instruction was understood and applied."""
        return self.edition is not None and not self.problems and not self.refusals


def amendment_effect(session: Session, amendment_id: int, language: str, revision: int | None = None) -> Effect:
    """The effect of an amendment (its latest revision, or a given one) in a language. Cached.

    Raises NotFound("amendment_not_found"), NotFound("edition_not_found") when the base has no such language.
    """
    raise NotImplementedError


def instruction_effect(base: Edition, instruction: str, language: str) -> Effect:
    """The effect of an instruction that is not stored yet (preview); not cached."""
    raise NotImplementedError


def redline_rows(session: Session, amendment_id: int, language: str) -> tuple[Any, ...]:
    """`amendments.operations.redline` rows of base and outcome; empty when the amendment was refused. Cached."""
    raise NotImplementedError
