"""``make screenshots``: the pictures in docs/screenshots, of the demonstration, in both languages."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from service.store.demonstration import passwords
from tests.support.browser import ABSENT, find_chromium, launched
from tests.support.pages import ACT, BILL, COMPARE, LAST, SEEDS
from tests.support.started import started

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
SIZES = {1440: 900, 390: 844}
PAGES = {
    "home": "/",
    "acts": "/acts/",
    "act": f"/acts/{ACT}/",
    "edition": f"/acts/{ACT}/{LAST}/",
    "vague": f"/acts/{ACT}/{LAST}/?vague=1",
    "compare": COMPARE,
    "compare-side": f"{COMPARE}&view=side",
    "bills": "/bills/",
    "bill": f"/bills/{BILL}/",
    "bill-text": f"/bills/{BILL}/text/",
    "amendment": f"/bills/{BILL}/1/",
    "clarity": "/clarity/",
    "search": "/search/?q={word}",
    "account": "/account/",
    "sign-in": "/sign-in",
}
ONLY = {390: ["home", "edition", "compare", "amendment", "clarity"]}
WORDS = {"ru": "аким", "kk": "әкім"}
PERSON = "saule"


def take(browser: Browser, address: str, language: str, width: int) -> None:
    """Take the pictures of one language and one width of window, as somebody sees them who has signed in."""
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": SIZES[width]}, reduced_motion="reduce"
    )
    window = context.new_page()
    window.goto(f"/{language}{PAGES['sign-in']}")
    if width not in ONLY:
        window.screenshot(path=FOLDER / f"sign-in-{language}-{width}.png")
    window.fill("#login", PERSON)
    window.fill("#password", passwords(SEEDS)[PERSON])
    window.click("main form button[type=submit]")
    for name in ONLY.get(width, [name for name in PAGES if name != "sign-in"]):
        answer = window.goto(f"/{language}{PAGES[name].format(word=WORDS[language])}")
        if answer is None or answer.status != 200:
            raise RuntimeError(f"{name} in {language} did not open: {answer and answer.status}")
        window.evaluate("document.fonts.ready")
        window.screenshot(path=FOLDER / f"{name}-{language}-{width}.png")
    context.close()


def main() -> int:
    """Remake all pictures. Returns the exit code."""
    executable = find_chromium()
    if executable is None:
        print(ABSENT)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as data, started(Path(data)) as address, launched(executable) as browser:
        for language in ("ru", "kk"):
            for width in SIZES:
                take(browser, address, language, width)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(Path.cwd())}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
