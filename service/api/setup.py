"""Puts the API into the application."""

from __future__ import annotations

from typing import Any

from flask_openapi3.openapi import OpenAPI

from service.api import description, errors, viewer
from service.api.blueprint import api
from service.api.views import attached


def openapi_options() -> dict[str, Any]:
    """What the application is made with: the description's head, and how its checks refuse a request."""
    return description.options()


def register(app: OpenAPI) -> None:
    """Add the API's addresses, their description and its viewer to `app`."""
    if not attached:
        raise AssertionError("views were not imported")
    errors.register(app)
    app.register_api(api)
    viewer.register(app)
