"""What becomes of the law with chosen amendments, and a conflict settled: by keys alone, in both languages; axe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import objections, sign_in
from tests.support.pages import BILL

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Tab

SOLVE = f"/bills/{BILL}/conflicts/1/9/"
REASON = {"ru": "Места и расписание одним подпунктом.", "kk": "Орындар мен кесте бір тармақшада."}


def staff(tab: Tab, site: str, language: str, page: str, **options: object) -> Page:
    opened = tab(f"{site}/{language}/sign-in?next=/{language}{page}", **options)
    sign_in(opened, "saule")
    return opened


def go(page: Page, selector: str, key: str = "Enter") -> None:
    """Move the focus with Tab until it is on an element, then press a key."""
    for _ in range(120):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {selector}")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_choose_read_settle_with_keys_alone(own_site: str, tab: Tab, language: str) -> None:
    page = staff(tab, own_site, language, f"/bills/{BILL}/text/?with=none")
    go(page, "#choose input[value='1']", "Space")
    go(page, "#choose input[value='9']", "Space")
    go(page, "#choose button")
    page.wait_for_url("**with=1,9**")
    expect(page.locator("#conflicts li")).to_have_count(1)
    expect(page.locator("#refused-title")).to_be_visible()
    go(page, "#conflicts a[href*='/conflicts/']")
    page.wait_for_url("**/conflicts/1/9/")
    text = page.locator("[name=text-ru-art_18]")
    base = {code: page.locator(f"[name=text-{code}-art_18]").input_value() for code in ("ru", "kk")}
    new = {
        "ru": "7-1) ведёт перечень мест и дней ярмарок;",
        "kk": "7-1) жәрмеңке орындары мен күндерінің тізбесін жүргізеді;",
    }
    for code in ("ru", "kk"):
        box = page.locator(f"[name=text-{code}-art_18]")
        box.focus()
        at = base[code].index("\n8) ") + 1
        box.evaluate("(field, at) => field.setSelectionRange(at, at)", at)
        page.keyboard.insert_text(f"{new[code]}\n\n")
        expect(page.locator(f"[name=instruction-{code}]")).to_have_value(re.compile("7-1"), timeout=20_000)
    expect(page.locator("[data-part=effect-ru] ins").first).to_be_visible()
    page.locator("#reason").focus()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.keyboard.insert_text(REASON[language])
    expect(page.locator("[data-discard]")).to_be_visible(timeout=20_000)
    expect(page.locator("form#edit[aria-busy]")).to_have_count(0)
    page.reload()
    expect(page.locator("#reason")).to_have_value(REASON[language])
    expect(text).to_have_value(re.compile("ведёт перечень мест и дней ярмарок"))
    page.locator("[name=host][value='9']").focus()
    page.keyboard.press("Space")
    page.locator(".decide [value=save]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#said", timeout=20_000)
    expect(page.locator("#conflicts")).to_have_count(0)
    expect(page.locator(".matrix .is-clashing")).to_have_count(0)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_and_nothing_scrolls_aside(site: str, tab: Tab, language: str, width: int) -> None:
    page = staff(tab, site, language, f"/bills/{BILL}/", width=width)
    for address in (
        f"/bills/{BILL}/?clash=1",
        f"/bills/{BILL}/text/?with=none",
        f"/bills/{BILL}/text/?with=1,9",
        SOLVE,
    ):
        page.goto(f"{site}/{language}{address}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert objections(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_dark_and_without_script(site: str, tab: Tab) -> None:
    page = staff(tab, site, "ru", SOLVE, color_scheme="dark")
    assert objections(page) == []
    plain = tab(f"{site}/ru/bills/{BILL}/text/?with=none", java_script_enabled=False)
    plain.check("#choose input[value='3']")
    plain.click("#choose button")
    expect(plain).to_have_url(re.compile("with=3$"))
