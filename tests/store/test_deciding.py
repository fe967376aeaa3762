"""Many decisions at once, all or none; and undoing them."""

from __future__ import annotations

from typing import Any

import pytest

from service.errors import Invalid, NotFound
from service.store.amendments import get_amendment, revise_amendment
from service.store.audit import Actor, entries, verify
from service.store.database import Database
from service.store.deciding import MOST, Overtaken, decide_many, decisions_together, standing, undo_decision
from service.store.decisions import decide_amendment
from service.store.tables import AmendmentState, Bill, Role
from tests.support.store import SWEEP, actor_of, amendment, bill, person

ACCEPTED, REJECTED, PENDING = AmendmentState.ACCEPTED, AmendmentState.REJECTED, AmendmentState.PENDING


class Desk:
    """A bill with three amendments, and a member of the staff."""

    def __init__(self, database: Database, *, amendments: int = 3) -> None:
        self.database = database
        with database.writing() as session:
            author = person(session)
            self.staff: Actor = actor_of(person(session, "bota", Role.STAFF))
            self.other: Actor = actor_of(person(session, "dias", Role.STAFF))
            self.bill: Bill = bill(session)
            self.ids = [amendment(session, self.bill, author).id or 0 for _ in range(amendments)]

    def states(self) -> list[str]:
        with self.database.reading() as session:
            return [get_amendment(session, one).amendment.state.value for one in self.ids]

    def decide(self, seen: dict[int, int], state: AmendmentState, reason: str = "", by: Actor | None = None) -> Any:
        with self.database.writing() as session:
            return decide_many(session, by or self.staff, self.bill, seen, state, reason)

    def undo(self, decision: int, *, together: bool = False) -> Any:
        with self.database.writing() as session:
            return undo_decision(session, self.other, decision, together=together)


@pytest.fixture
def desk(with_act: Database) -> Desk:
    return Desk(with_act)


def test_many_are_decided_at_once_each_with_a_history_and_an_audit_row_of_its_own(desk: Desk) -> None:
    made = desk.decide({1: 1, 3: 1}, REJECTED, "Уже есть в статье 2.")
    assert [one.amendment.number for one in made] == [1, 3]
    assert desk.states() == ["rejected", "pending", "rejected"]
    with desk.database.reading() as session:
        for one in (desk.ids[0], desk.ids[2]):
            (decision, by) = get_amendment(session, one).decisions[0]
            assert (decision.reason_ru, decision.together_id) == ("Уже есть в статье 2.", made[0].decision.id)
            assert by is not None
            assert by.login == "bota"
            assert entries(session, subject=f"amendment/{one}").items[0].action == "amendment:decided"
        together = decisions_together(session, made[1].decision.id or 0)
        assert [row.number for _, row, _ in together] == [1, 3]
        assert verify(session).broken_at is None


def test_who_changed_one_meanwhile_stops_all_and_is_named(desk: Desk) -> None:
    with desk.database.writing() as session:
        decide_amendment(session, desk.other, desk.ids[1], ACCEPTED, version=1)
        revise_amendment(session, desk.other, desk.ids[2], SWEEP, version=1)
    with pytest.raises(Overtaken) as raised:
        desk.decide({1: 1, 2: 1, 3: 1}, REJECTED, "Нет.")
    assert raised.value.numbers == (2, 3)
    assert "№ 2, 3" in raised.value.message("ru")
    assert desk.states() == ["pending", "accepted", "pending"]
    with desk.database.reading() as session:
        assert get_amendment(session, desk.ids[0]).decisions == []


def test_those_that_are_so_already_stay_as_they_are(desk: Desk) -> None:
    desk.decide({1: 1}, ACCEPTED)
    made = desk.decide({1: 2, 2: 1}, ACCEPTED)
    assert [one.amendment.number for one in made] == [2]
    with pytest.raises(Invalid) as raised:
        desk.decide({1: 2, 2: 2}, ACCEPTED)
    assert raised.value.code == "nothing_to_decide"


@pytest.mark.parametrize(
    ("seen", "reason", "code"),
    [
        ({1: 1}, "  ", "reason_needed"),
        ({}, "Нет.", "nothing_to_decide"),
        (dict.fromkeys(range(1, MOST + 2), 1), "Нет.", "too_many_at_once"),
    ],
)
def test_what_cannot_be_decided(desk: Desk, seen: dict[int, int], reason: str, code: str) -> None:
    with pytest.raises(Invalid) as raised:
        desk.decide(seen, REJECTED, reason)
    assert raised.value.code == code


def test_an_amendment_that_is_not_there_stops_all(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.decide({1: 1, 99: 1}, ACCEPTED)
    assert desk.states() == ["pending"] * 3


def test_undoing_brings_back_what_was_before_with_its_reason(desk: Desk) -> None:
    desk.decide({1: 1}, REJECTED, "Рано.")
    (second,) = desk.decide({1: 2}, ACCEPTED)
    (undone,) = desk.undo(second.decision.id)
    assert desk.states()[0] == "rejected"
    assert (undone.decision.reason_ru, undone.decision.undoes_id) == ("Рано.", second.decision.id)
    with desk.database.reading() as session:
        (_, by) = get_amendment(session, desk.ids[0]).decisions[0]
        assert by is not None
        assert by.login == "dias"
        assert entries(session, subject=f"amendment/{desk.ids[0]}").items[0].action == "amendment:decision_undone"


def test_undoing_the_first_decision_and_undoing_that(desk: Desk) -> None:
    (first,) = desk.decide({1: 1}, ACCEPTED)
    (undone,) = desk.undo(first.decision.id)
    assert desk.states()[0] == "pending"
    desk.undo(undone.decision.id)
    assert desk.states()[0] == "accepted"


def test_many_are_undone_at_once_or_one_of_them_alone(desk: Desk) -> None:
    made = desk.decide({1: 1, 2: 1, 3: 1}, ACCEPTED)
    back = desk.undo(made[1].decision.id, together=True)
    assert desk.states() == ["pending"] * 3
    assert {one.decision.together_id for one in back} == {back[0].decision.id}
    desk.undo(back[2].decision.id)
    assert desk.states() == ["pending", "pending", "accepted"]


def test_what_was_decided_since_is_not_undone(desk: Desk) -> None:
    made = desk.decide({1: 1, 2: 1}, ACCEPTED)
    with desk.database.reading() as session:
        assert standing(session, [one.decision for one in made])
    desk.decide({2: 2}, REJECTED, "Спор.", by=desk.other)
    with desk.database.reading() as session:
        assert not standing(session, [one.decision for one in made])
    with pytest.raises(Overtaken) as raised:
        desk.undo(made[0].decision.id, together=True)
    assert raised.value.numbers == (2,)
    assert desk.states() == ["accepted", "rejected", "pending"]
    desk.undo(made[0].decision.id)
    assert desk.states() == ["pending", "rejected", "pending"]


def test_a_new_wording_does_not_stand_in_the_way_of_undoing(desk: Desk) -> None:
    (made,) = desk.decide({1: 1}, ACCEPTED)
    with desk.database.writing() as session:
        revise_amendment(session, desk.other, desk.ids[0], SWEEP, version=2)
    desk.undo(made.decision.id)
    assert desk.states()[0] == "pending"


@pytest.mark.parametrize("unknown", [0, -1, 99_999, 2**40])
def test_a_decision_that_is_not_there(desk: Desk, unknown: int) -> None:
    with pytest.raises(NotFound):
        desk.undo(unknown)
