"""The whole job once, in a browser that runs no script: read, compare, open an amendment, say, judge, decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
    assert page.locator("ins").count() > 0
    folds = page.locator(".fold").count()
    page.locator(".fold a").first.click()
    assert page.locator(".fold").count() == folds - 1
    assert page.locator(".unfolded").first.is_visible()

    # a bill, what it makes of the law, one of its amendments
    page.click(f".nav >> text={say['bills']}")
    page.locator(".rows .title").first.click()
    page.click(f"text={say['text']}")
    page.locator(f".note >> text={say['open']}").first.click()
    assert page.locator(".three ins").first.is_visible()

    # sign in from there, come back there, say something
    address = page.url
    page.locator(".decide a.btn").first.click()
    sign_in(page, "saule")
    assert page.url.split("?")[0] == address.split("?")[0]
    page.fill("#remark", "Прошу назвать срок.")
    page.click(f".talk-form >> text={say['publish']}")
    assert page.locator("text=Прошу назвать срок.").is_visible()

    # accept it
    page.click(f".decide >> text=/^{say['accept']}$/")
    assert page.locator(".head .chip--good").first.is_visible()

    # judge a tag: the summary opens the reason, the reason is asked for
    page.click(f".nav >> text={say['clarity']}")
    first = page.locator(".finding").first
    name = first.get_attribute("id")
    first.locator("summary").click()
    first.locator("input[name=reason]").fill("Срок назван в соседнем пункте.")
    first.locator(f"button >> text={say['dismiss']}").click()
    assert page.locator(f"#{name}").count() == 0
    page.goto(f"{own_site}/{language}/clarity/?state=dismissed")
    assert page.locator("text=Срок назван в соседнем пункте.").is_visible()
