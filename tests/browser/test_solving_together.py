"""Two colleagues at one conflict, each in a browser of their own: what both wrote stands side by side; ru and kk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_axe import objections, sign_in
from tests.browser.test_what_if import REASON, SOLVE
from tests.support.pages import BILL

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Tab

MINE = {"ru": "в статье 2 пункт 1 исключить.", "kk": "2-баптың 1-тармағы алып тасталсын."}


def at_conflict(tab: Tab, site: str, language: str, login: str) -> Page:
    page = tab(f"{site}/{language}/sign-in?next=/{language}{SOLVE}")
    sign_in(page, login)
    return page


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_colleague_settles_the_conflict_while_i_write(own_site: str, tab: Tab, language: str) -> None:
    from playwright.sync_api import expect

    mine, other = (at_conflict(tab, own_site, language, login) for login in ("saule", "admin"))
    for code, words in MINE.items():
        mine.locator(f"[name=instruction-{code}]").fill(words)
    mine.locator("#reason").fill(REASON[language])
    expect(mine.locator("[data-discard]")).to_be_visible(timeout=20_000)
    other.locator("[name=keep][value='9']").check()
    other.locator("#give-reason").fill(REASON[language])
    other.locator("[value=give_way]").click()
    other.wait_for_url("**#said", timeout=20_000)
    expect(mine.locator("form#edit[aria-busy]")).to_have_count(0)
    mine.locator("[name=host][value='1']").check()
    mine.locator(".decide [value=save]").click()
    expect(mine.locator("form.merge")).to_be_visible(timeout=20_000)
    expect(mine.locator(".merge-sides")).to_have_count(2)
    expect(mine.locator("#reason")).to_have_value(REASON[language])
    assert objections(mine) == []
    mine.reload()
    expect(mine.locator("form.merge")).to_be_visible(timeout=20_000)
    for code in MINE:
        mine.locator(f"[name=pick-{code}][value=mine]").check()
    mine.locator("form.merge [value=merged]").click()
    mine.wait_for_url("**#said", timeout=20_000)
    mine.goto(f"{own_site}/{language}/bills/{BILL}/9/edit")
    for code, words in MINE.items():
        expect(mine.locator(f"[name=instruction-{code}]")).to_have_value(re.compile(re.escape(words)))
