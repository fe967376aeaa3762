"""Documents made from editions and redlines: Word with tracked changes, tables, drafts, Akoma Ntoso, HTML, JSON.

PDF is in `amendments.documents.pdf`, to be imported where it is written: its library is slow to import.
"""

from amendments.documents.akn import Draft, Work, akoma_ntoso
from amendments.documents.clean_docx import clean_docx
from amendments.documents.comment import Comment
from amendments.documents.defects import Defect, defects_docx, defects_xlsx
from amendments.documents.form import CHAMBER, GOVERNMENT, Column, Form
from amendments.documents.html import edition_html, redline_html
from amendments.documents.plain import edition_json, plain_text, redline_json
from amendments.documents.redline_docx import redline_docx
from amendments.documents.table import TableRow, table_rows
from amendments.documents.table_docx import comparative_table_docx

__all__ = [
    "CHAMBER",
    "GOVERNMENT",
    "Column",
    "Comment",
    "Defect",
    "Draft",
    "Form",
    "TableRow",
    "Work",
    "akoma_ntoso",
    "clean_docx",
    "comparative_table_docx",
    "defects_docx",
    "defects_xlsx",
    "edition_html",
    "edition_json",
    "plain_text",
    "redline_docx",
    "redline_html",
    "redline_json",
    "table_rows",
]
