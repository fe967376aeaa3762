"""Clarity beyond single findings: rules, counts, what changes do, slots of powers, the report on defects."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Final, Literal

from flask import Response, send_file
from pydantic import Field

from amendments.clarity.loading import default_rules
from service import context
from service.api.answers import cut, listing, one
from service.api.blueprint import reads
from service.api.editions import edition_row
from service.api.language import reader_language
from service.api.models.clarity import (
    ClarityCounts,
    ClarityDelta,
    PowerSlotsList,
    RuleList,
    article_counts,
    clarity_delta,
    edition_counts,
    power_slots_out,
)
from service.api.models.clarity import rule as rule_out
from service.api.models.findings import Factor, Level
from service.api.requests import AnyQuery, PageQuery, TextLanguage
from service.api.tags import CLARITY
from service.api.views.acts import ActPath, PairQuery
from service.api.views.bills import BillPath, BillTextQuery
from service.api.views.findings import AmendmentOfFindingsPath, NarrowedQuery, narrowed_by, place_of
from service.clock import now, today
from service.defect_report import MEDIA, defect_report
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.amendments import all_amendments, get_amendment_row
from service.store.bill_texts import live
from service.store.bills import get_bill
from service.store.clarity_deltas import amendment_delta, bill_delta, edition_delta
from service.store.editions import list_editions, load_edition
from service.store.findings import all_findings, amendment_findings, count_findings, history_counts
from service.store.power_slots import power_slots
from service.store.rule_scores import RuleScore, rule_scores

FILES: Final = {
    "description": "The report in the columns of legal monitoring.",
    "content": {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA.values()},
}


class RulesQuery(PageQuery):
    """Which rules."""

    language: TextLanguage | None = Field(None, description="Only rules for texts in this language.")
    factor: Factor | None = Field(None, description="Only this factor.")
    doubtful: bool | None = Field(None, description="true: only rules that people dismiss often.")


class WordsQuery(AnyQuery):
    """Which text."""

    language: TextLanguage = Field("ru", description="Language of the text.")


class EditionQuery(WordsQuery):
    """Which edition."""

    on: date | None = Field(None, description="A date of the edition; else the one in force today.")


class SlotsQuery(PageQuery):
    """Which powers."""

    language: TextLanguage = Field("ru", description="Language of the text.")
    on: date | None = Field(None, description="A date of the edition; else the one in force today.")
    level: Level | None = Field(None, description="Only powers of this level.")
    thin: bool = Field(False, description="Only powers of which fewer than four slots are filled.")


class ReportQuery(NarrowedQuery):
    """Which findings, and which file."""

    form: Literal["docx", "xlsx"] = Field("docx", description="Word document or spreadsheet.")


@reads("/clarity/rules", RuleList, CLARITY)
def clarity_rules(query: RulesQuery) -> Response:
    """List the rules of clarity

    Each with what it seeks, why, and the share of people's answers that confirm its tags.
    """
    scores = rule_scores(context.reading())
    found = [(rule, scores.get(rule.id, RuleScore())) for rule in sorted(default_rules(), key=lambda rule: rule.id)]
    found = [
        (rule, score)
        for rule, score in found
        if query.language in (None, rule.language)
        and query.factor in (None, rule.factor)
        and query.doubtful in (None, score.doubtful)
    ]
    return listing(RuleList, cut(found, query.paging), lambda entry: rule_out(*entry))


@reads("/acts/<act>/clarity", ClarityCounts, CLARITY, problems=(404,))
def clarity_counts(path: ActPath, query: EditionQuery) -> Response:
    """Count the findings of an act

    By article and factor in one edition, and by factor in every edition.
    """
    session = context.reading()
    act = get_act(session, path.act)
    row = edition_row(act, query.language, query.on or today())
    counts = count_findings(session, row)
    order = [address for address, node in load_edition(session, row) if node.kind == "article"]
    numbers = history_counts(session, act.id or 0, query.language)
    history = [
        edition_counts(one.in_force_from, numbers.get(one.id or 0, {}))
        for one in list_editions(session, act, query.language)
    ]
    return one(
        ClarityCounts(
            act=act.code,
            edition=row.in_force_from,
            language=query.language,
            total=counts.total,
            states=counts.by_state,
            articles=article_counts(counts, (*order, "")),
            history=history,
        )
    )


@reads("/acts/<act>/clarity/changes", ClarityDelta, CLARITY, problems=(404,))
def clarity_between(path: ActPath, query: PairQuery) -> Response:
    """Say what changed in clarity between two editions

    From the stored findings of both.
    """
    session = context.reading()
    act = get_act(session, path.act)
    old, new = (edition_row(act, query.language, day) for day in (query.old, query.new))
    return one(clarity_delta(edition_delta(session, old, new)))


@reads("/amendments/<amendment>/clarity", ClarityDelta, CLARITY, problems=(404,))
def clarity_of_amendment(path: AmendmentOfFindingsPath, query: WordsQuery) -> Response:
    """Say what an amendment does to clarity

    In the provisions that its latest revision rewrites.
    """
    session = context.reading()
    get_amendment_row(session, path.amendment)
    return one(clarity_delta(amendment_delta(amendment_findings(session, path.amendment, query.language))))


@reads("/bills/<bill>/clarity", ClarityDelta, CLARITY, heavy=True, problems=(404,))
def clarity_of_bill(path: BillPath, query: BillTextQuery) -> Response:
    """Say what a bill does to clarity

    All its amendments together, measured on the whole law.
    """
    session = context.reading()
    bill = get_bill(session, path.bill)
    chosen = live(all_amendments(session, bill.bill), accepted_only=query.amendments == "accepted")
    return one(clarity_delta(bill_delta(session, bill, query.language, chosen)))


@reads("/acts/<act>/slots", PowerSlotsList, CLARITY, heavy=True, problems=(404,))
def slots_of_powers(path: ActPath, query: SlotsQuery) -> Response:
    """List the powers with their eight slots

    What each provision says of a power: who, what, over what, when, on what basis, by what act, with whose money,
    answerable to whom. Empty slots are no findings.
    """
    session = context.reading()
    row = edition_row(get_act(session, path.act), query.language, query.on or today())
    found = [
        power
        for power in power_slots(session, row)
        if (query.level is None or query.level in power.levels) and (power.slots.thin or not query.thin)
    ]
    return listing(PowerSlotsList, cut(found, query.paging), power_slots_out)


@reads("/acts/<act>/findings/report", FILES, CLARITY, permission=Permission.EXPORT, heavy=True, problems=(404,))
def clarity_report(path: ActPath, query: ReportQuery) -> Response:
    """Download the report on defects

    The findings of an edition or a bill in the columns of legal monitoring, narrowed as their list is.
    """
    session = context.reading()
    act = get_act(session, path.act)
    place, row = place_of(act, query)
    language = "kk" if reader_language() == "kk" else "ru"
    content = defect_report(
        query.form,
        all_findings(session, place, narrowed_by(query)),
        act=act.title_kk if language == "kk" else act.title_ru,
        on=row.in_force_from,
        bill=query.bill or "",
        chosen=[
            f"{name}={value}"
            for name in ("factor", "weight", "article", "address", "state", "level", "rule")
            if (value := getattr(query, name)) is not None
        ],
        at=now(),
        language=language,
    )
    name = f"{act.code}-{row.in_force_from}-{language}.{query.form}"
    return send_file(BytesIO(content), mimetype=MEDIA[query.form], as_attachment=True, download_name=name)
