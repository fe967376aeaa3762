"""An edition: the text of an act from a date on, with contents, search in it, and its vague words."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from amendments.law.edition import Edition
from amendments.law.nearest import nearest
from service import context
from service.clock import today
from service.errors import NotFound
from service.store.acts import get_act
from service.store.bringing import brought
from service.store.editions import edition_row_at, get_edition, get_edition_row, list_editions, load_edition, statuses
from service.store.tables import Act, EditionRow
from service.store.warnings import authenticity_warnings, dangling_references
from service.web.formats import day
from service.web.kept import kept
from service.web.presenters.acts import edition_lines
from service.web.presenters.bringing import bringers, bringing_spans
from service.web.presenters.citation import anchor, capital, cite, speak_of
from service.web.presenters.people import in_language
from service.web.presenters.reading import contents, paragraphs, with_notes_together
from service.web.presenters.runs import Span
from service.web.presenters.search import MAX_HITS, MAX_QUERY, find_in
from service.web.presenters.units import numbered
from service.web.presenters.uploading import reason_words
from service.web.presenters.warnings import authenticity_lines, dangling_lines
from service.web.shell import at_place, in_section, page_language
from service.web.views import asked
from service.web.views.offers import edition_exports
from service.web.views.vague import all_findings, finding_card, margin_marks, vague_spans


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/acts/<code>/<on>/")(edition)
    web.get("/acts/<code>/<on>/<path:address>")(provision)


@kept
def edition(code: str, on: str) -> str | Response:
    """An edition in full. `q` lights words, `vague=1` underlines vague ones, `finding` opens one of them."""
    in_section("acts")
    session, language = context.reading(), asked.text_language(page_language())
    act = get_act(session, code)
    row = edition_row(act, language, asked.day(on))
    start = row.in_force_from
    if start.isoformat() != on:
        return redirect(url_for("web.edition", code=code, on=start, **asked.rest("code", "on")))
    text = load_edition(session, row)
    speak_of(text)
    query = asked.text("q", MAX_QUERY)
    hits = find_in(text, query) if query else []
    card = finding_card(session, request.args.get("finding", 0, type=int), row)
    if card is not None:
        at_place(anchor(card.address))
    vague = card is not None or request.args.get("vague") == "1"
    spans: dict[str, list[Span]] = {hit.address: list(hit.spans) for hit in hits}
    found = brought(session, act, row) if request.args.get("who") == "1" else None
    for address, marks in (bringing_spans(found) if found else {}).items():
        spans.setdefault(address, []).extend(marks)
    tagged = all_findings(session, row) if vague else []
    base = _finding_address(code, start)
    for address, more in vague_spans(tagged, base).items():
        spans.setdefault(address, []).extend(more)
    rows = list_editions(session, act)
    lines = edition_lines(rows, statuses(rows, today()))
    differences = authenticity_warnings(session, act, start)

    def link(address: str, of: str) -> str:
        shown = text if of == language else get_edition(session, act, of, start)
        return place_link(shown, address, code, start)

    return render_template(
        "edition.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, page_language()),
        this=next(line for line in lines if line.on == start),
        editions=lines,
        earlier=next((line for line in lines if line.on < start and language in line.languages), None),
        text_language=language,
        contents=contents(text),
        paragraphs=with_notes_together(paragraphs(text, spans, in_language(act.title_ru, act.title_kk, language))),
        query=query,
        hits=sum(len(hit.spans) for hit in hits),
        hits_cut=sum(len(hit.spans) for hit in hits) >= MAX_HITS,
        places=[(capital(cite(address, language)), anchor(address)) for address in numbered(text, query)[:5]],
        vague=vague,
        marks=margin_marks(tagged, base),
        card=card,
        bringers=None if found is None else bringers(found),
        unread=text.unread,
        reason_words=reason_words,
        dangling=dangling_lines(dangling_references(session, row), page_language(), link, language),
        differences=None if differences is None else authenticity_lines(differences, page_language(), link),
        exports=edition_exports(act, start, language),
        invented=act.demonstration,
    )


def provision(code: str, on: str, address: str) -> Response:
    """The place of a provision in its edition; an address that names nothing gets the nearest ones."""
    in_section("acts")
    session, language = context.reading(), asked.text_language(page_language())
    row = edition_row(get_act(session, code), language, asked.day(on))
    text = load_edition(session, row)
    speak_of(text)
    address = address.strip("/")
    found = text.locate(address)
    if found is None:
        g.near = near(text, address, code, row.in_force_from)
        raise NotFound("provision_not_found", address=address[:200])
    return redirect(url_for("web.edition", code=code, on=row.in_force_from, _anchor=anchor(printed(text, address))))


def edition_row(act: Act, language: str, on: date) -> EditionRow:
    """The edition that starts on a date, else the one in force then. Says the first date where there is none."""
    session = context.reading()
    try:
        return get_edition_row(session, act, language, on)
    except NotFound:
        pass
    try:
        return edition_row_at(session, act, language, on)
    except NotFound as refusal:
        rows = list_editions(session, act)
        g.near = [
            (day(start, page_language()), url_for("web.edition", code=act.code, on=start))
            for start in sorted({row.in_force_from for row in rows})[:3]
        ]
        raise _for_readers(refusal, act) from refusal


def _for_readers(refusal: NotFound, act: Act) -> NotFound:
    """The same refusal with the act by its title and days as people write them."""
    language = page_language()
    written = {name: day(value, language) for name, value in refusal.params.items() if isinstance(value, date)}
    title = f"«{in_language(act.title_ru, act.title_kk, language)}»"
    return NotFound(refusal.code, **(refusal.params | written | {"code": title}))


def near(text: Edition, address: str, code: str, on: date) -> list[tuple[str, str]]:
    """Units nearest to an address, as links."""
    return [
        (
            capital(cite(other, text.language)),
            url_for("web.edition", code=code, on=on, _anchor=anchor(printed(text, other))),
        )
        for other in nearest(text, address)
    ]


def place_link(text: Edition, address: str, code: str, on: date) -> str:
    """The place of a unit on the page of its edition, in the text's language."""
    language = text.language if text.language != page_language() else None
    return url_for("web.edition", code=code, on=on, text=language, _anchor=anchor(printed(text, address)))


def printed(text: Edition, address: str) -> str:
    """The address of the printed paragraph that a place stands in: «art_1/cl_1» has no paragraph of its own."""
    while address and text.at(address) is None:
        address = address.rpartition("/")[0]
    return address


def _finding_address(code: str, on: date) -> str:
    return url_for("web.edition", code=code, on=on, text=request.args.get("text")) + (
        "&" if request.args.get("text") else "?"
    )
