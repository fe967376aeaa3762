"""A packed folder of the mirror: only its description and its texts are ever unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from amendments.sources import SourceError, read_mirror
from amendments.sources.mirror_zip import MirrorZip
from tests.sources.test_mirror import KAZAKH, LAW, META

GIVEN = {"meta.yaml": META, "rus/2025-01-01.md": LAW, "rus/2026-01-01.md": LAW, "kaz/2026-01-01.md": KAZAKH}


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        MirrorZip(data)
    return caught.value.code


@pytest.mark.parametrize("under", ["", "mirror-main/", "mirror-main/acts/17/"])
def test_the_folder_is_read_as_if_it_were_not_packed(tmp_path: Path, under: str) -> None:
    MirrorZip(packed({under + name: text for name, text in GIVEN.items()})).unpack(tmp_path)
    mirror = read_mirror(tmp_path)
    assert mirror.code == "17"
    assert [(one.in_force_from.year, one.language) for one in mirror.editions] == [
        (2025, "ru"),
        (2026, "ru"),
        (2026, "kk"),
    ]


def test_nothing_but_the_texts_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    others = ("../out.md", "../../rus/2025-01-01.md", "/rus/2025-01-01.md", "rus/../../2024-01-01.md", "rus/a.md",
              "README.md", "rus/2025-01-01.md/x", "other/meta.yaml")  # fmt: skip
    MirrorZip(packed(GIVEN | dict.fromkeys(others, "x"))).unpack(folder)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {f"in/deep/{name}" for name in GIVEN}
    assert (folder / "rus" / "2025-01-01.md").read_text(encoding="utf-8") == LAW


def test_what_holds_no_act_or_several_is_refused() -> None:
    assert refusal(packed({"rus/2025-01-01.md": LAW})) == "folder_zip_without_act"
    assert refusal(packed({"a/meta.yaml": META, "b/meta.yaml": META})) == "folder_zip_several_acts"
    assert refusal(b"no zip at all") == "folder_zip_damaged"
    assert refusal(packed(GIVEN)[:-20]) == "folder_zip_damaged"
    assert refusal(b"") == "empty"


def test_what_would_fill_the_machine_is_refused(tmp_path: Path) -> None:
    assert refusal(packed(GIVEN | {"rus/2024-01-01.md": " " * 30_000_000})) == "unpacks_too_big"
    with pytest.raises(SourceError) as caught:
        MirrorZip(packed(GIVEN), limit=10)
    assert caught.value.code == "too_big"
    with pytest.raises(SourceError) as caught:
        MirrorZip(packed(GIVEN | {"meta.yaml": META + "#" * 1_100_000 + LAW * 60})).unpack(tmp_path)
    assert caught.value.code in ("too_big", "unpacks_too_big")


def test_a_text_that_is_damaged_inside_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in GIVEN.items():
            archive.writestr(name, text)
    data = out.getvalue().replace("поливает".encode(), "ПОЛИВАЕТ".encode(), 1)
    with pytest.raises(SourceError) as caught:
        MirrorZip(data).unpack(tmp_path)
    assert caught.value.code == "folder_zip_damaged"
