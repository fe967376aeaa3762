"""Zip packages from strangers: nothing is unpacked before its size is known, nothing beyond the limit is read."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES, MEGABYTE, PACKAGE_BYTES, PACKAGE_PARTS, PART_BYTES, check_size

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = 0x1
_RATIO: Final = 200  # Word's XML packs about 1 : 20
_CHUNK: Final = 256 * 1024


class Package:
    """An opened package. Raises SourceError on opening: empty, too_big, password, old_word, archive, zip_damaged,
    too_many_parts, unpacks_too_big.
    """

    def __init__(self, data: bytes, limit: int = FILE_BYTES) -> None:
        check_size(len(data), limit)
        if data.startswith(OLE):
            raise SourceError("password" if _utf16("EncryptedPackage") in data else "old_word")
        try:
            self._archive = ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except (BadZipFile, LargeZipFile, ValueError, NotImplementedError, OverflowError, UnicodeError) as error:
            raise SourceError("zip_damaged", reason="ZIP") from error
        self._entries = {entry.filename: entry for entry in entries}
        _check(entries, len(data))

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, in the package's order."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises SourceError: zip_damaged, unpacks_too_big; what headers claim is not believed."""
        entry = self._entries.get(name)
        if entry is None:
            raise SourceError("zip_damaged", reason=name)
        parts, size = [], 0
        try:
            with self._archive.open(entry) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > PART_BYTES:
                        raise SourceError("unpacks_too_big", limit=PART_BYTES // MEGABYTE)
                    parts.append(chunk)
        except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error) as error:
            raise SourceError("zip_damaged", reason=name) from error
        return b"".join(parts)


def _check(entries: list[ZipInfo], packed: int) -> None:
    if len(entries) > PACKAGE_PARTS:
        raise SourceError("too_many_parts", count=len(entries), limit=PACKAGE_PARTS)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise SourceError("password")
    total = sum(entry.file_size for entry in entries)
    if total > PACKAGE_BYTES or total > max(packed * _RATIO, MEGABYTE):
        raise SourceError("unpacks_too_big", limit=min(PACKAGE_BYTES, max(packed * _RATIO, MEGABYTE)) // MEGABYTE)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
