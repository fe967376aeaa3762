"""What is installed is pinned, hashed, asked for, and used."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.setup.project import ROOT, asked_for, pins, read, tracked

RUN, DEV = "requirements", "requirements-dev"

WITHOUT_IMPORT = {
    "setuptools": "builds the project",
    "psycopg": "SQLAlchemy loads it for a PostgreSQL URL",
    "pymorphy3-dicts-ru": "data of pymorphy3",
    "gunicorn": "may be started as a program",
    "tzdata": "data of zoneinfo, where the system has none",
}
"""Packages that run the service though no line of it imports them."""


BROUGHT_ALONG = {
    "babel": "flask-babel",
    "flask-openapi3-swagger": "flask-openapi3",
    "itsdangerous": "flask",
    "jinja2": "flask",
    "markdown-it-py": "redlines",
    "markupsafe": "flask",
    "pydantic": "sqlmodel",
    "pydantic-core": "sqlmodel",
    "sqlalchemy": "sqlmodel",
    "werkzeug": "flask",
    "wtforms": "flask-wtf",
}
"""Packages that are part of one that requirements.in names."""


def imported(*folders: str) -> set[str]:
    """The packages that the modules in some folders import, by the name they are installed under."""
    modules = set()
    for path in tracked():
        if path.suffix == ".py" and path.parts[0] in folders:
            for node in ast.walk(ast.parse(read(str(path)))):
                if isinstance(node, ast.Import):
                    modules |= {name.name.split(".")[0] for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    modules.add(node.module.split(".")[0])
    modules -= sys.stdlib_module_names | {"amendments", "bench", "service", "tests", "tools"}
    known = packages_distributions()
    return {re.sub(r"[-_.]+", "-", known[module][0]).lower() for module in modules}


@pytest.mark.parametrize("name", [RUN, DEV])
def test_every_requirement_is_pinned(name: str) -> None:
    assert asked_for(f"{name}.in") <= set(pins(f"{name}.lock"))


@pytest.mark.parametrize("name", [RUN, DEV])
def test_every_pin_is_hashed_and_no_address_is_given(name: str) -> None:
    lock = read(f"{name}.lock")
    blocks = [block for block in re.split(r"\n(?=\S)", lock) if not block.startswith("#")]
    assert len(blocks) >= len(asked_for(f"{name}.in"))
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in lock
    assert not re.search(r"^\s*--?(?:i|index-url|extra-index-url|find-links|f)\b", lock, re.MULTILINE)


def test_both_locks_pin_the_same_versions() -> None:
    run, dev = pins(f"{RUN}.lock"), pins(f"{DEV}.lock")
    assert {name: versions for name, versions in run.items() if dev.get(name) != versions} == {}


def test_what_the_service_imports_is_what_it_asks_for() -> None:
    named, used = asked_for(f"{RUN}.in"), imported("amendments", "service")
    assert used - named - set(BROUGHT_ALONG) == set(), "imported by amendments/ or service/ but not in requirements.in"
    assert named - used - set(WITHOUT_IMPORT) == set(), "in requirements.in but never imported"


def test_what_the_tests_import_is_asked_for() -> None:
    named = asked_for(f"{RUN}.in") | asked_for(f"{DEV}.in")
    assert imported("tests", "bench", "tools") - named - set(BROUGHT_ALONG) == set()


def test_uv_keeps_no_lock_of_its_own() -> None:
    assert [path for path in tracked() if path.name == "uv.lock"] == []
    assert "uv.lock" in read(".gitignore").splitlines()
    assert (ROOT / "requirements.lock").is_file()
