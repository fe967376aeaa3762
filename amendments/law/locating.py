"""The text at a citation: what `tuzetu locate` answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amendments.law.citations import format_address, parse_citation
from amendments.law.edition import Edition, Path
from amendments.law.naming import CODE, Naming, is_code, naming_of
from amendments.law.nearest import nearest
from amendments.law.provision import RANK
from amendments.law.settling import Custom, nearly, settle

_NOTHING = {
    "ru": ("В тексте нет такой единицы: {what}.", " Ближайшие: {nearest}."),
    "kk": ("Мәтінде мұндай құрылымдық элемент жоқ: {what}.", " Ең жақындары: {nearest}."),
    "en": ("The text has no such unit: {what}.", " Nearest: {nearest}."),
}
_ELSEWHERE = {
    "ru": "{what}: эта единица стоит не там, где сказано ({within}).",
    "kk": "{what}: бұл элемент айтылған жерде емес ({within}).",
    "en": "{what}: this unit does not stand where it is said to ({within}).",
}


def cases(edition: Edition, lines: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """For `tuzetu locate --cases`: {id, citation} → {id, address, text}, or {id, error} and no text."""
    for line in lines:
        yield {"id": line.get("id"), **answer(edition, str(line.get("citation", "")))}


def answer(edition: Edition, text: str, language: str = "", naming: Naming | None = None) -> dict[str, object]:
    """One citation's unit: {address, text}, or {error}, a sentence in `language` that names the nearest units.

    A unit above an article (a chapter, a section) is answered with its heading alone. `language` of the answer is
    the edition's where it is not given; the citation is read in the edition's. `naming` are the names that the act
    uses for its units, which are told from its text where they are not given.
    """
    names = naming or naming_of(edition)
    custom = Custom(code=names is CODE or (naming is None and is_code(edition)))
    spoken = language or edition.language
    citation = parse_citation(text, edition.language)
    if citation.problem is not None:
        return {"error": citation.problem.describe(spoken)}
    address = settle(edition, citation.address, custom)
    target = edition.locate(address) if address is not None else None
    if target is not None and not _inside(edition, target.path, citation.within):
        printed = "ru" if spoken == "en" else spoken
        what, within = (format_address(item, printed) for item in (citation.address, citation.within))
        return {"error": _ELSEWHERE[spoken].format(what=what, within=within)}
    if target is None:
        return {"error": nothing_at(edition, nearly(edition, citation.address, custom), spoken, names)}
    node = target.provision
    above = target.view == "unit" and RANK.get(node.kind, 9) < RANK["article"]
    return {"address": address, "text": (node.label + node.text).strip() if above else target.words}


def _inside(edition: Edition, path: Path, within: str) -> bool:
    """Whether a unit stands in the chapter or section that the citation names («статья 5 главы 2»)."""
    outer = edition.path(within) if within else ()
    return outer is not None and path[: len(outer)] == outer


def nothing_at(edition: Edition, address: str, language: str, naming: Naming | None = None) -> str:
    """A sentence: the text has no such unit, these are the nearest."""
    printed = "ru" if language == "en" else language
    names = naming or naming_of(edition)
    sentence, near = _NOTHING[language]
    found = [format_address(item, printed, naming=names) for item in nearest(edition, address) if "~" not in item]
    told = sentence.format(what=format_address(address, printed, naming=names))
    return told + near.format(nearest="; ".join(found)) if found else told
