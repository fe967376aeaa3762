"""Word documents: what stands in them, and every kind of file that is none."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml as oxml

from amendments.documents import redline_docx
from amendments.law.reader import read
from amendments.operations.redline import redline
from amendments.sources import SourceError, read_docx
from amendments.sources.limits import MEGABYTE

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
AT = datetime(2026, 7, 20, tzinfo=UTC)


def saved(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lines(*texts: str) -> Callable[[Document], object]:
    return lambda document: [document.add_paragraph(text) for text in texts]


def zipped(**parts: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("XML", ".xml").replace("RELS", "_rels/.rels"), content)
    return out.getvalue()


def word(body: str) -> bytes:
    """The smallest Word document with this body."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    parts = {"[Content_Types]XML": "<Types/>", "RELS": relations, "word__documentXML": body}
    return zipped(**parts)


def refusal(data: bytes) -> SourceError:
    """The error, which must come quickly and without using memory."""
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(SourceError) as caught:
        read_docx(data)
    seconds, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 2
    assert peak < 80 * MEGABYTE
    assert all(caught.value.describe(language) for language in ("ru", "kk", "en"))
    return caught.value


def test_the_words_of_a_document_paragraph_by_paragraph() -> None:
    source = read_docx(saved(lines("Статья 1. Сад", "1. Аким  сада поливает деревья.", "2. Сход считает яблоки.")))
    assert source.language == "ru"
    assert [address for address, _ in source.edition()] == ["art_1", "art_1/pt_1", "art_1/pt_2"]
    point = source.edition().at("art_1/pt_1")
    assert point is not None
    assert point.text == "Аким  сада поливает деревья."


def test_headings_that_look_like_headings_are_marked_as_in_the_mirror() -> None:
    def fill(document: Document) -> None:
        document.add_heading("О садах", 0)
        document.add_heading("Статья 1. Сад", 2)
        document.add_paragraph("Аким сада поливает деревья.")

    assert read_docx(saved(fill)).text == "# О садах\n\n### Статья 1. Сад\n\nАким сада поливает деревья.\n"


def test_where_only_some_articles_look_like_headings_none_is_lost() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Статья 1. Сад", 2)
        document.add_paragraph("Аким сада поливает деревья.")
        document.add_paragraph("Статья 2. Надзор")
        document.add_paragraph("Надзор ведёт сход.")

    assert [address for address, _ in read_docx(saved(fill)).edition()] == [
        "art_1",
        "art_1/cl_1",
        "art_2",
        "art_2/cl_1",
    ]


def test_a_title_and_the_author_of_a_document_are_told() -> None:
    def fill(document: Document) -> None:
        document.core_properties.title, document.core_properties.author = "О садах", "Секретариат"
        document.add_paragraph("1. Полив – дело утреннее.")

    metadata = read_docx(saved(fill)).metadata
    assert (metadata["title"], metadata["creator"]) == ("О садах", "Секретариат")


def test_tabs_breaks_and_unbreakable_hyphens_are_read() -> None:
    body = (
        f'<w:document {W}><w:body><w:p><w:r><w:t>1. Сельско</w:t><w:noBreakHyphen/><w:t xml:space="preserve">хоз </w:t>'
        "<w:tab/><w:t>год</w:t><w:br/><w:t>2. Лес</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read_docx(word(body)).text == "1. Сельско\u2011хоз \tгод\n\n2. Лес\n"


def test_cells_of_tables_are_read_and_said_to_be_flattened() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("1. Перечень садов:")
        document.add_table(1, 2).cell(0, 1).text = "Яблоневый"

    source = read_docx(saved(fill))
    assert source.text == "1. Перечень садов:\n\nЯблоневый\n"
    assert source.remarks == ("tables_flattened",)


def test_what_is_left_out_is_said() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>надпись</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    words = "<w:r><w:t>1. Полив – дело утреннее.</w:t><w:footnoteReference/></w:r>"
    source = read_docx(word(f"<w:document {W}><w:body><w:p>{words}{box}</w:p></w:body></w:document>"))
    assert source.text == "1. Полив – дело утреннее.\n"
    assert source.remarks == ("footnotes_left_out", "boxes_left_out")


OLD = "# О садах\n\n### Статья 1. Сад\n\n1. Аким поливает деревья утром.\n2. Сход считает яблоки.\n"
NEW = "# О садах\n\n### Статья 1. Сад\n\n1. Аким поливает деревья вечером.\n3. Сход хвалит акима за труды.\n"


@pytest.mark.parametrize(("tracked", "text"), [("new", NEW), ("old", OLD)])
def test_a_redline_of_ours_is_read_back_as_either_text(tracked: str, text: str) -> None:
    rows = redline(read(OLD, "ru"), read(NEW, "ru"))
    data = redline_docx(rows, title="О садах", author="А", at=AT, language="ru")
    assert refusal(data).code == "tracked_changes"
    source = read_docx(data, tracked=tracked)  # type: ignore[arg-type]
    assert source.text.split() == text.split()


def test_numbers_that_word_counts_itself_are_not_guessed() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("поливает деревья;", style="List Number")

    error = refusal(saved(fill))
    assert error.code == "automatic_numbering"
    assert "«поливает деревья;»" in error.describe("ru")


def test_a_paragraph_taken_out_of_its_list_is_read() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("1) поливает деревья;", style="List Number")
        paragraph._p.get_or_add_pPr().append(oxml(f'<w:numPr {W}><w:numId w:val="0"/></w:numPr>'))

    assert read_docx(saved(fill)).text == "1) поливает деревья;\n"


def test_a_zip_bomb() -> None:
    data = zipped(**{"[Content_Types]XML": "<Types/>", "word__documentXML": b" " * (190 * MEGABYTE)})
    error = refusal(data)
    assert error.code == "unpacks_too_big"
    assert "безопасности" in error.describe("ru")


def test_a_part_that_claims_two_gigabytes() -> None:
    data = bytearray(word(f"<w:document {W}/>"))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 2 * 1024 * MEGABYTE - 1)
    assert refusal(bytes(data)).code == "unpacks_too_big"


def test_a_part_that_holds_more_than_it_claims() -> None:
    data = bytearray(word("<a>" + "б" * 5000 + "</a>"))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 100)
    assert refusal(bytes(data)).code == "zip_damaged"


def test_too_many_parts() -> None:
    error = refusal(zipped(**{f"a{number}": "" for number in range(3000)}))
    assert (error.code, error.params["count"]) == ("too_many_parts", 3000)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ха">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + f"]><w:document {W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_bomb(encoding: str) -> None:
    out = io.BytesIO(word(""))
    with zipfile.ZipFile(out) as source:
        kept = {name: source.read(name) for name in source.namelist() if name != "word/document.xml"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
        archive.writestr("word/document.xml", LAUGHS.encode(encoding))
    assert refusal(out.getvalue()).code == "xml_doctype"


def test_an_entity_that_reads_a_file_of_this_machine() -> None:
    body = f'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]><w:document {W}>&f;</w:document>'
    assert refusal(word(body)).code == "xml_doctype"


def test_elements_nested_a_thousand_deep() -> None:
    assert refusal(word("<a>" * 1000 + "</a>" * 1000)).code == "too_deep"


def test_markup_that_breaks_off() -> None:
    assert refusal(word(f"<w:document {W}>\n<w:body>")).describe("en").startswith("The markup of the file is damaged")


def test_a_document_with_a_password() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
    assert refusal(ole + "EncryptedPackage".encode("utf-16-le")).code == "password"
    assert refusal(ole + "WordDocument".encode("utf-16-le")).code == "old_word"


def test_an_encrypted_zip() -> None:
    data = bytearray(word("<a/>"))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert refusal(bytes(data)).code == "password"


def test_an_archive_that_is_no_document_and_a_table_of_excel() -> None:
    assert refusal(zipped(readme="Сад")).code == "archive"
    relations = '<Relationships><Relationship Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    assert refusal(zipped(**{"[Content_Types]XML": "<Types/>", "RELS": relations})).code == "not_word"


def test_a_document_without_words() -> None:
    assert refusal(saved(lines("", " "))).code == "no_text"


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"x" * 50, b"PK"])
def test_a_zip_that_is_cut_off(data: bytes) -> None:
    assert refusal(data).code == "zip_damaged"


def test_a_document_of_fifty_megabytes() -> None:
    assert refusal(b"PK" + b"x" * 50 * MEGABYTE).code == "too_big"
