"""Where on the pages a finding is seen among its neighbours: in its edition, or on its amendment's page."""

from __future__ import annotations

from collections.abc import Sequence

from flask import url_for

from service.store.database import Session
from service.store.names import amendment_places, edition_dates, revision_amendments
from service.store.tables import Act, FindingRow
from service.web.presenters.citation import anchor
from service.web.shell import page_language


def finding_links(session: Session, findings: Sequence[FindingRow], act: Act) -> dict[int, str]:
    """Finding → address of the place where its words stand. Two queries at most, however many they are."""
    amendments = revision_amendments(session, (finding.revision_id for finding in findings))
    places = amendment_places(session, amendments.values())
    dates = edition_dates(session, (finding.edition_id for finding in findings))
    links = {}
    for finding in findings:
        if finding.revision_id is not None:
            number, amendment = places[amendments[finding.revision_id]]
            links[finding.id or 0] = url_for(
                "web.amendment_page", number=number, amendment=amendment, _anchor="clarity"
            )
        else:
            on = dates[finding.edition_id or 0]
            text = finding.language if finding.language != page_language() else None
            address = url_for("web.edition", code=act.code, on=on, text=text, finding=finding.id)
            links[finding.id or 0] = f"{address}#{anchor(finding.address)}"
    return links
