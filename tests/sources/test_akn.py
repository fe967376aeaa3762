"""Akoma Ntoso: what we write we read as the same law; what is not Akoma Ntoso is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amendments.documents import Draft, Work, akoma_ntoso
from amendments.documents.akn import NAMESPACE
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.sources import SourceError, read_akn

WORK = Work("12", date(2020, 2, 3), "О садах")
LAW = """# О садах

> *Сноска. Заголовок изменён.*

Настоящий Закон – о садах.

## Глава 1. Общее

### Статья 1. Аким

1. Аким сада:

1) поливает деревья;

2) считает:

яблоки;

груши.

> *Сноска. Статья 1 с изменениями.*

2. Полив – дело утреннее.

Вечерний полив допускается.

### Статья 2. Сход

Сход хвалит акима.

**Президент садов**
"""


def there_and_back(edition: Edition) -> Edition:
    return read_akn(akoma_ntoso(edition, WORK)).edition(edition.language)


def refusal(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_akn(data)
    return caught.value


def test_what_we_write_is_read_as_the_same_law() -> None:
    edition = read(LAW, "ru", in_force_from=date(2026, 3, 1))
    again = there_and_back(edition)
    assert again.addresses == edition.addresses
    assert again.root.law_hash == edition.root.law_hash
    assert again.text == LAW.replace("*Сноска. Заголовок изменён.*", "Сноска. Заголовок изменён.").replace(
        "*Сноска. Статья 1 с изменениями.*", "Сноска. Статья 1 с изменениями."
    )


def test_it_says_what_act_it_is() -> None:
    source = read_akn(akoma_ntoso(read(LAW, "ru", in_force_from=date(2026, 3, 1)), WORK))
    assert (source.language, source.form) == ("ru", "akn")
    assert source.metadata == {
        "title": "О садах",
        "number": "12",
        "uri": "/akn/kz/act/2020-02-03/12/rus@2026-03-01",
        "adopted": "2020-02-03",
        "in_force_from": "2026-03-01",
    }


def test_a_draft_is_in_force_from_no_day() -> None:
    law = read(LAW, "ru", in_force_from=date(2026, 3, 1))
    source = read_akn(akoma_ntoso(law, WORK, Draft("1", date(2026, 10, 5), "Проект")))
    assert "in_force_from" not in source.metadata
    assert source.metadata["uri"].endswith("/rus@draft-1")


def test_a_file_laid_out_with_line_breaks_has_the_same_words() -> None:
    body = (
        "<article>\n  <num>Статья 1.</num>\n  <heading>О садах\n    и огородах</heading>\n  <content>\n"
        "    <p>Аким сада\n    поливает <b>деревья</b>.</p>\n  </content>\n</article>"
    )
    data = f'<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><body>{body}</body></act></akomaNtoso>'
    assert read_akn(data.encode()).text == "### Статья 1. О садах и огородах\n\nАким сада поливает деревья.\n"


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
def test_the_real_law_goes_there_and_back(corpus: Path, folder: str, language: str) -> None:
    text = (corpus / "law148" / folder / "2026-07-14.md").read_text(encoding="utf-8")
    edition = read(text, language, in_force_from=date(2026, 7, 14))
    again = there_and_back(edition)
    assert list(again.addresses) == list(edition.addresses)
    assert again.root.law_hash == edition.root.law_hash


def test_other_xml_is_named_by_its_root() -> None:
    error = refusal(b"<rss><channel/></rss>")
    assert "«rss»" in error.describe("ru")


def test_a_bomb_and_a_broken_file() -> None:
    bomb = f'<!DOCTYPE x [<!ENTITY a "ха">]><akomaNtoso xmlns="{NAMESPACE}">&a;</akomaNtoso>'
    assert refusal(bomb.encode()).code == "xml_doctype"
    assert refusal(b"<akomaNtoso>\n<act>").code == "xml_damaged"
    assert refusal(f'<akomaNtoso xmlns="{NAMESPACE}"/>'.encode()).code == "no_text"
