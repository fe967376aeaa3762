"""A morning at the desk by keyboard alone: the list, many decisions at once, a colleague who was quicker, undoing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from service.store.demonstration import passwords
from tests.browser.test_axe import objections
from tests.support.pages import BILL, SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Tab

WORDS: dict[str, dict[str, Any]] = {
    "ru": {
        "waits": "9 поправок ждут решения",
        "head": "Отклонить: 2 поправки",
        "done": "Решение записано о 2 поправках: отклонена.",
        "undone": "Отменено решение о 2 поправках. Теперь: ждёт решения.",
        "refused": re.compile("Ничего не записано"),
    },
    "kk": {
        "waits": "9 түзету шешім күтуде",
        "head": "Қабылдамау: 2 түзету",
        "done": "2 түзету бойынша шешім жазылды: қабылданбады.",
        "undone": "2 түзету бойынша шешімнің күші жойылды. Енді: шешім күтуде.",
        "refused": re.compile("Ештеңе жазылған жоқ"),
    },
}
REASON = "Келесі жылға."


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is there."""
    expect(wanted).to_be_visible()
    for _ in range(250):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by keyboard to {wanted}")


def press(page: Page, wanted: Locator) -> None:
    """Go to a link or a button by keyboard and press it."""
    reach(page, wanted)
    page.keyboard.press("Enter")


def sign_in(page: Page, login: str) -> None:
    """Fill in the form by keyboard."""
    reach(page, page.locator("#login"))
    page.keyboard.type(login)
    page.keyboard.press("Tab")
    page.keyboard.type(passwords(SEEDS)[login])
    page.keyboard.press("Enter")


def in_order(page: Page) -> tuple[int, ...]:
    """Two amendments that await a decision, in the order of the page: so goes the focus."""
    expect(page.locator("#many")).to_be_visible()
    every = page.locator("input[form=many]").evaluate_all("all => all.map(one => Number(one.value))")
    return tuple(number for number in every if number in (3, 6))


def choose(page: Page, numbers: tuple[int, ...]) -> None:
    """Mark amendments, choose to reject, give the reason, ask what will change."""
    for number in numbers:
        reach(page, page.locator(f"input[form=many][value='{number}']"))
        page.keyboard.press("Space")
    reach(page, page.locator("#many-state"))
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#many-state")).to_have_value("rejected")
    reach(page, page.locator("#many-reason"))
    page.keyboard.type(REASON)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_from_the_list_to_decisions_and_back(own_site: str, tab: Tab, language: str) -> None:
    words = WORDS[language]
    page = tab(f"{own_site}/{language}/sign-in?next=/{language}/")
    sign_in(page, "saule")
    expect(page.locator(".desk-kind a").first).to_have_text(words["waits"])
    assert objections(page) == []
    press(page, page.locator(".desk-kind a").first)
    choose(page, in_order(page))
    expect(page.locator("h1")).to_have_text(words["head"])
    expect(page.locator("#reason")).to_have_value(REASON)
    assert objections(page) == []
    press(page, page.locator("#deciding .btn--main"))
    expect(page.locator("#said")).to_contain_text(words["done"])
    expect(page.locator(".undo-line")).to_be_visible()
    assert objections(page) == []
    press(page, page.locator(".undo-line button"))
    expect(page.locator("#said")).to_contain_text(words["undone"])
    expect(page.locator(".amendments .chip", has_text=re.compile("отклонена|қабылданбады"))).to_have_count(1)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_colleague_was_quicker_and_nothing_is_lost(own_site: str, tab: Tab, language: str) -> None:
    address = f"/{language}/bills/{BILL}/"
    mine, other = (tab(f"{own_site}/{language}/sign-in?next={address}") for _ in range(2))
    sign_in(mine, "saule")
    sign_in(other, "dauren")
    choose(mine, in_order(mine))
    expect(mine.locator("#deciding")).to_be_visible()
    choose(other, (6,))
    press(other, other.locator("#deciding .btn--main"))
    expect(other.locator("#said")).to_be_visible()
    press(mine, mine.locator("#deciding .btn--main"))
    expect(mine.locator("#wrong")).to_have_text(WORDS[language]["refused"])
    expect(mine.locator("#reason")).to_have_value(REASON)
    expect(mine.locator(".deciding a", has_text="6").first).to_be_visible()
    assert objections(mine) == []
    press(mine, mine.locator("#deciding .btn--main"))
    expect(mine.locator("#said")).to_be_visible()


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("login", ["saule", "nurlan"])
def test_the_pages_of_the_desk_suit_everybody(site: str, tab: Tab, language: str, width: int, login: str) -> None:
    page = tab(f"{site}/{language}/sign-in?next=/{language}/", width=width)
    sign_in(page, login)
    expect(page.locator(".desk").first).to_be_visible()
    for address in ("", "waiting/?kind=reply", "changes/?act=demo-1", f"bills/{BILL}/"):
        page.goto(f"{site}/{language}/{address}")
        assert objections(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
