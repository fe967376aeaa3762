"""Units nearest to an address that names nothing, for a refusal that helps."""

from __future__ import annotations

from amendments.law.edition import Edition, is_law
from amendments.law.numbers import sort_key


def nearest(edition: Edition, address: str, limit: int = 3) -> list[str]:
    """At most `limit` addresses of units of the same kind, nearest by number under the deepest part that exists."""
    steps = address.split("/")
    kept = 0
    for count in range(len(steps), 0, -1):
        if edition.locate("/".join(steps[:count])) is not None:
            kept = count
            break
    base = "/".join(steps[:kept])
    missing = steps[kept] if kept < len(steps) else ""
    prefix, _, number = missing.partition("_")
    depth = kept + 1
    candidates = [
        found
        for found, _ in edition
        if is_law(found)
        and len(found.split("/")) == depth
        and found.split("/")[-1].split("_")[0] == prefix
        and (not base or found.startswith(f"{base}/"))
    ]
    wanted = sort_key(number)
    candidates.sort(key=lambda found: _distance(sort_key(found.split("/")[-1].partition("_")[2]), wanted))
    return candidates[:limit] or ([base] if base else [])


def _distance(number: tuple[int, ...], wanted: tuple[int, ...]) -> tuple[int, ...]:
    size = max(len(number), len(wanted))
    padded = [(*key, *[0] * (size - len(key))) for key in (number, wanted)]
    return tuple(abs(a - b) for a, b in zip(*padded, strict=True))
