"""Puts all of security into the application."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from service import context
from service.security import forms, headers, limits, sign_in


def register(app: Flask) -> None:
    """Sessions, form tokens, limits, headers; believe as many proxies as the settings say."""
    settings = app.extensions[context.SETTINGS_KEY]
    app.secret_key = settings.secret_key
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    limits.register(app)
    sign_in.register(app)
    forms.register(app)
    headers.register(app)
