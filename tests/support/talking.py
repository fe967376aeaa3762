"""The small act with something to be checked: a reference to nothing, and a unit that the Kazakh text lacks."""

from __future__ import annotations

from pathlib import Path

from service.store.amendments import Wording
from service.store.audit import CLI
from service.store.database import Database
from service.store.importing import import_folder
from tests.support.store import FIRST, KK, RU, SECOND, act_folder

TALKS = RU + "\n3. Отчёт по подпункту 2) пункта 1 настоящей статьи и по статье 9 настоящего Закона хранится.\n"
WITHOUT = Wording(
    instruction_ru="подпункт 2) пункта 1 статьи 2 исключить.",
    instruction_kk="",
    title_ru="Без учёта",
    title_kk="",
    grounds_ru="Учёт не ведут.",
    grounds_kk="",
)
"""Takes out what point 3 of the first Russian text refers to."""


def talking_act(database: Database, folder: Path) -> None:
    """Import the act from a fresh folder."""
    act_folder(folder)
    (folder / "rus" / f"{FIRST}.md").write_text(TALKS, encoding="utf-8")
    (folder / "kaz" / f"{SECOND}.md").write_text(KK.replace("2-1) жыл бойғы.\n", ""), encoding="utf-8")
    with database.writing() as session:
        import_folder(session, folder, CLI)
