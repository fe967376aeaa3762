"""The Russian and the Kazakh text of one amending act as the API answers them: article by article, with warnings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, Field

from amendments.instructions.pairing import ArticlePair
from service.api.language import reader_language


class Warned(BaseModel):
    """A change that one of the two texts orders more often than the other."""

    language: Literal["ru", "kk"] = Field(description="The text that has it.")
    sort: str = Field(description="words, or the kind of the operation.")
    address: str
    count: int = Field(description="How many times more.")
    detail: str = Field(description="The warning, in the reader's language.")


class PairedArticle(BaseModel):
    """An article of the law: how many orders each text has for it, and where they differ."""

    address: str = Field(description="art_9; empty for what stands outside articles.")
    ru: int
    kk: int
    warnings: list[Warned]


def articles_of(pairs: Sequence[ArticlePair]) -> list[PairedArticle]:
    """The articles of a pair, warnings said in the reader's language."""
    language = reader_language()
    return [
        PairedArticle(
            address=pair.address,
            ru=pair.russian,
            kk=pair.kazakh,
            warnings=[
                Warned(
                    language="kk" if one.language == "kk" else "ru",
                    sort=one.sort,
                    address=one.address,
                    count=one.count,
                    detail=one.describe(language),
                )
                for one in pair.differences
            ],
        )
        for pair in pairs
    ]
