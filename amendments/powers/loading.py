"""The tables of the register, read once: levels and bodies, actions, slots, subjects, kinds of non-core powers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).with_name("data")
LANGUAGES: Final = ("ru", "kk")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of local power; `rank` grows downwards, `name` is by language."""

    id: str
    rank: int
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body of local power: the levels where it exists and the forms of its name in one language."""

    id: str
    levels: tuple[str, ...]
    name: Mapping[str, str]
    nominative: re.Pattern[str]
    other: re.Pattern[str]


@dataclass(frozen=True)
class Bodies:
    """Levels and bodies of one language with the patterns that find their names in a normalised text.

    `places` finds names of territories (the group that matched is the level), `names` names of bodies (the group is
    the body). `heading`, `prefix` and `verb` show that a text gives powers.
    """

    levels: tuple[Level, ...]
    bodies: Mapping[str, Body]
    places: re.Pattern[str]
    names: re.Pattern[str]
    heading: re.Pattern[str]
    prefix: re.Pattern[str]
    verb: re.Pattern[str]

    @property
    def order(self) -> Mapping[str, int]:
        """Level → rank, from the top (1) down."""
        return {level.id: level.rank for level in self.levels}


@dataclass(frozen=True)
class Actions:
    """Words of action of one language: word or stem → class, class → side of divided labour, and helpers."""

    classes: Mapping[str, str]
    sides: Mapping[str, str]
    light: frozenset[str]
    nouns: frozenset[str]
    not_nouns: frozenset[str]
    modal: frozenset[str]
    subordinate: frozenset[str]
    compound: tuple[tuple[str, ...], ...]
    reflexive: frozenset[str]
    pronouns: frozenset[str]


@cache
def table(name: str) -> dict[str, Any]:
    """A table of data by its file's name without the ending. Raises tomllib.TOMLDecodeError for a broken one."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def bodies(language: str) -> Bodies:
    """Levels and bodies of a language ("ru", "kk"). ValueError for another."""
    if language not in LANGUAGES:
        raise ValueError(f"no powers for the language «{language}»; known: {', '.join(LANGUAGES)}")
    data = table("bodies")
    any_body = "|".join(entry[language]["pattern"] for entry in data["body"])
    places: dict[str, list[str]] = {}
    ordered: list[str] = []
    for entry in data["place"]:
        if entry["language"] == language:
            number = len(places.setdefault(entry["level"], []))
            places[entry["level"]].append(entry["pattern"])
            ordered.append(f"(?P<{entry['level']}_{number}>{entry['pattern'].replace('BODY', any_body)})")
    found = {entry["id"]: _body(entry, language) for entry in data["body"]}
    names = "|".join(f"(?P<{entry['id']}>{entry[language]['pattern']})" for entry in data["body"])
    competence = data["competence"][language]
    return Bodies(
        tuple(Level(entry["id"], entry["rank"], entry["name"]) for entry in data["level"]),
        found,
        re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{names})(?!\w)"),
        re.compile(competence["heading"]),
        re.compile(competence["prefix"]),
        re.compile(competence["verb"]),
    )


def _body(entry: Mapping[str, Any], language: str) -> Body:
    forms = entry[language]
    other = forms["instrumental" if language == "ru" else "genitive"]
    nominative, second = re.compile(forms["nominative"]), re.compile(other)
    return Body(entry["id"], tuple(entry["levels"]), entry["name"], nominative, second)


@cache
def actions(language: str) -> Actions:
    """The words of action of a language."""
    data = table("actions")
    classes = {word: entry["id"] for entry in data["class"] for word in entry[language]}
    return Actions(
        classes,
        {entry["id"]: entry["side"] for entry in data["class"]},
        frozenset(data["light"][language]),
        frozenset(data["nouns"].get(language, ())),
        frozenset(data["nouns"].get("not", ())),
        frozenset(data["modal"][language]),
        frozenset(data["subordinate"][language]),
        tuple(tuple(phrase.split()) for phrase in data["compound"].get(language, ())),
        frozenset(data["reflexive"][language]),
        frozenset(data["pronoun"][language]),
    )


@cache
def slot_patterns(language: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Slot name → its patterns, in the order of trying."""
    patterns: Mapping[str, list[str]] = table("slots")[language]
    return {name: tuple(re.compile(rf"(?<!\w)(?:{one})") for one in many) for name, many in patterns.items()}
