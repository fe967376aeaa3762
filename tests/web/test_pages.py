"""Every page answers, in both languages, without anything that the content policy forbids."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.support.pages import ACT, BILL, COMPARE, LAST, PAGES, soup, text_of

Opened = Callable[[str], BeautifulSoup]
LANGUAGES = ("ru", "kk")
OF_NO_ACT = ("/keys", "/help/", "/help/vague-words/", "/search/", "/sign-in", "/powers/help/", "/clarity/rules/")
EVERYWHERE = [(language, page) for language in LANGUAGES for page in PAGES]

NAMES = {"Word", "Excel", "PDF", "docx", "API", "Akoma", "Ntoso", "tuzetu", "import"}


@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
def test_every_page_answers_in_its_language(opened: Opened, language: str, page: str) -> None:
    tree = opened(f"/{language}{page}")
    assert tree.html is not None
    assert tree.html["lang"] == language
    assert len(tree.find_all("h1")) == 1
    assert tree.find("main", id="main") is not None
    assert tree.title is not None
    assert tree.title.get_text().strip(" ·")


@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
def test_nothing_is_inline(opened: Opened, language: str, page: str) -> None:
    """No inline script or style, no style attribute, no handler: the content policy would drop them."""
    tree = opened(f"/{language}{page}")
    assert tree.find_all("style") == []
    assert [script for script in tree.find_all("script") if not script.get("src")] == []
    tags = tree.find_all(True)
    assert [tag.name for tag in tags if tag.has_attr("style")] == []
    assert [name for tag in tags for name in tag.attrs if name.startswith("on")] == []
    outside = [tag for tag in tags for name in ("src", "href") if str(tag.get(name, "")).startswith(("http", "//"))]
    assert outside == []


@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
def test_ids_are_unique_and_links_inside_lead_somewhere(opened: Opened, language: str, page: str) -> None:
    tree = opened(f"/{language}{page}")
    ids = [str(tag["id"]) for tag in tree.find_all(id=True)]
    assert len(ids) == len(set(ids)), sorted(name for name in ids if ids.count(name) > 1)
    inside = {str(link["href"])[1:] for link in tree.find_all("a", href=re.compile("^#."))}
    assert inside <= set(ids)
    for name in ("aria-labelledby", "aria-describedby"):
        named = {word for tag in tree.find_all(attrs={name: True}) for word in str(tag[name]).split()}
        assert named <= set(ids)


@pytest.mark.parametrize("page", PAGES)
def test_no_english_is_left_on_a_page(opened: Opened, page: str) -> None:
    """A sentence that was not translated would stand there in English."""
    for language in LANGUAGES:
        tree = copy(opened(f"/{language}{page}"))
        for code in tree.find_all(["code", "kbd"]):
            code.decompose()
        words = set(re.findall(r"\b[A-Za-z]{3,}\b", tree.get_text(" ")))
        assert words <= {*NAMES, *words_of_accounts(tree)}, (language, words)


def words_of_accounts(tree: BeautifulSoup) -> set[str]:
    return {word for tag in tree.find_all("td") for word in re.findall(r"[A-Za-z]{3,}", tag.get_text())}


@pytest.mark.parametrize("page", [f"/acts/{ACT}/{LAST}/?q=аким", COMPARE, f"/bills/{BILL}/1/", "/clarity/?state=all"])
def test_the_other_language_is_one_click_away_and_stays_at_the_place(pages: FlaskClient, page: str) -> None:
    tree = soup(pages.get(f"/ru{page}"))
    group = tree.find(class_="tongues")
    assert group is not None
    other = group.find("a", hreflang="kk")
    assert other is not None
    answer = pages.get(str(other["href"]))
    assert answer.status_code == 200
    back = soup(answer).find(class_="tongues")
    assert back is not None
    first = back.find("a", hreflang="ru")
    assert first is not None
    assert pages.get(str(first["href"])).get_data() == pages.get(f"/ru{page}").get_data()


def test_the_bare_address_leads_to_the_reader_s_language(pages: FlaskClient) -> None:
    assert pages.get("/", headers={"Accept-Language": "kk"}).location == "/kk/"
    assert pages.get("/", headers={"Accept-Language": "fr"}).location == "/ru/"
    pages.get("/kk/acts/")
    assert pages.get("/", headers={"Accept-Language": "ru"}).location == "/kk/"


@pytest.mark.parametrize("page", [page for page in PAGES if page not in OF_NO_ACT])
def test_a_page_of_a_demonstration_act_says_that_it_is_invented(opened: Opened, page: str) -> None:
    assert opened(f"/ru{page}").find(class_="invented") is not None


def test_dates_and_plurals_are_the_language_s_own(pages: FlaskClient) -> None:
    russian = text_of(pages.get(f"/ru/bills/{BILL}/")).replace("\u00a0", " ")
    kazakh = text_of(pages.get(f"/kk/bills/{BILL}/")).replace("\u00a0", " ")
    assert "решение до 4 декабря 2026 г." in russian
    assert "2026 ж. 4 желтоқсан" in kazakh
    assert "14 поправок" in russian
    assert "14 түзету" in kazakh
    assert "3 поправки" in text_of(pages.get("/ru/bills/"))


def test_static_files_are_kept_by_browsers_and_named_by_content(pages: FlaskClient) -> None:
    tree = soup(pages.get("/ru/"))
    for link in tree.find_all("link", rel=["stylesheet", "preload", "icon"]):
        answer = pages.get(str(link["href"]))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        answer.close()


def test_the_styleguide_shows_all_parts(pages: FlaskClient) -> None:
    answer = pages.get("/styleguide")
    assert answer.status_code == 200
    assert soup(answer).find("ins") is not None
