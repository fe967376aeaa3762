"""The user guide, as a page of the service and in the reader's language."""

from __future__ import annotations

import re
import struct
import sys
from functools import cache
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, abort, render_template, send_from_directory, url_for

from service.web.language import LANGUAGES
from service.web.presenters.guide import GuidePage, Picture, guide_page
from service.web.shell import in_section, page_language

#: Pages of docs/ that people who are no programmers read, with the languages that each is written in
PAGES: Final = {"guide": LANGUAGES, "vague-words": ("ru",)}


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/help/")(guide)
    web.get("/help/<name>/")(guide)
    web.get("/help/pictures/<name>.png")(guide_picture)


def guide(name: str = "guide") -> str:
    """A page of the guide; the other language's where it is not written in the reader's."""
    in_section("help")
    languages = PAGES.get(name, ())
    if not languages or not folder().is_dir():
        abort(404)
    written = page_language() if page_language() in languages else languages[0]
    return render_template("guide.html", page=drawn(name, written, page_language()), written=written, name=name)


def guide_picture(name: str) -> Response:
    """A picture of the guide."""
    return send_from_directory(folder() / "screenshots", f"{name}.png", max_age=3600)


def folder() -> Path:
    """The folder of the pages: in the checkout, or beside an installed program."""
    checkout = Path(__file__).resolve().parents[3] / "docs"
    return checkout if checkout.is_dir() else Path(sys.prefix) / "docs"


@cache
def drawn(name: str, written: str, language: str) -> GuidePage:
    """A page, drawn once. `language` is that of the addresses in it."""

    def page(target: str) -> str | None:
        if target.endswith("powers.md"):
            return url_for("web.powers_help", language=language)
        other = re.fullmatch(r"(?:\.\./(\w\w)/)?([\w-]+)\.md", target)
        if other is None or other[2] not in PAGES:
            return None
        shown = None if other[2] == "guide" else other[2]
        asked = other[1] if other[1] in LANGUAGES and other[2] == "guide" else language
        return url_for("web.guide", language=asked, name=shown)

    def picture(of: str) -> Picture | None:
        file = folder() / "screenshots" / f"{of}.png"
        if not file.is_file():
            return None
        width, height = size_of(file)
        return Picture(url_for("web.guide_picture", language=language, name=of), width, height)

    return guide_page((folder() / written / f"{name}.md").read_text(encoding="utf-8"), page, picture)


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of a PNG file in pixels, as its first bytes say."""
    with path.open("rb") as file:
        width, height = struct.unpack(">16x2I", file.read(24))
    return width, height
