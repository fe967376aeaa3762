"""Lists cost a fixed number of SQL statements, however long they are."""

from __future__ import annotations

import pytest

from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import SYSTEM
from service.store.bills import create_bill, get_bill
from service.store.comments import Target, create_comment, reply
from service.store.database import count_queries
from service.store.importing import import_sources
from service.store.proposals import Wish, create_proposal
from service.store.sources import ActDescription, EditionSource
from service.store.tables import Act, FindingRow, ProposalKind, Stage
from tests.api.conftest import Service
from tests.api.spec import operations
from tests.api.village import ACT, BILL, FIRST, SECOND

MORE = 6

LISTS = {
    "/acts": 3,
    f"/acts/{ACT}/editions": 3,
    f"/acts/{ACT}/editions/ru/2026-02-01/provisions": 3,
    f"/acts/{ACT}/findings?on=2025-01-10": 7,
    f"/acts/{ACT}/slots": 4,
    "/clarity/rules": 3,
    "/bills": 4,
    f"/bills/{BILL}/amendments": 9,
    "/amendments/1/findings": 5,
    "/comments": 8,
    f"/comments?act={ACT}": 7,
    f"/comments?bill={BILL}": 7,
    "/comments?amendment=1": 7,
    "/proposals": 4,
    f"/acts/{ACT}/powers": 8,
    "/acts/wells-1/powers/duplicates": 8,
    "/acts/wells-1/powers/non-core": 8,
    f"/acts/{ACT}/powers/missing": 8,
    "/problems": 1,
}
"""List → statements at most, with the one that begins a transaction of SQLite."""

WELLS = """### Статья 1. Компетенция акимата района

1. Акимат района:

1) организует вывоз снега с улиц;

2) ведет реестр общественных медиаторов;

3) чистит старые колодцы у дорог.

### Статья 2. Компетенция акима сельского округа

1. Аким сельского округа:

1) организует вывоз снега с улиц;

2) ведет реестр общественных медиаторов;

3) чистит старые колодцы у дорог;

4) организует совершение нотариальных действий.
"""
"""A law with several candidates of each kind."""


def cost(service: Service, address: str, per_page: int) -> tuple[int, int]:
    """Statements that a list needs, once texts are in the cache, and entries that it gave."""
    sign = "&" if "?" in address else "?"
    path = f"{address}{sign}per_page={per_page}"
    service.get(path)
    with count_queries() as counted:
        items = service.get(path)["items"]
    return counted[0], len(items)


@pytest.fixture(scope="module")
def crowded(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Service:
    """The village with many more of everything."""
    path = tmp_path_factory.mktemp("wells") / "ru.md"
    path.write_text(WELLS, encoding="utf-8")
    wells = ActDescription("wells-1", "", "О колодцах", "Құдықтар туралы", "ЗАК", FIRST, True)
    with service.database.writing() as session:
        import_sources(session, wells, [EditionSource(path, "ru", FIRST, "", "")], SYSTEM)
        act = get_act(session, ACT)
        bill = get_bill(session, BILL).bill
        for number in range(MORE):
            session.add(Act(code=f"more-{number}", requisite="", title_ru=f"Другой {number}", title_kk=""))
            create_bill(
                session,
                SYSTEM,
                number=f"Ещё-{number}",
                title_ru="Ещё",
                title_kk="",
                act=act,
                base_date=SECOND,
                stage=Stage.PREPARATION,
            )
            order = f"в статье 2 слова «один раз» заменить словами «{number + 2} раза»."
            made = create_amendment(session, SYSTEM, bill, Wording(order, ""), author_id=1 + number % 5)
            wish = Wish(ProposalKind.ADD, "ru", f"Полив {number}", "Надо.")
            create_proposal(session, SYSTEM, act, wish, author_id=1 + number % 5)
            tagged = _finding(act, 1, None, number)
            session.add_all([tagged, _finding(act, None, 1, number)])
            session.flush()
            for target in (
                Target(act_code=ACT, address="art_1"),
                Target(bill_number=BILL),
                Target(amendment_id=1),
                Target(amendment_id=made.id),
                Target(finding_id=tagged.id),
            ):
                said = create_comment(session, SYSTEM, target, author_id=1 + number % 5, language="ru", text="Да.")
                reply(session, SYSTEM, said.comment.id or 0, author_id=2, language="kk", text="Иә.")
    return service


def _finding(act: Act, edition: int | None, revision: int | None, number: int) -> FindingRow:
    return FindingRow(
        act_id=act.id or 0,
        edition_id=edition,
        revision_id=revision,
        language="ru",
        address="art_2/cl_1",
        article="art_2",
        start=number,
        end=number + 4,
        quote="саде",
        factor="evaluative",
        rule="test",
        weight=1,
        change="kept" if revision else "",
        fingerprint=f"{edition} {revision} {number}",
    )


@pytest.mark.parametrize(("address", "most"), LISTS.items())
def test_a_list_costs_the_same_whatever_its_length(crowded: Service, address: str, most: int) -> None:
    short, few = cost(crowded, address, 12 if address == "/comments" else 1)
    long, many = cost(crowded, address, 200)
    assert 0 < few < many
    assert short == long <= most


def test_every_list_is_counted(service: Service) -> None:
    described = {
        operation.path
        for operation in operations(service.spec)
        if any(parameter["name"] == "page" for parameter in operation.described.get("parameters", ()))
    }
    assert len(described) == len({address.partition("?")[0] for address in LISTS})
