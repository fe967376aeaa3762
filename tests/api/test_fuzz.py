"""Whatever is sent to any address, the answer is one that its description allows, and never a defect."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.api.calls import ONCE, PATHS, WRITER
from tests.api.conftest import Service
from tests.api.spec import Operation, check, operations
from tests.api.village import ACT, BILL

NASTY = [
    *("", " ", "\x00", "\n", "'", '"', "%", "../..", "{}", "-1", "0", "1", "2", "9" * 30, "true", "NaN", "ru", "kk"),
    *(ACT, BILL, "art_1", "art_1/pt_2/sub_1", "art_1~2", "art_1/heading/heading", "cl_1/cl_1/ind_1", "ind_", "_1"),
    *("2026-02-01", "2025-01-10", "0000-00-00", "9999-12-31", "я" * 300, "\u202e", "\U0001f4a9"),
    *("при необходимости", "changed", "confirmed", "dismissed", "open", "transfer", "rural"),
]
words = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def requests(draw: st.DrawFn, operation: Operation) -> dict[str, Any]:
    """A request for an operation: good in some parts, odd in others."""
    path = operation.path
    for name, good in PATHS.get(operation.name, {}).items():
        value = good if draw(st.integers(0, 2)) else draw(words)
        path = path.replace(f"{{{name}}}", quote(value, safe="/" if name == "address" else ""))
    query = [
        (parameter["name"], draw(words))
        for parameter in operation.described.get("parameters", ())
        if parameter["in"] == "query" and not draw(st.integers(0, 3))
    ]
    if not draw(st.integers(0, 8)):
        query.append((draw(words), draw(words)))
    request: dict[str, Any] = {"path": f"{path.removeprefix('/api/v1')}?{urlencode(query)}"}
    if operation.body is not None:
        body: Any = {
            name: value if draw(st.integers(0, 3)) else draw(anything) for name, value in operation.body.items()
        }
        if not draw(st.integers(0, 4)):
            body = draw(anything)
        request["data"] = json.dumps(body, ensure_ascii=draw(st.booleans())).encode()
        request["content_type"] = "application/json"
    return request


def assert_allowed(service: Service, operation: Operation, request: dict[str, Any]) -> None:
    """The answer to a request is one that is described."""
    answer = service.ask(request.pop("path"), method=operation.method, token=WRITER, **request)
    status = answer.status_code
    event(f"{operation.method} {status}")
    if status == 308:  # an address with «//» or «.» in it
        return
    assert status < 500, answer.get_data(as_text=True)
    if status >= 400:
        assert answer.mimetype == "application/problem+json"
        check(service.spec, {"$ref": "#/components/schemas/Problem"}, answer.get_json())
        # an odd path may be no address of this operation at all
        assert str(status) in operation.described["responses"] or status in (404, 405)
        return
    # nor may it be another operation's: «provisions/» and an empty address
    if answer.mimetype == "application/json" and status == operation.success:
        content = operation.content(status)
        if "application/json" in content and answer.request.path.startswith(operation.path.partition("{")[0]):
            check(service.spec, content["application/json"]["schema"], answer.get_json())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_no_request_finds_a_defect(service: Service, data: st.DataObject) -> None:
    again = [operation for operation in operations(service.spec) if operation.name not in ONCE]
    operation = data.draw(st.sampled_from(sorted(again, key=lambda found: found.name)))
    assert_allowed(service, operation, data.draw(requests(operation)))
