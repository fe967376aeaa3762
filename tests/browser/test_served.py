"""The main job at a service started as `make run` starts it: production server, two processes, Ctrl-C at the end."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from service.store.demonstration import passwords
from tests.support.pages import ACT, BILL, COMPARE, LAST, SEEDS
from tests.support.started import started

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service of these tests' own."""
    with started(tmp_path_factory.mktemp("served")) as where:
        yield where


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh window; the test fails if a page broke a rule of its own or asked another host for anything."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    complaints: list[str] = []
    context.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda raised: complaints.append(str(raised.error)))
    context.on(
        "request",
        lambda sent: complaints.append(f"asked {sent.url}") if urlsplit(sent.url).hostname != "127.0.0.1" else None,
    )
    yield context.new_page()
    context.close()
    assert complaints == []


def sign_in(window: Page, login: str) -> None:
    window.goto("/ru/sign-in")
    window.fill("#login", login)
    window.fill("#password", passwords(SEEDS)[login])
    window.click("main form button[type=submit]")
    expect(window).not_to_have_url(re.compile("/sign-in"))


def test_from_the_first_page_to_a_change(window: Page) -> None:
    window.goto("/ru/")
    window.locator("header a[href$='/acts/'], nav a[href$='/acts/']").first.click()
    window.locator(f"main a[href*='/acts/{ACT}/']").first.click()
    window.goto(f"/ru{COMPARE}")
    expect(window.locator("main ins").first).to_be_visible()
    expect(window.locator("main del").first).to_be_visible()


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
