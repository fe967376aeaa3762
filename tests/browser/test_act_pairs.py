"""Both languages of an amending act in a real browser: axe, keyboard, a narrow window, with the script and without."""

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

OTHER = {"ru": "kk", "kk": "ru"}
EXTRA = {"ru": "\n\n5) пункт 4 статьи 5 исключить.", "kk": ""}


def opened(site: str, tab: Tab, language: str, **options: object) -> Page:
    """The page of a pair of texts, of which the Russian one orders more."""
    page = tab(f"{site}/{language}/sign-in?next=/{language}/instructions/", **options)
    sign_in(page, "saule")
    page.select_option("#edition", f"{ACT}|{LAST}|{language}")
    page.fill("#text", TEXTS[language] + EXTRA[language])
    page.locator(".twin-act summary").press("Enter")
    page.fill("#twin", TEXTS[OTHER[language]] + EXTRA[OTHER[language]])
    if options.get("java_script_enabled", True):  # axe is a script
        assert objections(page) == []
    page.locator("main form .btn--main").press("Enter")
    page.wait_for_selector("#pair")
    return page


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(("width", "scheme"), [(1024, "dark"), (360, "light")])
def test_axe_has_nothing_to_say(site: str, tab: Tab, language: str, width: int, scheme: str) -> None:
    page = opened(site, tab, language, width=width, color_scheme=scheme)
    expect(page.locator("#pair .warned")).to_have_count(1)
    assert objections(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("script", [True, False])
def test_the_keyboard_turns_to_the_other_text_and_to_the_other_language(site: str, tab: Tab, script: bool) -> None:
    page = opened(site, tab, "ru", java_script_enabled=script)
    page.locator(".texts-of-pair button").nth(1).press("Enter")
    expect(page.locator(".texts-of-pair [aria-current]")).to_contain_text("Текст на казахском")
    page.locator(".tongues button[lang=kk]").press("Enter")
    page.wait_for_url("**/kk/instructions/")
    expect(page.locator(".texts-of-pair [aria-current]")).to_contain_text("Қазақша мәтін")
    expect(page.locator("input[name=twin]")).to_have_value(re.compile(r"^1\) в пункте 2"))
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator("#number").press("Enter")  # Enter in a field looks again; it does not change the language
    expect(page.locator("#pair")).to_be_visible()
    expect(page).to_have_url(re.compile("/kk/instructions/$"))
