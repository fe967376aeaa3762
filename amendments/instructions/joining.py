"""Two wordings of one amendment joined into a third: by what they do to the law, else by their own words."""

from __future__ import annotations

from amendments.instructions.applying import apply_instruction
from amendments.instructions.drafting import draft_between
from amendments.law.editable import Unreadable, editable, rewritten
from amendments.law.edition import Edition
from amendments.operations.joining import joined_words


def joined_instruction(base: Edition, common: str, mine: str, theirs: str) -> str | None:
    """The instruction with the changes that two people made to a common one, proved on the edition it amends.

    It is joined by its words; where they collide or the outcome is not exact, the articles that it leads to are
    joined by theirs and the instruction is written anew. None where both changed the same words of the law, or where
    one of the three cannot be carried out exactly.
    """
    outcomes = [apply_instruction(text, base, partial=False) for text in (common, mine, theirs) if text.strip()]
    if len(outcomes) < 3 or not all(one.exact and one.operations for one in outcomes):
        return None
    wanted = _joined_law(*(one.edition for one in outcomes))
    if wanted is None:
        return None
    words = joined_words(common, mine, theirs)
    if words is not None:
        outcome = apply_instruction(words, base, partial=False)
        if outcome.exact and outcome.edition.root.law_hash == wanted.root.law_hash:
            return words
    drafted = draft_between(base, wanted)
    return drafted.text if drafted.text and not drafted.unwritten else None


def _joined_law(common: Edition, mine: Edition, theirs: Edition) -> Edition | None:
    """The law as both leave it, article by article; None where they collide, or one brings in or takes out articles."""
    texts: dict[str, str] = {}
    articles = [[address for address, unit in one if unit.kind == "article"] for one in (common, mine, theirs)]
    if articles[0] != articles[1] or articles[0] != articles[2]:
        return None
    for address in articles[0]:
        units = [one.at(address) for one in (common, mine, theirs)]
        if len({unit.law_hash for unit in units if unit is not None}) == 1:
            continue
        sides = [editable(one, address) for one in (common, mine, theirs)]
        if sides[0] is None or sides[1] is None or sides[2] is None:
            return None
        text = joined_words(sides[0], sides[1], sides[2])
        if text is None:
            return None
        texts[address] = text
    try:
        return rewritten(common, texts)
    except Unreadable:
        return None
