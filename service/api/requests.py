"""What requests may carry: the bases of all models of parameters and bodies, with bounds on everything."""

from __future__ import annotations

from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from service.store.paging import MAX_ID, MAX_PAGE, MAX_PER_PAGE, Paging
from service.store.places import MAX_ADDRESS

# no control characters: no name has them, and PostgreSQL cannot compare with NUL
PRINTED = r"^[^\x00-\x1f\x7f]*$"

TextLanguage = Literal["ru", "kk"]
Code = Annotated[
    str,
    Field(
        max_length=40,
        pattern=PRINTED,
        description="Code of an act, as in lists.",
        json_schema_extra={"example": "demo-1"},
    ),
]
BillNumber = Annotated[
    str,
    Field(
        max_length=40,
        pattern=PRINTED,
        description="Number of a bill, as in lists.",
        json_schema_extra={"example": "У-1"},
    ),
]
Address = Annotated[
    str,
    Field(
        max_length=MAX_ADDRESS,
        pattern=PRINTED,
        description="Address of a provision, the same in both languages.",
        json_schema_extra={"example": "art_18/pt_1/sub_7"},
    ),
]
Id = Annotated[int, Field(ge=1, le=MAX_ID)]


class AnyQuery(BaseModel):
    """Parameters that every address takes; others are refused, so that a mistyped one is not overlooked."""

    model_config = ConfigDict(extra="forbid")

    lang: Literal["ru", "kk", "en"] | None = Field(
        None, description="Language of sentences (errors, explanations); else Accept-Language, else ru."
    )


class PageQuery(AnyQuery):
    """Parameters of lists."""

    page: int = Field(1, ge=1, le=MAX_PAGE, description="Which page, from 1.")
    per_page: int = Field(50, ge=1, le=MAX_PER_PAGE, description="Entries on a page.")

    @property
    def paging(self) -> Paging:
        """The page as the store takes it."""
        return Paging(self.page, self.per_page)


class Body(BaseModel):
    """The base of what is sent; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


def shown(**openapi: Any) -> ConfigDict:
    """Configuration of a body's model with what the description shows of it (`example` or `examples`)."""
    return cast(ConfigDict, {"openapi_extra": openapi})
