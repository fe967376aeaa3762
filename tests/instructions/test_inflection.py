"""Words «в соответствующих падежах»: found in any case, replaced in the same, refused where the case is not clear."""

from __future__ import annotations

import pytest

from amendments.instructions.inflection import find_inflected


def replaced(text: str, old: str, new: str, language: str) -> str:
    for found in reversed(find_inflected(text, old, new, language)):
        text = text[: found.start] + ("???" if found.new is None else found.new) + text[found.end :]
    return text


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        (
            "по решению, решением, о решении",
            "решение",
            "постановление",
            "по постановлению, постановлением, о постановлении",
        ),
        ("акиму района и акимом района", "аким района", "глава округа", "главе округа и главой округа"),
        ("местных органов, местному органу", "местный орган", "сельская управа", "сельских управ, сельской управе"),
        ("Староста зовет старосту", "староста", "помощник", "Помощник зовет помощника"),
        ("аким города, акимы районов", "аким района", "глава округа", "аким города, акимы районов"),
        ("в органе и органах", "орган", "ведомство", "в ведомстве и ведомствах"),
    ],
)
def test_russian_words_take_the_case_of_the_old_ones(text: str, old: str, new: str, wanted: str) -> None:
    assert replaced(text, old, new, "ru") == wanted


def test_a_case_that_is_not_clear_is_not_chosen() -> None:
    assert replaced("орган видит", "орган", "комиссия", "ru") == "??? видит"  # who sees, or who is seen
    assert replaced("орган видит", "орган", "ведомство", "ru") == "ведомство видит"  # the same in both cases


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("органның, органға, органдар", "орган", "мекеме", "мекеменің, мекемеге, мекемелер"),
        ("органында, органдарының", "орган", "мекеме", "мекемесінде, мекемелерінің"),
        ("жергілікті жоспарды", "жергілікті жоспар", "ауыл тізбегі", "???"),
        ("тармақтан тармағынан", "тармақ", "бап", "баптан бабынан"),
        ("басқа сөз", "орган", "мекеме", "басқа сөз"),
    ],
)
def test_kazakh_words_take_the_endings_of_the_old_ones(text: str, old: str, new: str, wanted: str) -> None:
    assert replaced(text, old, new, "kk") == wanted
