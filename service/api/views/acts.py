"""Acts, their editions and provisions, and the comparison of two editions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from flask import Response
from pydantic import BaseModel, Field

from amendments.operations.compare import Comparison as DomainComparison
from amendments.operations.compare import compare as compare_editions
from amendments.operations.redline import Row as DomainRow
from amendments.operations.redline import redline
from service import context
from service.api.answers import cut, listing, one
from service.api.blueprint import reads
from service.api.documents import ANSWER, CLEAN, MARKED_PDF, Form, sent, text_alone, word
from service.api.editions import edition_row, locate
from service.api.models.acts import ActList, ActSummary, act_entry, act_with
from service.api.models.editions import EditionDetail, EditionList, edition_detail, edition_summary
from service.api.models.provisions import ProvisionDetail, ProvisionList, detail, line, printed
from service.api.models.redlines import Comparison, chosen, counts, operations
from service.api.models.warnings import EditionWarnings, dangling_references, language_differences
from service.api.problems import ApiError
from service.api.requests import Address, AnyQuery, Code, PageQuery, TextLanguage
from service.api.tags import ACTS
from service.clock import today
from service.printing import comparison_printed, edition_file
from service.security.permissions import Permission
from service.store.acts import get_act, list_acts
from service.store.cache import cache_of
from service.store.editions import list_editions, load_edition, row_id, statuses
from service.store.tables import Act, EditionRow
from service.store.warnings import authenticity_warnings
from service.store.warnings import dangling_references as dangling

EDITION = "/acts/<act>/editions/<language>/<on>"


class ActPath(BaseModel):
    """An act."""

    act: Code


class EditionPath(ActPath):
    """An edition of an act."""

    language: TextLanguage
    on: date = Field(
        description="The edition that starts on this date, else the one in force then.",
        json_schema_extra={"example": "2026-03-01"},
    )


class ProvisionPath(EditionPath):
    """A provision of an edition."""

    address: Address


class EditionsQuery(PageQuery):
    """Which editions."""

    language: TextLanguage | None = Field(None, description="Only editions in this language.")


class ProvisionsQuery(PageQuery):
    """Which provisions."""

    notes: bool = Field(False, description="Editorial notes too.")


class DocumentQuery(AnyQuery):
    """In which form."""

    form: Form = Field("pdf", description="docx, pdf, akn (Akoma Ntoso 3.0) or txt.")


class PairQuery(AnyQuery):
    """Which editions to compare."""

    old: date = Field(
        description="A date of the old edition: it starts then or is in force then.",
        json_schema_extra={"example": "2025-09-15"},
    )
    new: date = Field(description="A date of the new edition.", json_schema_extra={"example": "2026-03-01"})
    language: TextLanguage = Field("ru", description="Language of the text.")


class CompareQuery(PairQuery):
    """The same, and how much to tell."""

    notes: bool = Field(False, description="Changes of notes, marks and layout too.")
    rows: Literal["changed", "all", "none"] = Field("changed", description="Which rows of the redline.")


@reads("/acts", ActList, ACTS)
def acts(query: PageQuery) -> Response:
    """List the acts

    By their Russian title.
    """
    return listing(ActList, list_acts(context.reading(), query.paging), act_entry)


@reads("/acts/<act>", ActSummary, ACTS, problems=(404,))
def act(path: ActPath, query: AnyQuery) -> Response:
    """Look up an act"""
    session = context.reading()
    row = get_act(session, path.act)
    return one(act_with(row, list_editions(session, row)))


@reads("/acts/<act>/editions", EditionList, ACTS, problems=(404,))
def editions(path: ActPath, query: EditionsQuery) -> Response:
    """List the editions of an act

    Oldest first; on one date Russian before Kazakh.
    """
    session = context.reading()
    row = get_act(session, path.act)
    found = list_editions(session, row)
    status = statuses(found, today())
    wanted = [entry for entry in found if query.language in (None, entry.language)]
    return listing(
        EditionList,
        cut(wanted, query.paging),
        lambda entry: edition_summary(row, entry, status[row_id(entry)]),
    )


@reads(EDITION, EditionDetail, ACTS, problems=(404,))
def edition(path: EditionPath, query: AnyQuery) -> Response:
    """Look up an edition

    What the service knows of it; its words are under /text and /provisions. A date before the first edition is a
    problem that names the first date.
    """
    session = context.reading()
    row = get_act(session, path.act)
    found = edition_row(row, path.language, path.on)
    status = statuses(list_editions(session, row), today())
    return one(edition_detail(row, found, status[row_id(found)]))


@reads(
    f"{EDITION}/text",
    {"description": "The text.", "content": {"text/plain": {"schema": {"type": "string"}}}},
    ACTS,
    problems=(404,),
)
def edition_text(path: EditionPath, query: AnyQuery) -> Response:
    """Read an edition as plain text

    The source, character for character, in UTF-8.
    """
    session = context.reading()
    found = edition_row(get_act(session, path.act), path.language, path.on)
    response = Response(load_edition(session, found).text, mimetype="text/plain")
    response.headers["Content-Language"] = found.language
    return response


@reads(f"{EDITION}/document", CLEAN, ACTS, permission=Permission.EXPORT, heavy=True, problems=(404, 409))
def edition_document(path: EditionPath, query: DocumentQuery) -> Response:
    """Download an edition as a document

    The text as printed: Word and PDF in the official page layout, Akoma Ntoso, or plain text. An act without a date of
    adoption has no Akoma Ntoso: a problem (409) says so.
    """
    session = context.reading()
    row = get_act(session, path.act)
    found = edition_row(row, path.language, path.on)
    content = edition_file(row, load_edition(session, found), found.in_force_from, query.form)
    return text_alone(content, f"{row.code}-{found.in_force_from}-{path.language}", query.form)


@reads(f"{EDITION}/warnings", EditionWarnings, ACTS, problems=(404,))
def edition_warnings(path: EditionPath, query: AnyQuery) -> Response:
    """List what to check in an edition

    References to its own units that point at nothing, and places where its Russian and Kazakh texts differ in what can
    be counted.
    """
    session = context.reading()
    row = get_act(session, path.act)
    found = edition_row(row, path.language, path.on)
    differences = authenticity_warnings(session, row, found.in_force_from)
    return one(
        EditionWarnings(
            act=row.code,
            language=path.language,
            in_force_from=found.in_force_from,
            dangling=dangling_references(dangling(session, found)),
            differences=None if differences is None else language_differences(differences),
        )
    )


@reads(f"{EDITION}/provisions", ProvisionList, ACTS, problems=(404,))
def provisions(path: EditionPath, query: ProvisionsQuery) -> Response:
    """List the provisions of an edition

    Each printed paragraph with its address, in the order of the law.
    """
    session = context.reading()
    found = edition_row(get_act(session, path.act), path.language, path.on)
    text = load_edition(session, found)
    page = cut(printed(text, notes=query.notes), query.paging)
    return listing(ProvisionList, page, lambda entry: line(text, *entry))


@reads(f"{EDITION}/provisions/<path:address>", ProvisionDetail, ACTS, problems=(404,))
def provision(path: ProvisionPath, query: AnyQuery) -> Response:
    """Read a provision

    With everything that hangs under it. An unknown address is a problem that names the nearest places.
    """
    session = context.reading()
    row = get_act(session, path.act)
    found = edition_row(row, path.language, path.on)
    text = load_edition(session, found)
    return one(detail(text, locate(text, path.address), row.code, found.in_force_from))


@reads("/acts/<act>/compare", Comparison, ACTS, heavy=True, problems=(404,))
def compare(path: ActPath, query: CompareQuery) -> Response:
    """Compare two editions

    The operations that turn the old text into the new one, and both texts in one as rows.
    """
    row = get_act(context.reading(), path.act)
    old, new = _pair(row, query)
    comparison, rows = compared(old, new, notes=query.notes)
    return one(
        Comparison(
            act=row.code,
            language=query.language,
            old=old.in_force_from,
            new=new.in_force_from,
            operations=operations(comparison.operations),
            editorial=operations(comparison.editorial) if query.notes else [],
            counts=counts(rows),
            rows=chosen(rows, query.rows),
        )
    )


@reads("/acts/<act>/compare.docx", ANSWER, ACTS, permission=Permission.EXPORT, heavy=True, problems=(404,))
def comparison_document(path: ActPath, query: PairQuery) -> Response:
    """Download a comparison as a Word document

    With tracked changes, signed by the act that brought the new edition about.
    """
    row = get_act(context.reading(), path.act)
    old, new = _pair(row, query)
    _, rows = compared(old, new, notes=False)
    return word(
        rows,
        f"{row.code}-{old.in_force_from}-{new.in_force_from}-{query.language}",
        title=row.title_kk if query.language == "kk" else row.title_ru,
        author=new.caused_by,
        at=new.in_force_from,
        language=query.language,
        invented=row.demonstration,
    )


@reads("/acts/<act>/compare.pdf", MARKED_PDF, ACTS, permission=Permission.EXPORT, heavy=True, problems=(404,))
def comparison_pdf(path: ActPath, query: PairQuery) -> Response:
    """Download a comparison as a PDF

    The same text with the changes marked, to be printed.
    """
    row = get_act(context.reading(), path.act)
    old, new = _pair(row, query)
    _, rows = compared(old, new, notes=False)
    name = f"{row.code}-{old.in_force_from}-{new.in_force_from}-{query.language}"
    return sent(comparison_printed(row, rows, old, new), name, "pdf")


def _pair(act: Act, query: PairQuery) -> tuple[EditionRow, EditionRow]:
    """The editions that are asked for, the older one first."""
    old, new = (edition_row(act, query.language, on) for on in (query.old, query.new))
    if old.in_force_from > new.in_force_from:
        raise ApiError(422, "editions_order", field="old", old=old.in_force_from, new=new.in_force_from)
    return old, new


def compared(old: EditionRow, new: EditionRow, *, notes: bool) -> tuple[DomainComparison, tuple[DomainRow, ...]]:
    """The comparison of two editions and its redline; kept, for editions never change."""
    session = context.reading()

    def make() -> tuple[DomainComparison, tuple[DomainRow, ...]]:
        before, after = load_edition(session, old), load_edition(session, new)
        comparison = compare_editions(before, after)
        return comparison, redline(before, after, comparison, notes=notes)

    return cache_of(session).get(("api comparison", row_id(old), row_id(new), notes), make, lambda made: len(made[1]))
