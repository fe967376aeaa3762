"""From an edited text to the instruction: proved by applying it, or listed with the reason."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amendments.instructions import apply_instruction
from amendments.instructions.drafting import draft, draft_between
from amendments.law.reader import read
from amendments.operations.apply import try_apply
from amendments.operations.model import Remove
from amendments.operations.refusal import Refused
from tests.instructions.laws import Maker, paragraphs

OLD = "### Статья 1. Сад\n\n1. Аким поливает сад.\n\n### Статья 2. Двор\n\n1. Двор чист.\n"


def test_an_edited_text_gives_its_instruction() -> None:
    found = draft_between(read(OLD, "ru"), read(OLD.replace("чист", "чист и светел"), "ru"))
    assert found.text == "пункт 1 статьи 2 дополнить словами «и светел»."
    assert found.unwritten == ()


def test_quotes_that_cannot_be_quoted_are_listed_and_the_rest_is_written() -> None:
    new = OLD.replace("Двор чист", 'Во дворе «чисто, " сухо, „ тихо').replace("поливает", "стрижёт")
    found = draft_between(read(OLD, "ru"), read(new, "ru"))
    assert found.text == "в пункте 1 статьи 1 слово «поливает» заменить словом «стрижёт»."
    assert {one.code for one in found.unwritten} == {"quotes"}
    assert {one.operation.address.split("/")[0] for one in found.unwritten} == {"art_2"}
    for language in ("ru", "kk", "en"):
        assert found.unwritten[0].describe(language)


def test_a_mark_that_editors_set_is_told_apart() -> None:
    old = read("### Статья 1. Сад\n\nРаботы:\n\n1) полив;\n\n2) уборка.\n", "ru")
    new = read("### Статья 1. Сад\n\nРаботы:\n\n1) полив;\n\n2) уборка.\n\n3) посадка.\n", "ru")
    found = draft_between(old, new)
    assert "дополнить подпунктом 3)" in found.text
    assert found.list_ends == ("art_1/sub_2",)


def test_operations_that_cannot_be_applied_are_refused() -> None:
    with pytest.raises(Refused):
        draft([Remove(address="art_9")], read(OLD, "ru"), "ru")
    assert draft([], read(OLD, "ru"), "ru").text == ""


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**40), st.sampled_from(["ru", "kk"]))
def test_a_draft_gives_the_new_text_or_says_what_it_leaves_out(seed: int, language: str) -> None:
    maker = Maker(seed, language)
    old = maker.law()
    new = try_apply(maker.orders(old), old).edition
    found = draft_between(old, new)
    if not found.unwritten:
        assert (found.text == "") == (not found.operations)
        outcome = apply_instruction(found.text, old, partial=False) if found.text else None
        if outcome is not None and not found.list_ends:
            assert outcome.exact
            assert paragraphs(outcome.edition) == paragraphs(new)
