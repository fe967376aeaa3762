"""The powers register by keyboard, on a phone and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import objections, sign_in

if TYPE_CHECKING:
    from tests.browser.conftest import Tab

CELL = ".power-matrix td a[href*='social'][href*='rural']"
NARROW = 360


def test_a_cell_is_opened_and_left_by_keyboard(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru/powers/")
    page.locator(CELL).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/powers/**side")
    expect(page.locator("#side .power-pair").first).to_be_attached()
    expect(page.locator(CELL)).to_have_attribute("aria-current", "true")
    page.keyboard.press("j")
    expect(page.locator(".power-pair:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator("a:focus")).to_have_attribute("href", re.compile("/powers/one/"))


@pytest.mark.parametrize("address", ["/powers/", "/powers/?subject=social&level=rural", "/powers/side/?subject=social"])
def test_nothing_is_cut_off_on_a_narrow_phone(site: str, tab: Tab, address: str) -> None:
    page = tab(f"{site}/kk{address}", width=NARROW, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    level = page.locator(".power-matrix .cell-level").first
    if level.count():
        assert level.is_visible(), "without the head of the table each cell says its level"


def test_marks_stay_apart_on_paper(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru/powers/?subject=social&level=rural")
    page.emulate_media(media="print")
    expect(page.locator(".power-tabs")).to_be_hidden()
    expect(page.locator(".power-matrix .mark").first).to_be_visible()
    lines = "element => getComputedStyle(element).textDecorationStyle"
    assert page.locator("mark.common").first.evaluate(lines) == "double"
    assert page.locator(".own").first.evaluate(lines) == "dotted"


@pytest.mark.parametrize(
    "address",
    ["/powers/one/?id=art_18/pt_1/sub_22", "/powers/propose/?id=art_18/pt_1/sub_22&kind=transfer", "/proposals/3/"],
)
def test_forms_for_those_who_signed_in(site: str, tab: Tab, address: str) -> None:
    page = tab(f"{site}/ru/sign-in")
    sign_in(page, "saule")
    page.goto(f"{site}/ru{address}")
    assert page.locator("main form").count() >= 1
    assert objections(page) == []
