"""Citations: an address as people write it, in both languages, and back.

Russian goes from the smallest unit to the largest («подпункт 21) пункта 1 статьи 35»), Kazakh from the largest to
the smallest («35-баптың 1-тармағының 21) тармақшасы»); careless forms of both orders are understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from amendments.law.edition import PREFIX
from amendments.law.forms import NounCase
from amendments.law.names_kk import inflect, kk_name
from amendments.law.names_ru import ru_gender, ru_name
from amendments.law.naming import LAW, Naming
from amendments.law.ordinals import CASES, LIMIT, Case, kk_ordinal, ru_ordinal
from amendments.law.references import LAST, Group, Reader, Reference, read_groups
from amendments.law.tokens import Token, tokenize

Step = tuple[str, str]  # prefix, number
Steps = tuple[Step, ...]
SENTENCE: Final = "snt"
PREFIXES: Final = {**PREFIX, "heading": "heading", "sentence": SENTENCE}
KINDS: Final = {prefix: kind for kind, prefix in PREFIXES.items()}
_ORDINAL: Final = {"clause", "indent", "sentence"}
# How deep a unit lies. Clauses lie under points and subpoints alike, so that their order is that of the words.
DEPTH: Final = {
    "part": 1, "section": 2, "subsection": 3, "chapter": 4, "paragraph": 5, "annex": 1, "article": 6, "preamble": 6,
    "point": 7, "subpoint": 8, "clause": 8, "indent": 9, "sentence": 10, "heading": 11, "remark": 7,
}  # fmt: skip
_LAST_RU: Final[dict[str, tuple[str, ...]]] = {
    "m": ("последний", "последнего", "последнему", "последний", "последним", "последнем"),
    "f": ("последняя", "последней", "последней", "последнюю", "последней", "последней"),
    "n": ("последнее", "последнего", "последнему", "последнее", "последним", "последнем"),
}
_TAIL: Final = {
    "ru": ("закон", "кодекс", "конституц", "указ", "настоящ", "указанн", "данн", "правил", "положен"),
    "kk": ("заң", "кодекс", "конституция", "осы", "аталған", "көрсетілген", "жарлық", "жарлығ"),
}
_LONGEST: Final = 2000

_MESSAGES: Final = {
    "empty": {
        "ru": "Ссылка пуста. Напишите, например: подпункт 21) пункта 1 статьи 35.",
        "kk": "Сілтеме бос. Мысалы, былай жазыңыз: 35-баптың 1-тармағының 21) тармақшасы.",
        "en": "The citation is empty. Write, for example: subpoint 21) of point 1 of article 35, in Russian or Kazakh.",
    },
    "not_understood": {
        "ru": "Не понято: «{words}». Назовите единицу и её номер, например: пункт 2 статьи 9.",
        "kk": "Түсініксіз: «{words}». Элемент пен оның нөмірін атаңыз, мысалы: 9-баптың 2-тармағы.",
        "en": "Not understood: “{words}”. Name a unit and its number.",
    },
    "no_number": {
        "ru": "У единицы «{words}» не назван номер.",
        "kk": "«{words}» элементінің нөмірі аталмаған.",
        "en": "The unit “{words}” is named without a number.",
    },
    "several": {
        "ru": "Названо несколько единиц ({count}); нужна одна.",
        "kk": "Бірнеше элемент аталған ({count}); біреуі қажет.",
        "en": "Several units are named ({count}); one is needed.",
    },
    "order": {
        "ru": "Порядок единиц не понятен: «{words}».",
        "kk": "Элементтердің реті түсініксіз: «{words}».",
        "en": "The order of the units is not clear: “{words}”.",
    },
}


@dataclass(frozen=True)
class CitationProblem:
    """Why a citation is not understood."""

    code: str
    params: dict[str, object] = field(default_factory=dict)

    def describe(self, language: str = "ru") -> str:
        """The reason as a sentence in ru, kk or en."""
        return _MESSAGES[self.code][language].format_map(self.params)


@dataclass(frozen=True)
class Citation:
    """A citation read: its canonical `address`, or the `problem` that keeps it from having one.

    `within`: the chapter or section that is said to hold the unit («статья 5 главы 2»).
    """

    text: str
    language: str
    address: str = ""
    problem: CitationProblem | None = None
    within: str = ""


class AddressError(ValueError):
    """Raised where references do not make an address."""

    def __init__(self, code: str, reference: Reference) -> None:
        super().__init__(code)
        self.code = code
        self.reference = reference


def parse_citation(text: str, language: str) -> Citation:
    """Read a citation of one unit in any form, case or abbreviation. Raises KeyError for an unknown language."""
    if not text.strip():
        return Citation(text, language, problem=CitationProblem("empty"))
    tokens = tokenize(text[:_LONGEST])
    reader = Reader(tokens, language, loose=True)
    start = _skip_act(tokens, language)
    groups, after = read_groups(reader, start)
    if not groups or not (after >= len(tokens) or _is_tail(tokens, after, language)):
        at = tokens[after].start if groups and after < len(tokens) else 0
        return Citation(text, language, problem=CitationProblem("not_understood", {"words": text[at : at + 60]}))
    try:
        found = addresses_of(groups, language)
    except AddressError as error:
        part = text[tokens[error.reference.first].start : tokens[error.reference.last - 1].end]
        return Citation(text, language, problem=CitationProblem(error.code, {"words": part}))
    if len(found) != 1:
        return Citation(text, language, problem=CitationProblem("several", {"count": len(found)}))
    above = [step for step in found[0] if depth(step) < DEPTH["article"]]
    within = join(tuple(above)) if above and len(above) < len(found[0]) and above[0][0] != "annex" else ""
    address = join(found[0])
    return Citation(text, language, address, within="" if address.startswith(within) else within)


def _skip_act(tokens: Sequence[Token], language: str) -> int:
    """Past «Осы Заңның …» and past a preposition («в пункте 2», «из статьи 5»)."""
    at = 0
    while at < len(tokens) and (
        tokens[at].norm in ("в", "во", "из", "по", "к", "о", "об", "см", ".", "согласно", "(", "«", '"')
        or (language == "kk" and tokens[at].norm.startswith(_TAIL["kk"]))
    ):
        at += 1
    return at


def _is_tail(tokens: Sequence[Token], at: int, language: str) -> bool:
    rest = tokens[at:]
    if all(token.kind == "mark" for token in rest):
        return True
    return rest[0].kind == "word" and rest[0].norm.startswith(_TAIL[language])


def addresses_of(groups: Sequence[Group], language: str, *, bare: bool = False) -> list[Steps]:
    """Every unit that groups of references name, largest step first. Raises AddressError.

    `bare`: a unit may be named without its number («статью дополнить …»), which comes out as "".
    """
    found = [_group_steps(group, bare) for group in groups]
    order = range(len(found) - 1, -1, -1) if language == "ru" else range(len(found))
    previous: list[Steps] | None = None
    for index in order:
        if previous is not None:
            found[index] = [inherit(steps, previous[0]) for steps in found[index]]
        previous = found[index]
    return [steps for group in found for steps in group]


def inherit(steps: Steps, giver: Steps) -> Steps:
    """A unit with what it takes from one named beside it («подпункт 1) пункта 2 и пункт 3 статьи 5»: the article)."""
    if not steps or depth(steps[0]) <= DEPTH["article"]:
        return steps
    # A heading belongs to a headed unit; a clause and a list item may lie in a point or a subpoint of the other.
    limit = DEPTH["point"] if steps[0][0] == "heading" else min(depth(steps[0]), DEPTH["subpoint"])
    return (*(step for step in giver if depth(step) < limit and step[0] != "pre"), *steps)


def depth(step: Step) -> int:
    """How deep the unit of a step lies."""
    return DEPTH.get(KINDS.get(step[0], step[0]), 9)


def _group_steps(group: Group, bare: bool = False) -> list[Steps]:
    """The units one group names, largest step first."""
    pieces: list[list[Reference]] = []
    for reference in group:
        if reference.kind == "text":
            continue
        if reference.link == "," or not pieces:
            pieces.append([])
        pieces[-1].append(reference)
    ordered = _sorted([_downward(piece) for piece in pieces])
    options = [_steps_of(reference, bare) for reference in ordered]
    return [tuple(combination) for combination in product(*options)]


# Points, subpoints and clauses hold each other in several ways: their order is that of the words.
_LOOSE_DEPTH: Final = {**DEPTH, "subpoint": DEPTH["point"], "clause": DEPTH["point"]}


def _downward(piece: list[Reference]) -> list[Reference]:
    """References without commas between them, largest first."""
    depths = [_LOOSE_DEPTH.get(reference.kind, 9) for reference in piece]
    if all(form.possessed for reference in piece[1:] for form in reference.forms):
        upward = False  # Kazakh: «1-тармақтың 2) тармақшасының», the unit that belongs to another stands behind it
    else:
        upward = all(reference.may_be("gen") and not reference.forms[0].short for reference in piece[1:])
    if len(piece) > 1 and upward and depths == sorted(depths, reverse=True):
        return piece[::-1]
    if depths == sorted(depths):
        return piece if depths[0] != depths[-1] or not _short(piece) else piece[::-1]
    if depths == sorted(depths, reverse=True):
        return piece[::-1]
    raise AddressError("order", piece[0])


def _short(piece: list[Reference]) -> bool:
    return piece[0].forms[0].short


def _sorted(pieces: list[list[Reference]]) -> list[Reference]:
    """Pieces between commas, the one with the largest unit first; raises where two pieces are of one depth."""
    if len(pieces) > 1:
        depths = [_LOOSE_DEPTH.get(piece[0].kind, 9) for piece in pieces]
        if depths != sorted(depths):
            pieces = sorted(pieces, key=lambda piece: DEPTH.get(piece[0].kind, 9))
    ordered = [reference for piece in pieces for reference in piece]
    kinds = [reference.kind for reference in ordered]
    depths = [_LOOSE_DEPTH.get(kind, 9) for kind in kinds]
    # «часть вторая части третьей»: in codes an unnumbered part stands in a numbered one.
    named = [kind for kind, before in zip(kinds, ["", *kinds], strict=False) if kind != "clause" or before != "clause"]
    if len(set(named)) != len(named) or depths != sorted(depths):
        raise AddressError("order", ordered[-1])
    return ordered


def _steps_of(reference: Reference, bare: bool) -> list[Step]:
    kind = reference.kind
    if kind in ("heading", "preamble"):
        return [(PREFIXES[kind], "")]
    if not reference.numbers:
        if kind == "annex":
            return [("annex", "")]
        if bare and kind in PREFIXES:
            return [(PREFIXES[kind], "")]
        raise AddressError("no_number", reference)
    steps = []
    for number in reference.numbers:
        if kind == "clause" and "-" in number:
            steps.append(("pt", number))
        elif kind not in PREFIXES or (kind in _ORDINAL and not (number.isdigit() or number == LAST)):
            raise AddressError("order", reference)
        else:
            steps.append((PREFIXES[kind], number))
    return steps


def join(steps: Steps) -> str:
    """The canonical address of steps: units whose numbers run through the act are addressed from its root."""
    kept: list[Step] = []
    for step in steps:
        kind = KINDS.get(step[0], "")
        if kind in ("article", "chapter", "section", "preamble"):
            kept = [item for item in kept if item[0] == "annex"]
        kept.append(step)
    return "/".join(f"{prefix}_{number}" if number else prefix for prefix, number in kept)


def steps_of(address: str) -> Steps:
    """The steps of a canonical address."""
    return tuple((part.partition("_")[0], part.partition("_")[2]) for part in address.split("/") if part)


def format_address(address: str, language: str, case: NounCase = "nom", naming: Naming = LAW) -> str:
    """The full citation of an address, its smallest unit in the given case.

    «подпункт 21) пункта 1 статьи 35», «35-баптың 1-тармағының 21) тармақшасы»; with the names of a code «пункт 21)
    части первой статьи 35», «35-баптың бірінші бөлігінің 21) тармағы». Raises ValueError for what is not an address.
    """
    steps = steps_of(address)
    if not steps:
        return _act(language, case)
    if language == "kk":
        return " ".join(
            _kk_step(step, case if index == len(steps) - 1 else "gen", index > 0, naming)
            for index, step in enumerate(steps)
        )
    words = [_ru_step(step, "gen" if index else case, naming) for index, step in enumerate(reversed(steps))]
    return " ".join(words)


def _act(language: str, case: NounCase) -> str:
    if language == "kk":
        return inflect("акт", case, True)
    return {"gen": "акта", "dat": "акту", "ins": "актом", "loc": "акте"}.get(case, "акт")


def _known(step: Step) -> str:
    kind = KINDS.get(step[0], "")
    if not kind or kind == "act":
        raise ValueError(f"not a part of an address: {step[0]!r}")
    return kind


def _ru_step(step: Step, case: NounCase, naming: Naming) -> str:
    kind, number = _known(step), step[1]
    ru_case: Case = case if case in ("nom", "gen", "dat", "acc", "ins", "loc") else "loc"
    if kind == "part":
        return ru_ordinal(int(number), "f", ru_case) + " часть кодекса" if number.isdigit() else "часть"
    noun = naming.noun(kind)
    name = ru_name(noun, ru_case)
    if number == LAST:
        gender = ru_gender(noun)
        return f"{_LAST_RU[gender][CASES.index(ru_case)]} {name}"
    if noun in _ORDINAL and number.isdigit() and 0 < int(number) <= LIMIT:
        return f"{name} {ru_ordinal(int(number), ru_gender(noun), ru_case)}"
    return f"{name} {number}{')' if kind == 'subpoint' else ''}".strip()


def _kk_step(step: Step, case: NounCase, possessed: bool, naming: Naming) -> str:
    kind, number = _known(step), step[1]
    if kind == "part":
        return f"{kk_ordinal(int(number))} {kk_name('clause', case)}" if number.isdigit() else "бөлік"
    noun = naming.noun(kind)
    name = kk_name(noun, case, possessed=possessed)
    if noun in _ORDINAL and number.isdigit() and 0 < int(number) <= LIMIT:
        return f"{kk_ordinal(int(number))} {name}"
    if number == LAST:
        return f"соңғы {name}"
    if not number:
        return name
    return f"{number}) {name}" if kind == "subpoint" else f"{number}-{name}"
