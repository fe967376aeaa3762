"""Other forms of the words that a person looks for: «акимы» finds «акимов», «әкім» finds «әкімдердің»."""

from __future__ import annotations

from collections.abc import Iterable

from amendments.clarity.forms import NOUN_ENDING, analyse

_STEM = 3  # letters that a Kazakh stem keeps at least
_HARD = str.maketrans("ғгб", "қкп")
_EXACT = 2  # letters of a word that is looked for as it stands


def forms_among(words: Iterable[str], sought: str, language: str) -> set[str]:
    """Those of `words` (folded, lower case) that are forms of `sought`, or begin with it."""
    found = {word for word in words if word.startswith(sought)} if len(sought) > _EXACT else {sought}
    if len(sought) <= _EXACT or not sought.isalpha():
        return found
    if language == "kk":
        stems = _stems(sought)
        return found | {word for word in words if word[:2] == sought[:2] and not stems.isdisjoint(_stems(word))}
    lemmas = {lemma for lemma, _ in analyse(sought, language).readings}
    return found | {
        word
        for word in words
        if word[:1] == sought[:1] and not lemmas.isdisjoint(lemma for lemma, _ in analyse(word, language).readings)
    }


def _stems(word: str) -> set[str]:
    """What a Kazakh word may be without that which case, number and possession add."""
    ends = (at for at in range(_STEM, len(word) + 1) if at == len(word) or NOUN_ENDING.match(word, at))
    return {word[:at].translate(_HARD) for at in ends}
