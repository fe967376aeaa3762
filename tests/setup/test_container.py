"""Dockerfile and compose.yaml cannot be built here: these tests hold them against what they depend on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.setup.project import ROOT, read


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, rest), continued lines joined."""
    joined = re.sub(r"\\\n", " ", read("Dockerfile"))
    return [tuple(line.split(None, 1)) for line in joined.splitlines() if line and not line.startswith("#")]  # type: ignore[misc]


def last(instruction: str) -> str:
    """What the finished image takes of an instruction."""
    return [" ".join(rest.split()) for name, rest in instructions() if name == instruction][-1]


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load(read("compose.yaml"))


def declared() -> set[str]:
    """The environment variables that the settings declare."""
    from service.config import SETTINGS

    return {setting.variable for setting in SETTINGS}


def served_by_make() -> list[str]:
    """How `make run` starts the service, the demonstration left out."""
    found = re.search(r"exec \$\(BIN\)/(tuzetu serve) --demo$", read("Makefile"), re.MULTILINE)
    assert found is not None
    return found[1].split()


def test_the_image_starts_what_make_run_starts() -> None:
    assert re.findall(r'"([^"]+)"', last("CMD")) == served_by_make()


def test_compose_leaves_the_start_to_the_image(compose: Any) -> None:
    assert "command" not in compose["services"]["service"]


def test_the_image_installs_the_lock_with_hashes_and_not_as_root() -> None:
    steps = [rest for name, rest in instructions() if name == "RUN"]
    assert any("--require-hashes -r requirements.lock" in step for step in steps)
    assert any("--no-deps --no-build-isolation ." in step for step in steps)
    assert not any("requirements-dev" in rest for _, rest in instructions())
    assert last("USER") not in ("root", "0")


def test_the_python_of_the_image_is_one_that_the_project_takes() -> None:
    versions = {tuple(map(int, found)) for found in re.findall(r"FROM python:(\d+)\.(\d+)-slim", read("Dockerfile"))}
    least = re.search(r'requires-python = ">=(\d+)\.(\d+)"', read("pyproject.toml"))
    assert least is not None
    assert len(versions) == 1
    assert versions.pop() >= tuple(map(int, least.groups()))


def test_what_the_image_copies_exists_and_is_not_kept_from_it() -> None:
    copied = [rest.split()[:-1] for name, rest in instructions() if name == "COPY" and "--from" not in rest]
    sources = {source for group in copied for source in group}
    assert [source for source in sources if not (ROOT / source).exists()] == []
    sent = {line[1:] for line in read(".dockerignore").splitlines() if line.startswith("!")}
    assert sources == sent


def test_the_health_check_asks_the_address_that_the_service_answers(compose: Any, tmp_path: Path) -> None:
    from service.app import create_app
    from service.config import load

    assert "/health'" in last("HEALTHCHECK")
    app = create_app(load({"TUZETU_DATA": str(tmp_path)}))
    assert any(rule.rule == "/health" for rule in app.url_map.iter_rules())
    assert "healthcheck" not in compose["services"]["service"], "the image has one already"


def test_every_variable_is_a_declared_setting(compose: Any) -> None:
    image = set(re.findall(r"\b((?:TUZETU_\w+|PORT))=", last("ENV")))
    assert image >= {"PORT", "TUZETU_DATA"}
    assert image <= declared()
    assert set(compose["services"]["service"]["environment"]) <= declared()


def test_the_demonstration_is_where_an_installed_service_looks_for_it() -> None:
    environment = next(rest for name, rest in instructions() if name == "COPY" and "--from" in rest).split()[-1]
    assert any(name == "COPY" and rest == f"seeds {environment}/seeds" for name, rest in instructions())
    assert 'Path(sys.prefix) / "seeds"' in read("service/config.py")


def test_the_port_is_one_and_the_same(compose: Any) -> None:
    port = last("EXPOSE")
    assert f"PORT={port}" in last("ENV")
    assert compose["services"]["service"]["ports"] == [f"${{PORT:-{port}}}:{port}"]


def test_data_outlive_the_containers(compose: Any) -> None:
    services = compose["services"]
    assert f"data:{last('VOLUME')}" in services["service"]["volumes"]
    assert "database:/var/lib/postgresql/data" in services["database"]["volumes"]
    assert set(compose["volumes"]) == {"data", "database"}


def test_secrets_come_from_the_environment_and_have_no_default(compose: Any) -> None:
    variables = [*compose["services"].values()]
    secrets = {
        name: value
        for service in variables
        for name, value in service["environment"].items()
        if "PASSWORD" in name or "SECRET" in name
    }
    assert set(secrets) == {"POSTGRES_PASSWORD", "TUZETU_SECRET_KEY"}
    assert all(re.fullmatch(r"\$\{\w+:\?[^}]+\}", value) for value in secrets.values())


def test_the_database_is_new_enough_and_up_before_the_service(compose: Any) -> None:
    database = compose["services"]["database"]
    found = re.match(r"postgres:(\d+)", database["image"])
    assert found is not None
    assert int(found[1]) >= 15
    assert compose["services"]["service"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert "healthcheck" in database


def test_the_documents_say_that_it_was_never_built() -> None:
    assert "could be built" in " ".join(read("README.md").split())
    assert "never built" in read("Dockerfile")
