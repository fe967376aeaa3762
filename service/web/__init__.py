"""The pages: views read a request, ask the store or the domain once, and hand a view model to a template."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Put the pages into the application, after `service.security` and the API."""
    from service.web import setup  # here: view models are used without Flask's machinery, in tests and documents

    setup.register(app)
