"""A folder of the public mirror."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amendments.sources import SourceError, read_mirror
from amendments.sources.mirror import Cause

META = """act_code: '17'
requisite: Закон о садах
title: {rus: О садах, kaz: Бақтар туралы}
form: ЗАК
approved_on: 2020-02-03
editions:
  - in_force_from: 2026-01-01
  - in_force_from: 2025-01-01
    caused_by: {code: '16', requisite: Закон от 5 мая}
"""
LAW = "# О садах\n\n### Статья 1. Сад\n\n1. Аким сада поливает деревья.\n"
KAZAKH = "# Бақтар туралы\n\n### 1-бап. Бақ\n\n1. Бақ әкімі ағаштарды суарады, үлгі көрсетеді.\n"


def folder(tmp_path: Path, meta: str = META, **files: str) -> Path:
    (tmp_path / "meta.yaml").write_text(meta, encoding="utf-8")
    texts = files or {"rus/2025-01-01.md": LAW, "rus/2026-01-01.md": LAW, "kaz/2026-01-01.md": KAZAKH}
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def refusal(where: Path) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_mirror(where)
    return caught.value


def test_an_act_with_its_editions_oldest_first(tmp_path: Path) -> None:
    act = read_mirror(folder(tmp_path))
    assert (act.code, act.titles["kk"], act.approved_on) == ("17", "Бақтар туралы", date(2020, 2, 3))
    assert [(one.in_force_from.year, one.language) for one in act.editions] == [
        (2025, "ru"),
        (2026, "ru"),
        (2026, "kk"),
    ]
    assert act.editions[0].caused_by == Cause("16", "Закон от 5 мая")


def test_an_edition_knows_from_when_it_is_in_force_and_why(tmp_path: Path) -> None:
    edition = read_mirror(folder(tmp_path)).editions[0].edition("17")
    assert edition.text == LAW
    assert (edition.act, edition.in_force_from, edition.caused_by) == ("17", date(2025, 1, 1), "Закон от 5 мая")


def test_the_mirrors_own_layout_with_one_edition(tmp_path: Path) -> None:
    meta = META[: META.index("editions")] + "version_date: {rus: 2026-03-04, kaz: 2026-03-05}\n"
    act = read_mirror(folder(tmp_path, meta, **{"rus.md": LAW, "kaz.md": KAZAKH}))
    assert [(one.language, one.in_force_from.day) for one in act.editions] == [("ru", 4), ("kk", 5)]


def test_a_folder_that_is_not_there_or_has_no_description(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").describe("en") == "There is no such file or folder: nowhere. Check the path."
    assert refusal(tmp_path).code == "meta_missing"


@pytest.mark.parametrize(
    ("meta", "code", "param"),
    [
        ("title: [", "meta_damaged", 1),
        ("- 1\n- 2\n", "meta_damaged", 1),
        (META.replace("title", "titel"), "meta_field", "title"),
        (META.replace("act_code: '17'", "act_code:"), "meta_field", "act_code"),
        (META.replace("2025-01-01", "весной"), "meta_field", "editions.in_force_from"),
        ("title: {rus: а, kaz: б}\nact_code: 1\nrequisite: в\neditions: []\n", "meta_field", "editions"),
    ],
)
def test_a_wrong_description_is_refused_by_its_field(tmp_path: Path, meta: str, code: str, param: object) -> None:
    error = refusal(folder(tmp_path, meta))
    assert (error.code, *error.params.values()) == (code, param)


def test_a_yaml_bomb_is_refused_at_its_first_alias(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert refusal(folder(tmp_path, bomb)).code == "meta_damaged"


def test_an_edition_without_a_text_and_a_text_without_an_edition(tmp_path: Path) -> None:
    where = folder(tmp_path)
    (where / "rus" / "2027-01-01.md").write_text(LAW, encoding="utf-8")
    assert refusal(where).describe("ru").startswith("Текст rus/2027-01-01.md не указан в meta.yaml.")
    (where / "rus" / "2027-01-01.md").unlink()
    (where / "rus" / "2025-01-01.md").unlink()
    assert refusal(where).params == {"date": "2025-01-01", "path": "rus/2025-01-01.md / kaz/2025-01-01.md"}


def test_a_text_in_the_wrong_folder_is_noticed(tmp_path: Path) -> None:
    act = read_mirror(folder(tmp_path, **{"rus/2025-01-01.md": LAW, "rus/2026-01-01.md": KAZAKH}))
    with pytest.raises(SourceError) as caught:
        act.editions[1].source()
    assert caught.value.code == "other_language"


@pytest.mark.corpus
def test_the_real_law_is_read_byte_for_byte(corpus: Path) -> None:
    act = read_mirror(corpus / "law148")
    assert [(str(one.in_force_from), one.language) for one in act.editions] == [
        (day, language) for day in ("2026-07-12", "2026-07-14") for language in ("ru", "kk")
    ]
    for one in act.editions:
        assert one.edition().text.encode() == one.path.read_bytes()


def test_the_demonstration_law_is_read_and_marked_as_such() -> None:
    act = read_mirror(Path(__file__).parents[2] / "seeds" / "law")
    assert act.demonstration
    assert {one.language for one in act.editions} == {"ru", "kk"}
    assert all(len(one.edition()) > 100 for one in act.editions)
