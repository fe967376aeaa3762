"""A redline as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from amendments.operations.redline import Row

_TAGS = {"insert": "ins", "delete": "del"}
_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:17px/1.6 Georgia,serif;color:#1c1e21;"
    "background:#fbfaf7}ins{color:#0b5a34;background:#e2f2e6}del{color:#9a1b1b;background:#fbe8e6}"
    "p.moved{border-left:3px dotted #51429b;padding-left:.6rem}"
)


def redline_page(rows: Sequence[Row], title: str, language: str) -> str:
    """All rows of a redline as a page: inserted words in `ins`, deleted ones in `del`."""
    body = "\n".join(_paragraph(row) for row in rows)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _paragraph(row: Row) -> str:
    label = escape(row.label.replace("\\", "").strip("#* "))
    if row.status in ("inserted", "moved_to"):
        label = f"<ins>{label}</ins>" if label else ""
    elif row.status in ("deleted", "moved_from"):
        label = f"<del>{label}</del>" if label else ""
    words = "".join(_words(part.kind, part.text) for part in row.segments)
    address = escape(row.address_new or row.address_old, quote=True)
    look = ' class="moved"' if row.status.startswith("moved") else ""
    return f'<p id="{address}"{look}>{label}{" " if label else ""}{words}</p>'


def _words(kind: str, text: str) -> str:
    tag = _TAGS.get(kind)
    return f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text)
