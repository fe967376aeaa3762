"""What is missing: duties without means, chains with a hole, requests met nowhere or only above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal

from amendments.powers.loading import bodies, table
from amendments.powers.memory import Memo
from amendments.powers.model import Power, Register, Slot
from amendments.powers.similarity import Features, Index, contains, features, remembered, weights
from amendments.powers.words import View

MissingKind = Literal["means", "chain", "asked"]
Found = Literal["here", "above", "nowhere", ""]
_NEAR: Final = 0.5  # how much of the weight of what was asked for a power must hold
_BEHIND: Final = 0.3  # a power that holds that much less than the best one is not what was asked for
_CHAIN: Final = 0.45  # the same for the one who carries out or looks after rules


@dataclass(frozen=True, slots=True)
class Asked:
    """A power that somebody asked for: for whom, in what words, and where the request is from.

    `who` asked: "akim", "deputy", "government" or "citizen". `source` is by language. `must` are the beginnings of
    words that a power has to say to meet the request, by language.
    """

    id: str
    level: str
    body: str
    words: Mapping[str, str]
    who: str
    source: Mapping[str, str]
    must: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is not there.

    `means`: `power` is a duty without money, data or an act (`what`). `chain`: `power` sets rules, and nobody
    controls or carries out (`what`). `asked`: `asked` was found nowhere, or only in `near` at a level above. `name`
    says it in a sentence, by language.
    """

    kind: MissingKind
    what: str
    name: Mapping[str, str]
    power: Power | None = None
    asked: Asked | None = None
    near: tuple[Power, ...] = ()
    found: Found = ""


@cache
def asked_in_public() -> tuple[Asked, ...]:
    """What akims and deputies asked for in public, in our own words."""
    return tuple(
        Asked(
            entry["id"], entry["level"], entry["body"], {"ru": entry["ru"], "kk": entry["kk"]}, entry["who"],
            entry["source"], entry.get("must", {}),
        )
        for entry in table("asked")["asked"]
    )  # fmt: skip


def missing(register: Register, asked: Iterable[Asked] | None = None, memo: Memo | None = None) -> tuple[Missing, ...]:
    """What is missing in a register: requests first, then chains, then duties without means, in document order.

    `asked` are requests, those known from public statements where it is None. A finding is advice, never a verdict.
    """
    powers = list(register.in_force)
    known = remembered(powers, register.language, memo)
    requests = asked_in_public() if asked is None else tuple(asked)
    said = _Said(register.language, powers, known)
    return (
        *(said.asked(one) for one in requests),
        *said.chains(),
        *_means(register.language, powers),
    )


class _Said:
    """The powers of a register with their words, to look others up by."""

    def __init__(self, language: str, powers: Sequence[Power], known: Sequence[Features]) -> None:
        self.language = language
        self.powers = powers
        self.known = known
        self.weight = weights(known)
        self.index = Index(known)

    def near(self, wanted: Features) -> dict[Power, float]:
        """The powers that share a word with what is wanted, with how much of its weight they hold."""
        rarest = max(self.weight.values(), default=1.0)
        weight = {name: self.weight.get(name, rarest) for name in wanted.words}
        return {self.powers[at]: contains(self.known[at], wanted, weight) for at in self.index.sharing(wanted)}

    def asked(self, one: Asked) -> Missing:
        """Where a request is met."""
        must = re.compile(rf"(?<!\w){one.must[self.language]}") if self.language in one.must else None
        held = {
            power: share
            for power, share in self.near(features(_as_power(one.words[self.language]), self.language)).items()
            if must is None or must.search(View(power.words).lower)
        }
        least = max(_NEAR, max(held.values(), default=0.0) - _BEHIND)
        near = sorted((power for power in held if held[power] >= least), key=lambda power: -held[power])
        here = tuple(power for power in near if one.level in power.levels)
        order = bodies(self.language).order
        above = tuple(p for p in near if any(order[level] < order[one.level] for level in p.levels))
        found: Found = "here" if here else "above" if above else "nowhere"
        return Missing("asked", one.id, _FOUND[found], asked=one, near=here or above, found=found)

    def chains(self) -> Iterator[Missing]:
        """Rules without anyone who looks after them, or without anyone who carries them out."""
        chain = table("missing")["chain"]
        document = re.compile(chain["document"][self.language])
        for power, wanted in zip(self.powers, self.known, strict=True):
            if not set(chain["rules"]) & set(power.action_classes) or not _about(power, document, self.language):
                continue
            near = self.near(wanted).items()
            met = tuple(other for other, share in near if share >= _CHAIN and other.address != power.address)
            classes = {name for other in met for name in other.action_classes}
            what = next((one for one in ("perform", "control") if not classes & set(chain[one])), "")
            if what:
                yield Missing("chain", what, chain["name"][what], power=power, near=met)


_FOUND: Final[Mapping[str, Mapping[str, str]]] = {
    "here": {"ru": "уже есть на этом уровне", "kk": "бұл деңгейде бар"},
    "above": {"ru": "есть только выше", "kk": "тек жоғары деңгейде бар"},
    "nowhere": {"ru": "нет ни на одном уровне", "kk": "ешбір деңгейде жоқ"},
}


def _as_power(words: str) -> Power:
    from amendments.powers.model import Holder

    nothing = Slot("", "", 0, 0)
    return Power("", 0, Holder((), "", nothing), nothing, Slot(words, "", 0, len(words)))


def _about(power: Power, document: re.Pattern[str], language: str) -> bool:
    """Whether the act that a power adopts is a document of rules."""
    words = View(power.act.words).words if power.act is not None else ()
    return any(document.match(word.form) for word in (words[:3] if language == "ru" else words))


def _means(language: str, powers: Sequence[Power]) -> list[Missing]:
    data = table("missing")
    levels = set(data["levels"])
    found: list[Missing] = []
    for power in powers:
        if not levels & set(power.levels):
            continue
        text = View(power.words).lower
        said = " ".join([text, *(View(s.words).lower for s in (power.basis, power.condition, power.money) if s)])
        found += [
            Missing("means", entry["id"], entry["name"], power=power)
            for entry in data["means"]
            if re.search(entry[language]["needs"], text) and not _has(entry, power, said, language)
        ]
    return list({(one.what, one.power.address if one.power else ""): one for one in reversed(found)}.values())[::-1]


def _has(entry: Mapping[str, Any], power: Power, said: str, language: str) -> bool:
    slots = (entry.get("slot"), entry.get("other_slot"))
    return any(name and getattr(power, name) is not None for name in slots) or bool(
        re.search(entry[language]["has"], said)
    )
