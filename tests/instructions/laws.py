"""Small laws and orders on them, made by Hypothesis: material for the properties of reading and writing."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.law.reader import read
from amendments.operations.apply import try_apply
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    to_json,
)

_RU = "аким округ бюджет жители порядок дорога свет отчет школа вода рынок сход план работа улица срок"
_KK = "әкім округ бюджет тұрғын тәртіп жол жарық есеп мектеп су базар жиын жоспар жұмыс көше мерзім"
WORDS = {"ru": _RU.split(), "kk": _KK.split()}
HEADS = {"ru": "### Статья {0}. {1}", "kk": "### {0}-бап. {1}"}
TITLES = {"ru": "# О порядке (пример)", "kk": "# Тәртіп туралы (мысал)"}
CHAPTERS = {"ru": "## Глава 1. Общее", "kk": "## 1-тарау. Жалпы"}


def sentence(language: str, draw: Any, size: int = 6) -> str:
    words = draw(st.lists(st.sampled_from(WORDS[language]), min_size=3, max_size=size))
    return " ".join(words)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@st.composite
def laws(draw: Any, language: str) -> Edition:
    """A law of a few articles: points, lists, clauses, inserted numbers."""
    lines = [TITLES[language], CHAPTERS[language]]
    for number in ("1", "2", "2-1", "3"):
        lines.append(HEADS[language].format(number, capital(sentence(language, draw, 4))))
        shape = draw(st.sampled_from(["points", "list", "clauses"]))
        if shape == "clauses":
            lines += [capital(sentence(language, draw)) + "." for _ in range(draw(st.integers(1, 3)))]
        elif shape == "list":
            lines.append(capital(sentence(language, draw)) + ":")
            lines += subpoints(language, draw)
        else:
            for point in ("1", "2", "2-1"):
                if draw(st.booleans()):
                    lines.append(f"{point}. {capital(sentence(language, draw))}:")
                    lines += subpoints(language, draw)
                else:
                    lines.append(f"{point}. {capital(sentence(language, draw))}. {capital(sentence(language, draw))}.")
                    lines += [capital(sentence(language, draw)) + "." for _ in range(draw(st.integers(0, 2)))]
    return read("\n\n".join(lines) + "\n", language)


def subpoints(language: str, draw: Any) -> list[str]:
    numbers = ["1", "2", "2-1", "3"][: draw(st.integers(2, 4))]
    lines = []
    for index, number in enumerate(numbers):
        last = index == len(numbers) - 1
        if not last and draw(st.integers(0, 3)) == 0:
            lines.append(f"{number}) {sentence(language, draw)}:")
            lines += [f"{sentence(language, draw)};" for _ in range(2)]
        else:
            lines.append(f"{number}) {sentence(language, draw)}{'.' if last else ';'}")
    return lines


def units(edition: Edition, *kinds: str) -> list[str]:
    return [
        address for address, node in edition if node.kind in kinds and "~" not in address and node.state == "in_force"
    ]


@st.composite
def orders(draw: Any, edition: Edition, language: str) -> list[Operation]:
    """Operations that can be carried out one after the other, of every kind that words or units may take."""
    found: list[Operation] = []
    current = edition
    for _ in range(draw(st.integers(1, 5))):
        operation = draw(st.one_of(*(made(current, language) for made in MAKERS)))
        if operation is None:
            continue
        applied = try_apply([operation], current)
        if not applied.refusals:
            found.append(operation)
            current = applied.edition
    return found


@st.composite
def word_order(draw: Any, edition: Edition, language: str) -> Operation | None:
    places = units(edition, "point", "subpoint", "clause", "indent")
    if not places:
        return None
    address = draw(st.sampled_from(places))
    text = edition.at(address).text  # type: ignore[union-attr]
    words = text.rstrip(".;:").split()
    if len(words) < 2:
        return None
    at = draw(st.integers(0, len(words) - 1))
    size = draw(st.integers(1, min(3, len(words) - at)))
    old = " ".join(words[at : at + size]).rstrip(".;:")
    new = sentence(language, draw, 3) + draw(st.sampled_from(["", " 5", " 10-1"]))
    kind = draw(st.sampled_from(["replace", "remove", "after", "before", "append", "comma"]))
    if kind == "replace":
        return ReplaceWords(address=address, old=old, new=new)
    if kind == "remove":
        return RemoveWords(address=address, words=old)
    if kind == "after":
        return InsertWords(address=address, words=new, after=old)
    if kind == "comma":
        return InsertWords(address=address, words=f", {new}", after=old)
    if kind == "before":
        return InsertWords(address=address, words=new, before=old)
    return AppendWords(address=address, words=new)


@st.composite
def unit_order(draw: Any, edition: Edition, language: str) -> Operation | None:
    kind = draw(st.sampled_from(["point", "subpoint", "clause", "indent", "article"]))
    places = units(edition, kind)
    if not places:
        return None
    address = draw(st.sampled_from(places))
    node = edition.at(address)
    assert node is not None
    if draw(st.integers(0, 2)) == 0:
        return Remove(address=address)
    if kind == "article":
        return RenameHeading(address=address, heading=capital(sentence(language, draw, 4)))
    text = sentence(language, draw)
    text = capital(text) + "." if kind in ("point", "clause") else text + ";"
    return Restate(address=address, new=(node.replace(text=text, children=()),))


@st.composite
def new_unit(draw: Any, edition: Edition, language: str) -> Operation | None:
    places = units(edition, "point", "article")
    address = draw(st.sampled_from(places))
    node = edition.at(address)
    assert node is not None
    text = sentence(language, draw)
    children = {child.kind for child in node.children}
    if "subpoint" in children:
        return Insert(address=address, units=(Provision("subpoint", "2-2", label="2-2) ", text=f"{text};"),))
    if "point" in children:
        unit = Provision("point", "4", lead="\n\n", label="4. ", text=capital(text) + ".")
        return Insert(address=address, units=(unit,))
    clause = Provision("clause", lead="\n\n", text=capital(text) + ".")
    if node.kind == "point" and not node.text.endswith(":"):
        count = sum(child.kind == "clause" for child in node.children) + 1
        after = draw(st.sampled_from([None, f"{address}/cl_{count}"]))
        return Insert(address=address, units=(clause,), after=after)
    return None


@st.composite
def throughout(draw: Any, edition: Edition, language: str) -> Operation | None:
    words = draw(st.lists(st.sampled_from(WORDS[language]), min_size=2, max_size=4, unique=True))
    half = len(words) // 2
    address = draw(st.sampled_from(["", *units(edition, "article")]))
    return ReplaceThroughout(address=address, pairs=tuple(zip(words[:half], words[half:], strict=False)))


@st.composite
def new_article(draw: Any, edition: Edition, language: str) -> Operation | None:
    head = HEADS[language].format("2-2", capital(sentence(language, draw, 3))).removeprefix("### ")
    article = read(f"{head}\n\n1. {capital(sentence(language, draw))}.\n\n2. Б.\n", language).root.children[0]
    return Insert(address="", units=(article,))


MAKERS = (word_order, word_order, unit_order, new_unit, throughout, new_article)


def law_of(unit: Provision) -> tuple[object, ...]:
    return (unit.kind, unit.number, unit.text, tuple(law_of(child) for child in unit.law))


def meaning(operation: Operation) -> dict[str, object]:
    """An operation without its place in the instruction and without the layout of its units."""
    data = to_json(operation)
    data.pop("order", None)
    for name in ("units", "new"):
        value = getattr(operation, name, None)
        if isinstance(value, tuple):
            data[name] = [law_of(unit) for unit in value]
    return data
