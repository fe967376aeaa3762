"""Reading a file that a person gives us: the one place with the checks.

The same checks stand before the command line, the import and an upload, so that each says the same sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.errors import Invalid, NotFound, TooLarge, UserError

MAX_BYTES = 20 * 1024 * 1024
"""Default limit of a text; the longest codes of Kazakhstan have about 3 MB."""
_BOM = "\ufeff"
_ODD = frozenset(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D}


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as it came: `text` without the byte order mark, `mark` True when it had one."""

    text: str
    mark: bool

    @property
    def source(self) -> str:
        """The text as it was, mark included."""
        return (_BOM if self.mark else "") + self.text


def read_file(path: Path, limit: int = MAX_BYTES) -> SourceText:
    """Read a UTF-8 text file.

    Raises NotFound("file_not_found"), UserError("file_unreadable"), TooLarge("file_too_large"),
    Invalid("file_empty" | "file_binary" | "file_encoding"), each naming the file.
    """
    return decode(read_bytes(path, limit), path.name)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file of at most `limit` bytes; raises as `read_file` does."""
    name = path.name
    if path.is_dir():
        raise Invalid("file_is_folder", name=name)
    try:
        with path.open("rb") as source:
            data = source.read(limit + 1)
    except FileNotFoundError:
        raise NotFound("file_not_found", name=str(path)) from None
    except OSError as error:
        raise UserError("file_unreadable", name=name, reason=error.strerror or type(error).__name__) from error
    if len(data) > limit:
        raise TooLarge("file_too_large", name=name, limit=_megabytes(limit))
    return data


def decode(data: bytes, name: str) -> SourceText:
    """Make text of bytes, or say what they are instead. `name` is what the sentence calls them."""
    if not data.strip():
        raise Invalid("file_empty", name=name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Invalid("file_utf16", name=name)
    odd = next((place for place, byte in enumerate(data) if byte in _ODD), None)
    if odd is not None:
        raise Invalid("file_binary", name=name, byte=odd, value=f"0x{data[odd]:02X}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        value = f"0x{data[error.start]:02X}"
        line = data.count(b"\n", 0, error.start) + 1
        code = "file_windows_1251" if _is_windows_1251(data) else "file_encoding"
        raise Invalid(code, name=name, byte=error.start, value=value, line=line) from None
    if not text.removeprefix(_BOM).strip():
        raise Invalid("file_empty", name=name)
    return SourceText(text.removeprefix(_BOM), text.startswith(_BOM))


def _is_windows_1251(data: bytes) -> bool:
    """Russian in the old Windows encoding: mostly small Cyrillic letters where ASCII ends."""
    high = [byte for byte in data[:20_000] if byte >= 0x80]
    return bool(high) and sum(byte >= 0xC0 for byte in high) > 0.9 * len(high) and b"\xd0" * 4 not in data


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f}" if size >= 1024 * 1024 else f"{size / 1024 / 1024:.2g}"
