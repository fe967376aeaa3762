"""Which rules of clarity this service has: one print of all its rule files and of the code that applies them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

RULES: Final = "clarity_rules"
"""Key of the fact that says by which rules the stored findings were searched."""


@cache
def rules_print() -> str:
    """SHA-256 over the files of `amendments.clarity`, hexadecimal: it changes when any rule may find otherwise."""
    total = hashlib.sha256()
    for name, content in sorted(_files(resources.files("amendments.clarity"), "")):
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def _files(folder: Traversable, under: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        name = f"{under}{item.name}"
        if item.is_dir():
            found += _files(item, f"{name}/")
        elif name.endswith((".toml", ".py")):
            found.append((name, item.read_bytes()))
    return found
