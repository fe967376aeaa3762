"""How many cases a law of the algebra is held on: in CI, here, and in `make soak`.

The profiles are registered in `tests/conftest.py`; `pytest --hypothesis-profile soak` chooses one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

HELD = {"ci": 2_000, "here": 2_000, "soak": 50_000}


def register() -> None:
    """Make the profiles known and load the one for this place."""
    settings.register_profile("here", deadline=None, print_blob=True)
    settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
    # A soak looks for as many broken cases as it can; one that is found is small already, its sizes being small.
    phases = [Phase.explicit, Phase.reuse, Phase.generate]
    slow = [HealthCheck.too_slow]
    settings.register_profile("soak", deadline=None, print_blob=True, suppress_health_check=slow, phases=phases)
    settings.load_profile("ci" if os.environ.get("CI") else "here")


def held(test: Callable[..., Any]) -> Callable[..., Any]:
    """Marks a law: a property that is held on thousands of cases, and on 50,000 in `make soak` (`-m law`)."""
    cases = HELD[settings.get_current_profile_name()]
    held: Callable[..., Any] = pytest.mark.law(settings(max_examples=cases)(test))
    return held
