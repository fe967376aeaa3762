"""All patterns as one automaton over words: every pattern is tried in one pass, without backtracking.

Patterns that begin alike share their beginning, and only words that can begin a pattern start anything. At each
word a set of states moves on; a state is a node of the tree and how much of a gap may still be skipped, so there
can never be more states than nodes and gap lengths: the cost per word is bounded whatever the text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from amendments.clarity.pattern import PatternError, Step, Variant
from amendments.clarity.tokens import SENTENCE
from amendments.clarity.vocabulary import ANY, Vocabulary

Direction = Literal["search", "after", "before"]
_Key = tuple[int, bool, int, int, bool, bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: its number, the words it covers and those it quotes (first, one after the last)."""

    pattern: int
    first: int
    last: int
    quote_first: int
    quote_last: int


class _Node:
    __slots__ = ("accepts", "any_word", "by_atom", "count", "gap_atom", "gap_reach", "gaps", "key", "negated", "nodes")

    def __init__(self, key: _Key | None = None) -> None:
        self.key = key
        self.nodes: dict[_Key, _Node] = {}
        self.by_atom: dict[int, list[_Node]] = {}
        self.any_word: list[_Node] = []
        self.negated: list[_Node] = []
        self.gaps: list[_Node] = []
        self.accepts: list[int] = []
        atom, _, reach, count, _, _ = key or (ANY, False, 0, 0, False, False)
        self.gap_atom, self.gap_reach, self.count = atom, reach, count


class _State:
    __slots__ = ("left", "node", "quote_first", "quote_last")

    def __init__(self, node: _Node, left: int, quote_first: int, quote_last: int) -> None:
        self.node = node
        self.left = left
        self.quote_first = quote_first
        self.quote_last = quote_last


class Automaton:
    """Patterns compiled over a vocabulary; add them all before the first search."""

    def __init__(self, vocabulary: Vocabulary, direction: Direction = "search") -> None:
        """`direction`: patterns are searched for, or matched right after a given word, or right before it."""
        self._vocabulary = vocabulary
        self._direction = direction
        self._backward = direction == "before"
        self._root = _Node()
        self._starts: frozenset[int] = frozenset()
        self._anywhere = False
        self.size = 0

    def add(self, number: int, variants: Iterable[Variant]) -> None:
        """Add a pattern under a number of the caller's choice. PatternError: a search begins with a gap."""
        for variant in variants:
            steps = _mirrored(variant) if self._backward else variant
            if self._direction == "search" and steps[0].count:
                raise PatternError("must_begin_with_word")
            node = self._root
            for step in steps:
                node = self._child(node, step)
            if number not in node.accepts:
                node.accepts.append(number)
            self.size += 1
        self._starts = frozenset(self._root.by_atom)
        self._anywhere = bool(self._root.negated or self._root.any_word)

    def _child(self, node: _Node, step: Step) -> _Node:
        atom = self._vocabulary.atom(step)
        key = (atom, step.negated, step.reach, step.count, step.opens, step.closes)
        child = node.nodes.get(key)
        if child is None:
            child = node.nodes[key] = _Node(key)
            if step.count:
                node.gaps.append(child)
            elif step.negated:
                node.negated.append(child)
            elif atom == ANY:
                node.any_word.append(child)
            else:
                node.by_atom.setdefault(atom, []).append(child)
        return child

    def search(
        self, atoms: Sequence[frozenset[int]], breaks: Sequence[int], first: int = 0, last: int | None = None
    ) -> list[Hit]:
        """Every pattern that begins at a word of [first, last), the longest reading of each per beginning."""
        stop = len(atoms) if last is None else last
        starts, anywhere = self._starts, self._anywhere
        hits: list[Hit] = []
        for index in range(first, stop):
            if anywhere or not atoms[index].isdisjoint(starts):
                hits += self.at(atoms, breaks, index, stop)
        return hits

    def at(self, atoms: Sequence[frozenset[int]], breaks: Sequence[int], index: int, stop: int) -> list[Hit]:
        """Every pattern that begins at the word `index` (or, backward, ends there going left), the longest of each.

        Forward, words before `stop` count; backward, words from `stop` on.
        """
        step = -1 if self._backward else 1
        longest: dict[int, Hit] = {}
        states = self._entered(_State(self._root, 0, -1, -1))
        at = index
        while states and at != stop and 0 <= at < len(atoms):
            strength = self._strength(breaks, at, index)
            states = self._moved(states, atoms[at], strength, at)
            for state in states:
                for number in state.node.accepts:
                    longest[number] = self._hit(number, index, at, state)
            at += step
        return [longest[number] for number in sorted(longest)]

    def _strength(self, breaks: Sequence[int], at: int, index: int) -> int:
        """The break between this word and the one matched before it."""
        if self._backward:
            return breaks[at + 1] if at + 1 < len(breaks) else SENTENCE
        return 0 if at == index and self._direction == "search" else breaks[at]

    def _hit(self, number: int, index: int, at: int, state: _State) -> Hit:
        first, last = (at, index + 1) if self._backward else (index, at + 1)
        quote_first = first if state.quote_first < 0 else state.quote_first
        quote_last = last if state.quote_last < 0 else state.quote_last + 1
        return Hit(number, first, last, quote_first, quote_last)

    @staticmethod
    def _entered(state: _State) -> list[_State]:
        """A state, and the gaps that may begin after it."""
        entered = [state]
        for gap in state.node.gaps:
            entered += Automaton._entered(_State(gap, gap.count, state.quote_first, state.quote_last))
        return entered

    def _moved(self, states: list[_State], word: frozenset[int], strength: int, at: int) -> list[_State]:
        moved: dict[tuple[int, int], _State] = {}
        for state in states:
            node = state.node
            reach = node.gap_reach if node.count else 0
            for child in self._next(node, word):
                if strength <= max(reach, child.gap_reach):
                    for entered in self._entered(self._step(state, child, at)):
                        moved.setdefault((id(entered.node), entered.left), entered)
            if state.left and strength <= reach and (node.gap_atom == ANY or node.gap_atom in word):
                left = state.left - 1
                moved.setdefault((id(node), left), _State(node, left, state.quote_first, state.quote_last))
        return list(moved.values())

    @staticmethod
    def _next(node: _Node, word: frozenset[int]) -> Iterable[_Node]:
        by_atom = node.by_atom
        if by_atom:
            for atom in word:
                yield from by_atom.get(atom, ())
        yield from node.any_word
        for child in node.negated:
            if child.gap_atom not in word:
                yield child

    @staticmethod
    def _step(state: _State, child: _Node, at: int) -> _State:
        key = child.key
        opens = key is not None and key[4]
        closes = key is not None and key[5]
        return _State(child, 0, at if opens else state.quote_first, at if closes else state.quote_last)


def _mirrored(variant: Variant) -> Variant:
    """The steps from the last to the first; what may stand before a word is then what stands after it."""
    steps = list(reversed(variant))
    reaches = [0, *(step.reach for step in steps[:-1])]
    return tuple(
        Step(step.tests, step.negated, step.reach if step.count else reach, step.count)
        for step, reach in zip(steps, reaches, strict=True)
    )
