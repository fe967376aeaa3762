"""The whole history of a mirror's folder: every state it was ever in, turned into the editions of one act.

The folder's past comes from outside, state by state (`Commit`); nothing here reads a repository or a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.sources.error import SourceError
from amendments.sources.limits import check_size
from amendments.sources.mirror import META, Cause, Description, describe
from amendments.sources.plain import decode
from amendments.sources.source import language_of_text


@dataclass(frozen=True)
class Commit:
    """One state of the folder. `files`: path in the folder → what names its content; `meta`: the bytes of meta.yaml,
    None where the folder had none."""

    id: str
    meta: bytes | None
    files: Mapping[str, str]


@dataclass(frozen=True)
class PastEdition:
    """One text of the act. `content` names it as the commit's `files` do; `commit` is the first with this content."""

    in_force_from: date
    language: str
    caused_by: Cause
    path: str
    content: str
    commit: str

    def edition(self, data: bytes, act: str = "") -> Edition:
        """The edition whose content is `data`. Raises SourceError as the mirror's own editions do."""
        check_size(len(data))
        text = decode(data)
        found = language_of_text(text)
        if found and found != self.language:
            raise SourceError("other_language", expected=self.language, found=found)
        cause = self.caused_by.requisite
        return read(text, self.language, act=act, in_force_from=self.in_force_from, caused_by=cause)


@dataclass(frozen=True)
class Skipped:
    """A state of the folder that could not be read, and why."""

    commit: str
    error: SourceError


@dataclass(frozen=True)
class History:
    """An act as the newest readable state describes it, with the editions of all states: by date, Russian before
    Kazakh. `corrected` counts the texts that a later state replaced for the same date; the later text is taken."""

    act: Description
    editions: tuple[PastEdition, ...]
    corrected: int
    skipped: tuple[Skipped, ...]


def read_history(commits: Iterable[Commit]) -> History:
    """Turn the states of a folder, oldest first, into the editions of its act.

    A state without a readable description, or of another act than the newest, is skipped and reported. Raises the
    SourceError of the newest state where none is readable; `meta_missing` where there is no state at all.
    """
    described: list[tuple[Commit, Description]] = []
    skipped: list[Skipped] = []
    for commit in commits:
        try:
            described.append((commit, _described(commit)))
        except SourceError as error:
            skipped.append(Skipped(commit.id, error))
    if not described:
        raise skipped[-1].error if skipped else SourceError("meta_missing", path=".")
    act = described[-1][1]
    found: dict[tuple[date, bool], PastEdition] = {}
    corrected = 0
    for commit, description in described:
        if description.code != act.code:
            skipped.append(Skipped(commit.id, SourceError("meta_field", field="act_code")))
            continue
        for text in description.texts:
            key = (text.in_force_from, text.language != "ru")
            content = commit.files[text.path]
            known = found.get(key)
            if known is not None and known.content == content:
                found[key] = replace(known, caused_by=text.caused_by, path=text.path)
                continue
            corrected += known is not None
            found[key] = PastEdition(text.in_force_from, text.language, text.caused_by, text.path, content, commit.id)
    return History(act, tuple(found[key] for key in sorted(found)), corrected, tuple(skipped))


def _described(commit: Commit) -> Description:
    if commit.meta is None:
        raise SourceError("meta_missing", path=commit.id)
    return describe(decode(commit.meta), sorted(path for path in commit.files if path != META))
