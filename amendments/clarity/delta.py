"""What a change does to clarity: findings added, removed, kept and moved, and a sentence that says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from amendments.clarity.finding import FACTORS, Factor, Finding
from amendments.clarity.forms import folded
from amendments.clarity.tokens import split

FACTOR_NAMES: Final[Mapping[Factor, Mapping[str, str]]] = {
    "discretion": {"ru": "свобода усмотрения", "kk": "қалау бостандығы"},
    "no_term": {"ru": "срок без числа", "kk": "сансыз мерзім"},
    "open_list": {"ru": "открытый перечень", "kk": "ашық тізбе"},
    "evaluative": {"ru": "оценочное слово", "kk": "бағалау сөзі"},
    "undefined_object": {"ru": "неопределенный круг", "kk": "айқындалмаған ауқым"},
    "weak_function": {"ru": "функция без результата", "kk": "нәтижесіз функция"},
    "blank_reference": {"ru": "бланкетная ссылка", "kk": "бланкеттік сілтеме"},
    "blurred_level": {"ru": "размытый уровень", "kk": "бұлыңғыр деңгей"},
}
Verdict = str
_SENTENCES: Final[Mapping[str, Mapping[Verdict, str]]] = {
    "ru": {
        "clearer": "Текст стал яснее: замечаний убрано {removed}, добавлено {added}, осталось {kept}{quotes}.",
        "vaguer": "Текст стал менее ясным: замечаний добавлено {added}, убрано {removed}, осталось {kept}{quotes}.",
        "mixed": "Ясность изменилась в обе стороны: замечаний убрано {removed}, добавлено {added}, осталось {kept}.",
        "same": "Ясность не изменилась: осталось замечаний {kept}.",
        "clean": "Замечаний к ясности нет ни до, ни после изменения.",
        "removed": " (убрано: {list})",
        "added": " (добавлено: {list})",
    },
    "kk": {
        "clearer": (
            "Мәтін айқынырақ болды: алып тасталған ескертпелер – {removed}, қосылғаны – {added}, "
            "қалғаны – {kept}{quotes}."
        ),
        "vaguer": (
            "Мәтін бұлыңғырлау болды: қосылған ескертпелер – {added}, алып тасталғаны – {removed}, "
            "қалғаны – {kept}{quotes}."
        ),
        "mixed": (
            "Айқындық екі жаққа да өзгерді: алып тасталған ескертпелер – {removed}, қосылғаны – {added}, "
            "қалғаны – {kept}."
        ),
        "same": "Айқындық өзгерген жоқ: қалған ескертпелер – {kept}.",
        "clean": "Өзгеріске дейін де, кейін де айқындыққа ескертпе жоқ.",
        "removed": " (алып тасталды: {list})",
        "added": " (қосылды: {list})",
    },
}  # fmt: skip
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Delta:
    """Findings of a later text against an earlier one.

    `kept` pairs a finding with itself after the change; `moved` pairs one with the same words at another address.
    """

    added: tuple[Finding, ...]
    removed: tuple[Finding, ...]
    kept: tuple[tuple[Finding, Finding], ...]
    moved: tuple[tuple[Finding, Finding], ...]

    @property
    def weight(self) -> int:
        """Weight of what was added less weight of what was removed: below zero where the text became clearer."""
        return sum(f.weight for f in self.added) - sum(f.weight for f in self.removed)

    def by_factor(self) -> dict[Factor, tuple[int, int, int]]:
        """Per factor that occurs: how many were added, removed, and kept or moved."""
        added, removed = Counter(f.factor for f in self.added), Counter(f.factor for f in self.removed)
        stayed = Counter(new.factor for _, new in (*self.kept, *self.moved))
        counts = {factor: (added[factor], removed[factor], stayed[factor]) for factor in FACTORS}
        return {factor: count for factor, count in counts.items() if any(count)}

    @property
    def verdict(self) -> Verdict:
        """One word: clearer, vaguer, mixed (as much better as worse), same, clean (nothing before or after)."""
        if not self.added and not self.removed:
            return "same" if self.kept or self.moved else "clean"
        if self.weight == 0:
            return "mixed"
        return "clearer" if self.weight < 0 else "vaguer"

    def describe(self, language: str) -> str:
        """The verdict as one sentence in Russian or Kazakh."""
        sentences = _SENTENCES[language]
        quoted = {"clearer": ("removed", self.removed), "vaguer": ("added", self.added)}.get(self.verdict)
        quotes = ""
        if quoted:
            names = dict.fromkeys(f"«{' '.join(finding.quote.split())}»" for finding in quoted[1])
            quotes = sentences[quoted[0]].format(
                list=", ".join([*names][:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
            )
        return sentences[self.verdict].format(
            added=len(self.added),
            removed=len(self.removed),
            kept=len(self.kept) + len(self.moved),
            quotes=quotes,
        )


def delta(before: Iterable[Finding], after: Iterable[Finding]) -> Delta:
    """What became of the findings: kept where the same words stand at the same address, moved where at another."""
    old, new = list(before), list(after)
    kept, old, new = _paired(old, new, at_address=True)
    moved, removed, added = _paired(old, new, at_address=False)
    return Delta(tuple(added), tuple(removed), tuple(kept), tuple(moved))


def _paired(
    old: list[Finding], new: list[Finding], *, at_address: bool
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """Findings on the same words in pairs, in the order of the new ones; then the old and the new that are left."""
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, finding in enumerate(old):
        waiting[_key(finding, at_address=at_address)].append(index)
    pairs: list[tuple[Finding, Finding]] = []
    left: list[Finding] = []
    taken: set[int] = set()
    for finding in new:
        indexes = waiting.get(_key(finding, at_address=at_address))
        if indexes:
            index = indexes.pop(0)
            taken.add(index)
            pairs.append((old[index], finding))
        else:
            left.append(finding)
    return pairs, [finding for index, finding in enumerate(old) if index not in taken], left


def _key(finding: Finding, *, at_address: bool) -> tuple[str, ...]:
    return (finding.factor, _said(finding.quote), finding.address if at_address else "")


@lru_cache(maxsize=16_384)
def _said(quote: str) -> str:
    """The words of a quote as they are compared; vague words are few and stand in every law again and again."""
    return " ".join(folded(word) for word in split(quote).words)
