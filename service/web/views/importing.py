"""An act with all its editions, given as the ZIP file of a folder of the public mirror."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from amendments.sources.mirror_zip import MirrorZip
from service import context
from service.errors import Invalid, UserError
from service.jobs.running import Outcome, Tell, Work
from service.reading import refusing
from service.security.current import current_actor, require
from service.security.permissions import Permission
from service.store.importing import import_folder
from service.web.jobs import address_of, run, said
from service.web.shell import in_section, page_language

Answer = str | Response | tuple[str, int]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/import/")(import_act)
    web.post("/import/")(import_given)


@require(Permission.IMPORT)
def import_act() -> str:
    """The empty form."""
    return _form()


@require(Permission.IMPORT)
def import_given() -> Answer:
    """Import what was given, all or nothing, as a job."""
    try:
        given, name = _given()
        answer = run("folder", name, _importing(given, name))
    except UserError as error:
        return _form(error), error.status
    if isinstance(answer, Response):
        return answer
    flash(said(answer.code, answer.params))
    return redirect(address_of(answer.place))


def _given() -> tuple[MirrorZip, str]:
    """What was uploaded and the name of its file. Raises SourceRefused, Invalid("folder_missing")."""
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Invalid("folder_missing", field="file")
    name = file.filename.replace("\\", "/").rpartition("/")[2][:80]
    limit = context.settings().max_upload_bytes
    with refusing(name, field="file"):
        return MirrorZip(file.stream.read(limit + 1), limit), name


def _importing(given: MirrorZip, name: str) -> Work:
    """The work of importing a folder for the one who asks now."""
    database, actor, limit = context.database(), current_actor(), context.settings().max_upload_bytes

    def work(tell: Tell) -> Outcome:
        with TemporaryDirectory(prefix="tuzetu-import-") as scratch:
            folder = Path(scratch)
            with refusing(name):
                given.unpack(folder)
            with database.writing() as session:
                report = import_folder(session, folder, actor, tell, limit=limit)
        counts = {"act": report.act_code, "added": len(report.added), "unchanged": len(report.unchanged)}
        code = "import_done" if report.changed_anything else "import_nothing_new"
        place = {"endpoint": "web.act", "code": report.act_code}
        return Outcome(code, counts | {"findings": report.findings}, place=place)

    return work


def _form(error: UserError | None = None) -> str:
    in_section("acts")
    return render_template(
        "import.html", wrong=error.message(page_language()) if error else "", most=context.settings().max_upload
    )
