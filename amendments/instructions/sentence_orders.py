"""Orders on sentences («второе предложение исключить») made exact: operations at offsets of their paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from amendments.instructions.settled import settled, target_at
from amendments.law.edition import Edition
from amendments.law.normal import find_words
from amendments.law.provision import EDITORIAL, HEADED
from amendments.law.references import LAST
from amendments.law.sentences import sentences
from amendments.law.settling import Custom
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    ReplaceWords,
    Restate,
    Suspend,
)
from amendments.operations.touch import Denied
from amendments.operations.words import inserted_after, inserted_before


def speaks_of_sentences(operation: Operation) -> bool:
    """Whether an operation names a sentence or brings one."""
    if "snt_" in operation.address:
        return True
    return isinstance(operation, Insert) and any(unit.kind == "sentence" for unit in operation.units)


class Sentences:
    """Makes orders on the sentences of an edition exact."""

    def __init__(self, edition: Edition, custom: Custom) -> None:
        self.edition = edition
        self.custom = custom

    def make(self, operation: Operation) -> list[Operation]:
        """The exact operations of an order on sentences. Raises Denied."""
        if isinstance(operation, Suspend):
            raise Denied("suspend_unit", operation.address)
        base, _, tail = operation.address.partition("snt_")
        address = settled(self.edition, base.rstrip("/"), self.custom)
        place, text, found = self._sentences_at(address)
        if isinstance(operation, Insert):
            return [self._insert_sentence(operation, place, text, found)]
        number = len(found) if tail == LAST else int(tail) if tail.isdigit() else 0
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
        target = target_at(self.edition, address)
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
            words = operation.words
            edit = (inserted_after(text, b, words) if operation.after else inserted_before(a, words))[0]
            return [InsertWords(address=place, words=edit.new, at=edit.start, order=order)]
        raise Denied("not_supported", operation.address, what=operation.kind)
