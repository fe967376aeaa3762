"""The description as JSON, and a viewer of it that loads nothing from elsewhere and needs no looser policy."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, send_from_directory, url_for
from flask_openapi3.openapi import OpenAPI
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as BaseResponse

from service.api.blueprint import PREFIX

SWAGGER: Final = Path(str(files("flask_openapi3_swagger"))) / "templates" / "swagger"
FILES: Final = {
    "swagger-ui.css": SWAGGER / "css",
    "swagger-ui-bundle.js": SWAGGER / "js",
    "start.js": Path(__file__).parent / "static",
    "viewer.css": Path(__file__).parent / "static",
}
"""Everything that the viewer loads."""


def register(app: OpenAPI) -> None:
    """Add the description and its viewer."""
    viewer = Blueprint("openapi", __name__, url_prefix=PREFIX, template_folder="templates")
    viewer.add_url_rule("", "start", _start)
    viewer.add_url_rule("/", "start", _start)
    viewer.add_url_rule("/openapi.json", "description", _description)
    viewer.add_url_rule("/docs", "swagger", _page)
    viewer.add_url_rule("/docs/<name>", "file", _file)
    app.register_blueprint(viewer)


def _description() -> Response:
    app = current_app
    if not isinstance(app, OpenAPI):
        raise TypeError("the application has no OpenAPI description")
    return jsonify(app.api_doc)


def _start() -> BaseResponse:
    """The bare address of the API leads to its viewer."""
    return redirect(url_for("openapi.swagger"))


def _page() -> Response:
    return Response(render_template("api_viewer.html"))


def _file(name: str) -> Response:
    folder = FILES.get(name)
    if folder is None:
        raise NotFound
    return send_from_directory(folder, name, max_age=3600)
