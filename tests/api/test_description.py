"""The API's description (OpenAPI 3.1) and its viewer, which loads nothing from elsewhere."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from werkzeug.serving import make_server

from tests.api.conftest import Service
from tests.api.spec import check, operations

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_description_is_valid(service: Service) -> None:
    spec = service.get("/openapi.json")
    assert spec["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(spec).validate()
    assert spec["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_operation_parameter_and_tag_is_described(service: Service) -> None:
    spec = service.get("/openapi.json")
    tags = {tag["name"] for tag in spec["tags"] if tag["description"]}
    for operation in operations(spec):
        assert operation.described["summary"], operation.name
        assert operation.described["description"], operation.name
        assert set(operation.described["tags"]) <= tags, operation.name
        assert {"422", "429", "500"} <= set(operation.described["responses"]), operation.name
        for parameter in operation.described.get("parameters", ()):
            plain = parameter["in"] == "path" or parameter["schema"].get("type") == "integer"
            assert parameter.get("description") or plain, (operation.name, parameter["name"])


def test_examples_of_bodies_are_good_bodies(service: Service) -> None:
    spec = service.get("/openapi.json")
    shown = 0
    for operation in operations(spec):
        if operation.body is None:
            continue
        content = operation.described["requestBody"]["content"]["application/json"]
        examples = [entry["value"] for entry in content.get("examples", {}).values()]
        examples += [content["example"]] if "example" in content else []
        assert examples, operation.name
        for example in examples:
            check(spec, content["schema"], example)
            shown += 1
    assert shown >= 8


def test_examples_of_problems_are_problems(service: Service) -> None:
    spec = service.get("/openapi.json")
    for operation in operations(spec):
        for status in operation.described["responses"]:
            if int(status) >= 400:
                content = operation.content(int(status))["application/problem+json"]
                check(spec, content["schema"], content["example"])
                assert content["example"]["status"] == int(status)


def test_the_bare_address_leads_to_the_viewer(service: Service) -> None:
    for path in ("", "/"):
        assert service.ask(path).headers["Location"] == "/api/v1/docs"


def test_no_address_of_elsewhere_is_in_the_viewer(service: Service) -> None:
    page = service.ask("/docs")
    assert page.status_code == 200
    sources = re.findall(r'(?:src|href|data-description)="([^"]+)"', page.get_data(as_text=True))
    sources.remove("data:,")  # no icon, so that none is looked for
    assert len(sources) >= 5
    for source in sources:
        assert source.startswith("/api/v1/")
        answer = service.ask(source, prefix="")
        assert answer.status_code == 200, source
        answer.close()
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    """The service on a port of this machine."""
    server = make_server("127.0.0.1", 0, service.app, threaded=True)
    worker = threading.Thread(target=server.serve_forever)
    worker.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    worker.join()
    server.server_close()


@pytest.mark.browser
@pytest.mark.parametrize("service", ["sqlite"], indirect=True)
def test_the_viewer_works_offline_under_its_policy(address: str, browser: Browser) -> None:
    context = browser.new_context(locale="ru-RU")
    page = context.new_page()
    asked: list[str] = []
    said: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/api/v1/docs")
    page.get_by_text("/api/v1/acts", exact=True).first.click()
    page.get_by_role("button", name="Try it out").first.click()
    page.get_by_role("button", name="Execute").first.click()
    page.get_by_text("О сельских садах").first.wait_for()
    page.get_by_role("button", name="Authorize").first.click()
    page.get_by_label("Value").first.fill("tzt_x")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Close").first.click()
    page.get_by_text("/api/v1/comments", exact=True).last.click()
    page.get_by_text("Request body").first.wait_for()
    assert all(url.startswith((address, "data:")) for url in asked)
    assert said == []
    context.close()
