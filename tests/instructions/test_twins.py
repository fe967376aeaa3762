"""The two languages of a bill must order the same."""

from __future__ import annotations

from amendments.instructions import differences, parse


def test_instructions_that_order_the_same_have_no_differences() -> None:
    russian = parse(
        "в пункте 1 статьи 2 слово «а» исключить;\n\nстатью 3 дополнить пунктом 4 следующего содержания: «4. А.»;", "ru"
    )
    kazakh = parse(
        "2-баптың 1-тармағындағы «ә» деген сөз «б» деген сөзбен ауыстырылсын;\n\n"
        "3-бап мынадай мазмұндағы 4-тармақпен толықтырылсын: «4. Ә.»;",
        "kk",
    )
    assert differences(russian.operations, kazakh.operations) == []


def test_what_only_one_language_orders_is_named() -> None:
    russian = parse("подпункты 4) и 5) пункта 1 статьи 12 исключить;", "ru")
    kazakh = parse("12-баптың 1-тармағының 4) тармақшасы алып тасталсын;\n\n13-бап алып тасталсын;", "kk")
    found = differences(russian.operations, kazakh.operations)
    assert [(item.language, item.address) for item in found] == [("ru", "art_12/pt_1/sub_5"), ("kk", "art_13")]
    assert (
        found[0].describe("ru")
        == "подпункт 5) пункта 1 статьи 12: изменение есть только в тексте на русском языке (1)."
    )
    assert all(item.describe(language) for item in found for language in ("kk", "en"))
