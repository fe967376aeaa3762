"""From an edited text to the instruction that orders the edits, and what of them no instruction can order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from amendments.instructions.applying import apply_instruction
from amendments.instructions.differing import differing, list_ends
from amendments.instructions.plan import Unwritable
from amendments.instructions.planning import plan
from amendments.instructions.reading import parse
from amendments.instructions.writing import write_plan
from amendments.law.edition import Edition
from amendments.law.naming import naming_of
from amendments.operations.apply import apply, try_apply
from amendments.operations.compare import compare
from amendments.operations.model import Operation
from amendments.operations.refusal import place
from amendments.operations.report import affected

_REASONS: Final = {
    "no_formula": {
        "ru": "{where}: ни одна формула не может велеть этого изменения ({kind}).",
        "kk": "{where}: бұл өзгерісті ({kind}) ешбір формула бұйыра алмайды.",
        "en": "{where}: no formula can order this change ({kind}).",
    },
    "quotes": {
        "ru": "{where}: в новом тексте непарные кавычки всех видов, его нельзя взять в кавычки. Исправьте кавычки.",
        "kk": "{where}: жаңа мәтінде барлық түрдегі тырнақшалар жұпсыз, оны тырнақшаға алуға болмайды. Түзетіңіз.",
        "en": "{where}: quotation marks of every kind stand unpaired in the new text. Mend them.",
    },
    "unproved": {
        "ru": "{where}: написанное указание не даёт в точности нового текста, поэтому оно не предлагается.",
        "kk": "{where}: жазылған нұсқау жаңа мәтінді дәл бермейді, сондықтан ол ұсынылмайды.",
        "en": "{where}: the instruction written does not give the new text exactly, so it is not offered.",
    },
}


@dataclass(frozen=True)
class Unwritten:
    """A change that no instruction orders: `code` is no_formula, quotes or unproved."""

    operation: Operation
    code: str

    def describe(self, language: str = "ru") -> str:
        """The reason as a sentence in ru, kk or en."""
        where = place(self.operation.address, language)
        return _REASONS[self.code][language].format(where=where[:1].upper() + where[1:], kind=self.operation.kind)


@dataclass(frozen=True)
class Drafted:
    """The instruction for a change of the law, the operations it is read back as, and what it leaves out.

    `list_ends` are addresses where the new text ends an item of a list with «.» and the instruction's outcome with
    «;» or the reverse: no instruction orders that, editors do it.
    """

    text: str
    operations: tuple[Operation, ...]
    unwritten: tuple[Unwritten, ...]
    list_ends: tuple[str, ...] = ()


def draft(operations: Sequence[Operation], edition: Edition, language: str) -> Drafted:
    """The instruction that orders operations on an edition, proved by reading it and applying it to the edition.

    What no formula orders is left out with everything else in its article, and listed. Raises Refused by `apply`
    where the operations cannot be applied to the edition, KeyError for an unknown language.
    """
    apply(operations, edition)
    naming = naming_of(edition)
    left = list(operations)
    unwritten: list[Unwritten] = []
    while left:
        try:
            planned = plan(left, edition)
            text = write_plan(planned, language, naming)
        except Unwritable as error:
            code = "quotes" if isinstance(error.__cause__, ValueError) else "no_formula"
            gone = _in_articles(left, {_article(error.operation.address)})
        else:
            outcome = apply_instruction(parse(text, edition.language), edition, partial=False)
            wanted = try_apply(left, edition).edition
            wrong = differing(outcome.edition, wanted)
            wrong |= {planned[refusal.operation].address for refusal in outcome.refusals}
            if not wrong and not outcome.problems:
                return Drafted(text, tuple(planned), tuple(unwritten), list_ends(outcome.edition, wanted))
            code, gone = "unproved", _in_articles(left, {_article(address) for address in wrong})
        unwritten.extend(Unwritten(operation, code) for operation in gone)
        left = [operation for operation in left if not any(operation is one for one in gone)]
    return Drafted("", (), tuple(unwritten))


def draft_between(old: Edition, new: Edition) -> Drafted:
    """The instruction that turns one text into another of the same language; notes and layout do not count."""
    return draft(compare(old, new).operations, old, old.language)


def _article(address: str) -> str:
    return address.split("/")[0]


def _in_articles(operations: Sequence[Operation], articles: set[str]) -> list[Operation]:
    """The operations on articles, which may depend on each other; all, where none of them is on these."""
    return [one for one in operations if _article(affected(one)) in articles] or list(operations)
