"""What must hold for every address of the API, whoever wrote it: walked from the description itself."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.api.calls import BODIES, PATHS, WRITER, WRITERS
from tests.api.conftest import Service
from tests.api.spec import Operation, check, operations

ENVELOPE = {"items", "page", "per_page", "total", "next", "previous"}
SENTENCE_ENDS = (".", "»", "”", "?")


def call(service: Service, operation: Operation, **more: Any) -> TestResponse:
    """Call an operation as it should be called, but for what is given."""
    more.setdefault("token", WRITERS.get(operation.name, WRITER))
    if operation.body is not None:
        more.setdefault("json", operation.body)
    path = more.pop("path", operation.address)
    return service.ask(path, method=operation.method, **more)


def assert_problem(service: Service, answer: TestResponse, status: int) -> dict[str, Any]:
    """The answer is a problem with this status, shaped as described, without a word of our insides."""
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.mimetype == "application/problem+json"
    problem: dict[str, Any] = answer.get_json()
    check(service.spec, {"$ref": "#/components/schemas/Problem"}, problem)
    assert problem["status"] == status
    assert problem["type"] == f"/api/v1/problems/{problem['code']}"
    assert problem["detail"].endswith(SENTENCE_ENDS)
    for inside in ("Traceback", 'File "', "sqlalchemy", "werkzeug", "pydantic"):
        assert inside not in answer.get_data(as_text=True)
    return problem


def test_every_address_of_the_application_is_described(service: Service) -> None:
    described = {(operation.path, operation.method) for operation in operations(service.spec)}
    served = {
        (rule.rule.replace("path:", "").replace("<", "{").replace(">", "}"), method)
        for rule in service.app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == served


def test_no_call_is_left_over(service: Service) -> None:
    names = {operation.name for operation in operations(service.spec)}
    assert set(PATHS) | set(BODIES) <= names


def test_good_calls_succeed_and_answer_as_described(service: Service) -> None:
    for operation in operations(service.spec):
        answer = call(service, operation)
        assert answer.status_code == operation.success, (operation.name, answer.get_data(as_text=True))
        content = operation.content(operation.success)
        assert answer.mimetype in content, operation.name
        if answer.mimetype == "application/json":
            check(service.spec, content["application/json"]["schema"], answer.get_json())


def test_lists_come_in_one_envelope_and_other_answers_do_not(service: Service) -> None:
    lists = []
    for operation in operations(service.spec):
        parameters = {parameter["name"] for parameter in operation.described.get("parameters", ())}
        answer = call(service, operation)
        if "page" not in parameters:
            assert not (answer.is_json and "items" in answer.get_json()), operation.name
            continue
        lists.append(operation.name)
        assert set(answer.get_json()) == ENVELOPE, operation.name
        assert "per_page" in parameters, operation.name
    assert len(lists) >= 9


def test_reads_need_no_token_and_writes_do(service: Service) -> None:
    public = {"parse_instruction", "apply_instruction", "write_instruction"}
    for operation in operations(service.spec):
        answer = call(service, operation, token="")
        if (operation.method == "GET" and operation.name != "who_am_i") or operation.name in public:
            assert not operation.closed, operation.name
            assert answer.status_code == operation.success, operation.name
        else:
            assert operation.closed, operation.name
            problem = assert_problem(service, answer, 401)
            assert problem["code"] == "token_needed"
            assert answer.headers["WWW-Authenticate"] == 'Bearer realm="tuzetu"'


def test_a_wrong_token_is_refused_even_where_none_is_needed(service: Service) -> None:
    for operation in operations(service.spec):
        for header in ("Bearer tzt_nonsense", "Basic YTpi", "Bearer", "Bearer \u00e9"):
            answer = call(service, operation, token="", headers={"Authorization": header})
            assert assert_problem(service, answer, 401)["code"] == "token_invalid"
            assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_reading_token_may_not_write(service: Service) -> None:
    for operation in operations(service.spec):
        answer = call(service, operation, token="reader")
        if operation.closed and operation.name != "who_am_i":
            assert_problem(service, answer, 403)
        else:
            assert answer.status_code == operation.success, operation.name


def test_an_unknown_parameter_is_refused_by_name(service: Service) -> None:
    for operation in operations(service.spec):
        sign = "&" if "?" in operation.address else "?"
        answer = call(service, operation, path=f"{operation.address}{sign}langauge=ru")
        problem = assert_problem(service, answer, 422)
        assert {"pointer": "/langauge", "in": "query"}.items() <= problem["errors"][0].items(), operation.name


def test_pages_are_bounded(service: Service) -> None:
    for operation in operations(service.spec):
        if not any(parameter["name"] == "page" for parameter in operation.described.get("parameters", ())):
            continue
        for wrong in ("page=0", "page=-1", "page=100001", "page=99999999999999999999", "per_page=0", "per_page=201",
                      "page=two", "page=1.5", "per_page=", "page=%00"):  # fmt: skip
            problem = assert_problem(service, call(service, operation, path=f"{operation.address}?{wrong}"), 422)
            assert problem["errors"][0]["pointer"] == "/" + wrong.partition("=")[0], (operation.name, wrong)
        far = service.get(f"{operation.address}?page=100000&per_page=200", token=WRITER)
        assert far["items"] == []
        assert far["next"] is None


def test_problems_are_said_in_the_language_asked_for(service: Service) -> None:
    for operation in operations(service.spec):
        sign = "&" if "?" in operation.address else "?"
        said = {}
        for language in ("ru", "kk", "en"):
            by_address = call(service, operation, path=f"{operation.address}{sign}lang={language}&x=1")
            by_header = call(
                service,
                operation,
                path=f"{operation.address}{sign}x=1",
                headers={"Accept-Language": {"ru": "ru-RU", "kk": "kk-KZ, ru;q=0.5", "en": "en-GB"}[language]},
            )
            assert by_address.headers["Content-Language"] == by_header.headers["Content-Language"] == language
            said[language] = assert_problem(service, by_address, 422)["detail"]
            assert said[language] == assert_problem(service, by_header, 422)["detail"]
        assert len(set(said.values())) == 3, operation.name


def test_other_methods_are_refused_with_those_that_work(service: Service) -> None:
    for operation in operations(service.spec):
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "BREW"):
            if method == operation.method or operation.name == "one_comment":
                continue
            answer = service.ask(operation.address, method=method, token=WRITER)
            assert_problem(service, answer, 405)
            assert operation.method in answer.headers["Allow"], operation.name


@pytest.mark.parametrize(
    ("data", "content_type", "status", "code"),
    [
        (b'{"language": "ru", "text": ', "application/json", 400, "json_malformed"),
        (b"", "application/json", 400, "json_malformed"),
        ("{}".encode("utf-16"), "application/json", 400, "json_encoding"),
        ('{"text": "Сад"}'.encode("cp1251"), "application/json", 400, "json_encoding"),
        (b"[" * 100_000, "application/json", 400, "json_too_deep"),
        (b'{"a":' * 100_000, "application/json", 400, "json_too_deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "application/json", 400, "json_too_deep"),
        (b"[]", "application/json", 422, "value_object"),
        (b'"{}"', "application/json", 422, "value_object"),
        (b"null", "application/json", 422, "value_object"),
        (b"{}", "application/json", 422, "request_invalid"),
        (b'{"text": NaN}', "application/json", 422, "request_invalid"),
        (b'{"text": "\\ud800", "instruction": "\\ud800"}', "application/json", 422, "request_invalid"),
        (b"text=x", "application/x-www-form-urlencoded", 415, "media_type"),
        (b"{}", "text/plain", 415, "media_type"),
        (b'{"text": "' + b"x" * 3_000_000 + b'"}', "application/json", 413, "body_too_large"),
    ],
)
def test_bodies_that_are_no_good_are_refused(
    service: Service, data: bytes, content_type: str, status: int, code: str
) -> None:
    for operation in operations(service.spec):
        if operation.body is None:
            continue
        answer = call(service, operation, json=None, data=data, content_type=content_type)
        found = assert_problem(service, answer, status)["code"]
        # everything about the kind of a finding's answer has a default but the kind itself
        assert found == code, operation.name


def test_an_unknown_field_and_a_wrong_type_are_named(service: Service) -> None:
    for operation in operations(service.spec):
        if operation.body is None:
            continue
        unknown = assert_problem(service, call(service, operation, json={**operation.body, "colour": "red"}), 422)
        assert unknown["errors"] == [{"pointer": "/colour", "in": "body", "detail": unknown["detail"]}]
        for name in operation.body:
            wrong = assert_problem(service, call(service, operation, json={**operation.body, name: ["x"]}), 422)
            item = "/0" if isinstance(operation.body[name], list) else ""  # in a list the wrong item is named
            assert wrong["errors"][0]["pointer"] == f"/{name}{item}", operation.name


def test_things_that_are_not_there_are_problems(service: Service) -> None:
    for operation in operations(service.spec):
        for name in PATHS.get(operation.name, {}):
            for other, status in _others(name):
                path = operation.path.removeprefix("/api/v1")
                for known, value in PATHS[operation.name].items():
                    path = path.replace(f"{{{known}}}", other if known == name else value)
                query = operation.address.partition("?")[2]
                answer = call(service, operation, path=f"{path}?{query}")
                assert_problem(service, answer, status)


def _others(name: str) -> list[tuple[str, int]]:
    """Values of a path's parameter that name nothing, and the status that says so."""
    if name == "language":
        return [("fr", 422), ("RU", 422)]
    if name == "on":
        return [("2024-01-01", 404), ("0001-01-01", 404), ("2026-13-01", 422), ("yesterday", 422), ("%00", 422)]
    if name in ("act", "bill", "code"):
        return [("nothing", 404), ("я" * 40, 404), ("x" * 1000, 422), ("%00", 422), ("%0A", 422)]
    if name == "address":
        return [("art_99", 404), ("x" * 300, 422), ("art_1//pt_1/%20", 404), ("art_%00", 422), ("~2/..", 404)]
    wrong = ("0", "-1", "2147483648", "one", "1e3", "%D9%A1" * 20)
    return [("99999", 404), *((value, 422) for value in wrong)]
