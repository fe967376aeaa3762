"""The page of an amending act in a real browser: with the script, by keyboard, without it; nothing for axe to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import objections, sign_in
from tests.support.acts import TEXTS
from tests.support.pages import ACT, LAST

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Tab


def opened(site: str, tab: Tab, language: str, text: str, **options: object) -> Page:
    """The page of a text, for somebody of the staff."""
    page = tab(f"{site}/{language}/sign-in?next=/{language}/instructions/", **options)
    sign_in(page, "saule")
    page.select_option("#edition", f"{ACT}|{LAST}|{language}")
    page.fill("#text", text)
    page.click("main form button[type=submit]")
    page.wait_for_selector("#amends")
    return page


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1024, "dark"), (360, "light")])
def test_axe_has_nothing_to_say(site: str, tab: Tab, language: str, width: int, scheme: str) -> None:
    page = opened(site, tab, language, TEXTS[language], width=width, color_scheme=scheme)
    assert objections(page) == []
    page.locator("details.rules summary").click()
    page.locator(".picks input").nth(1).click()
    page.wait_for_selector("#decided")
    assert objections(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.goto(f"{site}/{language}/instructions/")
    assert objections(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_pointing_at_either_end_lights_the_other(site: str, tab: Tab, script: bool) -> None:
    page = opened(site, tab, "ru", TEXTS["ru"], java_script_enabled=script)
    row = page.locator(".amend-row").first
    quoted, gone, come = row.locator(".lit").first, row.locator("del").first, row.locator("ins").first
    page.mouse.move(0, 0)
    row.locator(".amend-order").hover()
    for one in (quoted, gone, come):
        expect(one).to_have_css("outline-style", "solid")
    row.locator(".amend-effect").hover()
    expect(quoted).to_have_css("outline-style", "solid")
    page.locator("h1").hover()
    expect(come).to_have_css("outline-style", "none")


@pytest.mark.parametrize("script", [True, False])
def test_tab_and_enter_go_from_one_end_to_the_other_and_light_both(site: str, tab: Tab, script: bool) -> None:
    page = opened(site, tab, "ru", TEXTS["ru"], java_script_enabled=script)
    row = page.locator(".amend-row").first
    row.locator(".amend-number a").focus()
    expect(row.locator("ins").first).to_have_css("outline-style", "solid")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(row.locator(".amend-side--new .where a")).to_be_focused()
    expect(row.locator(".lit").first).to_have_css("outline-style", "solid")
    row.locator(".amend-number a").press("Enter")
    expect(page).to_have_url(re.compile("#e-1$"))
    page.locator("h1").hover()
    expect(row.locator("ins").first).to_have_css("outline-style", "solid")


def test_a_mended_sentence_shows_its_effect_in_place(site: str, tab: Tab) -> None:
    page = opened(site, tab, "ru", TEXTS["ru"])
    page.evaluate("window.kept = true")
    expect(page.locator(".amend-row")).to_have_count(2)
    box = page.locator(".fault textarea").first
    box.fill("2) пункт 4 статьи 5 исключить;")
    box.press("Control+Enter")
    expect(page.locator(".amend-row")).to_have_count(3)
    expect(page.locator("#result")).to_be_focused()
    page.locator(".picks input").nth(1).click()
    expect(page.locator(".amend-row")).to_have_count(4)
    expect(page.locator(".fault")).to_have_count(0)
    page.locator("details.rules summary").click()
    page.locator("input[name=rule][value=double_space]").click()
    expect(page.locator(".by-rule")).to_have_count(0)
    assert page.evaluate("window.kept") is True  # the page was never left
    page.keyboard.press("j")
    expect(page.locator("[data-stop='1']")).to_be_focused()


def test_without_a_script_the_same_goes_by_the_button(site: str, tab: Tab) -> None:
    page = opened(site, tab, "kk", TEXTS["kk"], java_script_enabled=False)
    page.locator(".fault textarea").first.fill("2) 5-баптың 4-тармағы алып тасталсын;")
    page.locator(".picks input").nth(1).click()
    page.locator(".amends-tools button[value=look]").click()
    expect(page.locator(".fault")).to_have_count(0)
    expect(page.locator(".amend-row")).to_have_count(4)
    expect(page.locator(".by-person")).to_have_count(1)


def test_what_was_seen_is_saved_as_a_bill(own_site: str, tab: Tab) -> None:
    page = opened(own_site, tab, "ru", TEXTS["ru"])
    page.locator(".picks input").nth(1).click()
    page.wait_for_selector("#decided")
    page.fill("#title-ru", "О сроках ответа")
    page.click("[data-save]")
    page.wait_for_url("**/bills/*/")
    expect(page.locator("h1")).to_contain_text("О сроках ответа")
    assert page.locator("table.amendments tbody tr, .amendments li").count() >= 3


def test_a_refused_save_keeps_what_was_typed(own_site: str, tab: Tab) -> None:
    page = opened(own_site, tab, "ru", TEXTS["ru"])
    page.fill("#number", "У-1")
    page.fill("#title-ru", "О сроках ответа")
    page.click("[data-save]")
    page.wait_for_selector("#save-wrong")
    expect(page.locator("#title-ru")).to_have_value("О сроках ответа")
