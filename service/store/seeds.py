"""Seed files: YAML asked field by field, so that a wrong field is named with its file and place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from service.errors import UserError
from service.reading import read_text_file

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)
_MAX_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True)
class Seed:
    """A mapping of a seed file; `place` says where it stands («amendments[2].»)."""

    name: str
    content: dict[str, Any]
    place: str = ""

    def word(self, *keys: str, default: str | None = None) -> str:
        """A text; absent or empty it is `default`, or an error where there is none."""
        value = self._find(keys)
        if value is None or value == "":
            if default is None:
                raise self._wrong(keys)
            return default
        if not isinstance(value, str):
            raise self._wrong(keys)
        return value.strip()

    def value(self, kind: type[T], key: str) -> T:
        """A value of exactly this kind: int, date, datetime (which must have its zone)."""
        value = self._find((key,))
        if type(value) is not kind or getattr(value, "tzinfo", value) is None:
            raise self._wrong((key,))
        return value

    def one_of(self, words: type[W], key: str) -> W:
        """A word of an enumeration."""
        try:
            return words(self.word(key))
        except ValueError:
            raise self._wrong((key,)) from None

    def each(self, key: str, *, needed: bool = True) -> list[Seed]:
        """The mappings of a list."""
        value = self._find((key,))
        if value is None and not needed:
            return []
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self._wrong((key,))
        return [Seed(self.name, entry, f"{self.place}{key}[{place}].") for place, entry in enumerate(value)]

    def _find(self, keys: tuple[str, ...]) -> Any:
        value: Any = self.content
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def _wrong(self, keys: tuple[str, ...]) -> UserError:
        return UserError("seeds_wrong", name=self.name, field_name=self.place + ".".join(keys))


def read_seed(path: Path) -> Seed:
    """Read a seed file. Raises UserError("seeds_wrong") for YAML that is none."""
    try:
        content = yaml.safe_load(read_text_file(path, _MAX_BYTES))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{mark.line + 1}" if mark else "?"
        raise UserError("seeds_wrong", name=path.name, field_name=place) from error
    if not isinstance(content, dict):
        raise UserError("seeds_wrong", name=path.name, field_name="?")
    return Seed(path.name, content)
