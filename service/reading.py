"""Reading what a person gives us, by the readers of `amendments.sources`: the one place where the service does.

The command line, the import and an upload all read here, so that each takes the same kinds of files and says the same
sentence about one that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from amendments.sources.detect import read_source
from amendments.sources.docx import Tracked
from amendments.sources.error import SourceError
from amendments.sources.files import read_bytes
from amendments.sources.limits import FILE_BYTES
from amendments.sources.plain import decode
from amendments.sources.source import Source
from service.errors import LANGUAGES, UserError

MARK: Final = "\ufeff"
"""The mark of byte order that some programs put before a text."""
_STATUS: Final = {"too_big": 413, "unpacks_too_big": 413, "not_found": 404, "meta_missing": 404}


class SourceRefused(UserError):
    """A file or folder that cannot be read; the sentence is the reader's own, with the file's name before it.

    `code` is that of the `SourceError` with «source_» before it, `reason` the error itself.
    """

    def __init__(self, reason: SourceError, name: str, *, field: str | None = None) -> None:
        super().__init__(f"source_{reason.code}", field=field)
        self.params = {"name": name, **reason.params}
        self.status = _STATUS.get(reason.code, 422)
        self.reason = reason
        self.name = name

    def message(self, language: str = "ru") -> str:
        """The sentence in `language`."""
        words = self.reason.describe(language if language in LANGUAGES else "ru")
        return words if not self.name or self.name in words else f"{self.name}: {words}"


@contextmanager
def refusing(name: str, *, field: str | None = None) -> Iterator[None]:
    """Let a `SourceError` become a mistake of the person who gave `name`; `field` names the form's field."""
    try:
        yield
    except SourceError as error:
        raise SourceRefused(error, name, field=field) from error


def read_law_file(path: Path, language: str = "", *, limit: int = FILE_BYTES, tracked: Tracked = "refuse") -> Source:
    """The text in a file of any kind that `read_source` knows. Raises SourceRefused naming the file."""
    with refusing(path.name):
        return read_source(read_bytes(path, limit), language=language, tracked=tracked, limit=limit)


def read_law_bytes(
    data: bytes, name: str, language: str = "", *, limit: int = FILE_BYTES, tracked: Tracked = "refuse", field: str
) -> Source:
    """The text in what was uploaded under `name` in the form's `field`. Raises SourceRefused."""
    with refusing(name, field=field):
        return read_source(data, language=language, tracked=tracked, limit=limit)


def read_text_file(path: Path, limit: int = FILE_BYTES) -> str:
    """The characters of a text file that is no law (cases, seeds), without a mark. Raises SourceRefused."""
    with refusing(path.name):
        return decode(read_bytes(path, limit), limit).removeprefix(MARK)
