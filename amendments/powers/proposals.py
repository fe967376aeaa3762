"""What is proposed for a power: keep, clarify, exclude, transfer or add, and where the proposal comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from amendments.powers.judging import Judgement
from amendments.powers.loading import bodies
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
    powers with the same words, and for requests that are met only above or nowhere. A person decides."""
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
            asked = gap.asked
            source = asked.who if asked.who in ("akim", "deputy", "government") else "algorithm"
            found[f"asked:{asked.id}"] = Proposal(
                "add", "", asked.level, asked.body, grounds=gap.name, source=source  # type: ignore[arg-type]
            )  # fmt: skip
    return tuple(found.values())


_DOUBLE: Mapping[str, str] = {
    "ru": "Те же слова стоят у другого уровня: указать, кто за что отвечает",
    "kk": "Дәл осы сөздер басқа деңгейде де бар: кім не үшін жауап беретінін көрсету керек",
}


def _lower(left: Power, right: Power, language: str) -> Power:
    order = bodies(language).order
    return left if order.get(left.level, 0) > order.get(right.level, 0) else right
