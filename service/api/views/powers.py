"""The powers register: who may do what at which level; candidates for duplicated, non-core and missing powers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final, Literal

from flask import Response, send_file
from pydantic import BaseModel, Field

from amendments.powers import proposals
from service import context
from service.api.answers import cut, listing, one
from service.api.blueprint import reads, writes
from service.api.documents import DOCX
from service.api.editions import edition_row
from service.api.models import powers as models
from service.api.requests import AnyQuery, BillNumber, PageQuery, TextLanguage
from service.api.tags import POWERS
from service.api.views.acts import ActPath, PairQuery
from service.clock import now, today
from service.errors import NotFound
from service.government import GovernmentRow, government_docx, government_rows, government_xlsx
from service.printing import SERVICE
from service.security.current import current_actor
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.bills import get_bill
from service.store.power_lists import Lists, PowerFilter, matrix
from service.store.power_registers import lists_of
from service.store.power_subjects import correct_subject
from service.store.powers import (
    Powers,
    bill_delta,
    differences_of,
    edition_delta,
    judge_powers,
    power_history,
    powers_of,
    rows_of_date,
)
from service.store.proposals import ProposalEntry, proposals_of
from service.store.tables import Act, EditionRow

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _file(kind: str) -> dict[str, object]:
    return {
        "description": "The table: level, power, provision, kind of problem, proposal, grounds.",
        "content": {kind: {"schema": {"type": "string", "format": "binary"}}},
    }


class RegisterQuery(AnyQuery):
    """Which register."""

    language: TextLanguage = Field("ru", description="Language of the text.")
    on: date | None = Field(None, description="A date of the edition; else the one in force today.")


class RegisterPageQuery(PageQuery):
    """Which register, narrowed to a level and a subject."""

    language: TextLanguage = Field("ru", description="Language of the text.")
    on: date | None = Field(None, description="A date of the edition; else the one in force today.")
    level: models.Level | None = Field(None, description="Only powers of this level.")
    subject: str = Field("", max_length=40, description="Only powers about this subject.")


class PowersQuery(RegisterPageQuery):
    """Which powers."""

    state: models.State = Field("in_force", description="Powers in force, excluded ones, or ones still to come.")


class DuplicatesQuery(RegisterPageQuery):
    """Which pairs."""

    grade: models.Grade | None = Field(
        None, description="Only this grade; divided labour is given only where it is asked for."
    )


class NonCoreQuery(RegisterPageQuery):
    """Which candidates for another branch's powers."""

    sure: bool | None = Field(None, description="Only sure kinds, or only the others.")


class MissingQuery(RegisterPageQuery):
    """What is missing."""

    kind: Literal["asked", "chain", "means"] | None = Field(None, description="Only of this kind.")


class PowerQuery(RegisterQuery):
    """Which power."""

    id: str = Field(
        max_length=220, description="Id of a power in the register.", json_schema_extra={"example": "art_18/pt_1/sub_7"}
    )


class BillOfPowersPath(BaseModel):
    """A bill."""

    bill: BillNumber


@reads("/acts/<act>/powers", models.PowerList, POWERS, problems=(404,))
def powers(path: ActPath, query: PowersQuery) -> Response:
    """List the powers of an edition

    As they are read out of its articles about competence, in the order of the law.
    """
    found = _opened(path.act, query.language, query.on)
    lists = found.lists
    if query.state == "in_force":
        items = lists.powers(_narrowed(query))
    else:
        items = [
            power
            for power in found.powers.register.powers
            if power.state == query.state and (query.level is None or query.level in power.levels) and not query.subject
        ]
    return listing(models.PowerList, cut(items, query.paging), lambda power: models.power(power, lists))


@reads("/acts/<act>/powers/matrix", models.PowerMatrix, POWERS, problems=(404,))
def power_matrix(path: ActPath, query: RegisterQuery) -> Response:
    """Count powers by subject and level

    With how many are duplicated, another branch's, or asked for and not there.
    """
    found = _opened(path.act, query.language, query.on)
    return one(models.matrix(matrix(found.lists), found.row.in_force_from, query.language))


@reads("/acts/<act>/powers/duplicates", models.DuplicateList, POWERS, problems=(404,))
def power_duplicates(path: ActPath, query: DuplicatesQuery) -> Response:
    """List pairs of powers that may be one power twice

    The best candidates first, 400 at most. A candidate is advice of an algorithm, never a verdict.
    """
    lists = _opened(path.act, query.language, query.on).lists
    chosen = _narrowed(query, grade=query.grade or "")
    items = lists.divided(_narrowed(query)) if query.grade == "divided" else lists.duplicated(chosen)
    page = cut(items, query.paging)
    return listing(models.DuplicateList, page, lambda pair: models.duplicate(pair, query.language))


@reads("/acts/<act>/powers/non-core", models.NonCoreList, POWERS, problems=(404,))
def power_non_core(path: ActPath, query: NonCoreQuery) -> Response:
    """List powers that may be another branch's

    With the reason and where it is said. A candidate is advice, never a verdict.
    """
    lists = _opened(path.act, query.language, query.on).lists
    sure = "" if query.sure is None else "sure" if query.sure else "unsure"
    page = cut(lists.non_core(_narrowed(query, sure=sure)), query.paging)
    return listing(models.NonCoreList, page, lambda entry: models.non_core(entry, query.language))


@reads("/acts/<act>/powers/missing", models.MissingList, POWERS, problems=(404,))
def power_missing(path: ActPath, query: MissingQuery) -> Response:
    """List what is missing

    Requests of akims and deputies that are met nowhere or only above, chains with a hole, duties without means.
    """
    lists = _opened(path.act, query.language, query.on).lists
    page = cut(lists.missing(_narrowed(query, kind=query.kind or "")), query.paging)
    return listing(models.MissingList, page, lambda entry: models.missing(entry, query.language))


@reads("/acts/<act>/powers/one", models.PowerDetail, POWERS, problems=(404,))
def one_power(path: ActPath, query: PowerQuery) -> Response:
    """Look up a power

    With the other language, its twins, and its way through the editions.
    """
    found = _opened(path.act, query.language, query.on)
    power = found.powers.register.by_id.get(query.id)
    if power is None:
        raise NotFound("power_not_found", field="id", power=query.id)
    session, language, judgement = context.reading(), query.language, found.lists.judgement
    others = [row for code, row in found.rows.items() if code != language]
    twins = [twin for row in others for twin in powers_of(session, row).register.by_address.get(power.address, ())]
    return one(
        models.PowerDetail(
            power=models.power(power, found.lists),
            other_language=[models.plain_power(twin) for twin in twins],
            duplicates=[
                models.duplicate(pair, language)
                for pair in judgement.duplicates
                if power.id in (pair.left.id, pair.right.id)
            ],
            non_core=[
                models.non_core(entry, language) for entry in judgement.non_core if entry.power.address == power.address
            ],
            missing=[
                models.missing(entry, language)
                for entry in judgement.missing
                if entry.power is not None and entry.power.address == power.address
            ],
            history=[models.turn(turn) for turn in power_history(session, found.act, language, power.address)],
        )
    )


@reads("/acts/<act>/powers/warnings", models.PowerWarnings, POWERS, problems=(404,))
def power_warnings(path: ActPath, query: RegisterQuery) -> Response:
    """List what a person should look at in a register

    Where the two languages differ, and units of articles about competence that gave no power.
    """
    found = _opened(path.act, query.language, query.on)
    differences = differences_of(context.reading(), found.rows) or ()
    return one(models.warnings(differences, found.powers.register.unread))


@reads("/acts/<act>/powers/delta", models.PowerDelta, POWERS, heavy=True, problems=(404,))
def edition_power_delta(path: ActPath, query: PairQuery) -> Response:
    """Say what a newer edition does to powers

    Added, removed, moved, made clearer or vaguer, and duplications that appear or go.
    """
    act = get_act(context.reading(), path.act)
    rows = [edition_row(act, query.language, day) for day in sorted((query.old, query.new))]
    return one(models.delta(edition_delta(context.reading(), *rows), query.language))


@reads("/bills/<bill>/powers/delta", models.PowerDelta, POWERS, heavy=True, problems=(404,))
def bill_power_delta(path: BillOfPowersPath, query: RegisterQuery) -> Response:
    """Say what a bill does to powers

    With all its live amendments, against its base edition.
    """
    session = context.reading()
    return one(models.delta(bill_delta(session, get_bill(session, path.bill), query.language), query.language))


@reads("/acts/<act>/powers.xlsx", _file(XLSX), POWERS, permission=Permission.EXPORT, heavy=True, problems=(404,))
def power_table_xlsx(path: ActPath, query: RegisterQuery) -> Response:
    """Download the Government's table as a workbook

    Every cell is text.
    """
    found = _opened(path.act, query.language, query.on)
    content = government_xlsx(_rows(found, query.language), title=_title(found), language=query.language)
    return _sent(content, XLSX, found, "xlsx")


@reads("/acts/<act>/powers.docx", _file(DOCX), POWERS, permission=Permission.EXPORT, heavy=True, problems=(404,))
def power_table_docx(path: ActPath, query: RegisterQuery) -> Response:
    """Download the Government's table as a Word document

    On sheets turned sideways.
    """
    found = _opened(path.act, query.language, query.on)
    rows = _rows(found, query.language)
    content = government_docx(rows, title=_title(found), author=SERVICE, at=now(), language=query.language)
    return _sent(content, DOCX, found, "docx")


@writes("/acts/<act>/powers/subjects", models.SubjectWord, POWERS, permission=Permission.CORRECT_POWER, problems=(404,))
def set_power_subject(path: ActPath, query: AnyQuery, body: models.NewSubject) -> Response:
    """Say what a provision's powers are about

    It stands over what the algorithm says, and stays with the words in later editions.
    """
    with context.writing() as session:
        act = get_act(session, path.act)
        rows = rows_of_date(session, act, body.on)
        if not rows:
            raise NotFound("edition_not_found", field="on", code=act.code, on=body.on, dates="–")
        said = correct_subject(session, current_actor(), act, body.address, body.subject, rows)
        answer = models.SubjectWord(act=act.code, address=said.address, subject=said.subject)
    return one(answer, 201)


@dataclass(frozen=True, slots=True)
class _Opened:
    act: Act
    row: EditionRow
    rows: dict[str, EditionRow]
    powers: Powers
    lists: Lists
    proposals: list[ProposalEntry]


def _opened(code: str, language: str, on: date | None) -> _Opened:
    session = context.reading()
    act = get_act(session, code)
    row = edition_row(act, language, on or today())
    rows = rows_of_date(session, act, row.in_force_from)
    found, said = powers_of(session, row), proposals_of(session, act)
    return _Opened(act, row, rows, found, lists_of(session, act, found, rows, said), said)


def _narrowed(query: RegisterPageQuery, *, grade: str = "", sure: str = "", kind: str = "") -> PowerFilter:
    return PowerFilter(level=query.level or "", subject=query.subject, grade=grade, sure=sure, kind=kind)


def _rows(found: _Opened, language: str) -> list[GovernmentRow]:
    public = judge_powers(context.reading(), found.act, found.powers)
    return government_rows(found.lists, proposals(found.powers.register, public), found.proposals, language)


def _title(found: _Opened) -> str:
    title = found.act.title_kk if found.row.language == "kk" else found.act.title_ru
    return f"{title}, {found.row.in_force_from.isoformat()}."


def _sent(content: bytes, kind: str, found: _Opened, form: str) -> Response:
    name = f"powers-{found.act.code}-{found.row.in_force_from}-{found.row.language}.{form}"
    return send_file(BytesIO(content), mimetype=kind, as_attachment=True, download_name=name)
