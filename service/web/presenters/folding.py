"""What a folded stretch says about itself: «подпункты 1)–6)», «пункты 3–4, статьи 19–21»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amendments.operations.redline import Row
from service.web.presenters.citation import cite_range, split_step

MOST_GROUPS = 3


def stretch_words(rows: Sequence[Row], language: str) -> str:
    """The units of a stretch in words, the large ones swallowing what hangs under them; at most three groups."""
    groups = [cite_range(kind, first, last, language) for kind, first, last in _groups(rows)]
    if len(groups) > MOST_GROUPS:
        groups = [*groups[: MOST_GROUPS - 1], f"… {groups[-1]}"]
    return ", ".join(groups)


def _groups(rows: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    kind = first = last = ""
    for row in _heads(rows):
        prefix, number = split_step((row.address_new or row.address_old).rsplit("/", 1)[-1])
        if kind and prefix != kind:
            yield kind, first, last
            kind = ""
        if not kind:
            kind, first = prefix, number
        last = number
    if kind:
        yield kind, first, last


def _heads(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that do not hang under another row of the stretch."""
    depth: int | None = None
    for row in rows:
        if depth is None or row.depth <= depth:
            depth = row.depth
            if row.address_new or row.address_old:
                yield row
