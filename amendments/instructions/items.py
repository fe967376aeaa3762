"""Items of a statement: places, units, quoted words with their nouns, verbs and marks, read from its tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from amendments.instructions.lexicon import VERBS, Lexicon
from amendments.instructions.lexicon_kk import EARLIER, INSTEAD, LATER
from amendments.law.forms import Form
from amendments.law.references import Group, Reader, Reference, read_groups
from amendments.law.tokens import Token, tokenize

Kind = Literal[
    "verb", "mark", "place", "unit", "with_unit", "words", "with_words", "anchor", "anchor_unit", "block", "separator",
    "act", "unknown",
]  # fmt: skip


class Item(NamedTuple):
    """A piece of a statement. `first`, `last` bound its tokens; `key` says more (which verb, mark or direction)."""

    kind: Kind
    first: int
    last: int
    key: str = ""
    groups: tuple[Group, ...] = ()
    quotes: tuple[Token, ...] = ()


_MOST_UNKNOWN: Final = 200
# Punctuation called by its name: «запятую исключить», «точку с запятой заменить точкой».
_PUNCTUATION: Final = {
    "запятая": ",", "запятую": ",", "запятой": ",", "запятые": ",",
    "точка": ".", "точку": ".", "точкой": ".", "точки": ".",
    "двоеточие": ":", "двоеточием": ":", "үтір": ",", "нүкте": ".",
}  # fmt: skip


class Chunker:
    """Reads the items of one statement."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = [token for token in tokens if token.kind != "nl"]
        self.norms = [token.norm for token in self.tokens]
        self.lexicon = lexicon
        self.acts = [index for index, token in enumerate(self.tokens) if lexicon.is_act(token)]
        self.reader = Reader(self.tokens, lexicon.code, skipped=frozenset({"text"}))  # «по тексту» is a mark

    def items(self) -> list[Item]:
        """All items in order; what is not understood comes out as `unknown`, one item a token.

        A statement with very many unknown words is no order: its rest is one unknown item.
        """
        found: list[Item] = []
        at = unknown = 0
        while at < len(self.tokens) and unknown < _MOST_UNKNOWN:
            item = self._item(at, found)
            found.append(item)
            unknown += item.kind == "unknown"
            at = item.last
        if at < len(self.tokens):
            found.append(Item("unknown", at, len(self.tokens)))
        return found

    def _norm(self, at: int) -> str:
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def _item(self, at: int, before: list[Item]) -> Item:
        token = self.tokens[at]
        if token.kind == "block":
            return Item("block", at, at + 1, quotes=(token,))
        if token.kind == "paren":
            return self._remark(at, before)
        plain = token.kind == "mark" and token.norm != "§"
        if not plain:
            item = self._act(at) or self._phrase(at) or self._words(at) or self._put(at, before)
            item = item or self._place(at) or self._units(at)
            if item is not None:
                return _in_text(item, before)
        if token.norm in (":", ";") and self._kind(at + 1) == "block":
            return Item("separator", at, at + 1, ":")
        if token.norm in self.lexicon.separators:
            return Item("separator", at, at + 1, token.norm)
        return Item("unknown", at, at + 1)

    def _remark(self, at: int, before: list[Item]) -> Item:
        inner = tokenize(self.tokens[at].inner)
        phrase = self.lexicon.phrase(inner, 0)
        if phrase is not None and phrase[1] == len(inner) and phrase[0] in ("inflected", "respectively"):
            return Item("mark", at, at + 1, phrase[0])
        if before and before[-1].kind == "act":
            return Item("act", at, at + 1)
        return Item("unknown", at, at + 1)

    # -- verbs and marks

    def _phrase(self, at: int) -> Item | None:
        found = self.lexicon.phrase(self.tokens, at)
        if found is None:
            return None
        key, end = found
        if key in VERBS:
            return Item("verb", at, end, key)
        if key in ("after", "before"):
            return self._anchor(at, end, key)
        if key == "instead":
            return self._instead(at, end)
        if key == "filler" and self.lexicon.noun(self.tokens, at) and self._kind(at + 1) in ("quote", "block"):
            return None
        return Item("mark", at, end, key)

    def _anchor(self, at: int, end: int, key: str) -> Item | None:
        """«после слов «…»», «перед абзацем вторым»."""
        noun = self.lexicon.noun(self.tokens, end)
        if noun is not None:
            quotes, last = self._quotes(self._skip_fillers(end + 1))
            return Item("anchor", at, last, key, quotes=quotes) if quotes else None
        quotes, last = self._quotes(end)
        if quotes:
            return Item("anchor", at, last, key, quotes=quotes)
        groups, last = read_groups(self.reader, end)
        return Item("anchor_unit", at, last, key, groups=tuple(groups)) if groups else None

    def _instead(self, at: int, end: int) -> Item | None:
        """«вместо слов «…»», «вместо «…»»: the words that are to give way."""
        noun = self.lexicon.noun(self.tokens, end)
        if noun is not None and not any(form.case == "gen" for form in noun):
            return None
        quotes, last = self._quotes(end if noun is None else self._skip_fillers(end + 1))
        return Item("words", at, last, "instead", quotes=quotes) if quotes else None

    # -- quoted words

    def _words(self, at: int) -> Item | None:
        return self._words_kk(at) if self.lexicon.says else self._words_ru(at)

    def _put(self, at: int, before: list[Item]) -> Item | None:
        """Words quoted without their noun after «читать» or before «деп оқылсын»."""
        if self._kind(at) != "quote":
            return None
        quotes, last = self._quotes(at)
        if self.lexicon.says:
            verb = self.lexicon.phrase(self.tokens, last)
            put = verb is not None and verb[0] == "put"
        else:
            put = next((item.key for item in reversed(before) if item.key != "respectively"), "") == "put"
        return Item("words", at, last, "put", quotes=quotes) if put else None

    def _words_ru(self, at: int) -> Item | None:
        named = _PUNCTUATION.get(self._norm(at))
        if named is not None:
            return self._punctuation(at, named)
        if self._norm(at) == "на" and self.lexicon.noun(self.tokens, at + 1):  # «заменить на слова «…»»
            quotes, last = self._quotes(self._skip_fillers(at + 2))
            return Item("with_words", at, last, "words", quotes=quotes) if quotes else None
        noun = self.lexicon.noun(self.tokens, at)
        if noun is None:
            sentence = self._norm(at).startswith("предложени") and self._kind(at + 1) == "quote"
            if not sentence:
                return None
            noun = (Form("words", "ins" if self._norm(at).endswith(("ем", "ями")) else "acc"),)
        quotes, last = self._quotes(self._skip_fillers(at + 1))
        if not quotes:
            return None
        kind: Kind = "with_words" if all(form.case == "ins" for form in noun) else "words"
        return Item(kind, at, last, noun[0].key, quotes=quotes)

    def _punctuation(self, at: int, sign: str) -> Item:
        last = at + 1
        if sign == "." and [self._norm(at + 1), self._norm(at + 2)] == ["с", "запятой"]:
            sign, last = ";", at + 3
        token = self.tokens[at]
        quote = Token("quote", token.text, "quote", token.start, self.tokens[last - 1].end, True, sign)
        kind: Kind = "with_words" if token.norm.endswith(("ой", "ем")) else "words"
        return Item(kind, at, last, "sign", quotes=(quote,))

    def _words_kk(self, at: int) -> Item | None:
        """«…», «…» деген сөздер(ді|ден кейін|мен)."""
        if self._kind(at) not in ("quote", "block"):
            return None
        quotes, last = self._quotes(at)
        if self._norm(last) in self.lexicon.says:
            last += 1
        while self._norm(last) in ("сөз", "тыныс") and self.lexicon.noun(self.tokens, last + 1):
            last += 1
        noun = self.lexicon.noun(self.tokens, last)
        if noun is None:
            return None
        if self._norm(last + 1) in INSTEAD and any(form.case == "gen" for form in noun):
            return Item("words", at, last + 2, "instead", quotes=quotes)
        if self._norm(last + 1) in LATER and any(form.case == "abl" for form in noun):
            return Item("anchor", at, last + 2, "after", quotes=quotes)
        if self._norm(last + 1) in EARLIER:
            return Item("anchor", at, last + 2, "before", quotes=quotes)
        with_ = all(form.case in ("ins", "dat") for form in noun)
        return Item("with_words" if with_ else "words", at, last + 1, noun[0].key, quotes=quotes)

    def _quotes(self, at: int) -> tuple[tuple[Token, ...], int]:
        """A list of quoted words, and the index after it."""
        quotes: list[Token] = []
        after = at
        step = at
        while self._kind(step) in ("quote", "block") and (
            self._kind(step) == "quote" or self.lexicon.says or not quotes
        ):
            if self._kind(step) == "block" and not self.lexicon.says:
                break
            quotes.append(self.tokens[step])
            after = step + 1
            step = after
            if self._norm(step) == ",":
                step += 1
            if self._norm(step) in ("и", "или", "либо", "және", "немесе", "мен", "пен", "бен"):
                step += 1
        return tuple(quotes), after

    def _skip_fillers(self, at: int) -> int:
        while True:
            found = self.lexicon.phrase(self.tokens, at)
            if found is None or found[0] != "filler":
                break
            at = found[1]
        return at + 1 if self._norm(at) == ":" else at

    # -- places and units

    def _place(self, at: int) -> Item | None:
        if self._norm(at) not in self.lexicon.place:
            return None
        groups, last = read_groups(self.reader, at + 1)
        if not groups:
            return None
        possible = _common_cases([group[0] for group in groups], self.lexicon.code)
        fits = possible is None or bool(possible & {"loc", "acc", "gen"})
        return Item("place" if fits else "unknown", at, last, groups=tuple(groups))

    def _units(self, at: int) -> Item | None:
        groups, last = read_groups(self.reader, at)
        if not groups:
            return None
        role = self._role(groups)
        genitive = role == "place" and all(form.case == "gen" for form in groups[-1][-1].forms)
        return Item(role, at, last, "gen" if genitive else "", groups=tuple(groups))

    def _role(self, groups: list[Group]) -> Kind:
        """What a list of units is in the sentence: its heads stand in one case, and say one or several units."""
        last_word = -1 if self.lexicon.code == "kk" else 0  # a group's head: Kazakh ends with it, Russian begins
        heads = [group[last_word] for group in groups]
        possible = _common_cases(heads, self.lexicon.code)
        if possible is None:
            return "unit"  # abbreviations show no case
        if self.lexicon.code == "kk":
            if "ins" in possible:
                return "with_unit"
            if possible & {"nom", "acc"}:
                return "unit"
            return "place" if possible else "unknown"
        if possible & {"nom", "acc"}:
            return "unit"
        return "with_unit" if "ins" in possible else "unknown"

    # -- names of acts

    def _act(self, at: int) -> Item | None:
        """«в Закон Республики Казахстан от … «О …»»: up to the end of its name."""
        limit = self._act_noun(at)
        if limit is None:
            return None
        last = limit + 1
        while last < len(self.tokens) and not self._ends_act(last):
            last += 1
        return Item("act", at, last)

    def _act_noun(self, at: int) -> int | None:
        """Where the noun of an act's name stands, if the name begins at a token."""
        first = self.tokens[at]
        reach = 40 if self.lexicon.says or first.norm in self.lexicon.place else 6
        noun = bisect_left(self.acts, at)
        if noun == len(self.acts) or self.acts[noun] >= at + reach:
            return None
        if first.kind not in ("word", "num", "quote") or self._ends_act(at):
            return None
        for step in range(at, min(at + reach, len(self.tokens))):
            token = self.tokens[step]
            if step > at and self.lexicon.phrase(self.tokens, step) is not None and self._ends_act(step):
                return None
            if self.lexicon.is_act(token) and not token.norm.startswith(("указан", "көрсетілген")):
                return step
            if step > at and self._ends_act(step):
                return None
            if step > at and self.reader.reference(step) is not None and not self.lexicon.says:
                return None
            if token.norm in self.lexicon.says or token.kind in ("block", "paren") or token.norm == ":":
                return None
        return None

    def _ends_act(self, at: int) -> bool:
        """Whether the name of an act ends before a token."""
        phrase = self.lexicon.phrase(self.tokens, at)
        if phrase is not None and phrase[0] != "filler":
            return True
        token = self.tokens[at]
        if token.kind in ("block", "broken"):
            return True
        if self.lexicon.says:
            return self.reader.reference(at) is not None or self._words_kk(at) is not None
        if self.lexicon.noun(self.tokens, at) is not None and self._kind(at + 1) == "quote":
            return True
        if token.norm in self.lexicon.place:
            return self.reader.reference(at + 1) is not None
        return self.reader.reference(at) is not None and not self.lexicon.is_act(token)


def _common_cases(heads: Sequence[Reference], language: str) -> set[str] | None:
    """The cases in which all heads of a list can stand, agreeing with how many numbers each has; None for any.

    Kazakh puts the ending on the last of several alone: the ones before it may stand bare.
    """
    common: set[str] | None = None
    for index, head in enumerate(heads):
        if any(form.short for form in head.forms):
            continue
        one = len(head.numbers) == 1
        cases: set[str] = {form.case for form in head.forms if not (one and form.plural)}
        if language == "kk" and index < len(heads) - 1 and "nom" in cases:
            continue
        common = cases if common is None else common & cases
    return common


def _in_text(item: Item, before: Sequence[Item]) -> Item:
    """«по всему тексту статьи 5»: the unit whose text is meant stands in the genitive."""
    if item.kind != "unknown" or not item.groups or not before or before[-1].key != "throughout":
        return item
    possible = _common_cases([group[0] for group in item.groups], "ru")
    return item._replace(kind="place") if possible is None or "gen" in possible else item
