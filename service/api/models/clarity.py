"""Rules, counts, changes and slots of clarity as the API gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field

from amendments.clarity.finding import FACTORS
from amendments.clarity.finding import Finding as Found
from amendments.clarity.rule import OFFICIAL_CLASSES
from amendments.clarity.rule import Rule as DomainRule
from service.api.answers import Listing
from service.api.models.common import Both
from service.api.models.findings import Factor, Level
from service.api.requests import Body, shown
from service.store.findings import FindingCounts
from service.store.power_slots import PowerSlots
from service.store.rule_scores import RuleScore
from service.store.suggesting import MAX_WORDING, SuggestedAmendment

if TYPE_CHECKING:
    from amendments.clarity import Delta


class Rule(BaseModel):
    """A rule by which an algorithm tags unclear words, and what people's answers say about it."""

    id: str
    version: int
    language: Literal["ru", "kk"] = Field(description="Language of the texts that it is for.")
    factor: Factor
    official_class: int = Field(description="Class of defects in legal monitoring, 1 to 9.")
    official_name: Both
    weight: int = Field(description="1 low, 2 medium, 3 high; competence articles may raise it.")
    patterns: list[str] = Field(description="What it seeks, in the language of patterns.")
    explanation: Both
    advice: Both
    source: str
    match: list[str] = Field(description="Examples that it tags, the words in [[ ]].")
    no_match: list[str] = Field(description="Examples that it leaves alone.")
    suggest: list[str] = Field(description="Wordings that it suggests; [ ] is for a person to fill.")
    findings: int = Field(description="Words that it tags now, each once for all editions.")
    confirmed: int
    dismissed: int
    precision: float | None = Field(description="Share of answers that confirm; null without an answer.")
    doubtful: bool = Field(description="Dismissed often: at least five answers, fewer than 80 % of them confirming.")


class RuleList(Listing[Rule]):
    """One page of rules."""


class Count(BaseModel):
    """How many findings of a factor."""

    factor: Factor
    count: int


class ArticleCounts(BaseModel):
    """An article's findings; the address is empty for what stands outside articles."""

    article: str
    counts: list[Count]
    total: int


class EditionCounts(BaseModel):
    """An edition's findings, dismissed ones left out."""

    edition: date
    counts: list[Count]
    total: int


class ClarityCounts(BaseModel):
    """Where the findings of an edition stand, and how many each edition of the act has."""

    act: str
    edition: date
    language: Literal["ru", "kk"]
    total: int
    states: dict[str, int]
    articles: list[ArticleCounts]
    history: list[EditionCounts] = Field(description="Oldest first.")


class DeltaFigures(BaseModel):
    """Figures of one factor or weight."""

    name: str = Field(description="The factor, or the weight: 1, 2, 3.")
    added: int
    removed: int
    kept: int
    moved: int


class DeltaWords(BaseModel):
    """Words that a change brings in, takes out or moves."""

    change: Literal["added", "removed", "moved"]
    address: str
    quote: str
    factor: Factor
    weight: int
    rule: str


class ClarityDelta(BaseModel):
    """What a change does to clarity."""

    verdict: Literal["clearer", "vaguer", "mixed", "same", "clean"]
    sentence: Both
    weight: int = Field(description="Weight added less weight removed: below zero where the text became clearer.")
    added: int
    removed: int
    kept: int
    moved: int
    factors: list[DeltaFigures]
    weights: list[DeltaFigures]
    words: list[DeltaWords]


class NamedSlot(BaseModel):
    """One of eight questions that a power answers; empty words where the provision says nothing."""

    name: Literal["who", "what", "over", "when", "basis", "act", "money", "accountable"]
    words: str


class PowerSlotsOut(BaseModel):
    """A provision with a power, and what it says of it. Empty slots are no findings."""

    address: str
    levels: list[Level]
    text: str
    filled: int = Field(description="How many of the eight are filled.")
    thin: bool = Field(description="Fewer than four: too little to be exercised and checked.")
    slots: list[NamedSlot]


class PowerSlotsList(Listing[PowerSlotsOut]):
    """One page of powers, in the order of the law."""


class Wording(BaseModel):
    """A wording that may stand in the place of unclear words. A suggestion: nothing is changed by itself."""

    wording: str
    to_fill: bool = Field(description="It has blanks in [ ] for a person to fill.")


class WordingList(BaseModel):
    """Up to three suggested wordings; none where no rule can give one honestly."""

    wordings: list[Wording]


class NewSuggested(Body):
    """A wording to put in the place of unclear words, as an amendment of a bill."""

    model_config = shown(example={"wording": "в течение десяти рабочих дней", "save": False})

    wording: str = Field(min_length=1, max_length=MAX_WORDING, description="Words of one line, without blanks in [ ].")
    bill: str = Field("", max_length=40, description="Number of the bill; empty makes a new draft bill.")
    title: str = Field("", max_length=2000, description="What the amendment is called; empty: its place and words.")
    save: bool = Field(False, description="false shows what it would order and do; true stores it.")


class SuggestedOut(BaseModel):
    """The amendment that a wording makes."""

    address: str
    old: str
    new: str
    language: Literal["ru", "kk"]
    instruction: str
    after: str = Field(description="The provision's words after it.")
    saved: bool
    bill: str | None = Field(description="Number of the bill that it was stored in; null where it was not stored.")
    amendment: int | None = Field(description="Id of the stored amendment.")


def rule(found: DomainRule, score: RuleScore) -> Rule:
    """A rule with its score."""
    ru, kk = OFFICIAL_CLASSES[found.official_class]
    return Rule(
        id=found.id,
        version=found.version,
        language=found.language,
        factor=found.factor,
        official_class=found.official_class,
        official_name=Both(ru=ru, kk=kk),
        weight=found.weight,
        patterns=list(found.patterns),
        explanation=_both(found.explain),
        advice=_both(found.advice),
        source=found.source,
        match=list(found.match),
        no_match=list(found.no_match),
        suggest=list(found.suggest),
        findings=score.findings,
        confirmed=score.confirmed,
        dismissed=score.dismissed,
        precision=score.precision,
        doubtful=score.doubtful,
    )


def article_counts(counts: FindingCounts, order: Iterable[str]) -> list[ArticleCounts]:
    """Counts by article in the given order; only articles that have findings."""
    found = []
    for article in order:
        numbers = {factor: counts.by_article.get((article, factor), 0) for factor in FACTORS}
        if any(numbers.values()):
            found.append(ArticleCounts(article=article, counts=_counts(numbers), total=sum(numbers.values())))
    return found


def edition_counts(on: date, numbers: dict[str, int]) -> EditionCounts:
    """Counts of one edition."""
    return EditionCounts(edition=on, counts=_counts(numbers), total=sum(numbers.values()))


def clarity_delta(delta: Delta) -> ClarityDelta:
    """A delta with its figures and its words."""
    moves = {
        "added": list(delta.added),
        "removed": list(delta.removed),
        "kept": [new for _, new in delta.kept],
        "moved": [new for _, new in delta.moved],
    }
    return ClarityDelta(
        verdict=delta.verdict,  # type: ignore[arg-type]  # checked by the model, as below
        sentence=Both(ru=delta.describe("ru"), kk=delta.describe("kk")),
        weight=delta.weight,
        added=len(moves["added"]),
        removed=len(moves["removed"]),
        kept=len(moves["kept"]),
        moved=len(moves["moved"]),
        factors=_figures(moves, FACTORS, lambda one: one.factor),
        weights=_figures(moves, (3, 2, 1), lambda one: one.weight),
        words=[
            DeltaWords(
                change=change,
                address=one.address,
                quote=one.quote,
                factor=one.factor,
                weight=one.weight,
                rule=one.rule,
            )
            for change in ("added", "removed", "moved")
            for one in moves[change]
        ],
    )


def power_slots_out(power: PowerSlots) -> PowerSlotsOut:
    """A power with its slots."""
    return PowerSlotsOut(
        address=power.address,
        levels=list(power.levels),  # type: ignore[arg-type]
        text=power.text,
        filled=power.slots.filled,
        thin=power.slots.thin,
        slots=[NamedSlot(name=name, words=slot.quote) for name, slot in power.slots.named().items()],  # type: ignore[arg-type]
    )


def suggested_out(suggested: SuggestedAmendment, bill: str | None, amendment: int | None) -> SuggestedOut:
    """A suggested amendment, stored or not."""
    edition = suggested.effect.edition
    node = edition.at(suggested.finding.address) if edition is not None else None
    return SuggestedOut(
        address=suggested.finding.address,
        old=suggested.finding.quote,
        new=suggested.wording,
        language=suggested.finding.language,  # type: ignore[arg-type]
        instruction=suggested.instruction,
        after=node.text if node is not None else "",
        saved=amendment is not None,
        bill=bill,
        amendment=amendment,
    )


def _both(words: Any) -> Both:
    return Both(ru=words.get("ru", ""), kk=words.get("kk", ""))


def _counts(numbers: dict[Any, int]) -> list[Count]:
    return [Count(factor=factor, count=numbers[factor]) for factor in FACTORS if numbers.get(factor)]


def _figures(moves: dict[str, list[Found]], names: Iterable[Any], key: Callable[[Found], Any]) -> list[DeltaFigures]:
    counted = {move: Counter(map(key, found)) for move, found in moves.items()}
    return [
        DeltaFigures(name=str(name), **{move: counts[name] for move, counts in counted.items()})
        for name in names
        if any(counts[name] for counts in counted.values())
    ]
