"""A proposal as operations on the law, in both languages, or refused with the reason.

«Transfer 12-10) to the district» is a removal there and an insertion here. The text goes over as it stands; where it
does not allow that, a person has to write it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from amendments.law.cross_references import references
from amendments.law.edition import Edition
from amendments.law.numbers import sort_key
from amendments.law.provision import Provision
from amendments.operations.apply import apply
from amendments.operations.model import Insert, Operation, Remove, Restate
from amendments.operations.refusal import Refused, place
from amendments.powers.holders import levels_in
from amendments.powers.loading import LANGUAGES, bodies, table
from amendments.powers.model import Power, Register
from amendments.powers.proposals import Proposal
from amendments.powers.words import View, inflected, reading

_LANGUAGES: Final = {
    "ru": {"ru": "русский", "kk": "казахский"},
    "kk": {"ru": "орыс", "kk": "қазақ"},
    "en": {"ru": "Russian", "kk": "Kazakh"},
}


class DraftRefused(Exception):
    """The text does not allow the proposal: `code` and what the sentence needs."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def describe(self, language: str = "ru") -> str:
        """The reason as a sentence in ru, kk or en: what is wrong and what to do."""
        values = dict(self.params)
        if "address" in values:
            values["address"] = place(values["address"], language)
        if "language" in values:
            values["language"] = _LANGUAGES[language][values["language"]]
        if language in LANGUAGES and {"level", "body"} <= values.keys():
            known = bodies(language)
            levels = {level.id: level.name[language] for level in known.levels}
            values["level"] = levels.get(values["level"], "–")
            values["body"] = known.bodies[values["body"]].name[language] if values["body"] in known.bodies else "–"
        if isinstance(values.get("reason"), Refused):
            values["reason"] = "; ".join(one.describe(language) for one in values["reason"].refusals)
        return str(table("refusals")[self.code][language]).format_map(values)


@dataclass(frozen=True, slots=True)
class Draft:
    """The operations of a proposal by language, and the provisions that refer to a unit it removes."""

    operations: Mapping[str, tuple[Operation, ...]]
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def draft(proposal: Proposal, texts: Sequence[tuple[Edition, Register]]) -> Draft:
    """The operations that carry a proposal out, in every language given: (edition, its register) for each.

    All languages change at the same addresses and get the same new number. The operations are checked by applying
    them. Raises DraftRefused with the first reason found.
    """
    if proposal.kind == "keep":
        raise DraftRefused("nothing")
    removal = proposal.kind in ("exclude", "transfer")
    for edition, register in texts:
        if proposal.kind != "add":
            _power(proposal.address, edition, register)
        if proposal.kind in ("clarify", "add") and not proposal.words.get(edition.language, "").strip():
            raise DraftRefused("no_words", language=edition.language)
    target = _target(proposal, texts) if proposal.kind in ("transfer", "add") else None
    made: dict[str, tuple[Operation, ...]] = {}
    pointing: dict[str, tuple[str, ...]] = {}
    for edition, register in texts:
        made[edition.language] = _operations(proposal, edition, register, target)
        try:
            apply(made[edition.language], edition)
        except Refused as error:
            raise DraftRefused("refused", reason=error) from error
        if removal:
            pointing[edition.language] = _pointing(proposal.address, edition)
    return Draft(made, pointing)


@dataclass(frozen=True, slots=True)
class _Target:
    """The list that a power goes to: the provision that introduces it and the number of the new item."""

    address: str
    number: str


def _power(address: str, edition: Edition, register: Register) -> tuple[Power, ...]:
    powers = register.by_address.get(address, ())
    if not powers or powers[0].state != "in_force" or edition.at(address) is None:
        raise DraftRefused("no_power", address=address, language=edition.language)
    return powers


def _target(proposal: Proposal, texts: Sequence[tuple[Edition, Register]]) -> _Target:
    """The longest list of the body at the level that every language has, and the first number free in all."""
    counts: list[Counter[str]] = []
    for edition, register in texts:
        lists = _lists(register, proposal.level, proposal.body)
        if not lists:
            raise DraftRefused("no_list", language=edition.language, level=proposal.level, body=proposal.body)
        counts.append(lists)
    shared = set(counts[0]).intersection(*counts[1:])
    if not shared:
        language = texts[-1][0].language
        raise DraftRefused("no_list", language=language, level=proposal.level, body=proposal.body)
    address = max(sorted(shared), key=lambda one: counts[0][one])
    if proposal.kind == "transfer" and _parent(proposal.address) == address:
        raise DraftRefused("same_place", address=proposal.address)
    last = 0
    for edition, _ in texts:
        items = _items(edition, address)
        last = max([last, *(sort_key(item.number)[0] for item in items if item.number)])
        if items and edition.language == "kk" and items[-1].text.rstrip(" .;").endswith(_CLOSERS):
            raise DraftRefused("list_closed", address=address)
    return _Target(address, str(last + 1))


_CLOSERS: Final = ("жатады", "өткізіледі", "жатқызылады")


def _lists(register: Register, level: str, body: str) -> Counter[str]:
    """Introductions whose items are powers of exactly this body at this level, with how many there are."""
    found: Counter[str] = Counter()
    for power in register.in_force:
        own_list = power.address.rsplit("/", 1)[-1].startswith("sub_") and power.holder.place.address != power.address
        if own_list and level in power.levels and power.body == body and not power.holder.head:
            found[_parent(power.address)] += 1
    return found


def _parent(address: str) -> str:
    return address.rsplit("/", 1)[0]


def _items(edition: Edition, address: str) -> list[Provision]:
    return [node for where, node in edition if _parent(where) == address and node.kind == "subpoint"]


def _operations(
    proposal: Proposal, edition: Edition, register: Register, target: _Target | None
) -> tuple[Operation, ...]:
    language = edition.language
    if proposal.kind == "exclude":
        return (Remove(address=proposal.address),)
    if proposal.kind == "clarify":
        node = edition.at(proposal.address)
        assert node is not None  # noqa: S101 - `_power` has seen it
        words = proposal.words[language].strip()
        unit = Provision(node.kind, node.number, label=node.label.strip() + " " if node.label else "", text=words)
        return (Restate(address=proposal.address, new=(unit,)),)
    assert target is not None  # noqa: S101 - `draft` gives one for the rest
    if proposal.kind == "add":
        return (_insert(target, proposal.words[language].strip(), ()),)
    node = edition.at(proposal.address)
    assert node is not None  # noqa: S101 - `_power` has seen it
    powers = _power(proposal.address, edition, register)
    text = _carried(proposal, node, powers, register, target)
    return (_insert(target, text, node.law), Remove(address=proposal.address))


def _insert(target: _Target, text: str, children: tuple[Provision, ...]) -> Insert:
    unit = Provision("subpoint", target.number, label=f"{target.number}) ", text=text, children=children)
    return Insert(address=target.address, units=(unit,))


def _carried(
    proposal: Proposal, node: Provision, powers: tuple[Power, ...], register: Register, target: _Target
) -> str:
    """The text of a unit as it stands in the other list. Raises DraftRefused where it cannot stand there."""
    if node.kind != "subpoint":
        raise DraftRefused("not_item", address=proposal.address)
    for power in powers:
        if power.holder.place.address == proposal.address:
            raise DraftRefused("own_subject", address=proposal.address, words=power.holder.place.words)
    language = register.language
    order = bodies(language).order
    named = levels_in(View(node.text).lower, language)
    if any(order[level] >= order[powers[0].level] and level != proposal.level for level in named):
        raise DraftRefused("territory", address=proposal.address)
    return _in_form(proposal.address, node.text, powers, register, target) if language == "ru" else node.text


def _in_form(address: str, text: str, powers: tuple[Power, ...], register: Register, target: _Target) -> str:
    """The text with its verbs in the number that the other list uses. Raises DraftRefused for a noun among verbs."""
    forms = Counter(_form(one) for one in register.in_force if _parent(one.address) == target.address)
    wanted = forms.most_common(1)[0][0]
    for power in reversed(powers):
        if _form(power) == wanted:
            continue
        if "noun" in (wanted, _form(power)):
            raise DraftRefused("form", address=address)
        text = _renumbered(address, text, power, wanted)
    return text


def _form(power: Power) -> str:
    for word in View(power.action.words).words:
        read = reading(word.form)
        if read.finite:
            return "plur" if "plur" in read.grammemes else "sing"
    return "noun"


def _renumbered(address: str, text: str, power: Power, number: str) -> str:
    view = View(text)
    for word in reversed(view.words):
        start, end = view.span(word.start, word.end)
        if power.action.start <= start and end <= power.action.end and reading(word.form).finite:
            form = inflected(word.form, number)
            if not form:
                raise DraftRefused("form", address=address)
            text = text[:start] + form + text[end:]
    return text


def _pointing(address: str, edition: Edition) -> tuple[str, ...]:
    """The provisions that refer to a unit."""
    return tuple(dict.fromkeys(one.place for one in references(edition) if one.address == address))
