"""Bills and amendments: revisions, decisions, votes, and two people at the same one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.errors import Conflict, Invalid, NotFound, TooLarge
from service.store.amendments import (
    Wording,
    create_amendment,
    get_amendment,
    get_amendment_by_number,
    list_amendments,
    revise_amendment,
    vote,
)
from service.store.audit import SYSTEM, entries
from service.store.bills import get_bill, list_bills
from service.store.database import Database, count_queries
from service.store.decisions import decide_amendment
from service.store.effects import amendment_effect, redline_rows
from service.store.findings import amendment_findings
from service.store.paging import Paging
from service.store.tables import AmendmentState, Role, VoteValue
from tests.support.store import SWEEP, actor_of, amendment, bill, person


def test_an_amendment_of_a_bill(with_act: Database) -> None:
    with with_act.writing() as session:
        author = person(session)
        made = amendment(session, bill(session), author)
    with with_act.reading() as session:
        found = get_amendment(session, made.id or 0)
        same = get_amendment_by_number(session, get_bill(session, "7").bill, 1)
    assert (found.amendment.number, found.amendment.state, found.amendment.version) == (1, AmendmentState.PENDING, 1)
    assert found.revision.instruction_ru == SWEEP.instruction_ru
    assert (found.author or author).login == "aliya"
    assert same.amendment.id == made.id


def test_what_it_does_to_the_law(with_act: Database) -> None:
    with with_act.writing() as session:
        made = amendment(session, bill(session), person(session))
    with with_act.reading() as session:
        for language, new in (("ru", "ежедневно чистит дорогу;"), ("kk", "күн сайын жолды тазалайды;")):
            effect = amendment_effect(session, made.id or 0, language)
            assert effect.exact
            assert effect.edition is not None
            provision = effect.edition.at("art_2/pt_1/sub_1")
            assert provision is not None
            assert provision.text == new
            changed = [row for row in redline_rows(session, made.id or 0, language) if row.status != "same"]
            assert [row.address_new for row in changed] == ["art_2/pt_1/sub_1"]
        assert amendment_effect(session, made.id or 0, "ru") is amendment_effect(session, made.id or 0, "ru")


def test_it_takes_a_vague_phrase_away(with_act: Database) -> None:
    with with_act.writing() as session:
        made = amendment(session, bill(session), person(session))
    with with_act.reading() as session:
        (entry,) = amendment_findings(session, made.id or 0, "ru")
        assert (entry.finding.change, entry.finding.quote.casefold()) == ("removed", "при необходимости")
        (listed,) = list_amendments(session, get_bill(session, "7").bill).items
        assert {code: counts["removed"] for code, counts in listed.findings.items()} == {"ru": 1, "kk": 1}
        assert listed.places == ("art_2",)


def test_an_instruction_that_does_not_fit_is_kept_and_told(with_act: Database) -> None:
    wrong = replace(SWEEP, instruction_ru=SWEEP.instruction_ru.replace("при необходимости", "при желании"))
    with with_act.writing() as session:
        made = amendment(session, bill(session), person(session), wrong)
    with with_act.reading() as session:
        effect = amendment_effect(session, made.id or 0, "ru")
        assert effect.edition is None
        assert effect.refusals
        assert redline_rows(session, made.id or 0, "ru") == ()
        assert get_amendment(session, made.id or 0).revision.operations_ru


def test_a_revision_keeps_the_earlier_one(with_act: Database) -> None:
    with with_act.writing() as session:
        author = person(session)
        made = amendment(session, bill(session), author)
        better = replace(SWEEP, instruction_ru=SWEEP.instruction_ru.replace("ежедневно", "еженедельно"))
        revised = revise_amendment(session, actor_of(author), made.id or 0, better, version=1)
        assert (revised.revision, revised.version) == (2, 2)
    with with_act.reading() as session:
        found = get_amendment(session, made.id or 0)
        assert [revision.number for revision in found.revisions] == [1, 2]
        assert "ежедневно" in found.revisions[0].instruction_ru
        assert "еженедельно" in found.revision.instruction_ru
        assert "ежедневно" in amendment_effect(session, made.id or 0, "ru", revision=1).edition.text  # type: ignore[union-attr]
        assert "еженедельно" in amendment_effect(session, made.id or 0, "ru").edition.text  # type: ignore[union-attr]
        with pytest.raises(NotFound, match="no revision 3"):
            amendment_effect(session, made.id or 0, "ru", revision=3)
        actions = [row.action for row in entries(session, subject=f"amendment/{made.id}").items]
    assert actions == ["amendment:revised", "amendment:created"]


def test_who_saw_an_older_version_is_told_and_overwrites_nothing(with_act: Database) -> None:
    with with_act.writing() as session:
        author = person(session)
        made = amendment(session, bill(session), author)
    with with_act.writing() as session:
        revise_amendment(session, actor_of(author), made.id or 0, replace(SWEEP, note="первый"), version=1)
    with pytest.raises(Conflict) as raised, with_act.writing() as session:
        revise_amendment(session, actor_of(author), made.id or 0, replace(SWEEP, note="второй"), version=1)
    assert "вы видели версию 1, теперь 2" in raised.value.message("ru")
    with pytest.raises(Conflict), with_act.writing() as session:
        decide_amendment(session, SYSTEM, made.id or 0, AmendmentState.ACCEPTED, version=1)
    with with_act.reading() as session:
        found = get_amendment(session, made.id or 0)
    assert (found.revision.note, found.amendment.state) == ("первый", AmendmentState.PENDING)


def test_decisions_keep_their_history(with_act: Database) -> None:
    with with_act.writing() as session:
        staff = person(session, "staff", Role.STAFF)
        made = amendment(session, bill(session), person(session))
        by = actor_of(staff)
        with pytest.raises(Invalid, match="reason"):
            decide_amendment(session, by, made.id or 0, AmendmentState.REJECTED, "  ", version=1)
        decide_amendment(session, by, made.id or 0, AmendmentState.REJECTED, "Нет денег", "Ақша жоқ", version=1)
        decide_amendment(session, by, made.id or 0, AmendmentState.PENDING, version=2)
        decide_amendment(session, by, made.id or 0, AmendmentState.ACCEPTED, version=3)
    with with_act.reading() as session:
        found = get_amendment(session, made.id or 0)
        states = get_bill(session, "7").states
    assert found.amendment.state is AmendmentState.ACCEPTED
    assert states == {AmendmentState.ACCEPTED: 1}
    history = [(decision.state.value, decision.reason_kk, by.login) for decision, by in found.decisions if by]
    assert history == [("accepted", "", "staff"), ("pending", "", "staff"), ("rejected", "Ақша жоқ", "staff")]


def test_a_vote_can_be_changed_and_counts_once(with_act: Database) -> None:
    with with_act.writing() as session:
        first, second = person(session), person(session, "bolat")
        made = amendment(session, bill(session), first)
        vote(session, actor_of(first), made.id or 0, first.id or 0, VoteValue.AGAINST)
        vote(session, actor_of(second), made.id or 0, second.id or 0, VoteValue.FOR)
        counts = vote(session, actor_of(first), made.id or 0, first.id or 0, VoteValue.FOR)
    assert counts == {VoteValue.FOR: 2, VoteValue.AGAINST: 0, VoteValue.ABSTAIN: 0}


def test_lists_are_filtered_and_cost_the_same_at_any_length(with_act: Database) -> None:
    roads = Wording("статью 1 исключить.", "1-бап алып тасталсын.", title_ru="Без определения")
    with with_act.writing() as session:
        author, of = person(session), bill(session)
        amendment(session, of, author)
    with with_act.reading() as session, count_queries() as few:
        assert list_amendments(session, of).total == 1
    with with_act.writing() as session:
        for _ in range(20):
            create_amendment(session, actor_of(author), of, roads, author_id=None)
    with with_act.reading() as session:
        with count_queries() as many:
            page = list_amendments(session, of, Paging(per_page=15))
        assert many == few
        assert (page.total, len(page.items), page.pages, page.next) == (21, 15, 2, 2)
        assert list_amendments(session, of, Paging(page=2, per_page=15)).items[-1].amendment.number == 21
        assert list_amendments(session, of, author_id=author.id).total == 1
        assert list_amendments(session, of, article="art_2").total == 1
        assert list_amendments(session, of, article="art_1").total == 20
        assert list_amendments(session, of, state=AmendmentState.REJECTED).total == 0


def test_lists_of_bills_cost_the_same_at_any_length(with_act: Database) -> None:
    with with_act.writing() as session:
        bill(session, "1")
    with with_act.reading() as session, count_queries() as few:
        list_bills(session)
    with with_act.writing() as session:
        for number in range(2, 30):
            bill(session, str(number))
    with with_act.reading() as session, count_queries() as many:
        page = list_bills(session)
    assert many == few
    assert (page.total, page.items[0].bill.number) == (29, "29")


def test_what_cannot_be_registered(with_act: Database) -> None:
    with with_act.writing() as session:
        bill(session)
        with pytest.raises(Conflict, match="There is a bill"):
            bill(session)
        with pytest.raises(NotFound, match="2025-01-01, 2026-01-01"):
            bill(session, "8", date(2025, 7, 1))
        with pytest.raises(Invalid):
            bill(session, "a/b")
        with pytest.raises(NotFound):
            get_bill(session, "9")
        for number in (0, -1, 2, 10**30):
            with pytest.raises(NotFound):
                get_amendment(session, number)


BAD_WORDINGS = {
    "nothing": (Wording(" ", ""), Invalid, "amendment_empty"),
    "a book": (Wording("x" * 200_001, ""), TooLarge, "field_too_long"),
    "an endless title": (replace(SWEEP, title_kk="ә" * 2_001), TooLarge, "field_too_long"),
    "a control character": (replace(SWEEP, grounds_ru="а\x00б"), Invalid, "field_control_character"),
    "half a pair": (replace(SWEEP, grounds_ru="\ud83d"), Invalid, "field_control_character"),
}


@pytest.mark.parametrize("case", BAD_WORDINGS)
def test_wordings_that_cannot_be_kept(with_act: Database, case: str) -> None:
    wording, kind, code = BAD_WORDINGS[case]
    with with_act.writing() as session:
        of, author = bill(session), person(session)
        with pytest.raises(kind) as raised:
            amendment(session, of, author, wording)
    assert raised.value.code == code
    assert raised.value.message("kk")
