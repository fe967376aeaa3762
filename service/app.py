"""The application factory."""

from __future__ import annotations

import importlib
import importlib.util
import logging
from typing import Any

from flask import Response, g, jsonify
from flask_openapi3.openapi import OpenAPI
from sqlalchemy.exc import SQLAlchemyError

from service import context
from service.config import Settings, load
from service.security import setup as security
from service.store.database import Database

log = logging.getLogger(__name__)


def create_app(settings: Settings | None = None) -> OpenAPI:
    """Make the application: settings, database, security, then the API and the pages.

    The database must be at the newest migration (`tuzetu serve` and `tuzetu migrate` see to it).
    Raises WrongSettings.
    """
    settings = settings or load()
    api, web = _part("service.api"), _part("service.web")
    options = api.openapi_options() if api is not None else {"doc_ui": False}
    app = OpenAPI(__name__, static_folder=None, **options)
    app.extensions[context.SETTINGS_KEY] = settings
    app.extensions[context.DATABASE_KEY] = Database(settings.database_url)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.teardown_appcontext(_close_session)
    security.register(app)
    app.add_url_rule("/health", view_func=health, methods=["GET"])
    for part in (api, web):
        if part is not None:
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


def _part(name: str) -> Any:
    """A part of the service, or None in an installation without it."""
    if importlib.util.find_spec(name) is None:
        return None
    return importlib.import_module(name)


def _close_session(_error: BaseException | None) -> None:
    session = g.pop("session", None)
    if session is not None:
        session.close()
