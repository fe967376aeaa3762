"""What an order may do to a law, told from the printed lines alone: nothing of the reader or the text model is used.

`expected` carries out the simplest formulas by itself; `overstepped` holds any other to the articles it names and to
the words it quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

REFUSED = "refused"
_NUMBER = r"\d+(?:-\d+)*"
_HEADING = {"ru": re.compile(rf"### Статья ({_NUMBER})\."), "kk": re.compile(rf"### ({_NUMBER})-бап")}
_POINT, _SUBPOINT = re.compile(rf"({_NUMBER})\. "), re.compile(rf"({_NUMBER})\) ")
_FORMS = {
    "ru": (
        re.compile(
            rf"[вВ] (?:подпункте (?P<sub>{_NUMBER})\) )?(?:пункт[еа] (?P<pt>{_NUMBER}) )?стать[еи] (?P<art>{_NUMBER}) "
            r"слов[оа] «(?P<old>[^«»]+)» (?:заменить слов(?:ом|ами) «(?P<new>[^«»]+)»|исключить)\.?"
        ),
        re.compile(
            rf"(?:подпункт (?P<sub>{_NUMBER})\) )?(?:пункта? (?P<pt>{_NUMBER}) )?стать[юи] (?P<art>{_NUMBER}) "
            r"после слова? «(?P<old>[^«»]+)» дополнить слов(?:ом|ами) «(?P<put>[^«»]+)»\.?"
        ),
    ),
    "kk": (
        re.compile(
            rf"(?P<art>{_NUMBER})-баптың (?P<pt>{_NUMBER})-тармағ(?:ындағы|ының (?P<sub>{_NUMBER})\) тармақшасындағы) "
            r"«(?P<old>[^«»]+)» деген сөз(?:дер)? "
            r"(?:«(?P<new>[^«»]+)» деген сөз(?:дер)?мен ауыстырылсын|алып тасталсын)\.?"
        ),
        re.compile(
            rf"(?P<art>{_NUMBER})-баптың (?P<pt>{_NUMBER})-тармағы(?:ның (?P<sub>{_NUMBER})\) тармақшасы)? "
            r"«(?P<old>[^«»]+)» деген сөз(?:дер)?ден кейін «(?P<put>[^«»]+)» деген сөз(?:дер)?мен толықтырылсын\.?"
        ),
    ),
}
_WIDE = re.compile(r"всему тексту|бүкіл мәтін|глав|тарау|раздел|бөлім| – ")
_INFLECTED = re.compile("падеж|септік")
_MARKERS = {"исключен", "исключена", "исключено", "исключены", "алып", "тасталды"}


@dataclass(frozen=True)
class Line:
    """A printed line of a law and where it stands; "" for units that it does not stand in."""

    at: int
    article: str
    point: str
    subpoint: str
    text: str


def lines(text: str, language: str) -> Iterator[Line]:
    """The lines with law in them, without notes and markers of what was excluded."""
    article = point = subpoint = ""
    for at, line in enumerate(text.split("\n")):
        bare = line.strip()
        if heading := _HEADING[language].match(bare):
            article, point, subpoint = heading[1], "", ""
        elif bare.startswith("#"):
            article = point = subpoint = ""
        elif found := _POINT.match(bare):
            point, subpoint = found[1], ""
        elif found := _SUBPOINT.match(bare):
            subpoint = found[1]
        if bare and not bare.startswith((">", "*")):
            yield Line(at, article, point, subpoint, line)


def expected(order: str, before: str, language: str) -> str | None:
    """The law after a simple order, `REFUSED` where it must not be carried out, None for other orders."""
    found = next((match for form in _FORMS[language] if (match := form.fullmatch(order.strip()))), None)
    if found is None:
        return None
    named = found.groupdict()
    unit = [
        line
        for line in lines(before, language)
        if line.article == named["art"]
        and (line.point == (named["pt"] or "") if named["pt"] or named["sub"] else True)
        and (not named["sub"] or line.subpoint == named["sub"])
    ]
    places = [
        (line.at, match)
        for line in unit
        for match in re.finditer(rf"(?<!\w){re.escape(named['old'])}(?!\w)", line.text)
        if not line.text.startswith("#") and match.start() >= _label(line.text)
    ]
    if len(places) != 1:
        return REFUSED
    at, match = places[0]
    if named["sub"] and not _label(match.string):
        return None  # an unnumbered paragraph after a subpoint may belong to the point
    put = named.get("put")
    gap = "" if (put or "")[:1] in ",.;:" else " "
    new = f"{named['old']}{gap}{put}" if put else named.get("new") or ""
    result = before.split("\n")
    result[at] = result[at][: match.start()] + new + result[at][match.end() :]
    return "\n".join(result)


def _label(text: str) -> int:
    """Where the words of a line begin: its number is no word of it."""
    found = re.match(rf"\s*{_NUMBER}[.)] ", text)
    return found.end() if found else 0


def same(one: str, other: str) -> bool:
    """Whether two texts are the same but for spaces doubled or left before a mark."""
    return _spaced(one) == _spaced(other)


def overstepped(order: str, before: str, after: str, language: str) -> list[str]:
    """What changed in articles that the order does not name, and words that came and do not stand in it."""
    old, new = list(lines(before, language)), list(lines(after, language))
    gone: list[Line] = []
    come: list[Line] = []
    matcher = SequenceMatcher(None, [line.text for line in old], [line.text for line in new], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            gone.extend(old[first:last])
            come.extend(new[start:end])
    wrong = []
    if not _WIDE.search(order):
        named = set(re.findall(rf"(?<![\d-]){_NUMBER}", order))
        wrong += [f"article {line.article}" for line in (*gone, *come) if line.article and line.article not in named]
    if not _INFLECTED.search(order):
        brought = _words(come) - _words(gone)
        said = set(re.findall(r"\w+", order.lower())) | _MARKERS
        wrong += [f"word {word}" for word in brought if word not in said]
    return wrong


def _words(found: list[Line]) -> Counter[str]:
    return Counter(word for line in found for word in re.findall(r"\w+", line.text.lower()))


def _spaced(text: str) -> str:
    return re.sub(r" +(?=[.,;:)]|$)", "", re.sub(r" +", " ", text), flags=re.MULTILINE)
