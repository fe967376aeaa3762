"""Findings: listed by filters, answered by people, the answer staying with the words."""

from __future__ import annotations

import pytest
from sqlmodel import Session

from service.errors import Invalid, NotFound
from service.store.acts import get_act
from service.store.database import Database, count_queries
from service.store.editions import get_edition_row
from service.store.findings import (
    FindingFilter,
    count_findings,
    get_finding,
    list_findings,
)
from service.store.tables import EditionRow, VerdictKind
from service.store.verdicts import decide_finding, verdict_history
from tests.support.store import CODE, FIRST, SECOND, actor_of, person

ADDRESS = "art_2/pt_1/sub_1"


def row(session: Session, day: object = FIRST, language: str = "ru") -> EditionRow:
    return get_edition_row(session, get_act(session, CODE), language, day)  # type: ignore[arg-type]


def the_finding(session: Session, day: object = FIRST) -> int:
    """«при необходимости»."""
    (entry,) = list_findings(session, row(session, day), FindingFilter(address=ADDRESS)).items
    return entry.finding.id or 0


def test_a_finding_shows_its_words_and_place(with_act: Database) -> None:
    with with_act.reading() as session:
        (entry,) = list_findings(session, row(session), FindingFilter(address=ADDRESS)).items
    finding = entry.finding
    assert (finding.quote, finding.article, entry.state) == ("при необходимости", "art_2", "open")
    assert finding.end - finding.start == len(finding.quote)
    assert finding.factor
    assert finding.rule


def test_an_answer_holds_for_the_same_words_in_every_edition(with_act: Database) -> None:
    with with_act.writing() as session:
        deputy = actor_of(person(session))
        decided = decide_finding(session, deputy, the_finding(session, FIRST), VerdictKind.CONFIRMED)
        assert decided.state == "confirmed"
        assert decided.by is not None
        assert decided.by.login == "aliya"
    with with_act.reading() as session:
        assert get_finding(session, the_finding(session, SECOND)).state == "confirmed"


def test_an_answer_can_be_taken_back_and_history_stays(with_act: Database) -> None:
    with with_act.writing() as session:
        deputy = actor_of(person(session))
        finding = the_finding(session)
        with pytest.raises(Invalid, match="reason"):
            decide_finding(session, deputy, finding, VerdictKind.DISMISSED)
        decide_finding(session, deputy, finding, VerdictKind.DISMISSED, "Уточнено в правилах")
        assert decide_finding(session, deputy, finding, VerdictKind.OPEN).state == "open"
    with with_act.reading() as session:
        history = verdict_history(session, finding)
    assert [(verdict.kind.value, verdict.latest) for verdict, _ in history] == [("open", True), ("dismissed", False)]


def test_filters_and_counts_agree(with_act: Database) -> None:
    with with_act.writing() as session:
        decide_finding(session, actor_of(person(session)), the_finding(session), VerdictKind.CONFIRMED)
    with with_act.reading() as session:
        edition = row(session)
        everything = list_findings(session, edition).total
        counts = count_findings(session, edition)
        assert counts.total == everything == sum(counts.by_factor.values()) == sum(counts.by_state.values())
        for factor, count in counts.by_factor.items():
            assert list_findings(session, edition, FindingFilter(factor=factor)).total == count
        for state in ("open", "confirmed", "dismissed"):
            narrowed = FindingFilter(state=state)
            expected = counts.by_state.get(state, 0)
            assert list_findings(session, edition, narrowed).total == expected
            assert count_findings(session, edition, narrowed).total == expected
        assert sum(counts.by_article.values()) == everything
        assert list_findings(session, edition, FindingFilter(article="art_1", weight=4)).total == 0
        with pytest.raises(Invalid, match="open, asked_again, confirmed, dismissed, waiting"):
            list_findings(session, edition, FindingFilter(state="maybe"))


def test_a_list_of_findings_costs_two_queries(with_act: Database) -> None:
    with with_act.reading() as session:
        edition = row(session)
        with count_queries() as queries:
            list_findings(session, edition)
    assert queries == [2]


@pytest.mark.parametrize("number", [0, -5, 10**30])
def test_an_unknown_finding(with_act: Database, number: int) -> None:
    with with_act.reading() as session, pytest.raises(NotFound):
        get_finding(session, number)
