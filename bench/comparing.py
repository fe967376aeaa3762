"""Rows of the comparison: every law with every change beside its peers, from memory and from raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.law.reader import read
from amendments.operations.apply import apply
from amendments.operations.compare import Comparison, compare
from amendments.operations.redline import redline
from bench import peers
from bench.changes import CHANGES
from bench.measure import Prepared, Work, medians, within
from bench.report import Figure, Table, amount, figures, held, times
from bench.subjects import Laws, Subject, forget, fresh, held_in_memory

CLEAN = 5.0
CLEAN_REWRITTEN = 3.0
RAW = 1.0
TITLES = {
    "memory": "Compare, on editions as the service holds them in memory",
    "text": "Compare, from raw text: reading and hashing both editions is in our time",
}
SIGNS = {"equal": "=", "insert": "+", "delete": "-"}
COLUMNS = ("law", "change", "ours", *peers.ALL, "fastest word-clean", "characters")
ASKED = ("law", "change", "ours", *peers.ALL, "fastest word-clean", "asked", "holds", "characters", "asked", "holds")


class Comparing:
    """Measures subjects one after another; a peer that is too slow for a law is not tried on it again."""

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self.left_out: set[tuple[str, str]] = set()
        slow = [f"A dash: more than {limit:.0f} s, left out on that law."]
        columns = {"memory": ASKED, "text": COLUMNS}
        self.tables = {form: Table(TITLES[form], columns[form], remarks=list(slow)) for form in TITLES}

    def measure(self, subject: Subject) -> dict[str, float]:
        """Medians of our two ways and of the peers that end in time, in milliseconds."""
        works: dict[str, Work | Prepared] = {
            "memory": Prepared(partial(fresh, subject), _compare),
            "text": Prepared(forget, lambda _: compare(read(subject.old, "ru"), read(subject.new, "ru"))),
        }
        for name, find in peers.ALL.items():
            if self._in_time(name, find, subject):
                works[name] = partial(find, subject.old, subject.new)
        return medians(works)

    def _in_time(self, name: str, find: Callable[[str, str], object], subject: Subject) -> bool:
        if (subject.law, name) in self.left_out:
            return False
        if not within(partial(find, subject.old, subject.new), self.limit):
            self.left_out.add((subject.law, name))
            return False
        return True

    def add(self, subject: Subject) -> Iterator[str]:
        """Measure one subject; its rows go to both tables and come back as lines for the screen."""
        found = self.measure(subject)
        for form, table in self.tables.items():
            row = cells(subject, found[form], found, asked=form == "memory")
            table.rows.append(row)
            yield f"{form:7} " + "  ".join(row)


def cells(subject: Subject, ours: float, found: dict[str, float], *, asked: bool) -> tuple[str, ...]:
    """One row: our time, the peers' times and ratios, and where something is asked whether they reach it."""
    clean = min(found[name] for name in peers.WORD_CLEAN if name in found) / ours
    wanted = CLEAN_REWRITTEN if subject.change.startswith("30 %") else CLEAN
    raw = found[peers.RAW] / ours if peers.RAW in found else None
    begun = (subject.law, subject.change, amount(ours), *(amount(found.get(name)) for name in peers.ALL))
    if not asked:
        return (*begun, times(clean), times(raw))
    reached = "-" if raw is None else held(raw, RAW)
    return (*begun, times(clean), times(wanted), held(clean, wanted), times(raw), times(RAW), reached)


def _compare(editions: tuple[Edition, Edition]) -> Comparison:
    return compare(*editions)


def growth(laws: Laws) -> Table:
    """Ten times the law with the same five edits, beside the cost of looking at its hashes."""
    change = CHANGES["5 edits"]
    small, large = (Subject(str(len(text)), "5 edits", text, change(text)) for text in laws.generated)
    found = medians(
        {
            "small": Prepared(partial(fresh, small), _compare),
            "large": Prepared(partial(fresh, large), _compare),
            "look small": Prepared(partial(fresh, small), lambda pair: look(pair[0].root, pair[1].root)),
            "look large": Prepared(partial(fresh, large), lambda pair: look(pair[0].root, pair[1].root)),
        }
    )
    return figures(
        "Compare, as the law grows",
        [
            Figure("five edits in the large law, beside the same in the small one", found["large"], "the small law",
                   found["small"], remark="1 would mean: only the change is paid for"),
            Figure("what the large law costs more", max(found["large"] - found["small"], 0.01),
                   "looking at the hashes of its children wherever they differ", found["look large"], asked=1.0),
            Figure("looking at the hashes of the large law", found["look large"], "of the small law",
                   found["look small"]),
        ],
    )  # fmt: skip


def look(old: Provision, new: Provision) -> int:
    """How many units differ when the hashes of children are compared, going down only where they differ.

    Children are paired by place: five edits of words leave every unit where it was.
    """
    found = 0
    for before, after in zip(old.children, new.children, strict=False):
        if before.full_hash != after.full_hash:
            found += 1 + look(before, after)
    return found


def quality(subject: Subject) -> list[str]:
    """As a list in one paragraph, what each way finds on a subject: how many pieces, and whether words are cut."""
    old, new = held_in_memory(subject.old), held_in_memory(subject.new)
    comparison = compare(old, new)
    exact = apply(comparison.all, old).edition.text == subject.new
    pieces = list(pieces_of(old, new, comparison))
    changed = sum(kind != "=" for kind, _ in pieces)
    ours = (
        f"- ours: {len(comparison.operations)} operations on the law and {len(comparison.editorial)} on notes and "
        f"layout; applied to the old text they give the new one character for character: {'yes' if exact else 'NO'}; "
        f"its redline has {changed} changed pieces, {peers.cut_words(pieces)} borders inside a word"
    )
    lines = [ours]
    for name, find in peers.WITH_PIECES.items():
        lines.append(f"- {name}: {peers.verdict(find(subject.old, subject.new), subject.old, subject.new)}")
    lines.append(f"- xmldiff: {len(peers.tree_edits(subject.old, subject.new))} edits of whole paragraphs")
    return ["\n".join(lines)]


def pieces_of(old: Edition, new: Edition, comparison: Comparison) -> Iterator[peers.Piece]:
    """Our redline as pieces, a paragraph apart."""
    for row in redline(old, new, comparison, notes=True):
        yield from ((SIGNS[segment.kind], segment.text) for segment in row.segments)
        yield ("=", "\n")
