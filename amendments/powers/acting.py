"""Who acts in a sentence: the body that its words make the subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from amendments.powers import kazakh, russian, slots
from amendments.powers.holders import Mention, mentions
from amendments.powers.loading import actions, bodies
from amendments.powers.model import Holder
from amendments.powers.words import View, reading

_BEFORE: Final = re.compile(r"^\W*$|[,;:]\s*$|(?<!\w)(?:и|функции|полномочия|также|настоящей статьи)\W*$")

_COPULA: Final = ("табылады", "болады")
_ITSELF: Final = re.compile(r"\s+өз(?:і|дері)(?!\w)")
_POSTPOSITIONS: Final = frozenset({"туралы", "алдында", "арқылы", "үшін", "жанындағы", "жөніндегі", "бойынша"})
_OF_MASLIKHAT: Final = re.compile("м[аә]слихат")
_POSSESSED: Final = re.compile(r"\w+(?:ы|і)(?:ның|нің|н|на|не|нда|нде|нан|нен|мен)?(?<!өзіне)(?<!өзінің)")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts in a sentence of its own: the mention, and where the words about the action begin and end."""

    mention: Mention
    start: int
    end: int
    by_nouns: bool = False


def subject(view: View, language: str, start: int, end: int, *, introduces: bool = False) -> Subject | None:
    """The body that acts in a sentence, if it names one: «К компетенции X относится …», «X … утверждает …».

    In the passive the one who acts stands in the instrumental («утверждается акиматом»); without one nobody is said to
    act, save in the introduction of a list («Сход проводится по вопросам:»).
    """
    found = [m for m in mentions(view, language) if start <= m.start and m.end <= end]
    if not found:
        return None
    if language == "kk":
        return _kazakh_subject(view, found, start, end, introduces)
    return _russian_subject(view, found, start, end, introduces)


def _russian_subject(view: View, found: list[Mention], start: int, end: int, introduces: bool) -> Subject | None:
    table = bodies("ru")
    if table.prefix.match(view.lower, start):
        verb = table.verb.search(view.lower, found[0].end, end)
        if verb:
            return Subject(found[0], verb.end(), end, by_nouns=True)
    if not introduces and in_passive(view, "ru", start, end):
        return next((Subject(mention, start, end) for mention in found if mention.case == "other"), None)
    for mention in found:
        if mention.case == "nominative" and _acts(view, mention, start, end):
            return Subject(mention, mention.end if mention.start <= start + 1 else start, end)
    return None


def in_passive(view: View, language: str, start: int, end: int) -> bool:
    """Whether everything that a sentence says is done is said in the passive («назначается», «айқындалады»)."""
    if language == "kk":
        said = kazakh.by_verbs(view, start, end)
        return bool(said) and all(kazakh.passive(one) for one in said)
    said = russian.by_verbs(view, start, end)
    return bool(said) and all(russian.passive(one) for one in said)


def _acts(view: View, mention: Mention, start: int, end: int) -> bool:
    """Whether a body in the nominative is the subject: it opens the clause, or its verb stands beside it."""
    before = view.lower[start : mention.start]
    if _BEFORE.search(before) or mention.start <= start:
        return True
    after = next((word for word in view.words if word.start >= mention.end), None)
    if after is not None and (reading(after.form).finite or after.form in actions("ru").modal):
        return True
    previous = [word for word in view.words if word.end <= mention.start and word.start >= start]
    return bool(previous) and (reading(previous[-1].form).finite or reading(previous[-1].form).pos in ("ADJF", "PRTF"))


def _kazakh_subject(view: View, found: list[Mention], start: int, end: int, introduces: bool) -> Subject | None:
    table = bodies("kk")
    for mention in found:
        prefix = table.prefix.match(view.lower, mention.end)
        if mention.case == "other" and prefix:
            verb = table.verb.search(view.lower, prefix.end(), end)
            if verb is None and not introduces:
                continue
            stop = verb.start() if verb else end
            if mention.start > start + 1:  # «… келісу X мәслихаттарының құзыретіне жатады»
                return Subject(mention, start, mention.start, by_nouns=True)
            return Subject(mention, prefix.end(), stop, by_nouns=True)
    said = kazakh.by_verbs(view, start, end)
    if not introduces and in_passive(view, "kk", start, end):
        return None
    able = [m for m in found if _itself(view, m) or (m.case == "nominative" and not _attribute(view, m))]
    beside = [m for m in able if any(not view.lower[m.end : one.start].strip() for one in said if one.start >= m.end)]
    if any(one.words[-1].form in _COPULA for one in said) or _alternatives(view, able):
        beside = []
    for mention in (*beside[-1:], *able):
        return Subject(mention, mention.end if mention.start <= start + 1 else start, end)
    return None


def _itself(view: View, mention: Mention) -> bool:
    """«әкімдерінің өздері»: the genitive of the one who acts."""
    return mention.case == "other" and bool(_ITSELF.match(view.lower, mention.end))


def _alternatives(view: View, able: list[Mention]) -> bool:
    """Whether two bodies act, the one or the other."""
    return len(able) > 1 and view.lower[able[0].end : able[1].start].strip() in ("немесе", "және")


def _attribute(view: View, mention: Mention) -> bool:
    """Whether a Kazakh body stands before what belongs to it or is said of it («әкім өкілеттігінің», «… туралы»)."""
    after = next((word for word in view.words if word.start >= mention.end), None)
    if after is None:
        return False
    if after.form in _POSTPOSITIONS:
        return True
    name = view.lower[mention.name : mention.name_end].rsplit(" ", 1)[-1]
    return not name.endswith(("ы", "і")) and bool(_POSSESSED.fullmatch(after.form))


def holder_of(view: View, language: str, address: str, mention: Mention, default: Holder | None) -> Holder:
    """The holder that a mention names; levels it does not say come from the article, or are all of the body's."""
    levels = mention.levels
    if not levels and mention.body == "apparatus" and _OF_MASLIKHAT.search(view.lower, mention.name, mention.name_end):
        levels = bodies(language).bodies["maslikhat"].levels
    if not levels and default is not None and default.levels:
        levels = default.levels
    if not levels:
        levels = bodies(language).bodies[mention.body].levels
    known = tuple(level for level in levels if level in bodies(language).bodies[mention.body].levels) or levels
    return Holder(known, mention.body, slots.slot(view, address, mention.start, mention.end), mention.head)
