"""Kazakh sentences of competence: the verb closes its clause, its object stands before it.

A power is a finite verb («ұйымдастырады»), a word of right after a verbal noun («енгізуге құқылы»), or a verbal noun
that closes an item of a list («қағидаларын бекіту»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from amendments.powers.loading import actions
from amendments.powers.russian import Found
from amendments.powers.words import View, Word

_FINITE: Final = re.compile(r".{2,}(?:а|е|й)(?:ды|ді)$")
_NOT_FINITE: Final = frozenset({"болмайды", "онда"})
_GERUND: Final = re.compile(r".{2,}(?:у|ю)$")
_OFFICE: Final = "(?:қайта|қызметтен|қызметінен|лауазымынан|лауазымнан)?"  # «тағайындайды және қызметтен босатады»
_JOIN: Final = re.compile(rf"[\s,()]*(?:және|мен|пен|немесе|сондай-ақ|және \(немесе\)|)[\s,()]*{_OFFICE}\s*")
_CLOSES: Final = re.compile(r"\s*(?:[,;.)]|$|және(?!\w)|мен(?!\w)|сондай-ақ|жатады|жатқыз)")
_ACTION_OBJECT: Final = re.compile(r".{2,}(?:уды|уді|юды|юді)")
_ACCUSATIVE: Final = re.compile(r"\w{3,}(?:ны|ні|ды|ді|ты|ті|ын|ін)")
_PRONOUNS: Final = frozenset({"оларды", "оны", "өздерін", "бұларды"})
_PASSIVE: Final = re.compile(r".{2,}(?:л|[ыіае]н)(?:а|е)(?:ды|ді)")
_NOT_PASSIVE: Final = frozenset(
    ["болады", "табылады", "келеді", "алады", "салады", "қалады", "біледі", "қолданады", "пайдаланады", "айналады"]
)


def by_verbs(view: View, start: int, end: int) -> list[Found]:
    """The actions that finite verbs say between two characters of the view."""
    words = [word for word in view.words if start <= word.start and word.end <= end]
    ends = [at for at, word in enumerate(words) if _finite(view, word, end)]
    return _clauses(view, words, ends, start)


def by_nouns(view: View, start: int, end: int) -> list[Found]:
    """The actions that verbal nouns say at the end of a clause."""
    words = [word for word in view.words if start <= word.start and word.end <= end]
    bare = [at for at, word in enumerate(words) if _GERUND.fullmatch(word.form)]
    closing = [at for at in bare if _CLOSES.match(view.lower[words[at].end : end]) and not _joined(words, at, bare)]
    return _clauses(view, words, [at for at in closing if not _attribute(words, at, bare, closing)], start)


def has_object(words: Iterable[str]) -> bool:
    """Whether one of some words stands in the accusative."""
    return any(_ACCUSATIVE.fullmatch(word.strip(",;.()")) for word in words)


def _joined(words: list[Word], at: int, bare: list[int]) -> bool:
    """Whether «мен» joins a verbal noun to what follows («дамыту мен олардың … шараларды»), or it opens the clause."""
    after = words[at + 1].form if at + 1 < len(words) else ""
    if after in ("мен", "пен"):
        return at + 2 not in bare
    return at == 0 and at + 1 not in bare and not (after == "және" and at + 2 in bare) and at + 1 < len(words)


def passive(found: Found) -> bool:
    """Whether the verb is in the passive («айқындалады»), so that the sentence does not say who acts."""
    form = found.words[-1].form
    return bool(_PASSIVE.fullmatch(form)) and form not in _NOT_PASSIVE


def _attribute(words: list[Word], at: int, bare: list[int], closing: list[int]) -> bool:
    """Whether a verbal noun goes with a later one that is an attribute («жобалау, салу … жөніндегі жұмыс»)."""
    after = next((one for one in bare if one > at), None)
    if after is None:
        return False
    between = (word.form for word in words[at + 1 : after])
    if any(_ACCUSATIVE.fullmatch(form) and form not in _PRONOUNS for form in between):
        return False
    return after not in closing or _attribute(words, after, bare, closing)


def _finite(view: View, word: Word, end: int) -> bool:
    form = word.form
    if form in actions("kk").modal or (form == "бар" and view.lower[: word.start].endswith("құқығы ")):
        return bool(_CLOSES.match(view.lower[word.end : end]))
    return len(form) > 4 and bool(_FINITE.fullmatch(form)) and form not in _NOT_FINITE


def _clauses(view: View, words: list[Word], ends: list[int], start: int) -> list[Found]:
    found: list[Found] = []
    mark, opened = start, -1
    for at in ends:
        first = _action_start(words, at, opened)
        row = tuple(words[first : at + 1])
        if found and _JOIN.fullmatch(view.lower[mark : words[first].start]):
            one = found[-1]  # «ұйымдастырады және қамтамасыз етеді»: one object for both
            found[-1] = Found(one.start, words[at].end, one.object_start, one.object_end, (*one.words, *row))
        else:
            found.append(Found(row[0].start, row[-1].end, *_object(view, mark, row[0].start), row))
        mark, opened = words[at].end, at
    return found


def _action_start(words: list[Word], at: int, opened: int) -> int:
    """The first word of the action: compound verbs take their parts, light ones the verbal noun before them."""
    table = actions("kk")
    if words[at].form in table.modal and at - 1 > opened:
        return _whole(words, at - 1, opened)
    if words[at].form == "бар" and at - 2 > opened:  # «бөлуге құқығы бар»
        return at - 2
    first, light = at, _stem_of(words[at].form, table.light)
    for phrase in table.compound:
        row = [word.form for word in words[max(0, at - len(phrase) + 1) : at + 1]]
        if len(row) == len(phrase) and row[:-1] == list(phrase[:-1]) and row[-1].startswith(phrase[-1]):
            first, light = at - len(phrase) + 1, " ".join(phrase) in table.light
            break
    before = first - 1
    if light and before - 1 > opened and _ACTION_OBJECT.fullmatch(words[before].form):
        return _whole(words, before, opened + 1)
    return first if first > opened else at


def _whole(words: list[Word], at: int, opened: int) -> int:
    """The first word of the compound that a verbal noun closes («іске асыруға»), or the noun itself."""
    pairs = [(phrase[0], phrase[-1]) for phrase in actions("kk").compound if len(phrase) == 2]
    if at - 1 > opened and any(words[at - 1].form == one and words[at].form.startswith(two) for one, two in pairs):
        return at - 1
    return at


def _stem_of(form: str, stems: frozenset[str]) -> bool:
    return any(form.startswith(stem) for stem in stems if " " not in stem and len(stem) > 2)


def _object(view: View, start: int, stop: int) -> tuple[int, int]:
    text = view.lower[start:stop]
    lead = re.match(r"[\s,;.:]*(?:(?:және|сондай-ақ|сонымен бірге|мен|пен)(?!\w))?[\s,;:.]*", text)
    begin = start + (lead.end() if lead else 0)
    rest = view.lower[begin:stop].rstrip(" ,;:")
    return (begin, begin + len(rest)) if rest else (start, start)
