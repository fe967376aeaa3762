"""The benchmark judges fairly: equal text for all, cut words and lost text are seen, a ratio says who is slower."""

from __future__ import annotations

import pytest

from bench import peers
from bench.measure import Row, medians
from bench.run import cells

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


def test_a_ratio_says_how_many_times_longer_the_other_takes() -> None:
    assert Row("compare", 20.0, "other", 50.0).ratio == 2.5
    assert cells(Row("compare", 20.0, "other", 50.0))[1:5] == ("20 ms", "other", "50 ms", "2.5x")
    assert cells(Row("redline", None, "published", 1400.0))[1:5] == ("-", "published", "1,400 ms", "-")
    assert cells(Row("import", 1500.0, "floor", 60.0))[4] == "0.04x"
