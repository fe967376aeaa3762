"""Word documents (.docx) of acts: the words of the body, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES
from amendments.sources.package import Package
from amendments.sources.source import Source
from amendments.sources.structure import Line, Look, to_text
from amendments.sources.xml import Element, local, parse_xml

Tracked = Literal["refuse", "new", "old"]
_HEADINGS: Final = ("heading", "заголовок", "тақырып")
_TITLES: Final = ("title", "название", "атауы")
_EXACT: Final[dict[str, Look]] = {
    "note": "note", "сноска": "note", "ескерту": "note",
    "signature": "signature", "подпись": "signature", "қолы": "signature",
}  # fmt: skip
_INSERTED, _DELETED = ("ins", "moveTo"), ("del", "moveFrom")
_SILENT: Final = ("pPr", "rPr", "sectPr", "instrText", "delInstrText", "txbxContent", "Fallback", "tbl")
_TEXT: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_LONGEST_CHAIN: Final = 20  # styles based on styles


@dataclass(frozen=True)
class _Style:
    look: Look
    numbered: bool


def read_docx(data: bytes, *, language: str = "", tracked: Tracked = "refuse", limit: int = FILE_BYTES) -> Source:
    """The text of a Word document.

    `language` (ru, kk) is taken where the letters do not tell, in very short texts. `tracked` says which text is
    meant where the document has undecided changes: refuse such a document, take the new text or the old one.
    Numbers that Word counts itself are not in the text, so such a document is refused too.
    Raises SourceError: as `Package` and `parse_xml`, and no_text, tracked_changes, automatic_numbering, not_word.
    """
    package = Package(data, limit)
    if "[Content_Types].xml" not in package:
        raise SourceError("archive")
    name = _main_part(package)
    root = parse_xml(package.read(name))
    body = next((node for node in root if local(node) == "body"), None)
    if local(root) != "document" or body is None:
        raise SourceError("not_word")
    changes = sum(local(node) in (*_INSERTED, *_DELETED) for node in body.iter())
    if changes and tracked == "refuse":
        raise SourceError("tracked_changes", count=changes)
    styles = _styles(package, name)
    lines = list(_lines(body, styles, _DELETED if tracked == "new" else _INSERTED))
    if not any(line.text.strip() for line in lines):
        raise SourceError("no_text")
    text, found = to_text(lines, language)
    return Source(text, found, "docx", _metadata(package), tuple(_remarks(body)))


def _main_part(package: Package) -> str:
    relations = parse_xml(package.read("_rels/.rels"))
    for relation in relations:
        if relation.get("Type", "").endswith("/officeDocument"):
            target = relation.get("Target", "").lstrip("/")
            if not target.startswith("word/"):
                raise SourceError("not_word")
            return target
    raise SourceError("not_word")


def _lines(body: Element, styles: dict[str, _Style], gone: tuple[str, ...]) -> Iterator[Line]:
    """Every paragraph once, those of tables and content controls too, those of text boxes not."""
    carried = ""
    for node in body.iter("{*}p"):
        if any(local(above) in ("txbxContent", "Fallback") for above in node.iterancestors()):
            continue
        properties = next((child for child in node if local(child) == "pPr"), None)
        style = styles.get(_value(properties, "pStyle"), styles.get("", _Style("", False)))
        text = carried + _text(node, gone)
        if _numbered(properties, style) and text.strip():
            raise SourceError("automatic_numbering", words=text.strip()[:60])
        if properties is not None and any(local(mark) in gone for mark in properties.iterfind("{*}rPr/*")):
            carried = text  # its mark goes, so it runs on into the next paragraph
            continue
        carried = ""
        yield Line(text, style.look)
    if carried:
        yield Line(carried)


def _text(node: Element, gone: tuple[str, ...]) -> str:
    """The characters of a paragraph. Elements are walked without recursion: depth is the parser's to limit."""
    out: list[str] = []
    stack = list(reversed(node))
    while stack:
        child = stack.pop()
        name = local(child)
        if name in _SILENT or name in gone:
            continue
        if name in ("t", "delText"):
            out.append(child.text or "")
        elif name in _TEXT:
            out.append(_TEXT[name])
        elif name == "sym":
            out.append(_symbol(child))
        else:
            stack.extend(reversed(child))
    return "".join(out)


def _symbol(node: Element) -> str:
    code = _attribute(node, "char")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


# -- styles


def _styles(package: Package, main: str) -> dict[str, _Style]:
    """How the paragraphs of each style look, by its id; "" is the style of paragraphs that name none."""
    name = f"{main.rpartition('/')[0]}/styles.xml"
    if name not in package:
        return {}
    nodes = {_attribute(node, "styleId"): node for node in parse_xml(package.read(name)) if local(node) == "style"}
    found = {style: _style(style, nodes) for style in nodes}
    for style, node in nodes.items():
        if _attribute(node, "type") == "paragraph" and _attribute(node, "default") in ("1", "true"):
            found[""] = found[style]
    return found


def _style(style: str, nodes: dict[str, Element]) -> _Style:
    look: Look = ""
    numbered = False
    for _ in range(_LONGEST_CHAIN):
        node = nodes.get(style)
        if node is None:
            break
        properties = next((child for child in node if local(child) == "pPr"), None)
        look = look or _look(_value(node, "name"), properties)
        numbered = numbered or _numbering(properties) not in ("", "0")
        style = _value(node, "basedOn")
    return _Style(look, numbered)


def _look(name: str, properties: Element | None) -> Look:
    name = name.lower()
    if name.startswith(_HEADINGS) or (properties is not None and _value(properties, "outlineLvl") in set("012345678")):
        return "heading"
    if name.startswith(_TITLES):
        return "title"
    return _EXACT.get(name, "")


def _numbered(properties: Element | None, style: _Style) -> bool:
    own = _numbering(properties)
    return own != "0" if own else style.numbered


def _numbering(properties: Element | None) -> str:
    if properties is None:
        return ""
    numbering = next((child for child in properties if local(child) == "numPr"), None)
    return _value(numbering, "numId")


def _value(node: Element | None, name: str) -> str:
    """The value of a child element («pStyle», «name»)."""
    if node is None:
        return ""
    return next((_attribute(child, "val") for child in node if local(child) == name), "")


def _attribute(node: Element, name: str) -> str:
    return next((str(value) for key, value in node.attrib.items() if str(key).rpartition("}")[2] == name), "")


# -- what else the document says


def _metadata(package: Package) -> dict[str, str]:
    if "docProps/core.xml" not in package:
        return {}
    fields = {local(node): (node.text or "").strip() for node in parse_xml(package.read("docProps/core.xml"))}
    return {name: fields[name] for name in ("title", "creator", "created", "modified") if fields.get(name)}


def _remarks(body: Element) -> Iterator[str]:
    if body.find(".//{*}tbl") is not None:
        yield "tables_flattened"
    if body.find(".//{*}footnoteReference") is not None:
        yield "footnotes_left_out"
    if any(local(node) in ("txbxContent", "altChunk", "subDoc") for node in body.iter()):
        yield "boxes_left_out"
