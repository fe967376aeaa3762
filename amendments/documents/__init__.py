"""Documents made from editions and redlines: Word with tracked changes, tables, drafts, Akoma Ntoso, HTML, JSON."""

from amendments.documents.comment import Comment
from amendments.documents.redline_docx import redline_docx

__all__ = ["Comment", "redline_docx"]
