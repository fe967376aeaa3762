"""How much a source may hold. Generous for the longest codes, small enough that no file can exhaust the machine."""

from __future__ import annotations

from typing import Final

from amendments.sources.error import SourceError

MEGABYTE: Final = 1024 * 1024
FILE_BYTES: Final = 20 * MEGABYTE
PART_BYTES: Final = 64 * MEGABYTE  # one part of a package, unpacked
PACKAGE_BYTES: Final = 200 * MEGABYTE  # all parts of a package as declared, unpacked
PACKAGE_PARTS: Final = 2000
PDF_PAGES: Final = 2000
META_BYTES: Final = MEGABYTE


def check_size(size: int, limit: int = FILE_BYTES) -> None:
    """Raise `too_big` where `size` bytes are more than `limit`, `empty` where there are none."""
    if size == 0:
        raise SourceError("empty")
    if size > limit:
        raise SourceError("too_big", size=-(-size // MEGABYTE), limit=limit // MEGABYTE)
