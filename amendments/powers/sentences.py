"""One sentence or list item read as powers of a holder."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from amendments.powers import kazakh, russian, slots
from amendments.powers.acting import Subject, holder_of, in_passive, subject
from amendments.powers.holders import Mention, mentions
from amendments.powers.loading import actions
from amendments.powers.model import Holder, Named, Power, Slot
from amendments.powers.russian import Found
from amendments.powers.words import View, reading

_ADOPTING: Final = frozenset({"approve", "decide", "draft"})  # what they are about is the act itself
_CLOSING: Final = ("жатады", "өткізіледі", "жатқызылады")


@dataclass(frozen=True, slots=True)
class Context:
    """What a unit inherits: who acts, the action of the introduction of its list, and slots said for all.

    `modal` is the word of right or duty that closes an introduction («вправе:»). `article` is the holder that the
    article's heading names: its levels are those of a body named without any.
    """

    holder: Holder | None = None
    lead: Slot | None = None
    lead_words: tuple[str, ...] = ()
    modal: str = ""
    listed: bool = False
    slots: Mapping[str, Slot] = field(default_factory=dict)
    article: Holder | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for contexts in which the same text gives the same powers."""
        shared = tuple(sorted(self.slots.items()))
        return self.holder, self.lead, self.lead_words, self.modal, self.listed, shared, self.article


def powers_in(
    view: View, language: str, address: str, start: int, end: int, context: Context, *, introduces: bool = False
) -> list[Power]:
    """The powers that a sentence gives, in order; `context.holder` acts where the sentence names nobody.

    `start` and `end` are characters of the view. A list item without an action of its own is the object of its
    introduction's action; `introduces` says that the sentence is one. Empty where nobody acts or nothing is done.
    """
    own = subject(view, language, start, end, introduces=introduces)
    if own is not None and context.listed and context.holder is not None and not _takes_over(own, context.holder):
        own = None
    if own is None:
        passive = language == "ru" and context.lead is None and in_passive(view, language, start, end)
        if context.holder is None or passive:
            return []
        return _Sentence(view, language, address, start, end, context, context.holder).powers()
    holder = holder_of(view, language, address, own.mention, context.holder or context.article)
    return _Sentence(view, language, address, own.start, own.end, context, holder, own).powers()


def _takes_over(own: Subject, holder: Holder) -> bool:
    """Whether a body named in a list item acts there instead of the list's holder."""
    if own.mention.case == "other":  # the passive: «назначается акимом области»
        return True
    return own.by_nouns or (own.mention.case == "nominative" and own.mention.body == holder.body)


@dataclass(frozen=True)
class _Sentence:
    """A sentence with what is known of it before its actions are read."""

    view: View
    language: str
    address: str
    start: int
    end: int
    context: Context
    holder: Holder
    own: Subject | None = None

    @property
    def skip(self) -> tuple[Mention, ...]:
        return (self.own.mention,) if self.own is not None else ()

    def powers(self) -> list[Power]:
        first = min([self.start, *(mention.start for mention in self.skip)])
        last = max([self.end, *(mention.end for mention in self.skip)])
        others = slots.named(self.view, self.language, self.address, first, last, self.skip)
        found = self._actions()
        if not found and self.context.lead is not None and self.context.listed:
            shared = self._slots(first, last)
            return [self._built(self.context.lead, self.context.lead_words, self.start, self.end, shared, others)]
        for at in range(len(found) - 2, -1, -1):  # «выявляет и ведет учет лиц»: one object for both
            if found[at].object_end <= found[at].object_start:
                shared_object = found[at + 1]
                found[at] = replace(
                    found[at], object_start=shared_object.object_start, object_end=shared_object.object_end
                )
        powers: list[Power] = []
        for order, one in enumerate(found):
            shared = self._clause_slots(found, order, first, last)
            power = self._with_agent(self._power(one, shared, others), one, found)
            if not power.object.words.strip(" ,") and powers:
                power = replace(power, object=powers[-1].object)
            elif powers and self._points_back(power):
                power = replace(power, antecedent=powers[-1].antecedent or powers[-1].object.words)
            powers.append(replace(power, order=order))
        return powers

    def _points_back(self, power: Power) -> bool:
        """Whether an object stands for the one before it: by a pronoun, or by saying nothing («бекітуіне ұсынады»)."""
        words = power.object.words.lower().split()
        if actions(self.language).pronouns & set(words):
            return True
        return self.language == "kk" and "propose" in power.action_classes and not kazakh.has_object(words)

    def _slots(self, start: int, end: int, borders: Sequence[int] = ()) -> dict[str, Slot]:
        return slots.find(self.view, self.language, self.address, start, end, borders, self.skip)

    def _clause_slots(self, found: list[Found], order: int, first: int, last: int) -> dict[str, Slot]:
        """The slots of one action: those of its own clause, then of what stands before all actions, then inherited."""
        if self.language == "ru":
            start = found[order].start if order else first
            end = found[order + 1].start if order + 1 < len(found) else last
            before = self._slots(first, found[0].start) if order else {}
        else:
            start, end = found[order - 1].end if order else first, found[order].end
            before = {}
        own = self._slots(start, max(start, end), [word.start for one in found for word in one.words])
        return slots.merged({**before, **own}, self.context.slots)

    def _with_agent(self, power: Power, one: Found, found: list[Found]) -> Power:
        """The power with the body that its own clause names, where another clause of the sentence names another."""
        if self.own is None or self.own.by_nouns or len(found) < 2:
            return power
        at = found.index(one)
        if self.language == "ru":
            if not russian.passive(one):
                return power
            start, end = one.end, found[at + 1].start if at + 1 < len(found) else self.end
        else:
            start, end = found[at - 1].end if at else self.start, one.start
        case = "other" if self.language == "ru" else "nominative"
        near = [m for m in mentions(self.view, self.language) if m.case == case and start <= m.start and m.end <= end]
        if not near or near[-1].name == self.own.mention.name:
            return power
        mention = near[0] if self.language == "ru" else near[-1]
        holder = holder_of(self.view, self.language, self.address, mention, self.holder)
        said = power.object
        inside = said.start <= holder.place.start and holder.place.end <= said.end
        if not inside:
            return replace(power, holder=holder)
        before = replace(
            said, end=holder.place.start, words=self.view.source[said.start : holder.place.start].strip(" ,")
        )
        return replace(power, holder=holder, object=before)

    def _actions(self) -> list[Found]:
        nouns = self.own is not None and self.own.by_nouns
        if self.language == "kk":
            found = [] if nouns else kazakh.by_verbs(self.view, self.start, self.end)
            closing = self.context.listed and len(found) == 1 and found[0].words[-1].form in _CLOSING
            if nouns or not found or closing:
                return kazakh.by_nouns(self.view, self.start, self.end) or found
            return found
        listed = self.context.listed
        if nouns or (listed and self.context.lead is not None):
            opened = russian.by_nouns(self.view, self.start, self.end, accusative=not nouns)
            if opened or nouns:
                return opened
        found = russian.by_verbs(self.view, self.start, self.end, infinitives=bool(self.context.modal))
        return found or (russian.by_nouns(self.view, self.start, self.end) if listed else [])

    def _power(self, one: Found, shared: Mapping[str, Slot], others: Sequence[Named]) -> Power:
        start, end = one.object_start, one.object_end
        if self.language == "ru" and self.own is not None and self.own.mention.start >= one.end:
            start, end = self.start, one.start  # «Положение утверждается акиматом», «функции осуществляет аким»
        for mention in self.skip:  # the one who acts is no part of what is acted upon
            if start < mention.end and mention.start < end:
                last = self._row_end(mention)
                after = self.view.lower[last:end].strip(" ,")
                start, end = (last, end) if after else (start, mention.start)
        action = slots.slot(self.view, self.address, one.start, one.end)
        if len(action.words.split()) > len(one.words):
            said = (self.view.source[slice(*self.view.span(word.start, word.end))] for word in one.words)
            action = replace(action, words=" ".join(said))
        if self.context.modal and self.own is None:
            action = replace(action, words=f"{self.context.modal} {action.words}")
        return self._built(action, tuple(word.form for word in one.words), start, end, shared, others)

    def _row_end(self, mention: Mention) -> int:
        """Where a row of bodies that act ends: «жиыны немесе жиналысы»."""
        last = mention.end
        for other in mentions(self.view, self.language):
            between = self.view.lower[last : other.start].strip()
            if other.start > last and other.case == "nominative" and between in ("немесе", "және", "или", "и"):
                last = other.end
        return last

    def _built(
        self,
        action: Slot,
        words: tuple[str, ...],
        start: int,
        end: int,
        shared: Mapping[str, Slot],
        others: Sequence[Named],
    ) -> Power:
        start, end = _stripped(self.view.lower, start, end)
        classes = action_classes(words, self.language)
        places: dict[str, Any] = dict(shared)
        scope = places.pop("scope", None)
        if "act" not in places and set(classes) & _ADOPTING:
            places["act"] = slots.document(self.view, self.language, self.address, start, end)
        return Power(
            address=self.address,
            order=0,
            holder=self.holder,
            action=action,
            object=slots.slot(self.view, self.address, start, end),
            action_classes=classes,
            named=tuple(others),
            scope=scope.words if scope else "",
            **places,
        )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:.-":
        start += 1
    while end > start and text[end - 1] in " ,;:.-":
        end -= 1
    return start, end


def action_classes(words: Sequence[str], language: str) -> tuple[str, ...]:
    """The classes of the words of an action, each once, in order; a light verb counts only where no noun does."""
    table = actions(language)
    found: list[tuple[str, bool]] = []
    if language == "ru":
        for form in words:
            lemma = reading(form).lemma
            lemma = lemma if lemma in table.classes else lemma.removesuffix("ся")
            if lemma in table.classes:
                found.append((table.classes[lemma], lemma in table.light))
    else:
        said = " ".join(words)
        for stem, kind in table.classes.items():
            if stem in said and re.search(rf"(?<!\w){re.escape(stem)}", said):
                found.append((kind, stem in table.light))
    heavy = [kind for kind, light in found if not light]
    return tuple(dict.fromkeys(heavy or [kind for kind, _ in found]))
