"""A bill as one text: what is in it, what is left out, and that bills keep to their own base."""

from __future__ import annotations

from service.store.amendments import all_amendments
from service.store.bill_texts import BillText, bill_text, live
from service.store.bills import get_bill
from service.store.database import Database, Session, count_queries
from service.store.decisions import decide_amendment
from service.store.tables import AmendmentState
from tests.support.store import FIRST, SECOND, actor_of, amendment, bill, person


def _text(session: Session, number: str, *, accepted_only: bool = False) -> BillText:
    found = get_bill(session, number)
    chosen = live(all_amendments(session, found.bill), accepted_only=accepted_only)
    return bill_text(session, found, "ru", chosen)


def test_amendments_are_applied_by_number_and_what_cannot_be_is_left_out(with_act: Database) -> None:
    with with_act.writing() as session:
        author, made = person(session), bill(session)
        amendment(session, made, author)
        amendment(session, made, author)
    with with_act.reading() as session:
        text = _text(session, "7")
    assert text.included == (1,)
    assert text.touched == {"art_2/pt_1/sub_1": (1,)}
    assert "ежедневно чистит дорогу" in text.edition.text
    (out,) = text.left_out
    assert out.number == 2
    assert "при необходимости" in out.reasons[0].describe("ru")


def test_only_accepted_amendments_can_be_asked_for(with_act: Database) -> None:
    with with_act.writing() as session:
        author, made = person(session), bill(session)
        first = amendment(session, made, author)
    with with_act.reading() as session:
        before = _text(session, "7", accepted_only=True)
    with with_act.writing() as session:
        decide_amendment(
            session, actor_of(author), first.id or 0, AmendmentState.ACCEPTED, reason_ru="Да.", version=first.version
        )
    with with_act.reading() as session:
        after = _text(session, "7", accepted_only=True)
    assert (before.included, before.edition) == ((), before.base)
    assert after.included == (1,)


def test_bills_without_amendments_keep_to_their_own_base(with_act: Database) -> None:
    with with_act.writing() as session:
        bill(session, "7", FIRST)
        bill(session, "8", SECOND)
    with with_act.reading() as session:
        assert _text(session, "7").base.in_force_from == FIRST
        assert _text(session, "8").base.in_force_from == SECOND


def test_a_bill_is_put_together_with_as_many_queries_for_many_amendments_as_for_one(with_act: Database) -> None:
    with with_act.writing() as session:
        author, made = person(session), bill(session)
        for _ in range(20):
            amendment(session, made, author)
    with with_act.reading() as session:
        found = get_bill(session, "7")
        every = live(all_amendments(session, found.bill))
        asked = []
        for chosen in (every[:1], every):
            with_act.cache.clear()
            with count_queries() as counted:
                text = bill_text(session, found, "ru", chosen)
            assert len(text.included) + len(text.left_out) == len(chosen)
            asked.append(counted[0])
    assert len(every) == 20
    assert asked[0] == asked[1]
