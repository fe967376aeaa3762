"""Views: each reads its request, calls the store or the domain once, and hands a view model to a template."""

from __future__ import annotations

from flask import Blueprint

from service.web.views import (
    account,
    acts,
    amendments,
    bills,
    clarity,
    clarity_rules,
    comments,
    comparing,
    downloads,
    editing,
    editions,
    finding,
    home,
    instructing,
    searching,
    suggesting,
    uploading,
)


def attach(web: Blueprint) -> None:
    """Add all views to the blueprint."""
    for module in (
        home, acts, editions, comparing, downloads, bills, instructing, amendments, editing, comments, clarity,
        clarity_rules, finding, suggesting, searching, account, uploading,
    ):  # fmt: skip
        module.attach(web)
