"""A file is read by what it is, whatever it is called."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from amendments.documents import Work, akoma_ntoso
from amendments.law.reader import read
from amendments.sources import SourceError, read_source
from tests.sources.test_pdf import FIRST, pdf

LAW = "### Статья 1. Сад\n\n1. Аким сада поливает деревья и кусты.\n"


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("1. Аким сада поливает деревья и кусты.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def akn() -> bytes:
    return akoma_ntoso(read(LAW, "ru", in_force_from=date(2026, 1, 1)), Work("1", date(2020, 1, 1), "О садах"))


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (LAW.encode(), "plain"),
        (b"\xef\xbb\xbf" + LAW.encode(), "plain"),
        (('<a id="st1"></a>\n' + LAW).encode(), "plain"),
        (word(), "docx"),
        (akn(), "akn"),
        (pdf(FIRST), "pdf"),
        ("<!DOCTYPE html><article><p>1. Аким сада поливает деревья и кусты.</p></article>".encode(), "html"),
        (
            '<?xml version="1.0"?><html><body><p>1. Аким сада поливает деревья и кусты.</p></body></html>'.encode(),
            "html",
        ),
    ],
)
def test_every_kind_is_recognised(data: bytes, form: str) -> None:
    source = read_source(data)
    assert (source.form, source.language) == (form, "ru")
    assert any(provision.kind == "point" for _, provision in source.edition())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"{\\rtf1\\ansi }", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_word"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"Rar!\x1a\x07", "archive"),
        (b"<?xml version='1.0'?><note/>", "not_akn"),
        (b"<!DOCTYPE x [<!ENTITY a 'a'>]><x>&a;</x>", "xml_doctype"),
        (b"a" * 30 * 1024 * 1024, "too_big"),
    ],
)
def test_what_is_no_act_is_refused_with_its_own_sentence(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(data)
    assert caught.value.code == code
    assert len({caught.value.describe(language) for language in ("ru", "kk", "en")}) == 3
