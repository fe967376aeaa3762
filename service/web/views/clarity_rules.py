"""The rules by which vague words are found: what each seeks and why, and what people's answers say about it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, url_for

from amendments.clarity.finding import FACTORS
from service import context
from service.security.current import can
from service.security.permissions import Permission
from service.store.rule_scores import ENOUGH_ANSWERS, LEAST_PRECISION, rule_scores
from service.web.presenters.clarity import FACTOR_NAMES
from service.web.presenters.clarity_rules import rule_lines
from service.web.shell import in_section, page_language
from service.web.views import asked

SHOWS = ("all", "doubtful", "answered")
LANGUAGES = ("ru", "kk")


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/clarity/rules/")(clarity_rules)


def clarity_rules() -> str:
    """All rules of a language of the law, narrowed to a factor, or to those that were answered or are doubtful."""
    in_section("clarity")
    staff = can(Permission.REVIEW_RULES)
    language = asked.text_language(page_language())
    factor = asked.word("factor", FACTORS, "")
    show = asked.word("show", SHOWS, "all")
    if show == "doubtful" and not staff:
        show = "all"
    every = rule_lines(rule_scores(context.reading()), language, page_language())
    lines = [line for line in every if factor in ("", line.factor)]
    if show == "doubtful":
        lines = [line for line in lines if line.score.doubtful]
    elif show == "answered":
        lines = [line for line in lines if line.score.answered]
    return render_template(
        "clarity_rules.html",
        rules=lines,
        total=len(every),
        doubtful=sum(line.score.doubtful for line in every) if staff else 0,
        staff=staff,
        factor=factor,
        factors=[(name, FACTOR_NAMES[name], sum(line.factor == name for line in every)) for name in FACTORS],
        show=show,
        text_language=language,
        enough=ENOUGH_ANSWERS,
        least=round(LEAST_PRECISION * 100),
        link=link(factor, show, language),
    )


def link(factor: str, show: str, language: str) -> Any:
    """A function that makes the address of this page with something changed."""

    def make(**changed: Any) -> str:
        values: dict[str, Any] = {
            "factor": factor or None,
            "show": None if show == "all" else show,
            "text": None if language == page_language() else language,
        }
        return url_for("web.clarity_rules", **(values | changed))

    return make
