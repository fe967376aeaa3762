"""An amending act as its page shows it: faults with ways to mend them, what each order does, what lies outside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext as _

from amendments.instructions import Outcome, Reading
from amendments.instructions.applying import lies_in, names_act, other_acts, other_parts
from amendments.instructions.choices import Candidate, Choice, Chosen, candidates, keys, sought
from amendments.law.edition import Edition
from amendments.operations.model import Operation, Span
from service.web.presenters.amendments import lit
from service.web.presenters.citation import capital, cite
from service.web.presenters.order_effects import Changed, order_effects, sentences
from service.web.presenters.rules import RULES
from service.web.presenters.runs import Run

OUTSIDE: Final = {
    "in_force": _("when it enters into force"),
    "repeal": _("repeals another act"),
    "other_language": _("concerns the text in the other language only"),
    "other_article": _("concerns another article"),
    "not_here": _("concerns what this text does not have"),
}
MOST_MENDED: Final = 50
"""Faults that can be mended on the page at once; the rest wait their turn."""
_LONGEST: Final = 8_000
_ROOM: Final = 200_000
"""Characters of one fault, and of all of them, that the page takes into its fields."""
SHOWN: Final = 40
"""Orders on one page."""
_BLANK_LINE: Final = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a person may choose: what the form sends, where it is, the words there, or those meant instead of others."""

    value: str
    place: str
    around: str
    instead: str = ""
    sought: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A refused order that could be meant at several places; `name` is the form's field."""

    name: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence that was not read or not carried out. `field` is "" where it is too long to be mended in place."""

    number: int
    unread: bool
    field: str
    words: str
    rows: int
    context: tuple[str, ...]
    context_field: str
    context_words: str
    reasons: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A place, or words of the text instead of `sought`, that a person chose; `value` is what the form keeps."""

    value: str
    words: str
    place: str
    instead: str = ""
    sought: str = ""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One sentence beside the text before and after it."""

    number: int
    contexts: tuple[str, ...]
    paragraphs: tuple[tuple[Run, ...], ...]
    changed: tuple[Changed, ...]
    more: int
    rules: tuple[str, ...]
    decided: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the act says that changes no words of this law: of which act or why, and the sentences themselves."""

    heading: str
    sentences: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Rule:
    """An editorial rule with its switch, and how many orders it touched."""

    name: str
    words: str
    on: bool
    used: int


@dataclass(frozen=True, slots=True)
class Instructed:
    """The whole page."""

    faults: tuple[Fault, ...]
    more_faults: int
    orders: tuple[OrderRow, ...]
    page: int
    pages: int
    read: int
    applied: int
    decided: tuple[Decided, ...]
    elsewhere: tuple[Elsewhere, ...]
    rules: tuple[Rule, ...]
    other_name: str
    """The act that the text names, where it is one only and not the one that was chosen."""
    exact: bool


def instructed(
    text: str, base: Edition, chosen: Chosen, rules: frozenset[str], page: int, page_language: str
) -> Instructed:
    """Everything about the text of an amending act applied to an edition. Reasons are in the page's language."""
    outcome, reading = chosen.outcome, chosen.outcome.reading
    away = other_parts(reading, base.root.text, len(text))
    faults = list(_faults(text, reading, outcome, away, page_language))
    decided = {index: _decided(text, reading, index, choices) for index, choices in chosen.taken.items()}
    total = sentences(outcome)
    pages = max(1, -(-total // SHOWN))
    page = min(max(page, 1), pages)
    effects = order_effects(outcome, base, rules, (page - 1) * SHOWN, page * SHOWN)
    rows = []
    for number, effect in enumerate(effects, start=(page - 1) * SHOWN + 1):
        contexts = _lines(reading, effect.sources[0]) if effect.sources else ()
        words = text[effect.order.start : effect.order.end].strip()
        rows.append(
            OrderRow(
                number,
                tuple(text[span.start : span.end].strip() for span in contexts),
                tuple(lit(line) for line in _BLANK_LINE.split(words) if line.strip()),
                effect.paragraphs,
                effect.more,
                tuple(str(RULES[name]) for name in effect.rules),
                tuple(one for source in effect.sources for one in decided.get(source, ())),
            )
        )
    used = [name for change in outcome.changes for name in change.adjustments]
    return Instructed(
        faults=tuple(faults[:MOST_MENDED]),
        more_faults=max(0, len(faults) - MOST_MENDED),
        orders=tuple(rows),
        page=page,
        pages=pages,
        read=len(reading.operations) - len(other_acts(reading, base.root.text)),
        applied=len(dict.fromkeys(outcome.sources)),
        decided=tuple(one for index in sorted(decided) for one in decided[index]),
        elsewhere=tuple(_elsewhere(text, outcome, away)),
        rules=tuple(Rule(name, str(words), name in rules, used.count(name)) for name, words in RULES.items()),
        other_name=_other_name(reading, base.root.text),
        exact=bool(outcome.operations) and not faults,
    )


def bill_title(text: str, reading: Reading) -> str:
    """The heading of an amending act: «О внесении изменений …», «… енгізу туралы»; "" where it has none."""
    for part in reading.outside:
        words = " ".join(text[part.span.start : part.span.end].split())
        if part.why == "header" and re.match(r"О(?:б)? \S|.*\bтуралы\.?$", words):
            return words
    return ""


def _faults(text: str, reading: Reading, outcome: Outcome, away: Sequence[Span], language: str) -> Iterable[Fault]:
    """Faults in the order of the text."""
    found: dict[Span, tuple[bool, list[str], list[Question], tuple[Span, ...]]] = {}
    for problem in reading.problems:
        if not lies_in(problem.span, away):
            found.setdefault(problem.whole, (True, [], [], ()))[1].append(problem.describe(language))
    names = keys(reading)
    for refusal in outcome.refusals:
        if not 0 <= refusal.operation < len(reading.operations):
            continue
        operation = reading.operations[refusal.operation]
        span = operation.order or Span(0, 0)
        entry = found.setdefault(span, (False, [], [], _lines(reading, refusal.operation)))
        entry[1].append(refusal.describe(language))
        offers = candidates(refusal, operation)
        if offers:
            name = names[refusal.operation]
            entry[2].append(Question(f"pick-{name}", tuple(_offer(name, one, operation, language) for one in offers)))
    fields: set[Span] = set()
    room = _ROOM
    for number, span in enumerate(sorted(found, key=lambda span: span.start), start=1):
        unread, reasons, questions, contexts = found[span]
        words = text[span.start : span.end].strip()
        span = _trimmed(text, span)
        size = len(words)
        field = f"mend-{span.start}-{span.end}" if size <= min(_LONGEST, room) and number <= MOST_MENDED else ""
        room -= size if field else 0
        line = _trimmed(text, contexts[-1]) if contexts else None
        own_line = line is not None and line not in fields and number <= MOST_MENDED
        if line is not None and own_line:
            fields.add(line)
        yield Fault(
            number,
            unread,
            field,
            words if len(words) <= _LONGEST else words[:_LONGEST] + " …",
            min(12, max(2, words.count("\n") + 1 + len(words) // 90)),
            tuple(text[one.start : one.end].strip() for one in contexts),
            f"mend-{line.start}-{line.end}" if line is not None and own_line else "",
            text[line.start : line.end] if line is not None else "",
            tuple(dict.fromkeys(reasons)),
            tuple(questions),
        )


def _lines(reading: Reading, index: int) -> tuple[Span, ...]:
    """The context lines of an order, without those that name the act: all orders of the page are for it."""
    acts = {part.span for part in reading.acts}
    return tuple(span for span in reading.contexts[index] if span not in acts)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _offer(name: str, one: Candidate, operation: Operation, language: str) -> Offer:
    value = choice_value(Choice(name, one.address, one.at, one.words))
    return Offer(value, capital(cite(one.address, language)), one.around, one.words, sought(operation))


def choice_value(choice: Choice) -> str:
    """A choice as the form carries it."""
    value = f"{choice.key} {'' if choice.at is None else choice.at} {choice.address}"
    return f"{value} {choice.words}" if choice.words else value


def choice_from(value: str) -> Choice | None:
    """The reverse of `choice_value`; None for anything else."""
    found = re.fullmatch(r"([0-9a-f]{16}-\d{1,6}) (\d{0,7}) (\S{1,200})(?: (.{1,2000}))?", value)
    if found is None:
        return None
    return Choice(found[1], found[3], int(found[2]) if found[2] else None, found[4] or "")


def _decided(text: str, reading: Reading, index: int, choices: Iterable[Choice]) -> tuple[Decided, ...]:
    order = reading.operations[index].order or Span(0, 0)
    words = " ".join(text[order.start : order.end].split())
    short = words if len(words) <= 120 else words[:120] + "…"
    asked = sought(reading.operations[index])
    return tuple(
        Decided(choice_value(one), short, capital(cite(one.address, reading.language)), one.words, asked)
        for one in choices
    )


def _elsewhere(text: str, outcome: Outcome, away: Sequence[Span]) -> Iterable[Elsewhere]:
    reading = outcome.reading
    for span in away:
        orders = [op.order for op in reading.operations if op.order and lies_in(op.order, (span,))]
        unread = [one.whole for one in reading.problems if lies_in(one.span, (span,))]
        found = sorted({*orders, *unread}, key=lambda one: one.start)
        name = next(part.name for part in reading.acts if part.span.start == span.start)
        if found:
            yield _sentences(" ".join(name.split()), [text[one.start : one.end] for one in found])
    for why, heading in OUTSIDE.items():
        found_words = [text[part.span.start : part.span.end] for part in outcome.outside if part.why == why]
        if found_words:
            yield _sentences(capital(str(heading)), found_words)


def _sentences(heading: str, found: Sequence[str], most: int = 100) -> Elsewhere:
    shown = [" ".join(words.split()) for words in found[:most]]
    return Elsewhere(
        heading, tuple(words if len(words) <= 300 else words[:300] + "…" for words in shown), len(found) - len(shown)
    )


def _other_name(reading: Reading, title: str) -> str:
    parts = [part for part in reading.acts if part.last > part.first]
    if len(parts) != 1 or names_act(parts[0], title):
        return ""
    return " ".join(parts[0].name.split())
