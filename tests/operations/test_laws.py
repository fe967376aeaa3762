"""The laws of the algebra (DESIGN 1), each held on thousands of generated cases; `make soak` holds them on 50,000.

Texts come from `tests.support.drafts`: the second of a pair is what a drafter made of the first, by moving, splitting,
merging, renumbering, excluding, rewording; so pairs differ as real editions do.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.apply import apply, try_apply
from amendments.operations.compare import compare
from amendments.operations.conflicts import conflicts
from amendments.operations.history import compose, invert, normal
from amendments.operations.model import Operation, from_json, to_json
from amendments.operations.rebase import rebase
from amendments.operations.redline import redline
from amendments.operations.words import apply_edits
from tests.support.bills import bill
from tests.support.drafts import Draft
from tests.support.laws import SEEDS, edited, histories
from tests.support.profiles import held

Pair = tuple[str, str, str]


def _read(pair: Pair) -> tuple[Edition, Edition]:
    return read(pair[0], pair[2]), read(pair[1], pair[2])


@held
@given(edited())
def test_what_compare_finds_leads_from_the_old_text_to_the_new(pair: Pair) -> None:
    a, b = _read(pair)
    result = apply(compare(a, b).all, a).edition
    assert result.text == pair[1]
    assert result.root == b.root


@held
@given(edited())
def test_comparing_twice_gives_the_same(pair: Pair) -> None:
    assert compare(*_read(pair)).all == compare(*_read(pair)).all


@held
@given(edited())
def test_a_text_compared_with_itself_has_no_operations(pair: Pair) -> None:
    assert compare(read(pair[1], pair[2]), read(pair[1], pair[2])).all == ()


@held
@given(edited())
def test_what_was_done_can_be_undone(pair: Pair) -> None:
    a, b = _read(pair)
    operations = compare(a, b).all
    assert apply(invert(operations, a), b).edition.text == pair[0]


@held
@given(histories(steps=2))
def test_two_lists_become_one(history: tuple[list[str], str]) -> None:
    texts, language = history
    a, b, c = (read(text, language) for text in (texts[0], texts[len(texts) // 2], texts[-1]))
    first, second = compare(a, b).all, compare(b, c).all
    both = compose(first, second, a)
    assert apply(both, a).edition.text == texts[-1]
    assert both == normal((*first, *second), a)
    assert compose(both, (), a) == compose((), both, a) == both


@held
@given(SEEDS, st.integers(1, 3))
def test_lists_with_one_outcome_have_one_normal_form(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    edition = read(draft.text, draft.language)
    for operations in bill(edition, 2, seed):
        applied = try_apply(operations, edition)
        done = [operations[change.operation] for change in applied.changes]
        form = normal(done, edition)
        assert apply(form, edition).edition.root == applied.edition.root
        assert normal(form, edition) == form
        assert normal((*done, *invert(done, edition)), edition) == ()


@held
@given(SEEDS, st.integers(1, 2))
def test_amendments_that_do_not_conflict_commute(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    edition = read(draft.text, draft.language)
    amendments = bill(edition, 3, seed, rare=0.2)
    conflicting = {(conflict.first, conflict.second) for conflict in conflicts(amendments, edition)}
    alone = [try_apply(operations, edition) for operations in amendments]
    for first in range(len(amendments)):
        for second in range(first + 1, len(amendments)):
            one, two = alone[first], alone[second]
            if (first, second) in conflicting or one.refusals or two.refusals:
                continue
            forward = try_apply(amendments[second], one.edition)
            backward = try_apply(amendments[first], two.edition)
            assert not forward.refusals
            assert not backward.refusals
            assert forward.edition.text == backward.edition.text


@held
@given(SEEDS, st.integers(1, 2))
def test_a_bill_carried_onto_the_same_edition_stays_as_it_is(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    edition = read(draft.text, draft.language)
    operations = _doable(edition, [item for amendment in bill(edition, 3, seed) for item in amendment])
    result = rebase(operations, edition, read(draft.text, draft.language))
    assert [(step.status, step.operation) for step in result] == [("clean", operation) for operation in operations]


@held
@given(SEEDS, st.integers(1, 2), st.integers(1, 3))
def test_what_is_carried_onto_a_newer_edition_applies_to_it(seed: int, articles: int, edits: int) -> None:
    draft = Draft(seed, articles)
    old = read(draft.text, draft.language)
    operations = _doable(old, [item for amendment in bill(old, 2, seed) for item in amendment])
    draft.edit(edits)
    new = read(draft.text, draft.language)
    result = rebase(operations, old, new)
    assert len(result) == len(operations)
    for step in result:
        assert (step.operation is None) == (step.status == "broken")
        assert (step.reason == "") == (step.status == "clean")
    apply([step.operation for step in result if step.operation is not None], new)


@held
@given(SEEDS, st.integers(1, 2))
def test_operations_survive_json(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    a = read(draft.text, draft.language)
    draft.edit(3)
    b = read(draft.text, draft.language)
    for operation in (*compare(a, b).all, *(item for amendment in bill(a, 2, seed) for item in amendment)):
        assert from_json(to_json(operation)) == operation


@held
@given(edited())
def test_a_redline_gives_back_both_texts(pair: Pair) -> None:
    a, b = _read(pair)
    rows = redline(a, b, notes=True)
    titled = bool(a.root.text or b.root.text or a.root.label)
    olds = [row.old for row in rows if row.status not in ("inserted", "moved_to")]
    news = [row.new for row in rows if row.status not in ("deleted", "moved_from")]
    assert news == [b.root.text] * titled + [unit.text for _, unit in b]
    assert olds == [a.root.text] * titled + [unit.text for _, unit in a]


@held
@given(SEEDS, st.integers(1, 2))
def test_word_operations_touch_what_they_report_and_nothing_else(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    edition = read(draft.text, draft.language)
    for operation in (item for amendment in bill(edition, 3, seed) for item in amendment):
        result = try_apply([operation], edition)
        touches = [touch for change in result.changes for touch in change.touches]
        if result.refusals:
            assert result.edition.text == edition.text
        elif all(touch.what in ("words", "heading") for touch in touches):
            edits = {_path(edition, touch.address): touch.edits for touch in touches}
            before, after = list(edition.root.paragraphs()), list(result.edition.root.paragraphs())
            assert len(before) == len(after)
            reported = {id(_node(edition, path)): list(edits[path]) for path in edits}
            for old, new in zip(before, after, strict=True):
                assert new.text == apply_edits(old.text, reported.get(id(old), []))
                assert (new.lead, new.label, new.after, new.number) == (old.lead, old.label, old.after, old.number)


def _path(edition: Edition, address: str) -> tuple[int, ...]:
    target = edition.locate(address)
    assert target is not None
    return target.path


def _node(edition: Edition, path: tuple[int, ...]) -> object:
    node = edition.root
    for index in path:
        node = node.children[index]
    return node


def _doable(edition: Edition, operations: Sequence[Operation]) -> list[Operation]:
    """Those of the operations that apply, one after another."""
    return [operations[change.operation] for change in try_apply(operations, edition).changes]
