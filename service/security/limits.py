"""How often and how much: rate limits and sizes of requests.

Counts are kept in each process; the settings say so. A proxy in front can count for all of them.
"""

from __future__ import annotations

import hashlib

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from service import context

_FORM_BYTES = 2 * 1024 * 1024
_AROUND_UPLOAD = 1024 * 1024
_FORM_PARTS = 2_000


def who() -> str:
    """Whose requests are counted together: a token's, else an address's. Not yet checked, so only a key."""
    header = request.headers.get("Authorization", "")
    if header:
        return "token:" + hashlib.sha256(header.encode(errors="replace")).hexdigest()[:16] + get_remote_address()
    return "address:" + get_remote_address()


def _everywhere() -> str:
    return f"{context.settings().rate_limit} per minute"


def sign_in_rate() -> str:
    """Attempts to sign in; for `@limiter.limit(sign_in_rate, methods=["POST"], key_func=get_remote_address)`."""
    return f"{context.settings().sign_in_limit} per minute"


limiter = Limiter(who, application_limits=[_everywhere], storage_uri="memory://")


def register(app: Flask) -> None:
    """Limit rates and sizes. Static files are not counted."""
    settings = app.extensions[context.SETTINGS_KEY]
    app.config.update(
        MAX_CONTENT_LENGTH=settings.max_upload_bytes + _AROUND_UPLOAD,
        MAX_FORM_MEMORY_SIZE=_FORM_BYTES,
        MAX_FORM_PARTS=_FORM_PARTS,
    )
    limiter.init_app(app)
    limiter.request_filter(_is_free)
    app.after_request(_say_when)


def _say_when(response: Response) -> Response:
    """Tell a client that was too quick when to come again: limits are by the minute."""
    if response.status_code == 429:
        response.headers.setdefault("Retry-After", "60")
    return response


def _is_free() -> bool:
    return request.path.startswith("/static/") or request.path == "/health"
