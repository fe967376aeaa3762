"""Rows of reading: a text into a tree, beside parsers of equal text."""

from __future__ import annotations

from markdown_it import MarkdownIt

from amendments.law.reader import read
from bench.measure import medians
from bench.report import Figure, Table, figures
from bench.subjects import Laws


def reading(laws: Laws) -> Table:
    """Reading the real law and a generated one."""
    text = laws.real.new
    parser = MarkdownIt()
    found = medians({"ours": lambda: read(text, "ru"), "markdown": lambda: parser.parse(text)})
    return figures(
        "Read a text into a tree",
        [
            Figure("real law", found["ours"], "markdown-it-py, the same file to tokens", found["markdown"],
                   remark="knows paragraphs, no provisions"),
        ],
    )  # fmt: skip
