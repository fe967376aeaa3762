"""`tuzetu instruct`: what turns one text into another, in words of an amending act, and its twin."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Tuzetu

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "law"
RU = "### Статья 1. Сад\n\n1. Аким поливает сад ежегодно.\n\n2. Сад открыт всем.\n"
KK = "### 1-бап. Бақ\n\n1. Әкім бақты жыл сайын суарады.\n\n2. Бақ бәріне ашық.\n"


def files(folder: Path, **texts: str) -> dict[str, Path]:
    """Texts as files, by name."""
    paths = {}
    for name, text in texts.items():
        paths[name] = folder / f"{name}.md"
        paths[name].write_text(text, encoding="utf-8")
    return paths


def test_the_instruction_is_printed_and_nothing_else(tuzetu: Tuzetu, tmp_path: Path) -> None:
    at = files(tmp_path, old=RU, new=RU.replace("ежегодно", "ежедневно"))
    answer = tuzetu("instruct", at["old"], at["new"])
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "в пункте 1 статьи 1 слово «ежегодно» заменить словом «ежедневно».\n"


def test_what_is_printed_turns_the_old_text_into_the_new(tuzetu: Tuzetu, tmp_path: Path) -> None:
    for lang, folder in (("ru", "rus"), ("kk", "kaz")):
        old, new = SEEDS / folder / "2025-09-15.md", SEEDS / folder / "2026-03-01.md"
        instruction = tmp_path / "act.txt"
        instruction.write_text(tuzetu("instruct", old, new, "--lang", lang).out, encoding="utf-8")
        applied = tmp_path / "applied.md"
        applied.write_bytes(tuzetu("apply", old, "--instruction", instruction, "--lang", lang).data)
        again = tuzetu("instruct", applied, new, "--lang", lang)
        assert (again.code, again.out) == (0, "")
        assert again.err


def test_the_twin_stands_under_it(tuzetu: Tuzetu, tmp_path: Path) -> None:
    at = files(
        tmp_path,
        old=RU,
        new=RU.replace("ежегодно", "ежедневно"),
        old_kk=KK,
        new_kk=KK.replace("жыл сайын", "күн сайын"),
    )
    answer = tuzetu("instruct", at["old"], at["new"], "--pair", at["old_kk"], at["new_kk"])
    russian, kazakh = answer.out.strip().split("\n\n")
    assert "ежедневно" in russian
    assert "деген сөз" in kazakh
    assert (answer.code, answer.err) == (0, "")


def test_a_warning_says_where_the_two_order_different_things(tuzetu: Tuzetu, tmp_path: Path) -> None:
    at = files(
        tmp_path,
        old=RU,
        new=RU.replace("ежегодно", "ежедневно"),
        old_kk=KK,
        new_kk=KK.replace("жыл сайын", "күн сайын").replace("\n\n2. Бақ бәріне ашық.", ""),
    )
    answer = tuzetu("instruct", at["old"], at["new"], "--pair", at["old_kk"], at["new_kk"])
    assert answer.code == 0
    assert "казахском" in answer.err
    data = json.loads(tuzetu("instruct", at["old"], at["new"], "--pair", at["old_kk"], at["new_kk"], "--json").out)
    (unlike,) = data["differences"]
    assert (unlike["language"], unlike["address"]) == ("kk", "art_1/pt_2")
    assert data["twin"]["language"] == "kk"
    assert data["operations"][0]["kind"] == "replace_words"


def test_kazakh_may_come_first(tuzetu: Tuzetu, tmp_path: Path) -> None:
    at = files(tmp_path, old=KK, new=KK.replace("ашық", "тегін ашық"), ru_old=RU, ru_new=RU)
    answer = tuzetu("instruct", at["old"], at["new"], "--lang", "kk", "--pair", at["ru_old"], at["ru_new"])
    assert answer.code == 0
    assert "толықтырылсын" in answer.out or "ауыстырылсын" in answer.out
    assert "казахском" in answer.err


def test_what_cannot_be_ordered_is_listed_and_the_exit_code_tells(tuzetu: Tuzetu, tmp_path: Path) -> None:
    at = files(
        tmp_path,
        old=RU + "\n### Статья 2. Двор\n\n1. Двор чист.\n",
        new=RU.replace("ежегодно", "ежедневно") + '\n### Статья 2. Двор\n\n1. «Двор " „ чист, бел и тих.\n',
    )
    answer = tuzetu("instruct", at["old"], at["new"])
    assert answer.code == 2
    assert "ежедневно" in answer.out
    assert "кавычки" in answer.err
    data = json.loads(tuzetu("instruct", at["old"], at["new"], "--json").out)
    assert [one["code"] for one in data["unwritten"]] == ["quotes"]


def test_equal_texts_and_bad_files_get_a_sentence(tuzetu: Tuzetu, tmp_path: Path) -> None:
    at = files(tmp_path, old=RU, empty="")
    same = tuzetu("instruct", at["old"], at["old"])
    assert (same.code, same.out) == (0, "")
    assert "менять нечего" in same.err
    assert tuzetu("instruct", at["old"], at["empty"]).code == 2
    assert tuzetu("instruct", at["old"], tmp_path / "none.md").code == 2
    assert "Traceback" not in tuzetu("instruct", at["old"], tmp_path / "none.md").err
