"""Reading an instruction: `parse(text, language)` gives the operations it orders and what is not understood."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from amendments.instructions.building import Builder
from amendments.instructions.catalogue import nearest
from amendments.instructions.items import Item
from amendments.instructions.lexicon import Lexicon
from amendments.instructions.orders import Order, Run, orders_of, runs_of
from amendments.instructions.patterns import LEXICONS, items_of
from amendments.instructions.places import combine_all, holds, shortened, steps_in
from amendments.instructions.problem import Misread, Problem
from amendments.instructions.scan import scan
from amendments.instructions.skeletons import Skeleton, Template, examples, filled, skeleton_of, template_of, text_of
from amendments.instructions.statements import Statement, split_statements
from amendments.instructions.terms import EntryIntoForce, entry_into_force, suspensions, with_days
from amendments.law.citations import Steps
from amendments.law.tokens import Token
from amendments.operations.model import Operation, Span

LIMIT: Final = 4_000_000
_DEEPEST: Final = 40
_SKELETONS: Final = 4096  # how many are kept: of few hundred bytes, seldom of two thousand
_PREFIX: Final = {"article": "art", "point": "pt", "subpoint": "sub"}
_STYLE_RANK: Final = {"article": 0, "point": 1, "subpoint": 2, "letter": 3}


@dataclass(frozen=True)
class Outside:
    """What an instruction says that changes no words of the act: why, and where it stands.

    `why`: header, signature, other_language, in_force, repeal, other_act, other_article, not_here.
    """

    why: str
    span: Span
    address: str = ""
    words: str = ""


@dataclass(frozen=True)
class ActPart:
    """The part of an amending act that amends one act: its name in the words of the text, and its operations."""

    name: str
    span: Span
    first: int  # index of its first operation
    last: int  # one past its last


@dataclass(frozen=True)
class Reading:
    """What an instruction orders.

    `operations` keep in `order` the words that ordered them; `contexts[i]` are the spans of the context lines of
    operation i, outermost first. `problems` are places not understood, `outside` those that order no words.
    """

    language: str
    operations: tuple[Operation, ...] = ()
    problems: tuple[Problem, ...] = ()
    outside: tuple[Outside, ...] = ()
    contexts: tuple[tuple[Span, ...], ...] = field(default=())
    acts: tuple[ActPart, ...] = ()
    labels: tuple[str, ...] = ()  # where the amending act orders operation i: «art_1/pt_2/sub_3»
    ranged: frozenset[int] = frozenset()  # operations whose units were named as a range («подпункты 3) – 6)»)
    in_force: tuple[EntryIntoForce, ...] = ()


@dataclass
class _Frame:
    """An open context: a number, a context line, or both."""

    style: str
    number: str
    scopes: list[Steps]
    span: Span | None
    named: bool = False  # whether the line names units
    bad: bool = False
    throughout: bool = False
    repeals: bool = False  # whether the acts listed under it are repealed


def parse(text: str, language: str) -> Reading:
    """Read an instruction, or a whole amending act. Raises KeyError for an unknown language.

    What is not understood becomes a problem with its place; nothing is ordered from a sentence read only in part.
    """
    found = skeleton_of(text)
    template = template_for(found[0], language) if found is not None else None
    if found is not None and template is not None:
        return _plain(language, filled(template, found[1], len(text)))
    return read_through(text, language)


def read_through(text: str, language: str) -> Reading:
    """As `parse`, word by word, whatever orders were read before."""
    lexicon = LEXICONS[language]
    if len(text) > LIMIT:
        return Reading(language, problems=(Problem("too_long", Span(0, len(text)), {"limit": LIMIT}),))
    return _Parser(text, lexicon).read()


def _plain(language: str, operations: tuple[Operation, ...]) -> Reading:
    """The reading of a text that is one order, outside any context."""
    count = len(operations)
    return Reading(language, operations, contexts=((),) * count, labels=("",) * count)


@lru_cache(maxsize=_SKELETONS)
def template_for(skeleton: Skeleton, language: str) -> Template | None:
    """What orders of a skeleton order, told by reading two of them; None where each must be read for itself."""
    template: Template | None = None
    for values in examples(skeleton):
        text = text_of(skeleton, values)
        reading = read_through(text, language)
        template = template or template_of(skeleton, reading.operations, values)
        if template is None or reading != _plain(language, filled(template, values, len(text))):
            return None
    return template


class _Parser:
    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.frames: list[_Frame] = []
        self.operations: list[Operation] = []
        self.contexts: list[tuple[Span, ...]] = []
        self.labels: list[str] = []
        self.ranged: set[int] = set()
        self.in_force: list[EntryIntoForce] = []
        self.problems: list[Problem] = []
        self.outside: list[Outside] = []
        self.acts: list[ActPart] = []
        self.last_where: list[Steps] = [()]
        self.last_throughout = False
        self.signed = False
        self.broken = False  # whether quotation marks somewhere do not pair

    def read(self) -> Reading:
        scanned = scan(self.text, self.lexicon.order_words)
        self.broken = bool(scanned.broken)
        for start, end in scanned.broken:
            self.problems.append(Problem("quotes", Span(start, end)))
        for statement in split_statements(scanned.tokens, self.lexicon.code):
            self._statement(statement)
        self.problems.sort(key=lambda problem: problem.span.start)
        acts = [
            ActPart(
                act.name,
                act.span,
                act.first,
                self.acts[i + 1].first if i + 1 < len(self.acts) else len(self.operations),
            )
            for i, act in enumerate(self.acts)
        ]
        operations = with_days(self.operations, self.labels, self.in_force)
        return Reading(
            self.lexicon.code, tuple(operations), tuple(self.problems), tuple(self.outside), tuple(self.contexts),
            tuple(acts), tuple(self.labels), frozenset(self.ranged), tuple(self.in_force),
        )  # fmt: skip

    # -- contexts

    @property
    def _scopes(self) -> list[Steps]:
        return self.frames[-1].scopes if self.frames else [()]

    def _label(self, statement: Statement) -> None:
        """A number closes the contexts opened under the numbers before it."""
        if statement.style:
            rank = _STYLE_RANK[statement.style]
            for index, frame in enumerate(self.frames):
                if frame.style and _STYLE_RANK[frame.style] >= rank:
                    del self.frames[index:]
                    break
            self._push(_Frame(statement.style, statement.number, list(self._scopes), None, self._bad))

    @property
    def _bad(self) -> bool:
        return bool(self.frames) and self.frames[-1].bad

    def _push(self, frame: _Frame) -> None:
        if len(self.frames) >= _DEEPEST:
            raise Misread("too_deep")
        self.frames.append(frame)

    def _leave(self, where: list[Steps]) -> None:
        """Close context lines that cannot hold the unit now named, or keep what of them still holds it."""
        named = next((steps for steps in where if steps), None)
        while named and self.frames and not self.frames[-1].style and self.frames[-1].named:
            frame = self.frames[-1]
            if any(holds(scope, named) for scope in frame.scopes):
                break
            kept = list(dict.fromkeys(shortened(scope, named) for scope in frame.scopes))
            outer = self.frames[-2].scopes if len(self.frames) > 1 else [()]
            if kept != outer and any(kept):
                frame.scopes = kept
                break
            self.frames.pop()

    # -- statements

    def _statement(self, statement: Statement) -> None:
        span = Span(statement.start, statement.end)
        if self.broken and any(token.kind == "broken" for token in statement.tokens):
            return
        self._safely_label(statement, span)
        if not statement.tokens:
            return
        if statement.new_line:
            self.last_where, self.last_throughout = [()], False
        tokens = [token for token in statement.tokens if token.kind != "nl"]
        items = items_of(tokens, self.lexicon)
        if self._silent(statement, tokens, items, span):
            return
        try:
            if statement.ending == ":" and not any(item.kind == "verb" for item in items):
                self._context(items, span)
            else:
                self._orders(items, tokens, span)
        except Misread as error:
            self._problem(error, tokens, span, items)
            if statement.ending == ":":
                self.frames.append(_Frame("", "", list(self._scopes), span, bad=True))

    def _safely_label(self, statement: Statement, span: Span) -> None:
        try:
            self._label(statement)
        except Misread as error:
            self.problems.append(Problem(error.code, span, error.params))

    def _silent(self, statement: Statement, tokens: Sequence[Token], items: list[Item], span: Span) -> bool:
        """Statements that order no words: headers, signatures, remarks on the other language, entry into force."""
        keys = {item.key for item in items if item.kind == "mark"}
        kinds = {item.kind for item in items}
        why = ""
        if "unchanged" in keys:
            why = "other_language"
        elif "in_force" in keys and "verb" not in kinds:
            why = "in_force"
            self._enter_into_force(tokens, span)
        elif kinds == {"verb", "act"} and statement.ending != ":" and any(item.key == "repeal" for item in items):
            why = "repeal"
        elif statement.ending == ":" and self._lists_repealed(items):
            why = "repeal"
            self._push(_Frame("", "", list(self._scopes), span, bad=self._bad, repeals=True))
        elif any(frame.repeals for frame in self.frames) and _names_acts(kinds):
            why = "repeal"
        elif "enact" in keys and not kinds & {"verb", "place", "words", "with_words"}:
            why = "header"  # «Парламент Республики Казахстан постановляет:»
        elif "verb" not in kinds and statement.ending != ":":
            first = statement.tokens[0].norm
            if self.operations and (self.signed or first.startswith(self.lexicon.signature)):
                self.signed = True
                why = "signature"
            elif not self.operations and not self.frames and not kinds & {"place", "words", "with_words"}:
                why = "header"
        if why:
            self.outside.append(Outside(why, span, words=self.text[span.start : span.end][:200]))
        return bool(why)

    @staticmethod
    def _lists_repealed(items: list[Item]) -> bool:
        """«Признать утратившими силу:», «… следующие законы:»: what stands under it are acts."""
        kinds = {item.kind for item in items}
        verbs = {item.key for item in items if item.kind == "verb"}
        marks = {item.key for item in items if item.kind == "mark"}
        return verbs == {"repeal"} and kinds <= {"verb", "act", "mark", "separator"} and marks <= {"filler"}

    def _enter_into_force(self, tokens: Sequence[Token], span: Span) -> None:
        try:
            self.in_force.extend(entry_into_force(tokens, self.lexicon.code, span))
        except Misread as error:
            self._problem(error, tokens, span, ())

    def _context(self, items: list[Item], span: Span) -> None:
        """A line that ends with a colon and orders nothing itself: what follows is meant inside it."""
        where: list[Steps] = [()]
        named = throughout = False
        for item in items:
            if item.kind in ("place", "unit"):
                steps = steps_in(item.groups, self.lexicon.code)
                if not named:
                    self._leave(steps)
                where = combine_all(where, steps)
                named = True
            elif item.kind == "act":
                self._act(item, items, span)
            elif item.kind == "mark" and item.key == "throughout":
                throughout = True
            elif not (item.kind == "separator" or (item.kind == "mark" and item.key in ("amend", "filler"))):
                raise Misread("words" if item.kind == "unknown" else "no_verb", item.first, item.last)
        if self._bad:
            raise Misread("context")
        scopes = combine_all(self._scopes, where)
        if self.frames and self.frames[-1].style and self.frames[-1].span is None:
            frame = self.frames[-1]
            frame.scopes, frame.span, frame.named, frame.throughout = scopes, span, named, throughout
        else:
            self._push(_Frame("", "", scopes, span, named, throughout=throughout))

    def _act(self, item: Item, items: list[Item], span: Span) -> None:
        if any(other.kind == "act" and other is not item and other.first < item.first for other in items):
            return
        self.acts.append(ActPart(self.text[span.start : span.end].strip(), span, len(self.operations), 0))

    def _orders(self, items: list[Item], tokens: Sequence[Token], span: Span) -> None:
        if any(item.key == "suspend" for item in items if item.kind == "verb"):
            self._suspend(items, tokens, span)
            return
        runs = runs_of(items)
        made: list[tuple[Order, list[Operation]]] = []
        where, throughout = self.last_where, self.last_throughout
        for index, run in enumerate(runs):
            orders = orders_of(run, self.lexicon.code, tokens, where)
            if index == 0 and where == [()]:
                self._leave(orders[0].where)
            if self._bad:
                raise Misread("context")
            for order in orders:
                if (throughout and not order.named) or any(frame.throughout for frame in self.frames):
                    order.flags.add("throughout")
                words = span if len(runs) == 1 else _span_of(run, tokens, span)
                made.append((order, Builder(order, self._scopes, self.lexicon.code, words).build()))
            where, throughout = list(orders[-1].where), "throughout" in orders[-1].flags
        self._acts_in(items, tokens)
        for order, operations in made:
            if order.ranged:
                self.ranged.update(range(len(self.operations), len(self.operations) + len(operations)))
            self._add(operations)
        self.last_where, self.last_throughout = where, throughout

    def _suspend(self, items: list[Item], tokens: Sequence[Token], span: Span) -> None:
        if self._bad:
            raise Misread("context")
        named = [token for item in items if item.kind != "act" for token in tokens[item.first : item.last]]
        operations = suspensions(named, self.lexicon.code, self._scopes, span)
        self._acts_in(items, tokens)
        self._add(operations)

    def _acts_in(self, items: list[Item], tokens: Sequence[Token]) -> None:
        for item in items:
            if item.kind == "act":
                self._act(item, items, Span(tokens[item.first].start, tokens[item.last - 1].end))

    def _add(self, operations: list[Operation]) -> None:
        lines = tuple(frame.span for frame in self.frames if frame.span is not None)
        label = "/".join(f"{_PREFIX[frame.style]}_{frame.number}" for frame in self.frames if frame.style in _PREFIX)
        self.operations.extend(operations)
        self.contexts.extend([lines] * len(operations))
        self.labels.extend([label] * len(operations))

    def _problem(self, error: Misread, tokens: Sequence[Token], span: Span, items: Sequence[Item]) -> None:
        verb = next((item.key for item in items if item.kind == "verb"), "")
        parts = [item.key if item.kind == "mark" else item.kind for item in items]
        formula = nearest(verb, parts, self.lexicon.code)
        params = dict(error.params)
        place = span
        if error.first >= 0 and tokens:
            first = tokens[error.first]
            last = tokens[max(error.first, error.last - 1)]
            place = Span(first.start, last.end)
        params.setdefault("words", self.text[place.start : place.end][:120])
        self.problems.append(
            Problem(error.code, place if error.code in ("words", "no_number") else span, params, formula, span)
        )


def _names_acts(kinds: Collection[str]) -> bool:
    """Whether a line of a list orders nothing and names acts, or a title alone, not a unit of this law."""
    return "verb" not in kinds and ("act" in kinds or not {"place", "unit"}.intersection(kinds))


def _span_of(run: Run, tokens: Sequence[Token], statement: Span) -> Span:
    """The words of one verb where a statement has several."""
    items = [item for item in (*run.before, *run.after) if item.kind != "separator"]
    first = min((item.first for item in items), default=-1)
    last = max((item.last for item in items), default=-1)
    if first < 0:
        return statement
    end = max(tokens[last - 1].end, tokens[run.at - 1].end if run.at else 0)
    return Span(min(tokens[first].start, tokens[run.at - 1].start if run.at else statement.end), end)
