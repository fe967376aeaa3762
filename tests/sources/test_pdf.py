"""PDF: a text layer is read, a scan is said to be one."""

from __future__ import annotations

import io
import re
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from amendments.sources import SourceError, read_pdf
from amendments.sources.source import REMARKS


def pdf(*pages: list[str]) -> bytes:
    """A PDF whose pages have these lines. Letters are mapped by a ToUnicode table, as Word does it."""
    letters = sorted({char for page in pages for line in page for char in line})
    codes = {char: number for number, char in enumerate(letters, start=1)}
    table = "\n".join(f"<{code:02x}> <{ord(char):04x}>" for char, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{table}\nendbfchar\nendcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages):
        shown = " ".join(f"<{''.join(f'{codes[char]:02x}' for char in line)}> Tj T*" for line in page)
        stream = f"BT /F 12 Tf 14 TL 72 720 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def refusal(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_pdf(data)
    assert all(caught.value.describe(language) for language in ("ru", "kk", "en"))
    return caught.value


FIRST = [
    "1",
    "Статья 1. Аким сада и",
    "сроки полива",
    "1. Аким сада поливает деревья утром",
    "и вечером. Сход считает;",
]
SECOND = ["2", "1) яблоки", "и груши.", "Надзор ведёт сход.", "Статья 2. Конец", "Порядок действует."]


def test_lines_become_paragraphs_and_page_numbers_go() -> None:
    source = read_pdf(pdf(FIRST, SECOND))
    assert source.text.split("\n\n") == [
        "Статья 1. Аким сада и сроки полива",
        "1. Аким сада поливает деревья утром и вечером. Сход считает;",
        "1) яблоки и груши.",
        "Надзор ведёт сход.",
        "Статья 2. Конец",
        "Порядок действует.\n",
    ]
    assert [address for address, _ in source.edition()][:3] == ["art_1", "art_1/pt_1", "art_1/pt_1/sub_1"]


def test_the_reader_is_told_that_paragraphs_are_guessed() -> None:
    (remark,) = read_pdf(pdf(FIRST, SECOND)).remarks
    assert "Сверьте" in REMARKS[remark]["ru"]


def test_kazakh_letters() -> None:
    source = read_pdf(pdf(["1-бап. Бақ әкімі", "1. Әкім ағаштарды суарып, үлгі көрсетеді, өрікті санайды."]))
    assert source.language == "kk"
    assert source.text == "1-бап. Бақ әкімі\n\n1. Әкім ағаштарды суарып, үлгі көрсетеді, өрікті санайды.\n"


def test_a_scan_has_no_text() -> None:
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(595, 842)
    error = refusal(written(writer))
    assert error.code == "scanned"
    assert "(3)" in error.describe("ru")
    assert "скан" in error.describe("kk")


def test_a_scan_with_numbered_pages_is_still_a_scan() -> None:
    assert refusal(pdf(["Лист 1"], ["Лист 2"])).code == "scanned"


def test_a_pdf_with_a_password() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(FIRST))))
    writer.encrypt("секрет", algorithm="RC4-128")
    assert refusal(written(writer)).code == "password"


def test_a_pdf_that_may_be_read_but_not_edited_is_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(FIRST, SECOND))))
    writer.encrypt("", "владелец", algorithm="RC4-128")
    assert read_pdf(written(writer)).text == read_pdf(pdf(FIRST, SECOND)).text


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 1000, pdf(FIRST)[:200]])
def test_a_pdf_that_is_cut_off(data: bytes) -> None:
    assert refusal(data).code in ("pdf_damaged", "scanned")


def test_a_stream_that_unpacks_without_end() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(FIRST))))
    page = writer.pages[0]
    stream = StreamObject()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream._data = zlib.compress(b"q Q " * (50 * 1024 * 1024))
    page[NameObject("/Contents")] = writer._add_object(stream)
    assert refusal(written(writer)).code == "unpacks_too_big"


def test_letters_are_really_mapped() -> None:
    assert re.search(rb"beginbfchar", pdf(FIRST))
