"""Where two editions have different law, marks at the ends of lists apart: editors set those."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.law.edition import Edition
from amendments.law.provision import EDITORIAL, Provision


def differing(one: Edition, other: Edition) -> set[str]:
    """Addresses whose words differ or that only one of the two has; "" for the title."""
    first, second = _law(one), _law(other)
    found = {address for address in first.keys() | second.keys() if first.get(address) != second.get(address)}
    return found if one.root.text == other.root.text else {*found, ""}


def same_law(one: Edition, other: Edition) -> bool:
    """Whether two editions have the same law: words, numbers and structure; layout, notes and markers do not count."""
    return one.root.text == other.root.text and list(_in_order(one.root)) == list(_in_order(other.root))


def _in_order(node: Provision) -> Iterator[tuple[str, str, str]]:
    for child in node.children:
        if _counts(child):
            yield child.kind, child.number, child.text
            yield from _in_order(child)
            yield "", "", ""


def list_ends(one: Edition, other: Edition) -> tuple[str, ...]:
    """Addresses whose words differ in the mark at their end only."""
    return tuple(
        address
        for address, node in one
        if _counts(node) and (twin := other.at(address)) is not None and twin.text.rstrip() != node.text.rstrip()
    )


def _law(edition: Edition) -> dict[str, tuple[str, str]]:
    return {address: (node.kind, node.text.rstrip(".; ")) for address, node in edition if _counts(node)}


def _counts(node: Provision) -> bool:
    return node.kind not in EDITORIAL and node.state != "excluded"
