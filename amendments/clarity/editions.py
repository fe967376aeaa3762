"""Findings of a whole edition; what has been checked before is not checked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from types import MappingProxyType
from typing import Final

from amendments.clarity.context import Context
from amendments.clarity.engine import Clarity
from amendments.clarity.finding import Finding
from amendments.clarity.places import contexts
from amendments.law.edition import Edition

Known = Mapping[str, tuple[Finding, ...]]
_NOTHING_KNOWN: Final[Known] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Checked:
    """An edition's findings in document order; `known` for the next check; how many provisions the rules ran on."""

    findings: tuple[Finding, ...]
    known: Known
    searched: int
    bounded: tuple[str, ...] = ()


@cache
def default_clarity() -> Clarity:
    """The rules that come with the service, compiled once."""
    return Clarity()


def check(edition: Edition, clarity: Clarity | None = None, known: Known = _NOTHING_KNOWN) -> Checked:
    """The findings of an edition, each with the address of its provision.

    `known` is what an earlier check returned (of any edition, with the same rules): a provision whose words and
    context are the same is not searched again.
    """
    clarity = clarity or default_clarity()
    findings: list[Finding] = []
    seen: dict[str, tuple[Finding, ...]] = {}
    bounded: dict[str, None] = {}
    searched = 0
    for provision, context in contexts(edition, clarity):
        key = fingerprint(provision.text, edition.language, context)
        found = seen.get(key, known.get(key))
        if found is None:
            scan = clarity.scan(provision.text, edition.language, context)
            found = scan.findings
            bounded.update(dict.fromkeys(scan.bounded))
            searched += 1
        seen[key] = found
        findings += [finding.at(context.address) for finding in found]
    return Checked(tuple(findings), MappingProxyType(seen), searched, tuple(bounded))


def find_in_edition(edition: Edition, clarity: Clarity | None = None) -> list[Finding]:
    """The findings of an edition in document order, each with the address of its provision."""
    return list(check(edition, clarity).findings)


def fingerprint(text: str, language: str, context: Context) -> str:
    """Equal for provisions that must have the same findings: the same words in the same context, wherever they are."""
    digest = blake2b(digest_size=16)
    parts = (language, context.kind, context.excluded, context.place, context.holder, *context.defined, text)
    digest.update("\0".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
