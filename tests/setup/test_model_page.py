"""The page on the model tells the truth: its examples run."""

from __future__ import annotations

import doctest

from tests.setup.project import ROOT


def test_the_examples_of_the_model_page_run() -> None:
    page = ROOT / "docs" / "model.md"
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8", verbose=False)
    assert result.attempted > 15
    assert result.failed == 0
