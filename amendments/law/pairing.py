"""The Russian and Kazakh texts of one edition side by side, and where they do not say the same.

Both texts are equally authentic (Law "On Legal Acts", art. 24(3)). What cannot be compared without understanding the
words is left to people; what can be counted is counted: missing units, states, numbers of clauses and indents, and
the numbers that stand in the words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from amendments.law.edition import Edition, is_law
from amendments.law.provision import Provision

WarningKind = Literal["missing", "state", "clauses", "indents", "numbers"]
_DIGITS = re.compile(r"(?<![\w-])\d+(?:-\d+)*(?:[.,]\d+)*(?![\w-])|\d+(?:-\d+)*")
_DATE = re.compile(r"\b\d\d\.\d\d\.\d{4}\b")


@dataclass(frozen=True)
class AuthenticityWarning:
    """A difference that a person should look at.

    `missing`: the unit stands only in `language`; `state`: excluded in one text only; `clauses`, `indents`: their
    number differs (`ru`, `kk` hold the counts); `numbers`: digits that stand in one text only.
    """

    kind: WarningKind
    address: str
    language: str = ""
    ru: str = ""
    kk: str = ""


@dataclass(frozen=True)
class PairedUnit:
    """A unit in both languages; one side is None where it is missing."""

    address: str
    ru: Provision | None
    kk: Provision | None


def pair(ru: Edition, kk: Edition) -> tuple[PairedUnit, ...]:
    """Units of both texts by address, in the order of the Russian text; Kazakh ones without a partner follow the unit
    they stand after."""
    right = {address: unit for address, unit in kk if is_law(address)}
    order: list[str] = [address for address, _ in ru if is_law(address)]
    known = set(order)
    after: dict[str, list[str]] = {}
    last = ""
    for address in right:
        if address in known:
            last = address
        else:
            after.setdefault(last, []).append(address)
    left = {address: unit for address, unit in ru if is_law(address)}
    paired: list[PairedUnit] = [PairedUnit(address, None, right[address]) for address in after.get("", [])]
    for address in order:
        paired.append(PairedUnit(address, left[address], right.get(address)))
        paired.extend(PairedUnit(extra, None, right[extra]) for extra in after.get(address, []))
    return tuple(paired)


def warnings(ru: Edition, kk: Edition) -> tuple[AuthenticityWarning, ...]:
    """Where the two texts of one edition differ in what can be counted, in the order of the text.

    A missing unit is reported once, not again for what is under it; unnumbered paragraphs are reported as counts of
    the unit that holds them.
    """
    found: list[AuthenticityWarning] = []
    missing: list[str] = []
    for item in pair(ru, kk):
        if any(item.address.startswith(f"{above}/") for above in missing):
            continue
        if item.ru is None or item.kk is None:
            unit = item.ru or item.kk
            if unit is not None and unit.kind not in ("clause", "indent", "quote"):
                missing.append(item.address)
                found.append(AuthenticityWarning("missing", item.address, "kk" if item.ru is None else "ru"))
            continue
        found.extend(_compare(item.address, item.ru, item.kk))
    return tuple(found)


def _compare(address: str, ru: Provision, kk: Provision) -> list[AuthenticityWarning]:
    if ru.state != kk.state:
        return [AuthenticityWarning("state", address, ru=ru.state, kk=kk.state)]
    if ru.state != "in_force":
        return []
    found: list[AuthenticityWarning] = []
    for kind, children in (("clauses", "clause"), ("indents", "indent")):
        first, second = (sum(child.kind == children for child in unit.children) for unit in (ru, kk))
        if first != second:
            found.append(
                AuthenticityWarning(
                    "clauses" if kind == "clauses" else "indents", address, ru=str(first), kk=str(second)
                )
            )
    if ru.kind == "quote":
        return found
    first_digits, second_digits = _digits(ru), _digits(kk)
    only_ru, only_kk = first_digits - second_digits, second_digits - first_digits
    if only_ru or only_kk:
        found.append(AuthenticityWarning("numbers", address, ru=_listed(only_ru), kk=_listed(only_kk)))
    return found


def _digits(unit: Provision) -> Counter[str]:
    """The numbers written in digits, each as often as it stands; dates are read as their three numbers.

    Quoted text counts with the unit that quotes it: in Kazakh the sentence ends after the quotation.
    """
    text = " ".join((unit.text, *(child.text for child in unit.children if child.kind == "quote")))
    spaced = _DATE.sub(lambda date: date[0].replace(".", " "), text)
    return Counter(number.replace(",", ".") for number in _DIGITS.findall(spaced))


def _listed(numbers: Counter[str]) -> str:
    return ", ".join(sorted(numbers.elements()))
