"""The Government's table of powers to take away, as a workbook or a Word document."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from flask import Blueprint, send_file
from werkzeug.wrappers import Response

from amendments.powers import proposals
from service import context
from service.clock import now
from service.errors import NotFound
from service.government import government_docx, government_rows, government_xlsx
from service.printing import SERVICE
from service.security.current import require
from service.security.permissions import Permission
from service.store.powers import judge_powers
from service.web.formats import day
from service.web.jobs import file_job
from service.web.presenters.people import in_language
from service.web.shell import page_language
from service.web.views import asked
from service.web.views.downloads import DOCX
from service.web.views.power_base import opened

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/powers/table/<any(xlsx, docx):form>")(powers_table)


@require(Permission.EXPORT)
@file_job("powers_file")
def powers_table(form: str) -> Response:
    """The table of the register that is asked for, in the page's language."""
    found = opened()
    if found is None:
        raise NotFound("act_not_found", code=asked.text("act", 40))
    language = found.row.language
    public = judge_powers(context.reading(), found.act, found.powers)
    rows = government_rows(found.lists, proposals(found.register, public), found.proposals, language)
    act, on = found.act, found.row.in_force_from
    title = f"{in_language(act.title_ru, act.title_kk, language)}, {day(on, page_language())}."
    if form == "xlsx":
        content, kind = government_xlsx(rows, title=title, language=language), XLSX
    else:
        content = government_docx(rows, title=title, author=SERVICE, at=now(), language=language)
        kind = DOCX
    name = f"powers-{act.code}-{on}-{language}.{form}"
    return send_file(BytesIO(content), mimetype=kind, as_attachment=True, download_name=name)
