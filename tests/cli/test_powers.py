"""`tuzetu powers` on a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tuzetu
from tests.powers.laws import WELLS_KK, WELLS_RU


@pytest.mark.parametrize(("language", "text"), [("ru", WELLS_RU), ("kk", WELLS_KK)])
def test_powers_answers_with_what_other_programs_read(tuzetu: Tuzetu, tmp_path: Path, language: str, text: str) -> None:
    path = tmp_path / "wells.txt"
    path.write_text(text, encoding="utf-8")
    answer = tuzetu("powers", path, "--lang", language, "--json")
    assert answer.code == 0, answer.err
    said = json.loads(answer.out)
    assert set(said) == {"language", "powers", "duplicates", "non_core", "missing", "unread"}
    fields = {"address", "level", "body", "action", "object", "subject"}
    assert all(fields <= set(power) for power in said["powers"])
    assert all({"addresses", "grade", "score"} <= set(one) for one in said["duplicates"])
    assert [one["kind"] for one in said["non_core"]] == ["statistics"]
    assert [one["address"] for one in said["unread"]] == ["art_4/pt_3"]


def test_powers_prints_a_line_for_each_and_tells_what_it_did_not_read(tuzetu: Tuzetu, tmp_path: Path) -> None:
    path = tmp_path / "wells.txt"
    path.write_text(WELLS_RU, encoding="utf-8")
    answer = tuzetu("powers", path)
    assert "art_4/pt_1/sub_1  rural  akim  организует" in answer.out
    assert "art_4/pt_3: body" in answer.err
