"""`tuzetu clarity --rules`: a chamber adds rules without code, and is told what is wrong with them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

RULE = """
[[rule]]
id = "house.by_eye"
factor = "evaluative"
language = "ru"
class = 4
weight = 2
source = "правило палаты"
patterns = ["на =глаз"]
explain.ru = "Мерить на глаз нельзя."
explain.kk = "Көзбен өлшеуге болмайды."
advice.ru = "Назовите меру."
advice.kk = "Өлшемін атаңыз."
match = ["Аким определяет ширину улицы [[на глаз]]."]
no_match = ["Аким определяет ширину улицы по плану."]
"""


def _run(folder: Path, text: str) -> tuple[int, str]:
    cases = folder / "cases.jsonl"
    cases.write_text(json.dumps({"id": "1", "lang": "ru", "text": text}, ensure_ascii=False) + "\n", encoding="utf-8")
    rules = folder / "rules"
    command = [sys.executable, "-m", "service.cli", "clarity", "--cases", str(cases), "--rules", str(rules)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_chambers_own_rule_is_used(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "house.toml").write_text(RULE, encoding="utf-8")
    code, output = _run(tmp_path, "аким определяет ширину улицы на глаз;")
    assert code == 0, output
    assert [finding["rule"] for finding in json.loads(output)["findings"]] == ["house.by_eye"]


def test_a_broken_rule_file_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "house.toml").write_text("[[rule]]\nid = 5\n", encoding="utf-8")
    code, output = _run(tmp_path, "аким определяет ширину улицы на глаз;")
    assert code == 2
    assert "house.toml" in output
    assert "Traceback" not in output
