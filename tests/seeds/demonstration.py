"""The demonstration's files, read for the tests of this folder."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from amendments.law.edition import Edition
from amendments.law.reader import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FOLDERS = {"ru": "rus", "kk": "kaz"}
BILLS = tuple(sorted((SEEDS / "bills").glob("*.yaml")))
BASE = date(2026, 3, 1)


@cache
def content(name: str) -> dict[str, Any]:
    """A YAML file under seeds/."""
    loaded = yaml.safe_load((SEEDS / name).read_text(encoding="utf-8"))
    assert isinstance(loaded, dict), f"{name} is not a table of fields"
    return loaded


@cache
def source(language: str, day: date) -> str:
    return (SEEDS / "law" / FOLDERS[language] / f"{day}.md").read_text(encoding="utf-8")


@cache
def edition(language: str, day: date) -> Edition:
    return read(source(language, day), language, in_force_from=day)


def days() -> list[date]:
    return [entry["in_force_from"] for entry in content("law/meta.yaml")["editions"]]


def amendments() -> list[tuple[str, dict[str, Any]]]:
    """(name of the bill's file, amendment) of all bills."""
    return [(path.name, entry) for path in BILLS for entry in content(f"bills/{path.name}")["amendments"]]


# --- what an instruction quotes: a second, simple reading, independent of amendments.instructions ----------------

_NUMBER = r"(\d+(?:-\d+)*)"
_ORDINALS = {"перв": 1, "втор": 2, "бірінші": 1, "екінші": 2}
_CITED = {
    "ru": (
        ("art", re.compile(rf"стать[еиюя]\w*\s+{_NUMBER}")),
        ("pt", re.compile(rf"(?<!под)пункт\w*\s+{_NUMBER}(?!\))")),
        ("sub", re.compile(rf"подпункт\w*\s+{_NUMBER}\)")),
        ("cl", re.compile(r"част[ьи]\s+(перв|втор)\w+")),
    ),
    "kk": (
        ("art", re.compile(rf"{_NUMBER}-ба[пб]")),
        ("pt", re.compile(rf"{_NUMBER}-тарма[қғ](?!ша)")),
        ("sub", re.compile(rf"{_NUMBER}\)\s+тармақша")),
        ("cl", re.compile(r"(бірінші|екінші)\s+бөлі")),
    ),
}
_OLD_WORDS = {
    "ru": re.compile(r"слов\w*\s+«([^»]+)»\s+(?:заменить|исключить|дополнить)"),
    "kk": re.compile(r"«([^»]+)»\s+деген\s+сөз(?:дер)?(?:ден\s+кейін|\s+алып|\s+«)"),
}
_INTRODUCES_NEW = re.compile(r"следующе(?:го|й)|мынадай")


def quotations(instruction: str, language: str) -> list[tuple[str, str]]:
    """(address, words) for all words of the law in force that an instruction quotes."""
    found: list[tuple[str, str]] = []
    context: dict[str, str] = {}
    new_text = False
    for paragraph in filter(None, instruction.splitlines()):
        if new_text:
            new_text = "»" not in paragraph
            continue
        new_text = bool(_INTRODUCES_NEW.search(paragraph)) and paragraph.endswith(":")
        cited = _cited(paragraph, language)
        if "art" in cited:
            context = {}
        place = {**context, **cited}
        if paragraph.endswith(":") and not new_text:
            context = place
        found.extend((_address(place), words) for words in _OLD_WORDS[language].findall(paragraph))
    return found


def _cited(paragraph: str, language: str) -> dict[str, str]:
    outside = re.sub(r"«[^»]*»", "«»", re.sub(r"^\d+\)\s+", "", paragraph))
    cited = {}
    for part, pattern in _CITED[language]:
        match = pattern.search(outside)
        if match:
            cited[part] = str(_ORDINALS.get(match[1], match[1]))
    return cited


def _address(place: dict[str, str]) -> str:
    return "/".join(f"{part}_{place[part]}" for part in ("art", "pt", "sub", "cl") if part in place)
