"""Amending instructions: read them, apply them, write them. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response

from amendments.instructions import Reading as Read
from amendments.instructions import apply_instruction as apply
from amendments.instructions import parse
from amendments.instructions.drafting import draft, draft_between
from amendments.instructions.pairing import paired
from amendments.law.edition import Edition
from amendments.law.languages import OTHER
from amendments.law.reader import read as read_text
from amendments.operations.redline import redline
from amendments.operations.refusal import Refused
from service import context
from service.api.answers import one
from service.api.blueprint import writes
from service.api.editions import edition_row
from service.api.language import reader_language
from service.api.models.instructions import (
    ApplyBody,
    Outcome,
    OutcomeOfPair,
    ParseBody,
    ReadingOfPair,
    is_exact,
    outcome,
    reading,
)
from service.api.models.pairs import articles_of
from service.api.models.redlines import chosen
from service.api.models.written import WriteBody, Written, ordered, written
from service.api.problems import ApiError
from service.api.requests import AnyQuery
from service.api.tags import INSTRUCTIONS
from service.clock import today
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.editions import load_edition

MAX_WORK = 300_000
"""Operations times paragraphs that one request may cost: two hundred orders on the longest ordinary law."""


@writes("/instructions/parse", ReadingOfPair, INSTRUCTIONS, permission=Permission.READ, status=200, heavy=True)
def parse_instruction(query: AnyQuery, body: ParseBody) -> Response:
    """Read an instruction

    The operations that it orders, each with the characters that order it (`order`), and every stretch that was not
    understood. With the same act in the other language (`twin`), that text too, and where the two order different
    things. Nothing is stored.
    """
    found = {language: parse(text, language) for language, text in _texts(body).items()}
    answers = {
        language: reading(language, one.operations, one.problems, one.outside, _texts(body)[language])
        for language, one in found.items()
    }
    twin = answers.get(OTHER[body.language])
    articles = articles_of(paired(found)) if twin else []
    return one(ReadingOfPair(twin=twin, articles=articles, **dict(answers[body.language])))


@writes(
    "/instructions/apply",
    OutcomeOfPair,
    INSTRUCTIONS,
    permission=Permission.READ,
    status=200,
    heavy=True,
    problems=(404,),
)
def apply_instruction(query: AnyQuery, body: ApplyBody) -> Response:
    """Apply an instruction

    To a text of one's own or to an edition: exactly, or not at all, with the reasons. With the same act in the other
    language (`twin`), each text is applied to its own, and the answer says where the two order different things.
    Nothing is stored.
    """
    if (body.before is None) == (body.act is None):
        raise ApiError(422, "before_or_act", field="before")
    if (body.twin_before is not None) != (body.twin is not None and body.before is not None):
        raise ApiError(422, "twin_before", field="twin_before")
    texts = _texts(body)
    bases = {language: _base(body, language) for language in texts}
    read = {language: parse(text, language) for language, text in texts.items()}
    _check_work(read, bases)
    answers = {language: _outcome(body, language, read[language], bases[language]) for language in texts}
    twin = answers.get(OTHER[body.language])
    titles = {language: base.root.text for language, base in bases.items()}
    articles = articles_of(paired(read, titles)) if twin else []
    return one(OutcomeOfPair(twin=twin, articles=articles, **dict(answers[body.language])))


@writes(
    "/instructions/write",
    Written,
    INSTRUCTIONS,
    permission=Permission.READ,
    status=200,
    heavy=True,
    problems=(404, 409),
)
def write_instruction(query: AnyQuery, body: WriteBody) -> Response:
    """Write an instruction

    The words that order operations, or that turn a text into the one given. What is written is read and applied
    before it is answered; what no formula orders is listed. Nothing is stored.
    """
    if (body.before is None) == (body.act is None):
        raise ApiError(422, "before_or_act", field="before")
    if (body.operations is None) == (body.after is None):
        raise ApiError(422, "operations_or_after", field="after")
    base = _base(body, body.language)
    if body.after is not None:
        return one(written(body.language, draft_between(base, read_text(body.after, body.language))))
    orders = ordered(body.operations or [])
    if len(orders) * len(base) > MAX_WORK:
        raise ApiError(413, "too_much_work", operations=len(orders), paragraphs=len(base))
    try:
        return one(written(body.language, draft(orders, base, body.language)))
    except Refused as refused:
        reason = refused.refusals[0]
        detail = reason.describe(reader_language())
        raise ApiError(409, "operation_refused", number=reason.operation, reason=detail) from None


def _texts(body: ParseBody) -> dict[str, str]:
    """The texts of the act by language."""
    texts: dict[str, str] = {body.language: body.instruction}
    if body.twin is not None:
        texts[OTHER[body.language]] = body.twin
    return texts


def _check_work(read: Mapping[str, Read], bases: Mapping[str, Edition]) -> None:
    operations = {language: len(one.operations) for language, one in read.items()}
    if sum(operations[language] * len(base) for language, base in bases.items()) > MAX_WORK:
        paragraphs = sum(len(base) for base in bases.values())
        raise ApiError(413, "too_much_work", operations=sum(operations.values()), paragraphs=paragraphs)


def _outcome(body: ApplyBody, language: str, read: Read, base: Edition) -> Outcome:
    """What one of the texts does: the text after it, or the rows of the edition that changed."""
    found = apply(read, base)
    exact = found.edition if is_exact(found) else None
    after = exact.text if exact is not None and body.before is not None else None
    rows = redline(base, exact) if exact is not None and body.before is None else ()
    return outcome(_texts(body)[language], language, found, after, chosen(rows, "changed"))


def _base(body: ApplyBody | WriteBody, language: str) -> Edition:
    """The text that is changed, in one of the languages."""
    if body.before is not None:
        if isinstance(body, ApplyBody) and language != body.language:
            return read_text(body.twin_before or "", language)
        return read_text(body.before, language)
    act = get_act(context.reading(), body.act or "")
    return load_edition(context.reading(), edition_row(act, language, body.on or today()))
