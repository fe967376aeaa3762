"""A bill's text held against another edition than the one it was written for."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.support.pages import ACT, BILL, FIRST, LAST, soup

TEXT = f"/bills/{BILL}/text/"


def changes(pages: FlaskClient, address: str) -> int:
    answer = pages.get(address)
    assert answer.status_code == 200
    return len(soup(answer).select(".change"))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_older_edition_is_farther_from_the_bill(pages: FlaskClient, language: str) -> None:
    own = changes(pages, f"/{language}{TEXT}")
    assert changes(pages, f"/{language}{TEXT}?against={LAST}") == own
    assert changes(pages, f"/{language}{TEXT}?against={FIRST}") > own > 0


def test_a_date_that_is_none_is_said(pages: FlaskClient) -> None:
    assert pages.get(f"/ru{TEXT}?against=yesterday").status_code == 404


def test_the_form_of_the_law_leads_from_an_edition_to_a_bill(pages: FlaskClient) -> None:
    answer = pages.get(f"/ru/acts/{ACT}/compare/?old={FIRST}&new=bill-{BILL}")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"/text/?against={FIRST}")
