"""Two editions, or an edition and a bill: chapters that fold, links that last, who brought the words, paper."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import objections
from tests.support.databases import sqlite_url
from tests.support.live import served
from tests.support.newer import add_newer_edition
from tests.support.pages import ACT, BILL, COMPARE, FIRST, demonstration
from tests.support.service import application

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Tab


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_chapters_fold_and_j_opens_them(site: str, tab: Tab, language: str) -> None:
    page = tab(f"{site}/{language}{COMPARE}&show=chapters", reduced_motion="reduce")
    first = page.locator("details.chapter").first
    expect(first).not_to_have_attribute("open", "")
    expect(page.locator(".change").first).to_be_hidden()
    page.keyboard.press("j")
    expect(first).to_have_attribute("open", "")
    expect(page.locator(".change").first).to_be_focused()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first).not_to_have_attribute("open", "")
    expect(first.locator("summary")).to_be_focused()
    # a line of the contents opens the chapter that it leads into
    page.locator(".toc a:not(.toc-part, .is-quiet)").last.click()
    expect(page.locator("details.chapter[open]")).to_have_count(1)
    assert objections(page) == []


def test_the_number_of_a_change_is_a_link_that_lasts(sqlite_template: Path, tmp_path: Path, tab: Tab) -> None:
    path = tmp_path / "site.sqlite3"
    shutil.copyfile(sqlite_template, path)
    demonstration(sqlite_url(path))
    with application(sqlite_url(path), tmp_path) as app, served(app) as address:
        page = tab(f"{address}/ru{COMPARE}", reduced_motion="reduce")
        number = page.locator(".gutter").nth(6)
        change = page.locator(".change").nth(6).inner_text()
        number.click()
        expect(page).to_have_url(re.compile("#at-art_"))
        kept = page.url
        add_newer_edition(app)
        other = tab(kept, reduced_motion="reduce")
        expect(other.locator(".change:has(:target)")).to_be_in_viewport()
        expect(other.locator(".change:has(:target)")).to_have_text(change, use_inner_text=True)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_who_brought_each_word(site: str, tab: Tab, language: str) -> None:
    page = tab(f"{site}/{language}{COMPARE}&who=1", width=1024)
    expect(page.locator(".bringers li")).to_have_count(2)
    mark = page.locator("ins .by sup a").first
    named = mark.get_attribute("href")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(str(named))).to_be_in_viewport()
    assert objections(page) == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_edition_beside_a_bill(site: str, tab: Tab, language: str) -> None:
    page = tab(f"{site}/{language}/acts/{ACT}/", reduced_motion="reduce")
    page.check(f"input[name=old][value='{FIRST}']")
    page.check(f"input[name=new][value='bill-{BILL}']")
    page.locator("button.btn--main").first.click()
    page.wait_for_url(lambda address: "/text/" in address)
    assert unquote(page.url) == f"{site}/{language}/bills/{BILL}/text/?against={FIRST}"
    far = page.locator(".change").count()
    page.locator(".facts a").last.click()
    page.wait_for_url(lambda address: "against" not in address)
    assert far > page.locator(".change").count() > 0, "an older edition is farther from the bill than its own one"


def test_on_paper_no_chapter_is_folded_and_nothing_has_a_colour(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}&show=chapters&who=1")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".change").first).to_be_visible()
    for one in ("ins", "del", ".vague", ".by", ".card h2", ".chip"):
        colours = page.locator(f"main {one}").first.evaluate(
            "one => { const look = getComputedStyle(one); return [look.color, look.backgroundColor]; }"
        )
        assert colours[0] in ("rgb(0, 0, 0)", "rgb(51, 51, 51)"), one
        assert colours[1] in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"), one
