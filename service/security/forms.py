"""Forms of pages carry a token that other sites cannot know (CSRF). The API takes no cookies and needs none."""

from __future__ import annotations

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect

from service.security.current import API

csrf = CSRFProtect()


def register(app: Flask) -> None:
    """Check the token of every changing request outside the API."""
    app.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None)
    csrf.init_app(app)

    @app.before_request
    def check() -> None:
        if app.config["WTF_CSRF_ENABLED"] and not request.path.startswith(API):
            # looks at changing methods only
            csrf.protect()
