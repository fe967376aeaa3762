"""A colleague settled the conflict, or changed one of the two, while a joint text was written: both texts together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.errors import Invalid, UserError
from service.security.current import account_id, current_actor
from service.store.amendment_drafts import drop_draft, leave
from service.store.amendments import AmendmentEntry, get_amendment, written_by
from service.store.bills import BillEntry
from service.store.effects import instruction_in
from service.store.fields import MAX_INSTRUCTION, plain
from service.store.rewriting import Rewritten, Typed
from service.store.settling import Reason, Seen, take_together, word_anew
from service.store.tables import AmendmentDraft
from service.web.formats import moment
from service.web.presenters.bills import STATES, bill_title
from service.web.presenters.editing import MergeSide, changed_words, merge_side
from service.web.presenters.people import name_of
from service.web.presenters.runs import Run
from service.web.shell import in_section, page_language
from service.web.views.editing_form import LANGUAGES, Form
from service.web.views.solving_pair import Pair, as_started, start_form


@dataclass(frozen=True)
class Settling:
    """What a person fills in beside the wording: why, which amendment holds it, from which way it started.

    `second` is the revision of the second amendment that it started from; that of the first stands in the form.
    """

    reason: str = ""
    host: int = 0
    start: str = "joined"
    give_reason: str = ""
    keep: int = 0
    second: int = 0


def happened(pair: Pair, form: Form, settling: Settling, versions: Mapping[int, int]) -> list[str]:
    """What colleagues did with the two since the form was opened, a sentence each; empty where nothing.

    `versions` are those that the form came with, by the numbers of the amendments.
    """
    session, language = context.reading(), page_language()
    said = []
    for entry, started in zip((pair.first, pair.second), (form.revision, settling.second), strict=True):
        number, row = entry.amendment.number, entry.revision
        if row.number != started:
            who = name_of(written_by(session, row), language)
            said.append(
                _("No %(number)s: revision %(revision)s", number=number, revision=row.number) + _by(who, row.at)
            )
        if versions.get(number, entry.amendment.version) == entry.amendment.version and row.number == started:
            continue
        for decision, person in get_amendment(session, entry.amendment.id or 0).decisions[:1]:
            reason = decision.reason_kk if language == "kk" else decision.reason_ru
            reason = reason or decision.reason_ru or decision.reason_kk
            words = _("No %(number)s: %(state)s", number=number, state=STATES[decision.state])
            said.append(words + _by(name_of(person, language), decision.at) + (f". «{reason}»" if reason else ""))
    return said


def _by(who: str, at: object) -> str:
    when = moment(at, page_language())  # type: ignore[arg-type]
    return f" ({who}, {when})" if who else f" ({when})"


def merge_page(
    bill: BillEntry, pair: Pair, form: Form, settling: Settling, row: AmendmentDraft | None, *,
    said: list[str], wrong: UserError | None = None,
) -> str:  # fmt: skip
    """What was typed and what a colleague made of it meanwhile, side by side; a choice for each language."""
    in_section("bills")
    language = page_language()
    host, other, alone = _host(pair, settling)
    first, second = pair.numbers
    return render_template(
        "solve_merge.html",
        bill=bill.bill,
        bill_title=bill_title(bill.bill, language),
        numbers=pair.numbers,
        revisions=pair.revisions,
        versions={one.amendment.number: one.amendment.version for one in (pair.first, pair.second)},
        settled=not pair.clashes,
        host=host.amendment.number,
        other=other.amendment.number,
        alone=alone,
        said=said,
        form=form,
        settling=settling,
        row=row,
        sides=[_side(code, pair, form, settling) for code in LANGUAGES],
        changed=_changed(pair, form, settling),
        wrong=wrong.message(language) if wrong else "",
        self_address=url_for("web.solve_page", number=bill.bill.number, first=first, second=second),
        invented=bill.bill.demonstration,
    )


def _changed(pair: Pair, form: Form, settling: Settling) -> list[tuple[int, str, tuple[Run, ...]]]:
    """What colleagues changed in the instructions since: number of the amendment, language, words."""
    started = as_started(context.reading(), pair, (form.revision, settling.second))
    return [
        (now.amendment.number, code, changed_words(before, after))
        for then, now in ((started.first, pair.first), (started.second, pair.second))
        for code in LANGUAGES
        if (before := instruction_in(then.revision, code)) != (after := instruction_in(now.revision, code))
    ]


def picked(form: Form) -> Form:
    """The form after a merge: for each language the text that was picked. Raises TooLarge, Invalid as `plain` does."""
    typed: dict[str, Typed] = {}
    for code in LANGUAGES:
        name = request.form.get(f"pick-{code}", "")
        field = f"{name}-{code}" if name in ("theirs", "joint") else f"instruction-{code}"
        text = plain(request.form.get(field, ""), field, MAX_INSTRUCTION)
        typed[code] = Typed(text, text)
    return replace(form, typed=typed)


def save_settled(
    pair: Pair, number: str, form: Form, settling: Settling, found: Mapping[str, Rewritten], row: AmendmentDraft | None
) -> Response:
    """Save what was picked where the conflict is gone: in the amendment that is left, or in one for both.

    Raises Invalid where the text is not exact or has no reason, Conflict("amendment_changed").
    """
    host, other, alone = _host(pair, settling)
    key = pair.first.amendment.id or 0
    stays = all(form.typed[code].instruction == instruction_in(host.revision, code) for code in LANGUAGES)
    if not stays:
        for code, one in found.items():
            if not one.settled:
                raise Invalid("revision_not_exact", field=code)
    with context.writing() as session:
        if not stays:
            texts = form.typed["ru"].instruction, form.typed["kk"].instruction
            reason = Reason(**{page_language(): settling.reason})
            if alone:
                word_anew(session, current_actor(), seen(host), texts, reason, form.note)
            else:
                take_together(session, current_actor(), seen(host), seen(other), texts, reason, form.note)
        drop_draft(session, account_id(), key, row.id or 0 if row else 0)
        leave(session, account_id(), key)
    if stays:
        flash(_("Your colleague’s text stays; nothing was changed."))
    else:
        flash(_("Your text is saved as a new revision of amendment No %(number)s.", number=host.amendment.number))
    return redirect(url_for("web.bill", number=number, _anchor="said"))


def seen(entry: AmendmentEntry) -> Seen:
    """The amendment as the form saw it."""
    key = f"version-{entry.amendment.number}"
    return Seen(entry.amendment.id or 0, request.form.get(key, 0, type=int))


def _host(pair: Pair, settling: Settling) -> tuple[AmendmentEntry, AmendmentEntry, bool]:
    """Which of the two holds the text, the other one, and whether it is the only one that still counts."""
    pairs = [(pair.first, pair.second), (pair.second, pair.first)]
    left = [one for one in pairs if one[0].counts]
    if len(left) == 1:
        return *left[0], True
    chosen = next((one for one in pairs if one[0].amendment.number == settling.host), pairs[0])
    return *chosen, False


def _side(code: str, pair: Pair, form: Form, settling: Settling) -> MergeSide:
    # here, not above: the writer of instructions is slow to import
    from amendments.instructions.joining import joined_instruction
    from amendments.operations.joining import joined_words

    session = context.reading()
    started = as_started(session, pair, (form.revision, settling.second))
    base = start_form(session, started, settling.start).typed[code].instruction
    mine = form.typed[code].instruction
    if pair.clashes:
        theirs = start_form(session, pair, settling.start).typed[code].instruction
    else:
        theirs = instruction_in(_host(pair, settling)[0].revision, code)
    joint = None
    if mine not in (base, theirs) and theirs != base:
        edition = pair.bases.get(code)
        joint = joined_instruction(edition, base, mine, theirs) if edition is not None else None
        joint = joint if joint is not None else joined_words(base, mine, theirs)
    side = merge_side(code, base, mine, theirs, joint)
    if pair.clashes or joint is not None:
        return side
    # a text of one amendment alone and a joint one: taking the first for one language only would part the languages
    return replace(side, ask=True, pick="mine" if mine == theirs else "")
