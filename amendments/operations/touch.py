"""What an operation touched, and the exception by which a step says that it cannot be done."""

from __future__ import annotations

from dataclasses import dataclass, field

from amendments.operations.refusal import Refusal
from amendments.operations.words import Edit


@dataclass(frozen=True)
class Touch:
    """A paragraph that an operation changed: its address before, and the edits of its words.

    `what`: words, restated, inserted, removed, moved, renumbered, heading, layout.
    """

    address: str
    what: str
    edits: tuple[Edit, ...] = field(default=())


class Denied(Exception):
    """Raised inside a step; `apply` turns it into a refusal."""

    def __init__(self, code: str, address: str, **params: object) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, address, params)
