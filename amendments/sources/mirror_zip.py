"""A folder of the public mirror packed as a ZIP file, as a repository's page gives it to take away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES, META_BYTES, check_size
from amendments.sources.mirror import FOLDERS, META
from amendments.sources.package import Package

_TEXT: Final = re.compile(rf"(?:{'|'.join(FOLDERS)})(?:/\d{{4}}-\d\d-\d\d)?\.md")
_AS_FOLDER: Final = {"zip_damaged": "folder_zip_damaged", "old_word": "folder_zip_damaged"}


class MirrorZip:
    """The one act in a ZIP file: its meta.yaml at the top or in some folder, and the texts beside it.

    Nothing else is ever read or written, whatever the names in the file are. Raises SourceError on opening as
    `Package` does, folder_zip_damaged, folder_zip_without_act, folder_zip_several_acts.
    """

    def __init__(self, data: bytes, limit: int = FILE_BYTES) -> None:
        try:
            self._package = Package(data, limit)
        except SourceError as error:
            if error.code in _AS_FOLDER:
                raise SourceError("folder_zip_damaged") from error
            raise
        metas = [name for name in self._package.names if name == META or name.endswith(f"/{META}")]
        if not metas:
            raise SourceError("folder_zip_without_act")
        depth = min(name.count("/") for name in metas)
        outer = [name for name in metas if name.count("/") == depth]
        if len(outer) > 1:
            raise SourceError("folder_zip_several_acts", count=len(outer))
        self._base = outer[0].removesuffix(META)

    def unpack(self, folder: Path) -> None:
        """Write the description and the texts into an empty folder, for `read_mirror`.

        Raises SourceError: folder_zip_damaged, too_big, unpacks_too_big.
        """
        for name in self._package.names:
            inner = name.removeprefix(self._base)
            if name.startswith(self._base) and (inner == META or _TEXT.fullmatch(inner)):
                path = folder / inner
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(self._read(name, META_BYTES if inner == META else FILE_BYTES))

    def _read(self, name: str, limit: int) -> bytes:
        try:
            data = self._package.read(name)
        except SourceError as error:
            if error.code in _AS_FOLDER:
                raise SourceError("folder_zip_damaged") from error
            raise
        check_size(len(data), limit)
        return data
