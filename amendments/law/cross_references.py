"""References inside the text of a law: what units its provisions point at, and which of these point at nothing.

«в подпункте 4) пункта 3 настоящей статьи», «статьёй 7 настоящего Закона»; «осы баптың 1-тармағында», «осы Заңның
20-бабының 4-1-тармағы» (Law "On Legal Acts", art. 25). A reference that names another act is found and not resolved;
one whose article is left open («пунктом 5», no article named) is `unclear`. Neither is ever reported as dangling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from amendments.law.citations import DEPTH, PREFIXES, AddressError, Steps, addresses_of, depth, join, steps_of
from amendments.law.edition import Edition
from amendments.law.naming import is_code
from amendments.law.normal import fold
from amendments.law.provision import EDITORIAL, Provision
from amendments.law.references import AND, Group, Reader, noun_at, read_groups
from amendments.law.settling import Custom, settle
from amendments.law.tokens import Token, tokenize

PointsTo = Literal["own", "other_act", "unclear"]
_ROOT_ACTS: Final = {"ru": ("закон", "кодекс", "конституц"), "kk": ("заң", "кодекс", "конституция")}
# Acts of other forms; inside an annex «настоящих Правил» is that annex.
_OTHER_ACTS: Final = {
    "ru": (
        "акт", "указ", "постановлен", "приказ", "решен", "распоряжен", "правил", "положен", "инструкц", "регламент",
        "методик", "стандарт", "устав", "договор", "соглашен", "конвенц", "протокол", "хартии", "программ", "план",
    ),
    "kk": (
        "акті", "жарлы", "қаулы", "бұйры", "шешім", "өкім", "қағида", "ереже", "нұсқаулы", "регламент", "әдістеме",
        "стандарт", "жарғы", "шарт", "келісім", "конвенция", "хаттама", "бағдарлама", "жоспар",
    ),
}  # fmt: skip
_THIS: Final = {"ru": "настоящ", "kk": "осы"}
_ADJECTIVE: Final = ("ого", "его", "ому", "ему", "ой", "ей", "ых", "их", "ым", "им")
_CONSTITUTIONAL: Final = "конституциялық"
_DATIVE: Final = ("ға", "ге", "қа", "ке", "на", "не")
_EXCLUDED: Final = re.compile(r"\b(?:[Сс]татья\s+(?:\S+\s+)?исключена|[Бб]ап\s+ал(?:ын)?ып\s+таста)")
# In an act that changes other acts «статью 5» with nothing beside it is an article of those.
_AMENDING: Final = re.compile(
    r"внесени\w*\s+(?:изменени|дополнени)|(?:өзгеріс|толықтыру)\w*(?:\s+\S+){0,3}\s+енгізу", re.I
)
_LONGEST_NAME: Final = 5  # words between a unit and the act: «Уголовно-процессуального кодекса»
# Units that are never pointed at without a number or «настоящий»; a sentence is not checked.
_UNITS: Final = frozenset(DEPTH) - {"sentence", "heading", "remark", "preamble"}


@dataclass(frozen=True)
class CrossReference:
    """One unit that the words of a provision point at; «пунктами 3 и 5» are two with one span.

    `place` is the address of the provision, `start` and `end` count in its `text`, `words` are text[start:end].
    `address` is what an `own` reference points at (that of the printed unit where there is one). `state` is the
    unit's state ("in_force", "excluded", "not_yet"), "nothing" where there is no such unit, "" unless `own`.
    """

    place: str
    start: int
    end: int
    words: str
    to: PointsTo
    address: str = ""
    state: str = ""

    @property
    def dangles(self) -> bool:
        """Whether it points at nothing in force: no such unit, or one that is excluded."""
        return self.state in ("nothing", "excluded")


def references(edition: Edition) -> tuple[CrossReference, ...]:
    """All references in the provisions of an edition, in document order. Notes and excluded units are left out."""
    custom = Custom(code=is_code(edition))
    amending = bool(_AMENDING.search(fold(edition.root.text)))
    found: list[CrossReference] = []
    for address, node in edition:
        if node.kind in EDITORIAL or node.state != "in_force":
            continue
        quoted = node.kind == "quote"
        for named in _Scan(node, address, edition.language, amending).found():
            if named.to != "own" or quoted:
                # What stands in quotation marks is wording of some act, not a reference made from this place.
                to: PointsTo = "unclear" if quoted and named.to == "own" else named.to
                found.append(CrossReference(address, named.start, named.end, named.words, to))
                continue
            for steps in named.units:
                target = join(steps)
                settled = settle(edition, target, custom)
                shown = target if settled is None else settled
                state = _state(edition, settled)
                found.append(CrossReference(address, named.start, named.end, named.words, "own", shown, state))
    return tuple(found)


def dangling(edition: Edition) -> tuple[CrossReference, ...]:
    """References to the act's own units that point at nothing in force, in document order."""
    return tuple(reference for reference in references(edition) if reference.dangles)


def left_dangling(old: Edition, new: Edition) -> tuple[CrossReference, ...]:
    """References that dangle in `new` and did not in `old`: what an amendment leaves behind or brings with it.

    A reference that dangled before is the same one where it stands in the same place, or in the same words of a
    paragraph that moved.
    """
    before: set[tuple[str, ...]] = set()
    for reference in dangling(old):
        before.add((reference.place, reference.address))
        before.add(("", reference.words, _text(old, reference), _last(reference)))
    return tuple(
        reference
        for reference in dangling(new)
        if (reference.place, reference.address) not in before
        and ("", reference.words, _text(new, reference), _last(reference)) not in before
    )


def _text(edition: Edition, reference: CrossReference) -> str:
    node = edition.at(reference.place)
    return node.text if node is not None else ""


def _last(reference: CrossReference) -> str:
    return reference.address.rpartition("/")[2]


def _state(edition: Edition, address: str | None) -> str:
    """The state of the unit at an address; a unit within an excluded one is excluded."""
    target = edition.locate(address) if address is not None else None
    if target is None:
        return "nothing"
    node = edition.root
    for index in target.path:
        node = node.children[index]
        if node.state == "excluded" or _emptied(node):
            return "excluded"
    return node.state


def _emptied(node: Provision) -> bool:
    """An article of which editions print the heading and the note that it is excluded."""
    return node.kind == "article" and not node.law and any(_EXCLUDED.search(note.text) for note in node.notes)


@dataclass(frozen=True)
class _Named:
    start: int
    end: int
    words: str
    to: PointsTo
    units: tuple[Steps, ...] = ()


@dataclass(frozen=True)
class _Whose:
    """To what the units of a run of references belong: `base` are the steps of the own unit that holds them."""

    to: PointsTo
    base: Steps = ()
    first: int = 0  # tokens of the reference that the words of belonging begin and end at
    last: int = 0
    stated: bool = True  # by the words «настоящий», «осы»


class _Scan:
    """Reads the references of one paragraph."""

    def __init__(self, node: Provision, address: str, language: str, amending: bool) -> None:
        self.amending = amending
        self.text = node.text
        self.language = language
        self.place = steps_of(address)
        self.tokens: Sequence[Token] = tokenize(node.text)
        self.reader = Reader(self.tokens, language)

    def found(self) -> Iterator[_Named]:
        """The runs of references in the order of the words."""
        at = 0
        while at < len(self.tokens):
            groups, after = self._run(at)
            if not groups:
                at += 1
                continue
            whose = self._whose_kk(groups, at, after) if self.language == "kk" else self._whose_ru(groups, at, after)
            named = self._named(groups, whose)
            if named is not None:
                yield named
            at = max(after, whose.last if named is not None else after)

    def _run(self, at: int) -> tuple[list[Group], int]:
        groups, after = read_groups(self.reader, at)
        # «осы баптың 5-тармағы бірінші бөлігінің 2) тармақшасы»: only the last genitive of a chain is written.
        while groups and self.language == "kk" and _open(groups[-1]):
            more, end = read_groups(self.reader, after)
            if not more or not more[0][0].numbers or _rank(more[0][0].kind) < _rank(groups[-1][-1].kind):
                break
            groups = [*groups[:-1], (*groups[-1], *more[0]), *more[1:]]
            after = end
        return groups, after

    def _named(self, groups: list[Group], whose: _Whose) -> _Named | None:
        """The units of a run, or None where no unit is pointed at («часть территории», «населённый пункт»)."""
        first, last = whose.first, whose.last
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        words = self.text[start:end]
        named = [reference for group in groups for reference in group]
        if not named:  # «настоящая статья» alone
            return _Named(start, end, words, whose.to, (whose.base,)) if whose.base else None
        if any(reference.kind not in _UNITS for reference in named):
            return None
        if not all(reference.numbers or (reference.kind == "annex" and whose.stated) for reference in named):
            return None
        if whose.to != "own":
            return _Named(start, end, words, whose.to)
        try:
            units = [self._placed(steps, whose) for steps in addresses_of(groups, self.language)]
        except AddressError:
            return _Named(start, end, words, "unclear")
        known = tuple(steps for steps in units if steps is not None)
        if len(known) < len(units):
            return _Named(start, end, words, "unclear")
        return _Named(start, end, words, "own", known)

    def _placed(self, steps: Steps, whose: _Whose) -> Steps | None:
        """The whole address of named units, None where the words leave open what article they belong to."""
        if depth(steps[0]) <= DEPTH["article"]:
            return (*(step for step in whose.base if step[0] == "annex"), *steps)
        if not whose.base or (not whose.stated and whose.base[-1][0] == "annex"):
            return None
        # A clause may lie in a point and a point below a clause: nothing but a unit of the same kind is out of place.
        return (*whose.base, *steps) if whose.base[-1][0] != steps[0][0] else None

    # -- whose units

    def _own(self, kind: str) -> Steps:
        """The steps of the unit of a kind that holds this paragraph; () where none does."""
        prefix = PREFIXES.get(kind, "")
        for index in range(len(self.place) - 1, -1, -1):
            if self.place[index][0] == prefix:
                return self.place[: index + 1]
        if kind == "clause" and any(step[0] in ("art", "pt", "sub") for step in self.place):
            holder = [step for step in self.place if step[0] not in ("ind", "sub")]
            return (*holder, ("cl", "1"))  # the first clause shares the paragraph of its unit
        return ()

    def _own_act(self, word: str) -> Steps:
        annex = self.place[:1] if self.place and self.place[0][0] == "annex" else ()
        return () if word.startswith(_ROOT_ACTS[self.language]) else annex

    def _is_act(self, at: int) -> bool:
        word = self.reader.norm(at)
        return word.startswith((*_ROOT_ACTS[self.language], *_OTHER_ACTS[self.language]))

    def _bare(self, groups: list[Group], at: int, after: int) -> _Whose:
        """Neither the act nor «настоящий» is named: an article is one of this act, anything less is left open."""
        article = any(reference.kind == "article" for group in groups for reference in group)
        annexed = bool(self.place) and self.place[0][0] == "annex"
        own = article and not annexed and not self.amending
        return _Whose("own" if own else "unclear", (), at, after, stated=False)

    def _whose_ru(self, groups: list[Group], at: int, after: int) -> _Whose:
        if self.reader.norm(at - 1) == "см" or (self.reader.norm(at - 1) == "." and self.reader.norm(at - 2) == "см"):
            return _Whose("other_act", (), at, after)  # «порядок введения в действие см. ст. 2»: of the amending law
        if self.reader.norm(at - 1).startswith(_THIS["ru"]) and not groups[0][0].numbers:
            kind, base = groups[0][0].kind, self._own(groups[0][0].kind)
            del groups[:]  # what follows «настоящая статья» is read by itself
            end = self._noun_end(at)
            return _Whose("own" if base and kind in _UNITS else "unclear", base, at - 1, end)
        step = after + 1 if self.reader.norm(after) == "к" else after
        if self.reader.norm(step).startswith(_THIS["ru"]):
            noun = noun_at(self.tokens, step + 1, "ru")
            if noun is not None and noun[0][0].key in _UNITS:
                base = self._own(noun[0][0].key)
                return _Whose("own" if base else "unclear", base, at, noun[1])
            act = self._act_after(step + 1)
            if act is not None:
                return _Whose("own", self._own_act(self.reader.norm(act)), at, act + 1)
            return _Whose("unclear", (), at, after)
        beyond = self._past_list(step)
        if self._act_after(beyond) is not None:
            return _Whose("other_act", (), at, after)
        if self.reader.norm(beyond) == "(":
            return _Whose("unclear", (), at, after)  # a remark that is never closed: whose list it is cannot be told
        if after < len(self.tokens) and self.tokens[after].kind == "word" and self.tokens[after].text[0].isupper():
            return _Whose("unclear", (), at, after)  # a name follows that is not known as an act
        return self._bare(groups, at, after)

    def _noun_end(self, at: int) -> int:
        noun = noun_at(self.tokens, at, self.language)
        return noun[1] if noun is not None else at + 1

    def _act_after(self, at: int) -> int | None:
        """The token of an act's name that a unit's genitive leads to: «[Трудового] кодекса»."""
        for step in range(at, min(at + _LONGEST_NAME, len(self.tokens))):
            if self._is_act(step):
                return step
            word = self.reader.norm(step)
            joined = word == "-" or self.reader.norm(step + 1) == "-" or word == "же"
            if not (joined or word.endswith(_ADJECTIVE)):
                return None
        return None

    def _past_list(self, at: int) -> int:
        """Past the rest of a list of numbers with remarks in brackets: «136 (в части …), 144, 146 Кодекса»."""
        while at < len(self.tokens):
            word = self.reader.norm(at)
            if word == "(":
                closed = self._closing(at, 1)
                if closed is None:
                    return at
                at = closed + 1
            elif word == "," or word in AND[self.language] or self.tokens[at].kind == "num":
                at += 1
            else:
                return at
        return at

    def _closing(self, at: int, direction: int) -> int | None:
        """The bracket that closes (1) or opens (-1) the one at a token; «4)» closes nothing."""
        level = 0
        opening, closing = ("(", ")") if direction > 0 else (")", "(")
        while 0 <= at < len(self.tokens):
            word = self.reader.norm(at)
            level += 1 if word == opening else -1 if word == closing else 0
            if level == 0:
                return at
            at += direction
        return None

    def _whose_kk(self, groups: list[Group], at: int, after: int) -> _Whose:
        if self.reader.norm(after) == "қараңыз":
            return _Whose("other_act", (), at, after)
        first = groups[0][0]
        if not first.numbers and first.kind in _UNITS and first.kind != "annex":
            if self.reader.norm(at - 1) != _THIS["kk"]:
                return _Whose("unclear", (), at, after, stated=False)
            base = self._own(first.kind)
            rest = groups[0][1:]
            groups[:] = [*([rest] if rest else []), *groups[1:]]
            return _Whose("own" if base else "unclear", base, at - 1, after)
        step = self._before_list(at - 1)
        if self.reader.norm(step) == ")":
            return _Whose("unclear", (), at, after)
        if not self._is_act(step):
            return self._bare(groups, at, after)
        before = step - 2 if self.reader.norm(step - 1) == _CONSTITUTIONAL else step - 1
        stated = bool(first.numbers) or self.reader.norm(step).endswith(_DATIVE)
        if self.reader.norm(before) == _THIS["kk"]:
            return _Whose("own", self._own_act(self.reader.norm(step)), before, after, stated)
        return _Whose("other_act", (), at, after, stated)

    def _before_list(self, at: int) -> int:
        """Back over the beginning of a list of numbers with remarks in brackets."""
        while at > 0:
            word = self.reader.norm(at)
            if word == ")":
                opened = self._closing(at, -1)
                if opened is None:
                    return at
                at = opened - 1
            elif word == "," or word in AND[self.language] or self.tokens[at].kind == "num":
                at -= 1
            else:
                return at
        return at


def _open(group: Group) -> bool:
    """Whether a Kazakh group ends in a unit that may hold the next one without a genitive ending."""
    return bool(group[-1].numbers) and all(form.possessed and form.case == "nom" for form in group[-1].forms)


def _rank(kind: str) -> int:
    # Points, subpoints and clauses hold each other in several ways.
    return {"subpoint": DEPTH["point"], "clause": DEPTH["point"]}.get(kind, DEPTH.get(kind, 9))
