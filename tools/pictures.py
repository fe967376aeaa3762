"""Which pictures `tools/screenshots.py` takes: a page is one line here, its file names follow from it.

A page NAME is taken as NAME-LANGUAGE-WIDTH.png in every language and width; each of its looks besides as
NAME-LOOK-LANGUAGE-1024.png. To add a page, add a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from tests.support.acts import TEXTS
from tests.support.pages import ACT, BILL, COMPARE, LAST

LANGUAGES: Final = ("ru", "kk")
#: Width of the window → the most of a page's height that is kept: the rest of a law looks like its beginning.
WIDTHS: Final = {360: 1600, 1024: 1300, 1600: 1300}
LOOK_WIDTH: Final = 1024
"""Dark, printed and high-contrast pictures are taken in this width only."""
COLOURS: Final = 64
WORDS: Final = {"ru": "акима района", "kk": "аудан әкімі"}
"""What stands for {word} in an address: words to search for."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is done on a page before its picture: fill, choose (of a list), check or press, and where.

    `words`: what is typed or chosen, by language. Nothing is stored by any step: pages are taken in any order.
    """

    deed: Literal["fill", "choose", "check", "press"]
    where: str
    words: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be taken: its address after the language, who is signed in, its other looks, what is done before.

    `newer`: on a law that has a newer edition than its bill was written against.
    """

    name: str
    address: str
    login: str = ""
    newer: bool = False
    looks: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def place(self) -> str:
        """Name of the place on the page that is looked at; empty where the picture begins at the top."""
        return self.address.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Picture:
    """One file to be made."""

    page: Page
    language: str
    width: int
    look: str = ""

    @property
    def stem(self) -> str:
        """Name of the file without its ending."""
        return "-".join(part for part in (self.page.name, self.look, self.language, str(self.width)) if part)


BOTH: Final = ("dark", "print")
READ: Final = Step("press", "main form button[type=submit]")
CHOSEN: Final = (
    Step("check", "input[name=amendment][value='1']"),
    Step("check", "input[name=amendment][value='9']"),
    Step("choose", "#many-state", {"ru": "accepted", "kk": "accepted"}),
)
"""Two amendments that collide, to be accepted."""

PAGES: Final = (
    Page("home", "/", "saule", looks=BOTH),
    Page("home-visitor", "/"),
    Page("waiting", f"/waiting/?kind=decide&bill={BILL}", "saule"),
    Page("acts", "/acts/"),
    Page("act", f"/acts/{ACT}/"),
    Page("edition", f"/acts/{ACT}/{LAST}/?vague=1#art_18", looks=BOTH),
    Page("two-languages", f"/acts/{ACT}/{LAST}/both-languages/"),
    Page("search-in-edition", f"/acts/{ACT}/{LAST}/?q={{word}}#hit-1"),
    Page("compare", COMPARE, looks=(*BOTH, "contrast")),
    Page("compare-side", f"{COMPARE}&view=side#change-6"),
    Page("compare-table", f"{COMPARE}&view=table"),
    Page("bills", "/bills/", "saule"),
    Page("bill", f"/bills/{BILL}/", "saule", looks=BOTH),
    Page("decisions", f"/bills/{BILL}/", "saule", steps=(*CHOSEN, Step("press", "#many button[type=submit]"))),
    Page("bill-text", f"/bills/{BILL}/text/"),
    Page("solve", f"/bills/{BILL}/conflicts/1/9/", "saule"),
    Page("amendment", f"/bills/{BILL}/1/", "saule", looks=BOTH),
    Page("amendment-edit", f"/bills/{BILL}/1/edit", "saule"),
    Page("amendment-vague", f"/bills/{BILL}/7/", "nurlan"),
    Page("act-paste", "/instructions/?act=demo-1", "saule"),
    Page("act-read", "/instructions/?act=demo-1", "saule", steps=(Step("fill", "#text", TEXTS), READ)),
    Page("clarity", "/clarity/", "nurlan", looks=BOTH),
    Page("clarity-finding", "/findings/3/", "nurlan"),
    Page("clarity-marks", f"/acts/{ACT}/{LAST}/?vague=1#art_12"),
    Page("clarity-rules", "/clarity/rules/", "saule"),
    Page("clarity-slots", "/clarity/slots/"),
    Page("powers", "/powers/", looks=BOTH),
    Page("powers-cell", "/powers/?subject=social&level=rural#side"),
    Page("powers-side", "/powers/side/?subject=social"),
    Page("powers-list", "/powers/duplicated/?level=rural"),
    Page("power", "/powers/one/?id=art_18/pt_1/sub_12-2", "nurlan"),
    Page("proposal", "/proposals/3/", "saule"),
    Page("rebase", f"/bills/{BILL}/rebase/", "saule", newer=True),
    Page("rebase-one", f"/bills/{BILL}/rebase/7/", "saule", newer=True),
    Page("guide", "/help/"),
    Page("search", "/search/?q={word}"),
    Page("import", "/import/", "saule"),
    Page("jobs", "/jobs/", "saule"),
    Page("sign-in", "/sign-in"),
    Page("account", "/account/", "serik"),
    Page("not-found", f"/acts/{ACT}/1999-01-01/"),
)


def pictures() -> Iterator[Picture]:
    """All pictures; those of one page follow each other."""
    for page in PAGES:
        for language in LANGUAGES:
            for width in WIDTHS:
                yield Picture(page, language, width)
            for look in page.looks:
                yield Picture(page, language, LOOK_WIDTH, look)
