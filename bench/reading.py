"""Rows of reading: a text into a tree, beside parsers of equal text."""

from __future__ import annotations

from functools import partial

from markdown_it import MarkdownIt

from amendments.law.reader import read
from bench import bluebell
from bench.measure import medians
from bench.report import Figure, Table, figures
from bench.subjects import Laws

ASKED = 20.0
BLUEBELL = "bluebell-akn, parse of the same words"
MARKDOWN = "markdown-it-py, the same file to tokens"


def reading(laws: Laws) -> Table:
    """Reading the real law and a generated one."""
    small, large = laws.generated
    rows: list[Figure] = []
    for name, text in (("real law", laws.real.new), (f"{laws.small:,} characters", small)):
        plain = bluebell.bluebell_text(read(text, "ru").root)
        found = medians(
            {
                "ours": partial(read, text, "ru"),
                BLUEBELL: partial(bluebell.parse, plain),
                MARKDOWN: partial(MarkdownIt().parse, text),
            }
        )
        rows.append(Figure(name, found["ours"], BLUEBELL, found[BLUEBELL], asked=ASKED))
        rows.append(Figure(name, found["ours"], MARKDOWN, found[MARKDOWN], remark="knows paragraphs, no provisions"))
    found = medians({"small": partial(read, small, "ru"), "large": partial(read, large, "ru")})
    times = round(len(large) / len(small))
    rows.append(
        Figure(f"{laws.large:,} characters", found["large"], "the small law", found["small"],
               remark=f"{times} times the text")
    )  # fmt: skip
    return figures("Read a text into a tree", rows, bluebell.HOW)
