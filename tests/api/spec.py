"""The API's description, as the tests walk it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator

from tests.api.calls import BODIES, PATHS, QUERIES


@dataclass(frozen=True)
class Operation:
    """One way to call one address."""

    name: str
    method: str
    path: str
    described: dict[str, Any]

    @property
    def address(self) -> str:
        """A good address, without the API's prefix."""
        path = self.path.removeprefix("/api/v1")
        for name, value in PATHS.get(self.name, {}).items():
            path = path.replace(f"{{{name}}}", value)
        assert "{" not in path, f"calls.py has no path for {self.name}"
        query = QUERIES.get(self.name, "")
        return f"{path}?{query}" if query else path

    @property
    def body(self) -> dict[str, Any] | None:
        """A good body, None where it has none."""
        return BODIES[self.name] if "requestBody" in self.described else None

    @property
    def closed(self) -> bool:
        """True where a token is needed."""
        return {} not in self.described["security"]

    @property
    def success(self) -> int:
        """The status of its success."""
        return next(int(status) for status in self.described["responses"] if status.startswith("2"))

    def content(self, status: int) -> dict[str, Any]:
        """What an answer with this status may hold: media type → description."""
        found: dict[str, Any] = self.described["responses"][str(status)]["content"]
        return found


def operations(spec: dict[str, Any]) -> Iterator[Operation]:
    """Every operation of the description."""
    for path, item in spec["paths"].items():
        for method, described in item.items():
            yield Operation(described["operationId"], method.upper(), path, described)


def check(spec: dict[str, Any], schema: dict[str, Any], value: Any) -> None:
    """Assert that a value is as a schema of the description says."""
    Draft202012Validator({**schema, "components": spec["components"]}).validate(value)
