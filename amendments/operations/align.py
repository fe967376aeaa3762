"""Which provision of the new edition is which of the old one.

Equal subtrees are recognised by their hashes without being read. Numbers alone never decide: where an early
article goes and all later ones are renumbered, content tells them apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from itertools import pairwise

from amendments.law.edition import COUNTED
from amendments.law.provision import EDITORIAL, Provision
from amendments.operations.likeness import Words, similarity, surely_alike, words
from amendments.operations.moves import body, find_moves
from amendments.operations.steps import Pair, Step

_CAP = 40_000  # pairs compared word by word in one gap; beyond, numbers alone decide
_LIKE = 0.5  # share of common words from which two units without a common number are one
_LIKE_NOTES = 0.3  # the same for notes and signatures
_NEAR = ((1, 1), (0, 1), (1, 0), (2, 2), (3, 3))  # units that gave way, came or went between two that are the same
_MARKER = 0.7  # the same where one of both is the marker of an excluded unit
_SAME_NUMBER = 0.45  # what a common number adds to the share of common words


def align(old: Provision, new: Provision) -> Pair:
    """Match two trees from the top down, then find what moved."""
    aligner = _Aligner()
    root = aligner.pair(old, new)
    if aligner.gone and aligner.come:
        find_moves(aligner.gone, aligner.come, _apart)
    return root


def _apart(old: Provision, new: Provision) -> Pair:
    """Match what moved; what went and came inside it stays there."""
    return _Aligner().pair(old, new)


class _Aligner:
    """Matches from the top down and remembers what found no partner on the way."""

    def __init__(self) -> None:
        self.gone: list[Step] = []
        self.come: list[Step] = []

    def pair(self, old: Provision, new: Provision) -> Pair:
        """Match two provisions that are one, and what hangs under them."""
        pair = Pair(old, new)
        if old is new or old.full_hash == new.full_hash:
            return pair
        if pair.wholesale:
            _Aligner().children(pair)
        else:
            self.children(pair)
        return pair

    def children(self, pair: Pair) -> None:
        """What happens to the children of a pair: stretches that are the same are passed over by their hashes."""
        olds, news = pair.old.children, pair.new.children
        before, after = [unit.full_hash for unit in olds], [unit.full_hash for unit in news]
        steps = pair.steps
        i, j, height, width = 0, 0, len(olds), len(news)
        while i < height and j < width:
            if before[i] == after[j]:
                steps.append(Step("same", olds[i], news[j]))
                i, j = i + 1, j + 1
                continue
            down, right = _reach(before, after, i, j)
            if not down and not right:
                break
            self.gap(steps, olds, news, i, i + down, j, j + right)
            i, j = i + down, j + right
        end = 0
        while end < min(height - i, width - j) and before[-1 - end] == after[-1 - end]:
            end += 1
        if i < height - end or j < width - end:
            self.gap(steps, olds, news, i, height - end, j, width - end)
        steps += [Step("same", olds[k], news[width - height + k]) for k in range(height - end, height)]

    def gap(
        self,
        steps: list[Step],
        old: Sequence[Provision],
        new: Sequence[Provision],
        i0: int,
        i1: int,
        j0: int,
        j1: int,
    ) -> None:
        """Steps for a stretch `old[i0:i1]` that became `new[j0:j1]`."""
        i, j = i0, j0
        for a, b in [*_between(old, new, i0, i1, j0, j1, 0), (i1, j1)]:
            if i < a:
                gone = [Step("remove", unit) for unit in old[i:a]]
                self.gone += gone
                steps += gone
            if j < b:
                come = [Step("insert", None, unit) for unit in new[j:b]]
                self.come += come
                steps += come
            if a < i1:
                first, second = old[a], new[b]
                same = first.full_hash == second.full_hash
                steps.append(
                    Step("same", first, second) if same else Step("pair", first, second, self.pair(first, second))
                )
            i, j = a + 1, b + 1


def _reach(old: Sequence[bytes], new: Sequence[bytes], i: int, j: int) -> tuple[int, int]:
    """How many units to pass on either side until both are the same again; (0, 0) where that is not near."""
    left, right = len(old) - i, len(new) - j
    for down, along in _NEAR:
        if down < left and along < right:
            if old[i + down] == new[j + along]:
                return down, along
        elif (down, along) == (left, right):
            return down, along
    return 0, 0


def _between(
    old: Sequence[Provision], new: Sequence[Provision], i0: int, i1: int, j0: int, j1: int, level: int
) -> list[tuple[int, int]]:
    """Matches in a gap: first units equal in number and words, then in words alone, then surely alike, then like."""
    if i0 >= i1 or j0 >= j1:
        return []
    if i1 - i0 == j1 - j0 == 1:
        return [(i0, j0)] if _one(old[i0], new[j0]) else []
    if level == 0 and i1 - i0 == j1 - j0 and all(map(_surely, old[i0:i1], new[j0:j1])):
        return list(zip(range(i0, i1), range(j0, j1), strict=True))
    if level == len(_KEYS):
        return _likely(old, new, i0, i1, j0, j1)
    key = _KEYS[level]
    anchors = _anchors([(key(old[i]), i) for i in range(i0, i1)], [(key(new[j]), j) for j in range(j0, j1)])
    if key is _place:
        anchors = [(i, j) for i, j in anchors if _surely(old[i], new[j])]
    if not anchors:
        return _between(old, new, i0, i1, j0, j1, level + 1)
    found: list[tuple[int, int]] = []
    for (a, b), (c, d) in pairwise([(i0 - 1, j0 - 1), *anchors, (i1, j1)]):
        found += _between(old, new, a + 1, c, b + 1, d, level + 1)
        if c < i1:
            found.append((c, d))
    return found


def _identity(unit: Provision) -> Hashable:
    return unit.kind, unit.number, unit.body_hash


def _place(unit: Provision) -> Hashable:
    return (unit.kind, unit.number) if unit.number else None


_KEYS = (_identity, body, _place)


def _anchors(old: list[tuple[Hashable, int]], new: list[tuple[Hashable, int]]) -> list[tuple[int, int]]:
    """Keys that occur once on each side, the longest run of them that rises on both sides."""
    left, right = _once(old), _once(new)
    pairs = [(i, right[key]) for key, i in left.items() if i >= 0 and right.get(key, -1) >= 0]
    return _rising(pairs)


def _once(keyed: list[tuple[Hashable, int]]) -> dict[Hashable, int]:
    """Where each key stands; -1 for those that stand more than once."""
    found: dict[Hashable, int] = {}
    for key, at in keyed:
        found[key] = -1 if key in found or key is None else at
    return found


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if all(one[1] < two[1] for one, two in pairwise(pairs)):
        return pairs
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, (_, j) in enumerate(pairs):
        position = bisect_left(tails, j)
        previous.append(ends[position - 1] if position else -1)
        if position == len(tails):
            tails.append(j)
            ends.append(index)
        else:
            tails[position] = j
            ends[position] = index
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = previous[at]
    chain.reverse()
    return chain


def _likely(
    old: Sequence[Provision], new: Sequence[Provision], i0: int, i1: int, j0: int, j1: int
) -> list[tuple[int, int]]:
    """The order-keeping pairing with the greatest likeness."""
    height, width = i1 - i0, j1 - j0
    if height * width > _CAP:
        keyed = [[(_place(units[k]), k) for k in range(*ends)] for units, ends in ((old, (i0, i1)), (new, (j0, j1)))]
        return _anchors(*keyed)
    words_old = [words(old[i]) for i in range(i0, i1)]
    words_new = [words(new[j]) for j in range(j0, j1)]
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    score = [[0.0] * width for _ in range(height)]
    for i in range(height - 1, -1, -1):
        unit, own, row, below, values = old[i0 + i], words_old[i], best[i], best[i + 1], score[i]
        for j in range(width - 1, -1, -1):
            value = values[j] = _likeness(unit, new[j0 + j], own, words_new[j])
            take = below[j + 1] + value if value else 0.0
            row[j] = max(take, below[j], row[j + 1])
    found = []
    i = j = 0
    while i < height and j < width:
        if score[i][j] and best[i][j] == best[i + 1][j + 1] + score[i][j]:
            found.append((i0 + i, j0 + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(old: Provision, new: Provision, words_old: Words, words_new: Words) -> float:
    """How far two units are one: the share of common words, a common number beside it; 0 where they are not."""
    if old.kind != new.kind:
        return 0.0
    excluded = _excluded(old, new)
    like = similarity(words_old, words_new)
    if old.number and old.number == new.number:
        # A marker keeps the number of what was excluded, and nothing else of it.
        return like + (_MARKER if excluded else _SAME_NUMBER)
    if excluded:
        return 0.0
    return like if like >= _enough(old) else 0.0


def _surely(old: Provision, new: Provision) -> bool:
    """Whether number and words leave no doubt that two units are one."""
    return bool(old.number) and old.number == new.number and old.kind == new.kind and surely_alike(old.text, new.text)


def _one(old: Provision, new: Provision) -> bool:
    """Whether two units that stand alone in a gap are one: a paragraph that gave way to another was restated."""
    if old.kind != new.kind:
        return False
    if old.kind in COUNTED or (old.number and old.number == new.number) or old.body_hash == new.body_hash:
        return True
    if _excluded(old, new):
        return False
    return (not old.children and not new.children and surely_alike(old.text, new.text)) or similarity(
        words(old), words(new)
    ) >= _enough(old)


def _excluded(old: Provision, new: Provision) -> bool:
    """Whether one of two numbered units is but the marker of what was excluded."""
    return bool(old.number) and "excluded" in (old.state, new.state)


def _enough(unit: Provision) -> float:
    return _LIKE_NOTES if unit.kind in EDITORIAL else _LIKE
