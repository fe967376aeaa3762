"""Reading an edition and comparing two."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from amendments.law.reader import read
from tests.support.pages import ACT, COMPARE, FIRST, LAST, SEEDS, soup, text_of

EDITION = f"/ru/acts/{ACT}/{LAST}/"
LAW = Path(SEEDS / "law" / "rus" / f"{LAST}.md").read_text(encoding="utf-8")


def test_the_whole_law_stands_on_the_page_at_its_addresses(pages: FlaskClient) -> None:
    tree = soup(pages.get(EDITION))
    law = read(LAW, "ru")
    for address, node in law:
        paragraph = tree.find(id=address.replace("/", "."))
        assert paragraph is not None, address
        if node.kind != "note":
            assert " ".join(node.text.replace("\\", "").split()) in " ".join(paragraph.get_text().split())


def test_contents_lead_to_every_chapter_and_article(pages: FlaskClient) -> None:
    contents = soup(pages.get(EDITION)).find("nav", id="contents")
    assert contents is not None
    linked = [str(link["href"])[1:] for link in contents.find_all("a")]
    assert linked == [address for address, node in read(LAW, "ru") if node.kind in ("chapter", "article")]


def test_words_looked_for_are_lit_and_counted(pages: FlaskClient) -> None:
    tree = soup(pages.get(f"{EDITION}?q=сельского округа"))
    hits = tree.find_all("mark", class_="hit")
    assert hits
    found = {hit.get_text() for hit in hits}
    assert {"сельского округа", "сельском округе"} <= found
    assert all(words.startswith("сельск") and " округ" in words for words in found)
    assert f"{len(hits)} мест" in text_of(pages.get(f"{EDITION}?q=сельского округа"))


def test_a_number_leads_to_its_unit(pages: FlaskClient) -> None:
    tree = soup(pages.get(f"{EDITION}?q=статья 18"))
    place = tree.find("a", class_="chip", href="#art_18")
    assert place is not None
    assert place.get_text() == "Статья 18"


def test_nothing_found_is_said(pages: FlaskClient) -> None:
    assert "Ничего не найдено" in text_of(pages.get(f"{EDITION}?q=синхрофазотрон"))


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "'\"><b>", "%", "(", "\\"])
def test_what_is_looked_for_never_becomes_markup(pages: FlaskClient, query: str) -> None:
    answer = pages.get(EDITION, query_string={"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.get_data(as_text=True)
    box = soup(answer).find("input", attrs={"data-find-here": True})
    assert box is not None
    assert box["value"] == query


def test_vague_words_lead_to_their_finding(pages: FlaskClient) -> None:
    plain, marked = soup(pages.get(EDITION)), soup(pages.get(f"{EDITION}?vague=1"))
    assert plain.find("a", class_="vague") is None
    words = marked.find_all("a", class_="vague")
    assert words
    opened = soup(pages.get(str(words[0]["href"])))
    note = opened.find(class_="card--vague")
    assert note is not None
    assert "алгоритм" in note.get_text()


def test_a_date_between_two_editions_shows_the_one_in_force_then(pages: FlaskClient) -> None:
    answer = pages.get(f"/ru/acts/{ACT}/2026-06-30/")
    assert answer.status_code == 302
    assert answer.location == EDITION


def test_a_date_before_the_first_edition_says_the_first_date(pages: FlaskClient) -> None:
    answer = pages.get(f"/ru/acts/{ACT}/1999-01-01/")
    assert answer.status_code == 404
    assert FIRST in text_of(answer) or "1 марта 2025" in text_of(answer).replace("\u00a0", " ")
    assert pages.get(str(soup(answer).select_one(".error-page li a")["href"])).status_code == 200  # type: ignore[index]


def test_a_date_that_is_none_says_how_dates_are_written(pages: FlaskClient) -> None:
    answer = pages.get(f"/kk/acts/{ACT}/2026-13-45/")
    assert answer.status_code == 404
    assert "2026-07-14" in text_of(answer)


def test_a_provision_has_an_address_of_its_own(pages: FlaskClient) -> None:
    answer = pages.get(f"{EDITION}art_18/pt_1/sub_7")
    assert answer.status_code == 302
    assert answer.location == f"{EDITION}#art_18.pt_1.sub_7"


def test_an_unknown_provision_names_its_neighbours(pages: FlaskClient) -> None:
    answer = pages.get(f"{EDITION}art_18/pt_9")
    assert answer.status_code == 404
    near = soup(answer).select(".error-page li a")
    assert near[0].get_text().startswith("Статья 18, пункт")


@pytest.mark.parametrize(("view", "cells"), [("inline", "ins"), ("side", "td ins"), ("table", ".official td ins")])
def test_each_view_shows_the_changes(pages: FlaskClient, view: str, cells: str) -> None:
    tree = soup(pages.get(f"/ru{COMPARE}&view={view}"))
    assert tree.select(cells)
    numbers = [change["data-stop"] for change in tree.select("[data-stop]")]
    assert numbers == [str(place + 1) for place in range(len(numbers))]


def test_changes_are_announced_in_words(pages: FlaskClient) -> None:
    """A screen reader that does not announce <ins> and <del> still says what they are."""
    tree = soup(pages.get(f"/ru{COMPARE}"))
    for tag, words in (("ins", "добавлено:"), ("del", "исключено:")):
        marked = [one for one in tree.find_all(tag) if "label" not in (one.get("class") or [])]
        assert marked
        for one in marked:
            first = one.find(class_="vh")
            assert first is not None
            assert first.get_text().strip() == words


def test_a_folded_stretch_opens_without_a_script(pages: FlaskClient) -> None:
    tree = soup(pages.get(f"/ru{COMPARE}"))
    link = tree.select_one(".fold a")
    assert link is not None
    opened = soup(pages.get(str(link["href"])))
    assert len(opened.select(".fold")) == len(tree.select(".fold")) - 1
    name = str(link["href"]).split("#")[1]
    assert opened.find(attrs={"data-stretch": name}) is not None


def test_the_order_of_the_two_dates_does_not_matter(pages: FlaskClient) -> None:
    swapped = f"/ru/acts/{ACT}/compare/?old={LAST}&new={FIRST}"
    assert pages.get(swapped).location == f"/ru{COMPARE}"


def test_one_edition_cannot_be_compared_with_itself(pages: FlaskClient) -> None:
    answer = pages.get(f"/ru/acts/{ACT}/compare/?old={LAST}&new={LAST}", follow_redirects=True)
    assert "Выберите две разные редакции" in answer.get_data(as_text=True)


def test_two_editions_go_out_as_word(pages: FlaskClient) -> None:
    link = soup(pages.get(f"/ru{COMPARE}")).find("a", string="Word с правками")
    assert link is not None
    answer = pages.get(str(link["href"]))
    assert answer.status_code == 200
    assert answer.get_data()[:2] == b"PK"
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("query", ["_external=1&_scheme=javascript&_anchor=x", "code=other", "on=2020-01-01"])
def test_a_redirect_keeps_to_this_service_whatever_the_query_says(pages: FlaskClient, query: str) -> None:
    answer = pages.get(f"/ru/acts/demo-1/2025-12-31/?{query}")
    assert answer.status_code == 302
    assert answer.location.startswith("/ru/acts/demo-1/2025-09-15/")
