"""Orders in our own words over the demonstration law: what each does, and why a faulty one is refused."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from amendments.instructions import Outcome, apply_instruction
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.apply import apply
from amendments.operations.model import ReplaceWords

HERE = Path(__file__).parent
LAW = HERE.parents[1] / "seeds" / "law"
FOLDERS = {"ru": "rus", "kk": "kaz"}


@cache
def law(language: str) -> Edition:
    text = (LAW / FOLDERS[language] / "2026-03-01.md").read_text(encoding="utf-8")
    return read(text, language)


def table(name: str) -> list[Any]:
    rows = []
    for language in FOLDERS:
        data = tomllib.loads((HERE / "orders" / f"{language}.toml").read_text(encoding="utf-8"))
        for row in data[name]:
            label = " ".join(row["text"].split())[:90]
            rows.append(pytest.param(language, row, id=f"{language}: {label}"))
    return rows


def codes(outcome: Outcome) -> set[str]:
    return {problem.code for problem in outcome.problems} | {refusal.code for refusal in outcome.refusals}


def said(outcome: Outcome, language: str) -> str:
    lines = [problem.describe(language) for problem in outcome.problems]
    return " ".join([*lines, *(refusal.describe(language) for refusal in outcome.refusals)])


def words(edition: Edition, address: str) -> str:
    target = edition.locate(address)
    if target is None or target.provision.state == "excluded":
        return "-"
    return target.words


def own(edition: Edition) -> dict[str, str]:
    """Every paragraph's own words by address."""
    return {address: node.text for address, node in edition}


@pytest.mark.parametrize(("language", "row"), table("order"))
def test_an_order_does_what_it_says_and_nothing_else(language: str, row: dict[str, Any]) -> None:
    before = law(language)
    outcome = apply_instruction(row["text"], before)
    if row.get("error"):
        assert row["error"] in codes(outcome)
        return
    assert outcome.exact, said(outcome, language)
    for address, wanted in row["at"].items():
        found = words(outcome.edition, address)
        assert found == wanted or wanted == "*", f"{address}: {found}"
    touched = {address.removesuffix("/heading").removesuffix("/cl_1").removesuffix("/ind_1") for address in row["at"]}
    old, new = own(before), own(outcome.edition)
    for address, text in old.items():
        if not any(address == place or address.startswith(f"{place}/") for place in touched) and "note_" not in address:
            assert new.get(address) == text, f"{address} changed too"


@pytest.mark.parametrize(("language", "row"), table("fault"))
def test_a_faulty_order_is_refused_for_the_right_reason(language: str, row: dict[str, Any]) -> None:
    outcome = apply_instruction(row["text"], law(language))
    assert codes(outcome) == {row["code"]}, said(outcome, language)
    answer = said(outcome, language)
    for name in row["names"]:
        assert any(option in answer for option in name.split("|")), answer
    for spoken in ("ru", "kk", "en"):
        assert all(problem.describe(spoken) for problem in outcome.problems)
        assert all(refusal.describe(spoken) for refusal in outcome.refusals)


def test_there_are_enough_orders() -> None:
    orders, faults = table("order"), table("fault")
    assert len(orders) + len(faults) >= 150
    assert len(faults) >= 30


def test_words_found_often_come_with_places_to_choose_from() -> None:
    text = "в статье 16 слова «Аким района» заменить словами «Глава района»."
    (refusal,) = apply_instruction(text, law("ru")).refusals
    candidates = refusal.params["candidates"]
    assert isinstance(candidates, list)
    assert [item["address"] for item in candidates] == ["art_16/pt_1", "art_16/pt_2", "art_16/pt_3"]
    chosen = ReplaceWords(
        address=candidates[1]["address"], old="Аким района", new="Глава района", at=candidates[1]["at"]
    )
    after = apply([chosen], law("ru")).edition
    assert words(after, "art_16/pt_2").startswith("2. Глава района вправе")
    assert words(after, "art_16/pt_3").startswith("3. Аким района")
