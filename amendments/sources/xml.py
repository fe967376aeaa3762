"""XML from strangers: no entities, no network, no depth that recursion could not bear."""

from __future__ import annotations

from lxml import etree

from amendments.sources.error import SourceError

Element = etree._Element
# In whatever encoding a parser would take it for one; within words and attributes «<» is always escaped.
_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"))


def parse_xml(data: bytes) -> Element:
    """The root element of an XML document.

    A document that brings a DOCTYPE is refused: acts need none, and its entities are how a small file becomes a huge
    one or reads files of this machine. Raises SourceError: xml_doctype, xml_damaged, too_deep.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False,
        remove_comments=True, remove_pis=True, target=None,
    )  # fmt: skip
    if any(sign in data for sign in _DOCTYPE):
        raise SourceError("xml_doctype")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise SourceError("too_deep") from error
        raise SourceError("xml_damaged", line=error.lineno or 1) from error
    except ValueError as error:
        raise SourceError("xml_damaged", line=1) from error
    return root


def local(node: Element) -> str:
    """The name of an element without its namespace; comments and instructions get a name that no element has."""
    return str(node.tag).rpartition("}")[2]
