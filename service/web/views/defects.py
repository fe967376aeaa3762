"""The list of vague provisions as a report to take away: Word or a spreadsheet, narrowed as the page is."""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, send_file
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.clock import now
from service.defect_report import MEDIA, defect_report
from service.errors import NotFound
from service.security.current import require
from service.security.permissions import Permission
from service.store.acts import list_acts
from service.store.bills import list_bills
from service.store.findings import all_findings
from service.store.paging import Paging
from service.web.jobs import file_job
from service.web.presenters.citation import capital, cite
from service.web.presenters.clarity import FACTOR_NAMES, LEVEL_NAMES, WEIGHTS
from service.web.presenters.people import in_language
from service.web.shell import page_language
from service.web.views.clarity import MOST_BILLS, Asked, asked_for, chosen, state_name


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/clarity/report.<any(docx,xlsx):form>")(export_findings)


@require(Permission.EXPORT)
@file_job("findings_file")
def export_findings(form: str) -> Response:
    """The findings of the list, all pages of it, in the columns of legal monitoring."""
    session, language = context.reading(), page_language()
    act, row = chosen(session, list_acts(session, Paging(1, 100)).items)
    if act is None or row is None:
        raise NotFound("no_editions_in_language", code=act.code if act else "", language=language)
    what = asked_for(
        session, act, row, [entry.bill for entry in list_bills(session, Paging(1, MOST_BILLS), act=act).items]
    )
    content = defect_report(
        form,
        all_findings(session, what.place, what.narrowed),
        act=in_language(act.title_ru, act.title_kk, language),
        on=what.row.in_force_from,
        bill=what.bill.number if what.bill else "",
        chosen=_words(what),
        at=now(),
        language=language,
    )
    name = f"{act.code}-{what.row.in_force_from}-{language}.{form}"
    return send_file(BytesIO(content), mimetype=MEDIA[form], as_attachment=True, download_name=name)


def _words(what: Asked) -> list[str]:
    """How the list was narrowed, in words."""
    narrowed, language = what.narrowed, page_language()
    words = [] if what.state == "all" else [state_name(what.state)]
    if narrowed.factor:
        words.append(str(FACTOR_NAMES[narrowed.factor]))
    if narrowed.weight and narrowed.weight > 1:
        words.append(_("weight: %(weight)s", weight=_("%(weight)s and higher", weight=WEIGHTS[narrowed.weight])))
    if narrowed.level:
        words.append(str(LEVEL_NAMES[narrowed.level]))
    if narrowed.article:
        words.append(capital(cite(narrowed.article, language)))
    return words
