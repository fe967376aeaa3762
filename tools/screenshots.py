"""Pictures of every page, in Russian and Kazakh, wide and on a phone; `make screenshots` puts them in docs.

The service runs on the demonstration in a temporary folder; nothing of it stays. Pictures are reduced to 128 colours,
so that the repository stays small.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.acts import TEXTS  # noqa: E402
from tests.support.browser import find_chromium, launched  # noqa: E402
from tests.support.databases import sqlite_url  # noqa: E402
from tests.support.live import served  # noqa: E402
from tests.support.newer import add_newer_edition  # noqa: E402
from tests.support.pages import ACT, BILL, COMPARE, LAST, SEEDS, demonstration  # noqa: E402
from tests.support.service import application  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUT = ROOT / "docs" / "screenshots"
LANGUAGES = ("ru", "kk")
SIZES = {1440: 1000, 390: 844}
#: Pages that are also looked at in these widths: a small laptop, the narrowest phone
MORE_SIZES = {1024: 900, 360: 740}
LONGEST = 2400
"""A page longer than this is cut: the rest of a law looks like its beginning."""

#: name → (address after the language, who is signed in)
PAGES: dict[str, tuple[str, str]] = {
    "home": ("/", ""),
    "acts": ("/acts/", ""),
    "act": (f"/acts/{ACT}/", ""),
    "edition": (f"/acts/{ACT}/{LAST}/?vague=1#art_18", ""),
    "search-in-edition": (f"/acts/{ACT}/{LAST}/?q={{word}}#hit-1", ""),
    "compare": (COMPARE + "#change-6", ""),
    "compare-side": (f"{COMPARE}&view=side#change-6", ""),
    "compare-table": (f"{COMPARE}&view=table", ""),
    "bills": ("/bills/", ""),
    "bill": (f"/bills/{BILL}/", ""),
    "bill-text": (f"/bills/{BILL}/text/#change-3", ""),
    "amendment": (f"/bills/{BILL}/1/", "saule"),
    "amendment-edit": (f"/bills/{BILL}/1/edit", "saule"),
    "amendment-vague": (f"/bills/{BILL}/7/", "nurlan"),
    "act-read": ("/instructions/?act=demo-1", "saule"),
    "clarity": ("/clarity/", "nurlan"),
    "powers": ("/powers/", ""),
    "powers-cell": ("/powers/?subject=social&level=rural#side", ""),
    "powers-side": ("/powers/side/?subject=social", ""),
    "powers-list": ("/powers/duplicated/?level=rural", ""),
    "power": ("/powers/one/?id=art_18/pt_1/sub_12-2", "nurlan"),
    "proposal": ("/proposals/3/", "saule"),
    "clarity-finding": ("/findings/3/", "nurlan"),
    "clarity-marks": (f"/acts/{ACT}/{LAST}/?vague=1#art_12", ""),
    "clarity-rules": ("/clarity/rules/", "saule"),
    "clarity-slots": ("/clarity/slots/", ""),
    "search": ("/search/?q={word}", ""),
    "sign-in": ("/sign-in", ""),
    "account": ("/account/", "serik"),
    "not-found": (f"/acts/{ACT}/1999-01-01/", ""),
}
#: The same of a law that has a newer edition than its bill was written against.
NEWER_PAGES: dict[str, tuple[str, str]] = {
    "rebase": (f"/bills/{BILL}/rebase/", "saule"),
    "rebase-one": (f"/bills/{BILL}/rebase/7/", "saule"),
}
WORDS = {"ru": "акима района", "kk": "аудан әкімі"}
#: Pages that a form leads to: name → what is typed, by language
FORMS = {"act-read": TEXTS}
#: Other looks of some pages: name → (page, options of the browser, medium)
LOOKS: dict[str, tuple[str, dict[str, str], str]] = {
    "compare-dark": ("compare", {"color_scheme": "dark"}, "screen"),
    "amendment-dark": ("amendment", {"color_scheme": "dark"}, "screen"),
    "compare-print": ("compare", {}, "print"),
    "compare-contrast": ("compare", {"contrast": "more"}, "screen"),
}


def main() -> int:
    """Take all pictures; the exit code."""
    executable = find_chromium()
    if executable is None:
        sys.stderr.write("There is no Chromium: install it, or name it in TUZETU_CHROMIUM.\n")
        return 2
    OUT.mkdir(parents=True, exist_ok=True)
    with running() as site, launched(executable) as browser:
        for language in LANGUAGES:
            for width, height in SIZES.items():
                for name, (address, login) in PAGES.items():
                    take(browser, site, f"{name}-{language}-{width}", (language, address, login), (width, height))
            for width, height in MORE_SIZES.items():
                for name in (name for name in PAGES if name.startswith("clarity")):
                    address, login = PAGES[name]
                    take(browser, site, f"{name}-{language}-{width}", (language, address, login), (width, height))
            for name, (page, options, medium) in LOOKS.items():
                address, login = PAGES[page]
                take(
                    browser, site, f"{name}-{language}-1440", (language, address, login), (1440, 1000), medium, options
                )
    with running(newer=True) as site, launched(executable) as browser:
        for language in LANGUAGES:
            for width, height in SIZES.items():
                for name, (address, login) in NEWER_PAGES.items():
                    take(browser, site, f"{name}-{language}-{width}", (language, address, login), (width, height))
    return 0


@contextmanager
def running(*, newer: bool = False) -> Iterator[str]:
    """The demonstration on a free port, in a folder that goes with it; `newer` adds an edition to its law."""
    from service.store.migrate import upgrade

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = sqlite_url(folder / "screenshots.sqlite3")
        upgrade(url)
        demonstration(url)
        app = stack.enter_context(application(url, folder, TUZETU_RATE_LIMIT="100000", TUZETU_SIGN_IN_LIMIT="1000"))
        if newer:
            add_newer_edition(app)
        yield stack.enter_context(served(app))


def take(
    browser: Browser,
    site: str,
    name: str,
    page: tuple[str, str, str],
    size: tuple[int, int],
    medium: str = "screen",
    options: dict[str, str] | None = None,
) -> None:
    """One picture. What is pinned to the bottom stands at the bottom: the window is as high as the page."""
    language, address, login = page
    address = address.replace("{word}", WORDS[language])
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", **(options or {})
    )  # type: ignore[arg-type]
    tab = context.new_page()
    if login:
        sign_in(tab, site, language, login)
    tab.goto(f"{site}/{language}{address}")
    if texts := FORMS.get(name.removesuffix(f"-{language}-{width}")):
        tab.fill("#text", texts[language])
        tab.click("main form button[type=submit]")
        tab.wait_for_load_state()
    tab.emulate_media(media="print" if medium == "print" else "screen")
    tab.wait_for_load_state("networkidle")
    path = OUT / f"{name}.png"
    if "#" in address:
        tab.screenshot(path=path)
    else:
        full = min(LONGEST, tab.evaluate("document.documentElement.scrollHeight"))
        tab.set_viewport_size({"width": width, "height": max(full, 500)})
        tab.screenshot(path=path)
    context.close()
    reduce(path)
    sys.stdout.write(f"{path.relative_to(ROOT)}\n")


def sign_in(tab: Page, site: str, language: str, login: str) -> None:
    """Sign in as one of the demonstration's people."""
    from service.store.demonstration import passwords

    tab.goto(f"{site}/{language}/sign-in")
    tab.fill("#login", login)
    tab.fill("#password", passwords(SEEDS)[login])
    tab.click("main button[type=submit]")
    tab.wait_for_load_state()


def reduce(path: Path) -> None:
    """Fewer colours, a third of the bytes."""
    from PIL import Image

    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
