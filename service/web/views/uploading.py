"""A new edition of an act: a file or a pasted text is read, looked at, and stored only when somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Final, cast

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.law.cross_references import dangling
from amendments.law.edition import Edition
from amendments.law.pairing import warnings
from amendments.sources.docx import Tracked
from amendments.sources.source import Source
from service import context
from service.errors import Invalid, UserError
from service.jobs.running import Outcome, Tell, Work
from service.reading import SourceRefused, read_law_bytes
from service.security.current import account_id, current_actor, require
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.editions import list_editions, load_edition
from service.store.tables import Act, Upload
from service.store.uploads import change_upload, drop_upload, edition_of, get_upload, keep_upload, store_upload
from service.web.jobs import address_of, run, said
from service.web.presenters.citation import speak_of
from service.web.presenters.people import in_language
from service.web.presenters.reading import paragraphs
from service.web.presenters.uploading import read_view, reason_words
from service.web.presenters.warnings import WarningList, authenticity_lines, dangling_lines
from service.web.shell import in_section, page_language

Answer = str | Response | tuple[str, int]
PASTED: Final = ""
LANGUAGES: Final = ("", "ru", "kk")
TRACKED: Final = ("refuse", "new", "old")


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/acts/<code>/new-edition/")(new_edition)
    web.post("/acts/<code>/new-edition/")(receive_edition)
    web.get("/acts/<code>/new-edition/<int:upload>/")(edition_read)
    web.post("/acts/<code>/new-edition/<int:upload>/")(settle_edition)


@require(Permission.IMPORT)
def new_edition(code: str) -> str:
    """The empty form; with ?undecided=1 it asks which text of undecided changes is meant."""
    return _form(get_act(context.reading(), code), {}, undecided=request.args.get("undecided") == "1")


@require(Permission.IMPORT)
def receive_edition(code: str) -> Answer:
    """Read what was given and show it; nothing becomes an edition yet."""
    act = get_act(context.reading(), code)
    typed = {name: request.form.get(name, "") for name in ("language", "on", "caused_by", "text", "tracked")}
    # after a refusal that comes late the form does not know what was typed, but asks what may be needed
    back = url_for("web.new_edition", code=code, undecided=1)
    try:
        read, name = _given(typed)
        answer = run("reading", name or code, _keeping(code, typed, read, name), origin=back)
    except UserError as error:
        return _form(act, typed, error), error.status
    return answer if isinstance(answer, Response) else redirect(address_of(answer.place))


def _keeping(code: str, typed: Mapping[str, str], read: Callable[[], Source], name: str) -> Work:
    """The work of reading what was given and keeping it for its owner to look at."""
    database, owner = context.database(), account_id()

    def work(_tell: Tell) -> Outcome:
        given = read()
        on = _day(typed["on"]) or _day(given.metadata.get("in_force_from", ""))
        language, cause = _one_of(typed["language"], LANGUAGES), typed["caused_by"].strip()
        with database.writing() as session:
            kept = keep_upload(session, owner, get_act(session, code), given, language, name, on, cause)
            place = {"endpoint": "web.edition_read", "code": code, "upload": str(kept.id)}
        return Outcome("edition_read", place=place)

    return work


@require(Permission.IMPORT)
def edition_read(code: str, upload: int) -> str:
    """What was read of a text, for the one who brought it."""
    act = get_act(context.reading(), code)
    return _looked_at(act, get_upload(context.reading(), account_id(), act, upload))


@require(Permission.IMPORT)
def settle_edition(code: str, upload: int) -> Answer:
    """Store the text as an edition, or throw it away."""
    on, caused_by = _day(request.form.get("on", "")), request.form.get("caused_by", "").strip()
    if request.form.get("do") == "drop":
        with context.writing() as session:
            drop_upload(session, get_upload(session, account_id(), get_act(session, code), upload))
        flash(_("Thrown away: nothing was stored."))
        return redirect(url_for("web.act", code=code))
    try:
        answer = run("edition", code, _storing(code, upload, on, caused_by))
    except UserError as error:
        return _refused(code, upload, on, caused_by, error)
    if isinstance(answer, Response):
        return answer
    flash(said(answer.code, answer.params))
    return redirect(address_of(answer.place))


def _storing(code: str, upload: int, on: date | None, caused_by: str) -> Work:
    """The work of making a kept text an edition, for its owner who asks now."""
    database, actor, owner = context.database(), current_actor(), account_id()

    def work(_tell: Tell) -> Outcome:
        with database.writing() as session:
            act = get_act(session, code)
            kept = get_upload(session, owner, act, upload)
            place = {"endpoint": "web.edition", "code": code, "on": str(on), "text": kept.language}
            new = store_upload(session, actor, act, kept, on, caused_by)
        return Outcome("edition_stored" if new else "edition_stored_already", place=place)

    return work


def _refused(code: str, upload: int, on: date | None, caused_by: str, error: UserError) -> tuple[str, int]:
    """The text again with the sentence; what was written beside it is kept."""
    with context.writing() as session:
        change_upload(get_upload(session, account_id(), get_act(session, code), upload), on, caused_by)
    act = get_act(context.reading(), code)
    return _looked_at(act, get_upload(context.reading(), account_id(), act, upload), error), error.status


def _given(typed: Mapping[str, str]) -> tuple[Callable[[], Source], str]:
    """What reads the text that was given (it raises SourceRefused), and the name of its file, "" for a pasted one.

    Raises Invalid.
    """
    file = request.files.get("file")
    named = file is not None and bool(file.filename)
    if named and typed["text"].strip():
        raise Invalid("edition_text_twice", field="file")
    if not named and not typed["text"].strip():
        raise Invalid("edition_text_missing", field="file")
    language = _one_of(typed["language"], LANGUAGES)
    limit = context.settings().max_upload_bytes
    if file is None or not named:
        data = typed["text"].replace("\r\n", "\n").encode("utf-8", "replace")
        return partial(read_law_bytes, data, PASTED, language, limit=limit, field="text"), PASTED
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2][:200]
    tracked = cast(Tracked, _one_of(typed["tracked"], TRACKED))
    data = file.stream.read(limit + 1)
    return partial(read_law_bytes, data, name, language, limit=limit, tracked=tracked, field="file"), name


def _one_of(given: str, known: tuple[str, ...]) -> str:
    return given if given in known else known[0]


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        return None


def _form(act: Act, typed: Mapping[str, str], error: UserError | None = None, *, undecided: bool = False) -> str:
    in_section("acts")
    return render_template(
        "new_edition.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, page_language()),
        typed=typed,
        wrong={error.field or "file": error.message(page_language())} if error else {},
        undecided=undecided or (isinstance(error, SourceRefused) and error.reason.code == "tracked_changes"),
        most=context.settings().max_upload,
        invented=act.demonstration,
    )


def _looked_at(act: Act, upload: Upload, error: UserError | None = None) -> str:
    in_section("acts")
    language, text = page_language(), edition_of(upload)
    speak_of(text)
    return render_template(
        "new_edition_read.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, language),
        upload=upload,
        read=read_view(upload, text, language),
        reason_words=reason_words,
        dangling=dangling_lines(dangling(text), language, _nowhere, upload.language),
        differences=_differences(act, upload, text, language),
        paragraphs=paragraphs(text, {}, in_language(act.title_ru, act.title_kk, upload.language)),
        wrong={error.field or "on": error.message(language)} if error else {},
        invented=act.demonstration,
    )


def _differences(act: Act, upload: Upload, mine: Edition, language: str) -> WarningList | None:
    """Differences of what was read from the stored text of the same day in the other language; None without one."""
    session = context.reading()
    for row in list_editions(session, act):
        if row.in_force_from == upload.in_force_from and row.language != upload.language:
            other = load_edition(session, row)
            ru, kk = (mine, other) if upload.language == "ru" else (other, mine)
            return authenticity_lines(warnings(ru, kk), language, _nowhere)
    return None


def _nowhere(_address: str, _language: str) -> str:
    """The text has no page yet."""
    return ""
