"""The Russian and the Kazakh register of one edition side by side: one power, two wordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amendments.powers.model import Power, Register

DifferenceKind = Literal["missing", "state", "body", "levels"]


@dataclass(frozen=True, slots=True)
class Paired:
    """The powers of one provision in both languages; one side is empty where it gives none."""

    address: str
    ru: tuple[Power, ...]
    kk: tuple[Power, ...]

    @property
    def both(self) -> bool:
        """Whether both languages give a power."""
        return bool(self.ru and self.kk)


@dataclass(frozen=True, slots=True)
class Difference:
    """A warning: what the two texts say differently of one provision's powers; a person should look.

    `missing`: the provision gives a power in `language` only. `state`, `body`, `levels`: what each text says.
    """

    kind: DifferenceKind
    address: str
    language: str = ""
    ru: str = ""
    kk: str = ""


def pair(ru: Register, kk: Register) -> tuple[Paired, ...]:
    """The provisions of both registers by address: in the order of the Russian text, Kazakh ones without a partner
    last."""
    addresses = dict.fromkeys((*ru.by_address, *kk.by_address))
    return tuple(Paired(one, ru.by_address.get(one, ()), kk.by_address.get(one, ())) for one in addresses)


def differences(ru: Register, kk: Register) -> tuple[Difference, ...]:
    """What the two registers say differently. A provision that one of them could not read is not called missing."""
    unread = {register.language: {one.address for one in register.unread} for register in (ru, kk)}
    shared = set(ru.articles) & set(kk.articles)
    found: list[Difference] = []
    for one in pair(ru, kk):
        if one.both:
            found += _of_pair(one)
            continue
        language = "ru" if one.ru else "kk"
        other = "kk" if one.ru else "ru"
        if one.address.split("/", 1)[0] in shared and one.address not in unread[other]:
            found.append(Difference("missing", one.address, language))
    return tuple(found)


def _of_pair(one: Paired) -> list[Difference]:
    left, right = one.ru[0], one.kk[0]
    if left.state != right.state:
        return [Difference("state", one.address, "", left.state, right.state)]
    found = []
    bodies = [{power.body for power in side} for side in (one.ru, one.kk)]
    if bodies[0] != bodies[1]:
        found.append(Difference("body", one.address, "", *(", ".join(sorted(side)) for side in bodies)))
    elif _levels(one.ru) != _levels(one.kk):
        found.append(Difference("levels", one.address, "", _levels(one.ru), _levels(one.kk)))
    return found


def _levels(powers: tuple[Power, ...]) -> str:
    return ", ".join(dict.fromkeys(level for power in powers for level in power.levels))
