"""What is committed: ours, readable, without traces of a machine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.setup.project import ROOT, read, tracked, tracked_texts

REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb." + "debian.org",
    "debian." + "org/debian",
)
MOST_LINES = 400
RUN_OF_WORDS = 12
"""Word for word the same over this length is no coincidence, even in the language of laws."""


def places(needle: str) -> list[str]:
    """Where a string stands in the tracked texts, as file:line."""
    return [
        f"{path}:{text[: match.start()].count(chr(10)) + 1}"
        for path, text in tracked_texts().items()
        for match in re.finditer(re.escape(needle), text)
    ]


@pytest.mark.parametrize("address", REGISTRIES)
def test_no_registry_address_is_committed(address: str) -> None:
    assert places(address) == []


def test_no_path_of_a_machine_is_committed() -> None:
    assert ROOT.parent == Path("/") or places(f"{ROOT.parent}/") == []
    assert places("." + "library") == []


def test_modules_stay_small() -> None:
    lengths = {
        str(path): read(str(path)).count("\n")
        for path in tracked()
        if path.suffix == ".py" and "migrations/versions" not in path.as_posix()
    }
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def links(path: Path) -> Iterator[Path]:
    """Where the links of a Markdown page lead, those inside the repository, pictures included."""
    for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", read(str(path))):
        if "://" not in target and not target.startswith("mailto:"):
            yield (ROOT / path.parent / target).resolve()


def test_links_between_pages_lead_somewhere() -> None:
    pages = [path for path in tracked() if path.suffix == ".md" and path.parts[0] not in ("seeds",)]
    broken = [f"{page} -> {target}" for page in pages for target in links(page) if not target.exists()]
    assert broken == []


def test_every_decision_is_listed_with_its_title() -> None:
    records = sorted(path for path in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    listed = re.findall(r"^\| \[(\d+)\]\((\S+)\) \| (.+) \|$", read("docs/decisions/README.md"), re.MULTILINE)
    assert [path.name for path in records] == [name for _, name, _ in listed]
    for path, (number, _, title) in zip(records, listed, strict=True):
        assert path.read_text(encoding="utf-8").startswith(f"# {number}. {title}\n")


def windows(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of RUN_OF_WORDS words of a text; case, punctuation and figures aside (dates fill formulas up)."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return zip(*(words[start:] for start in range(RUN_OF_WORDS)), strict=False)


@pytest.mark.corpus
def test_no_official_sentence_is_committed(corpus: Path) -> None:
    official: set[tuple[str, ...]] = set()
    for source in [*corpus.glob("law148/*/*.md"), *corpus.glob("*/*.jsonl")]:
        text = source.read_text(encoding="utf-8")
        if source.suffix == ".jsonl":
            cases = [json.loads(line) for line in text.splitlines()]
            text = "\n".join(str(case.get(key)) for case in cases for key in ("instruction", "before", "after", "text"))
        official.update(windows(text))
    found = {
        str(path): " ".join(copied[0])
        for path, text in tracked_texts().items()
        if (copied := [window for window in windows(text) if window in official])
    }
    assert found == {}


@pytest.mark.corpus
def test_no_case_of_the_corpus_is_named(corpus: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for path in corpus.glob("*/*.jsonl")]
    cases = [json.loads(line)["id"] for source in sources for line in source.splitlines()]
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(cases, key=len, reverse=True)))})\b")
    code = {path: text for path, text in tracked_texts().items() if path.suffix in (".py", ".toml", ".yaml", ".md")}
    assert {str(path): found.group() for path, text in code.items() if (found := named.search(text))} == {}
