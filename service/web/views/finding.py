"""One finding: its words, its rule, the answers, votes and remarks of people, and suggested wordings."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.errors import Forbidden, Invalid, NotFound, UserError
from service.security.current import account_id, can, current_account, current_actor, require
from service.security.permissions import Permission
from service.security.sign_in import own_address
from service.store.comments import Target, create_comment, get_comment, list_comments, withdraw_comment
from service.store.database import Session
from service.store.editions import load_edition
from service.store.effects import revision_effect
from service.store.findings import FindingEntry, get_finding
from service.store.paging import MAX_PER_PAGE, Paging
from service.store.suggesting import wordings_for
from service.store.tables import Act, AmendmentRevision, EditionRow, Opinion, VerdictKind
from service.store.verdicts import decide_finding as store_verdict
from service.store.verdicts import finding_votes, verdict_history, vote_on_finding
from service.web.presenters.citation import speak_of
from service.web.presenters.clarity import answer_lines, card, rule_of
from service.web.presenters.people import in_language
from service.web.presenters.talk import count, talk
from service.web.shell import in_section, page_language
from service.web.views.finding_places import finding_links

Answer = Response | tuple[str, int]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/findings/<int:finding_id>/")(finding_page)
    web.post("/findings/<int:finding_id>/verdict")(decide_finding)
    web.post("/findings/<int:finding_id>/vote")(vote_finding)
    web.post("/findings/<int:finding_id>/comments")(say_of_finding)
    web.post("/findings/<int:finding_id>/comments/<int:comment>/withdraw")(take_back_of_finding)


def finding_page(finding_id: int) -> str:
    """The page of one finding."""
    return draw(finding_id)


def draw(finding_id: int, *, typed: Mapping[str, str] | None = None, wrong: UserError | None = None) -> str:
    """Draw the page; after a form that did not fit, with what was typed in it and the sentence about it."""
    in_section("clarity")
    session, language = context.reading(), page_language()
    entry = get_finding(session, finding_id)
    finding = entry.finding
    act = session.get_one(Act, finding.act_id)
    row = session.get(EditionRow, finding.edition_id) if finding.edition_id is not None else None
    account = current_account()
    remarks = talk(
        list_comments(session, Target(finding_id=finding_id), Paging(1, MAX_PER_PAGE)).items,
        language,
        account.id if account else None,
    )
    votes = finding_votes(session, [finding.fingerprint]).get(finding.fingerprint, {})
    links = finding_links(session, [finding], act)
    return render_template(
        "finding.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, language),
        row=row,
        finding=card(entry, language, words_of(session, entry)),
        rule=rule_of(finding.rule),
        place=links.get(finding_id, ""),
        history=answer_lines(verdict_history(session, finding_id), language),
        votes={opinion.value: votes.get(opinion, 0) for opinion in Opinion},
        remarks=remarks,
        remarks_count=count(remarks),
        wordings=wordings_for(session, finding_id) if row is not None else (),
        typed=typed or {},
        wrong={wrong.field or "text": wrong.message(language)} if wrong else {},
        text_language=finding.language,
        self_address=url_for("web.finding_page", finding_id=finding_id),
        invented=act.demonstration,
    )


@require(Permission.DECIDE_FINDING)
def decide_finding(finding_id: int) -> Response:
    """Store a person's answer to a finding."""
    try:
        kind = VerdictKind(request.form.get("kind", ""))
    except ValueError:
        raise Invalid("finding_state", field="kind", given="", known=", ".join(VerdictKind)) from None
    with context.writing() as session:
        store_verdict(session, current_actor(), finding_id, kind, request.form.get("reason", ""))
    flash(
        {
            VerdictKind.CONFIRMED: _("Confirmed: the words are vague."),
            VerdictKind.DISMISSED: _("Dismissed: the words are clear enough."),
            VerdictKind.OPEN: _("The answer was taken back."),
        }[kind]
    )
    return redirect(own_address(request.form.get("next")) or url_for("web.clarity"))


@require(Permission.VOTE)
def vote_finding(finding_id: int) -> Response:
    """Store a deputy's vote."""
    given = request.form.get("value", "")
    if given not in {opinion.value for opinion in Opinion}:
        raise Invalid("finding_state", field="value", given=given[:20], known=", ".join(Opinion))
    with context.writing() as session:
        vote_on_finding(session, current_actor(), finding_id, account_id(), Opinion(given))
    flash(_("Your vote is counted."))
    return redirect(url_for("web.finding_page", finding_id=finding_id, _anchor="votes-title"))


@require(Permission.COMMENT)
def say_of_finding(finding_id: int) -> Answer:
    """Store a remark on the words; one that does not fit comes back with what was typed."""
    text = request.form.get("text", "")
    try:
        with context.writing() as session:
            made = create_comment(
                session,
                current_actor(),
                Target(finding_id=finding_id),
                author_id=account_id(),
                language=page_language(),
                text=text,
            ).comment.id
    except NotFound:
        raise
    except UserError as error:
        error.field = "text"
        return draw(finding_id, typed={"text": text}, wrong=error), error.status
    flash(_("Your remark is published."))
    return redirect(url_for("web.finding_page", finding_id=finding_id, _anchor=f"comment-{made}"))


@require(Permission.WITHDRAW_OWN_COMMENT)
def take_back_of_finding(finding_id: int, comment: int) -> Response:
    """Take one's own remark back; its place stays."""
    entry = get_comment(context.reading(), comment)
    if entry.author.id != account_id() and not can(Permission.MODERATE):
        raise Forbidden("not_allowed")
    with context.writing() as session:
        withdraw_comment(session, current_actor(), comment)
    flash(_("The remark was taken back."))
    return redirect(url_for("web.finding_page", finding_id=finding_id, _anchor="talk"))


def words_of(session: Session, entry: FindingEntry) -> str:
    """The words of the provision that the finding stands in; "" where they cannot be had any more."""
    finding = entry.finding
    if finding.edition_id is not None:
        edition = load_edition(session, session.get_one(EditionRow, finding.edition_id))
    else:
        effect = revision_effect(
            session, session.get_one(AmendmentRevision, finding.revision_id or 0), finding.language
        )
        edition = effect.base if finding.change == "removed" or effect.edition is None else effect.edition
    speak_of(edition)
    node = edition.at(finding.address)
    return node.text if node is not None else ""
