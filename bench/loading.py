"""``make load``: forty members of the staff at once, on SQLite and on PostgreSQL; nothing lost, nothing refused.

``python -m bench.loading --seconds 15`` for a short look. Its section of bench/RESULTS.md is written anew.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from sqlmodel import select

from bench.report import RESULTS, Table, amount, held, put_into, times
from bench.scene import BILL, KINDS, STAFF, Scene, scene
from bench.staff import Answer, Decided, Done, Member
from bench.subjects import Laws
from service.store.audit import verify
from service.store.bills import get_bill
from service.store.database import Database, Session
from service.store.tables import Amendment, AuditRow, Comment, Decision

SECONDS = 60
PAUSE = 4.0
ASKED = 5.0
SINGLE = 90
COLUMNS = (
    "database",
    "page",
    "alone, median",
    "alone, 95 of 100",
    "opened",
    "median",
    "95 of 100",
    "ratio",
    "asked",
    "holds",
)
ALL = "all together"
HOW = (
    "{staff} members of the staff, signed in, each with a session of their own: every one opens a page, reads it for "
    "about {pause:.0f} s (half to one and a half of that, by lot) and goes on; a quarter of the steps decide on an "
    "amendment or comment on it, with the form's token, and open the page that this leads to. The service runs as "
    "`tuzetu serve` runs it, with two processes, on the same machine as the staff. «Alone» is one person before, who "
    "does the same by the same lot without pauses. The ratio is what 95 of 100 answers took at most beside the same "
    "alone; asked of all steps together, for a page as quick as the start page waits behind whatever others opened."
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run on a database showed: rows of the table, and what went wrong, a sentence each."""

    rows: list[Sequence[str]]
    remark: str
    wrong: list[str]


def loading(laws: Laws, seconds: float = SECONDS, *, staff: int = STAFF, pause: float = PAUSE,
            kinds: Iterable[str] = KINDS) -> tuple[Table, list[str]]:  # fmt: skip
    """The table, and everything that went wrong in words."""
    table = Table("Many people at once", COLUMNS)
    wrong: list[str] = []
    for kind in kinds:
        with scene(laws, kind, staff=staff) as made:
            verdict = _run(made, kind, seconds, pause)
        table.rows += verdict.rows
        table.remarks.append(verdict.remark)
        wrong += [f"{kind}: {sentence}" for sentence in verdict.wrong]
    table.remarks.append(HOW.format(staff=staff, pause=pause))
    return table, wrong


def _run(made: Scene, kind: str, seconds: float, pause: float) -> Verdict:
    alone = _alone(made)
    people = [Member(made, login, seed) for seed, login in enumerate(made.logins)]
    with ThreadPoolExecutor(len(people)) as pool:
        for ready in [pool.submit(person.sign_in) for person in people]:
            ready.result()
        for person in people:
            person.done = Done()
        until = time.monotonic() + seconds
        for ended in [pool.submit(person.work, until, pause) for person in people]:
            ended.result()
    done = _together(person.done for person in people)
    rows, slow = _rows(kind, alone, done.answers)
    failed = [f"{one.kind} was answered with {one.status}" for one in done.answers if one.failed]
    database = Database(made.url)
    try:
        with database.reading() as session:
            lost = lost_in(session, done)
    finally:
        database.close()
    quicker = sum(one.status == 409 for one in done.answers)
    remark = (
        f"{kind}: {len(done.answers):,} requests in {seconds:.0f} s, {len(failed)} errors; {len(done.decided)} "
        f"decisions and {len(done.said)} comments acknowledged, {len(lost)} lost or out of order; {quicker} times "
        "somebody had been quicker, and the page said so."
    )
    return Verdict(rows, remark, failed + lost + slow)


def _alone(made: Scene) -> dict[str, list[float]]:
    """Kind of page or form → the times of one person, once both processes are warm."""
    person = Member(made, made.logins[0], seed=1000)
    person.sign_in()
    for steps in (SINGLE // 3, SINGLE):
        person.done = Done()
        for step in islice(person.steps(), steps):
            person.do(step)
    return _times(person.done.answers)


def _rows(
    kind: str, alone: Mapping[str, Sequence[float]], answers: Sequence[Answer]
) -> tuple[list[Sequence[str]], list[str]]:
    rows: list[Sequence[str]] = []
    slow: list[str] = []
    for page, taken in _times(answers).items():
        if page not in alone:
            continue
        single, last = percentile(alone[page], 95), percentile(taken, 95)
        ratio = last / single
        if page == ALL and ratio > ASKED:
            slow.append(f"95 of 100 answers take up to {times(ratio)} the time of one person")
        asked, holds = (times(ASKED), held(ASKED, ratio)) if page == ALL else ("-", "-")
        rows.append(
            (kind, page, amount(statistics.median(alone[page])), amount(single), f"{len(taken):,}",
             amount(statistics.median(taken)), amount(last), times(ratio), asked, holds)
        )  # fmt: skip
    return rows, slow


def lost_in(session: Session, done: Done) -> list[str]:
    """What was acknowledged and is not there, or not in its order, a sentence each; empty when all is well.

    Every acknowledged decision stands once in the history and once in the journal, in the order of the versions that
    it was made on; an amendment's state is that of its last one; every acknowledged comment stands once.
    """
    bill = get_bill(session, BILL).bill
    found = session.exec(select(Amendment).where(Amendment.bill_id == bill.id)).all()
    amendments = {one.number: one for one in found}
    wrong: list[str] = []
    for number, decided in _by_amendment(done.decided).items():
        wrong += _history(session, amendments[number], decided)
    texts = list(session.exec(select(Comment.text)).all())
    wrong += [f"the comment «{words}» stands {n} times" for _, words in done.said if (n := texts.count(words)) != 1]
    chain = verify(session)
    if chain.broken_at is not None:
        wrong.append(f"the journal is broken at row {chain.broken_at}")
    return wrong


def _history(session: Session, amendment: Amendment, decided: Sequence[Decided]) -> list[str]:
    """What is wrong with the history of one amendment."""
    name = f"amendment {amendment.number}"
    rows = session.exec(select(Decision).where(Decision.amendment_id == amendment.id)).all()
    history = sorted(rows, key=lambda row: row.id or 0)
    acknowledged = {one.reason for one in decided}
    stored = [row for row in history if row.reason_ru in acknowledged]
    wrong: list[str] = []
    if [(row.reason_ru, row.state.value) for row in stored] != [(one.reason, one.state) for one in decided]:
        wrong.append(
            f"{name}: {len(decided)} decisions were acknowledged, the history has {len(stored)} or another order"
        )
    if history and amendment.state != history[-1].state:
        wrong.append(f"{name}: its state is not that of its last decision")
    journal = session.exec(
        select(AuditRow)
        .where(AuditRow.subject == f"amendment/{amendment.id}", AuditRow.action == "amendment:decided")
        .order_by(AuditRow.number)  # type: ignore[arg-type]
    ).all()
    noted = [row.detail for row in journal]
    if len(noted) != len(history) or any(
        f'"state":"{row.state.value}"' not in detail for row, detail in zip(history, noted, strict=False)
    ):
        wrong.append(f"{name}: the journal does not say what the history says")
    return wrong


def _by_amendment(decided: Iterable[Decided]) -> dict[int, list[Decided]]:
    """Amendment → its acknowledged decisions, in the order of the versions that they were made on."""
    found: dict[int, list[Decided]] = defaultdict(list)
    for one in sorted(decided, key=lambda one: one.version):
        found[one.amendment].append(one)
    return found


def _times(answers: Iterable[Answer]) -> dict[str, list[float]]:
    """Kind → times of the answers that were given, in milliseconds; all of them under ALL, which comes first."""
    given = sorted((answer for answer in answers if answer.status in (200, 302)), key=lambda answer: answer.kind)
    found: dict[str, list[float]] = {ALL: [answer.took for answer in given]} if given else {}
    for answer in given:
        found.setdefault(answer.kind, []).append(answer.took)
    return found


def _together(parts: Iterable[Done]) -> Done:
    whole = Done()
    for part in parts:
        whole.answers += part.answers
        whole.decided += part.decided
        whole.said += part.said
    return whole


def percentile(values: Sequence[float], share: int) -> float:
    """What `share` of a hundred values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-share * len(ordered) // 100) - 1)]


def main() -> int:
    """Run, print, write. Returns 1 when anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.loading", description="Many people at once.")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"how long, on each database ({SECONDS})")
    parser.add_argument("--staff", type=int, default=STAFF, help=f"how many people ({STAFF})")
    parser.add_argument("--pause", type=float, default=PAUSE, help=f"seconds that a page is read for ({PAUSE})")
    parser.add_argument("--only", choices=KINDS, help="one database only; RESULTS.md is left as it is")
    chosen = parser.parse_args()
    laws = Laws.beside()
    if not (laws.corpus / "law148").is_dir():
        print("The real texts are not here: put them at ../shared/corpus or name their folder in TUZETU_CORPUS.")
        return 2
    kinds = (chosen.only,) if chosen.only else KINDS
    table, wrong = loading(laws, chosen.seconds, staff=chosen.staff, pause=chosen.pause, kinds=kinds)
    print(table.markdown())
    for sentence in sorted(set(wrong)):
        print(f"{sentence} ({wrong.count(sentence)} times)")
    if not chosen.only:
        RESULTS.write_text(put_into(RESULTS.read_text(encoding="utf-8"), table), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
