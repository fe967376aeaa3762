"""Commands on plain files, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Tuzetu
from tests.support.code import RU as CODE_RU
from tests.support.store import RU, SWEEP


def test_read_shows_addresses(tuzetu: Tuzetu, law: Path) -> None:
    answer = tuzetu("read", law, "--lang", "ru")
    assert answer.code == 0
    assert "art_1/pt_2/sub_2-1  круглогодичная." in answer.out
    assert "Сноска" not in answer.out


def test_read_as_json(tuzetu: Tuzetu, law: Path) -> None:
    structure = json.loads(tuzetu("read", law, "--json").out)
    found = {provision["address"]: provision for provision in structure["provisions"]}
    assert found["art_1"]["heading"] == "Дорога"
    assert found["art_1/pt_2/sub_2-1"] == {
        "address": "art_1/pt_2/sub_2-1",
        "kind": "subpoint",
        "number": "2-1",
        "heading": "",
        "text": "круглогодичная.",
        "notes": [],
        "state": "in_force",
    }
    assert structure["unread"] == []


def test_read_as_json_tells_what_references_point_at(tuzetu: Tuzetu, law: Path) -> None:
    law.write_text("### Статья 1. Сбор\n\n1. Сбор открыт.\n\n2. Отчёт по пунктам 1 и 5 настоящей статьи хранится.\n")
    structure = json.loads(tuzetu("read", law, "--json").out)
    assert [(found["address"], found["target"], found["state"]) for found in structure["references"]] == [
        ("art_1/pt_2", "art_1/pt_1", "in_force"),
        ("art_1/pt_2", "art_1/pt_5", "nothing"),
    ]
    assert structure["references"][0]["words"] == "пунктам 1 и 5 настоящей статьи"


@pytest.mark.parametrize("source", [RU.encode(), b"\xef\xbb\xbf" + RU.encode(), RU.replace("\n", "\r\n").encode()])
def test_read_writes_the_text_back_byte_for_byte(tuzetu: Tuzetu, law: Path, source: bytes) -> None:
    law.write_bytes(source)
    assert tuzetu("read", law, "--text").data == source


def test_compare_lists_operations(tuzetu: Tuzetu, law: Path) -> None:
    new = law.with_name("new.md")
    new.write_text(
        RU.replace("полоса земли", "полоса суши").replace("Сноска. Заголовок", "Сноска. Название"), encoding="utf-8"
    )
    answer = json.loads(tuzetu("compare", law, new, "--lang", "ru", "--json").out)
    assert [(change["kind"], change["address"]) for change in answer["operations"]] == [("replace_words", "art_1/pt_1")]
    assert answer["editorial"] == 1


def test_compare_shows_the_words(tuzetu: Tuzetu, law: Path) -> None:
    new = law.with_name("new.md")
    new.write_text(RU.replace("зимняя", "снежная"), encoding="utf-8")
    assert tuzetu("compare", law, new).out == "art_1/pt_2/sub_2  2) [-зимняя-]{+снежная+};\n"
    assert tuzetu("compare", law, law).out == ""


def test_compare_writes_word_and_html(tuzetu: Tuzetu, law: Path, tmp_path: Path) -> None:
    new, docx, html = (tmp_path / name for name in ("new.md", "out.docx", "out.html"))
    new.write_text(RU.replace("зимняя", "<b>снежная</b>"), encoding="utf-8")
    assert tuzetu("compare", law, new, "--docx", docx, "--html", html).code == 0
    with ZipFile(docx) as package:
        document = package.read("word/document.xml").decode()
    assert "<w:ins " in document
    assert "<w:del " in document
    page = html.read_text(encoding="utf-8")
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert "<ins>" in page
    assert not list(tmp_path.glob("*.part"))


def test_apply_to_a_file(tuzetu: Tuzetu, law: Path) -> None:
    order = law.with_name("order.txt")
    order.write_text(SWEEP.instruction_ru, encoding="utf-8")
    answer = tuzetu("apply", law, "--instruction", order)
    assert (answer.code, answer.out) == (0, RU.replace("при необходимости чистит", "ежедневно чистит"))
    order.write_text(SWEEP.instruction_ru.replace("при необходимости", "иногда"), encoding="utf-8")
    refused = tuzetu("apply", law, "--instruction", order)
    assert (refused.code, refused.out) == (2, "")
    assert "иногда" in refused.err


def cases(path: Path, *records: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def test_apply_cases(tuzetu: Tuzetu, tmp_path: Path) -> None:
    before = "Статья 2. Аким\n\n1. Аким при необходимости чистит дорогу."
    order = "В пункте 1 статьи 2 слова «при необходимости» исключить."
    path = cases(
        tmp_path / "cases.jsonl",
        {"id": "a", "lang": "ru", "instruction": order, "before": before},
        {"id": "b", "lang": "ru", "instruction": order.replace("при необходимости", "иногда"), "before": before},
    )
    first, second = map(json.loads, tuzetu("apply", "--cases", path).out.splitlines())
    assert first["id"] == "a"
    assert first["after"] == "Статья 2. Аким\n\n1. Аким чистит дорогу."
    assert first["operations"][0]["kind"] == "remove_words"
    assert (second["after"], bool(second["errors"])) == (None, True)


def test_clarity(tuzetu: Tuzetu, law: Path, tmp_path: Path) -> None:
    found = json.loads(tuzetu("clarity", law, "--json").out)["findings"]
    assert ("art_2/pt_1/sub_1", "при необходимости") in {(f["address"], f["quote"]) for f in found}
    text = "Аким при необходимости чистит дорогу."
    path = cases(tmp_path / "cases.jsonl", {"id": "1", "lang": "ru", "text": text})
    answer = json.loads(tuzetu("clarity", "--cases", path).out)
    assert answer["id"] == "1"
    (finding,) = answer["findings"]
    assert text[finding["start"] : finding["end"]] == finding["quote"] == "при необходимости"
    assert {"factor", "rule", "weight"} <= set(finding)


def test_locate(tuzetu: Tuzetu, law: Path, tmp_path: Path) -> None:
    answer = tuzetu("locate", law, "подпункт 2-1) пункта 2 статьи 1")
    assert answer.out == "art_1/pt_2/sub_2-1\n2-1) круглогодичная.\n"
    assert tuzetu("locate", law, "art_1/heading").out == "art_1/heading\nДорога\n"
    missing = tuzetu("locate", law, "art_9")
    assert (missing.code, missing.out) == (2, "")
    assert "Ближайшие" in missing.err
    path = cases(tmp_path / "cases.jsonl", {"id": "1", "citation": "статья 9"}, {"id": "2", "citation": "статья 1"})
    first, second = map(json.loads, tuzetu("locate", law, "--cases", path).out.splitlines())
    assert set(first) == {"id", "error"}
    assert (second["id"], second["address"]) == ("2", "art_1")


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
def test_the_real_law_is_written_back_byte_for_byte(tuzetu: Tuzetu, corpus: Path, folder: str, language: str) -> None:
    for path in sorted((corpus / "law148" / folder).glob("*.md")):
        assert tuzetu("read", path, "--lang", language, "--text").data == path.read_bytes()


def test_locate_in_a_code(tuzetu: Tuzetu, law: Path) -> None:
    law.write_text(CODE_RU, encoding="utf-8")
    found = tuzetu("locate", law, "пункт 2) части 3 статьи 12 Кодекса")
    assert found.out == "art_12/pt_3/sub_2\n2) пригласить сторожа;\n"
    assert "пункт 1) части второй статьи 12" in tuzetu("locate", law, "art_12/pt_2/sub_9").err
    assert tuzetu("locate", law, "пункт 2) части 3 статьи 12", "--units", "law").code == 2
    law.write_text(CODE_RU.replace("Кодекс", "Закон"), encoding="utf-8")
    assert tuzetu("locate", law, "пункт 2) части 3 статьи 12").code == 2
    assert tuzetu("locate", law, "пункт 2) части 3 статьи 12", "--units", "code").out == found.out
