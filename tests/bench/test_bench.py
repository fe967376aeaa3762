"""The benchmark judges fairly: equal text for all, cut words and lost text are seen, a ratio says who is slower."""

from __future__ import annotations

import pytest

from bench import peers
from bench.measure import Prepared, medians, within
from bench.report import Figure, Table, amount, figures

OLD = "Аким района ведёт учёт улиц.\nОн отвечает за порядок.\n"
NEW = "Аким района ведёт учёт дворов и улиц.\nОн отвечает за порядок.\nСрок один месяц.\n"


@pytest.mark.parametrize("name", peers.WITH_PIECES)
def test_every_peer_finds_both_texts_whole(name: str) -> None:
    pieces = peers.WITH_PIECES[name](OLD, NEW)
    assert "".join(text for kind, text in pieces if kind != "+") == OLD
    assert "".join(text for kind, text in pieces if kind != "-") == NEW
    assert "NOT EXACT" not in peers.verdict(pieces, OLD, NEW)


def test_a_lost_word_is_called_not_exact() -> None:
    assert "NOT EXACT" in peers.verdict([("=", "Аким района")], OLD, NEW)


def test_a_border_inside_a_word_is_counted() -> None:
    assert peers.cut_words([("=", "учёт"), ("+", "ный"), ("=", " лист")]) == 1
    assert peers.cut_words([("=", "учёт "), ("+", "новый"), ("=", " лист")]) == 0


def test_every_work_runs_in_every_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.measure.ROUNDS", 3)
    calls: list[str] = []
    found = medians({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")})
    assert set(found) == {"a", "b"}
    assert calls == ["a", "b"] * (len(calls) // 2)
    assert len(calls) == 2 * (1 + 3)


def test_what_a_work_needs_is_made_afresh_for_every_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.measure.ROUNDS", 3)
    made: list[list[str]] = []
    given: list[list[str]] = []

    def make() -> list[str]:
        made.append([])
        return made[-1]

    medians({"a": Prepared(make, given.append)})
    assert len(given) == 1 + 3
    assert all(one is other for one, other in zip(given, made, strict=True))


def test_a_work_that_does_not_end_is_left_out() -> None:
    import time

    assert not within(lambda: time.sleep(600), limit=0.2)
    assert within(lambda: None, limit=60)


def test_a_ratio_says_how_many_times_longer_the_other_takes() -> None:
    assert Figure("compare", 20.0, "other", 50.0).ratio == 2.5
    assert Figure("compare", 20.0, "other", 50.0).cells()[1:5] == ("20 ms", "other", "50 ms", "2.5x")
    assert Figure("redline", 1500.0, "floor", 60.0).cells()[4] == "0.04x"
    assert Figure("read", 10.0, "other", 250.0, asked=20.0).cells()[5:7] == ("20.0x", "yes")
    assert Figure("read", 10.0, "other", 150.0, asked=20.0).cells()[5:7] == ("20.0x", "no")
    assert amount(None) == "-"


def test_a_table_becomes_a_section_of_the_page() -> None:
    table = Table("Compare", ("law", "ours"), [("real", "5 ms")], remarks=["On one machine."])
    assert table.markdown() == "## Compare\n\n| law | ours |\n|---|---:|\n| real | 5 ms |\n\nOn one machine.\n"
    assert figures("Read", [Figure("a", 1.0, "b", 2.0)]).markdown().startswith("## Read\n\n| what | ours |")
