"""Findings for a file of cases: one provision a line, JSON in and JSON out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from amendments.clarity.editions import default_clarity
from amendments.clarity.engine import Clarity


def cases(lines: Iterable[str], clarity: Clarity | None = None) -> Iterator[str]:
    """For each line `{"id", "lang", "text"}` a line `{"id", "findings": [{start, end, quote, factor, rule, weight}]}`.

    A line that cannot be answered gives `{"id", "error"}`; empty lines are passed over.
    """
    clarity = clarity or default_clarity()
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield json.dumps(_answer(number, line, clarity), ensure_ascii=False)


def _answer(number: int, line: str, clarity: Clarity) -> dict[str, object]:
    try:
        case = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"line {number}: not JSON ({error})"}
    if not isinstance(case, dict):
        return {"id": None, "error": f"line {number}: expected an object with id, lang and text"}
    text, language = case.get("text"), case.get("lang")
    if not isinstance(text, str) or not isinstance(language, str):
        return {"id": case.get("id"), "error": f"line {number}: «text» and «lang» must be texts"}
    try:
        scan = clarity.scan(text, language)
    except ValueError as error:
        return {"id": case.get("id"), "error": f"line {number}: {error}"}
    answer: dict[str, object] = {"id": case.get("id"), "findings": [finding.as_json() for finding in scan.findings]}
    return {**answer, "bounded": list(scan.bounded)} if scan.bounded else answer
