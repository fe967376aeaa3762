"""The user guide in the service: every picture and every link of it leads somewhere, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.web.presenters.guide import Picture, guide_page
from service.web.views import guide
from tests.support.pages import soup

GUIDES = [("ru", "Как работать с «Түзету»"), ("kk", "«Түзету» қызметімен қалай жұмыс істеу керек")]


@pytest.mark.parametrize(("language", "title"), GUIDES)
def test_the_foot_of_a_page_leads_to_the_guide_in_its_language(pages: FlaskClient, language: str, title: str) -> None:
    foot = soup(pages.get(f"/{language}/")).select_one("footer")
    assert foot is not None
    link = foot.select_one(f"a[href='/{language}/help/']")
    assert link is not None
    heading = soup(pages.get(str(link["href"]))).h1
    assert heading is not None
    assert heading.get_text() == title


@pytest.mark.parametrize("page", ["/ru/help/", "/kk/help/", "/ru/help/vague-words/", "/kk/help/vague-words/"])
def test_everything_in_a_guide_leads_somewhere(pages: FlaskClient, page: str) -> None:
    main = soup(pages.get(page)).main
    assert main is not None
    addresses = {str(link["href"]) for link in main.select("a[href]")} | {str(img["src"]) for img in main.select("img")}
    assert [one for one in addresses if not one.startswith("#") and status(pages, one) != 200] == []


def status(client: FlaskClient, address: str) -> int:
    """What an address answers with; a file is closed as a server does."""
    with client.get(address) as answer:
        return answer.status_code


def test_a_page_that_is_no_guide_is_not_shown(pages: FlaskClient) -> None:
    for name in ("settings", "model", "..", "%2e%2e%2fREADME"):
        assert pages.get(f"/ru/help/{name}/").status_code in (404, 405)
    assert pages.get("/ru/help/pictures/nothing.png").status_code == 404
    assert pages.get("/ru/help/pictures/..%2f..%2fREADME.png").status_code == 404


def test_an_installation_without_the_guide_says_so(
    pages: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guide, "folder", lambda: tmp_path / "docs")
    assert pages.get("/ru/help/").status_code == 404


def test_markup_in_a_guide_stays_words_and_a_link_to_nowhere_its_words() -> None:
    drawn = guide_page(
        "# Guide\n\n## First steps\n\n<script>x</script> [decisions](decisions.md) [there](#first-steps)\n",
        page=lambda target: None,
        picture=lambda name: Picture(name, 1, 1),
    )
    assert drawn.title == "Guide"
    assert "<script>" not in drawn.body
    assert "decisions" in drawn.body
    assert "decisions.md" not in drawn.body
    assert '<h2 id="first-steps">' in drawn.body
    assert '<a href="#first-steps">there</a>' in drawn.body


def test_a_picture_keeps_its_place_before_it_has_come(pages: FlaskClient) -> None:
    main = soup(pages.get("/ru/help/")).main
    assert main is not None
    pictures = main.select("img")
    assert len(pictures) > 10
    assert {str(one["width"]) for one in pictures} == {"360", "1024"}
    assert all(int(str(one["height"])) > 600 for one in pictures)
    assert all(one.get("alt") for one in pictures)


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    drawn = guide_page("# Guide\n\n![A list](../screenshots/gone.png)\n", lambda target: None, lambda name: None)
    assert "<img" not in drawn.body
    assert "A list" in drawn.body
