"""The demonstration: our own law, bill and people, loaded once from `seeds/`."""

from __future__ import annotations

from pathlib import Path

from service.store.database import Database
from service.store.importing import Progress


def load_demonstration(database: Database, seeds: Path, progress: Progress | None = None) -> bool:
    """Load the demonstration in one transaction; True when it was loaded now, False when it was there already."""
    raise NotImplementedError


def is_loaded(database: Database) -> bool:
    """True where the demonstration was loaded."""
    raise NotImplementedError
