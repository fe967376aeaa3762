"""Static files: an address that changes with the content, so that browsers may keep them for a year."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from flask import Response, request, url_for

STATIC = Path(__file__).parent / "static"
YEAR = 31_536_000


@lru_cache(maxsize=64)
def fingerprint(name: str) -> str:
    """Ten hexadecimal digits of a static file's content."""
    return blake2b((STATIC / name).read_bytes(), digest_size=5).hexdigest()


def asset(name: str) -> str:
    """The address of a static file, with the fingerprint of its content."""
    return url_for("site.static", filename=name, v=fingerprint(name))


def keep_static(response: Response) -> Response:
    """Let browsers keep what was asked for by fingerprint, and fonts, whose content never changes."""
    if request.endpoint == "site.static" and response.status_code == 200:
        named = "v" in request.args or (request.view_args or {}).get("filename", "").endswith(".woff2")
        if named:
            response.cache_control.no_cache = None
            response.cache_control.public = True
            response.cache_control.max_age = YEAR
            response.cache_control.immutable = True
    return response
