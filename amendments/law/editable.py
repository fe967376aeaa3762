"""An article as plain text that a person edits, and the edition with what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from amendments.law.edition import Edition
from amendments.law.provision import EDITORIAL, Provision
from amendments.law.reader import read

_MARKS: Final = re.compile(r"^[\s#>]+|\\(?=[^\w\s])|(?<!\w)[*_]{1,3}(?=\S)")
_SENTENCES: Final = {
    "not_one_article": {
        "ru": "Текст должен начинаться строкой «{first}…» и быть одной статьёй (за ней могут стоять только новые).",
        "kk": "Мәтін «{first}…» жолынан басталып, бір бап болуы керек (одан кейін жаңа баптар ғана тұра алады).",
        "en": "The text must begin with the line “{first}…” and be that one article (only new ones may follow it).",
    },
    "unread": {
        "ru": "Строка «{words}» непонятна как часть статьи: проверьте номера и порядок единиц.",
        "kk": "«{words}» жолы баптың бөлігі ретінде түсініксіз: бірліктердің нөмірлері мен ретін тексеріңіз.",
        "en": "The line “{words}” is not clear as a part of the article: check the numbers and their order.",
    },
    "taken": {
        "ru": "Статья с номером {words} в законе уже есть.",
        "kk": "Заңда {words} нөмірлі бап бұрыннан бар.",
        "en": "The law already has an article number {words}.",
    },
}


@dataclass(eq=False)
class Unreadable(Exception):
    """An edited text that is no article: `code` is not_one_article, unread or taken."""

    address: str
    code: str
    first: str = ""
    words: str = ""

    def describe(self, language: str = "ru") -> str:
        """What is wrong and what to do, in ru, kk or en."""
        return _SENTENCES[self.code][language].format(first=self.first, words=self.words)


def editable(edition: Edition, address: str) -> str | None:
    """The law of an article, a paragraph a line with blank lines between, without notes and marks of the source.

    None where there is no article at the address, or where the text would not be read back as the same law.
    """
    article = edition.at(address)
    if article is None or article.kind != "article":
        return None
    text = "\n\n".join(_line(one) for one in article.paragraphs() if one.kind not in EDITORIAL)
    back = read(text, edition.language).root.children
    return text if len(back) == 1 and back[0].law_hash == article.law_hash else None


def rewritten(edition: Edition, texts: Mapping[str, str]) -> Edition:
    """The edition with articles as people edited them; their notes are not kept.

    `texts` gives for the address of an article its new text; articles with new numbers may follow it there.
    Raises Unreadable for a text that is not read as such.
    """
    units = {address: _units(edition, address, text) for address, text in texts.items()}
    return edition.with_root(_put(edition.root, {edition.path(address) or (): new for address, new in units.items()}))


def _units(edition: Edition, address: str, text: str) -> tuple[Provision, ...]:
    article = edition.at(address)
    if article is None:
        raise Unreadable(address, "not_one_article", _MARKS.sub("", address))
    first = _MARKS.sub("", article.label).strip()
    new = read(text.strip() + "\n", edition.language)
    units = new.root.children
    if new.root.text or not units or any(one.kind != "article" for one in units) or units[0].number != article.number:
        raise Unreadable(address, "not_one_article", first)
    if new.unread:
        raise Unreadable(address, "unread", first, new.unread[0].text[:80])
    seen = {article.number}
    for one in units[1:]:
        if one.number in seen or edition.at(f"art_{one.number}") is not None:
            raise Unreadable(address, "taken", first, one.number)
        seen.add(one.number)
    lead = article.lead or "\n\n"
    return tuple(one.replace(lead=lead, label=article.label if one is units[0] else one.label) for one in units)


def _put(node: Provision, units: Mapping[tuple[int, ...], tuple[Provision, ...]]) -> Provision:
    if not units:
        return node
    children: list[Provision] = []
    for index, child in enumerate(node.children):
        here = {path[1:]: new for path, new in units.items() if path[0] == index}
        children.extend(here[()] if () in here else (_put(child, here),))
    return node.replace(children=tuple(children))


def _line(one: Provision) -> str:
    return (_MARKS.sub("", one.label) + one.text).strip()
