"""The application factory."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Sequence

from flask import Response, g, jsonify
from flask_openapi3.openapi import OpenAPI
from sqlalchemy.exc import SQLAlchemyError

from service import context
from service.config import Settings, load
from service.security import setup as security
from service.store.database import Database

log = logging.getLogger(__name__)


PARTS = ("service.api", "service.web")


def create_app(settings: Settings | None = None, parts: Sequence[str] = PARTS) -> OpenAPI:
    """Make the application: settings, database, security, then the API and the pages (`parts`).

    The database must be at the newest migration (`tuzetu serve` and `tuzetu migrate` see to it).
    Raises WrongSettings.
    """
    settings = settings or load()
    modules = [importlib.import_module(name) for name in parts]
    options = next((part.openapi_options() for part in modules if hasattr(part, "openapi_options")), {"doc_ui": False})
    app = OpenAPI(__name__, static_folder=None, **options)
    app.extensions[context.SETTINGS_KEY] = settings
    app.extensions[context.DATABASE_KEY] = Database(settings.database_url)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.teardown_appcontext(_close_session)
    security.register(app)
    app.add_url_rule("/health", view_func=health, methods=["GET"])
    for part in modules:
        part.register(app)
    return app


def health() -> tuple[Response, int]:
    """200 when the database answers, 503 when it does not."""
    try:
        context.database().ping()
    except SQLAlchemyError:
        log.exception("the database does not answer")
        return jsonify(status="database does not answer"), 503
    return jsonify(status="ok"), 200


def _close_session(_error: BaseException | None) -> None:
    session = g.pop("session", None)
    if session is not None:
        session.close()
