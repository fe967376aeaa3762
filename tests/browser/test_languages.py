"""The other language is one press away and leads to the same provision, with the script and without it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from amendments.sources.source import Source
from service import context
from service.store.acts import get_act
from service.store.audit import CLI
from service.store.editions import get_edition
from service.store.importing import store_text
from service.store.sources import EditionSource
from service.store.tables import EditionRow
from tests.browser.test_axe import objections
from tests.support.databases import sqlite_url
from tests.support.live import served
from tests.support.newer import NEWER
from tests.support.pages import ACT, BILL, COMPARE, LAST, demonstration
from tests.support.service import application

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.browser.conftest import Tab

OTHER = {"ru": "kk", "kk": "ru"}
EDITION = f"/acts/{ACT}/{LAST}/"


def turn(page: Page, language: str) -> None:
    """Press the name of the other language."""
    page.locator(f".tongues a[hreflang={OTHER[language]}]").click()
    page.wait_for_url(lambda address: f"/{OTHER[language]}/" in address)


def rest(page: Page) -> None:
    """Read for as long as the script needs to see that the page no longer scrolls (by the page's own clock)."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 450))))"
    )


def place(page: Page) -> str:
    """The part of the address after «#»."""
    return page.url.partition("#")[2]


def in_sight(page: Page, selector: str) -> None:
    expect(page.locator(selector).first).to_be_in_viewport()


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("width", [1440, 360])
def test_scrolled_to_an_article_of_an_edition(site: str, tab: Tab, language: str, width: int) -> None:
    page = tab(f"{site}/{language}{EDITION}?vague=1", width=width, reduced_motion="reduce")
    page.evaluate("document.getElementById('art_9').scrollIntoView()")
    rest(page)
    turn(page, language)
    assert page.url.startswith(f"{site}/{OTHER[language]}{EDITION}?vague=1#art_9")
    in_sight(page, "[id^='art_9']:target")
    page.keyboard.press("l")
    page.wait_for_url(lambda address: f"/{language}/" in address)
    in_sight(page, "[id^='art_9']:target")


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("address", [COMPARE, f"{COMPARE}&view=side", f"{COMPARE}&view=table", f"/bills/{BILL}/text/"])
def test_walked_to_a_change(site: str, tab: Tab, language: str, address: str) -> None:
    page = tab(f"{site}/{language}{address}", reduced_motion="reduce")
    for _ in range(6):
        page.keyboard.press("j")
    at = page.evaluate("document.activeElement.dataset.at")
    assert at
    turn(page, language)
    assert unquote(page.url).split("#")[0].endswith(f"/{OTHER[language]}{address}")
    assert place(page) == at
    in_sight(page, f"[id='{at}'], [data-at='{at}']")


def test_an_opened_fold_stays_open_at_the_same_place(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}", reduced_motion="reduce")
    fold = page.locator(".fold").nth(3)
    name = fold.get_attribute("id")
    fold.locator("a").click()
    page.wait_for_selector(f"[data-stretch='{name}']")
    turn(page, "ru")
    expect(page.locator(f"[data-stretch='{name}']")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_on_lists_of_tags_and_powers(site: str, tab: Tab, language: str) -> None:
    for address, step in (("/clarity/?state=all", ".finding"), ("/powers/non_core/", ".power-entry")):
        page = tab(f"{site}/{language}{address}", reduced_motion="reduce")
        line = page.locator(step).nth(3)
        line.evaluate("one => one.scrollIntoView()")
        at = line.evaluate("one => one.dataset.at || one.querySelector('[data-at]').dataset.at")
        rest(page)
        turn(page, language)
        assert place(page) == at


def test_on_an_amendment_and_a_finding(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru/bills/{BILL}/7/#talk", reduced_motion="reduce")
    turn(page, "ru")
    assert unquote(page.url) == f"{site}/kk/bills/{BILL}/7/#talk"
    page.goto(f"{site}/kk/findings/1/")
    turn(page, "kk")
    assert page.url == f"{site}/ru/findings/1/"


def test_a_place_that_the_other_text_has_not_leads_to_what_holds_it(site: str, tab: Tab) -> None:
    page = tab(f"{site}/kk{EDITION}#art_18.pt_1.sub_999", reduced_motion="reduce")
    in_sight(page, "[id='art_18.pt_1']")
    page.goto(f"{site}/kk{COMPARE}#art_3")
    fold = page.locator(".toc [data-leads=art_3]").get_attribute("href")
    in_sight(page, f"[id='{str(fold)[1:]}']")
    page.wait_for_function("scrollY > 0")


def test_without_a_script_the_page_and_its_filters_stay(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}&view=side", java_script_enabled=False)
    turn(page, "ru")
    assert page.url == f"{site}/kk{COMPARE}&view=side"
    page.goto(f"{site}/ru{EDITION}?vague=1")
    page.goto(site + str(page.locator(".law a.vague").nth(5).get_attribute("href")))
    at = place(page)
    turn(page, "ru")
    assert place(page) == at, "an opened tag says where it stands, so that no script is needed"
    in_sight(page, f"[id='{at}']")


@pytest.fixture
def differing(sqlite_template: Path, tmp_path: Path) -> Iterator[str]:
    """A demonstration whose newest edition does not say the same in both languages, its Kazakh text being a draft."""
    shutil.copyfile(sqlite_template, tmp_path / "site.sqlite3")
    url = sqlite_url(tmp_path / "site.sqlite3")
    demonstration(url)
    with application(url, tmp_path) as app, served(app) as address:
        with app.extensions[context.DATABASE_KEY].writing() as session:
            act = get_act(session, ACT)
            for language, year in (("ru", "2023"), ("kk", "2022")):
                text = get_edition(session, act, language, date.fromisoformat(LAST)).text.replace("2021", year)
                about = EditionSource(Path(f"newer-{language}"), language, NEWER, "")
                assert store_text(session, act, about, Source(text, language, "markdown", {}, ()), CLI) is not None
            row = session.exec(
                select(EditionRow).where(EditionRow.language == "kk", EditionRow.in_force_from == NEWER)
            ).one()
            row.draft = True
            session.add(row)
        yield address


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("width", [1440, 360])
def test_both_texts_side_by_side(site: str, tab: Tab, language: str, width: int) -> None:
    page = tab(f"{site}/{language}{EDITION}both-languages/", width=width)
    row = page.locator("[id='art_1.sub_2']")
    left, right = (row.locator("td").nth(side) for side in (0, 1))
    expect(left).to_have_attribute("lang", "ru")
    expect(right).to_have_attribute("lang", "kk")
    one, two = left.bounding_box(), right.bounding_box()
    assert one is not None
    assert two is not None
    if width > 1000:
        assert one["y"] == two["y"]
        assert one["x"] < two["x"]
    else:
        assert one["y"] < two["y"]
        assert one["x"] == two["x"]
    assert objections(page) == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_where_they_differ_it_is_said_in_place(differing: str, tab: Tab, language: str) -> None:
    page = tab(f"{differing}/{language}/acts/{ACT}/{NEWER}/both-languages/", reduced_motion="reduce")
    expect(page.locator(".inauthentic")).to_have_count(1)
    expect(page.locator(".difference").first).to_be_attached()
    page.keyboard.press("j")
    in_sight(page, ".difference:focus")
    assert objections(page) == []
    page.locator(".tools .switch a").nth(1).click()
    expect(page.locator(".difference").first).to_be_in_viewport()
    assert page.locator(".law-text tr").count() < 40
