"""What is proposed for a power: keep, clarify, exclude, transfer or add, and where the proposal comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from amendments.powers.judging import Judgement
from amendments.powers.loading import bodies
from amendments.powers.missing import Asked, Missing
from amendments.powers.model import Power, Register

ProposalKind = Literal["keep", "clarify", "exclude", "transfer", "add"]
Source = Literal["akim", "deputy", "government", "algorithm"]
State = Literal["proposed", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal about the power at `address` ("" for one to add).

    `level` and `body` are those that a transfer or an addition goes to. `words` is the text of the provision, by
    language, for a clarification or an addition. `grounds` say why, by language; `author` who, `source` as what.
    """

    kind: ProposalKind
    address: str = ""
    level: str = ""
    body: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    grounds: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    source: Source = "algorithm"
    state: State = "proposed"


def proposals(register: Register, judgement: Judgement) -> tuple[Proposal, ...]:
    """What the algorithm proposes, each with its grounds: for sure kinds of non-core powers, for the lower one of two
    powers with the same words, and for requests that are met only above (to transfer) or nowhere (to add). A person
    decides."""
    found: dict[str, Proposal] = {}
    for candidate in judgement.non_core:
        if candidate.kind.sure:
            power = candidate.power
            grounds = {name: f"{candidate.kind.name[name]}: {candidate.kind.reason[name]}" for name in ("ru", "kk")}
            found[power.address] = Proposal("exclude", power.address, grounds=grounds)
    for double in judgement.duplicates:
        if double.grade == "identical":
            lower = _lower(double.left, double.right, register.language)
            found.setdefault(lower.address, Proposal("clarify", lower.address, grounds=_DOUBLE))
    for gap in judgement.missing:
        if gap.asked is not None and gap.found != "here":
            found[f"asked:{gap.asked.id}"] = _for_request(gap, gap.asked, register.language)
    return tuple(found.values())


def _for_request(gap: Missing, asked: Asked, language: str) -> Proposal:
    """A transfer from the nearest level above where the power is there, else an addition."""
    source = _SOURCES.get(asked.who, "algorithm")
    grounds = {name: f"{asked.words[name]}: {gap.name[name]} ({asked.source[name]})" for name in ("ru", "kk")}
    if not gap.near:
        return Proposal("add", "", asked.level, asked.body, grounds=grounds, source=source)
    order = bodies(language).order
    nearest = max(gap.near, key=lambda power: order.get(power.level, 0))
    return Proposal("transfer", nearest.address, asked.level, asked.body, grounds=grounds, source=source)


_SOURCES: Mapping[str, Source] = {"akim": "akim", "deputy": "deputy", "government": "government"}
_DOUBLE: Mapping[str, str] = {
    "ru": "Те же слова стоят у другого уровня: указать, кто за что отвечает",
    "kk": "Дәл осы сөздер басқа деңгейде де бар: кім не үшін жауап беретінін көрсету керек",
}


def _lower(left: Power, right: Power, language: str) -> Power:
    order = bodies(language).order
    return left if order.get(left.level, 0) > order.get(right.level, 0) else right
