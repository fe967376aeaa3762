"""A bill written against the edition of 12 July 2026, carried onto that of 14 July; and who brought its words.

The amendments are ours; the words they quote are taken from the text at run time.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.anchors import anchor, carry
from amendments.operations.apply import apply
from amendments.operations.history import blame
from amendments.operations.mapping import Mapping
from amendments.operations.model import AppendWords, InsertWords, Operation, Remove, ReplaceWords, Restate
from amendments.operations.rebase import rebase

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def pair(corpus: Path) -> tuple[Edition, Edition]:
    old, new = (read((corpus / "law148" / "rus" / f"2026-07-{day}.md").read_bytes().decode(), "ru") for day in (12, 14))
    return old, new


def _bill(law: Edition, newer: Edition) -> list[Operation]:
    """Amendments of five kinds in turn, quoting the longest word there is once: to each subpoint in force that the
    newer edition changes, and to every twelfth of the rest."""
    bill: list[Operation] = []
    places = [(address, unit) for address, unit in law if unit.kind == "subpoint" and unit.state == "in_force"]
    same = {(address, unit.text) for address, unit in newer}
    changed = [(address, unit) for address, unit in places if (address, unit.text) not in same]
    rest = [item for item in places if item not in changed]
    for number, (address, unit) in enumerate(item for item in [*changed[:60], *rest[::12]] if not item[1].children):
        once = [word for word in unit.text.split() if word.isalpha() and unit.text.split().count(word) == 1]
        word = max(once, key=len, default="")
        kinds: list[Operation] = [
            ReplaceWords(address=address, old=word, new="наше слово"),
            AppendWords(address=address, words="ежегодно"),
            Restate(address=address, new=(unit.replace(text="ведёт наш реестр;"),)),
            Remove(address=address),
            InsertWords(address=address, words="и наш реестр", after=word),
        ]
        bill.append(kinds[number % len(kinds)])
    return bill


def test_each_amendment_is_carried_or_broken_by_rule(pair: tuple[Edition, Edition]) -> None:
    old, new = pair
    bill = _bill(old, new)
    assert len(bill) >= 30
    mapping = Mapping(old, new)
    seen = set()
    for operation in bill:
        (step,) = rebase([operation], old, new)
        kept = mapping.kept_at(operation.address)
        seen.add(step.status)
        if kept is None or kept.new.state != "in_force":
            assert (step.status, step.reason) == ("broken", "unit_gone"), operation
        elif isinstance(operation, Restate) and kept.old.text != kept.new.text:
            assert (step.status, step.reason) == ("broken", "unit_changed"), operation
        elif isinstance(operation, ReplaceWords | InsertWords) and kept.old.text != kept.new.text:
            quoted = operation.old if isinstance(operation, ReplaceWords) else operation.after
            assert step.status == "broken" or quoted in kept.new.text, operation
        else:
            there = mapping.address(operation.address)
            assert step.operation is not None, operation
            assert step.operation.address == there
            assert step.status == ("clean" if there == operation.address else "adjusted"), operation
    assert {"clean", "broken"} <= seen
    carried = [step.operation for step in rebase(bill, old, new) if step.operation is not None]
    apply(carried, new)


def test_words_of_the_newer_edition_are_laid_to_it_where_its_notes_name_the_act(
    pair: tuple[Edition, Edition], corpus: Path
) -> None:
    old, new = pair
    brought_by = yaml.safe_load((corpus / "law148" / "meta.yaml").read_text(encoding="utf-8"))["editions"][-1][
        "caused_by"
    ]
    number = next(part for part in brought_by["requisite"].split() if part[0].isdigit() and "-" in part)
    found = blame([old, new])
    laid = brought = 0
    for address, unit in new:
        if unit.kind in ("note", "signature"):
            continue
        runs = found.get(address, ())
        assert "".join(unit.text[run.start : run.end] for run in runs) == unit.text
        before = old.at(address)
        if before is not None and before.text == unit.text:
            laid += 1
            assert {run.edition for run in runs} == {0}, address
        brought += any(run.edition == 1 for run in runs)
    assert laid > 300
    assert brought > 20
    # An article with words of 14 July says so in a note that the older edition has not, and names the act in it.
    notes = {note.text for note in old.root.paragraphs() if note.kind == "note"}
    named = [
        any(note.kind == "note" and note.text not in notes and number in note.text for note in unit.paragraphs())
        for address, unit in new
        if unit.kind == "article"
        and any(run.edition == 1 for place in found if place.startswith(f"{address}/") for run in found[place])
    ]
    assert named
    assert sum(named) >= 0.8 * len(named)


def test_anchors_on_every_provision_stay_on_their_words(pair: tuple[Edition, Edition]) -> None:
    old, new = pair
    mapping = Mapping(old, new)
    for address, unit in old:
        found = carry(anchor(old, address), mapping)
        if found.anchor is None:
            assert found.lost == unit.text
        else:
            there = new.at(found.anchor.address)
            assert there is not None
            assert there.text[found.anchor.start : found.anchor.end] == unit.text
