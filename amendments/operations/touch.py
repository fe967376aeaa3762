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
    """Raised inside a step; `apply` turns it into a refusal.

    A parameter may be a function without arguments: what costs a search is sought only if the reason is to be told.
    """

    def __init__(self, code: str, address: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.address = address
        self.params = params

    def refusal(self, operation: int, *, explain: bool = True) -> Refusal:
        """The refusal of the operation at this index; without `explain` its code and address alone."""
        params = {name: value() if callable(value) else value for name, value in self.params.items()} if explain else {}
        return Refusal(self.code, self.address, params, operation)
