"""A conflict is settled: a joint text takes the place of both, or one gives way; and how far a bill is then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from service.errors import Conflict, Invalid
from service.store.amendments import AmendmentEntry, Wording, all_amendments
from service.store.bill_texts import bill_text, chosen_by, live, numbers_of, written_numbers
from service.store.bills import get_bill
from service.store.clashes import Clash, clashes_of
from service.store.database import Database
from service.store.decisions import decide_amendment
from service.store.editions import get_edition
from service.store.progress import Chosen, by_number, progress
from service.store.settling import Reason, Seen, give_way, take_together
from service.store.tables import AmendmentState
from tests.support.store import FIRST, actor_of, amendment, bill, person

DAILY = Wording("в подпункте 1) пункта 1 статьи 2 слова «при необходимости» заменить словом «ежедневно».", "")
WEEKLY = Wording("в подпункте 1) пункта 1 статьи 2 слова «при необходимости» заменить словом «еженедельно».", "")
TWO_ARTICLES = Wording(
    "в подпункте 2) пункта 2 статьи 1 слово «зимняя» заменить словом «ледовая»; "
    "в подпункте 2) пункта 1 статьи 2 слово «рабочих» исключить.",
    "",
)
JOINT = "в подпункте 1) пункта 1 статьи 2 слова «при необходимости» заменить словами «не реже раза в неделю»."


@pytest.fixture
def with_bill(with_act: Database) -> Database:
    """Bill 7: Nos 1 and 2 in conflict, No 3 changes two articles, No 4 is not understood."""
    with with_act.writing() as session:
        author, made = person(session), bill(session)
        for wording in (DAILY, WEEKLY, TWO_ARTICLES, Wording("улучшить дороги.", "")):
            amendment(session, made, author, wording)
    return with_act


def _entries(session: Session) -> list[AmendmentEntry]:
    return all_amendments(session, get_bill(session, "7").bill)


def _clashes(session: Session) -> tuple[Clash, ...]:
    found = get_bill(session, "7")
    return clashes_of(session, _entries(session), "ru", get_edition(session, found.act, "ru", FIRST))


def _seen(session: Session, number: int) -> Seen:
    row = _entries(session)[number - 1].amendment
    return Seen(row.id or 0, row.version)


def _settle(database: Database, why: str = "Чаще не нужно.", seen: Seen | None = None) -> None:
    with database.writing() as session:
        actor, other = actor_of(person(session, "zhanar")), seen or _seen(session, 2)
        take_together(session, actor, _seen(session, 1), other, (JOINT, ""), Reason(ru=why), "Совместно с № 2")


def test_after_a_joint_text_the_conflict_is_gone_and_the_law_has_its_words_once(with_bill: Database) -> None:
    with with_bill.reading() as session:
        assert [(clash.first, clash.second) for clash in _clashes(session)] == [(1, 2)]
    _settle(with_bill)
    with with_bill.reading() as session:
        host, other = _entries(session)[:2]
        assert (host.revision.number, host.revision.instruction_ru) == (2, JOINT)
        assert {host.amendment.state, other.amendment.state} == {AmendmentState.ACCEPTED_AS_WORDED}
        assert (host.taken_into, other.taken_into) == (None, 1)
        assert _clashes(session) == ()
        text = bill_text(session, get_bill(session, "7"), "ru", live(_entries(session)))
        assert 1 in text.included
        assert 2 not in text.included
        assert "не реже раза в неделю" in text.edition.text


def test_all_amendments_together_leave_out_what_another_one_holds_and_say_so(with_bill: Database) -> None:
    _settle(with_bill)
    with with_bill.reading() as session:
        text = bill_text(session, get_bill(session, "7"), "ru", chosen_by(_entries(session), "all"))
        out = {one.number: [reason.describe("ru") for reason in one.reasons] for one in text.left_out}
        assert "№ 1" in out[2][0]
        alone = bill_text(session, get_bill(session, "7"), "ru", chosen_by(_entries(session), "2"))
        assert alone.included == (2,)


def test_another_decision_takes_it_out_of_the_joint_text_again(with_bill: Database) -> None:
    _settle(with_bill)
    with with_bill.writing() as session:
        seen = _seen(session, 2)
        actor = actor_of(person(session, "dana"))
        decide_amendment(session, actor, seen.id, AmendmentState.PENDING, version=seen.version)
    with with_bill.reading() as session:
        assert _entries(session)[1].taken_into is None
        assert [(clash.first, clash.second) for clash in _clashes(session)] == [(1, 2)]


def test_nothing_is_saved_without_a_reason_or_over_a_colleagues_change(with_bill: Database) -> None:
    with pytest.raises(Invalid) as missing:
        _settle(with_bill, why="  ")
    assert missing.value.code == "reason_needed"
    with with_bill.writing() as session:
        old = _seen(session, 2)
        actor = actor_of(person(session, "dana"))
        decide_amendment(session, actor, old.id, AmendmentState.POSTPONED, "Позже.", version=old.version)
    with pytest.raises(Conflict):
        _settle(with_bill, seen=old)
    with with_bill.reading() as session:
        assert _entries(session)[0].revision.number == 1


def test_one_of_two_gives_way(with_bill: Database) -> None:
    with with_bill.writing() as session:
        actor = actor_of(person(session, "dana"))
        give_way(session, actor, _seen(session, 2), _seen(session, 1), Reason(ru="Слишком редко."))
    with with_bill.reading() as session:
        assert _entries(session)[1].amendment.state is AmendmentState.REJECTED
        assert _clashes(session) == ()


def test_every_number_of_the_progress_is_that_of_the_list(with_bill: Database) -> None:
    with with_bill.writing() as session:
        seen = _seen(session, 3)
        decide_amendment(session, actor_of(person(session, "dana")), seen.id, AmendmentState.ACCEPTED, version=1)
    with with_bill.reading() as session:
        entries, clashes = _entries(session), by_number(_clashes(session))
    found = progress(entries, clashes, {"art_1": 1, "art_2": 2})
    assert list(found.articles) == ["art_1", "art_2", "none"]
    assert found.several == 1
    for place, tally in {"": found.whole, **found.articles}.items():
        assert sum(tally.states.values()) == tally.total == tally.decided + tally.waiting + tally.postponed
        for state in AmendmentState:
            listed = [entry for entry in entries if Chosen(state.value, place).has(entry, clashes)]
            assert len(listed) == tally.states.get(state, 0)
        assert tally.clashing == sum(Chosen("", place, clashing=True).has(entry, clashes) for entry in entries)
    assert (found.whole.total, found.whole.clashing, found.articles["art_1"].clashing) == (4, 2, 0)
    assert sum(tally.total for tally in found.articles.values()) == found.whole.total + found.several


@given(st.sets(st.integers(1, 2000), max_size=300))
def test_a_choice_is_read_as_it_is_written(numbers: set[int]) -> None:
    assert numbers_of(written_numbers(numbers)) == numbers


@pytest.mark.parametrize("choice", ["x", "3-1", "1,,2", "-1", "1-999999999", "1;2", "²"])
def test_a_choice_that_says_nothing_is_refused(choice: str) -> None:
    with pytest.raises(Invalid):
        numbers_of(choice)
