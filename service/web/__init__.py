"""The pages: views read a request, ask the store or the domain once, and hand a view model to a template."""

from __future__ import annotations

from service.web.setup import register

__all__ = ["register"]
