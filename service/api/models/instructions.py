"""Amending instructions as the API takes them, and what reading and applying them gives."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from amendments.instructions import Outcome as Applied
from service.api.language import reader_language
from service.api.models.pairs import PairedArticle
from service.api.models.redlines import Operation, Row, operations
from service.api.requests import Body, Code, TextLanguage, shown
from service.store.fields import MAX_INSTRUCTION

_EXAMPLE = "в подпункте 7) пункта 1 статьи 18 слова «при необходимости» заменить словами «в течение пяти рабочих дней»;"
_EXAMPLE_KK = (
    "18-баптың 1-тармағының 7) тармақшасындағы «қажет болған кезде» деген сөздер «бес жұмыс күні ішінде» деген "
    "сөздермен ауыстырылсын;"
)


class Misread(BaseModel):
    """A stretch of an instruction that was not understood."""

    code: str
    start: int = Field(description="First character in the instruction.")
    end: int = Field(description="Character after the last one.")
    text: str
    detail: str = Field(description="What is not understood and what to do, in the reader's language.")


class Outside(BaseModel):
    """A stretch of an instruction that orders no change of the text."""

    why: str = Field(
        description="header, signature, other_language, in_force, repeal, other_act, other_article or not_here."
    )
    start: int
    end: int
    text: str


class Refusal(BaseModel):
    """An operation that cannot be applied exactly."""

    code: str
    address: str
    operation: int = Field(description="Its place in the list of operations.")
    detail: str = Field(description="Why, in the reader's language.")


class Reading(BaseModel):
    """What an instruction was read as."""

    language: Literal["ru", "kk"]
    operations: list[Operation]
    problems: list[Misread]
    outside: list[Outside]


class ReadingOfPair(Reading):
    """What an instruction was read as; where it came in both languages, also its twin and how the two agree."""

    twin: Reading | None = Field(None, description="The text in the other language; null where none was sent.")
    articles: list[PairedArticle] = Field([], description="Both texts article by article; empty without a twin.")


class ParseBody(Body):
    """An instruction to read, alone or with its text in the other language (`twin`)."""

    model_config = shown(
        examples={
            "one": {"summary": "One text", "value": {"language": "ru", "instruction": _EXAMPLE}},
            "pair": {
                "summary": "Both texts of one act",
                "value": {"language": "ru", "instruction": _EXAMPLE, "twin": _EXAMPLE_KK},
            },
        }
    )

    language: TextLanguage
    instruction: str = Field(min_length=1, max_length=MAX_INSTRUCTION, description="The instruction, plain text.")
    twin: str | None = Field(
        None,
        min_length=1,
        max_length=MAX_INSTRUCTION,
        description="The same instruction in the other language: the answer then compares the two.",
    )


class ApplyBody(ParseBody):
    """An instruction, and what to apply it to: a text of one's own (`before`), or an edition of an act (`act`)."""

    model_config = shown(
        examples={
            "act": {
                "summary": "To an edition",
                "value": {"language": "ru", "instruction": _EXAMPLE, "act": "demo-1", "on": "2026-03-01"},
            },
            "before": {
                "summary": "To a text of one's own",
                "value": {
                    "language": "ru",
                    "instruction": "в пункте 1 слово «ежегодно» заменить словами «два раза в год».",
                    "before": "1. Аким отчитывается ежегодно.",
                },
            },
            "pair": {
                "summary": "Both texts of one act, to an edition in both languages",
                "value": {
                    "language": "ru",
                    "instruction": _EXAMPLE,
                    "twin": _EXAMPLE_KK,
                    "act": "demo-1",
                    "on": "2026-03-01",
                },
            },
        }
    )

    before: str | None = Field(None, max_length=MAX_INSTRUCTION, description="The text that is changed.")
    twin_before: str | None = Field(
        None, max_length=MAX_INSTRUCTION, description="With twin and before: the same text in the other language."
    )
    act: Code | None = None
    on: date | None = Field(None, description="With act: a date of the edition; else the one in force today.")


class Outcome(Reading):
    """What an instruction does to a text: all of it exactly, or nothing."""

    exact: bool = Field(description="True when every word was understood and every operation applied.")
    after: str | None = Field(description="The text after it, for `before`; null when it is not exact.")
    refusals: list[Refusal]
    rows: list[Row] = Field(description="The changed paragraphs, for `act`; empty when nothing was applied.")


class OutcomeOfPair(Outcome):
    """What an instruction does to a text; where it came in both languages, also what its twin does."""

    twin: Outcome | None = Field(None, description="The text in the other language; null where none was sent.")
    articles: list[PairedArticle] = Field([], description="Both texts article by article; empty without a twin.")


def reading(
    language: str, changes: Iterable[Any], problems: Iterable[Any], outside: Iterable[Any], text: str
) -> Reading:
    """What an instruction was read as; `text` is the instruction."""
    return Reading(
        language="kk" if language == "kk" else "ru",
        operations=operations(changes),
        problems=misread(problems, text),
        outside=[
            Outside(why=part.why, start=part.span.start, end=part.span.end, text=text[part.span.start : part.span.end])
            for part in outside
        ],
    )


def misread(problems: Iterable[Any], text: str) -> list[Misread]:
    """What was not understood, said in the reader's language."""
    language = reader_language()
    return [
        Misread(
            code=problem.code,
            start=problem.span.start,
            end=problem.span.end,
            text=text[problem.span.start : problem.span.end],
            detail=problem.describe(language),
        )
        for problem in problems
    ]


def refused(refusals: Iterable[Any]) -> list[Refusal]:
    """What could not be applied, said in the reader's language."""
    language = reader_language()
    return [
        Refusal(
            code=refusal.code,
            address=refusal.address,
            operation=refusal.operation,
            detail=refusal.describe(language),
        )
        for refusal in refusals
    ]


def outcome(instruction: str, language: str, found: Applied, after: str | None, rows: list[Row]) -> Outcome:
    """What an instruction does."""
    read = reading(language, found.reading.operations, found.problems, found.outside, instruction)
    return Outcome(exact=is_exact(found), after=after, refusals=refused(found.refusals), rows=rows, **dict(read))


def is_exact(found: Applied) -> bool:
    """Whether something was ordered, and all of it was understood and applied."""
    return found.exact and bool(found.operations)
