"""What the OpenAPI description says as a whole; each address is described where it is written."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from flask_openapi3.models.info import Info
from flask_openapi3.models.security_scheme import SecurityScheme
from flask_openapi3.models.server import Server

from service.api.blueprint import SCHEME
from service.api.errors import refuse
from service.api.problems import Problem

ABOUT = """\
Laws, their editions, bills, amendments as typed operations, findings of unclear wording, comments and proposals.

**Reading** needs no token. **Writing** needs one: `Authorization: Bearer tzt_…`, issued on your account's page or by
`tuzetu user token`. **Lists** come in one envelope: `items`, `page`, `per_page`, `total`, `next`, `previous`.
**Errors** are problem details (RFC 9457) with a stable `code` and a sentence in the language of `?lang=` or
`Accept-Language` (ru, kk, en). **Addresses** of provisions are the same in both languages: `art_35/pt_1/sub_21-1`.
Texts are given exactly as their source has them.
"""


def options() -> dict[str, Any]:
    """Arguments for the application (`flask_openapi3.OpenAPI`)."""
    return {
        "info": Info(title="Tüzetu", version=version("tuzetu"), description=ABOUT),
        "servers": [Server(url="/")],
        "security_schemes": {
            SCHEME: SecurityScheme(type="http", scheme="bearer", description="A token of your account: tzt_…")
        },
        "doc_ui": False,
        "validation_error_model": Problem,
        "validation_error_callback": refuse,
    }
