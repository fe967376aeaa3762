"""Who is named in a text: bodies of local power with the levels that stand beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from amendments.powers.loading import Bodies, bodies
from amendments.powers.words import View

Case = Literal["nominative", "other", ""]
_GAP_RU: Final = re.compile(r'[\s,()"-]*(?:и|или|соответствующ\w+|всех|всего)?[\s,()"-]*')
_ADJECTIVES: Final = ("районн", "областн", "городск")
_LEFT: Final = re.compile(r"(?<!\w)((?:районн|областн)\w+)[\s,(]*(?:и )?$")
_GAP_KK: Final = re.compile(r'[\s,()"-]*(?:және|мен|пен|немесе|тиісті|\w+ қаласының)?[\s,()"-]*')


@dataclass(frozen=True, slots=True)
class Mention:
    """A body named in a view: characters `start` to `end` of it with its levels, `name` to `name_end` the body alone.

    `case` is "nominative" where the body acts, "other" for the instrumental (Russian) or the genitive (Kazakh).
    """

    body: str
    levels: tuple[str, ...]
    start: int
    end: int
    name: int
    name_end: int
    case: Case
    head: bool


def mentions(view: View, language: str) -> tuple[Mention, ...]:
    """The bodies that a text names, in order."""
    key = ("mentions", language)
    if key not in view.known:
        view.known[key] = tuple(_mentions(view, language))
    return view.known[key]  # type: ignore[return-value]


def _mentions(view: View, language: str) -> Iterator[Mention]:
    table = bodies(language)
    places = [(m.start(), m.end(), _level(m)) for m in table.places.finditer(view.lower)]
    for match in table.names.finditer(view.lower):
        body = match.lastgroup or ""
        words = match.group()
        before = _run(view.lower, places, match.start(), language, backwards=True)
        if language == "ru":
            before = _with_adjective(view.lower, before)
        after = [] if language == "kk" else _run(view.lower, places, match.end(), language, backwards=False)
        around = [*before, *after]
        start = min([match.start(), *(place[0] for place in around)])
        end = max([match.end(), *(place[1] for place in around)])
        end = _closed(view.lower, end)
        head = "руководител" in words or "басшы" in words
        yield Mention(
            body, _ordered(table, (place[2] for place in around)), start, end, match.start(), match.end(),
            _case(table, body, words), head,
        )  # fmt: skip


def territory(text: str, at: int, language: str) -> tuple[int, int]:
    """The row of territories that stands after a place of a text in Russian, before it in Kazakh; empty where none."""
    places = [(match.start(), match.end(), _level(match)) for match in bodies(language).places.finditer(text)]
    row = _run(text, places, at, language, backwards=language == "kk")
    if not row:
        return at, at
    return min(at, *(start for start, _, _ in row)), max(at, *(end for _, end, _ in row))


def levels_in(text: str, language: str) -> tuple[str, ...]:
    """The levels whose territories a normalised lower-case text names, from the top down."""
    table = bodies(language)
    return _ordered(table, (_level(match) for match in table.places.finditer(text)))


def _level(match: re.Match[str]) -> str:
    return (match.lastgroup or "").rsplit("_", 1)[0]


def _ordered(table: Bodies, levels: Iterator[str]) -> tuple[str, ...]:
    order = table.order
    return tuple(sorted(set(levels), key=lambda level: order[level]))


def _case(table: Bodies, body: str, words: str) -> Case:
    found = table.bodies[body]
    if found.nominative.fullmatch(words):
        return "nominative"
    return "other" if found.other.fullmatch(words) else ""


def _run(
    text: str, places: list[tuple[int, int, str]], at: int, language: str, *, backwards: bool
) -> list[tuple[int, int, str]]:
    """The territories that stand in one row with a body's name, before or after it."""
    gap = _GAP_RU if language == "ru" else _GAP_KK
    row: list[tuple[int, int, str]] = []
    for place in reversed(places) if backwards else places:
        start, end, _ = place
        if (end > at) if backwards else (start < at):
            continue
        between = text[end:at] if backwards else text[at:start]
        if not gap.fullmatch(between):
            break
        row.append(place)
        at = start if backwards else end
    return row


def _with_adjective(text: str, row: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The part of a row before a Russian body that belongs to it: from its adjective on («районный … акимат»).

    What stands before without one belongs to somebody else: «акимом района и собранием».
    """
    adjective = _LEFT.search(text, 0, row[-1][0]) if row else None
    if adjective:
        level = "district" if adjective[1].startswith("районн") else "region"
        return [*row, (adjective.start(), adjective.end(), level)]
    last = max((at for at, (start, _, _) in enumerate(row) if text.startswith(_ADJECTIVES, start)), default=-1)
    return row[: last + 1]


def _closed(text: str, end: int) -> int:
    """The end with the bracket that closes the last territory."""
    return end + 1 if text[end : end + 1] == ")" else end
