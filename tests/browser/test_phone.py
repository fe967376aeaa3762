"""A deputy's working day on a telephone 360 pixels wide: read the change, vote, say something, answer a tag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import objections, sign_in
from tests.support.pages import ACT, BILL, LAST, PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Tab

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
WORDS = {
    "ru": {"for": "Поддерживаю", "say": "Высказаться", "publish": "Опубликовать", "remark": "Назовите меру.",
           "counted": "за 1 · против 0", "dismiss": "Снять", "dismissed": "снято", "why": "Мера названа в правилах."},
    "kk": {"for": "Қолдаймын", "say": "Пікір айту", "publish": "Жариялау", "remark": "Өлшемін айтыңыз.",
           "counted": "қолдады 1 · қарсы 0", "dismiss": "Алып тастау", "dismissed": "алып тасталды",
           "why": "Өлшемі қағидаларда айтылған."},
}  # fmt: skip
SMALL = """() => [...document.querySelectorAll('.decide :is(a, button, summary), .tools :is(a, button, summary)')]
  .filter((one) => one.offsetParent !== null && getComputedStyle(one).display !== 'inline')
  .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([words]) => words)"""
COVERED = """() => {
  const one = document.activeElement, bar = document.querySelector('.decide');
  if (!one || one === document.body || bar.contains(one)) return '';
  const box = one.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return bar.contains(over) ? one.outerHTML.slice(0, 120) : '';
}"""


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_deputy_s_journey(own_site: str, tab: Tab, language: str) -> None:
    say = WORDS[language]
    address = f"/{language}/bills/{BILL}/7/"
    page = tab(f"{own_site}/{language}/sign-in?next={address}", **PHONE)
    sign_in(page, "nurlan")

    # the change is in sight at once, above the answers
    change, bar = page.locator(".becomes ins").first, page.locator(".decide")
    expect(change).to_be_in_viewport()
    expect(bar).to_be_in_viewport()
    assert bottom(change) < top(bar)
    assert bottom(bar) - top(bar) < 100

    # three answers under the thumb
    page.locator(".decide button", has_text=say["for"]).tap()
    expect(page.locator("#said")).to_be_focused()
    expect(page.locator(".facets", has_text=say["counted"])).to_be_attached()

    page.locator(".decide a", has_text=say["say"]).tap()
    expect(page.locator("#remark")).to_be_in_viewport()
    page.fill("#remark", say["remark"])
    page.locator(".talk-form button", has_text=say["publish"]).tap()
    mine = page.locator(".talk > li", has_text=say["remark"])
    expect(mine).to_be_in_viewport()
    expect(page.locator(":focus", has_text=say["remark"])).to_be_attached()

    # the tag is answered where it stands
    tag = page.locator("section.note").first
    tag.locator("summary").tap()
    tag.locator("input[name=reason]").fill(say["why"])
    tag.locator("details button").tap()
    answered = page.locator("section.note").first
    expect(answered).to_contain_text(say["why"])
    expect(answered).to_be_in_viewport()
    expect(answered).to_be_focused()

    assert objections(page) == []
    assert page.evaluate(SMALL) == []
    assert sideways(page) <= 0


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("script", [True, False])
def test_the_rarer_tools_lie_in_a_sheet(own_site: str, tab: Tab, language: str, script: bool) -> None:
    """The staff decide on a phone: what is not asked for each time opens over the page, also without a script."""
    address = f"/{language}/bills/{BILL}/7/"
    page = tab(f"{own_site}/{language}/sign-in?next={address}", **PHONE, java_script_enabled=script)
    sign_in(page, "saule")
    assert bottom(page.locator(".decide")) - top(page.locator(".decide")) < 100
    refuse = page.locator("#more details", has=page.locator("[name=state][value=rejected]"))
    expect(refuse).to_be_hidden()
    page.locator(".decide .more-button").tap()
    refuse.locator("summary").tap()
    if script:
        assert objections(page) == []
    refuse.locator("textarea").fill("Қайталау.")
    refuse.locator("button").tap()
    expect(page.locator("#said")).to_be_visible()
    expect(page.locator("main", has_text="Қайталау.")).to_be_attached()

    page.goto(f"{own_site}/{language}/bills/{BILL}/text/")
    page.locator(".more-button").tap()
    page.locator("#more .switch a").nth(2).tap()
    page.wait_for_url("**view=table*")


@pytest.mark.parametrize("login", ["saule", "nurlan"])
def test_nothing_that_takes_the_focus_is_under_the_bar(site: str, tab: Tab, login: str) -> None:
    page = tab(f"{site}/kk/sign-in?next=/kk/bills/{BILL}/7/", width=360, height=740, reduced_motion="reduce")
    sign_in(page, login)
    page.wait_for_selector(".decide")
    covered = []
    for _ in range(page.locator("a, button, summary, input, textarea").count()):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
    assert [one for one in covered if one] == []


def test_on_a_phone_no_page_scrolls_sideways_with_large_letters(site: str, tab: Tab) -> None:
    """Letters half as large again as usual, as many people have set their telephones."""
    page = tab(f"{site}/ru/", width=360, height=740)
    wide = []
    for language in ("ru", "kk"):
        for address in (*PAGES, f"/acts/{ACT}/{LAST}/?q=аким"):
            page.goto(f"{site}/{language}{address}")
            page.evaluate("document.documentElement.style.fontSize = '150%'")
            if (over := sideways(page)) > 0:
                wide.append((language, address, over))
    assert wide == []


@pytest.mark.parametrize("login", ["saule", "nurlan"])
def test_pages_of_people_who_are_signed_in_fit_a_phone(site: str, tab: Tab, login: str) -> None:
    page = tab(f"{site}/ru/sign-in?next=/ru/", **PHONE)
    sign_in(page, login)
    wide, small = [], []
    for address in (*PAGES, "/account/"):
        page.goto(f"{site}/kk{address}")
        if (over := sideways(page)) > 0:
            wide.append((address, over))
        if found := page.evaluate(SMALL):
            small.append((address, found))
    assert wide == []
    assert small == []


@pytest.mark.parametrize("address", ["compare", "table"])
def test_tables_become_lines_that_can_be_read(site: str, tab: Tab, address: str) -> None:
    """The old words stand above the new ones, each as wide as the window."""
    view = "side" if address == "compare" else "table"
    page = tab(f"{site}/ru/acts/{ACT}/compare/?old=2025-03-01&new={LAST}&view={view}", **PHONE)
    row = page.locator("tr.change", has=page.locator("del")).filter(has=page.locator("ins")).first
    old, new = row.locator("td", has=page.locator("del")).first, row.locator("td", has=page.locator("ins")).last
    assert bottom(old) <= top(new) + 1
    for cell in (old, new):
        box = cell.bounding_box()
        assert box is not None
        assert box["width"] > 260


def top(found: object) -> float:
    return float(found.bounding_box()["y"])  # type: ignore[attr-defined]


def bottom(found: object) -> float:
    box = found.bounding_box()  # type: ignore[attr-defined]
    return float(box["y"] + box["height"])


def sideways(page: Page) -> int:
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return int(re.sub(r"\..*", "", str(over)))
