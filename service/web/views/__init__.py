"""Views: each reads its request, calls the store or the domain once, and hands a view model to a template."""

from __future__ import annotations

from flask import Blueprint

from service.web.views import (
    account,
    acts,
    amendments,
    bill_text,
    bills,
    carrying,
    clarity,
    clarity_rules,
    comments,
    comparing,
    defects,
    downloads,
    editing,
    editions,
    finding,
    home,
    instructing,
    power_delta,
    power_files,
    power_page,
    power_proposals,
    power_slots,
    powers,
    searching,
    solving,
    suggesting,
    uploading,
)


def attach(web: Blueprint) -> None:
    """Add all views to the blueprint."""
    for module in (
        home, acts, editions, comparing, downloads, bills, bill_text, carrying, instructing, amendments, editing,
        comments, clarity, clarity_rules, power_slots, defects, finding, suggesting, searching, solving, account,
        uploading, powers, power_page, power_proposals, power_delta, power_files,
    ):  # fmt: skip
        module.attach(web)
