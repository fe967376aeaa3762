"""The API: `/api/v1`, JSON, bearer tokens, errors as problem details, described by OpenAPI 3.1 from this code."""

from __future__ import annotations

from service.api.setup import openapi_options, register

__all__ = ["openapi_options", "register"]
