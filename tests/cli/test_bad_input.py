"""Whatever a person gives us by mistake: a sentence, exit code 2, no traceback, nothing half written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Tuzetu
from tests.support.store import KK, RU

NOT_A_LAW = "Просто письмо о дорогах.\n" * 200

BAD_FILES: dict[str, tuple[bytes, tuple[str, str, str]]] = {
    "empty": (b"", ("пуст", "бос", "empty")),
    "blank": (b" \n\t\n", ("пуст", "бос", "empty")),
    "broken document": (b"PK\x03\x04" + bytes(range(256)), ("DOCX повреждён", "DOCX файлы бүлінген", "DOCX file is")),
    "picture": (b"\x89PNG\r\n\x1a\n", ("двоичные данные", "екілік деректер", "binary data")),
    "windows": (RU.encode("cp1251"), ("Windows-1251", "Windows-1251", "Windows-1251")),
    "wrong byte": (RU.encode() + b"\xff\n", ("записана не в UTF-8", "UTF-8-де жазылмаған", "is not UTF-8")),
    "no law": (NOT_A_LAW.encode(), ("не похоже на текст акта", "акт мәтініне ұқсамайды", "not look like the text")),
    "kazakh": (KK.encode(), ("на другом языке", "басқа тілде", "in another language")),
}


def is_sentence(answer: Answer, name: str = "") -> None:
    """The answer is one sentence on standard error and nothing else."""
    assert answer.code == 2
    assert answer.out == ""
    assert "Traceback" not in answer.err
    assert 20 < len(answer.err) < 600
    assert name in answer.err


@pytest.mark.parametrize("kind", BAD_FILES)
@pytest.mark.parametrize(("place", "language"), list(enumerate(("ru", "kk", "en"))))
def test_a_file_that_cannot_be_read(tuzetu: Tuzetu, tmp_path: Path, kind: str, place: int, language: str) -> None:
    content, words = BAD_FILES[kind]
    path = tmp_path / "given.md"
    path.write_bytes(content)
    answer = tuzetu("--ui", language, "read", path, "--lang", "ru")
    is_sentence(answer, "given.md")
    assert words[place] in answer.err


def test_the_language_of_sentences_may_stand_in_the_environment(
    tuzetu: Tuzetu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUZETU_UI", "kk")
    assert "файл немесе папка жоқ" in tuzetu("read", tmp_path / "nothing.md").err
    assert "There is no such file" in tuzetu("--ui", "en", "read", tmp_path / "nothing.md").err


def test_fifty_megabytes(tuzetu: Tuzetu, tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as out:
        out.truncate(50 * 1024 * 1024)
    answer = tuzetu("read", path)
    is_sentence(answer, "huge.md")
    assert "50 МБ при допустимых 20 МБ" in answer.err


@pytest.mark.parametrize("command", ["read", "clarity"])
def test_a_folder_and_nothing(tuzetu: Tuzetu, tmp_path: Path, command: str) -> None:
    is_sentence(tuzetu(command, tmp_path))
    is_sentence(tuzetu(command, tmp_path / "нет.md"), "нет.md")


def test_a_bad_second_text_writes_no_document(tuzetu: Tuzetu, law: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.md"
    bad.write_bytes(b"\xff")
    is_sentence(tuzetu("compare", law, bad, "--docx", tmp_path / "out.docx"), "bad.md")
    assert not (tmp_path / "out.docx").exists()


def test_a_document_that_cannot_be_written(tuzetu: Tuzetu, law: Path, tmp_path: Path) -> None:
    is_sentence(tuzetu("compare", law, law, "--docx", tmp_path / "no" / "folder" / "out.docx"), "out.docx")


BAD_CASES = {
    "not json": "{",
    "a list": "[]",
    "no id": json.dumps({"lang": "ru", "text": "Текст"}),
    "no text": json.dumps({"id": 1, "lang": "ru"}),
    "a number for a text": json.dumps({"id": 1, "lang": "ru", "text": 5}),
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("kind", BAD_CASES)
def test_a_bad_case_is_named_by_its_line_and_nothing_is_answered(tuzetu: Tuzetu, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cases.jsonl"
    good = json.dumps({"id": 0, "lang": "ru", "text": "Текст"})
    path.write_text(f"{good}\n\n{BAD_CASES[kind]}\n", encoding="utf-8")
    answer = tuzetu("clarity", "--cases", path)
    is_sentence(answer, "cases.jsonl")
    assert "Строка 3" in answer.err


def test_a_case_in_an_unknown_language(tuzetu: Tuzetu, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"id": 0, "lang": "fr", "text": "Texte"}) + "\n", encoding="utf-8")
    is_sentence(tuzetu("clarity", "--cases", path), "cases.jsonl")
    records = {"id": 0, "lang": "fr", "instruction": "x", "before": "y"}
    path.write_text(json.dumps(records) + "\n", encoding="utf-8")
    is_sentence(tuzetu("apply", "--cases", path), "cases.jsonl")


MISUSE = [
    ("frobnicate",),
    ("read",),
    ("read", "a.md", "--lang", "fr"),
    ("read", "a.md", "--no-such-option"),
    ("clarity",),
    ("apply",),
    ("locate", "a.md"),
    ("user", "add", "x"),
    ("--ui", "fr", "read", "a.md"),
]


@pytest.mark.parametrize("arguments", MISUSE, ids=" ".join)
def test_a_command_called_wrongly(tuzetu: Tuzetu, arguments: tuple[str, ...]) -> None:
    is_sentence(tuzetu(*arguments))


def test_wrong_settings_are_named_all_at_once(tuzetu: Tuzetu, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TUZETU_DATA", str(tmp_path))
    monkeypatch.setenv("PORT", "80a")
    monkeypatch.setenv("TUZETU_WORKERS", "0")
    answer = tuzetu("serve")
    is_sentence(answer)
    assert [line.split(" = ")[0] for line in answer.err.splitlines()] == ["PORT", "TUZETU_WORKERS"]
    assert list(tmp_path.iterdir()) == []
