"""Every page in both languages: it is sound, asks nobody else, axe finds nothing, a phone shows all of it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.support.pages import PAGES

pytestmark = pytest.mark.browser

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_sound_and_accessible(window: Page, page: str, language: str) -> None:
    answer = window.goto(f"/{language}{page}")
    assert answer is not None
    assert answer.status == 200
    assert window.locator("html").get_attribute("lang") == language
    found = Axe().run(window, options=RULES).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_phone_needs_no_scrolling_sideways(window: Page, page: str) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.goto(f"/kk{page}")
    wide = window.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
