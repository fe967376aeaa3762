"""A new edition is read, looked at and then stored; nothing that was entered is lost on the way."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import docx
import pytest
from bs4 import Tag
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select
from werkzeug.test import TestResponse

from service import context
from service.clock import now
from service.store import uploads
from service.store.tables import Upload
from tests.support.hostile import HOSTILE
from tests.support.pages import ACT, SEEDS, soup, text_of, visitor
from tests.support.service import form_token

FORM = f"/ru/acts/{ACT}/new-edition/"
RU = (SEEDS / "law" / "rus" / "2026-03-01.md").read_text(encoding="utf-8")
KK = (SEEDS / "law" / "kaz" / "2026-03-01.md").read_text(encoding="utf-8")
SignIn = Callable[[str], FlaskClient]


def give(
    client: FlaskClient, data: bytes | None, name: str = "law.md", page: str = FORM, **fields: str
) -> TestResponse:
    """Send the form of a new edition with a file."""
    token = form_token(client.get(page).get_data(as_text=True))
    sent: dict[str, Any] = {"csrf_token": token, **fields}
    if data is not None:
        sent["file"] = (io.BytesIO(data), name)
    return client.post(page, data=sent, content_type="multipart/form-data")


def settle(client: FlaskClient, page: str, **fields: str) -> TestResponse:
    """Answer the page of what was read."""
    return client.post(page, data={"csrf_token": form_token(client.get(page).get_data(as_text=True)), **fields})


def found(answer: TestResponse, css: str) -> Tag:
    """The one element of a page."""
    (element,) = soup(answer).select(css)
    return element


def kept(app: Flask) -> int:
    with app.extensions[context.DATABASE_KEY].reading() as session:
        return len(session.exec(select(Upload.id)).all())


def test_a_file_is_read_shown_and_stored_only_then(service: Flask, signed_in: SignIn) -> None:
    client = signed_in("saule")
    given = give(client, RU.encode(), on="2026-09-01", caused_by="Учебный закон № 20")
    assert given.status_code == 302
    page = given.headers["Location"]
    words = text_of(client.get(page))
    assert "ещё не сохранено" in words
    assert "Статьи" in words
    assert "Понята каждая строка." in words
    assert client.get(f"/ru/acts/{ACT}/2026-09-01/").status_code == 302, "an edition before it was confirmed"
    stored = settle(client, page, on="2026-09-01", caused_by="Учебный закон № 20", do="store")
    assert stored.headers["Location"].endswith(f"/acts/{ACT}/2026-09-01/")
    edition = client.get(f"/ru/acts/{ACT}/2026-09-01/")
    assert edition.status_code == 200
    assert "Редакция сохранена." in edition.get_data(as_text=True)
    assert "Учебный закон № 20" in text_of(edition)
    assert client.get(page).status_code == 404
    assert kept(service) == 0


def test_what_the_reader_did_not_understand_is_shown_with_line_and_reason(signed_in: SignIn) -> None:
    client = signed_in("saule")
    law = RU.replace("### Статья 2.", "9. Сад открыт.\n\n1. Сад закрыт.\n\n### Статья 2.", 1)
    line = law[: law.index("1. Сад закрыт.")].count("\n") + 1
    words = text_of(client.get(give(client, law.encode(), on="2026-09-01").headers["Location"]))
    assert f"строка {line}: номер не по порядку: «Сад закрыт.»" in words


def test_a_wrong_date_keeps_the_text_and_asks_again(service: Flask, signed_in: SignIn) -> None:
    client = signed_in("saule")
    page = give(client, RU.encode(), on="весной", caused_by="Закон № 20").headers["Location"]
    refused = settle(client, page, on="", caused_by="Закон № 21", do="store")
    assert refused.status_code == 422
    assert "Укажите день, с которого редакция действует" in text_of(refused)
    assert 'value="Закон № 21"' in refused.get_data(as_text=True)
    assert settle(client, page, on="2026-09-02", caused_by="Закон № 21", do="store").status_code == 302
    assert kept(service) == 0


def test_another_text_for_a_stored_day_is_refused_and_the_text_stays(service: Flask, signed_in: SignIn) -> None:
    client = signed_in("saule")
    other = RU.replace("### Статья 1.", "### Статья 1-9. Лишняя\n\n1. Лишнее.\n\n### Статья 1.", 1)
    page = give(client, other.encode(), on="2026-03-01").headers["Location"]
    refused = settle(client, page, on="2026-03-01", caused_by="", do="store")
    assert refused.status_code == 409
    assert "уже хранится с другим текстом" in text_of(refused)
    assert kept(service) == 1
    same = give(client, RU.encode(), on="2026-03-01").headers["Location"]
    settle(client, same, on="2026-03-01", caused_by="", do="store")
    assert "Этот же текст уже хранится" in client.get(f"/ru/acts/{ACT}/").get_data(as_text=True)


def test_a_file_in_the_other_language_is_refused_and_the_form_keeps_what_was_entered(signed_in: SignIn) -> None:
    client = signed_in("saule")
    refused = give(client, KK.encode(), language="ru", on="2026-09-01", caused_by="Закон № 20")
    assert refused.status_code == 422
    assert "law.md: Текст на другом языке: ожидался русский, а текст – казахский." in text_of(refused)
    assert found(refused, "#on")["value"] == "2026-09-01"
    assert found(refused, "#caused_by")["value"] == "Закон № 20"
    assert found(refused, "#language option[selected]")["value"] == "ru"
    assert found(refused, "#file")["aria-invalid"] == "true"


def test_a_kazakh_text_beside_its_russian_one_is_compared_with_it(signed_in: SignIn) -> None:
    client = signed_in("saule")
    first = give(client, RU.encode(), on="2026-09-01").headers["Location"]
    settle(client, first, on="2026-09-01", caused_by="", do="store")
    lacking = KK[: KK.rindex("### ")]
    page = f"/kk/acts/{ACT}/new-edition/"
    words = text_of(client.get(give(client, lacking.encode(), on="2026-09-01", page=page).headers["Location"]))
    assert "орысша және қазақша мәтіндер арасында" in words
    assert "орысша мәтінде ғана бар" in words


def test_a_pasted_text_is_read_too_and_kept_on_an_error(signed_in: SignIn) -> None:
    client = signed_in("saule")
    letter = "Просто письмо о дорогах района, без статей и без пунктов, на двух листах."
    refused = give(client, None, text=letter, on="2026-09-01")
    assert refused.status_code == 422
    assert "Это не похоже на текст акта" in text_of(refused)
    assert found(refused, "#text").get_text().strip() == letter
    assert "вставленный текст" in text_of(client.get(give(client, None, text=RU).headers["Location"]))
    assert "читать пока нечего" in text_of(give(client, None))
    assert "Оставьте что-то одно" in text_of(give(client, RU.encode(), text=RU))


def test_undecided_changes_of_a_word_document_may_be_chosen(signed_in: SignIn) -> None:
    client = signed_in("saule")
    export = client.get(f"/api/v1/acts/{ACT}/compare.docx?old=2025-03-01&new=2026-03-01&language=ru")
    assert export.status_code == 200
    refused = give(client, export.data, "changes.docx", on="2026-09-01")
    assert "непринятые исправления" in text_of(refused)
    assert {option["value"] for option in soup(refused).select("#tracked option")} == {"new", "old"}
    assert give(client, export.data, "changes.docx", on="2026-09-01", tracked="new").status_code == 302


def test_a_word_document(signed_in: SignIn) -> None:
    document = docx.Document()
    for line in ("Статья 1. Сад", "1. Аким сада поливает деревья и кусты, ведёт их учёт."):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    client = signed_in("saule")
    words = text_of(client.get(give(client, out.getvalue(), "sad.docx").headers["Location"]))
    assert "sad.docx документ Word Русский" in words


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_hostile_file_gets_its_sentence_and_leaves_nothing(
    service: Flask, signed_in: SignIn, kind: str, language: str
) -> None:
    data, words = HOSTILE[kind]
    refused = give(signed_in("saule"), data(), "given.docx", f"/{language}/acts/{ACT}/new-edition/")
    assert refused.status_code in (413, 422)
    assert words[language] in text_of(refused)
    assert "given.docx: " in text_of(refused)
    assert kept(service) == 0


def test_a_file_over_the_limit(service: Flask, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = service.extensions[context.SETTINGS_KEY]
    monkeypatch.setattr(type(settings), "max_upload_bytes", property(lambda _self: 1024 * 100))
    refused = give(signed_in("saule"), b"a" * (1024 * 100 + 1), "huge.md")
    assert refused.status_code == 413
    assert "huge.md: Файл слишком велик" in text_of(refused)


def test_only_staff_may(signed_in: SignIn) -> None:
    client = signed_in("nurlan")
    assert client.get(FORM).status_code == 403
    assert client.post(FORM, data={"csrf_token": "x"}).status_code in (400, 403)
    assert "Новая редакция" not in text_of(client.get(f"/ru/acts/{ACT}/"))


def test_a_visitor_is_asked_to_sign_in_and_a_form_without_its_token_is_refused(
    pages: FlaskClient, signed_in: SignIn
) -> None:
    assert "/sign-in" in pages.get(FORM).headers["Location"]
    sent = {"file": (io.BytesIO(RU.encode()), "law.md")}
    assert signed_in("saule").post(FORM, data=sent, content_type="multipart/form-data").status_code == 400


def test_nobody_else_sees_an_upload_and_it_may_be_thrown_away(service: Flask, signed_in: SignIn) -> None:
    client = signed_in("saule")
    page = give(client, RU.encode()).headers["Location"]
    for login in ("dauren", "admin"):
        assert visitor(service, login).get(page).status_code == 404
    assert settle(client, page, do="drop").status_code == 302
    assert "Удалено: ничего не сохранено." in client.get(f"/ru/acts/{ACT}/").get_data(as_text=True)
    gone = client.get(page)
    assert gone.status_code == 404
    assert "Этого загруженного текста больше нет" in text_of(gone)
    assert kept(service) == 0


def test_old_uploads_and_too_many_of_one_person_make_room(
    service: Flask, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in("saule")
    monkeypatch.setattr(uploads, "MOST", 2)
    law = "### Статья 1. Сад\n\n1. Аким сада поливает деревья и кусты.\n".encode()
    addresses = [give(client, law).headers["Location"] for _ in range(3)]
    assert [client.get(page).status_code for page in addresses] == [404, 200, 200]
    monkeypatch.setattr(uploads, "now", lambda: now() + timedelta(days=2))
    give(client, law)
    assert kept(service) == 1
