"""Russian formulas: the sentence that orders an operation, from its place inside the context line."""

from __future__ import annotations

from typing import Final

from amendments.instructions.printing import in_quotes, printed, sort_of_words
from amendments.law.citations import KINDS, format_address, steps_of
from amendments.law.forms import NounCase
from amendments.law.names_ru import ru_gender, ru_name
from amendments.law.naming import Naming
from amendments.law.ordinals import LIMIT, Case, ru_ordinal
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
_THIS: Final = {"m": "данный", "f": "данная", "n": "данное"}
_CASES: Final = " (в соответствующих падежах)"


def quoted(words: str, case: str, *more: str) -> str:
    """«слова «…»», «словом «…»», «цифрами «…», «…»»."""
    kinds = {sort_of_words(item) for item in (words, *more)}
    kind = kinds.pop() if len(kinds) == 1 else "words"
    if more and kind == "word":
        kind = "words"
    return f"{_NOUNS[kind][case]} " + ", ".join(in_quotes(item) for item in (words, *more))


def at_place(address: str, naming: Naming) -> str:
    """«в пункте 1», "" for the context itself."""
    return f"в {format_address(address, 'ru', 'loc', naming)} " if address else ""


def unit(address: str, naming: Naming, case: NounCase = "acc") -> str:
    """«пункт 1 », "" for the context itself."""
    return f"{format_address(address, 'ru', case, naming)} " if address else ""


def formula(operation: Operation, address: str, naming: Naming) -> str:
    """The sentence without its end mark. `address` is the operation's place relative to its context line.

    `naming` are the names that the act uses for its units.
    """
    return _WRITERS[type(operation)](operation, address, naming)


def _replace(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, ReplaceWords)  # noqa: S101 - the table of writers says so
    cases = _CASES if op.inflected else ""
    return f"{at_place(address, naming)}{quoted(op.old, 'acc')}{cases} заменить {quoted(op.new, 'ins')}"


def _remove_words(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, RemoveWords)  # noqa: S101
    cases = _CASES if op.inflected else ""
    return f"{at_place(address, naming)}{quoted(op.words, 'acc')}{cases} исключить"


def _insert_words(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, InsertWords)  # noqa: S101
    anchor = f"после {quoted(op.after, 'gen')}" if op.after else f"перед {quoted(op.before, 'ins')}"
    return f"{unit(address, naming)}{anchor} дополнить {quoted(op.words, 'ins')}"


def _append(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, AppendWords)  # noqa: S101
    return f"{unit(address, naming)}дополнить {quoted(op.words, 'ins')}"


def _remove(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Remove)  # noqa: S101
    return f"{unit(address, naming)}исключить"


def _restate(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Restate)  # noqa: S101
    return f"{unit(address, naming)}изложить в следующей редакции:\n\n{in_quotes(printed(op.new))}"


def _heading(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, RenameHeading)  # noqa: S101
    place = f" {format_address(address, 'ru', 'gen', naming)}" if address else ""
    return f"заголовок{place} изложить в следующей редакции:\n\n{in_quotes(op.heading)}"


def _renumber(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Renumber)  # noqa: S101
    prefix = steps_of(address)[-1][0]
    return f"{unit(address, naming)}считать {format_address(f'{prefix}_{op.number}', 'ru', 'ins', naming)}"


def _throughout(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, ReplaceThroughout)  # noqa: S101
    place = f" {format_address(address, 'ru', 'gen', naming)}" if address else ""
    olds, news = [old for old, _ in op.pairs], [new for _, new in op.pairs]
    cases = _CASES if op.inflected else ""
    start = f"по всему тексту{place} {quoted(olds[0], 'acc', *olds[1:])}{cases}"
    if not any(news):
        return f"{start} исключить"
    how = "соответственно " if len(news) > 1 else ""
    return f"{start} заменить {how}{quoted(news[0], 'ins', *news[1:])}"


def _insert(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Insert)  # noqa: S101
    kind = op.units[0].kind
    many = len(op.units) > 1
    after = ""
    if op.units[0].number:
        numbers = [_number(item.number, kind, "ins", naming) for item in op.units]
        named = f"{ru_name(naming.noun(kind), 'ins', many)} {_list(numbers)}"
        if op.after:
            after = f"после {format_address('/'.join(op.after.split('/')[-1:]), 'ru', 'gen', naming)} "
    elif kind == "preamble":
        named = "преамбулой"
    else:
        named = _unnumbered(op, kind, many)
    return f"{unit(address, naming)}{after}дополнить {named} следующего содержания:\n\n{in_quotes(printed(op.units))}"


def _unnumbered(op: Insert, kind: str, many: bool) -> str:
    name = ru_name(kind, "ins", many)
    if op.after is None:
        return name
    steps = steps_of(op.after)
    first = int(steps[-1][1]) + 1 if steps and KINDS.get(steps[-1][0]) == kind else 1
    gender = ru_gender(kind)
    case: Case = "ins"
    return f"{name} {_list([ru_ordinal(first + i, gender, case) for i in range(len(op.units))])}"


def _suspend(op: Operation, address: str, naming: Naming) -> str:
    assert isinstance(op, Suspend)  # noqa: S101
    day = f"{op.until.day} {_MONTHS[op.until.month - 1]} {op.until.year} года"
    start = f"приостановить до {day} действие {format_address(address, 'ru', 'gen', naming)}"
    if not op.temporary:
        return start
    temporary = in_quotes(printed(op.temporary))
    kind = naming.noun(KINDS[steps_of(op.address)[-1][0]])
    this, noun = _THIS[ru_gender(kind)], ru_name(kind, "nom", False)
    told = f"установив, что в период приостановления {this} {noun} действует в следующей редакции"
    return f"{start}, {told}:\n\n{temporary}"


def _number(number: str, kind: str, case: Case, naming: Naming) -> str:
    """A unit's number as it stands after its name: «2», «2)», and in codes «третью»."""
    noun = naming.noun(kind)
    if noun == "clause" and number.isdigit() and 0 < int(number) <= LIMIT:
        return ru_ordinal(int(number), ru_gender(noun), case)
    return f"{number})" if kind == "subpoint" else number


def _list(items: list[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" и {items[-1]}"


def unit_list(addresses: list[str], naming: Naming) -> str:
    """«пункты 2, 3 и 4» of one unit, in the accusative: for several units that one verb takes."""
    steps = [steps_of(address) for address in addresses]
    prefix = steps[0][-1][0]
    kind = KINDS[prefix]
    numbers = [_number(item[-1][1], kind, "acc", naming) for item in steps]
    rest = "/".join(f"{name}_{number}" if number else name for name, number in steps[0][:-1])
    outer = f" {format_address(rest, 'ru', 'gen', naming)}" if rest else ""
    return f"{ru_name(naming.noun(kind), 'acc', True)} {_list(numbers)}{outer} "


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
