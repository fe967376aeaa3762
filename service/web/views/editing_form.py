"""What the form of an amendment holds: from a request, from a draft, from a revision; and what a draft keeps of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from flask import request

from amendments.law.edition import Edition
from service.security.current import can, current_account
from service.security.permissions import Permission
from service.store.amendments import AmendmentDetail
from service.store.bills import BillEntry
from service.store.database import Session
from service.store.editions import editions_on
from service.store.effects import instruction_in
from service.store.fields import MAX_INSTRUCTION, MAX_NOTE, plain
from service.store.guidance import NONE, guidance_of
from service.store.rewriting import MOST_ARTICLES, Rewritten, Typed, opened, rework
from service.store.tables import AmendmentDraft, AmendmentRevision

LANGUAGES: Final = ("ru", "kk")
_ADDRESS: Final = re.compile(r"art_[0-9]{1,4}(?:-[0-9]{1,4}){0,3}")


@dataclass(frozen=True)
class Form:
    """What is typed, by language; `revision` is the one that it started from."""

    typed: Mapping[str, Typed]
    note: str = ""
    revision: int = 0
    draft: int = 0
    serial: int = 0
    prefer: Mapping[str, str] = field(default_factory=dict)

    def content(self) -> dict[str, Any]:
        """What a draft keeps."""
        sheets = {
            code: {"instruction": one.instruction, "seen": one.seen, "texts": dict(one.texts)}
            for code, one in self.typed.items()
        }
        return {"sheets": sheets, "note": self.note}

    def with_outcome(self, found: Mapping[str, Rewritten]) -> Form:
        """The form after one side was made from the other."""
        return replace(
            self, typed={code: found[code].typed if code in found else one for code, one in self.typed.items()}
        )


def may_edit(detail: AmendmentDetail) -> bool:
    """Whether this request may write revisions of an amendment: its author, and who may edit any."""
    account = current_account()
    own = account is not None and detail.amendment.author_id == account.id
    return can(Permission.EDIT_ANY_AMENDMENT) or (own and can(Permission.WRITE_AMENDMENT))


def form_sent(detail: AmendmentDetail) -> Form:
    """The form as it was sent. Raises TooLarge, Invalid for text that cannot be kept."""
    return form_sent_by(detail.amendment.revision)


def form_sent_by(revision: int) -> Form:
    """The form as it was sent; `revision` is the one that it started from where it does not say."""
    sent = request.form
    return Form(
        {code: _typed(code) for code in LANGUAGES},
        plain(sent.get("note", ""), "note", MAX_NOTE),
        sent.get("revision", revision, type=int),
        sent.get("draft", 0, type=int),
        sent.get("serial", 0, type=int),
        {code: sent.get(f"prefer-{code}", "") for code in LANGUAGES},
    )


def form_of_draft(row: AmendmentDraft) -> Form:
    """The form as a draft kept it."""
    sheets = row.content.get("sheets", {})
    typed = {
        code: Typed(one.get("instruction", ""), one.get("seen", ""), one.get("texts", {}))
        for code in LANGUAGES
        for one in (sheets.get(code, {}),)
    }
    return Form(typed, row.content.get("note", ""), row.revision, row.id or 0, row.serial)


def form_of_revision(revision: AmendmentRevision) -> Form:
    """The form before anything is typed; its texts are filled in by `worked`."""
    words = {code: instruction_in(revision, code) for code in LANGUAGES}
    return Form({code: Typed(text, text) for code, text in words.items()}, revision=revision.number)


def bases(session: Session, bill: BillEntry) -> dict[str, Edition]:
    """The editions that the bill's amendments are written against now, by language; those that there are."""
    return editions_on(session, bill.act, bill.bill.base_date)


def worked(form: Form, editions: Mapping[str, Edition], revision: AmendmentRevision | None) -> dict[str, Rewritten]:
    """Both sides of each language that the act has a text in; read as was decided about `revision`, where given."""
    found: dict[str, Rewritten] = {}
    for code, base in editions.items():
        typed, guidance = form.typed[code], guidance_of(revision, code) if revision is not None else NONE
        untouched = typed.instruction == typed.seen and not typed.texts and not typed.more
        found[code] = (
            opened(base, typed.instruction, guidance)
            if untouched
            else rework(base, typed, guidance, form.prefer.get(code, ""))
        )
    return found


def _typed(code: str) -> Typed:
    sent = request.form
    names = [name for name in sent if name.startswith(f"text-{code}-")]
    texts = {
        name.removeprefix(f"text-{code}-"): plain(sent[name], name, MAX_INSTRUCTION)
        for name in names[:MOST_ARTICLES]
        if _ADDRESS.fullmatch(name.removeprefix(f"text-{code}-"))
    }
    instruction, seen = f"instruction-{code}", f"seen-{code}"
    return Typed(
        plain(sent.get(instruction, ""), instruction, MAX_INSTRUCTION),
        plain(sent.get(seen, ""), seen, MAX_INSTRUCTION),
        texts,
        _added(code, texts),
    )


def _added(code: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The article whose number was given, to be opened for editing."""
    number = request.form.get(f"more-{code}", "").strip()
    address = f"art_{number}"
    if not _ADDRESS.fullmatch(address) or address in texts or len(texts) >= MOST_ARTICLES:
        return ()
    return (address,)
