"""Clean exports of an edition: Word, text, HTML, JSON."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from lxml import html

from amendments.documents import clean_docx, edition_html, edition_json, plain_text, redline_html, redline_json
from amendments.law.reader import read
from amendments.operations.redline import redline
from amendments.sources import read_docx

AT = datetime(2026, 7, 20, tzinfo=UTC)
LAW = """# О садах

Настоящий Закон – о садах.

## Глава 1. Общее

### Статья 1. Аким

1. Аким сада:
1\\) поливает деревья;
2\\) считает <все> яблоки & груши.

> *Сноска. Статья 1 с изменениями.*

### Статья 2. Сход

Сход хвалит акима.

**Президент садов**
"""
PRINTED = [
    "О садах",
    "Настоящий Закон – о садах.",
    "Глава 1. Общее",
    "Статья 1. Аким",
    "1. Аким сада:",
    "1) поливает деревья;",
    "2) считает <все> яблоки & груши.",
    "Статья 2. Сход",
    "Сход хвалит акима.",
    "Президент садов",
]


def test_the_draft_in_word_holds_the_act_and_nothing_else() -> None:
    document = docx.Document(io.BytesIO(clean_docx(read(LAW, "ru"), author="А", at=AT)))
    assert [paragraph.text for paragraph in document.paragraphs] == PRINTED
    assert document.core_properties.title == "О садах"
    assert not any(run.bold or run.underline for paragraph in document.paragraphs for run in paragraph.runs)


def test_notes_are_printed_where_they_are_asked_for() -> None:
    document = docx.Document(io.BytesIO(clean_docx(read(LAW, "ru"), author="А", at=AT, notes=True)))
    (note,) = [paragraph for paragraph in document.paragraphs if paragraph.text not in PRINTED]
    assert note.text == "Сноска. Статья 1 с изменениями."
    assert note.style is not None
    assert note.style.name == "Note"


def test_the_draft_is_read_back_as_the_same_law() -> None:
    edition = read(LAW, "ru")
    again = read_docx(clean_docx(edition, author="А", at=AT, notes=True)).edition()
    assert again.root.law_hash == edition.root.law_hash
    assert again.addresses == edition.addresses


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
def test_the_real_law_goes_to_word_and_back(corpus: Path, folder: str, language: str) -> None:
    edition = read((corpus / "law148" / folder / "2026-07-14.md").read_text(encoding="utf-8"), language)
    again = read_docx(clean_docx(edition, author="А", at=AT, notes=True)).edition(language)
    assert list(again.addresses) == list(edition.addresses)
    assert again.root.law_hash == edition.root.law_hash


def test_plain_text_is_what_is_printed() -> None:
    assert plain_text(read(LAW, "ru")).splitlines() == PRINTED
    assert "Сноска. Статья 1 с изменениями." in plain_text(read(LAW, "ru"), notes=True)


def test_html_has_an_id_for_every_address_and_escapes_every_word() -> None:
    edition = read(LAW, "ru")
    page = edition_html(edition)
    root = html.fragment_fromstring(page)
    assert root.get("lang") == "ru"
    assert [node.get("id") for node in root if node.get("id")] == list(edition.addresses)
    assert [node.text for node in root if "note" not in node.get("class")] == PRINTED
    assert [node.tag for node in root][:4] == ["h1", "p", "h2", "h3"]
    assert "<все>" not in page


def test_a_redline_in_html_marks_words_with_ins_and_del() -> None:
    new = LAW.replace("поливает деревья", "поливает саженцы").replace("### Статья 2. Сход\n\nСход хвалит акима.\n", "")
    root = html.fragment_fromstring(redline_html(redline(read(LAW, "ru"), read(new, "ru")), "ru"))
    assert [node.text for node in root.iter("del")] == ["деревья", "Статья 2. ", "Сход", "Сход хвалит акима."]
    assert [node.text for node in root.iter("ins")] == ["саженцы"]


def test_json_has_the_exact_words_and_the_state_of_every_provision() -> None:
    text = LAW.replace("поливает деревья;", "исключен Законом от 1 мая 2021 года;")
    data = json.loads(json.dumps(edition_json(read(text, "ru", in_force_from=date(2026, 1, 2)))))
    assert (data["language"], data["in_force_from"], data["title"]) == ("ru", "2026-01-02", "О садах")
    found = {item["address"]: item for item in data["provisions"]}
    assert found["art_1"]["heading"] == "Аким"
    assert found["art_1"]["notes"] == ["*Сноска. Статья 1 с изменениями."]
    assert found["art_1/pt_1/sub_1"]["state"] == "excluded"
    assert found["art_1/pt_1/sub_2"]["text"] == "считает <все> яблоки & груши."


def test_a_redline_as_json_can_be_put_together_again() -> None:
    old, new = read(LAW, "ru"), read(LAW.replace("деревья", "саженцы"), "ru")
    data = json.loads(json.dumps(redline_json(redline(old, new))))
    (changed,) = [row for row in data if row["status"] == "changed"]
    assert changed["address_new"] == "art_1/pt_1/sub_1"
    assert "".join(text for kind, text in changed["segments"] if kind != "delete") == "поливает саженцы;"
