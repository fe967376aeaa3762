"""The language of rule patterns, and the automaton that looks for them."""

from __future__ import annotations

import pytest

from amendments.clarity.automaton import Automaton
from amendments.clarity.pattern import MAX_SPAN, PatternError, WordTest, parse
from amendments.clarity.tokens import split
from amendments.clarity.vocabulary import Vocabulary

CLASSES = {"bird": (WordTest("lemma", "утка"), WordTest("lemma", "гусь"))}


def quotes(pattern: str, text: str, language: str = "ru") -> list[str]:
    """What a pattern quotes in a text."""
    vocabulary = Vocabulary(language, CLASSES)
    automaton = Automaton(vocabulary)
    automaton.add(0, parse(pattern))
    words = split(text)
    hits = automaton.search([vocabulary.atoms_of(word) for word in words.words], words.breaks)
    return [text[words.starts[hit.quote_first] : words.ends[hit.quote_last - 1]] for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("утка", "Утки видят уток.", ["Утки", "уток"]),
        ("=утка", "Утки видят: утка.", ["утка"]),
        ("ут*", "Утро, утки, пруд", ["Утро", "утки"]),
        ("*ться", "учиться и учить", ["учиться"]),
        ("утка|гусь", "утка, гуси", ["утка", "гуси"]),
        ("@bird", "утки и гуси", ["утки", "гуси"]),
        ("@bird:plur", "утка и гуси", ["гуси"]),
        ("лететь:VERB", "летит, лететь, летящий", ["летит"]),
        ("лететь:VERB/INFN", "летит, лететь, летящий", ["летит", "лететь"]),
        ("серый утка", "серая утка; серые утки", ["серая утка", "серые утки"]),
        ("серый утка", "серая, утка", []),
        ("серый , утка", "серая, утка и серая утка", ["серая, утка", "серая утка"]),
        ('серый " утка', "серая «утка»", ["серая «утка"]),
        ("серый : утка", "серая: утка", ["серая: утка"]),
        ("серый большой? утка", "серая утка, серая большая утка", ["серая утка", "серая большая утка"]),
        ("утка ~2 пруд", "утка на пруду, утка плывёт через весь пруд", ["утка на пруду"]),
        ("утка ~~3 пруд", "утка, вот она, пруд", ["утка, вот она, пруд"]),
        ("утка ~3 пруд", "утка, вот она, пруд", []),
        ("видеть :ADJF~2 утка", "вижу серую большую утку; вижу там утку", ["вижу серую большую утку"]),
        ("видеть !серый утка", "вижу серую утку, вижу белую утку", ["вижу белую утку"]),
        ("видеть _ утка", "вижу там утку", ["вижу там утку"]),
        ("( серый утка | белый гусь )", "серая утка и белый гусь", ["серая утка", "белый гусь"]),
        ("видеть ( серый утка )? пруд", "вижу пруд, вижу серую утку пруд", ["вижу пруд", "вижу серую утку пруд"]),
        ("видеть <утка>", "вижу утку", ["утку"]),
        ("<видеть> ~2 утка", "вижу там серую утку", ["вижу"]),
        ("утка гусь?", "утка гусь", ["утка гусь"]),
        ("утка серый~2", "утка серая серая", ["утка серая серая"]),
    ],
)
def test_patterns_over_russian_words(pattern: str, text: str, expected: list[str]) -> None:
    assert quotes(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("жол", "жол, жолдар, жолдарымызда, жолаушы", ["жол", "жолдар", "жолдарымызда"]),
        ("құқық", "құқығы, құқықтар, құқықтық", ["құқығы", "құқықтар"]),
        ("үйлестір:fin", "үйлестіреді, үйлестіру, үйлестірген", ["үйлестіреді"]),
        ("үйлестір:ger", "үйлестіреді, үйлестіруді", ["үйлестіруді"]),
        ("бекіт:ptcp", "бекіткен, бекітетін, бекітеді", ["бекіткен", "бекітетін"]),
        ("әкім:gen", "әкімнің, әкімге, әкімдердің", ["әкімнің", "әкімдердің"]),
        ("=шегінде", "шегінде, шегiнде", ["шегінде", "шегiнде"]),
        ("тармақ", "3-тармағында", ["3-тармағында"]),
    ],
)
def test_kazakh_stems_take_suffixes_with_vowel_harmony_and_soft_consonants(
    pattern: str, text: str, expected: list[str]
) -> None:
    assert quotes(pattern, text, "kk") == expected


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("", "empty"),
        ("~3", "no_words"),
        ("утка ~99 пруд", "gap"),
        ("утка ~0 пруд", "gap"),
        ("утка " + "~16 пруд " * 3, "too_long"),
        ("утка " + "а? " * 8, "too_many"),
        ("утка ( гусь", "bracket"),
        ("утка ) гусь", "bracket"),
        ("< утка", "quote_marks"),
        ("утка > ( гусь )? < пруд", "quote_marks"),
        ("утка:", "element"),
        ("у*ка", "element"),
        ("!", "element"),
    ],
)
def test_what_cannot_be_read_or_would_cost_too_much_is_refused_with_its_reason(pattern: str, code: str) -> None:
    with pytest.raises(PatternError) as refused:
        parse(pattern)
    assert refused.value.code == code


def test_a_pattern_that_begins_with_a_gap_cannot_be_searched_for() -> None:
    with pytest.raises(PatternError) as refused:
        Automaton(Vocabulary("ru", {})).add(0, parse("~2 утка"))
    assert refused.value.code == "must_begin_with_word"


@pytest.mark.parametrize(
    ("pattern", "language", "code"),
    [("@fish", "ru", "class_unknown"), ("жол:dative", "kk", "tag_unknown"), (":dative", "kk", "tag_unknown")],
)
def test_an_unknown_class_or_ending_is_refused(pattern: str, language: str, code: str) -> None:
    with pytest.raises(PatternError) as refused:
        Automaton(Vocabulary(language, {})).add(0, parse(pattern))
    assert refused.value.code == code


def test_a_class_that_contains_itself_is_refused() -> None:
    circle = {"a": (WordTest("class", "b"),), "b": (WordTest("class", "a"),)}
    with pytest.raises(PatternError) as refused:
        Automaton(Vocabulary("ru", circle)).add(0, parse("@a"))
    assert refused.value.code == "class_circle"


def test_the_longest_pattern_is_still_one() -> None:
    assert parse("утка " + "~16 пруд " * 2 + "пруд " * (MAX_SPAN - 35))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Утка плывёт. Гусь спит.", 2),
        ("По ст. 5 г. Алматы плывёт утка.", 1),
        ("1. Утка плывёт.", 2),
        ("утки и т.д. плывут", 1),
        ("Утка!\n\nГусь", 2),
    ],
)
def test_sentences_end_at_stops_but_not_at_abbreviations(text: str, sentences: int) -> None:
    assert len(split(text).bounds) == sentences
