"""Amending instructions: read them, apply them, write them. Nothing is stored."""

from __future__ import annotations

from flask import Response

from amendments.instructions import apply_instruction as apply
from amendments.instructions import parse
from amendments.instructions.drafting import draft, draft_between
from amendments.law.edition import Edition
from amendments.law.reader import read as read_text
from amendments.operations.redline import redline
from amendments.operations.refusal import Refused
from service import context
from service.api.answers import one
from service.api.blueprint import writes
from service.api.editions import edition_row
from service.api.language import reader_language
from service.api.models.instructions import ApplyBody, Outcome, ParseBody, Reading, is_exact, outcome, reading
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


@writes("/instructions/parse", Reading, INSTRUCTIONS, permission=Permission.READ, status=200, heavy=True)
def parse_instruction(query: AnyQuery, body: ParseBody) -> Response:
    """Read an instruction

    The operations that it orders, each with the characters that order it (`order`), and every stretch that was not
    understood. Nothing is stored.
    """
    found = parse(body.instruction, body.language)
    return one(reading(body.language, found.operations, found.problems, found.outside, body.instruction))


@writes(
    "/instructions/apply", Outcome, INSTRUCTIONS, permission=Permission.READ, status=200, heavy=True, problems=(404,)
)
def apply_instruction(query: AnyQuery, body: ApplyBody) -> Response:
    """Apply an instruction

    To a text of one's own or to an edition: exactly, or not at all, with the reasons. Nothing is stored.
    """
    if (body.before is None) == (body.act is None):
        raise ApiError(422, "before_or_act", field="before")
    base = _base(body)
    read = parse(body.instruction, body.language)
    if len(read.operations) * len(base) > MAX_WORK:
        raise ApiError(413, "too_much_work", operations=len(read.operations), paragraphs=len(base))
    found = apply(read, base)
    exact = found.edition if is_exact(found) else None
    after = exact.text if exact is not None and body.before is not None else None
    rows = redline(base, exact) if exact is not None and body.before is None else ()
    return one(outcome(body.instruction, body.language, found, after, chosen(rows, "changed")))


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
    base = _base(body)
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


def _base(body: ApplyBody | WriteBody) -> Edition:
    if body.before is not None:
        return read_text(body.before, body.language)
    act = get_act(context.reading(), body.act or "")
    return load_edition(context.reading(), edition_row(act, body.language, body.on or today()))
