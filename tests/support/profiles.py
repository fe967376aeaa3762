"""How many cases a law of the algebra is held on: in CI, here, and in `make soak`.

The profiles are registered in `tests/conftest.py`; `pytest --hypothesis-profile soak` chooses one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

HELD = {"ci": 2_000, "here": 2_000, "soak": 50_000}


def register() -> None:
    """Make the profiles known and load the one for this place."""
    settings.register_profile("here", deadline=None, print_blob=True)
    settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
    settings.register_profile("soak", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("ci" if os.environ.get("CI") else "here")


def held(test: Callable[..., Any]) -> Callable[..., Any]:
    """Marks a law: a property that is held on thousands of cases, and on 50,000 in `make soak` (`-m law`)."""
    cases = HELD[settings.get_current_profile_name()]
    held: Callable[..., Any] = pytest.mark.law(settings(max_examples=cases)(test))
    return held
