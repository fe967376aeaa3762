"""Sources: files and folders of many kinds become the text of an act, exactly, or a sentence says why not."""

from amendments.sources.akn import read_akn
from amendments.sources.detect import read_source
from amendments.sources.docx import read_docx
from amendments.sources.error import SourceError
from amendments.sources.html import read_html
from amendments.sources.mirror import Mirror, MirrorEdition, read_mirror
from amendments.sources.pdf import read_pdf
from amendments.sources.plain import read_plain
from amendments.sources.source import REMARKS, Source, language_of_text

__all__ = [
    "REMARKS",
    "Mirror",
    "MirrorEdition",
    "Source",
    "SourceError",
    "language_of_text",
    "read_akn",
    "read_docx",
    "read_html",
    "read_mirror",
    "read_pdf",
    "read_plain",
    "read_source",
]
