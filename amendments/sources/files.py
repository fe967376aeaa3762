"""Bytes of files, never more than allowed."""

from __future__ import annotations

from pathlib import Path

from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES, check_size


def read_bytes(path: Path, limit: int = FILE_BYTES) -> bytes:
    """The bytes of a file. Raises SourceError: folder, not_found, not_readable, empty, too_big."""
    if path.is_dir():
        raise SourceError("folder", path=path.name)
    if not path.is_file():
        raise SourceError("not_found", path=path.name)
    try:
        check_size(path.stat().st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise SourceError("not_readable", path=path.name) from error
    check_size(len(data), limit)
    return data
