"""Writing: what is written is read back as the same operations, and does the same to the law, in both languages."""

from __future__ import annotations

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from amendments.instructions import Unwritable, apply_instruction, parse, plan, write
from amendments.operations.apply import try_apply
from amendments.operations.compare import compare
from amendments.operations.model import Suspend
from tests.instructions.laws import Maker, meaning, paragraphs

MANY = settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(MANY, max_examples=300)
SEEDS = st.integers(0, 2**40)


def round_trip(seed: int, language: str) -> None:
    maker = Maker(seed, language)
    law = maker.law()
    operations = maker.orders(law)
    try:
        planned = plan(operations, law)
    except Unwritable:
        # A new edition of an article would leave out the day until which a unit of it is suspended.
        if not any(isinstance(operation, Suspend) for operation in operations):
            raise
        event("refused")
        return
    event("as given" if planned == operations else "in other formulas")
    text = write(operations, law, language)
    reading = parse(text, language)
    assert not reading.problems, (text, [problem.describe("ru") for problem in reading.problems])
    assert [meaning(operation) for operation in reading.operations] == [meaning(item) for item in planned], text
    outcome = apply_instruction(text, law)
    assert outcome.exact, (text, [refusal.describe("ru") for refusal in outcome.refusals])
    assert paragraphs(outcome.edition) == paragraphs(try_apply(operations, law).edition), text


@MANY
@given(SEEDS)
def test_russian_is_read_back_as_it_was_meant(seed: int) -> None:
    round_trip(seed, "ru")


@MANY
@given(SEEDS)
def test_kazakh_is_read_back_as_it_was_meant(seed: int) -> None:
    round_trip(seed, "kk")


@SOME
@given(SEEDS, st.sampled_from(["ru", "kk"]))
def test_the_instruction_written_from_two_texts_turns_one_into_the_other(seed: int, language: str) -> None:
    maker = Maker(seed, language)
    old = maker.law()
    new = try_apply(maker.orders(old), old).edition
    text = write(compare(old, new).operations, old, language)
    outcome = apply_instruction(text, old)
    assert outcome.exact, (text, [refusal.describe("ru") for refusal in outcome.refusals])
    assert paragraphs(outcome.edition) == paragraphs(new), text
