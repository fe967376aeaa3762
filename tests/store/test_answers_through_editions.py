"""An answer stays with its words: the next edition, a moved unit, another wording, other rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import Session, select

from service.store.acts import get_act
from service.store.audit import CLI
from service.store.bills import get_bill
from service.store.database import Database
from service.store.editions import get_edition_row
from service.store.finding_rows import edition_rows
from service.store.findings import FindingEntry, FindingFilter, amendment_findings, list_findings
from service.store.importing import import_sources
from service.store.rule_files import RULES
from service.store.rule_scores import RuleScore, rule_scores
from service.store.searching_anew import outdated, search_anew
from service.store.sources import ActDescription, EditionSource
from service.store.tables import FindingRow, Meta, Opinion, VerdictKind
from service.store.verdicts import decide_finding, finding_votes, verdict_history, vote_on_finding
from tests.support.store import CODE, FIRST, RU_SECOND, SECOND, actor_of, amendment, bill, person

ADDRESS = "art_2/pt_1/sub_1"
THIRD = date(2026, 6, 1)
CLEANS = "1) при необходимости чистит дорогу;"


def found(session: Session, day: date, address: str = ADDRESS) -> FindingEntry:
    """The finding of «при необходимости» (or what became of it) in an edition."""
    row = get_edition_row(session, get_act(session, CODE), "ru", day)
    entry: FindingEntry = list_findings(session, row, FindingFilter(address=address)).items[0]
    return entry


def decide(database: Database, kind: VerdictKind = VerdictKind.CONFIRMED, reason: str = "") -> None:
    with database.writing() as session:
        decide_finding(session, actor_of(person(session)), found(session, FIRST).finding.id or 0, kind, reason)


def import_third(database: Database, folder: Path, old: str, new: str) -> None:
    """A third edition, where words of the second one gave way to others."""
    assert RU_SECOND.count(old) == 1
    path = folder / "third.md"
    path.write_text(RU_SECOND.replace(old, new), encoding="utf-8")
    with database.writing() as session:
        act = ActDescription(CODE, "", "", "", "ЗАК", FIRST, demonstration=False)
        import_sources(session, act, [EditionSource(path, "ru", THIRD, "")], CLI)


def test_an_answer_stays_where_the_provision_reads_the_same(with_act: Database) -> None:
    decide(with_act)
    with with_act.reading() as session:
        assert [found(session, day).state for day in (FIRST, SECOND)] == ["confirmed", "confirmed"]


def test_people_are_asked_again_where_the_provision_changed(with_act: Database, tmp_path: Path) -> None:
    decide(with_act, VerdictKind.DISMISSED, "Случаи названы в правилах")
    import_third(with_act, tmp_path, CLEANS, "1) при необходимости чистит дорогу и мост;")
    with with_act.reading() as session:
        entry = found(session, THIRD)
        assert (entry.state, entry.verdict) == ("asked_again", None)
        assert entry.former is not None
        assert entry.former_by is not None
        assert (entry.former.kind, entry.former.reason) == (VerdictKind.DISMISSED, "Случаи названы в правилах")
        assert (entry.former.quote, entry.former_by.login) == ("при необходимости", "aliya")
        assert found(session, SECOND).state == "dismissed"
        row = get_edition_row(session, get_act(session, CODE), "ru", THIRD)
        waiting = list_findings(session, row, FindingFilter(state="waiting")).items
        assert entry.finding.id in {one.finding.id for one in waiting}


def test_a_new_answer_after_the_change_leaves_the_old_edition_as_it_was(with_act: Database, tmp_path: Path) -> None:
    decide(with_act, VerdictKind.DISMISSED, "Так принято")
    import_third(with_act, tmp_path, CLEANS, "1) при необходимости чистит дорогу и мост;")
    with with_act.writing() as session:
        actor = actor_of(person(session, "berik"))
        decide_finding(session, actor, found(session, THIRD).finding.id or 0, VerdictKind.CONFIRMED)
    with with_act.reading() as session:
        assert [found(session, day).state for day in (FIRST, SECOND, THIRD)] == ["dismissed", "dismissed", "confirmed"]
        history = verdict_history(session, found(session, THIRD).finding.id or 0)
    assert [(verdict.kind.value, by.login if by else "") for verdict, by in history] == [
        ("confirmed", "berik"),
        ("dismissed", "aliya"),
    ]


def test_other_words_of_the_same_kind_in_the_same_place_show_what_was_said_of_the_old_ones(
    with_act: Database, tmp_path: Path
) -> None:
    decide(with_act)
    import_third(with_act, tmp_path, "при необходимости чистит", "в случае необходимости чистит")
    with with_act.reading() as session:
        entry = found(session, THIRD)
    assert entry.former is not None
    assert (entry.finding.quote, entry.state) == ("в случае необходимости", "asked_again")
    assert entry.former.quote == "при необходимости"


def test_an_answer_goes_with_a_unit_that_moved(with_act: Database, tmp_path: Path) -> None:
    decide(with_act)
    import_third(
        with_act,
        tmp_path,
        f"{CLEANS}\n\n2) ведет учет дорог в течение десяти рабочих дней.",
        "1) ведет учет дорог в течение десяти рабочих дней;\n\n2) при необходимости чистит дорогу;",
    )
    with with_act.reading() as session:
        assert found(session, THIRD, "art_2/pt_1/sub_2").state == "confirmed"


def test_words_that_are_gone_leave_nothing_to_answer(with_act: Database, tmp_path: Path) -> None:
    decide(with_act)
    import_third(with_act, tmp_path, "при необходимости чистит", "ежедневно до 9 часов чистит")
    with with_act.reading() as session:
        row = get_edition_row(session, get_act(session, CODE), "ru", THIRD)
        assert list_findings(session, row, FindingFilter(state="asked_again")).total == 0


def test_what_an_amendment_takes_out_shows_the_answer_given_in_the_edition(with_act: Database) -> None:
    with with_act.writing() as session:
        author = person(session)
        made = amendment(session, bill(session), author)
        decide_finding(session, actor_of(author), found(session, FIRST).finding.id or 0, VerdictKind.CONFIRMED)
        number = made.id or 0
    with with_act.reading() as session:
        removed = [one for one in amendment_findings(session, number, "ru") if one.finding.change == "removed"]
        assert [(one.finding.quote, one.state) for one in removed] == [("при необходимости", "confirmed")]
        assert get_bill(session, "7").amendments == 1


def test_votes_are_counted_and_may_be_changed(with_act: Database) -> None:
    with with_act.writing() as session:
        first, second = person(session), person(session, "berik")
        entry = found(session, FIRST)
        key = entry.finding.id or 0
        vote_on_finding(session, actor_of(first), key, first.id or 0, Opinion.VAGUE)
        vote_on_finding(session, actor_of(second), key, second.id or 0, Opinion.VAGUE)
        counts = vote_on_finding(session, actor_of(second), key, second.id or 0, Opinion.CLEAR)
        assert counts == {Opinion.VAGUE: 1, Opinion.CLEAR: 1}
        assert finding_votes(session, [entry.finding.fingerprint]) == {entry.finding.fingerprint: counts}


def test_answers_sum_up_to_the_precision_of_a_rule_once_for_all_editions(with_act: Database) -> None:
    decide(with_act)
    with with_act.reading() as session:
        score = rule_scores(session)[found(session, FIRST).finding.rule]
    assert (score.confirmed, score.dismissed, score.precision, score.doubtful) == (1, 0, 1.0, False)


def test_a_rule_that_is_dismissed_often_is_flagged() -> None:
    assert RuleScore(9, 3, 2).doubtful
    assert not RuleScore(9, 4, 1).doubtful, "eight of ten confirmed is good enough"
    assert not RuleScore(9, 0, 4).doubtful, "four answers say too little"
    assert RuleScore(9).precision is None


def test_searching_by_other_rules_keeps_numbers_and_answers(with_act: Database) -> None:
    with with_act.writing() as session:
        amendment(session, bill(session), person(session, "berik"))
    decide(with_act)
    with with_act.writing() as session:
        assert not outdated(session)
        session.get_one(Meta, RULES).value = "other"
        row = get_edition_row(session, get_act(session, CODE), "ru", FIRST)
        (stale, *_rest) = edition_rows(session, row)
        session.add(FindingRow(**(stale.model_dump() | {"id": None, "factor": "evaluative", "lineage": "x" * 64})))
        stale_id = found(session, FIRST).finding.id
    with with_act.writing() as session:
        assert outdated(session)
        report = search_anew(session, CLI)
        assert report.after == report.before - 1, "what no rule finds any more is gone"
        assert not outdated(session)
    with with_act.reading() as session:
        assert found(session, FIRST).finding.id == stale_id
        assert [found(session, day).state for day in (FIRST, SECOND)] == ["confirmed", "confirmed"]


def test_a_rule_that_tags_more_words_asks_again(with_act: Database) -> None:
    with with_act.writing() as session:
        for row in session.exec(select(FindingRow).where(FindingRow.address == ADDRESS)).all():
            row.end, row.fingerprint = row.start + 3, "y" * 64  # as if an older rule had tagged «при» alone
            session.add(row)
    decide(with_act)
    with with_act.writing() as session:
        search_anew(session, CLI)
    with with_act.reading() as session:
        assert found(session, FIRST).state == "asked_again"
