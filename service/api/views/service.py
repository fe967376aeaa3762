"""Who the caller is, and what problems mean."""

from __future__ import annotations

from typing import Annotated

from flask import Response
from pydantic import BaseModel, Field

from service.api.answers import Listing, cut, listing, one
from service.api.blueprint import reads
from service.api.models.people import Me, me
from service.api.requests import PRINTED, AnyQuery, PageQuery
from service.api.tags import SERVICE
from service.api.wording import codes
from service.errors import NotFound


class ProblemKind(BaseModel):
    """A kind of problem."""

    code: str = Field(description="Stable name, as in the `code` of problems.")
    ru: str = Field(description="The sentence in Russian; {names} are filled in.")
    kk: str = Field(description="The sentence in Kazakh.")
    en: str = Field(description="The sentence in English.")


class ProblemKindList(Listing[ProblemKind]):
    """One page of the kinds of problems, by code."""


class ProblemPath(BaseModel):
    """A kind of problem."""

    code: Annotated[str, Field(max_length=60, pattern=PRINTED, json_schema_extra={"example": "act_not_found"})]


@reads("/me", Me, SERVICE, personal=True)
def who_am_i(query: AnyQuery) -> Response:
    """Ask who you are

    The account of your token, and what the token may do.
    """
    return one(me())


@reads("/problems", ProblemKindList, SERVICE)
def problems(query: PageQuery) -> Response:
    """List the kinds of problems

    The `type` of a problem leads to its entry here.
    """
    return listing(ProblemKindList, cut(list(codes()), query.paging), _kind)


@reads("/problems/<code>", ProblemKind, SERVICE, problems=(404,))
def one_problem(path: ProblemPath, query: AnyQuery) -> Response:
    """Look up a kind of problem"""
    if path.code not in codes():
        raise NotFound("page_not_found")
    return one(_kind(path.code))


def _kind(code: str) -> ProblemKind:
    return ProblemKind(code=code, **codes()[code])
