"""axe finds nothing to object to on any page, in both languages, light and dark (WCAG 2.2 AA)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.support.pages import ACT, BILL, COMPARE, LAST, PAGES, SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Tab

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What the dark dress may break; the rest of a page is the same in both."""
OTHER = (f"/acts/{ACT}/{LAST}/?q=аким", f"/bills/{BILL}/9/", f"/acts/{ACT}/1999-01-01/", "/nothing", "/search/?q=аким")


TALLEST = 12_000
"""Pixels up to which a window is made as high as its page."""


def objections(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds: rule, and the first places. In a window as high as the page: what is pinned covers nothing."""
    size = page.viewport_size
    assert size is not None
    full = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], min(full, TALLEST))})
    found = Axe().run(page, options=rules).response["violations"]
    page.set_viewport_size(size)
    return [f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("page", [*PAGES, *OTHER])
def test_every_page(site: str, tab: Tab, language: str, page: str) -> None:
    assert objections(tab(f"{site}/{language}{page}")) == []


@pytest.mark.parametrize("page", [*PAGES, *OTHER, "/../styleguide"])
def test_dark(site: str, tab: Tab, page: str) -> None:
    assert objections(tab(f"{site}/ru{page}", color_scheme="dark"), COLOURS) == []


@pytest.mark.parametrize(
    "page",
    [COMPARE, f"/bills/{BILL}/1/", "/clarity/", "/clarity/slots/", "/clarity/rules/", f"/bills/{BILL}/", "/powers/"],
)
def test_on_a_phone(site: str, tab: Tab, page: str) -> None:
    assert objections(tab(f"{site}/kk{page}", width=360, height=740)) == []


@pytest.mark.parametrize("page", [f"/bills/{BILL}/1/", "/clarity/?state=all", "/findings/3/", "/account/", COMPARE])
@pytest.mark.parametrize("login", ["saule", "nurlan"])
def test_signed_in(site: str, tab: Tab, login: str, page: str) -> None:
    opened = tab(f"{site}/ru/sign-in?next=/ru{page}")
    sign_in(opened, login)
    assert objections(opened) == []


def test_with_its_forms_open(site: str, tab: Tab) -> None:
    opened = tab(f"{site}/ru/sign-in?next=/ru/bills/{BILL}/1/")
    sign_in(opened, "saule")
    opened.locator("details.ask summary").first.click()
    opened.locator(".decide details summary").nth(2).click()
    assert objections(opened) == []
    opened.keyboard.press("Escape")
    opened.goto(f"{site}/ru/clarity/")
    opened.keyboard.press("?")
    expect(opened.locator("#keys")).to_be_visible()
    assert objections(opened) == []


def sign_in(page: Page, login: str) -> None:
    """Fill in the form as a person does."""
    from service.store.demonstration import passwords

    page.fill("#login", login)
    page.fill("#password", passwords(SEEDS)[login])
    page.click("main button[type=submit]")
    page.wait_for_url(lambda address: "/sign-in" not in address)
