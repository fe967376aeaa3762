"""Rules compiled, and the search for findings in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from amendments.clarity.automaton import Automaton, Hit
from amendments.clarity.context import Context, Holder
from amendments.clarity.finding import FACTORS, HIGH, LOW, Factor, Finding
from amendments.clarity.holders import Holders
from amendments.clarity.loading import RuleBook, default_book
from amendments.clarity.pattern import PatternError, Variant, WordTest
from amendments.clarity.problems import Problem, RuleError
from amendments.clarity.rule import LANGUAGES, Condition, Rule
from amendments.clarity.tokens import Text, split
from amendments.clarity.vocabulary import Vocabulary
from amendments.clarity.wording import occurrences

MAX_FINDINGS_PER_RULE: Final = 5_000
LONG_QUOTE: Final = 40  # characters; a longer quote of a rule that may shorten it is cut to its verb
_NOT_SEARCHED: Final = frozenset(
    ("act", "part", "section", "subsection", "chapter", "paragraph", "article", "annex", "note", "signature")
)
# In articles on competence a free hand, an open time, a blank reference and a blurred level weigh most.
_HEAVY_IN_COMPETENCE: Final = frozenset(("discretion", "no_term", "blank_reference", "blurred_level"))
_MARKER = re.compile(
    r"(?i)^[\W\d]*(?:\(?\s*(?:стать[яи]|пункт|подпункт|часть|абзац)?\s*[\d\-)]*\s*исключен[аоы]?\s*"
    r"(?:\)|[-–—.;]|законом|в соответствии с законом)"
    r"|\(?\s*(?:алып|алынып)\s+тастал|утратил[аи]?\s+силу|күші\s+жойылды"
    r"|вводится\s+в\s+действие\s+(?:с|по)\b|сноска\.|примечание\s+изпи|ескерту\.|рқао-ның\s+ескертпесі)"
)


@dataclass(frozen=True, slots=True)
class Scan:
    """The findings of a text, and the ids of rules that were cut short because they matched without end."""

    findings: tuple[Finding, ...]
    bounded: tuple[str, ...] = ()


@dataclass
class _Seen:
    """What is known of a text while it is searched; conditions on a sentence are asked once per sentence."""

    text: Text
    atoms: list[frozenset[int]]
    context: Context
    spans: dict[tuple[int, int], tuple[int, int] | None] = field(default_factory=dict)
    holders: dict[int, Holder | None] = field(default_factory=dict)
    defined: list[tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True)
class _Around:
    """A condition compiled: one automaton per kind of place."""

    condition: Condition
    before: Automaton | None
    after: Automaton | None
    preceding: tuple[int, Automaton] | None
    following: tuple[int, Automaton] | None
    sentence: tuple[int, Automaton] | None
    inside: tuple[int, Automaton] | None


class _Compiled:
    """The rules of one language over one vocabulary."""

    def __init__(self, language: str, rules: Sequence[Rule], classes: Mapping[str, tuple[WordTest, ...]]) -> None:
        self.rules = tuple(rules)
        self.vocabulary = Vocabulary(language, classes)
        self.holders = Holders(self.vocabulary, classes)
        self.automaton = Automaton(self.vocabulary)
        self._shared: dict[tuple[str, tuple[Variant, ...]], tuple[int, Automaton]] = {}
        self.when: list[_Around] = []
        self.unless: list[_Around] = []
        problems = [problem for number, rule in enumerate(self.rules) for problem in self._add(number, rule)]
        if problems:
            raise RuleError(tuple(problems))

    def _add(self, number: int, rule: Rule) -> list[Problem]:
        for pattern, variants in zip(rule.patterns, rule.variants, strict=True):
            try:
                self.automaton.add(number, variants)
                if any(variant[0].negated or not variant[0].tests for variant in variants):
                    raise PatternError("must_begin_with_word")
            except PatternError as error:
                params = {"pattern": pattern, **error.params}
                return [Problem(error.code, rule.file, rule.id, "patterns", params)]
        try:
            self.when.append(self._around(rule.when))
            self.unless.append(self._around(rule.unless))
        except PatternError as error:
            return [Problem(error.code, rule.file, rule.id, "when, unless", {"pattern": "", **error.params})]
        return []

    def _around(self, condition: Condition) -> _Around:
        def shared(direction: str, variants: tuple[Variant, ...]) -> tuple[int, Automaton] | None:
            if not variants:
                return None
            key = (direction, variants)
            if key not in self._shared:
                automaton = Automaton(self.vocabulary, direction)  # type: ignore[arg-type]
                automaton.add(0, variants)
                self._shared[key] = (len(self._shared), automaton)
            return self._shared[key]

        before, after = shared("before", condition.before), shared("after", condition.after)
        return _Around(
            condition,
            before[1] if before else None,
            after[1] if after else None,
            shared("search", condition.preceding),
            shared("search", condition.following),
            shared("search", condition.sentence),
            shared("search", condition.inside),
        )


class Clarity:
    """Compiled rules. Immutable but for its caches of words; safe to keep for the life of a process."""

    def __init__(self, rules: Iterable[Rule] | None = None, book: RuleBook | None = None) -> None:
        """`rules`: those to use, by default all of `book`; `book`: where they and their word classes come from, by
        default the ones that come with the service. Raises RuleError for a rule that cannot be compiled.
        """
        book = book or default_book()
        self.rules: tuple[Rule, ...] = tuple(book.rules if rules is None else rules)
        self._by_id = {rule.id: rule for rule in self.rules}
        self._compiled: dict[str, _Compiled] = {
            language: _Compiled(language, [r for r in self.rules if r.language == language], book.classes[language])
            for language in LANGUAGES
        }

    def rule(self, rule_id: str) -> Rule | None:
        """The rule with an id, or None."""
        return self._by_id.get(rule_id)

    def find(self, text: str, language: str, context: Context = Context()) -> list[Finding]:  # noqa: B008
        """The findings of one provision's text, sorted by place; offsets are into `text`, in characters."""
        return list(self.scan(text, language, context).findings)

    def scan(self, text: str, language: str, context: Context = Context()) -> Scan:  # noqa: B008
        """As `find`, and which rules were cut short. Linear in the length of the text. ValueError: no such language."""
        if language not in self._compiled:
            raise ValueError(f"no rules for the language «{language}»; known: {', '.join(self._compiled)}")
        if context.excluded or context.kind in _NOT_SEARCHED or _MARKER.match(text[:200]):
            return Scan(())
        compiled = self._compiled[language]
        words = split(text)
        atoms_of = compiled.vocabulary.atoms_of
        seen = _Seen(words, [atoms_of(word) for word in words.words], context)
        found: list[tuple[int, Hit]] = []
        counts: dict[int, int] = {}
        for hit in compiled.automaton.search(seen.atoms, words.breaks):
            number = hit.pattern
            if counts.get(number, 0) > MAX_FINDINGS_PER_RULE or not self._holds(compiled, number, hit, seen):
                continue
            counts[number] = counts.get(number, 0) + 1
            if counts[number] <= MAX_FINDINGS_PER_RULE:
                found.append((number, hit))
        bounded = tuple(compiled.rules[n].id for n, count in sorted(counts.items()) if count > MAX_FINDINGS_PER_RULE)
        return Scan(tuple(_resolved(found, compiled.rules, words, context)), bounded)

    def holder_named(self, text: str, language: str) -> Holder | None:
        """Who an introduction («Аким района:») names, for the `holder` of the contexts of its items."""
        compiled = self._compiled[language]
        words = split(text)
        return compiled.holders.named(words, [compiled.vocabulary.atoms_of(word) for word in words.words])

    @staticmethod
    def _holds(compiled: _Compiled, number: int, hit: Hit, seen: _Seen) -> bool:
        when, unless = compiled.when[number], compiled.unless[number]
        return _all_met(compiled, when, hit, seen) and not _any_met(compiled, unless, hit, seen)


def _stands(automaton: Automaton | None, index: int, stop: int, seen: _Seen) -> bool:
    return automaton is not None and bool(automaton.at(seen.atoms, seen.text.breaks, index, stop))


def _stands_inside(keyed: tuple[int, Automaton] | None, hit: Hit, seen: _Seen) -> bool:
    return keyed is not None and bool(keyed[1].search(seen.atoms, seen.text.breaks, hit.first, hit.last))


def _span(keyed: tuple[int, Automaton] | None, hit: Hit, seen: _Seen) -> tuple[int, int] | None:
    """Where the patterns stand in the hit's sentence: the least end and the greatest beginning; None: nowhere."""
    if keyed is None:
        return None
    number, automaton = keyed
    key = (number, seen.text.sentences[hit.first])
    if key not in seen.spans:
        first, last = seen.text.sentence(hit.first)
        hits = automaton.search(seen.atoms, seen.text.breaks, first, last)
        seen.spans[key] = (min(h.last for h in hits), max(h.first for h in hits)) if hits else None
    return seen.spans[key]


def _around_met(around: _Around, hit: Hit, seen: _Seen) -> list[tuple[bool, bool]]:
    """For each kind of place: whether the condition asks for it, and whether it is met."""
    before, after = around.before, around.after
    preceding, following = _span(around.preceding, hit, seen), _span(around.following, hit, seen)
    anywhere = _span(around.sentence, hit, seen)
    return [
        (before is not None, _stands(before, hit.first - 1, -1, seen)),
        (after is not None, _stands(after, hit.last, len(seen.atoms), seen)),
        (around.preceding is not None, preceding is not None and preceding[0] <= hit.first),
        (around.following is not None, following is not None and following[1] >= hit.last),
        (around.inside is not None, _stands_inside(around.inside, hit, seen)),
        (around.sentence is not None, anywhere is not None and (anywhere[0] <= hit.first or anywhere[1] >= hit.last)),
    ]


def _facts(compiled: _Compiled, condition: Condition, hit: Hit, seen: _Seen) -> list[tuple[bool, bool]]:
    """As `_around_met`, for what is not a matter of neighbouring words."""
    holders, places = condition.holders, condition.places
    return [
        (bool(holders), bool(holders) and _holder(compiled, hit, seen) in holders),
        (bool(places), seen.context.place in places),
        (condition.defined, condition.defined and _is_defined(compiled, hit, seen)),
    ]


def _all_met(compiled: _Compiled, around: _Around, hit: Hit, seen: _Seen) -> bool:
    return all(
        met for asked, met in (*_around_met(around, hit, seen), *_facts(compiled, around.condition, hit, seen)) if asked
    )


def _any_met(compiled: _Compiled, around: _Around, hit: Hit, seen: _Seen) -> bool:
    return any(
        met for asked, met in (*_around_met(around, hit, seen), *_facts(compiled, around.condition, hit, seen)) if asked
    )


def _holder(compiled: _Compiled, hit: Hit, seen: _Seen) -> Holder | None:
    if hit.first not in seen.holders:
        own = compiled.holders.holder(seen.text, seen.atoms, hit.first)
        # An item of a list names nobody: the list's introduction does.
        seen.holders[hit.first] = seen.context.holder if own in (None, "thing") and seen.context.holder else own
    return seen.holders[hit.first]


def _is_defined(compiled: _Compiled, hit: Hit, seen: _Seen) -> bool:
    """Whether the quoted words belong to a term that the act defines."""
    if seen.defined is None:
        seen.defined = _defined_spans(seen, compiled.vocabulary.language)
    return any(first < hit.quote_last and hit.quote_first < last for first, last in seen.defined)


def _defined_spans(seen: _Seen, language: str) -> list[tuple[int, int]]:
    return [span for term in seen.context.defined for span in occurrences(term, seen.text.words, language)]


def _resolved(found: list[tuple[int, Hit]], rules: Sequence[Rule], text: Text, context: Context) -> list[Finding]:
    """Findings in order: of one factor the longest of those that overlap, on the same words the first factor."""
    kept: dict[Factor, list[tuple[int, Hit]]] = {}
    for number, hit in sorted(found, key=lambda item: (item[1].quote_first, -item[1].quote_last, item[0])):
        last = kept.setdefault(rules[number].factor, [])
        if last and last[-1][1].quote_last > hit.quote_first:
            if _length(hit) > _length(last[-1][1]):
                last[-1] = (number, hit)
            continue
        last.append((number, hit))
    claimed: set[tuple[int, int]] = set()
    findings = []
    for factor in FACTORS:
        for number, hit in kept.get(factor, ()):
            span = (hit.quote_first, hit.quote_last)
            if span not in claimed:
                claimed.add(span)
                findings.append(_finding(rules[number], hit, text, context))
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.factor))


def _length(hit: Hit) -> int:
    return hit.quote_last - hit.quote_first


def _verb(hit: Hit, text: Text, language: str) -> tuple[int, int]:
    """The part of a long quote that holds its verb: the first word in Russian, in Kazakh as many last ones as fit."""
    if language == "ru":
        return text.starts[hit.quote_first], text.ends[hit.quote_first]
    end = text.ends[hit.quote_last - 1]
    fitting = (at for at in range(hit.quote_first, hit.quote_last) if end - text.starts[at] <= LONG_QUOTE)
    return text.starts[next(fitting, hit.quote_last - 1)], end


def _finding(rule: Rule, hit: Hit, text: Text, context: Context) -> Finding:
    start, end = text.starts[hit.quote_first], text.ends[hit.quote_last - 1]
    if rule.shorten and end - start > LONG_QUOTE:
        start, end = _verb(hit, text, rule.language)
    if text.source[end - 2 : end - 1] == "." and text.source[end : end + 1] == ".":
        end += 1  # the last stop of «и т.д.»
    weight = rule.weight
    if context.place == "competence" and rule.factor in _HEAVY_IN_COMPETENCE and weight > LOW:
        weight = HIGH
    return Finding(start, end, text.source[start:end], rule.factor, rule.id, weight, rule.version, context.address)
