"""One's own jobs: the list, one of them with its progress, and the file that it made."""

from __future__ import annotations

from flask import Blueprint, render_template, send_file
from werkzeug.wrappers import Response

from service import context
from service.jobs.running import file_of, look, mine
from service.security.current import account_id, require
from service.security.permissions import Permission
from service.web.jobs import address_of
from service.web.presenters.jobs import job_line
from service.web.shell import page_language


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/jobs/")(jobs)
    web.get("/jobs/<job_id>/")(job)
    web.get("/jobs/<job_id>/file")(job_file)


@require(Permission.OWN_JOBS)
def jobs() -> str:
    """All that I have begun and that is kept, the newest first."""
    found = mine(context.settings().data, account_id())
    return render_template("jobs.html", jobs=[job_line(one, page_language(), address_of) for one in found])


@require(Permission.OWN_JOBS)
def job(job_id: str) -> str:
    """How one of my jobs stands, and what came of it."""
    found = look(context.settings().data, job_id, account_id())
    return render_template("job.html", job=job_line(found, page_language(), address_of))


@require(Permission.OWN_JOBS)
def job_file(job_id: str) -> Response:
    """What a job made for me to take away."""
    folder = context.settings().data
    found = look(folder, job_id, account_id())
    return send_file(file_of(folder, found), mimetype=found.media_type, as_attachment=True, download_name=found.file)
