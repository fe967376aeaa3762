"""Pictures of every page, in Russian and Kazakh, on a phone, a small laptop and a wide screen; into docs/screenshots.

    python tools/screenshots.py                            all of them (`make screenshots`), old ones taken away
    python tools/screenshots.py --only bill,home-ru-360    those of a page, or single ones; `*` stands for anything

What is taken is listed in tools/pictures.py. The service runs on the demonstration in a temporary folder; nothing of
it stays. Pictures are reduced to a few colours, so that the repository stays small.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.browser import ABSENT, find_chromium, launched  # noqa: E402
from tests.support.databases import sqlite_url  # noqa: E402
from tests.support.live import served  # noqa: E402
from tests.support.newer import add_newer_edition  # noqa: E402
from tests.support.pages import SEEDS, demonstration  # noqa: E402
from tests.support.service import application  # noqa: E402
from tools.pictures import COLOURS, WIDTHS, WORDS, Page, Picture, Step, pictures  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

OUT = ROOT / "docs" / "screenshots"
LEAST_HEIGHT = {360: 640, 1024: 700, 1600: 900}
"""Height of the window that a page opens in; a page with a place in its address is taken as it stands there."""
#: Looks of a page, as the browser is asked for them
MEDIA: dict[str, dict[str, Any]] = {
    "": {"media": "screen", "color_scheme": "light", "contrast": "no-preference"},
    "dark": {"media": "screen", "color_scheme": "dark", "contrast": "no-preference"},
    "contrast": {"media": "screen", "color_scheme": "light", "contrast": "more"},
    "print": {"media": "print", "color_scheme": "light", "contrast": "no-preference"},
}


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures that are asked for; the exit code."""
    parser = argparse.ArgumentParser(description="Take the pictures of the pages.")
    parser.add_argument("--only", metavar="NAME[,NAME]", default="", help="pages or single pictures; * is anything")
    only = [name for name in parser.parse_args(arguments).only.split(",") if name]
    wanted = [one for one in pictures() if not only or asked_for(one, only)]
    if not wanted:
        sys.stderr.write(f"No picture is called {', '.join(only)}: see tools/pictures.py.\n")
        return 2
    executable = find_chromium()
    if executable is None:
        sys.stderr.write(f"{ABSENT}\n")
        return 2
    OUT.mkdir(parents=True, exist_ok=True)
    done = 0
    for newer in (False, True):
        here = [one for one in wanted if one.page.newer == newer]
        if not here:
            continue
        with running(newer=newer) as site, launched(executable) as browser:
            studio = Studio(browser, site)
            for one in here:
                done += 1
                sys.stdout.write(f"{done}/{len(wanted)} {studio.take(one).name}\n")
                sys.stdout.flush()
    if not only:
        for old in {path.stem for path in OUT.glob("*.png")} - {one.stem for one in wanted}:
            (OUT / f"{old}.png").unlink()
    return 0


def asked_for(picture: Picture, only: list[str]) -> bool:
    """Whether one of the names is that of the picture, of its page or of its page's look."""
    page, look = picture.page.name, picture.look
    names = {picture.stem, page, f"{page}-{look}" if look else page}
    return any(fnmatchcase(name, pattern) for name in names for pattern in only)


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


class Studio:
    """A browser with one tab for each person, who signs in once and opens a page once for all its pictures."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser = browser
        self.site = site
        self.tabs: dict[str, Tab] = {}
        self.opened: dict[str, tuple[Page, str]] = {}

    def take(self, picture: Picture) -> Path:
        """One picture; its file. What is pinned to the bottom stands at the bottom: the window is made that high."""
        page, width = picture.page, picture.width
        tab = self.tab_of(page.login)
        tab.set_viewport_size({"width": width, "height": LEAST_HEIGHT[width]})
        tab.emulate_media(reduced_motion="reduce", **MEDIA[picture.look])
        if self.opened.get(page.login) != (page, picture.language):
            self.open(tab, page, picture.language)
            self.opened[page.login] = (page, picture.language)
        if page.place:
            tab.evaluate("place => document.getElementById(place).scrollIntoView()", page.place)
        else:
            full = int(tab.evaluate("document.documentElement.scrollHeight"))
            tab.set_viewport_size({"width": width, "height": max(LEAST_HEIGHT[width], min(WIDTHS[width], full))})
        path = OUT / f"{picture.stem}.png"
        tab.screenshot(path=path)
        reduce(path)
        return path

    def open(self, tab: Tab, page: Page, language: str) -> None:
        """Open a page and do what is to be done on it; returns when its fonts have come."""
        tab.goto("about:blank")  # an address that differs in its place only would not be opened again
        tab.goto(f"{self.site}/{language}{page.address.replace('{word}', WORDS[language])}")
        for step in page.steps:
            follow(tab, step, language)
        tab.evaluate("document.fonts.ready.then(() => true)")

    def tab_of(self, login: str) -> Tab:
        """The tab in which this person is signed in; without a login, a visitor's."""
        if login not in self.tabs:
            self.tabs[login] = tab = self.browser.new_context().new_page()
            if login:
                self.sign_in(tab, login)
        return self.tabs[login]

    def sign_in(self, tab: Tab, login: str) -> None:
        """Sign in as one of the demonstration's people."""
        from service.store.demonstration import passwords

        tab.goto(f"{self.site}/ru/sign-in")
        tab.fill("#login", login)
        tab.fill("#password", passwords(SEEDS)[login])
        tab.click("main button[type=submit]")
        tab.wait_for_load_state()


def follow(tab: Tab, step: Step, language: str) -> None:
    """Do one step on the open page."""
    if step.deed == "fill":
        tab.fill(step.where, step.words[language])
    elif step.deed == "choose":
        tab.select_option(step.where, step.words[language])
    elif step.deed == "check":
        tab.check(step.where)
    else:
        tab.click(step.where)
        tab.wait_for_load_state()


def reduce(path: Path) -> None:
    """Fewer colours, a third of the bytes."""
    from PIL import Image

    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
