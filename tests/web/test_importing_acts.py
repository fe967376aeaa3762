"""An act with its editions is imported from a packed folder, as a job: all of it or nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import context
from service.store import importing
from service.store.acts import get_act
from service.store.audit import entries
from tests.support.jobs import Gate, ended, held, kept
from tests.support.pages import ACT, SEEDS, soup, text_of, visitor
from tests.support.service import form_token

SignIn = Callable[[str], FlaskClient]


def packed(folder: Path = SEEDS / "law", under: str = "") -> bytes:
    """A folder of the mirror as a ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, under + path.relative_to(folder).as_posix())
    return out.getvalue()


def bring(client: FlaskClient, data: bytes, language: str = "ru", name: str = "law.zip") -> TestResponse:
    page = f"/{language}/import/"
    token = form_token(client.get(page).get_data(as_text=True))
    sent = {"csrf_token": token, "file": (io.BytesIO(data), name)}
    return client.post(page, data=sent, content_type="multipart/form-data")


@pytest.fixture
def bare_staff(service: Flask) -> FlaskClient:
    """A person of the staff of a service whose demonstration act is called otherwise."""
    with service.extensions[context.DATABASE_KEY].writing() as session:
        act = get_act(session, ACT)
        act.code = "other-1"
        session.add(act)
    return visitor(service, "saule")


@pytest.mark.parametrize("under", ["", "mirror-main/acts/demo/"])
def test_a_packed_folder_is_imported_whole(bare_staff: FlaskClient, under: str) -> None:
    answer = bring(bare_staff, packed(under=under))
    assert answer.headers["Location"].endswith(f"/ru/acts/{ACT}/")
    shown = bare_staff.get(answer.headers["Location"])
    assert "добавлено редакций — 6" in soup(shown).get_text()
    assert "ничего не изменено" in soup(bare_staff.get(bring(bare_staff, packed()).headers["Location"])).get_text()


def test_a_long_import_tells_how_far_it_is(
    service: Flask, bare_staff: FlaskClient, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "store_text", held(gate, importing.store_text))
    page = bring(bare_staff, packed()).headers["Location"]
    assert gate.reached.wait(30)
    bar = soup(bare_staff.get(page)).select_one("progress")
    assert bar is not None
    assert (bar["value"], bar["max"]) == ("0", "6")
    assert "0 из 6: 2025-03-01.md" in text_of(bare_staff.get(page))
    gate.open.set()
    assert "добавлено редакций — 6" in text_of(ended(bare_staff, page))
    with service.extensions[context.DATABASE_KEY].reading() as session:
        found = entries(session, subject=f"act/{ACT}").items
    assert {"act:imported", "edition:imported"} <= {entry.action for entry in found}


def test_a_folder_with_a_mistake_stores_nothing_of_it(service: Flask, bare_staff: FlaskClient, tmp_path: Path) -> None:
    for name in ("meta.yaml", "rus/2025-03-01.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((SEEDS / "law" / name).read_bytes())
    refused = bring(bare_staff, packed(tmp_path))
    assert refused.status_code == 422
    assert "2025-09-15" in text_of(refused)
    assert bare_staff.get(f"/ru/acts/{ACT}/").status_code == 404
    assert kept(service) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "пуст"),
        (b"not a zip", "Это не архив ZIP"),
        (packed(SEEDS / "law" / "rus"), "нет файла meta.yaml"),
        (packed(SEEDS / "law") [:-30], "Это не архив ZIP"),
    ],
)  # fmt: skip
def test_what_is_no_packed_folder_gets_its_sentence(signed_in: SignIn, data: bytes, words: str) -> None:
    refused = bring(signed_in("saule"), data)
    assert refused.status_code in (413, 422)
    assert words in text_of(refused)
    assert soup(refused).select_one("#file[aria-invalid]") is not None


def test_only_staff_may_import(signed_in: SignIn, pages: FlaskClient) -> None:
    client = signed_in("nurlan")
    assert client.get("/ru/import/").status_code == 403
    assert client.post("/ru/import/", data={"csrf_token": "x"}).status_code in (400, 403)
    assert "Импортировать" not in text_of(client.get("/ru/acts/"))
    assert "Импортировать" in text_of(signed_in("saule").get("/ru/acts/"))
    assert "/sign-in" in pages.get("/ru/import/").headers["Location"]
    sent = {"file": (io.BytesIO(packed()), "law.zip")}
    assert signed_in("saule").post("/ru/import/", data=sent, content_type="multipart/form-data").status_code == 400
