"""The whole work with the keyboard alone: after each action the focus is where the work is, and changes are heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import sign_in
from tests.support.pages import BILL, COMPARE, PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Tab

UNHEARD = """() => [...document.querySelectorAll('main ins, main del')].filter((one) => !one.querySelector('.vh'))
  .map((one) => one.outerHTML.slice(0, 100))"""


def press(page: Page, found: Locator, key: str = "Enter") -> None:
    """Press a key on a control that the keyboard has reached."""
    found.focus()
    expect(found).to_be_focused()
    page.keyboard.press(key)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_decide_say_and_answer_a_tag(own_site: str, tab: Tab, language: str) -> None:
    page = tab(f"{own_site}/{language}/sign-in?next=/{language}/bills/{BILL}/7/", reduced_motion="reduce")
    sign_in(page, "saule")

    # d goes to the decision, the arrows along it; what was decided is where the focus is
    page.keyboard.press("d")
    expect(page.locator(".decide button").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_be_focused()

    # a reason is asked for in place, and taken back with it
    summary = page.locator(".decide details summary").nth(2)
    press(page, summary)
    page.keyboard.press("Tab")
    page.keyboard.type("Ереже қайталанады.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_be_focused()
    expect(page.locator("main", has_text="Ереже қайталанады.")).to_be_attached()

    # a remark
    page.locator("#remark").focus()
    page.keyboard.type("Өлшемі қайда?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[id^=comment-]:focus", has_text="Өлшемі қайда?")).to_be_attached()
    expect(page.locator("[id^=comment-]:focus")).to_have_attribute("aria-describedby", "said")

    # a tag
    press(page, page.locator("section.note button").first)
    expect(page.locator("section.note:focus")).to_be_attached()


def test_an_answered_tag_leaves_the_list_and_the_next_one_has_the_focus(own_site: str, tab: Tab) -> None:
    page = tab(f"{own_site}/ru/sign-in?next=/ru/clarity/", reduced_motion="reduce")
    sign_in(page, "nurlan")
    page.wait_for_selector(".finding")
    answered = page.locator(".finding").nth(2).get_attribute("id")
    following = page.locator(".finding").nth(3).get_attribute("id")
    press(page, page.locator(".finding").nth(2).locator("button").first)
    expect(page.locator(f"#{answered}")).to_have_count(0)
    expect(page.locator(f"#{following}")).to_be_focused()
    expect(page.locator(f"#{following}")).to_be_in_viewport()


def test_an_opened_fold_has_the_focus(site: str, tab: Tab) -> None:
    page = tab(f"{site}/kk{COMPARE}", reduced_motion="reduce")
    link = page.locator(".fold a").nth(2)
    name = link.get_attribute("data-fold")
    press(page, link)
    expect(page.locator(f"[data-stretch='{name}']").first).to_be_focused()


def test_every_change_is_heard_and_every_page_can_be_skipped_into(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru/")
    silent = {}
    for address in PAGES:
        page.goto(f"{site}/kk{address}")
        if found := page.evaluate(UNHEARD):
            silent[address] = found[:3]
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#main"), address).to_be_focused()
    assert silent == {}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_second_press_of_tab_offers_to_skip_to_the_amendments(site: str, tab: Tab, language: str) -> None:
    page = tab(f"{site}/{language}/bills/{BILL}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".skip[href='#amendments']")).to_be_focused()
    expect(page.locator(".skip[href='#amendments']")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#amendments")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("#amendments a:focus, #amendments input:focus")).to_have_count(1)
