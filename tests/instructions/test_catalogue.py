"""The table of formulas in the documentation is made from the grammar's data."""

from __future__ import annotations

from pathlib import Path

from amendments.instructions.catalogue import render

PAGE = Path(__file__).parents[2] / "docs" / "formulas.md"


def test_the_page_is_what_the_data_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), (
        "run: python -m amendments.instructions.catalogue > docs/formulas.md"
    )
