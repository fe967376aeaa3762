"""Laws of what is fastened to words through many editions: who brought each word, and where anchors are found.

Every word of these drafts stands once in all their history (`Draft(distinct=True)`): where it came from, and where it
is now, is known without doubt.
"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from amendments.law.edition import Edition, is_law
from amendments.law.reader import read
from amendments.operations.anchors import anchor, carry, relocate
from amendments.operations.history import blame
from amendments.operations.mapping import Mapping
from tests.support.drafts import Draft
from tests.support.laws import SEEDS
from tests.support.profiles import held

_WORD = re.compile(r"(?:слово|сөз)\w{4}", re.IGNORECASE)
# Edits after which a unit is still known as the one it was; a split or merged one is partly new by its own law.
_KNOWN = ("reword", "insert", "remove", "renumber", "renote", "relay")


@held
@given(SEEDS, st.integers(1, 2), st.integers(1, 4))
def test_each_word_is_laid_to_the_step_that_brought_it(seed: int, articles: int, steps: int) -> None:
    draft = Draft(seed, articles, distinct=True)
    history = [read(draft.text, draft.language)]
    for _ in range(steps):
        draft.edit(draft.random.randint(1, 2), only=_KNOWN)
        history.append(read(draft.text, draft.language))
    found = blame(history)
    for address, unit in history[-1]:
        runs = found.get(address, ())
        assert "".join(unit.text[run.start : run.end] for run in runs) == unit.text
        for match in _WORD.finditer(unit.text):
            (edition,) = {run.edition for run in runs if run.start < match.end() and match.start() < run.end}
            assert edition == draft.born[match.group().lower()], match.group()


@held
@given(SEEDS, st.integers(1, 3), st.integers(1, 4))
def test_an_anchor_is_found_at_its_words_or_lost(seed: int, articles: int, edits: int) -> None:
    draft = Draft(seed, articles)
    old = read(draft.text, draft.language)
    draft.edit(edits)
    new = read(draft.text, draft.language)
    mapping = Mapping(old, new)
    for _ in range(3):
        address, unit = draft.random.choice(old.entries)
        start = draft.random.randint(0, len(unit.text))
        mark = anchor(old, address, start, draft.random.randint(start, len(unit.text)))
        for found in (carry(mark, mapping), relocate(mark, new)):
            if found.anchor is None:
                assert found.lost == mark.quote
            else:
                there = new.at(found.anchor.address)
                assert there is not None
                assert there.text[found.anchor.start : found.anchor.end] == mark.quote == found.anchor.quote
                assert found.lost is None
        assert carry(mark, Mapping(old, old)).anchor == mark


@held
@given(SEEDS, st.integers(1, 2), st.integers(1, 3))
def test_an_anchor_follows_words_that_no_edit_touched(seed: int, articles: int, edits: int) -> None:
    draft = Draft(seed, articles, distinct=True)
    old = read(draft.text, draft.language)
    draft.edit(edits, only=(*_KNOWN, "move"))
    new = read(draft.text, draft.language)
    mapping = Mapping(old, new)
    for _ in range(3):
        address, unit = draft.random.choice([entry for entry in old.entries if is_law(entry[0])])
        words = list(_WORD.finditer(unit.text))
        if not words:
            continue
        first = draft.random.randrange(len(words))
        last = draft.random.randrange(first, len(words))
        mark = anchor(old, address, words[first].start(), words[last].end())
        where = _standing(new, mark.quote)
        for found in (carry(mark, mapping), relocate(mark, new)):
            at = (found.anchor.address, found.anchor.start) if found.anchor else None
            assert at in (where, None)
        if where is None:
            assert carry(mark, mapping).lost == mark.quote
        elif where[0] == address:
            assert relocate(mark, new).anchor is not None


def _standing(edition: Edition, quote: str) -> tuple[str, int] | None:
    """The one place where words stand that occur once in a text, or None."""
    places = [(address, unit.text.find(quote)) for address, unit in edition if quote in unit.text]
    assert len(places) <= 1
    return places[0] if places else None
