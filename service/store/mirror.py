"""The public mirror's folder: `meta.yaml` with the act's data, `rus/DATE.md` and `kaz/DATE.md` with its texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from service.errors import Invalid, NotFound
from service.reading import read_file
from service.store.sources import ActDescription, EditionSource

FOLDERS = {"rus": "ru", "kaz": "kk"}
_MAX_META = 1024 * 1024


def read_mirror(folder: Path, *, demonstration: bool = False) -> tuple[ActDescription, list[EditionSource]]:
    """The act's description and its texts, oldest first, without reading the texts.

    Raises NotFound("meta_missing"), Invalid("meta_unreadable" | "meta_field"), NotFound("no_texts").
    """
    path = folder / "meta.yaml"
    if not path.is_file():
        raise NotFound("meta_missing", folder=folder.name)
    meta = _Meta(path)
    description = ActDescription(
        code=meta.word("act_code"),
        requisite=meta.word("requisite"),
        title_ru=meta.word("title", "rus"),
        title_kk=meta.word("title", "kaz"),
        form=meta.word("form", default=""),
        approved_on=meta.day("approved_on"),
        demonstration=demonstration,
    )
    sources = _texts(folder, meta)
    if not sources:
        raise NotFound("no_texts", folder=folder.name)
    return description, sources


def _texts(folder: Path, meta: _Meta) -> list[EditionSource]:
    causes = meta.causes()
    found = []
    for name, language in FOLDERS.items():
        for path in sorted((folder / name).glob("*.md")):
            try:
                day = date.fromisoformat(path.stem)
            except ValueError:
                raise Invalid("text_name_not_a_date", name=f"{name}/{path.name}") from None
            requisite, code = causes.get(day, ("", ""))
            found.append(EditionSource(path, language, day, requisite, code))
    return sorted(found, key=lambda source: (source.in_force_from, source.language != "ru"))


class _Meta:
    """A metadata file, asked field by field, so that a wrong one is named."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            content = yaml.safe_load(read_file(path, _MAX_META).text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise Invalid("meta_unreadable", line=mark.line + 1 if mark else 1) from error
        if not isinstance(content, dict):
            raise Invalid("meta_unreadable", line=1)
        self.content: dict[str, Any] = content

    def word(self, *keys: str, default: str | None = None) -> str:
        """A text field."""
        value: Any = self.content
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        if value is None and default is not None:
            return default
        if not isinstance(value, str | int) or isinstance(value, bool) or not str(value).strip():
            raise Invalid("meta_field", field_name=".".join(keys))
        return str(value).strip()

    def day(self, key: str) -> date | None:
        """A date field that may be absent."""
        value = self.content.get(key)
        if value is not None and not isinstance(value, date):
            raise Invalid("meta_field", field_name=key)
        return value

    def causes(self) -> dict[date, tuple[str, str]]:
        """Date of an edition → requisite and code of the act that brought it about."""
        editions = self.content.get("editions") or []
        if not isinstance(editions, list):
            raise Invalid("meta_field", field_name="editions")
        causes: dict[date, tuple[str, str]] = {}
        for entry in editions:
            day = entry.get("in_force_from") if isinstance(entry, dict) else None
            if not isinstance(day, date):
                raise Invalid("meta_field", field_name="editions.in_force_from")
            cause = entry.get("caused_by") or {}
            if not isinstance(cause, dict):
                cause = {"requisite": cause}
            causes[day] = (str(cause.get("requisite") or ""), str(cause.get("code") or ""))
        return causes
