"""The whole job once, in a browser that runs no script: read, compare, open an amendment, say, judge, decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import sign_in

if TYPE_CHECKING:
    from tests.browser.conftest import Tab

WORDS = {
    "ru": {
        "laws": "Законы", "compare": "Сравнить две выбранные", "bills": "Законопроекты", "text": "Каким станет закон",
        "open": "Открыть", "publish": "Опубликовать", "clarity": "Ясность", "dismiss": "Снять", "accept": "Принять",
    },
    "kk": {
        "laws": "Заңдар", "compare": "Таңдалған екеуін салыстыру", "bills": "Заң жобалары",
        "text": "Заң қандай болады", "open": "Ашу", "publish": "Жариялау", "clarity": "Айқындық",
        "dismiss": "Алып тастау", "accept": "Қабылдау",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_main_journey(own_site: str, tab: Tab, language: str, width: int) -> None:
    say = WORDS[language]
    page = tab(f"{own_site}/{language}/", width=width, java_script_enabled=False)

    # a law, its editions, two of them compared
    page.click(f".nav >> text={say['laws']}")
    page.click(".rows .title")
    page.click(f"text={say['compare']}")
    expect(page.locator("ins").first).to_be_attached()
    folds = page.locator(".fold").count()
    page.locator(".fold a").first.click()
    expect(page.locator(".fold")).to_have_count(folds - 1)
    expect(page.locator(".unfolded").first).to_be_visible()

    # a bill, what it makes of the law, one of its amendments
    page.click(f".nav >> text={say['bills']}")
    page.locator(".rows .title").first.click()
    page.click(f"text={say['text']}")
    page.locator(f".note >> text={say['open']}").first.click()
    expect(page.locator(".three ins").first).to_be_visible()

    # sign in from there, come back there, say something
    address = page.url
    page.locator(".decide a.btn").first.click()
    sign_in(page, "saule")
    expect(page).to_have_url(re.compile(rf"^{re.escape(address.split('?')[0])}(\?.*)?$"))
    page.fill("#remark", "Прошу назвать срок.")
    page.click(f".talk-form >> text={say['publish']}")
    expect(page.locator("text=Прошу назвать срок.")).to_be_visible()

    # accept it
    page.click(f".decide >> text=/^{say['accept']}$/")
    expect(page.locator(".head .chip--good").first).to_be_visible()

    # judge a tag: the summary opens the reason, the reason is asked for
    page.click(f".nav >> text={say['clarity']}")
    first = page.locator(".finding").first
    name = first.get_attribute("id")
    first.locator("summary").click()
    first.locator("input[name=reason]").fill("Срок назван в соседнем пункте.")
    first.locator(f"button >> text={say['dismiss']}").click()
    expect(page.locator(f"#{name}")).to_have_count(0)
    page.goto(f"{own_site}/{language}/clarity/?state=dismissed")
    expect(page.locator("text=Срок назван в соседнем пункте.")).to_be_visible()
