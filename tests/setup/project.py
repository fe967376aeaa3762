"""What the tests of the set-up read: the repository's own files."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> str:
    """The text of a file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def tracked() -> list[Path]:
    """The files that a clone would hold: committed, or new and not ignored; paths from the root."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()]


def tracked_texts() -> dict[Path, str]:
    """The tracked files that are text, with what they say."""
    texts = {}
    for path in tracked():
        data = (ROOT / path).read_bytes()
        if b"\0" not in data[:4096]:
            texts[path] = data.decode("utf-8")
    return texts


def make_targets() -> dict[str, str]:
    """Targets of the Makefile with the line that each says about itself."""
    return dict(re.findall(r"^([a-z]+):.*?## (.+)$", read("Makefile"), re.MULTILINE))


def commands(text: str) -> set[str]:
    """The make targets that a document tells its reader to call."""
    return set(re.findall(r"\bmake ([a-z]+)\b(?= *(?:$|#|`|\)))", text, re.MULTILINE))


def pins(lock: str) -> dict[str, set[str]]:
    """The versions that a lock pins, by package (several where they differ by platform or Python)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", read(lock), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def asked_for(requirements: str) -> set[str]:
    """The packages that a hand-written list of requirements names, in their normal form."""
    names = re.findall(r"^([A-Za-z0-9._-]+)", read(requirements), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}
