"""An edition as Akoma Ntoso 3.0 (OASIS LegalDocML), the exchange format of parliaments.

Ids are our addresses with «__» for «/»: `art_35__pt_1__sub_21-1`. Points and subpoints become `paragraph` and
`point`, clauses `alinea`; what the standard has no element for is an `hcontainer` with our name of the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lxml import etree

from amendments.documents.printed import legal, printed_label, printed_words
from amendments.law.edition import Edition
from amendments.law.provision import HEADED, Provision

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGES: Final = {"ru": "rus", "kk": "kaz"}
ELEMENTS: Final = {
    "part": "part", "section": "section", "subsection": "subsection", "chapter": "chapter", "paragraph": "division",
    "article": "article", "point": "paragraph", "subpoint": "point", "clause": "alinea", "indent": "indent",
}  # fmt: skip
Element = etree._Element
_DEFAULT: Final[Any] = {None: NAMESPACE}  # lxml's types know prefixes only


@dataclass(frozen=True)
class Work:
    """What identifies an act whatever its edition: number, date of adoption, title, and the body that adopted it."""

    number: str
    adopted: date
    title: str
    author: str = "parliament"
    author_title: str = "Parliament of the Republic of Kazakhstan"

    @property
    def uri(self) -> str:
        """The name of the work: «/akn/kz/act/2001-01-23/148»."""
        return f"/akn/kz/act/{self.adopted.isoformat()}/{_slug(self.number)}"


@dataclass(frozen=True)
class Draft:
    """What identifies a text that is not in force: the bill that would make it, its day, and what it is in words."""

    bill: str
    day: date
    what: str


def akoma_ntoso(edition: Edition, work: Work, draft: Draft | None = None) -> bytes:
    """The edition as an XML file in UTF-8, valid against the standard's own schema.

    The words are exact; marks of Markdown and line breaks around paragraphs are left out. A `draft` is named by its
    bill instead of a day, has the version number «draft» and is not authoritative. Raises ValueError for an edition
    in force without a date: an expression of a work is named by the day from which it is in force.
    """
    if edition.in_force_from is None and draft is None:
        raise ValueError("an edition needs the day from which it is in force")
    root = _el("akomaNtoso")
    act = _el("act", name="act", contains="singleVersion")
    root.append(act)
    writer = _Writer(edition)
    act.extend([_meta(edition, work, draft), *writer.blocks()])
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=False)


class _Writer:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.ids = {id(node): address.replace("/", "__") for address, node in edition}

    def blocks(self) -> Iterable[Element]:
        """Title, preamble, body and signatures."""
        root = self.edition.root
        children = list(root.children)
        opening = max((index + 1 for index, child in enumerate(children) if child.kind == "preamble"), default=0)
        closing = len(children)
        while closing > opening and children[closing - 1].kind == "signature":
            closing -= 1
        if root.text:
            title = _el("docTitle", text=printed_words(root.text))
            yield _el("preface", _el("longTitle", _el("p", title)))
        if opening:
            yield _el("preamble", *(self.opening(child) for child in children[:opening]))
        body = _el("body", *(self.unit(child) for child in children[opening:closing]))
        if not len(body):
            body.append(_el("hcontainer", _content(""), name="body"))
        yield body
        if closing < len(children):
            words = (printed_label(child.label) + printed_words(child.text) for child in children[closing:])
            yield _el("conclusions", *(_el("p", text=text) for text in words))

    def opening(self, unit: Provision) -> Element:
        words = printed_label(unit.label) + printed_words(unit.text, unit.kind)
        if unit.kind == "preamble":
            return _el("p", text=words, eId=self.ids[id(unit)])
        return _el("container", _el("p", text=words), name=unit.kind, eId=self.ids[id(unit)])

    def unit(self, unit: Provision) -> Element:
        tag = ELEMENTS.get(unit.kind, "hcontainer")
        attributes = {"eId": self.ids[id(unit)]}
        if tag == "hcontainer":
            attributes["name"] = unit.kind
        if unit.state == "excluded":
            attributes["status"] = "removed"
        elif unit.kind == "note":
            attributes["status"] = "editorial"
        node = _el(tag, **attributes)
        label = printed_label(unit.label).strip()
        words = printed_words(unit.text, unit.kind)
        if label:
            node.append(_el("num", text=label))
        if unit.kind in HEADED:
            if words:
                node.append(_el("heading", text=words))
        elif unit.children:
            node.append(_el("intro", _el("p", text=words)))
        else:
            node.append(_content(words))
        node.extend(self.unit(child) for child in unit.children)
        return node


def _content(words: str) -> Element:
    return _el("content", _el("p", text=words))


def _el(tag: str, *children: Element, text: str = "", **attributes: str) -> Element:
    node = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap=_DEFAULT)
    node.text = legal(text) or None
    for name, value in attributes.items():
        node.set(name, legal(value))
    node.extend(children)
    return node


def _meta(edition: Edition, work: Work, draft: Draft | None) -> Element:
    """Who, what and when, on the three levels of FRBR: the act, this text of it, this file."""
    language = LANGUAGES[edition.language]
    adopted = {"date": work.adopted.isoformat(), "name": "adoption"}
    if draft is None:
        start = str(edition.in_force_from)
        version, valid = start, {"date": start, "name": "in-force"}
        told, marks = [], []
    else:
        version, valid = f"draft-{_slug(draft.bill)}", {"date": draft.day.isoformat(), "name": "draft"}
        told = [_el("FRBRalias", value=draft.what, name="draft")]
        marks = [_el("FRBRversionNumber", value="draft"), _el("FRBRauthoritative", value="false")]
    expression = f"{work.uri}/{language}@{version}"
    author = _el("FRBRauthor", href="#author")
    identification = _el(
        "identification",
        _el(
            "FRBRWork",
            _el("FRBRthis", value=f"{work.uri}/!main"),
            _el("FRBRuri", value=work.uri),
            _el("FRBRalias", value=work.title, name="title"),
            _el("FRBRdate", **adopted),
            author,
            _el("FRBRcountry", value="kz"),
            _el("FRBRnumber", value=work.number),
        ),
        _el(
            "FRBRExpression",
            _el("FRBRthis", value=f"{expression}/!main"),
            _el("FRBRuri", value=expression),
            *told,
            _el("FRBRdate", **valid),
            _el("FRBRauthor", href="#service" if draft else "#author"),
            *marks,
            _el("FRBRlanguage", language=language),
        ),
        _el(
            "FRBRManifestation",
            _el("FRBRthis", value=f"{expression}/!main.xml"),
            _el("FRBRuri", value=f"{expression}.akn"),
            _el("FRBRdate", **valid),
            _el("FRBRauthor", href="#service"),
            _el("FRBRformat", value="application/akn+xml"),
        ),
        source="#service",
    )
    references = _el(
        "references",
        _el("TLCOrganization", eId="author", href=f"/ontology/organization/kz/{work.author}", showAs=work.author_title),
        _el("TLCOrganization", eId="service", href="/ontology/organization/kz/tuzetu", showAs="Tüzetu"),
        source="#service",
    )
    return _el("meta", identification, references)


def _slug(number: str) -> str:
    """A number as part of a name: small letters, other alphabets percent-encoded as URIs ask."""
    return re.sub(
        r"[^a-z0-9._-]", lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), number.lower()
    )
