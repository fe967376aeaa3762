"""Problems: their sentences, limits of requests, and defects of ours that tell nothing."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.api.wording import codes, own
from tests.api.conftest import Service, started
from tests.api.test_walk import assert_problem
from tests.support.databases import locked, sqlite_url

NAMES = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def test_every_sentence_is_in_three_languages_with_the_same_names() -> None:
    for code, words in own().items():
        assert set(words) == {"ru", "kk", "en"}, code
        assert len({frozenset(NAMES.findall(sentence)) for sentence in words.values()}) == 1, code
        assert len(set(words.values())) == 3, code


def test_the_type_of_a_problem_can_be_opened(service: Service) -> None:
    problem = assert_problem(service, service.ask("/acts/none"), 404)
    kind = service.ask(problem["type"], prefix="").get_json()
    assert kind["code"] == "act_not_found"
    assert "{code}" in kind["en"]
    assert service.get("/problems")["total"] == len(codes())


@pytest.mark.parametrize("path", ["/nothing", "/acts/village-1/", "/acts/village-1/none", "/acts/", "/../x"])
def test_addresses_that_do_not_exist_are_problems(service: Service, path: str) -> None:
    for prefix in ("/api/v1", "/api/v2", "/api"):
        for method in ("GET", "POST", "DELETE", "BREW"):
            assert_problem(service, service.ask(path, method=method, prefix=prefix), 404)


def test_bytes_that_are_no_text_do_no_harm(service: Service) -> None:
    for path in ("/acts/%ff%fe", "/acts?lang=%ff", "/acts?%ff=1", "/comments?act=%ed%a0%80"):
        assert 400 <= service.ask(path).status_code < 500
        assert_problem(service, service.ask(path), service.ask(path).status_code)


def test_a_head_request_tells_what_a_get_would(service: Service) -> None:
    answer = service.ask("/acts", method="HEAD")
    assert answer.status_code == 200
    assert answer.data == b""
    assert service.ask("/acts/none", method="HEAD").status_code == 404


@pytest.fixture
def defective(tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service one of whose functions is broken."""
    from service.api.views import acts

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("secret of the house")

    monkeypatch.setattr(acts, "list_acts", broken)
    path = tmp_path / "broken.sqlite3"
    shutil.copyfile(sqlite_template, path)
    with started(sqlite_url(path), tmp_path) as running:
        yield running


def test_a_defect_is_in_the_log_and_not_in_the_answer(defective: Service, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        problem = assert_problem(defective, defective.ask("/acts?lang=en"), 500)
    assert problem["code"] == "internal_error"
    assert "secret" not in str(problem)
    assert "ZeroDivision" not in str(problem)
    assert "secret of the house" in caplog.text


def test_a_busy_database_is_told_apart_from_a_defect(
    tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from service.api.views import acts

    def busy(*_arguments: object) -> None:
        raise locked()

    monkeypatch.setattr(acts, "list_acts", busy)
    path = tmp_path / "busy.sqlite3"
    shutil.copyfile(sqlite_template, path)
    with started(sqlite_url(path), tmp_path) as running:
        answer = running.ask("/acts")
        assert assert_problem(running, answer, 503)["code"] == "database_busy"
        assert int(answer.headers["Retry-After"]) > 0


def test_who_asks_too_often_is_told_how_long_to_wait(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "often.sqlite3"
    shutil.copyfile(sqlite_template, path)
    with started(sqlite_url(path), tmp_path, rate=40) as running:
        body = {"language": "ru", "instruction": "в статье 2 слово «саде» исключить."}
        heavy = [running.post("/instructions/parse", body) for _ in range(5)]
        assert [answer.status_code for answer in heavy] == [200, 200, 200, 200, 429]
        assert_problem(running, heavy[-1], 429)
        light = [running.ask("/acts") for _ in range(40)]
        assert {answer.status_code for answer in light} == {200, 429}
        refused = light[-1]
        problem = assert_problem(running, refused, 429)
        assert problem["code"] == "too_many_requests"
        assert 0 < int(refused.headers["Retry-After"]) <= 60
        # one who comes with a token is counted apart
        assert running.ask("/acts", token="aigul").status_code == 200
