"""Kazakh formulas: the sentence that orders an operation, from its place inside the context line."""

from __future__ import annotations

from typing import Final

from amendments.instructions.printing import in_quotes, printed, sort_of_words
from amendments.law.citations import KINDS, format_address, steps_of
from amendments.law.forms import NounCase
from amendments.law.names_kk import kk_name
from amendments.law.naming import Naming
from amendments.law.ordinals import LIMIT, kk_ordinal
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
)

_NOUNS: Final = {
    "word": {"nom": "сөз", "ins": "сөзбен", "abl": "сөзден", "gen": "сөздің"},
    "words": {"nom": "сөздер", "ins": "сөздермен", "abl": "сөздерден", "gen": "сөздердің"},
    "digits": {"nom": "цифрлар", "ins": "цифрлармен", "abl": "цифрлардан", "gen": "цифрлардың"},
    "sign": {"nom": "белгі", "ins": "белгімен", "abl": "белгіден", "gen": "белгінің"},
}
_MONTHS: Final = (
    "қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға", "қыркүйекке",
    "қазанға", "қарашаға", "желтоқсанға",
)  # fmt: skip
_CASES: Final = " (тиісті септіктерде)"
REMOVE_MANY: Final = "алып тасталсын"


def quoted(words: str, case: str, *more: str) -> str:
    """«…» деген сөздер, сөзбен, цифрлармен."""
    kinds = {sort_of_words(item) for item in (words, *more)}
    kind = kinds.pop() if len(kinds) == 1 else "words"
    if more and kind == "word":
        kind = "words"
    return ", ".join(in_quotes(item) for item in (words, *more)) + f" деген {_NOUNS[kind][case]}"


def at_place(address: str, naming: Naming) -> str:
    """«1-тармақтағы », "" for the context itself."""
    return f"{format_address(address, 'kk', 'attr', naming)} " if address else ""


def unit(address: str, naming: Naming, case: NounCase = "nom") -> str:
    """«1-тармақ », "" for the context itself."""
    return f"{format_address(address, 'kk', case, naming)} " if address else ""


def formula(operation: Operation, address: str, naming: Naming) -> str:
    """The sentence without its end mark. `address` is the operation's place relative to its context line.

    `naming` are the names that the act uses for its units.
    """
    return _WRITERS[type(operation)](operation, address, naming)


def _replace(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, ReplaceWords)  # noqa: S101 - the table of writers says so
    cases = _CASES if op.inflected else ""
    return f"{at_place(address, naming)}{quoted(op.old, 'nom')}{cases} {quoted(op.new, 'ins')} ауыстырылсын"


def _remove_words(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, RemoveWords)  # noqa: S101
    cases = _CASES if op.inflected else ""
    return f"{at_place(address, naming)}{quoted(op.words, 'nom')}{cases} алып тасталсын"


def _insert_words(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, InsertWords)  # noqa: S101
    anchor = f"{quoted(op.after, 'abl')} кейін" if op.after else f"{quoted(op.before, 'gen')} алдынан"
    return f"{unit(address, naming)}{anchor} {quoted(op.words, 'ins')} толықтырылсын"


def _append(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, AppendWords)  # noqa: S101
    return f"{unit(address, naming)}{quoted(op.words, 'ins')} толықтырылсын"


def _remove(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Remove)  # noqa: S101
    return f"{unit(address, naming)}алып тасталсын"


def _restate(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Restate)  # noqa: S101
    return f"{unit(address, naming)}мынадай редакцияда жазылсын:\n\n{in_quotes(printed(op.new))}"


def _heading(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, RenameHeading)  # noqa: S101
    name = "тақырыбы" if address else "тақырып"
    return f"{unit(address, naming, 'gen')}{name} мынадай редакцияда жазылсын:\n\n{in_quotes(op.heading)}"


def _renumber(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Renumber)  # noqa: S101
    prefix = steps_of(address)[-1][0]
    return f"{unit(address, naming)}{format_address(f'{prefix}_{op.number}', 'kk', naming=naming)} деп есептелсін"


def _throughout(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, ReplaceThroughout)  # noqa: S101
    where = f"{unit(address, naming, 'gen')}бүкіл мәтіні бойынша" if address else "бүкіл мәтін бойынша"
    olds, news = [old for old, _ in op.pairs], [new for _, new in op.pairs]
    cases = _CASES if op.inflected else ""
    start = f"{where} {quoted(olds[0], 'nom', *olds[1:])}{cases}"
    if not any(news):
        return f"{start} алып тасталсын"
    how = "тиісінше " if len(news) > 1 else ""
    return f"{start} {how}{quoted(news[0], 'ins', *news[1:])} ауыстырылсын"


def _insert(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Insert)  # noqa: S101
    kind = op.units[0].kind
    many = len(op.units) > 1
    after = ""
    name = kk_name(naming.noun(kind), "ins", many)
    if op.units[0].number:
        named = _numbered([item.number for item in op.units], kind, name, naming)
        if op.after:
            after = f"{format_address('/'.join(op.after.split('/')[-1:]), 'kk', 'abl', naming)} кейін "
    elif kind == "preamble":
        named = name
    else:
        named = _unnumbered(op, kind, name)
    return f"{unit(address, naming)}{after}мынадай мазмұндағы {named} толықтырылсын:\n\n{in_quotes(printed(op.units))}"


def _unnumbered(op: Insert, kind: str, name: str) -> str:
    if op.after is None:
        return name
    steps = steps_of(op.after)
    first = int(steps[-1][1]) + 1 if steps and KINDS.get(steps[-1][0]) == kind else 1
    return f"{_list([kk_ordinal(first + i) for i in range(len(op.units))])} {name}"


def _suspend(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Suspend)  # noqa: S101
    day = f"{op.until.year} жылғы {op.until.day} {_MONTHS[op.until.month - 1]} дейін"
    start = f"{unit(address, naming, 'gen')}қолданысы {day} тоқтатыла тұрсын"
    if not op.temporary:
        return start
    noun = kk_name(naming.noun(KINDS[steps_of(op.address)[-1][0]]), "nom", False, False)
    told = f"тоқтатыла тұрған кезеңде осы {noun} мынадай редакцияда қолданылады деп белгіленсін"
    return f"{start}, {told}:\n\n{in_quotes(printed(op.temporary))}"


def _numbered(numbers: list[str], kind: str, name: str, naming: Naming) -> str:
    """Numbers before the name of their unit: «2 және 3-тармақтар», «2) тармақша», in codes «екінші бөлік»."""
    if naming.noun(kind) == "clause" and all(number.isdigit() and 0 < int(number) <= LIMIT for number in numbers):
        return f"{_list([kk_ordinal(int(number)) for number in numbers])} {name}"
    bracket = kind == "subpoint"
    return f"{_list([number + ')' * bracket for number in numbers])}{' ' if bracket else '-'}{name}"


def _list(items: list[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" және {items[-1]}"


def unit_list(addresses: list[str], naming: Naming) -> str:
    """«2, 3 және 4-тармақтар »: several units that one verb takes."""
    steps = [steps_of(address) for address in addresses]
    kind = KINDS[steps[0][-1][0]]
    rest = "/".join(f"{name}_{number}" if number else name for name, number in steps[0][:-1])
    outer = f"{format_address(rest, 'kk', 'gen', naming)} " if rest else ""
    name = kk_name(naming.noun(kind), "nom", True, bool(rest))
    return f"{outer}{_numbered([item[-1][1] for item in steps], kind, name, naming)} "


_WRITERS: Final = {
    ReplaceWords: _replace,
    RemoveWords: _remove_words,
    InsertWords: _insert_words,
    AppendWords: _append,
    Remove: _remove,
    Restate: _restate,
    RenameHeading: _heading,
    Renumber: _renumber,
    ReplaceThroughout: _throughout,
    Insert: _insert,
    Suspend: _suspend,
}
