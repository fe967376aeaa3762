"""A page of docs/ as a page of the service: Markdown whose links, pictures and anchors are the service's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

#: Raw HTML is shown as words, never taken over; tables are the one thing beyond plain Markdown.
READER: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
PICTURE: Final = re.compile(r"(?:\.\./)?screenshots/([\w-]+)\.png")


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page: its heading, and the rest as HTML."""

    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a picture is, and its size in pixels, so that the page keeps its place before the picture has come."""

    address: str
    width: int
    height: int


def guide_page(text: str, page: Callable[[str], str | None], picture: Callable[[str], Picture | None]) -> GuidePage:
    """Draw a page of Markdown that begins with its one first-level heading.

    `page` gives the address for a relative link to another page, None for one that the service does not have: its words
    stay without a link. `picture` gives a picture by its name without ending, None for one that is
    not there: its words stand instead. Raises ValueError for a picture from elsewhere.
    """
    tokens = READER.parse(text)
    title = tokens[1].content
    return GuidePage(title, Markup(READER.renderer.render(list(_led(tokens[3:], page, picture)), READER.options, {})))  # noqa: S704


def slug(heading: str) -> str:
    """The anchor of a heading, as the usual viewers of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _led(
    tokens: Iterable[Token], page: Callable[[str], str | None], picture: Callable[[str], Picture | None]
) -> Iterable[Token]:
    """The tokens with addresses of the service and anchors; tables that may be pushed sideways on a narrow screen."""
    tokens = list(tokens)
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slug(tokens[index + 1].content))
        elif token.type == "table_open":
            token.attrSet("class", "table")
        token.children = None if token.children is None else list(_inline(token.children, page, picture))
        yield token


def _inline(
    tokens: Iterable[Token], page: Callable[[str], str | None], picture: Callable[[str], Picture | None]
) -> Iterable[Token]:
    dropped = False
    for token in tokens:
        if token.type == "link_open":
            target = str(token.attrGet("href") or "")
            address = unquote(target) if target.startswith("#") else page(target)
            dropped = address is None
            if address is not None:
                token.attrSet("href", address)
        if token.type == "image":
            yield from _pictured(token, picture)
        elif not (dropped and token.type in ("link_open", "link_close")):
            yield token
        if token.type == "link_close":
            dropped = False


def _pictured(token: Token, picture: Callable[[str], Picture | None]) -> Iterable[Token]:
    """A picture that opens in its full size."""
    name = PICTURE.fullmatch(str(token.attrGet("src")))
    if name is None:
        raise ValueError(f"not a picture of docs/screenshots: {token.attrGet('src')}")
    shown = picture(name[1])
    if shown is None:
        yield from token.children or ()
        return
    token.attrs |= {"src": shown.address, "width": shown.width, "height": shown.height, "loading": "lazy"}
    yield Token("link_open", "a", 1, attrs={"href": shown.address, "class": "guide-picture"})
    yield token
    yield Token("link_close", "a", -1)
