"""Changes to the text of a law, the same ones for every seed: what the rows of the comparison are about."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from bench.laws import BLANK
from bench.words import Writer

_LABEL = re.compile(r"\s*(?:\d+(?:-\d+)*\\?[.)]\s*)?")
_NUMBERED = re.compile(r"\s*\d+(?:-\d+)*\\?[.)]\s")
_NOT_LAW = ("#", ">", "<", "*")
_ARTICLE = re.compile(r"(### Статья )(\d+)((?:-\d+)*\.)")
_CHAPTER = "## "
_SHORTEST = 60  # characters of a paragraph that is worth an edit
_REWRITTEN = 0.3


def edits(text: str, count: int, within: int | None = None, seed: int = 7) -> str:
    """That many paragraphs (or all there are) changed as amendments do, all within the first `within` characters.

    Of ten, seven get other words (some replaced, some added, some taken out), one is written anew, one is removed
    and one gets a new paragraph after it.
    """
    writer = Writer(seed)
    lines = text.split(BLANK)
    end = len(text[: within or len(text)].split(BLANK))
    places = [place for place in _provisions(lines) if place < end]
    chosen = writer.random.sample(places, min(count, len(places)))
    for turn, place in enumerate(sorted(chosen, reverse=True)):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        lines[place : place + 1] = _edited(lines[place], following, turn % 10, writer)
    return BLANK.join(lines)


def rewritten(text: str, share: float = _REWRITTEN, seed: int = 7) -> str:
    """That share of the provisions written anew: every second keeps its beginning and its end."""
    writer = Writer(seed)
    lines = text.split(BLANK)
    places = _provisions(lines)
    for turn, place in enumerate(writer.random.sample(places, round(share * len(places)))):
        lines[place] = _anew(lines[place], writer, keeping=turn % 2 == 0)
    return BLANK.join(lines)


def renumbered(text: str) -> str:
    """One early article removed, the heading of a chapter after it left where it is, and all later ones renumbered."""
    lines = text.split(BLANK)
    heads = [(place, match) for place, line in enumerate(lines) if (match := _ARTICLE.match(line))]
    whole = [match[2] for _, match in heads]
    index = next(i for i in range(2, len(heads) - 1) if whole.count(whole[i]) == 1 == whole.count(whole[i - 1]))
    for place, match in heads[index + 1 :]:
        lines[place] = f"{match[1]}{int(match[2]) - 1}{match[3]}{lines[place][match.end() :]}"
    first, following = heads[index][0], heads[index + 1][0]
    lines[first:following] = [line for line in lines[first:following] if line.startswith(_CHAPTER)]
    return BLANK.join(lines)


CHANGES: Final[dict[str, Callable[[str], str]]] = {
    "5 edits": lambda text: edits(text, 5, within=250_000),
    "200 edits": lambda text: edits(text, 200),
    "30 % of provisions rewritten": rewritten,
    "an early article removed, later ones renumbered": renumbered,
}


def _provisions(lines: list[str]) -> list[int]:
    """The places of paragraphs of law long enough to be edited, with no list and no second clause under them."""
    return [
        place
        for place, line in enumerate(lines)
        if len(line) >= _SHORTEST and not line.startswith(_NOT_LAW) and not line.endswith(":") and _ends(lines, place)
    ]


def _ends(lines: list[str], place: int) -> bool:
    """Whether the unit that begins with a numbered paragraph ends with it."""
    following = lines[place + 1] if place + 1 < len(lines) else "#"
    return _numbered(lines[place]) and (following.startswith(_NOT_LAW) or _numbered(following))


def _numbered(line: str) -> bool:
    return _NUMBERED.match(line) is not None


def _edited(line: str, following: str, turn: int, writer: Writer) -> list[str]:
    if turn == 7:
        return [_anew(line, writer, keeping=False)]
    if turn == 8:
        return []
    if turn == 9 and (label := _next_label(line, following)):
        return [line, label + writer.sentence(150)]
    words = line.split(" ")
    at = writer.random.randrange(2, len(words) - 2)
    gone = (1, 2, 3, 0, 1, 2, 2)[turn % 7]
    come = (1, 2, 2, 3, 0, 4, 2)[turn % 7]
    words[at : min(at + gone, len(words) - 1)] = writer.words(come) if come else []
    return [" ".join(words)]


def _next_label(line: str, following: str) -> str:
    """The label of a unit that comes between two: «7-1) » between «7) » and «8) »; none where there is such a one."""
    label = _LABEL.match(line)
    made = re.sub(r"(\d+)(\\?[.)])", r"\1-1\2", label[0]) if label else ""
    return "" if following.strip().startswith(made.strip()[:-2]) else made


def _anew(line: str, writer: Writer, *, keeping: bool) -> str:
    label = _LABEL.match(line)
    start = label.end() if label else 0
    words = line[start:].split(" ")
    if not keeping or len(words) < 8:
        return line[:start] + writer.sentence(len(line) - start, line[-1])
    third = len(words) // 3
    return line[:start] + " ".join([*words[:third], *writer.words(third), *words[2 * third :]])
