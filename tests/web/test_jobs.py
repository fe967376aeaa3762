"""Long work has a page with its progress, which its owner finds again; short work answers at once."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient

from amendments.documents import redline_docx
from service import context
from service.errors import Conflict
from service.jobs import running
from service.jobs.running import JobState
from service.reading import read_law_bytes
from service.store import carrying, importing
from service.store.finding_rows import store_edition_findings
from service.web import jobs
from service.web.views import carrying as carrying_views
from service.web.views import downloads
from tests.support.jobs import Gate, ended, held, kept, owner
from tests.support.newer import add_newer_edition
from tests.support.pages import ACT, BILL, FIRST, LAST, soup, text_of, visitor
from tests.support.service import form_token
from tests.web.test_new_edition import KK, RU, give, settle

SignIn = Callable[[str], FlaskClient]
REDLINE = "service.web.views.downloads.redline_docx"
WORD = f"/ru/acts/{ACT}/compare/docx?old={FIRST}&new={LAST}"


def uploaded(client: FlaskClient, law: str, monkeypatch: pytest.MonkeyPatch, **more: str) -> str:
    """The page of an uploaded text, waited for however long it is read."""
    with monkeypatch.context() as patient:
        patient.setattr(jobs, "PATIENCE", 60)
        return give(client, law.encode(), **more).headers["Location"]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_long_edition_has_a_page_and_then_its_outcome(
    service: Flask, signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("service.store.importing.store_edition_findings", held(gate, store_edition_findings))
    client = signed_in("saule")
    form = f"/{language}/acts/{ACT}/new-edition/"
    begun = settle(client, uploaded(client, RU, monkeypatch, page=form), on="2026-09-01", do="store")
    assert begun.status_code == 303
    page = begun.headers["Location"]
    working = client.get(page)
    tree = soup(working)
    assert {"ru": "выполняется", "kk": "орындалуда"}[language] in text_of(working)
    bar = tree.select_one("progress")
    assert bar is not None
    assert tree.select_one(f"label[for={bar['id']}]") is not None
    assert tree.select_one("[role=status]") is not None
    assert tree.select_one("noscript meta[http-equiv=refresh]") is not None
    assert tree.select_one("script[src*='jobs.js']") is not None
    listed = client.get(f"/{language}/jobs/")
    assert soup(listed).select_one(f"a[href='{page}']") is not None
    gate.open.set()
    done = ended(client, page)
    assert {"ru": "Редакция сохранена.", "kk": "Редакция сақталды."}[language] in text_of(done)
    assert soup(done).select_one("noscript, progress, script[src*='jobs.js']") is None
    link = soup(done).select_one(".btn--main")
    assert link is not None
    assert client.get(str(link["href"])).status_code == 200
    assert "2026-09-01" in str(link["href"])


def test_short_work_answers_at_once_and_leaves_no_job(service: Flask, signed_in: SignIn) -> None:
    client = signed_in("saule")
    stored = settle(client, give(client, RU.encode()).headers["Location"], on="2026-09-01", do="store")
    assert stored.headers["Location"].endswith(f"/acts/{ACT}/2026-09-01/")
    assert client.get(WORD).status_code == 200
    assert kept(service) == []
    assert "Длительных заданий у вас нет" in text_of(client.get("/ru/jobs/"))


def test_only_its_owner_sees_a_job_and_its_file(
    service: Flask, signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(REDLINE, held(gate, redline_docx))
    client = signed_in("saule")
    page = client.get(WORD).headers["Location"]
    gate.open.set()
    ended(client, page)
    for address in (page, f"{page}file"):
        with client.get(address) as answer:
            assert answer.status_code == 200
        assert visitor(service, "dauren").get(address).status_code == 404
        assert "/sign-in" in service.test_client().get(address).headers["Location"]
    assert "Длительных заданий у вас нет" in text_of(visitor(service, "dauren").get("/ru/jobs/"))
    assert client.get(f"/ru/jobs/{'0' * 32}/").status_code == 404
    assert client.get("/ru/jobs/..%2F1/").status_code == 404


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_long_file_is_taken_from_the_page_of_its_job(
    signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(REDLINE, held(gate, redline_docx))
    client = signed_in("nurlan")
    address = WORD.replace("/ru/", f"/{language}/")
    begun = client.get(address)
    assert begun.status_code == 303
    assert client.get(address).headers["Location"] == begun.headers["Location"], "asked again, it is made twice"
    gate.open.set()
    page = ended(client, begun.headers["Location"])
    link = soup(page).select_one("a[download]")
    assert link is not None
    with client.get(str(link["href"])) as file:
        assert file.headers["Content-Disposition"].endswith(f"{ACT}-{FIRST}-{LAST}-{language}.docx")
        assert file.mimetype == downloads.DOCX
        taken = file.get_data()
    monkeypatch.setattr(jobs, "PATIENCE", 60)
    paragraphs = [
        [one.text for one in Document(io.BytesIO(data)).paragraphs] for data in (taken, client.get(address).data)
    ]
    assert paragraphs[0] == paragraphs[1]


def test_a_visitor_gets_a_file_itself_however_long_it_takes(
    service: Flask, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*args: Any, **kwargs: Any) -> bytes:
        time.sleep(0.3)
        return redline_docx(*args, **kwargs)

    monkeypatch.setattr(REDLINE, slow)
    assert service.test_client().get(WORD).mimetype == downloads.DOCX


@pytest.mark.parametrize(
    "address",
    [
        f"/kk/acts/{ACT}/{LAST}/docx",
        f"/kk/bills/{BILL}/text/table",
        f"/kk/bills/{BILL}/text/docx",
        f"/kk/bills/{BILL}/1/docx",
        "/kk/clarity/report.xlsx?state=all",
        "/kk/clarity/report.docx?state=all",
        "/kk/powers/table/xlsx",
        "/kk/powers/table/docx",
    ],
)
def test_every_file_made_as_a_job_is_the_one_that_a_visitor_gets(
    service: Flask, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(jobs, "PATIENCE", 0.0)
    client = signed_in("saule")
    begun = client.get(address)
    if begun.status_code == 303:  # else it was quicker than no time at all
        ended(client, begun.headers["Location"])
        begun = client.get(f"{begun.headers['Location']}file")
    direct = service.test_client().get(address)
    with begun:
        assert begun.headers["Content-Disposition"] == direct.headers["Content-Disposition"]
        assert begun.headers["Content-Type"] == direct.headers["Content-Type"]
        assert inner(begun.get_data()) == inner(direct.get_data())


def inner(data: bytes) -> dict[str, int]:
    """What a package of parts holds, without the moments that are written into it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: entry.file_size for entry in archive.infolist() if "core" not in entry.filename}


def test_a_file_that_there_cannot_be_is_not_there(service: Flask, signed_in: SignIn) -> None:
    client = signed_in("saule")
    assert client.get(f"/ru/bills/{BILL}/999/docx").status_code == 404
    assert client.get(f"/ru/acts/{ACT}/1999-01-01/docx").status_code == 404
    assert kept(service) == []


def test_a_mistake_found_late_is_said_on_the_page_with_the_way_back(
    service: Flask, signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_stored", held(gate, importing._stored))
    client = signed_in("saule")
    other = RU.replace("### Статья 1.", "### Статья 1-9. Лишняя\n\n1. Лишнее.\n\n### Статья 1.", 1)
    form = uploaded(client, other, monkeypatch)
    page = settle(client, form, on=LAST, do="store").headers["Location"]
    gate.open.set()
    failed = ended(client, page)
    assert "не удалось" in text_of(failed)
    assert "уже хранится с другим текстом" in text_of(failed)
    assert soup(failed).select_one(f".btn--main[href='{form}']") is not None
    assert client.get(form).status_code == 200, "what was uploaded is lost"
    kazakh = client.get(page.replace("/ru/", "/kk/"))
    assert "өзгеше түрде сақталған" in text_of(kazakh)


def test_a_defect_found_late_tells_nothing_of_itself(
    signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> bytes:
        gate.wait()
        raise ZeroDivisionError("inner detail")

    monkeypatch.setattr(REDLINE, broken)
    client = signed_in("saule")
    page = client.get(WORD).headers["Location"]
    gate.open.set()
    failed = ended(client, page)
    assert "У нас что-то сломалось" in text_of(failed)
    assert "inner detail" not in failed.get_data(as_text=True)


def test_a_job_lost_with_its_process_says_so_and_how_to_start_again(
    signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(REDLINE, held(gate, redline_docx))
    client = signed_in("saule")
    page = client.get(WORD).headers["Location"]
    monkeypatch.setattr(running, "SILENCE", timedelta(seconds=-1))
    lost = client.get(page)
    assert "прервалось" in text_of(lost)
    assert "Начните его снова" in text_of(lost)
    assert soup(lost).select_one("noscript") is None
    link = soup(lost).select_one(".btn--main")
    assert link is not None
    assert link["href"] == WORD


def test_more_jobs_than_one_person_may_run_are_refused(
    signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(REDLINE, held(gate, redline_docx))
    client = signed_in("saule")
    answers = [client.get(f"/ru/bills/{BILL}/{number}/docx").status_code for number in (1, 2, 3, 4)]
    assert answers == [303, 303, 303, 429]


def test_a_bill_is_looked_through_on_a_newer_edition_as_a_job(
    service: Flask, signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_newer_edition(service)
    client = signed_in("saule")
    monkeypatch.setattr(carrying, "_side", held(gate, carrying._side))
    address = f"/ru/bills/{BILL}/rebase/"
    begun = client.get(address)
    assert begun.status_code == 303
    page = begun.headers["Location"]
    assert gate.reached.wait(30)
    assert "0 из 14: № 1" in text_of(client.get(page))
    gate.open.set()
    done = ended(client, page)
    assert "Все поправки проверены на новой редакции: 14" in text_of(done)
    link = soup(done).select_one(".btn--main")
    assert link is not None
    monkeypatch.setattr(jobs, "PATIENCE", 60)
    assert len(soup(client.get(str(link["href"]))).select("table.amendments tbody tr")) == 14


def test_a_refused_move_comes_back_to_its_page(
    service: Flask, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_newer_edition(service)
    client = signed_in("saule")

    def refused(*_args: Any) -> Any:
        raise Conflict("carry_changed")

    monkeypatch.setattr(carrying_views, "move_bill", refused)
    page = client.get(f"/ru/bills/{BILL}/rebase/")
    token = form_token(client.get("/ru/import/").get_data(as_text=True))
    answer = client.post(f"/ru/bills/{BILL}/rebase/", data={"csrf_token": token})
    assert page.status_code == 200
    assert answer.status_code == 409
    assert kept(service) == []


def test_states_of_jobs_are_told_on_the_list(service: Flask, signed_in: SignIn) -> None:
    client = signed_in("saule")
    folder, me = service.extensions[context.SETTINGS_KEY].data, owner(service)
    job = running.start(folder, "comparison_file", me, lambda _tell: running.Outcome("file_made"))
    while running.look(folder, job.id, me).state is JobState.RUNNING:
        time.sleep(0.01)
    lost = replace(job, id="0" * 32, state=JobState.FAILED, code="job_lost")
    running._keep(folder, lost)
    words = text_of(client.get("/ru/jobs/"))
    assert "готово" in words
    assert "прервалось" in words
    assert "/jobs/" in client.get("/ru/account/").get_data(as_text=True)


def test_a_text_that_takes_long_to_read_is_looked_at_when_it_is_read(
    signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.web.views.uploading.read_law_bytes", held(gate, read_law_bytes))
    client = signed_in("saule")
    begun = give(client, RU.encode(), on="2026-09-01", caused_by="Закон № 20")
    assert begun.status_code == 303
    gate.open.set()
    read = ended(client, begun.headers["Location"])
    assert "ещё не сохранён" in text_of(read)
    link = soup(read).select_one(".btn--main")
    assert link is not None
    shown = client.get(str(link["href"]))
    assert "Понята каждая строка." in text_of(shown)
    assert 'value="Закон № 20"' in shown.get_data(as_text=True)


def test_after_a_late_refusal_the_form_asks_which_text_is_meant(
    signed_in: SignIn, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.web.views.uploading.read_law_bytes", held(gate, read_law_bytes))
    client = signed_in("saule")
    begun = give(client, KK.encode(), language="ru")
    gate.open.set()
    failed = ended(client, begun.headers["Location"])
    assert "Текст на другом языке" in text_of(failed)
    link = soup(failed).select_one(".btn--main")
    assert link is not None
    assert soup(client.get(str(link["href"]))).select_one("#tracked") is not None
