"""A long import goes on while its owner is elsewhere, and is found again, done; with a script and without."""

from __future__ import annotations

import io
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from service.store.importing import store_text
from service.web import jobs
from tests.browser.test_axe import objections, sign_in
from tests.support.pages import SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Tab

WORDS = {
    "ru": {"import": "Импортировать акт", "send": "Импортировать", "mine": "Мои длительные задания",
           "running": "выполняется", "done": "готово", "added": "добавлено редакций — 6", "open": "Открыть"},
    "kk": {"import": "Актіні импорттау", "send": "Импорттау", "mine": "Ұзақ орындалатын тапсырмаларым",
           "running": "орындалуда", "done": "дайын", "added": "қосылған редакциялар — 6", "open": "Нәтижесін ашу"},
}  # fmt: skip
Slow = Callable[[], None]


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """An import that stops before its third text until this is called."""
    gate, texts = threading.Event(), iter(range(100))

    def slow(*args: Any) -> Any:
        if next(texts) == 2:
            assert gate.wait(60), "nobody let the import go on"
        return store_text(*args)

    monkeypatch.setattr("service.store.importing.store_text", slow)
    monkeypatch.setattr(jobs, "PATIENCE", 0.3)
    yield gate.set
    gate.set()


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """The demonstration's law under another name, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((SEEDS / "law").rglob("*.*")):
            text = path.read_text(encoding="utf-8").replace("act_code: 'demo-1'", "act_code: 'demo-2'")
            archive.writestr(path.relative_to(SEEDS / "law").as_posix(), text)
    target = tmp_path / "law.zip"
    target.write_bytes(out.getvalue())
    return target


def begin(page: Page, language: str, packed: Path) -> None:
    """Sign in and send the packed folder."""
    say = WORDS[language]
    sign_in(page, "saule")
    page.click(f".btn >> text={say['import']}")
    page.set_input_files("#file", str(packed))
    page.click(f"main button >> text={say['send']}")
    expect(page).to_have_url(re.compile(r"/jobs/[0-9a-f]{32}/$"))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_long_import_goes_on_while_its_owner_is_elsewhere(
    own_site: str, tab: Tab, packed: Path, go_on: Slow, language: str
) -> None:
    say = WORDS[language]
    page = tab(f"{own_site}/{language}/sign-in?next=/{language}/acts/")
    begin(page, language, packed)
    status = page.locator("[role=status]")
    expect(status).to_contain_text(say["running"])
    expect(page.locator("progress")).to_have_attribute("value", "2")
    assert objections(page) == []

    # elsewhere, in the other language, then back by way of the account
    page.click(".nav a >> nth=2")
    page.click(".me")
    page.click(f"text={say['mine']}")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody")).to_contain_text(say["running"])
    assert objections(page) == []
    page.click("tbody th a")
    expect(page.locator("[role=status]")).to_contain_text(say["running"])

    # its end comes to the page without it being loaded anew
    page.evaluate("window.same = true")
    go_on()
    expect(page.locator("[role=status]")).to_contain_text(say["done"], timeout=30_000)
    expect(page.locator("[role=status]")).to_contain_text(say["added"])
    assert page.evaluate("window.same") is True
    expect(page.locator("progress")).to_have_count(0)
    assert objections(page) == []
    page.click(f".btn--main >> text={say['open']}")
    expect(page).to_have_url(re.compile(rf"/{language}/acts/demo-2/$"))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_page_follows_its_job_without_a_script(
    own_site: str, tab: Tab, packed: Path, go_on: Slow, language: str
) -> None:
    say = WORDS[language]
    address = f"{own_site}/{language}/sign-in?next=/{language}/acts/"
    page = tab(address, width=390, java_script_enabled=False)
    begin(page, language, packed)
    expect(page.locator("[role=status]")).to_contain_text(say["running"])
    expect(page.locator("progress")).to_be_visible()
    go_on()
    expect(page.locator("[role=status]")).to_contain_text(say["added"], timeout=30_000)
