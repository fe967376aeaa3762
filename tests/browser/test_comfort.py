"""What the script adds: keys, folds that open in place; and what no script may spoil: the layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.support.pages import ACT, BILL, COMPARE, LAST, PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Tab

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { if (!one.hadRecentInput) sum += one.value; }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 400);
})"""


def stop(page: Page) -> Any:
    return page.evaluate("document.activeElement.dataset.stop")


def test_changes_glide_into_sight(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}", reduced_motion="no-preference")
    for _ in range(3):
        page.keyboard.press("j")
    expect(page.locator("[data-stop='3']")).to_be_focused()
    expect(page.locator("[data-stop='3']")).to_be_in_viewport()


def test_j_and_k_walk_the_changes(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}")
    walked = []
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
        walked.append(stop(page))
    assert walked == ["1", "2", "3", "2"]
    expect(page.locator("[data-count]")).to_contain_text("Изменение 2 из ")
    expect(page.locator("[data-stop='2']")).to_be_in_viewport(ratio=1)


def test_keys_rest_while_a_field_is_filled_in(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru/acts/{ACT}/{LAST}/")
    page.keyboard.press("/")
    page.keyboard.type("jk?/")
    expect(page.locator("[data-find-here]")).to_have_value("jk?/")
    expect(page.locator("#keys")).to_be_hidden()


def test_keys_can_be_switched_off(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}")
    page.keyboard.press("?")
    page.locator("[data-keys-off]").check()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    assert stop(page) is None


def test_a_fold_opens_in_place_and_the_address_keeps_it(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}")
    folds = page.locator(".fold")
    before, third = folds.count(), folds.nth(2)
    third.scroll_into_view_if_needed()
    name, place = third.get_attribute("id"), third.bounding_box()
    third.locator("a").click()
    expect(page.locator(f"[data-stretch='{name}']").first).to_be_focused()
    opened = page.locator(f"[data-stretch='{name}']").bounding_box()
    assert place is not None
    assert opened is not None
    assert abs(opened["y"] - place["y"]) < 40
    page.reload()
    expect(page.locator(".fold")).to_have_count(before - 1)


def test_a_number_in_the_law_gives_its_address(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru/acts/{ACT}/{LAST}/")
    page.locator("#art_1\\.sub_2 .label").click()
    expect(page).to_have_url(re.compile(r"#art_1\.sub_2$"))


def test_on_a_phone_the_contents_lie_over_the_text(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru/acts/{ACT}/{LAST}/", width=390, height=844)
    contents = page.locator("#contents")
    expect(contents).to_be_hidden()
    page.click(".toc-button")
    expect(contents).to_be_visible()
    contents.locator("a", has_text="Статья 18.").click()
    expect(page).to_have_url(re.compile("#art_18$"))
    expect(contents).to_be_hidden()


def test_the_first_press_of_tab_offers_to_skip_to_the_content(site: str, tab: Tab) -> None:
    page = tab(f"{site}/kk/acts/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("width", [320, 360, 640, 768, 1024, 1600])
def test_no_page_is_wider_than_its_window(site: str, tab: Tab, width: int) -> None:
    """640 pixels are a window of 1280 at 200 % zoom; 320 are the same at 400 %."""
    page = tab(f"{site}/ru/", width=width)
    wide = []
    for address in (*PAGES, f"/acts/{ACT}/{LAST}/?q=аким"):
        for language in ("ru", "kk"):
            page.goto(f"{site}/{language}{address}")
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 0:
                wide.append((language, address, over))
    assert wide == []


@pytest.mark.parametrize("address", [COMPARE, f"/acts/{ACT}/{LAST}/", f"/bills/{BILL}/1/", "/", "/clarity/"])
def test_nothing_moves_while_a_page_loads(site: str, tab: Tab, address: str) -> None:
    page = tab(f"{site}/ru{address}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS) < 0.05


def test_on_paper_changes_are_told_by_shape(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}")
    page.emulate_media(media="print")

    def look(selector: str, name: str) -> str:
        return str(page.locator(selector).first.evaluate(f"one => getComputedStyle(one).{name}"))

    assert "underline" in look(".law ins", "textDecorationLine")
    assert "line-through" in look(".law del", "textDecorationLine")
    assert look(".law ins", "color") == look(".law del", "color") == "rgb(0, 0, 0)"
    expect(page.locator(".toc")).to_be_hidden()
    expect(page.locator(".tools")).to_be_hidden()


def test_with_the_system_s_high_contrast_changes_keep_their_shape(site: str, tab: Tab) -> None:
    page = tab(f"{site}/ru{COMPARE}", forced_colors="active")
    for selector, line in ((".law ins", "underline"), (".law del", "line-through")):
        found = page.locator(selector).first.evaluate("one => getComputedStyle(one).textDecorationLine")
        assert line in found


def test_text_twice_as_large_still_fits(site: str, tab: Tab) -> None:
    """200 % zoom of a 1280-pixel window is a window of 640 pixels."""
    page = tab(f"{site}/kk{COMPARE}", width=640, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    expect(page.locator("ins").first).to_be_visible()
