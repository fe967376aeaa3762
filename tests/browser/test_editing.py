"""Writing an amendment in a browser: the script shows and keeps what is typed, without it nothing is missing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LIMITS
from tests.browser.test_axe import objections, sign_in
from tests.support.databases import sqlite_url
from tests.support.live import served
from tests.support.newer import add_newer_edition
from tests.support.pages import BILL, demonstration
from tests.support.service import application

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Tab

EDIT = f"/bills/{BILL}/1/edit"
REBASE = f"/bills/{BILL}/rebase/"
WORDS = {"ru": ("уличной торговли", "уличной мены"), "kk": ("көше саудасы", "көше айырбасы")}


@pytest.fixture
def newer_site(sqlite_template: Path, tmp_path: Path) -> Iterator[str]:
    """A running demonstration whose law has a newer edition than its bill was written against."""
    path = tmp_path / "site.sqlite3"
    shutil.copyfile(sqlite_template, path)
    demonstration(sqlite_url(path))
    with application(sqlite_url(path), tmp_path, **LIMITS) as app:
        add_newer_edition(app)
        with served(app) as address:
            yield address


def staff(tab: Tab, site: str, language: str, page: str, **options: object) -> Page:
    opened = tab(f"{site}/{language}/sign-in?next=/{language}{page}", **options)
    sign_in(opened, "saule")
    return opened


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_is_typed_shows_its_other_side_and_survives_a_reload(own_site: str, tab: Tab, language: str) -> None:
    page = staff(tab, own_site, language, EDIT)
    before, after = WORDS[language]
    text = page.locator(f"[name=text-{language}-art_18]")
    text.fill(text.input_value().replace(before, after))
    instruction = page.locator(f"[name=instruction-{language}]")
    page.wait_for_function(
        "([name, words]) => document.querySelector(`[name=${name}]`).value.includes(words)",
        arg=[f"instruction-{language}", after.split()[-1]],
    )
    expect(text).to_be_focused()
    expect(page.locator(f"[data-part=effect-{language}] ins").first).to_be_visible()
    kept = instruction.input_value()
    page.reload()
    expect(page.locator(f"[name=instruction-{language}]")).to_have_value(kept)


def test_what_was_typed_a_moment_before_leaving_is_kept(own_site: str, tab: Tab) -> None:
    page = staff(tab, own_site, "ru", EDIT)
    page.locator("[name=instruction-ru]").fill("пункт 2 статьи 5 исключить.")
    page.goto(f"{own_site}/ru/bills/")
    # what is sent while a page is left comes to the service in its own time
    for _ in range(20):
        page.goto(f"{own_site}/ru{EDIT}")
        if page.locator("[data-discard]").count():
            break
    expect(page.locator("[name=instruction-ru]")).to_have_value("пункт 2 статьи 5 исключить.")


def test_typing_on_while_an_answer_is_on_its_way_loses_nothing(own_site: str, tab: Tab) -> None:
    page = staff(tab, own_site, "ru", EDIT)
    note = page.locator("[name=note]")
    note.press_sequentially("Уточнены слова о торговле, срок прежний", delay=60)
    page.wait_for_selector("[data-discard]")
    expect(page.locator("form#edit[aria-busy]")).to_have_count(0)
    expect(note).to_have_value("Уточнены слова о торговле, срок прежний")
    assert page.locator("[data-part=state] a").count() == 0, "one tab makes one draft"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_without_script_it_is_written_and_saved(own_site: str, tab: Tab, language: str) -> None:
    page = staff(tab, own_site, language, EDIT, java_script_enabled=False, width=390)
    before, after = WORDS[language]
    text = page.locator(f"[name=text-{language}-art_18]")
    text.fill(text.input_value().replace(before, after))
    page.locator(".decide [value=look]").click()
    expect(page.locator(f"[name=instruction-{language}]")).to_have_value(re.compile(after.split()[-1]))
    page.locator(".decide [value=save]").click()
    expect(page).to_have_url(re.compile("/1/#said$"))
    expect(page.locator(f".order [lang={language}]", has_text=after.split()[-1]).first).to_be_visible()


def test_a_move_to_a_newer_edition_without_script(newer_site: str, tab: Tab) -> None:
    page = staff(tab, newer_site, "ru", f"/bills/{BILL}/", java_script_enabled=False)
    leave(page, page.locator("#newer a"))
    while page.locator(".decide a[href*='show=open']").count():
        leave(page, page.locator(".decide a[href*='show=open']"))
        leave(page, page.locator("table.amendments .title").first)
        accept = page.locator(".decide [value=adjusted]")
        leave(page, accept if accept.count() else page.locator(".decide [value=left_out]"))
    leave(page, page.locator(".decide .btn--main"))
    expect(page.locator("#said")).to_be_visible()
    expect(page.locator("#newer")).to_have_count(0)


def leave(page: Page, wanted: Locator) -> None:
    """Click what leads to another page, and wait until that one is there."""
    with page.expect_navigation():
        wanted.click()


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("options", [{}, {"width": 360, "height": 740}, {"color_scheme": "dark"}])
def test_axe_finds_nothing(newer_site: str, tab: Tab, language: str, options: dict[str, object]) -> None:
    page = staff(tab, newer_site, language, EDIT, **options)
    merging(newer_site, tab, page, language)
    for address in (EDIT, REBASE, f"{REBASE}7/", f"{REBASE}12/"):
        page.goto(f"{newer_site}/{language}{address}")
        assert objections(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def merging(site: str, tab: Tab, page: Page, language: str) -> None:
    """Two people save at once; the second one's merge page is looked at."""
    other = tab(f"{site}/{language}/sign-in?next=/{language}{EDIT}")
    sign_in(other, "dauren")
    for one, words in ((other, "до 15 числа"), (page, "до 5 числа")):
        box = one.locator("[name=instruction-ru]")
        box.fill(box.input_value().replace("до 10 числа", words))
        one.locator(".decide [value=save]").click()
    page.wait_for_selector("form.merge")
    assert objections(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_d_goes_to_the_decision_and_arrows_along_it(own_site: str, tab: Tab) -> None:
    page = staff(tab, own_site, "ru", f"/bills/{BILL}/1/")
    page.keyboard.press("d")
    first = page.locator(".decide button").first
    expect(first).to_be_focused()
    expect(first).to_contain_text("Принять")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".decide :focus")).to_be_attached()
    expect(first).not_to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_url("**#said")
    expect(page.locator("#said")).to_be_focused()
