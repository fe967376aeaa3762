"""From operations as ordered to operations as the text takes them: sentences, old names of units, inflected words.

An instruction speaks of «второе предложение», of a code's «часть вторая», of words «в соответствующих падежах»; the
operations that are applied name exact places. Each order is made exact on the text as the orders before left it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amendments.law.edition import Edition
from amendments.law.nearest import nearest
from amendments.law.normal import find_words
from amendments.law.provision import EDITORIAL, HEADED, Provision
from amendments.law.sentences import sentences
from amendments.law.settling import Custom, settle
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
)
from amendments.operations.touch import Denied
from amendments.operations.tree import paragraph_paths
from amendments.operations.words import Edit, inserted_after, inserted_before


class Exact:
    """Makes one operation exact on an edition. Raises Denied where the text has no such place."""

    def __init__(self, edition: Edition, custom: Custom) -> None:
        self.edition = edition
        self.custom = custom

    def make(self, operation: Operation) -> list[Operation]:
        """The exact operations, in an order in which they may be applied one after the other."""
        if "snt_" in operation.address or _inserts_sentence(operation):
            return self._sentence(operation)
        if isinstance(operation, Insert):
            return [self._insert(operation)]
        if isinstance(operation, ReplaceThroughout):
            return [replace(operation, address=self._settled(operation.address))]
        if isinstance(operation, RenameHeading):
            return [replace(operation, address=self._settled(operation.address))]
        address = self._settled(operation.address)
        if isinstance(operation, Restate):
            return [replace(operation, address=address, new=self._renamed(address, operation.new))]
        return [replace(operation, address=address)]

    def _settled(self, address: str) -> str:
        if not address:
            return ""
        found = settle(self.edition, address, self.custom)
        if found is None:
            raise Denied("unit_not_found", address, nearest=nearest(self.edition, address))
        return found

    def _renamed(self, address: str, new: tuple[Provision, ...]) -> tuple[Provision, ...]:
        """Old acts call a paragraph «абзац» and a bracketed unit «пункт»: the new text takes the kind of the old."""
        target = self.edition.locate(address)
        if target is None or target.view != "unit" or not new:
            return new
        kind = target.provision.kind
        if kind in ("clause", "indent") and all(unit.kind in ("clause", "indent") for unit in new):
            return tuple(unit.replace(kind=kind) for unit in new)
        return new

    # -- new units

    def _insert(self, operation: Insert) -> Operation:
        parent = self._settled(operation.address)
        units = operation.units
        after = operation.after
        if after:
            settled = settle(self.edition, after, self.custom)
            if settled is None:
                raise Denied("order_impossible", operation.address, after=after)
            after = settled
            target = self.edition.locate(after)
            if target is not None and target.view == "unit" and not units[0].number:
                if target.provision.kind in ("clause", "indent"):
                    units = tuple(unit.replace(kind=target.provision.kind) for unit in units)
        elif after is None and self.custom.old and all(unit.kind == "indent" for unit in units):
            units = self._like_last(parent, units)
        return replace(operation, address=parent, after=after, units=units)

    def _like_last(self, parent: str, units: tuple[Provision, ...]) -> tuple[Provision, ...]:
        """In an old act a new «абзац» at the end of a unit without lists is one more of its paragraphs."""
        target = self.edition.locate(parent)
        if target is None:
            return units
        children = [child for child in target.provision.children if child.kind not in EDITORIAL]
        kinds = {child.kind for child in children} | {inner.kind for child in children for inner in child.children}
        if "clause" in kinds and not kinds & {"indent", "subpoint"}:
            return tuple(unit.replace(kind="clause") for unit in units)
        return units

    # -- sentences

    def _sentence(self, operation: Operation) -> list[Operation]:
        base, _, tail = operation.address.partition("snt_")
        base = base.rstrip("/")
        address = self._settled(base)
        place, text, found = self._sentences_at(address)
        if isinstance(operation, Insert):
            return [self._insert_sentence(operation, place, text, found)]
        number = int(tail) if tail.isdigit() else 0
        if not 1 <= number <= len(found):
            raise Denied("sentence_not_found", address, number=number, count=len(found))
        start, end = found[number - 1]
        if isinstance(operation, Remove):
            return [self._without(operation, place, text, start, end)]
        if isinstance(operation, Restate):
            new = operation.new[0].text
            return [ReplaceWords(address=place, old=text[start:end], new=new, at=start, order=operation.order)]
        return self._within(operation, place, text, start, end)

    def _sentences_at(self, address: str) -> tuple[str, str, list[tuple[int, int]]]:
        """The paragraph that a place's sentences stand in: its address, its words, their bounds."""
        target = self.edition.locate(address)
        if target is None:
            raise Denied("unit_not_found", address, nearest=nearest(self.edition, address))
        node = target.provision
        law = [child for child in node.children if child.kind not in EDITORIAL]
        if node.kind in HEADED and target.view == "unit":
            if len(law) != 1 or law[0].kind != "clause":
                raise Denied("sentence_unclear", address)
            node = law[0]
            address = f"{address}/cl_1"
            law = [child for child in node.children if child.kind not in EDITORIAL]
        if target.view == "unit" and any(child.kind in ("clause", "point", "article") for child in law):
            raise Denied("sentence_unclear", address)
        return address, node.text, sentences(node.text)

    @staticmethod
    def _without(operation: Operation, place: str, text: str, start: int, end: int) -> Operation:
        """A sentence goes with the space that parted it from its neighbour."""
        after = end
        while after < len(text) and text[after].isspace():
            after += 1
        if after < len(text):
            return RemoveWords(address=place, words=text[start:after], at=start, order=operation.order)
        while start > 0 and text[start - 1].isspace():
            start -= 1
        return RemoveWords(address=place, words=text[start:end], at=start, order=operation.order)

    @staticmethod
    def _insert_sentence(operation: Insert, place: str, text: str, found: Sequence[tuple[int, int]]) -> Operation:
        new = operation.units[0].text.strip()
        order = operation.order
        if operation.after == "":
            return InsertWords(address=place, words=f"{new} ", at=0, order=order)
        number = len(found)
        if operation.after is not None:
            tail = operation.after.rpartition("snt_")[2]
            number = int(tail) if tail.isdigit() else 0
        if not 1 <= number <= len(found):
            raise Denied("sentence_not_found", operation.address, number=number, count=len(found))
        end = found[number - 1][1]
        ending = text[end - 1 : end]
        if ending in (".", "!", "?"):
            return InsertWords(address=place, words=f" {new}", at=end, order=order)
        if ending == ";" and new.endswith(";"):
            return ReplaceWords(address=place, old=";", new=f". {new}", at=end - 1, order=order)
        raise Denied("sentence_end", operation.address)

    def _within(self, operation: Operation, place: str, text: str, start: int, end: int) -> list[Operation]:
        """Words of one sentence."""
        order = operation.order
        if isinstance(operation, AppendWords):
            stop = end
            while stop > start and text[stop - 1] in ".;:!?":
                stop -= 1
            edits = inserted_after(text, stop, operation.words)
            return [InsertWords(address=place, words=edits[0].new, at=stop, order=order)]
        wanted = ""
        if isinstance(operation, ReplaceWords):
            wanted = operation.old
        elif isinstance(operation, RemoveWords):
            wanted = operation.words
        elif isinstance(operation, InsertWords):
            wanted = operation.after or operation.before
        spans = [(a, b) for a, b in find_words(text, wanted) if start <= a and b <= end]
        if not spans:
            raise Denied("words_not_found", operation.address, words=wanted, closest="", elsewhere=[])
        if len(spans) > 1:
            raise Denied("words_found_often", operation.address, words=wanted, count=len(spans))
        a, b = spans[0]
        if isinstance(operation, ReplaceWords):
            return [ReplaceWords(address=place, old=text[a:b], new=operation.new, at=a, order=order)]
        if isinstance(operation, RemoveWords):
            return [self._without(operation, place, text, a, b)]
        if isinstance(operation, InsertWords):
            edit: Edit = (
                inserted_after(text, b, operation.words) if operation.after else inserted_before(a, operation.words)
            )[0]
            return [InsertWords(address=place, words=edit.new, at=edit.start, order=order)]
        raise Denied("not_supported", operation.address, what=operation.kind)


def _inserts_sentence(operation: Operation) -> bool:
    return isinstance(operation, Insert) and any(unit.kind == "sentence" for unit in operation.units)


def holds_words(edition: Edition, operation: ReplaceThroughout) -> bool:
    """Whether any of the words to be replaced throughout stands in the place at all."""
    target = edition.locate(operation.address)
    if target is None:
        return False
    return any(find_words(node.text, old) for _, node in paragraph_paths(target) for old, _ in operation.pairs)
