"""The Russian and the Kazakh instruction of one bill: where they order different things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from amendments.law.citations import format_address, join, steps_of
from amendments.law.edition import PREFIX
from amendments.law.provision import Provision
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    RemoveWords,
    ReplaceWords,
    Suspend,
)

# Word for word the languages differ: changes of words at one place are of one sort.
_WORDS: Final = (ReplaceWords, InsertWords, AppendWords, RemoveWords)
_SENTENCES: Final = {
    "ru": "{where}: изменение есть только в тексте на {language} языке ({count}).",
    "kk": "{where}: өзгеріс тек {language} тіліндегі мәтінде бар ({count}).",
    "en": "{where}: this change is in the {language} text only ({count}).",
}
_LANGUAGES: Final = {
    "ru": {"ru": "русском", "kk": "казахском"},
    "kk": {"ru": "орыс", "kk": "қазақ"},
    "en": {"ru": "Russian", "kk": "Kazakh"},
}


@dataclass(frozen=True)
class Difference:
    """A change that one language orders `count` times more often than the other."""

    language: str
    sort: str
    address: str
    count: int

    def describe(self, language: str = "ru") -> str:
        """The difference as a sentence in ru, kk or en."""
        where = format_address(self.address, "kk" if language == "kk" else "ru")
        name = _LANGUAGES[language][self.language]
        return _SENTENCES[language].format(where=where, language=name, count=self.count)


def differences(russian: Sequence[Operation], kazakh: Sequence[Operation]) -> list[Difference]:
    """What one instruction orders and the other does not, by kind and address, in the order of the Russian one."""
    ru, kk = Counter(_sorts(russian)), Counter(_sorts(kazakh))
    found: list[Difference] = []
    for sort, address in dict.fromkeys([*ru, *kk]):
        more = ru[sort, address] - kk[sort, address]
        if sort == "words" and ru[sort, address] and kk[sort, address]:
            continue  # one language may need two changes where the other needs one
        if more:
            found.append(Difference("ru" if more > 0 else "kk", sort, address, abs(more)))
    return found


def _sorts(operations: Sequence[Operation]) -> list[tuple[str, str]]:
    sorts: list[tuple[str, str]] = []
    for operation in operations:
        if isinstance(operation, _WORDS):
            sorts.append(("words", operation.address))
        elif isinstance(operation, Insert):
            sorts.extend((operation.kind, _arrival(operation, unit)) for unit in operation.units)
        elif isinstance(operation, Suspend):
            sorts.append((f"{operation.kind} {operation.until}", operation.address))
        else:
            sorts.append((operation.kind, operation.address))
    return sorts


def _arrival(operation: Insert, unit: Provision) -> str:
    """Where a new unit comes to stand, as far as its number says."""
    own = join((*steps_of(operation.address), (PREFIX[unit.kind], unit.number))) if unit.number else ""
    return own or operation.address
