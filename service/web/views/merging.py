"""A colleague saved first: base, yours and theirs beside each other, joined by words where they do not collide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import render_template, request, url_for

from amendments.law.edition import Edition
from service.store.amendments import AmendmentDetail
from service.store.bills import BillEntry
from service.store.effects import instruction_in
from service.store.fields import MAX_INSTRUCTION, plain
from service.store.rewriting import Typed
from service.store.tables import AmendmentDraft
from service.web.presenters.bills import bill_title
from service.web.presenters.editing import MergeSide, merge_side
from service.web.shell import in_section, page_language
from service.web.views.editing_form import LANGUAGES, Form


def merge_page(
    bill: BillEntry, detail: AmendmentDetail, form: Form, row: AmendmentDraft | None, editions: Mapping[str, Edition]
) -> str:
    """The page on which what was typed and what a colleague saved become one wording."""
    in_section("bills")
    language = page_language()
    return render_template(
        "merge.html",
        bill=bill.bill,
        bill_title=bill_title(bill.bill, language),
        amendment=detail.amendment,
        form=form,
        row=row,
        theirs=detail.revision,
        sides=[_side(code, detail, form, editions.get(code)) for code in LANGUAGES],
        edit_address=url_for("web.edit_step", number=bill.bill.number, amendment=detail.amendment.number),
        invented=bill.bill.demonstration,
    )


def joint_sent(form: Form, detail: AmendmentDetail) -> Form:
    """The form after a merge: for each language the side that was picked; it starts from the last revision now.

    Raises TooLarge, Invalid as `plain` does.
    """
    number = request.form.get("theirs", 0, type=int)
    theirs = next((one for one in detail.revisions if one.number == number), detail.revision)
    typed: dict[str, Typed] = {}
    for code in LANGUAGES:
        joint = plain(request.form.get(f"joint-{code}", ""), f"joint-{code}", MAX_INSTRUCTION)
        stored = instruction_in(theirs, code)
        picked = {"theirs": stored, "joint": joint}.get(
            request.form.get(f"pick-{code}", ""), form.typed[code].instruction
        )
        typed[code] = Typed(picked, picked)
    return replace(form, typed=typed, revision=theirs.number)


def _side(code: str, detail: AmendmentDetail, form: Form, edition: Edition | None) -> MergeSide:
    # here, not above: the writer of instructions is slow to import
    from amendments.instructions.joining import joined_instruction
    from amendments.operations.joining import joined_words

    started = next((one for one in detail.revisions if one.number == form.revision), detail.revisions[0])
    base, mine, theirs = (
        instruction_in(started, code),
        form.typed[code].instruction,
        instruction_in(detail.revision, code),
    )
    joint = None
    if mine not in (base, theirs) and theirs != base:
        joint = joined_instruction(edition, base, mine, theirs) if edition is not None else None
        joint = joint if joint is not None else joined_words(base, mine, theirs)
    return merge_side(code, base, mine, theirs, joint)
