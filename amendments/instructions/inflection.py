"""Words «в соответствующих падежах» («тиісті септіктерде»): found in whatever case they stand, replaced in the same.

Russian by pymorphy3's dictionary; Kazakh by the endings that vowel harmony gives. A place where two cases are possible
and would give different words is refused, never chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from amendments.law.morphology import dictionary
from amendments.law.names_kk import CASES_KK, forms_of, inflect, is_back
from amendments.law.normal import fold
from amendments.law.tokens import Token, tokenize

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_CASES: Final = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_AGREEING: Final = ("ADJF", "PRTF")
_AND: Final = frozenset({"и", "или", "либо", ","})
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff'.-]+")
_VOICED: Final = {"п": "б", "к": "г", "қ": "ғ"}


def _parses(word: str) -> list[Parse]:
    """The readings of a word; none for one with other letters than Cyrillic ones, over which the library stumbles."""
    return list(dictionary().parse(word)) if _CYRILLIC.fullmatch(word) else []


@dataclass(frozen=True)
class Found:
    """Words in a case: their place, and what stands there instead (None where two cases are possible)."""

    start: int
    end: int
    new: str | None


def find_inflected(text: str, old: str, new: str, language: str) -> list[Found]:
    """Every place where the words `old` stand in a text in any case, with the words `new` in the same case."""
    find = _ru if language == "ru" else _kk
    return list(find(text, old, new))


# -- Russian


@dataclass(frozen=True)
class _Word:
    """A word of a phrase. `varies`: it changes with the case; `noun`: it is the head that others agree with."""

    token: Token
    varies: bool
    noun: bool


def _phrase(tokens: list[Token]) -> list[_Word] | None:
    """Which words of a phrase change with its case: heads in the nominative and what agrees with them."""
    words: list[_Word] = []
    group = True
    for token in tokens:
        if token.norm in _AND:
            group = True
            words.append(_Word(token, False, False))
            continue
        if not group or token.kind != "word":
            words.append(_Word(token, False, False))
            continue
        tags = [parse.tag for parse in _parses(token.text.lower())]
        noun = any(tag.POS == "NOUN" and tag.case == "nomn" for tag in tags)
        agreeing = any(tag.POS in _AGREEING and tag.case == "nomn" for tag in tags)
        if not noun and not agreeing:
            return None
        words.append(_Word(token, True, noun and not (agreeing and not noun)))
        if noun and not (agreeing and _noun_follows(tokens, token)):
            group = False
    return words if any(word.noun for word in words) else None


def _noun_follows(tokens: list[Token], token: Token) -> bool:
    at = tokens.index(token) + 1
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    return any(parse.tag.POS == "NOUN" and parse.tag.case == "nomn" for parse in _parses(tokens[at].text.lower()))


@lru_cache(maxsize=4096)
def _readings(word: str, form: str) -> frozenset[tuple[str, str]]:
    """(case, number) in which `form` is a form of `word`."""
    found = set()
    for parse in _parses(word):
        if parse.tag.POS not in ("NOUN", *_AGREEING) or parse.tag.case != "nomn":
            continue
        for item in parse.lexeme:
            if fold(item.word) == form and item.tag.case in _CASES and item.tag.number:
                found.add((str(item.tag.case), str(item.tag.number)))
    return frozenset(found)


def _ru(text: str, old: str, new: str) -> Iterator[Found]:
    pattern = _phrase(tokenize(old))
    if not pattern:
        return
    tokens = tokenize(text)
    size = len(pattern)
    at = 0
    while at + size <= len(tokens):
        window = tokens[at : at + size]
        cases = _match(pattern, window)
        if cases:
            start, end = window[0].start, window[-1].end
            results = {_ru_form(new, case, number, _number(pattern)) for case, number in cases} if new else {""}
            result = results.pop() if len(results) == 1 else None
            yield Found(start, end, _like(result, text[start], old))
            at += size
        else:
            at += 1


def _match(pattern: list[_Word], window: list[Token]) -> frozenset[tuple[str, str]]:
    """The cases and numbers in which words of a text are the phrase; empty where they are not."""
    possible: frozenset[tuple[str, str]] | None = None
    for word, token in zip(pattern, window, strict=True):
        if not word.varies:
            if word.token.norm != token.norm:
                return frozenset()
            continue
        readings = _readings(word.token.text.lower(), token.norm)
        possible = readings if possible is None else possible & readings
        if not possible:
            return frozenset()
    return possible or frozenset()


def _number(pattern: list[_Word]) -> str:
    """The number that a phrase is quoted in."""
    head = next(word for word in pattern if word.noun)
    for parse in _parses(head.token.text.lower()):
        if parse.tag.POS == "NOUN" and parse.tag.case == "nomn":
            return str(parse.tag.number)
    return "sing"


def _ru_form(new: str, case: str, number: str, quoted: str) -> str | None:
    """New words in a case; in the plural where the old ones, quoted in the singular, stand in the plural."""
    words = _phrase(tokenize(new))
    if not words:
        return None
    parts: list[str] = []
    last = 0
    for index, word in enumerate(words):
        token = word.token
        form = token.text
        if word.varies:
            head = next((item for item in words[index:] if item.noun), word)
            inflected = _inflect(token.text, head.token.text, case, None if number == quoted else number)
            if inflected is None:
                return None
            form = inflected
        parts.append(new[last : token.start] + form)
        last = token.end
    return "".join(parts) + new[last:]


def _inflect(word: str, head: str, case: str, number: str | None) -> str | None:
    """A word of a phrase in a case, agreeing with its head; letter case as it was."""
    heads = [p for p in _parses(head.lower()) if p.tag.POS == "NOUN" and p.tag.case == "nomn"]
    if not heads:
        return None
    tag = heads[0].tag
    wanted = {case, number or str(tag.number)}
    for parse in _parses(word.lower()):
        if parse.tag.case != "nomn" or parse.tag.POS not in ("NOUN", *_AGREEING):
            continue
        grammemes = set(wanted)
        if parse.tag.POS in _AGREEING:
            if (number or tag.number) == "sing" and tag.gender:
                grammemes.add(str(tag.gender))
            if case == "accs" and tag.animacy and (tag.gender == "masc" or "plur" in wanted):
                grammemes.add(str(tag.animacy))
        form = parse.inflect(frozenset(grammemes))
        if form is not None:
            return _cased(str(form.word), word)
    return None


def _cased(form: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if model[:1].isupper() else form


def _like(result: str | None, first: str, old: str) -> str | None:
    """A capital letter at the start of a sentence stays one."""
    if result and first.isupper() and old[:1].islower():
        return result[:1].upper() + result[1:]
    return result


# -- Kazakh


_Key = tuple[bool, bool, str]  # plural, possessed, case


def _paradigms(word: str) -> list[dict[_Key, str]]:
    """The forms of a word. One that ends in «ы», «і» may end in the possessive already («аудан әкімі»): two tables."""
    back = is_back(word)
    voiced = word[:-1] + _VOICED.get(word[-1], word[-1])
    plain: dict[_Key, str] = {key: form for key, form in forms_of(word, voiced, back).items()}  # noqa: C416
    if word[-1] not in "ыі":
        return [plain]
    return [plain, {(False, False, case): inflect(word, case, back, True) for case in CASES_KK}]


def _forms(word: str) -> dict[str, set[_Key]]:
    table: dict[str, set[_Key]] = {}
    for paradigm in _paradigms(word):
        for key, form in paradigm.items():
            table.setdefault(fold(form), set()).add(key)
    return table


def _kk(text: str, old: str, new: str) -> Iterator[Found]:
    """The last word of a phrase takes the endings; the words before it stay."""
    pattern = tokenize(old)
    if not pattern or pattern[-1].kind != "word":
        return
    forms = _forms(pattern[-1].text.lower())
    tokens = tokenize(text)
    size = len(pattern)
    at = 0
    while at + size <= len(tokens):
        window = tokens[at : at + size]
        same = all(a.norm == b.norm for a, b in zip(pattern[:-1], window[:-1], strict=True))
        keys = forms.get(window[-1].norm) if same else None
        if keys:
            start, end = window[0].start, window[-1].end
            results = {form for key in keys for form in _kk_forms(new, key)} if new else {""}
            result = results.pop() if len(results) == 1 else None
            yield Found(start, end, _like(result, text[start], old))
            at += size
        else:
            at += 1


def _kk_forms(new: str, key: _Key) -> set[str]:
    """New words with the endings that the old ones stand with: several where the last word may be read in two ways."""
    tokens = tokenize(new)
    if not tokens or tokens[-1].kind != "word":
        return set()
    last = tokens[-1]
    paradigms = _paradigms(last.text)
    if any(key not in paradigm for paradigm in paradigms):
        return set()
    return {new[: last.start] + paradigm[key] + new[last.end :] for paradigm in paradigms}
