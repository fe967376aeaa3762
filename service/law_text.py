"""From a checked text to an edition: is it a law at all?"""

from __future__ import annotations

from datetime import date
from functools import partial

from amendments.law.edition import Edition
from amendments.law.reader import read
from service.errors import Invalid

LANGUAGES = ("ru", "kk")
_LAW_UNITS = frozenset({"article", "point", "subpoint", "chapter", "section", "part", "paragraph"})
_KAZAKH = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


def read_law(
    text: str, language: str, name: str, *, act: str = "", in_force_from: date | None = None, caused_by: str = ""
) -> Edition:
    """Read a text as a law in `language`.

    Raises Invalid("not_a_law") for a text without a single numbered unit, Invalid("other_language") for
    Kazakh said to be Russian or the reverse, Invalid("unknown_language"); `name` is what the sentence calls it.
    """
    if language not in LANGUAGES:
        raise Invalid("unknown_language", field="lang", given=language)
    reading = partial(read, text, act=act, in_force_from=in_force_from, caused_by=caused_by)
    edition = reading(language)
    units = {node.kind for node in edition.root.paragraphs()}
    if not units & _LAW_UNITS:
        raise Invalid("not_a_law", name=name)
    letters = sum(char.isalpha() for char in text)
    share = sum(char in _KAZAKH for char in text) / letters if letters else 0.0
    if letters > 2000 and (share > 0.04) != (language == "kk"):
        raise Invalid("other_language", name=name, language=language)
    return edition
