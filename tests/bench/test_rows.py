"""Every row runs, here on tiny laws; what it takes is not looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from amendments.law.reader import read
from amendments.operations.apply import apply, try_apply
from amendments.operations.compare import compare
from bench import (
    bluebell,
    changes,
    clarifying,
    comparing,
    conflicting,
    instructing,
    memory,
    peers,
    reading,
    registering,
    storing,
)
from bench.laws import BLANK, law
from bench.report import Table
from bench.run import SECTIONS, arguments, page
from bench.subjects import Laws, Subject, forget, fresh, held_in_memory


@pytest.fixture(autouse=True)
def one_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.measure.ROUNDS", 1)


@pytest.fixture
def laws(tmp_path: Path) -> Laws:
    """Tiny laws, one of them in the place of the real one."""
    text = law(6_000, seed=3)
    tiny = Laws(tmp_path, small=5_000, large=20_000)
    tiny.__dict__["real"] = Subject("real law", "July 2026", text, changes.edits(text, 5))
    return tiny


def test_the_same_seed_writes_the_same_law_and_a_longer_one_begins_with_it() -> None:
    assert law(8_000) == law(8_000)
    assert law(8_000) != law(8_000, seed=2)
    assert law(20_000).startswith(law(8_000).rstrip("\n"))


def test_a_generated_law_has_the_shape_of_a_law() -> None:
    edition = read(law(60_000), "ru")
    kinds = {node.kind for _, node in edition}
    assert {"chapter", "article", "point", "subpoint", "clause", "note"} <= kinds
    assert not edition.unread
    words = re.findall(r"\w+", edition.text)
    assert len(words) / 20 < len(set(words)) < len(words) / 2


def test_edits_touch_as_many_paragraphs_as_they_say() -> None:
    text = law(20_000)
    assert changes.edits(text, 5) == changes.edits(text, 5)
    old, new = text.split(BLANK), changes.edits(text, 5).split(BLANK)
    assert len(old) == len(new)
    assert sum(before != after for before, after in zip(old, new, strict=True)) == 5
    within = changes.edits(text, 5, within=8_000)
    assert within.endswith(text[12_000:])


def test_a_share_of_the_provisions_is_rewritten() -> None:
    text = law(20_000)
    pairs = zip(text.split(BLANK), changes.rewritten(text).split(BLANK), strict=True)
    changed = sum(before != after for before, after in pairs)
    assert changed == round(0.3 * len(changes._provisions(text.split(BLANK))))


def test_the_articles_after_the_removed_one_get_new_numbers() -> None:
    text = law(30_000)
    old, new = (re.findall(r"### Статья (\d+)\. (.*)", words) for words in (text, changes.renumbered(text)))
    assert [number for number, _ in new] == [number for number, _ in old][:-1]
    assert [heading for _, heading in new] == [heading for _, heading in old[:2] + old[3:]]


@pytest.mark.parametrize("change", ["edits", "rewritten", "renumbered"])
def test_every_change_is_compared_exactly(change: str) -> None:
    text = law(20_000)
    new = changes.edits(text, 20) if change == "edits" else getattr(changes, change)(text)
    old = held_in_memory(text)
    assert new != text
    assert apply(compare(old, held_in_memory(new)).all, old).edition.text == new


def test_rows_of_the_comparison_run(laws: Laws) -> None:
    rows = comparing.Comparing(limit=60)
    assert len(list(rows.add(laws.real))) == 2
    memory, text = (rows.tables[form] for form in ("memory", "text"))
    assert len(memory.rows[0]) == len(memory.columns) == len(text.columns) + 4
    assert "5.0x" in memory.rows[0]


def test_a_peer_that_was_too_slow_is_not_tried_on_that_law_again(laws: Laws, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_old: str, _new: str) -> object:
        import time

        return time.sleep(600)

    for name in {*peers.ALL} - {"cydifflib"}:
        monkeypatch.delitem(peers.ALL, name)
    monkeypatch.setitem(peers.ALL, "redlines", never)
    rows = comparing.Comparing(limit=1)
    assert "redlines" not in rows.measure(laws.real)
    assert rows.left_out == {("real law", "redlines")}
    assert "redlines" not in rows.measure(replace(laws.real, change="5 edits"))


def test_rows_on_growth_run(laws: Laws) -> None:
    assert len(comparing.growth(laws).rows) == 3


def test_hashes_are_looked_at_only_where_they_differ() -> None:
    text = law(20_000)
    old, new = held_in_memory(text), held_in_memory(changes.edits(text, 1))
    differ = [address for address, node in new if node != old.at(address)]
    assert comparing.look(old.root, held_in_memory(text).root) == 0
    assert comparing.look(old.root, new.root) == len(differ) >= 2


def test_no_round_profits_from_one_before(laws: Laws) -> None:
    first, second = fresh(laws.real), fresh(laws.real)
    assert first[0].root is not second[0].root
    assert first[0].root == second[0].root
    forget()


def test_rows_of_reading_run(laws: Laws) -> None:
    assert len(reading.reading(laws).rows) == 5


def test_bluebell_is_given_every_word_and_finds_every_unit() -> None:
    edition = read(law(20_000), "ru")
    found = bluebell.parse(bluebell.bluebell_text(edition.root)).to_dict()
    kinds = Counter(one.get("name") for one in nested(found) if one.get("type") == "hier")
    ours = Counter(node.kind for _, node in edition)
    assert (kinds["article"], kinds["point"], kinds["subparagraph"]) == tuple(
        ours[kind] for kind in ("article", "point", "subpoint")
    )
    values = (value for one in nested(found) for value in one.values() if isinstance(value, str))
    words = {word.strip("*") for value in values for word in value.split()}
    assert {word for _, node in edition for word in node.text.replace("*", "").split()} <= words


def nested(value: object) -> Iterator[dict[str, object]]:
    """All mappings inside one."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from nested(one)


def test_rows_of_memory_run(laws: Laws) -> None:
    table = memory.memory(laws)
    assert [row[0] for row in table.rows] == ["real law", "small law", "large law"]
    assert all(float(row[2]) > 0 and float(row[3]) > 0 for row in table.rows)


def test_rows_of_storing_run(laws: Laws) -> None:
    assert len(storing.storing(laws, editions=5).rows) == 6


def test_a_history_goes_on_from_edition_to_edition() -> None:
    texts = storing.history(law(20_000), 4)
    assert len(set(texts)) == 4
    assert texts == storing.history(law(20_000), 4)


def test_rows_of_conflicts_run(laws: Laws) -> None:
    assert len(conflicting.conflicting(laws, count=10).rows) == 2


def test_rows_of_instructions_run_and_every_order_is_carried_out(laws: Laws) -> None:
    rows = instructing.instructing(laws, count=10).rows
    assert len(rows) == 8
    assert {row[-1] for row in rows if "one by one" in row[0]} == {"10 carried out, 0 refused", ""}


def test_orders_that_are_measured_are_of_words_that_stand_once_in_a_unit_in_force(laws: Laws) -> None:
    edition = held_in_memory(laws.generated[0])
    orders = list(instructing.operations(edition, 200))
    assert len(orders) == 200
    assert not [order for order in orders if try_apply([order], edition).refusals]


def test_rows_of_clarity_run_and_one_change_searches_one_provision(laws: Laws) -> None:
    for folder in ("rus", "kaz"):
        place = laws.corpus / "law148" / folder
        place.mkdir(parents=True)
        (place / "2026-07-14.md").write_text(laws.real.new, encoding="utf-8")
    rows = clarifying.clarifying(laws, count=20).rows
    assert [row[0] for row in rows] == ["law in «ru»", "law in «kk»", "one provision changed"]
    assert rows[-1][-1] == "1 searched again"


def test_the_register_is_measured_in_both_languages_and_after_a_change(laws: Laws) -> None:
    for folder in ("rus", "kaz"):
        place = laws.corpus / "law148" / folder
        place.mkdir(parents=True)
        (place / "2026-07-14.md").write_text(laws.real.new, encoding="utf-8")
    rows = registering.registering(laws).rows
    assert [row[0] for row in rows] == [
        "law in «ru»", "law in «ru», judged", "law in «kk»", "law in «kk», judged", "one provision changed",
    ]  # fmt: skip


def test_what_is_measured_can_be_chosen() -> None:
    chosen = arguments(["--only", "compare", "--law", "real", "--change", "5"])
    assert (chosen.only, chosen.law, chosen.change) == ("compare", "real", "5")
    assert arguments([]).only is None


def test_the_page_names_machine_peers_and_tables() -> None:
    written = page([Table("Read", ("what", "ours"), [("real law", "5 ms")])], load=1.25)
    assert "bluebell-akn" in written
    assert "1.2 processes at work" in written
    assert "## Read\n\n| what | ours |" in written
    parts = {
        "compare",
        "growth",
        "read",
        "memory",
        "store",
        "conflicts",
        "instructions",
        "documents",
        "clarity",
        "powers",
        "pages",
        "paint",
        "load",
    }
    assert parts == set(SECTIONS)
