"""Two amendments in one text: one after the other where that is exact, or joined, with what cannot be joined named.

Nothing here changes the database, and nothing is guessed: where both change the same words, the text in force stays
and its place is listed in `Joint.left`, for a person to write.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from amendments.law.editable import Unreadable, editable, rewritten
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations.apply import try_apply
from amendments.operations.conflicts import conflicts
from amendments.operations.joining import joined_words
from amendments.operations.model import Move, Operation
from service.store.effects import Effect, instruction_effect
from service.store.reading_revisions import touched_articles
from service.store.rewriting import Rewritten, Sentence, Typed, texts_of

Way = Literal["joined", "first", "second"]
WAYS: Final[tuple[Way, ...]] = ("joined", "first", "second")


@dataclass(frozen=True, slots=True)
class Joint:
    """The outcome of both; `edition` is None where that order cannot be carried out, and `reasons` say why.

    `left` are the places where the text in force stands because both change the same words there.
    """

    edition: Edition | None
    left: tuple[str, ...] = ()
    reasons: tuple[Sentence, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it holds everything that both order."""
        return self.edition is not None and not self.left


def joint_text(base: Edition, first: Effect, second: Effect, way: Way) -> Joint:
    """Both amendments on the edition that they are written against.

    «first» applies the first one before the second, «second» the other way round; «joined» takes from both what does
    not depend on the order. One that orders nothing exact by itself in this language takes no part.
    """
    pair = [one for one in (first, second) if one.exact]
    if way == "second":
        pair.reverse()
    if way == "joined" and len(pair) == 2:
        return _joined(base, pair[0], pair[1])
    edition = base
    for effect in pair:
        applied = try_apply(effect.operations, edition, adjustments=effect.adjustments)
        if applied.refusals:
            return Joint(None, (), applied.refusals)
        edition = applied.edition
    return Joint(edition)


def joint_wording(base: Edition, joint: Joint, open_too: Iterable[str]) -> Rewritten:
    """The joint text as a form shows it: the instruction that the domain's writer writes, and the articles.

    `open_too` are addresses of articles to be opened for editing beside those that the instruction changes. What no
    instruction can order is among the problems.
    """
    # here, not above: the writer of instructions is slow to import
    from amendments.instructions.drafting import draft_between

    drafted = draft_between(base, joint.edition or base)
    effect = instruction_effect(base, drafted.text, base.language)
    typed = Typed(drafted.text, drafted.text, texts_of(effect, open_too))
    return Rewritten(typed, effect, "", drafted.unwritten, drafted.list_ends)


def shared_articles(first: Effect, second: Effect) -> list[str]:
    """The articles (or first steps outside articles) that both touch."""
    two = touched_articles(second)
    return [address for address in touched_articles(first) if address in two]


def _joined(base: Edition, first: Effect, second: Effect) -> Joint:
    shared = shared_articles(first, second)
    texts = {address: joined for address in shared if (joined := _by_words(base, first, second, address)) is not None}
    by_operations = [address for address in shared if address not in texts]
    mine, my_left = _apart(base, first.operations, second.operations, shared, by_operations)
    theirs, their_left = _apart(base, second.operations, first.operations, shared, by_operations)
    adjustments = first.adjustments & second.adjustments
    forward = try_apply([*mine, *theirs], base, adjustments=adjustments)
    backward = try_apply([*theirs, *mine], base, adjustments=adjustments)
    left = tuple(sorted({*my_left, *their_left}))
    if forward.refusals or backward.refusals or forward.edition.root.law_hash != backward.edition.root.law_hash:
        return Joint(base, tuple(dict.fromkeys([*touched_articles(first), *touched_articles(second)])))
    return Joint(rewritten(forward.edition, texts), left)


def _by_words(base: Edition, first: Effect, second: Effect, address: str) -> str | None:
    """An article with the words of both, None where they touch the same ones or it is no plain article."""
    editions = (base, first.edition, second.edition)
    texts = [editable(edition, address) if edition is not None else None for edition in editions]
    if texts[0] is None or texts[1] is None or texts[2] is None:
        return None
    joined = joined_words(texts[0], texts[1], texts[2])
    return joined if joined is not None and _sound(base, address, joined) else None


def _sound(base: Edition, address: str, text: str) -> bool:
    """Whether a joined article is read as one, without two units of one number beside each other."""
    try:
        article = rewritten(base, {address: text}).at(address)
    except Unreadable:
        return False
    return article is not None and _numbered_once(article)


def _numbered_once(unit: Provision) -> bool:
    numbers = [(child.kind, child.number) for child in unit.children if child.number]
    return len(numbers) == len(set(numbers)) and all(map(_numbered_once, unit.children))


def _apart(
    base: Edition, own: Sequence[Operation], others: Sequence[Operation], shared: Sequence[str], kept_in: Sequence[str]
) -> tuple[list[Operation], list[str]]:
    """The operations that do not collide with any of the other amendment, and the places of those that do.

    Operations in articles of `shared` count only where the article is in `kept_in`; the words of the rest are joined.
    """
    kept: list[Operation] = []
    left: list[str] = []
    for operation in own:
        here = _articles(operation) & set(shared)
        if here and not here & set(kept_in):
            continue
        near = [other for other in others if here & _articles(other)]
        if conflicts([[operation], near], base) if near else ():
            left.append(operation.address)
        else:
            kept.append(operation)
    return kept, left


def _articles(operation: Operation) -> set[str]:
    places = [operation.address, operation.to] if isinstance(operation, Move) else [operation.address]
    return {place.split("/", 1)[0] for place in places if place}
