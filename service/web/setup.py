"""Puts the pages into the application: blueprints, language, names that every template knows, error pages."""

from __future__ import annotations

from flask import Blueprint, Flask, Response, redirect, request
from flask_babel import Babel
from werkzeug.wrappers import Response as BaseResponse

from service import context
from service.web import errors, shell
from service.web.assets import asset, keep_static
from service.web.language import preferred
from service.web.views import attach
from service.web.views.styleguide import styleguide

TRANSLATIONS = "translations"


def register(app: Flask) -> None:
    """Add the pages to `app`, which has its settings, database and `service.security` already."""
    Babel(app, locale_selector=context.language, default_translation_directories=_translations())
    app.register_blueprint(_site())
    web = Blueprint("web", "service.web", url_prefix="/<any(ru, kk):language>", template_folder="templates")
    attach(web)
    shell.carry_language(web)
    app.register_blueprint(web)
    app.before_request(shell.find_language)
    app.context_processor(shell.names)
    app.jinja_env.globals.update(asset=asset, **shell.functions())
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.after_request(keep_static)
    errors.register(app)


def _translations() -> str:
    from pathlib import Path

    return str(Path(__file__).parent / TRANSLATIONS)


def _site() -> Blueprint:
    """What has no language: static files, the bare address, the styleguide of developers."""
    site = Blueprint(
        "site", "service.web", static_folder="static", static_url_path="/static", template_folder="templates"
    )

    @site.get("/")
    def start() -> BaseResponse:
        answer = redirect(f"/{preferred(request)}/")
        answer.vary.add("Accept-Language")
        answer.vary.add("Cookie")
        return answer

    site.get("/styleguide")(styleguide)
    return site


__all__ = ["Response", "register"]
