"""Addresses in the reader's words: «статья 18, пункт 1, подпункт 7)», «18-бап, 1-тармақ, 7) тармақша».

From the large to the small in both languages, as contents and cards cite; the drafter's order belongs to
`amendments.instructions`. Names of units: article 23 of the Law "On Legal Acts", in both official texts.
"""

from __future__ import annotations

import re
from typing import Final

from flask import g, has_request_context

from amendments.law.edition import PREFIX, Edition
from amendments.law.naming import LAW, Naming, naming_of

# prefix of a step → (singular, plural, short) in Russian
_RU: Final = {
    "part": ("часть", "части", "ч."),
    "sec": ("раздел", "разделы", "разд."),
    "subsec": ("подраздел", "подразделы", "подразд."),
    "ch": ("глава", "главы", "гл."),
    "par": ("параграф", "параграфы", "§"),
    "art": ("статья", "статьи", "ст."),
    "pt": ("пункт", "пункты", "п."),
    "sub": ("подпункт", "подпункты", "подп."),
    "cl": ("часть", "части", "ч."),
    "ind": ("абзац", "абзацы", "абз."),
    "annex": ("приложение", "приложения", "прил."),
    "pre": ("преамбула", "преамбулы", "преамбула"),
    "note": ("сноска", "сноски", "сноска"),
    "sign": ("подпись", "подписи", "подпись"),
    "quote": ("цитируемый текст", "цитируемые тексты", "цитата"),
    "act": ("акт", "акты", "акт"),
    "heading": ("заголовок", "заголовки", "заголовок"),
    "head": ("заголовок", "заголовки", "заголовок"),
}
_KK: Final = {
    "part": ("бөлік", "бөліктер"),
    "sec": ("бөлім", "бөлімдер"),
    "subsec": ("кіші бөлім", "кіші бөлімдер"),
    "ch": ("тарау", "тараулар"),
    "par": ("параграф", "параграфтар"),
    "art": ("бап", "баптар"),
    "pt": ("тармақ", "тармақтар"),
    "sub": ("тармақша", "тармақшалар"),
    "cl": ("бөлік", "бөліктер"),
    "ind": ("абзац", "абзацтар"),
    "annex": ("қосымша", "қосымшалар"),
    "pre": ("кіріспе", "кіріспелер"),
    "note": ("ескерту", "ескертулер"),
    "sign": ("қол", "қолдар"),
    "quote": ("дәйексөз", "дәйексөздер"),
    "act": ("акт", "актілер"),
    "heading": ("тақырып", "тақырыптар"),
    "head": ("тақырып", "тақырыптар"),
}
_KINDS: Final = {prefix: kind for kind, prefix in PREFIX.items()}
_UNNUMBERED: Final = {"pre", "heading"}
_STEP = re.compile(r"([a-z]+)(?:_(.*))?$")


def anchor(address: str) -> str:
    """The id of a provision on a page: its address with «/» as «.»; «act» for the whole act."""
    return address.replace("/", ".") or "act"


def address_of(identifier: str) -> str:
    """The address behind an id made by `anchor`."""
    return "" if identifier == "act" else identifier.replace(".", "/")


def split_step(step: str) -> tuple[str, str]:
    """A step of an address as (prefix, number): «sub_21-1» → («sub», «21-1»)."""
    found = _STEP.match(step.split("~", 1)[0])
    return (found.group(1), found.group(2) or "") if found else (step, "")


def speak_of(edition: Edition) -> None:
    """From here on in this request, cite with the names that this act uses: codes have parts where laws have points."""
    g.naming = naming_of(edition)


def _spoken(prefix: str) -> str:
    """The step whose name is said for a step: the request's act decides."""
    naming: Naming = g.get("naming", LAW) if has_request_context() else LAW
    kind = _KINDS.get(prefix, "")
    return PREFIX.get(naming.noun(kind), prefix) if kind in naming.spoken else prefix


def cite(address: str, language: str) -> str:
    """An address in words, lower case: «статья 18, пункт 1, подпункт 7)». Empty for the whole act."""
    steps = [split_step(step) for step in address.split("/") if step]
    return ", ".join(_step(prefix, number, language) for prefix, number in steps)


def cite_short(address: str, language: str) -> str:
    """An address in few letters for tables and tags: «ст. 18, п. 1, подп. 7)»; Kazakh is short as it is."""
    if language != "ru":
        return cite(address, language)
    words = []
    for prefix, number in (split_step(step) for step in address.split("/") if step):
        short = _RU.get(_spoken(prefix), (prefix, prefix, prefix))[2]
        words.append(short if prefix in _UNNUMBERED or not number else f"{short}\u00a0{_mark(prefix, number)}")
    return ", ".join(words)


def cite_range(prefix: str, first: str, last: str, language: str) -> str:
    """Several units of a kind in a row: «подпункты 1)–6)», «1)–6) тармақшалар»; one unit when first is last."""
    if first == last:
        return _step(prefix, first, language)
    numbers = f"{_mark(prefix, first)}–{_mark(prefix, last)}"
    if language == "ru":
        return f"{unit_names(prefix, language)[1]} {numbers}"
    plural = unit_names(prefix, language)[1]
    return f"{numbers} {plural}" if prefix == "sub" else f"{numbers}-{plural}"


def unit_names(prefix: str, language: str) -> tuple[str, str]:
    """Singular and plural of a unit's name."""
    names = (_RU if language == "ru" else _KK).get(_spoken(prefix), (prefix, prefix))
    return names[0], names[1]


def capital(words: str) -> str:
    """The same words with a capital first letter."""
    return words[:1].upper() + words[1:]


def _step(prefix: str, number: str, language: str) -> str:
    name = unit_names(prefix, language)[0]
    if prefix in _UNNUMBERED or not number:
        return name
    if language == "ru":
        return f"{name} {_mark(prefix, number)}"
    return f"{_mark(prefix, number)} {name}" if prefix == "sub" else f"{number}-{name}"


def _mark(prefix: str, number: str) -> str:
    return f"{number})" if prefix == "sub" else number
