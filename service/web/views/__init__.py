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
    deciding,
    defects,
    desk,
    downloads,
    editing,
    editions,
    finding,
    guide,
    home,
    importing,
    instructing,
    jobs,
    power_delta,
    power_files,
    power_page,
    power_proposals,
    power_slots,
    powers,
    searching,
    solving,
    suggesting,
    two_languages,
    uploading,
)


def attach(web: Blueprint) -> None:
    """Add all views to the blueprint."""
    for module in (
        home, guide, acts, editions, comparing, downloads, bills, bill_text, carrying, instructing, amendments, editing,
        comments, deciding, desk, solving, clarity, clarity_rules, power_slots, defects, finding, suggesting,
        searching, account, jobs, uploading, importing, powers, power_page, power_proposals, power_delta, power_files,
        two_languages,
    ):  # fmt: skip
        module.attach(web)
