"""Every state of a mirror's folder becomes the editions of one act."""

from __future__ import annotations

from datetime import date

import pytest

from amendments.sources import SourceError
from amendments.sources.history import Commit, History, read_history

LAW = "# О садах\n\n### Статья 1. Сад\n\n1. Аким сада поливает деревья.\n"
DAY = date(2025, 1, 1)


def meta(day: str, cause: str = "", code: str = "17") -> bytes:
    text = f"act_code: '{code}'\nrequisite: Закон о садах\ntitle: {{rus: О садах, kaz: Бақтар}}\nversion_date: {day}\n"
    return (text + (f"caused_by: {cause}\n" if cause else "")).encode()


def state(name: str, described: bytes | None, **files: str) -> Commit:
    return Commit(name, described, {f"{path}.md": content for path, content in files.items()})


def told(history: History) -> list[tuple[str, str, str, str]]:
    return [(one.in_force_from.isoformat(), one.language, one.content, one.commit) for one in history.editions]


def test_every_state_brings_its_edition_with_its_date_and_cause() -> None:
    history = read_history(
        [
            state("c1", meta("2025-01-01"), rus="a", kaz="b"),
            state("c2", meta("2026-01-01", "Закон № 5"), rus="c", kaz="d"),
        ]
    )
    assert told(history) == [
        ("2025-01-01", "ru", "a", "c1"),
        ("2025-01-01", "kk", "b", "c1"),
        ("2026-01-01", "ru", "c", "c2"),
        ("2026-01-01", "kk", "d", "c2"),
    ]
    assert history.editions[2].caused_by.requisite == "Закон № 5"
    assert (history.act.code, history.corrected, history.skipped) == ("17", 0, ())


def test_a_state_that_changes_no_text_adds_nothing() -> None:
    history = read_history(
        [state("c1", meta("2025-01-01"), rus="a"), state("c2", meta("2025-01-01", "Закон"), rus="a")]
    )
    assert told(history) == [("2025-01-01", "ru", "a", "c1")]
    assert history.editions[0].caused_by.requisite == "Закон"


def test_a_later_text_for_the_same_date_is_a_correction_and_is_taken() -> None:
    history = read_history([state("c1", meta("2025-01-01"), rus="a"), state("c2", meta("2025-01-01"), rus="b")])
    assert told(history) == [("2025-01-01", "ru", "b", "c2")]
    assert history.corrected == 1


def test_states_that_cannot_be_read_are_skipped_and_named() -> None:
    history = read_history(
        [
            state("c1", None, rus="a"),
            state("c2", b"title: [", rus="a"),
            state("c3", meta("2024-01-01", code="16"), rus="x"),
            state("c4", meta("2025-01-01"), rus="a"),
        ]
    )
    assert told(history) == [("2025-01-01", "ru", "a", "c4")]
    assert {(one.commit, one.error.code) for one in history.skipped} == {
        ("c1", "meta_missing"),
        ("c2", "meta_damaged"),
        ("c3", "meta_field"),
    }


@pytest.mark.parametrize(
    ("commits", "code"),
    [
        ([], "meta_missing"),
        ([state("c1", None)], "meta_missing"),
        ([state("c1", meta("весной"), rus="a")], "meta_field"),
    ],
)
def test_a_history_without_one_readable_state_is_refused(commits: list[Commit], code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_history(commits)
    assert caught.value.code == code


def test_the_content_of_an_edition_is_read_and_checked() -> None:
    one = read_history([state("c1", meta("2025-01-01", "Закон № 5"), rus="a")]).editions[0]
    edition = one.edition(LAW.encode(), "17")
    assert (edition.text, edition.act, edition.in_force_from, edition.caused_by) == (LAW, "17", DAY, "Закон № 5")
    with pytest.raises(SourceError, match="UTF-8"):
        one.edition(LAW.encode("cp1251"))
