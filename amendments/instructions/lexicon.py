"""What a reader of instructions must know of a language. The words are data; the grammar is one for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from amendments.instructions.quotes import OrderWords
from amendments.law.forms import Form, FormTable
from amendments.law.tokens import Token

Verb = Literal["replace", "put", "remove", "add", "restate", "count", "repeal", "suspend"]
VERBS: Final[frozenset[str]] = frozenset({"replace", "put", "remove", "add", "restate", "count", "repeal", "suspend"})
_OF_LAWS: Final = frozenset({"put"})  # verbs that laws use as well as orders: «указать», «читать»
Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True)
class Lexicon:
    """Words of one language. `phrases` by their first word, longest first: (words, verb or mark)."""

    code: str
    phrases: Phrases
    words: FormTable  # «слово», «цифры», «знак»: nouns that quoted words follow or precede
    acts: tuple[str, ...]  # beginnings of the names of acts
    separators: frozenset[str]
    place: frozenset[str]  # prepositions of a place («в»), none in Kazakh
    says: frozenset[str]  # «деген»: between quoted words and their noun
    signature: tuple[str, ...]
    ignored: frozenset[str]  # words that may stand before an act's name

    @cached_property
    def order_words(self) -> OrderWords:
        """What tells orders from quoted text."""
        known = {phrase[0] for items in self.phrases.values() for phrase, key in items if key != "filler"}
        following = frozenset(known | self.separators | self.says | set(self.words)) - {",", "-", "", "в"}
        # the longest word of each verb: «күші жойылды деп танылсын» is known by its «танылсын»
        orders = VERBS - _OF_LAWS
        verbs = {max(phrase, key=len) for items in self.phrases.values() for phrase, key in items if key in orders}
        return OrderWords(following, frozenset(self.says | set(self.words)), frozenset(verbs))

    def phrase(self, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """The verb or mark that begins at a token, and the index after it; the longest phrase wins."""
        if at >= len(tokens):
            return None
        known = self.phrases.get(tokens[at].norm)
        if known is None:
            return None
        second = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        for words, key in known:
            if len(words) == 1:
                return key, at + 1
            if words[1] == second:
                end = at + len(words)
                if len(words) == 2 or tuple([token.norm for token in tokens[at:end]]) == words:
                    return key, end
        return None

    def noun(self, tokens: Sequence[Token], at: int) -> tuple[Form, ...] | None:
        """The readings of a noun of quoted words at a token, or None."""
        return self.words.get(tokens[at].norm) if at < len(tokens) else None

    def is_act(self, token: Token) -> bool:
        """Whether a word names a kind of act."""
        return token.kind == "word" and token.norm.startswith(self.acts)


def phrases(table: dict[str, Sequence[str]]) -> Phrases:
    """Phrases by first word, longest first, from {key: [phrase, …]}."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, items in table.items():
        for item in items:
            words = tuple(item.split())
            found.setdefault(words[0], []).append((words, key))
    return {first: tuple(sorted(items, key=lambda item: -len(item[0]))) for first, items in found.items()}
