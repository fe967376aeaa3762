"""A law may come as any kind of file, to any command; a hostile one is answered with its sentence."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import docx
import pytest

from amendments.documents import Work, akoma_ntoso
from amendments.law.reader import read
from tests.cli.conftest import Tuzetu
from tests.sources.test_pdf import FIRST, pdf
from tests.support.hostile import HOSTILE, locked_docx

LAW = "### Статья 1. Сад\n\n1. Аким сада при необходимости поливает деревья и кусты.\n"
POINT = "1. Аким сада при необходимости поливает деревья и кусты."


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


KINDS = {
    "markdown": LAW.encode(),
    "plain": f"Статья 1. Сад\n\n{POINT}\n".encode(),
    "docx": word("Статья 1. Сад", POINT),
    "html": f"<!DOCTYPE html><article><p><b>Статья 1. Сад</b></p><p>{POINT}</p></article>".encode(),
    "akn": akoma_ntoso(read(LAW, "ru", in_force_from=date(2026, 1, 1)), Work("1", date(2020, 1, 1), "О садах")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_whatever_it_is_called(tuzetu: Tuzetu, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "law.bin"
    path.write_bytes(KINDS[kind])
    structure = json.loads(tuzetu("read", path, "--json").out)
    assert structure["form"] == {"markdown": "plain"}.get(kind, kind)
    found = {provision["address"]: provision["text"] for provision in structure["provisions"]}
    assert found["art_1/pt_1"] == POINT.removeprefix("1. ")
    assert tuzetu("locate", path, "пункт 1 статьи 1").out == f"art_1/pt_1\n{POINT}\n"
    assert "при необходимости" in tuzetu("clarity", path).out


def test_a_word_document_is_compared_with_a_text(tuzetu: Tuzetu, tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.docx"
    old.write_text(LAW, encoding="utf-8")
    new.write_bytes(word("Статья 1. Сад", POINT.replace("деревья", "яблони")))
    assert "[-деревья-]{+яблони+}" in tuzetu("compare", old, new).out


def test_an_instruction_may_be_a_word_document_too(tuzetu: Tuzetu, tmp_path: Path) -> None:
    law, order = tmp_path / "law.docx", tmp_path / "order.docx"
    law.write_bytes(KINDS["docx"])
    order.write_bytes(word("В пункте 1 статьи 1 слова «при необходимости» исключить."))
    answer = tuzetu("apply", law, "--instruction", order)
    assert answer.code == 0
    assert answer.out.split("\n\n")[-1] == "1. Аким сада поливает деревья и кусты.\n"


def test_what_a_person_should_check_is_said_beside_the_answer(tuzetu: Tuzetu, tmp_path: Path) -> None:
    path = tmp_path / "law.pdf"
    path.write_bytes(pdf(FIRST))
    answer = tuzetu("--ui", "kk", "read", path, "--json")
    assert json.loads(answer.out)["remarks"] == ["paragraphs_guessed"]
    assert "law.pdf: PDF-те абзацтар жоқ" in answer.err


def test_undecided_changes_of_a_word_document(tuzetu: Tuzetu, tmp_path: Path) -> None:
    old, new, both = (tmp_path / name for name in ("old.md", "new.md", "both.docx"))
    old.write_text(LAW, encoding="utf-8")
    new.write_text(LAW.replace("деревья", "яблони"), encoding="utf-8")
    assert tuzetu("compare", old, new, "--docx", both).code == 0
    refused = tuzetu("read", both)
    assert refused.code == 2
    assert "непринятые исправления" in refused.err
    assert "яблони" in tuzetu("read", both, "--tracked", "new").out
    assert "деревья" in tuzetu("read", both, "--tracked", "old").out


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_hostile_file_gets_its_sentence(tuzetu: Tuzetu, tmp_path: Path, kind: str, language: str) -> None:
    data, words = HOSTILE[kind]
    path = tmp_path / "given.docx"
    path.write_bytes(data())
    answer = tuzetu("--ui", language, "read", path)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert answer.err.startswith("given.docx: ")
    assert words[language] in answer.err


def test_an_unread_line_is_listed_with_its_number_and_the_reason(tuzetu: Tuzetu, tmp_path: Path) -> None:
    path = tmp_path / "law.md"
    path.write_text(
        "### Статья 1. Сад\n\n1. Сад открыт.\n\n3. Сад закрыт.\n\n2. Вход свободен.\n\n1) летом; 2) зимой.\n",
        encoding="utf-8",
    )
    unread = json.loads(tuzetu("read", path, "--json").out)["unread"]
    assert {"line": 7, "reason": "number out of order", "text": "Вход свободен."} in unread
    assert [place["line"] for place in unread if place["reason"] == "several units on one line"] == [9]
    assert "7: number out of order: Вход свободен." in tuzetu("read", path).err


def test_a_single_file_of_any_kind_is_imported(tuzetu: Tuzetu, stored: str, tmp_path: Path) -> None:
    assert stored
    path, back = tmp_path / "law.docx", tmp_path / "law.md"
    path.write_bytes(KINDS["docx"])
    arguments = ("import", path, "--lang", "ru", "--date", "2026-01-01", "--code", "sad", "--title-ru", "О садах")
    assert tuzetu(*arguments).code == 0
    assert tuzetu("export", "sad", "-o", back).code == 0
    assert back.read_text(encoding="utf-8") == tuzetu("read", path, "--text").out
    assert tuzetu(*arguments).code == 0


def test_a_hostile_file_stores_nothing(tuzetu: Tuzetu, stored: str, tmp_path: Path) -> None:
    assert stored
    path = tmp_path / "law.docx"
    path.write_bytes(locked_docx())
    answer = tuzetu("import", path, "--lang", "ru", "--date", "2026-01-01", "--code", "sad")
    assert (answer.code, answer.out) == (2, "")
    assert "защищён паролем" in answer.err
    assert tuzetu("export", "sad", "-o", tmp_path / "out.md").code == 2
