"""A folder of the public mirror: one act, its dated editions in both languages and a meta.yaml that describes them.

Two layouts are read: `rus/2026-07-14.md`, `kaz/2026-07-14.md` with `editions` in meta.yaml, and the mirror's own
`rus.md`, `kaz.md` with one `version_date`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.sources.error import SourceError
from amendments.sources.files import read_bytes
from amendments.sources.limits import META_BYTES
from amendments.sources.plain import decode
from amendments.sources.source import Source, language_of_text

FOLDERS: Final = {"rus": "ru", "kaz": "kk"}
META: Final = "meta.yaml"


@dataclass(frozen=True)
class Cause:
    """The amending act that made an edition: its code in the mirror and its number and date in words."""

    code: str = ""
    requisite: str = ""


@dataclass(frozen=True)
class MirrorEdition:
    """One text of the act: from which day, in which language (ru, kk), by which act, and where it lies."""

    in_force_from: date
    language: str
    caused_by: Cause
    path: Path

    def source(self) -> Source:
        """The text. Raises SourceError as `read_plain` does, and `other_language` for a text in the wrong folder."""
        text = decode(read_bytes(self.path))
        found = language_of_text(text)
        if found and found != self.language:
            raise SourceError("other_language", expected=self.language, found=found)
        return Source(text, self.language, "plain")

    def edition(self, act: str = "") -> Edition:
        """The text read into an edition. Raises as `source` does."""
        return read(
            self.source().text,
            self.language,
            act=act,
            in_force_from=self.in_force_from,
            caused_by=self.caused_by.requisite,
        )


@dataclass(frozen=True)
class Mirror:
    """An act as the mirror's meta.yaml describes it, with all its editions, oldest first, Russian before Kazakh."""

    code: str
    requisite: str
    titles: dict[str, str]  # by language
    form: str
    approved_on: date | None
    demonstration: bool  # invented for show, not law
    editions: tuple[MirrorEdition, ...]


@dataclass(frozen=True)
class Text:
    """One text as meta.yaml describes it; `path` is its place in the folder: «rus/2026-07-14.md», «kaz.md»."""

    in_force_from: date
    language: str
    caused_by: Cause
    path: str


@dataclass(frozen=True)
class Description:
    """What meta.yaml says of an act, and its texts, oldest first, Russian before Kazakh."""

    code: str
    requisite: str
    titles: dict[str, str]  # by language
    form: str
    approved_on: date | None
    demonstration: bool
    texts: tuple[Text, ...]


def read_mirror(folder: Path) -> Mirror:
    """Read the description of a folder; the texts themselves are read edition by edition.

    Raises SourceError: not_found, meta_missing, meta_damaged, meta_field, edition_missing, edition_unlisted.
    """
    if not folder.is_dir():
        raise SourceError("not_found", path=folder.name)
    path = folder / META
    if not path.is_file():
        raise SourceError("meta_missing", path=folder.name)
    places = [folder / f"{name}.md" for name in FOLDERS]
    places += [place for name in FOLDERS for place in sorted((folder / name).glob("*.md"))]
    files = [place.relative_to(folder).as_posix() for place in places if place.is_file()]
    found = describe(decode(read_bytes(path, META_BYTES)), files)
    return Mirror(
        found.code,
        found.requisite,
        found.titles,
        found.form,
        found.approved_on,
        found.demonstration,
        tuple(
            MirrorEdition(text.in_force_from, text.language, text.caused_by, folder / text.path) for text in found.texts
        ),
    )


def describe(meta_text: str, files: Sequence[str]) -> Description:
    """What meta.yaml says of the texts among `files`, paths in its folder.

    Raises SourceError: meta_damaged, meta_field, edition_missing, edition_unlisted.
    """
    meta = _meta(meta_text)
    titles = meta.get("title")
    if not isinstance(titles, dict) or not all(isinstance(text, str) for text in titles.values()):
        raise SourceError("meta_field", field="title")
    texts = tuple(_texts(frozenset(files), meta))
    if not texts:
        raise SourceError("meta_field", field="editions")
    listed = {text.path for text in texts}
    for path in files:
        if path.partition("/")[0] in FOLDERS and path.endswith(".md") and path not in listed:
            raise SourceError("edition_unlisted", path=path)
    for language in {text.language for text in texts}:
        name = next(name for name, code in FOLDERS.items() if code == language)
        if not str(titles.get(name) or "").strip():
            raise SourceError("meta_field", field=f"title.{name}")
    return Description(
        _text(meta, "act_code"),
        _text(meta, "requisite"),
        {FOLDERS[name]: text for name, text in titles.items() if name in FOLDERS},
        _text(meta, "form", required=False),
        _date(meta, "approved_on") if "approved_on" in meta else None,
        meta.get("demonstration") is True,
        texts,
    )


class _Loader(yaml.SafeLoader):
    """YAML without aliases: they are how a small file becomes a huge one."""

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)  # type: ignore[arg-type]


def _meta(text: str) -> dict[str, object]:
    try:
        data = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader that also refuses aliases
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise SourceError("meta_damaged", line=mark.line + 1 if mark else 1) from error
    if not isinstance(data, dict):
        raise SourceError("meta_damaged", line=1)
    return data


def _texts(files: Set[str], meta: dict[str, object]) -> Iterator[Text]:
    listed = meta.get("editions")
    if listed is None:
        yield from _single(files, meta)
        return
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise SourceError("meta_field", field="editions")
    for entry in sorted(listed, key=lambda entry: _date(entry, "in_force_from", "editions.")):
        day, cause = _date(entry, "in_force_from"), _cause(entry)
        paths = {f"{name}/{day.isoformat()}.md": language for name, language in FOLDERS.items()}
        if not files & paths.keys():
            raise SourceError("edition_missing", date=day.isoformat(), path=" / ".join(paths))
        for path, language in paths.items():
            if path in files:
                yield Text(day, language, cause, path)


def _single(files: Set[str], meta: dict[str, object]) -> Iterator[Text]:
    dates, cause = meta.get("version_date"), _cause(meta)
    for name, language in FOLDERS.items():
        if f"{name}.md" in files:
            day = _date(dates, name, "version_date.") if isinstance(dates, dict) else _date(meta, "version_date")
            yield Text(day, language, cause, f"{name}.md")


def _cause(entry: dict[str, object]) -> Cause:
    cause = entry.get("caused_by")
    if cause is None:
        return Cause()
    if isinstance(cause, str):
        return Cause(requisite=cause)
    if not isinstance(cause, dict):
        raise SourceError("meta_field", field="caused_by")
    return Cause(_text(cause, "code", required=False), _text(cause, "requisite", required=False))


def _text(meta: dict[str, object], name: str, *, required: bool = True) -> str:
    value = meta.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, (str, int)) or not str(value).strip():
        raise SourceError("meta_field", field=name)
    return str(value)


def _date(meta: dict[str, object], name: str, prefix: str = "") -> date:
    value = meta.get(name)
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise SourceError("meta_field", field=prefix + name) from error
    if not isinstance(value, date):
        raise SourceError("meta_field", field=prefix + name)
    return date(value.year, value.month, value.day)
