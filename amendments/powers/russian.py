"""Russian sentences of competence: what is done and to what.

A power is a finite verb of the main clause («организует …»), an infinitive after a word of right or duty («вправе
вносить …»), or a noun of action in the nominative («К компетенции … относится утверждение …»).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from amendments.powers.loading import actions
from amendments.powers.words import Reading, View, Word, reading

_OFFICE: Final = r"(?:(?:на|от|с) (?:\w+ )?должност\w+)?"  # «назначает на должность и освобождает от должности»
_JOIN: Final = re.compile(rf"\s*{_OFFICE}[\s,()]*(?:и|или|либо|а также|также|и \(или\)|\(и\)|)[\s,()]*")
_EXCEPT: Final = re.compile(r"(?<!\w)(?:за исключением|кроме)(?!\w)")
_HAVE: Final = ("имеет", "имеют")
_PREDICATES: Final = ("VERB", "PRED", "PRTS", "ADJS")
_LEAD: Final = re.compile(r"(?:[,;]|(?<!\w)и|а также|также|либо|или)\s*(?:и|а также|также|либо)?\s*$")
_MAX_ACTION: Final = 5


@dataclass(frozen=True, slots=True)
class Found:
    """An action and its object as characters of the view; `words` are the words of action in order."""

    start: int
    end: int
    object_start: int
    object_end: int
    words: tuple[Word, ...]


def by_verbs(view: View, start: int, end: int, *, infinitives: bool = False) -> list[Found]:
    """The actions that finite verbs of the main clause say between two characters of the view.

    `infinitives`: the introduction of the list ended with a word of right or duty, so infinitives count too.
    """
    words = [word for word in view.words if start <= word.start and word.end <= end]
    heads = _heads(view, words, start, infinitives)
    groups: list[list[tuple[int, ...]]] = []
    for head in heads:
        if groups and _JOIN.fullmatch(view.lower[words[groups[-1][-1][-1]].end : words[head[0]].start]):
            groups[-1].append(head)
        else:
            groups.append([head])
    found: list[Found] = []
    for number, group in enumerate(groups):
        said = [at for head in group for at in head]
        stop = words[groups[number + 1][0][0]].start if number + 1 < len(groups) else end
        said += _nouns_after(view, words, said, stop)
        row = tuple(words[at] for at in said)
        found.append(Found(row[0].start, row[-1].end, *_object(view, row[-1].end, stop), row))
    return found


def passive(found: Found) -> bool:
    """Whether the action is said in the passive («осуществляется»), so that its object stands before it."""
    reflexive = actions("ru").reflexive
    return any(
        reading(word.form).lemma not in reflexive and reading(word.form).pos in ("VERB", "INFN")
        for word in found.words
        if word.form.endswith(("ся", "сь"))
    )


def _heads(view: View, words: list[Word], start: int, infinitives: bool) -> list[tuple[int, ...]]:
    """The words of each verb of the main clause: the verb, or the word of right or duty with its infinitive."""
    table = actions("ru")
    heads: list[tuple[int, ...]] = []
    dependent = predicate = False
    modal, mark = -2 if infinitives else -1, start
    for at, word in enumerate(words):
        between = view.lower[mark : word.start]
        mark = word.end
        read = reading(word.form)
        if ";" in between or (predicate and "," in between):
            dependent = predicate = False
        if read.lemma in table.subordinate or word.form in table.subordinate:
            dependent, predicate = True, False
        elif word.form in table.modal and not (word.form == "право" and words[at - 1].form not in _HAVE):
            modal = at
        elif dependent:
            predicate = predicate or read.finite or read.pos in _PREDICATES
        elif read.infinitive and modal != -1:
            used = (modal == -2 and bool(heads)) or any(modal in head for head in heads)
            if not used or _LEAD.search(view.lower[start : word.start]):
                heads.append((at,) if used or modal == -2 else (modal, at))
        elif read.finite and not (at + 1 < len(words) and words[at + 1].form in table.modal):
            heads.append((at,))
            modal = modal if modal == -2 else -1
    return heads


def _nouns_after(view: View, words: list[Word], said: list[int], stop: int) -> list[int]:
    """The nouns of action after a verb that says little alone, with their attributes: «осуществляет контроль»."""
    last = said[-1]
    if reading(words[last].form).lemma not in actions("ru").light:
        return []
    taken: list[int] = []
    row: list[int] = []
    for at in range(last + 1, min(last + 8, len(words))):
        between = view.lower[words[at - 1].end : words[at].start]
        if words[at].end > stop or len(said) + len(taken) + len(row) >= _MAX_ACTION or (between.strip() and not taken):
            break
        read = reading(words[at].form)
        if action_noun(words[at].form) and _governed(read) and view.lower[words[at].end : stop].strip(" ,;.и"):
            taken += [*row, at]
            row = []
        elif (taken and words[at].form == "и") or (not taken and read.pos in ("ADJF", "PRTF")):
            row += [at] if words[at].form != "и" else []
        elif not (taken and "," in between):
            break
    return taken


def _governed(read: Reading) -> bool:
    return "accs" in read.grammemes or read.nominative


def action_noun(form: str) -> bool:
    """Whether a word in any case is a noun of action («утверждение», «учета»)."""
    read = reading(form)
    table = actions("ru")
    if read.pos != "NOUN" or read.lemma in table.not_nouns:
        return False
    return read.lemma in table.nouns or (read.lemma.endswith(("ание", "ение", "тие", "яние")) and len(read.lemma) > 6)


def by_nouns(view: View, start: int, end: int, *, accusative: bool = False) -> list[Found]:
    """The actions that nouns in the nominative (or accusative, after a verb of the introduction) say.

    The first stands at the beginning, the next after a comma or a conjunction.
    """
    words = [word for word in view.words if start <= word.start and word.end <= end]
    exception = _EXCEPT.search(view.lower, start, end)
    limit = exception.start() if exception else end
    heads = [at for at, word in enumerate(words) if word.end <= limit and _opens(view, words, at, start, accusative)]
    if not heads:
        return []
    groups: list[list[int]] = []
    for head in heads:
        between = view.lower[words[groups[-1][-1]].end : words[head].start] if groups else "x"
        if groups and _JOIN.fullmatch(between):
            groups[-1].append(head)
        else:
            groups.append([head])
    found: list[Found] = []
    for number, group in enumerate(groups):
        stop = words[groups[number + 1][0]].start if number + 1 < len(groups) else end
        said = [*group, *_noun_of(view, words, group[-1], stop)]
        row = tuple(words[at] for at in said)
        found.append(Found(row[0].start, row[-1].end, *_object(view, row[-1].end, stop), row))
    return found


def _noun_of(view: View, words: list[Word], last: int, stop: int) -> list[int]:
    """The noun of action that a noun which says little alone governs: «осуществление регулирования»."""
    if reading(words[last].form).lemma not in actions("ru").light:
        return []
    for at in range(last + 1, min(last + 4, len(words))):
        between = view.lower[words[at - 1].end : words[at].start]
        if words[at].end > stop or between.strip():
            return []
        if action_noun(words[at].form):
            rest = view.lower[words[at].end : stop].strip(" ,;.и")
            return list(range(last + 1, at + 1)) if rest else []
        if reading(words[at].form).pos not in ("ADJF", "PRTF"):
            return []
    return []


def _opens(view: View, words: list[Word], at: int, start: int, accusative: bool) -> bool:
    word = words[at]
    read = reading(word.form)
    if not action_noun(word.form) and not (at == 0 and read.lemma == "образование"):
        return False
    if not (read.nominative or (accusative and "accs" in read.grammemes)):
        return False
    before = view.lower[start : word.start]
    if not before.strip() or _LEAD.search(before):
        return not _governed_row(view, words, at)
    # adjectives and other words that may open the item: «организационное обеспечение …», «ежегодное утверждение …»
    previous = words[at - 1]
    lead = view.lower[start : previous.start]
    return reading(previous.form).pos in ("ADJF", "ADVB") and (not lead.strip() or bool(_LEAD.search(lead)))


def _governed_row(view: View, words: list[Word], at: int) -> bool:
    """Whether a noun goes on a row that a preposition opened: «на развитие и функционирование»."""
    if at < 2 or words[at - 1].form not in ("и", "или"):
        return False
    row = at - 2
    while row > 0 and reading(words[row].form).pos == "ADJF":
        row -= 1
    return action_noun(words[row].form) and row > 0 and reading(words[row - 1].form).pos == "PREP"


def _object(view: View, start: int, stop: int) -> tuple[int, int]:
    text = view.lower[start:stop]
    trimmed = re.sub(r"[\s,;.:]*(?:(?<!\w)(?:а также|также|и|либо|или))?[\s,;.:]*$", "", text)
    lead = len(trimmed) - len(trimmed.lstrip(" ,:;"))
    return (start + lead, start + len(trimmed)) if trimmed.strip() else (start, start)
