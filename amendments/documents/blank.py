"""An empty Word file in the official page layout, with the styles our documents use.

Layout: order of the Minister of Justice of 5 July 2023 No 464, points 14 and 21: margins 2.5 cm left and 1.5 cm
right, 2.5 cm above and below; Times New Roman 14, single spacing, first line 1.25 cm; page number centred on top, none
on page 1. No bold and no underlining of an act's words: Law "On Legal Acts", art. 24(2).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

FONT: Final = "Times New Roman"
LOCALES: Final = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-GB"}
FIRST_LINE: Final = 709  # twentieths of a point: 1.25 cm
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


@dataclass(frozen=True)
class Heading:
    """A heading style: its level for Word's navigation, and whether it is printed in the middle of the line."""

    level: int
    centred: bool

    @property
    def style(self) -> str:
        """The id of the style."""
        return f"Heading{self.level}"


STYLES: Final = {"note": "Note", "signature": "Signature"}  # of what is neither headed nor an ordinary paragraph
CENTRED: Final = ("act", "part", "section", "subsection", "chapter", "paragraph", "annex")
_ORDER: Final = ("act", "part", "annex", "section", "subsection", "chapter", "paragraph", "article")


def headings(kinds: set[str]) -> dict[str, Heading]:
    """For each headed kind that occurs its heading style; levels have no gaps, so that navigation has none."""
    found = [kind for kind in _ORDER if kind in kinds]
    return {kind: Heading(level, kind in CENTRED) for level, kind in enumerate(found, start=1)}


def style_of(kind: str, styles: dict[str, Heading]) -> str:
    """The id of the style for a kind of provision, "" for ordinary paragraphs."""
    return styles[kind].style if kind in styles else STYLES.get(kind, "")


def blank(language: str, styles: dict[str, Heading], *, landscape: bool = False, tracked: bool = False) -> bytes:
    """A Word file without text. `tracked`: whoever edits it goes on in tracked changes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations((f"{_R}/officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations((f"{_R}/styles", "styles.xml"), (f"{_R}/settings", "settings.xml")),
        "word/document.xml": f"{_DECLARATION}<w:document {_W}><w:body>{_section(landscape)}</w:body></w:document>",
        "word/styles.xml": _styles(LOCALES[language], styles),
        "word/settings.xml": _settings(LOCALES[language], tracked),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("settings", "settings"))
    )
    return (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, start=1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{namespace}">{rows}</Relationships>'


def _section(landscape: bool) -> str:
    """A4; 1417 twentieths of a point are 2.5 cm, 850 are 1.5 cm, 709 are 1.25 cm."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    return (
        f'<w:sectPr><w:pgSz {size}/><w:pgMar w:top="1417" w:right="850" w:bottom="1417" w:left="1417" '
        'w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="709"/><w:titlePg/></w:sectPr>'
    )


def _settings(locale: str, tracked: bool) -> str:
    return (
        f'{_DECLARATION}<w:settings {_W}><w:zoom w:percent="100"/>{"<w:trackRevisions/>" if tracked else ""}'
        '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{locale}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _styles(locale: str, styles: dict[str, Heading]) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    rows = [
        _style("Normal", "Normal", f'<w:ind w:firstLine="{FIRST_LINE}"/><w:jc w:val="both"/>', default=True),
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        ),
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        ),
        _style("Title", "Title", '<w:spacing w:after="240"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>'),
        *(_heading(heading) for heading in styles.values()),
        _style("Note", "Note", f'<w:ind w:firstLine="{FIRST_LINE}"/><w:jc w:val="both"/>', "<w:i/>", 22),
        _style("Signature", "Signature", '<w:spacing w:before="240"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>'),
        _style("Header", "header", '<w:ind w:firstLine="0"/><w:jc w:val="center"/>'),
        _style("Cell", "Cell", '<w:ind w:firstLine="0"/><w:jc w:val="left"/>', size=24),
        _style("CellHead", "Cell heading", '<w:ind w:firstLine="0"/><w:jc w:val="center"/>', size=24),
        _style("CommentText", "annotation text", '<w:ind w:firstLine="0"/><w:jc w:val="left"/>', size=20),
        (
            '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
            '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
        ),
    ]
    return (
        f"{_DECLARATION}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f"</w:pPr></w:pPrDefault></w:docDefaults>{''.join(rows)}</w:styles>"
    )


def _heading(heading: Heading) -> str:
    place = '<w:ind w:firstLine="0"/><w:jc w:val="center"/>' if heading.centred else ""
    properties = (
        f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="240" w:after="120"/>{place}'
        f'<w:outlineLvl w:val="{heading.level - 1}"/>'
    )
    return _style(heading.style, f"heading {heading.level}", properties, following="Normal")


def _style(
    style: str,
    name: str,
    paragraph: str,
    words: str = "",
    size: int = 0,
    *,
    default: bool = False,
    following: str = "",
) -> str:
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    standard = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{standard} w:styleId="{style}"><w:name w:val="{name}"/>'
        + ("" if default else '<w:basedOn w:val="Normal"/>')
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>"
        + (f"<w:rPr>{words}{sizes}</w:rPr>" if words or sizes else "")
        + "</w:style>"
    )
