"""The main job in a real browser: read, compare, follow a bill, sign in, comment, take the Word document away."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from service.store.demonstration import passwords
from tests.support.pages import ACT, BILL, COMPARE, LAST, SEEDS

pytestmark = pytest.mark.browser


def sign_in(window: Page, login: str) -> None:
    window.goto("/ru/sign-in")
    window.fill("#login", login)
    window.fill("#password", passwords(SEEDS)[login])
    window.click("main form button[type=submit]")
    expect(window.locator("form[action$='/sign-out']").first).to_be_attached()


def test_from_the_first_page_to_a_change(window: Page) -> None:
    window.goto("/ru/")
    window.locator("header a[href$='/acts/'], nav a[href$='/acts/']").first.click()
    window.locator(f"main a[href*='/acts/{ACT}/']").first.click()
    window.goto(f"/ru{COMPARE}")
    expect(window.locator("main ins").first).to_be_visible()
    expect(window.locator("main del").first).to_be_visible()


def test_j_and_k_walk_from_change_to_change(window: Page) -> None:
    window.goto(f"/ru{COMPARE}")
    window.keyboard.press("j")
    window.keyboard.press("j")
    second = window.evaluate("document.activeElement.dataset.stop")
    window.keyboard.press("k")
    first = window.evaluate("document.activeElement.dataset.stop")
    assert int(second) == int(first) + 1


def test_the_comparison_goes_away_as_a_word_document(window: Page) -> None:
    window.goto(f"/ru{COMPARE}")
    with window.expect_download() as download:
        window.locator("a[href*='/compare/docx']").first.click()
    body = Document(io.BytesIO(Path(download.value.path()).read_bytes())).element.body
    assert body.xpath(".//w:ins")
    assert body.xpath(".//w:del")


def test_a_comment_of_a_deputy_stands_on_the_page(window: Page) -> None:
    sign_in(window, "aigerim")
    window.goto(f"/ru/bills/{BILL}/1/")
    form = window.locator("form[action$='/comments']")
    form.locator("textarea").fill("Кто будет считать места для торговли?")
    form.locator("button[type=submit]").click()
    expect(window.get_by_text("Кто будет считать места для торговли?")).to_be_visible()


def test_a_comment_sent_by_a_program_stands_on_the_page(window: Page, address: str) -> None:
    sign_in(window, "serik")
    window.goto("/kk/account/")
    window.fill("#name", "curl")
    window.locator("form[action$='/tokens'] button[type=submit]").click()
    token = window.locator(".token").inner_text()
    window.goto(f"/kk/bills/{BILL}/1/")
    found = subprocess.run(
        ["curl", "-sS", f"{address}/api/v1/bills/{BILL}/amendments/1", "-H", f"Authorization: Bearer {token}"],
        capture_output=True,
        text=True,
        check=True,
    )
    sent = {"amendment": json.loads(found.stdout)["id"], "language": "kk", "text": "Мерзім жұмыс күнімен саналсын."}
    answer = subprocess.run(
        [
            *("curl", "-sS", "--fail", f"{address}/api/v1/comments", "-H", f"Authorization: Bearer {token}"),
            *("-H", "Content-Type: application/json", "--data", json.dumps(sent)),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(answer.stdout)["text"] == sent["text"]
    window.reload()
    expect(window.get_by_text(sent["text"])).to_be_visible()


def test_without_javascript_the_job_is_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    window = context.new_page()
    sign_in(window, "nurlan")
    window.goto(f"/ru/acts/{ACT}/{LAST}/")
    expect(window.locator("main article, main .law").first).to_be_visible()
    window.goto(f"/ru{COMPARE}")
    expect(window.locator("main ins").first).to_be_visible()
    window.goto(f"/ru/bills/{BILL}/2/")
    window.locator("form[action$='/comments'] textarea").fill("Без скриптов тоже слышно.")
    window.locator("form[action$='/comments'] button[type=submit]").click()
    expect(window.get_by_text("Без скриптов тоже слышно.")).to_be_visible()
    context.close()


def test_the_api_shows_itself_offline(window: Page) -> None:
    window.goto("/api/v1/docs")
    expect(window.get_by_text("/api/v1/comments").first).to_be_visible()
