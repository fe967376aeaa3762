"""Russian formulas: the sentence that orders an operation, from its place inside the context line."""

from __future__ import annotations

from typing import Final

from amendments.instructions.printing import in_quotes, printed, sort_of_words
from amendments.law.citations import KINDS, format_address, steps_of
from amendments.law.forms import NounCase
from amendments.law.names_ru import ru_gender, ru_name
from amendments.law.ordinals import Case, ru_ordinal
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
    "word": {"acc": "слово", "ins": "словом", "gen": "слова"},
    "words": {"acc": "слова", "ins": "словами", "gen": "слов"},
    "digits": {"acc": "цифры", "ins": "цифрами", "gen": "цифр"},
    "sign": {"acc": "знак", "ins": "знаком", "gen": "знака"},
}
_MONTHS: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
)  # fmt: skip
_CASES: Final = " (в соответствующих падежах)"


def quoted(words: str, case: str, *more: str) -> str:
    """«слова «…»», «словом «…»», «цифрами «…», «…»»."""
    kinds = {sort_of_words(item) for item in (words, *more)}
    kind = kinds.pop() if len(kinds) == 1 else "words"
    if more and kind == "word":
        kind = "words"
    return f"{_NOUNS[kind][case]} " + ", ".join(in_quotes(item) for item in (words, *more))


def at_place(address: str) -> str:
    """«в пункте 1», "" for the context itself."""
    return f"в {format_address(address, 'ru', 'loc')} " if address else ""


def unit(address: str, case: NounCase = "acc") -> str:
    """«пункт 1 », "" for the context itself."""
    return f"{format_address(address, 'ru', case)} " if address else ""


def formula(operation: Operation, address: str) -> str:
    """The sentence without its end mark. `address` is the operation's place relative to its context line."""
    return _WRITERS[type(operation)](operation, address)


def _replace(op: Operation, address: str) -> str:
    assert isinstance(op, ReplaceWords)  # noqa: S101 - the table of writers says so
    cases = _CASES if op.inflected else ""
    return f"{at_place(address)}{quoted(op.old, 'acc')}{cases} заменить {quoted(op.new, 'ins')}"


def _remove_words(op: Operation, address: str) -> str:
    assert isinstance(op, RemoveWords)  # noqa: S101
    cases = _CASES if op.inflected else ""
    return f"{at_place(address)}{quoted(op.words, 'acc')}{cases} исключить"


def _insert_words(op: Operation, address: str) -> str:
    assert isinstance(op, InsertWords)  # noqa: S101
    anchor = f"после {quoted(op.after, 'gen')}" if op.after else f"перед {quoted(op.before, 'ins')}"
    return f"{unit(address)}{anchor} дополнить {quoted(op.words, 'ins')}"


def _append(op: Operation, address: str) -> str:
    assert isinstance(op, AppendWords)  # noqa: S101
    return f"{unit(address)}дополнить {quoted(op.words, 'ins')}"


def _remove(op: Operation, address: str) -> str:
    assert isinstance(op, Remove)  # noqa: S101
    return f"{unit(address)}исключить"


def _restate(op: Operation, address: str) -> str:
    assert isinstance(op, Restate)  # noqa: S101
    return f"{unit(address)}изложить в следующей редакции:\n\n{in_quotes(printed(op.new))}"


def _heading(op: Operation, address: str) -> str:
    assert isinstance(op, RenameHeading)  # noqa: S101
    place = f" {format_address(address, 'ru', 'gen')}" if address else ""
    return f"заголовок{place} изложить в следующей редакции:\n\n{in_quotes(op.heading)}"


def _renumber(op: Operation, address: str) -> str:
    assert isinstance(op, Renumber)  # noqa: S101
    prefix = steps_of(address)[-1][0]
    return f"{unit(address)}считать {format_address(f'{prefix}_{op.number}', 'ru', 'ins')}"


def _throughout(op: Operation, address: str) -> str:
    assert isinstance(op, ReplaceThroughout)  # noqa: S101
    place = f" {format_address(address, 'ru', 'gen')}" if address else ""
    olds, news = [old for old, _ in op.pairs], [new for _, new in op.pairs]
    cases = _CASES if op.inflected else ""
    start = f"по всему тексту{place} {quoted(olds[0], 'acc', *olds[1:])}{cases}"
    if not any(news):
        return f"{start} исключить"
    how = "соответственно " if len(news) > 1 else ""
    return f"{start} заменить {how}{quoted(news[0], 'ins', *news[1:])}"


def _insert(op: Operation, address: str) -> str:
    assert isinstance(op, Insert)  # noqa: S101
    kind = op.units[0].kind
    many = len(op.units) > 1
    after = ""
    if op.units[0].number:
        numbers = [item.number + (")" if kind == "subpoint" else "") for item in op.units]
        named = f"{ru_name(kind, 'ins', many)} {_list(numbers)}"
        if op.after:
            after = f"после {format_address('/'.join(op.after.split('/')[-1:]), 'ru', 'gen')} "
    elif kind == "preamble":
        named = "преамбулой"
    else:
        named = _unnumbered(op, kind, many)
    return f"{unit(address)}{after}дополнить {named} следующего содержания:\n\n{in_quotes(printed(op.units))}"


def _unnumbered(op: Insert, kind: str, many: bool) -> str:
    name = ru_name(kind, "ins", many)
    if op.after is None:
        return name
    steps = steps_of(op.after)
    first = int(steps[-1][1]) + 1 if steps and KINDS.get(steps[-1][0]) == kind else 1
    gender = ru_gender(kind)
    case: Case = "ins"
    return f"{name} {_list([ru_ordinal(first + i, gender, case) for i in range(len(op.units))])}"


def _suspend(op: Operation, address: str) -> str:
    assert isinstance(op, Suspend)  # noqa: S101
    day = f"{op.until.day} {_MONTHS[op.until.month - 1]} {op.until.year} года"
    start = f"приостановить до {day} действие {format_address(address, 'ru', 'gen')}"
    if not op.temporary:
        return start
    temporary = in_quotes(printed(op.temporary))
    return f"{start}, установив, что в период приостановления действует следующая редакция:\n\n{temporary}"


def _list(items: list[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" и {items[-1]}"


def unit_list(addresses: list[str]) -> str:
    """«пункты 2, 3 и 4» of one unit, in the accusative: for several units that one verb takes."""
    steps = [steps_of(address) for address in addresses]
    prefix = steps[0][-1][0]
    kind = KINDS[prefix]
    numbers = [item[-1][1] + (")" if kind == "subpoint" else "") for item in steps]
    rest = "/".join(f"{name}_{number}" if number else name for name, number in steps[0][:-1])
    outer = f" {format_address(rest, 'ru', 'gen')}" if rest else ""
    return f"{ru_name(kind, 'acc', True)} {_list(numbers)}{outer} "


REMOVE_MANY: Final = "исключить"

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
