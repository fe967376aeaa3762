"""The two sides of an amendment while it is written: its instruction and the text that it leads to.

Editing the text writes the instruction, editing the instruction shows the text. Nothing here changes the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from amendments.law.editable import Unreadable, editable, rewritten
from amendments.law.edition import Edition
from service.store.effects import Effect, instruction_effect
from service.store.guidance import NONE, Guidance
from service.store.reading_revisions import touched_articles

MOST_ARTICLES: Final = 20
"""Articles whose text is offered for editing at a time; of a longer amendment the first ones."""


class Sentence(Protocol):
    """Something that says in words what is wrong."""

    def describe(self, language: str = "ru") -> str:
        """The sentence."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What came from a form in one language.

    `texts` are the articles as they were typed, by address; `seen` is the instruction that they showed the effect of.
    `more` are addresses of articles that are to be opened for editing too.
    """

    instruction: str = ""
    seen: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Both sides, one made from the other.

    `changed` says which side the person changed: "text", "instruction", "both" (neither can give way to the other
    in silence) or "". `problems` are reasons why the other side could not be made; what was typed then stays.
    `list_ends` are items whose last mark no instruction orders.
    """

    typed: Typed
    effect: Effect
    changed: str
    problems: tuple[Sentence, ...] = ()
    list_ends: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether both sides say the same, exactly, or nothing is said in this language."""
        return not self.problems and self.changed != "both" and (self.effect.exact or not self.typed.instruction)


def opened(base: Edition, instruction: str, guidance: Guidance = NONE) -> Rewritten:
    """Both sides of an instruction as it is stored."""
    effect = instruction_effect(base, instruction, base.language, guidance)
    return Rewritten(Typed(instruction, instruction, texts_of(effect)), effect, "")


def rework(base: Edition, typed: Typed, guidance: Guidance = NONE, prefer: str = "") -> Rewritten:
    """Make one side from the other; `prefer` («text», «instruction») decides where a person changed both."""
    before = instruction_effect(base, typed.seen, base.language, guidance)
    start = before.edition or base
    texts = {address: text for address, text in typed.texts.items() if _differs(start, address, text)}
    instruction = _plain(typed.instruction) != _plain(typed.seen)
    changed = "both" if texts and instruction else "text" if texts else "instruction" if instruction else ""
    if changed == "both" and prefer in ("text", "instruction"):
        changed = prefer
    if changed == "both":
        return Rewritten(typed, before, changed)
    if changed == "text":
        return _from_text(base, typed, guidance, start, texts)
    return _from_instruction(base, typed, guidance, changed)


def texts_of(effect: Effect, more: Iterable[str] = ()) -> dict[str, str]:
    """The articles that an amendment touches as it leaves them, for editing, by address; `more` names others."""
    edition = effect.edition or effect.base
    names = [*touched_articles(effect)] if effect.operations else []
    found: dict[str, str] = {}
    for address in dict.fromkeys([*names, *more]):
        text = editable(edition, address) if len(found) < MOST_ARTICLES else None
        if text is not None:
            found[address] = text
    return found


def _from_text(base: Edition, typed: Typed, guidance: Guidance, start: Edition, texts: Mapping[str, str]) -> Rewritten:
    # here, not above: the writer of instructions is slow to import
    from amendments.instructions.drafting import draft_between

    before = instruction_effect(base, typed.seen, base.language, guidance)
    try:
        drafted = draft_between(base, rewritten(start, texts))
    except Unreadable as problem:
        return Rewritten(typed, before, "text", (problem,))
    if drafted.unwritten:
        return Rewritten(typed, before, "text", drafted.unwritten)
    effect = instruction_effect(base, drafted.text, base.language, guidance)
    shown = texts_of(effect, (*typed.texts, *typed.more))
    return Rewritten(Typed(drafted.text, drafted.text, shown), effect, "text", (), drafted.list_ends)


def _from_instruction(base: Edition, typed: Typed, guidance: Guidance, changed: str) -> Rewritten:
    effect = instruction_effect(base, typed.instruction, base.language, guidance)
    if not typed.instruction.strip():
        return Rewritten(Typed("", "", texts_of(effect, (*typed.texts, *typed.more))), effect, changed)
    if effect.edition is None or effect.problems:
        # the text stays as the last instruction that was understood left it
        return Rewritten(typed, effect, changed, (*effect.problems, *effect.refusals) or (Nothing(),))
    shown = texts_of(effect, (*typed.texts, *typed.more))
    return Rewritten(Typed(typed.instruction, typed.instruction, shown), effect, changed)


@dataclass(frozen=True)
class Nothing:
    """An instruction that orders nothing in this act."""

    def describe(self, language: str = "ru") -> str:
        """The sentence in ru, kk or en."""
        return {
            "ru": "Это указание ничего не меняет в этом законе. Назовите статью и что в ней изменить.",
            "kk": "Бұл нұсқау осы заңда ештеңені өзгертпейді. Бапты және онда нені өзгерту керегін атаңыз.",
            "en": "This orders nothing in this act. Name the article and what is to change in it.",
        }[language]


def _differs(edition: Edition, address: str, text: str) -> bool:
    shown = editable(edition, address)
    return shown is None or _plain(shown) != _plain(text)


def _plain(text: str) -> str:
    """Text without what a browser changes on its way: line ends and spaces at the ends of lines."""
    return "\n".join(line.strip() for line in text.strip().splitlines() if line.strip())
