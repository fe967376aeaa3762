"""Orders of every kind on a small law of another field, ru and kk: what each does, and nothing else."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from amendments.instructions import apply_instruction
from amendments.law.edition import Edition
from amendments.law.reader import read
from tests.instructions.test_orders import codes, said, words

ORDERS = Path(__file__).parent / "orders"


@cache
def water(language: str) -> Edition:
    return read((ORDERS / f"water_{language}.md").read_text(encoding="utf-8"), language)


def rows() -> list[Any]:
    found = []
    for language in ("ru", "kk"):
        data = tomllib.loads((ORDERS / f"water_{language}.toml").read_text(encoding="utf-8"))
        for row in data["order"]:
            label = " ".join(row["text"].split())[:80]
            found.append(pytest.param(language, row, id=f"{language} {row['kind']}: {label}"))
    return found


def _below(address: str, places: set[str]) -> bool:
    return any(address == place or address.startswith(f"{place}/") for place in places)


@pytest.mark.parametrize(("language", "row"), rows())
def test_an_order_does_what_it_says_and_nothing_else(language: str, row: dict[str, Any]) -> None:
    law = water(language)
    outcome = apply_instruction(row["text"], law)
    if "error" in row:
        assert row["error"] in codes(outcome), said(outcome, language)
        return
    assert outcome.exact, said(outcome, language)
    for address, wanted in row.get("at", {}).items():
        assert words(outcome.edition, address) == wanted
    if "outside" in row:
        assert row["outside"] in {part.why for part in outcome.outside}
    touched = {address.removesuffix("/heading").removesuffix("/cl_1") for address in row.get("at", {})}
    before = Counter(node.text for address, node in law if not _below(address, touched) and "note_" not in address)
    kept = Counter(node.text for _, node in outcome.edition)
    gone = before - kept
    assert sorted(gone) == sorted(row.get("gone", []))


def test_every_kind_is_tried_in_enough_orders() -> None:
    kinds = Counter(row.values[1]["kind"] for row in rows())
    assert sum(kinds.values()) >= 80
    assert {"range", "nested", "respectively", "inflected", "throughout", "suspend", "repeal", "in force"} <= set(kinds)
