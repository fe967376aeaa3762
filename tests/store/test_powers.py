"""The register of stored editions: built once, corrected by people, carried on to proposals and amendments."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import amendments.powers
from amendments.powers.model import Register
from service.errors import Conflict, Invalid, NotFound
from service.store import audit
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment, get_amendment
from service.store.audit import SYSTEM
from service.store.bills import get_bill
from service.store.database import Database, count_queries
from service.store.editions import get_edition_row
from service.store.importing import import_folder
from service.store.power_drafts import DraftImpossible, Place, bills_open_to, drafted, save_drafted
from service.store.power_subjects import correct_subject, correction_history, corrections_of
from service.store.powers import (
    bill_delta,
    differences_of,
    edition_delta,
    judge_powers,
    power_history,
    powers_of,
    rows_of_date,
)
from service.store.proposals import Wish, create_proposal, decide_proposal, get_proposal, proposals_of
from service.store.tables import ProposalKind, ProposalSource, ProposalState, Role, Stage
from tests.support import store as support
from tests.support.store import CODE, FIRST, SECOND, act_folder, actor_of, person

RU = """### Статья 1. Компетенция акимата района

1. Акимат района:

1) организует вывоз снега с улиц;

2) ведет учет бродячих собак;

3) проверяет детские площадки.

### Статья 2. Компетенция акима сельского округа

1. Аким сельского округа:

1) организует вывоз снега с улиц;

2) чистит колодцы.
"""
KK = """### 1-бап. Аудан әкімдігінің құзыреті

1. Аудан әкімдігі:

1) көшелерден қар шығаруды ұйымдастырады;

2) қаңғыбас иттердің есебін жүргізеді;

3) балалар алаңдарын тексереді.

### 2-бап. Ауылдық округ әкімінің құзыреті

1. Ауылдық округ әкімі:

1) көшелерден қар шығаруды ұйымдастырады;

2) құдықтарды тазалайды.
"""
RU_SECOND = RU.replace("чистит колодцы", "чистит и чинит колодцы").replace(
    "3) проверяет детские площадки.", "3) проверяет детские площадки;\n\n4) ставит остановки."
)
KK_SECOND = KK.replace("құдықтарды тазалайды", "құдықтарды тазалайды және жөндейді").replace(
    "3) балалар алаңдарын тексереді.", "3) балалар алаңдарын тексереді;\n\n4) аялдамалар қояды."
)
SNOW, WELLS, DOGS = "art_2/pt_1/sub_1", "art_2/pt_1/sub_2", "art_1/pt_1/sub_2"


@pytest.fixture
def village(database: Database, tmp_path: Path) -> Database:
    """A law of two bodies in two editions and two languages."""
    folder = act_folder(tmp_path / "act")
    for name, day, text in (
        ("rus", FIRST, RU), ("rus", SECOND, RU_SECOND), ("kaz", FIRST, KK), ("kaz", SECOND, KK_SECOND),
    ):  # fmt: skip
        (folder / name / f"{day}.md").write_text(text, encoding="utf-8")
    with database.writing() as session:
        import_folder(session, folder, SYSTEM)
    return database


def wish(kind: ProposalKind = ProposalKind.EXCLUDE, address: str = WELLS, **more: str) -> Wish:
    return Wish(kind, "ru", "Колодцы", "У округа нет машины.", address, **more)  # type: ignore[arg-type]


def test_a_stored_edition_is_read_once(village: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Register] = []
    whole = amendments.powers.register

    def counted(*given: object) -> Register:
        read.append(whole(*given))  # type: ignore[arg-type]
        return read[-1]

    monkeypatch.setattr(amendments.powers, "register", counted)
    for _ in range(3):
        with village.reading() as session:
            act = get_act(session, CODE)
            found = powers_of(session, get_edition_row(session, act, "ru", FIRST))
            pairs = judge_powers(session, act, found).duplicates
            assert ("art_1/pt_1/sub_1", SNOW) in [pair.addresses for pair in pairs]
    assert len(read) == 1
    assert [power.address for power in read[0].powers].count(SNOW) == 1


def test_judging_again_costs_one_query(village: Database) -> None:
    with village.reading() as session:
        act = get_act(session, CODE)
        row = get_edition_row(session, act, "ru", FIRST)
        judge_powers(session, act, powers_of(session, row))
        with count_queries() as counted:
            judge_powers(session, act, powers_of(session, row))
    assert counted[0] == 1


def test_a_person_s_subject_stays_in_the_next_edition(village: Database) -> None:
    with village.writing() as session:
        deputy = person(session)
        act = get_act(session, CODE)
        correct_subject(session, actor_of(deputy), act, DOGS, "agriculture", rows_of_date(session, act, FIRST))
        correct_subject(session, actor_of(deputy), act, WELLS, "water_utilities", rows_of_date(session, act, FIRST))
    with village.reading() as session:
        act = get_act(session, CODE)
        for language in ("ru", "kk"):
            found = powers_of(session, get_edition_row(session, act, language, SECOND))
            about = judge_powers(session, act, found).about
            assert (about[DOGS].subject, about[DOGS].corrected) == ("agriculture", True)
            assert (about[WELLS].subject, about[WELLS].corrected) == ("water_utilities", True), (
                "by address: its words changed"
            )
        (entry,) = correction_history(session, act, DOGS)
        assert entry.by is not None
        (logged,) = [row for row in audit.entries(session).items if row.action == "power:subject_set"][1:]
        assert DOGS in logged.detail


def test_a_person_s_subject_follows_the_words_to_another_place(village: Database) -> None:
    with village.writing() as session:
        act = get_act(session, CODE)
        correct_subject(session, SYSTEM, act, "art_1/pt_1/sub_1", "water_utilities", rows_of_date(session, act, FIRST))
        row = get_edition_row(session, act, "ru", FIRST)
        about = judge_powers(session, act, powers_of(session, row)).about
        same_words = powers_of(session, row).register.by_id
        assert (same_words["art_1/pt_1/sub_1"].unit_hash == same_words[SNOW].unit_hash) == about[SNOW].corrected


def test_a_subject_is_given_back_to_the_algorithm(village: Database) -> None:
    with village.writing() as session:
        act = get_act(session, CODE)
        rows = rows_of_date(session, act, FIRST)
        correct_subject(session, SYSTEM, act, DOGS, "water_utilities", rows)
        correct_subject(session, SYSTEM, act, DOGS, "", rows)
        assert corrections_of(session, act) == {}
        assert [entry.correction.subject for entry in correction_history(session, act, DOGS)] == ["", "water_utilities"]


def test_an_unknown_subject_or_place_is_refused(village: Database) -> None:
    with village.reading() as session:
        act = get_act(session, CODE)
        rows = rows_of_date(session, act, FIRST)
        with pytest.raises(Invalid, match="unknown"):
            correct_subject(session, SYSTEM, act, DOGS, "stars", rows)
        with pytest.raises(NotFound):
            correct_subject(session, SYSTEM, act, "art_9", "water_utilities", rows)


def test_two_languages_that_agree_have_no_differences(village: Database) -> None:
    with village.reading() as session:
        act = get_act(session, CODE)
        rows = rows_of_date(session, act, FIRST)
        assert differences_of(session, rows) == ()
        assert differences_of(session, {"ru": rows["ru"]}) is None


def test_what_a_newer_edition_does(village: Database) -> None:
    with village.reading() as session:
        act = get_act(session, CODE)
        old, new = (get_edition_row(session, act, "ru", day) for day in (FIRST, SECOND))
        found = edition_delta(session, old, new)
        assert ("added", "art_1/pt_1/sub_4") in [(one.kind, one.address) for one in found.changes]
        assert {one.address for one in found.changes} == {"art_1/pt_1/sub_4", WELLS}
        assert edition_delta(session, old, new) is found


def test_a_power_through_the_editions(village: Database) -> None:
    with village.reading() as session:
        act = get_act(session, CODE)
        turns = power_history(session, act, "ru", WELLS)
        assert [(turn.kind, turn.row.in_force_from) for turn in turns] == [("appeared", FIRST), ("reworded", SECOND)]
        assert [turn.kind for turn in power_history(session, act, "ru", DOGS)] == ["appeared"]
        assert power_history(session, act, "ru", "art_9") == ()


@pytest.mark.parametrize(
    ("role", "source"),
    [
        (Role.AKIM, ProposalSource.AKIM),
        (Role.DEPUTY, ProposalSource.DEPUTY),
        (Role.DRAFTER, ProposalSource.GOVERNMENT),
    ],
)
def test_a_proposal_says_as_what_it_was_made(village: Database, role: Role, source: ProposalSource) -> None:
    with village.writing() as session:
        author = person(session, role=role)
        act = get_act(session, CODE)
        made = create_proposal(session, actor_of(author), act, wish(), author_id=author.id)
        taken = create_proposal(session, actor_of(author), act, wish(of_algorithm=True), author_id=author.id)  # type: ignore[arg-type]
        assert (made.source, taken.source) == (source, ProposalSource.ALGORITHM)


def test_a_proposal_is_declined_with_a_reason_and_opened_again(village: Database) -> None:
    with village.writing() as session:
        act = get_act(session, CODE)
        key = create_proposal(session, SYSTEM, act, wish(), author_id=None).id or 0
        with pytest.raises(Invalid):
            decide_proposal(session, SYSTEM, key, ProposalState.DECLINED)
        decide_proposal(session, SYSTEM, key, ProposalState.DECLINED, "Нужен.")
        assert proposals_of(session, act) == []
        assert decide_proposal(session, SYSTEM, key, ProposalState.NEW).state is ProposalState.NEW
        with pytest.raises(Invalid):
            decide_proposal(session, SYSTEM, key, ProposalState.TAKEN_UP)


def test_a_transfer_becomes_an_amendment_of_a_new_bill(village: Database) -> None:
    with village.writing() as session:
        staff = person(session, role=Role.STAFF)
        act = get_act(session, CODE)
        wanted = wish(ProposalKind.TRANSFER, from_level="rural", to_level="district", to_body="akimat")
        key = create_proposal(session, actor_of(staff), act, wanted, author_id=staff.id).id or 0
        made = drafted(session, get_proposal(session, key).proposal, SECOND)
        assert made.instructions["ru"].count("подпункт") >= 2
        assert "чистит и чинит колодцы" in made.instructions["ru"]
        assert "құдықтарды тазалайды және жөндейді" in made.instructions["kk"]
        shown = Wording(made.instructions["ru"], made.instructions["kk"], title_ru="Колодцы", grounds_ru="Нет машины.")
        place = Place("П-9", True, "О колодцах", "Құдықтар туралы", SECOND)
        bill, amendment = save_drafted(session, actor_of(staff), key, place, shown)
        detail = get_amendment(session, amendment.id or 0)
        assert (bill.base_date, bill.stage, detail.revision.instruction_kk) == (
            SECOND, Stage.PREPARATION, made.instructions["kk"],
        )  # fmt: skip
        proposal = get_proposal(session, key).proposal
        assert (proposal.state, proposal.amendment_id) == (ProposalState.TAKEN_UP, amendment.id)
        with pytest.raises(Conflict):
            drafted(session, proposal, SECOND)
        with pytest.raises(Conflict):
            decide_proposal(session, SYSTEM, key, ProposalState.DECLINED, "Поздно.")


def test_an_amendment_goes_into_a_bill_that_is_open(village: Database) -> None:
    with village.writing() as session:
        act = get_act(session, CODE)
        bill = support.bill(session, base=SECOND)
        assert bills_open_to(session, act) == [bill]
        key = create_proposal(session, SYSTEM, act, wish(), author_id=None).id or 0
        made = drafted(session, get_proposal(session, key).proposal, SECOND)
        shown = Wording(made.instructions["ru"], made.instructions["kk"])
        bill.stage = Stage.SIGNED
        session.add(bill)
        session.flush()
        with pytest.raises(Conflict, match="no amendments"):
            save_drafted(session, SYSTEM, key, Place(bill.number), shown)
        assert bills_open_to(session, act) == []
        bill.stage = Stage.COMMITTEE
        session.add(bill)
        session.flush()
        with pytest.raises(Conflict, match="another one"):
            save_drafted(session, SYSTEM, key, Place(bill.number), Wording("Другое.", shown.instruction_kk))
        saved, amendment = save_drafted(session, SYSTEM, key, Place(bill.number), shown)
        assert (saved.number, amendment.number) == (bill.number, 1)
        removed = bill_delta(session, get_bill(session, bill.number), "ru").changes
        assert [(one.kind, one.address) for one in removed] in ([("state", WELLS)], [("removed", WELLS)])


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (wish(ProposalKind.KEEP), "ничего не меняет"),
        (wish(ProposalKind.CLARIFY, words_ru="чистит колодцы весной;"), "казахский"),
        (wish(ProposalKind.TRANSFER, to_level="region", to_body="maslikhat"), "область"),
    ],
)
def test_what_the_text_does_not_allow_is_said_in_a_sentence(village: Database, given: Wish, code: str) -> None:
    with village.writing() as session:
        proposal = create_proposal(session, SYSTEM, get_act(session, CODE), given, author_id=None)
        with pytest.raises(DraftImpossible) as refused:
            drafted(session, proposal, SECOND)
        assert code in refused.value.message("ru")
        assert refused.value.message("kk") != refused.value.message("ru")


def test_a_transfer_needs_somebody_to_go_to(village: Database) -> None:
    with village.writing() as session:
        proposal = create_proposal(
            session, SYSTEM, get_act(session, CODE), wish(ProposalKind.TRANSFER, to_level="district"), author_id=None
        )
        with pytest.raises(Invalid):
            drafted(session, proposal, SECOND)


def test_a_bill_s_delta_counts_only_what_its_amendments_do(village: Database) -> None:
    with village.writing() as session:
        bill = support.bill(session, base=SECOND)
        order = Wording("в подпункте 2) пункта 1 статьи 2 слова «и чинит» исключить.", "")
        create_amendment(session, SYSTEM, bill, order, author_id=None)
        found = get_bill(session, bill.number)
        assert {one.address for one in bill_delta(session, found, "ru").changes} == {WELLS}
        assert bill_delta(session, found, "kk").changes == ()


def test_there_is_no_edition_of_another_day(village: Database) -> None:
    with village.reading() as session:
        assert rows_of_date(session, get_act(session, CODE), date(1999, 1, 1)) == {}
