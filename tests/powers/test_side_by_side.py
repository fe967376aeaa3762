"""Two powers word by word: what both say is common, what one says alone differs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.law.reader import read
from amendments.powers import Register, Stretch, about_words, register, stretches
from tests.powers import laws

RU = """Статья 1. Компетенция акимата района
1. Акимат района:
1) организует вывоз снега с дорог и улиц;
2) чистит старые колодцы у дорог.
Статья 2. Компетенция акима сельского округа
1. Аким сельского округа:
1) организует вывоз снега с крыш школ;
2) назначает:
смотрителей колодцев;
сторожей насосов.
"""


def words(found: tuple[Stretch, ...], text: str, shared: bool) -> list[str]:
    return [text[one.start : one.end] for one in found if one.shared is shared]


def test_common_and_differing_words_stand_where_they_are_said() -> None:
    edition = read(RU, "ru")
    known = register(edition).by_id
    upper, lower = known["art_1/pt_1/sub_1"], known["art_2/pt_1/sub_1"]
    node = edition.at(upper.address)
    assert node is not None
    found = stretches(upper, lower, "ru")
    assert words(found, node.text, True) == ["вывоз снега"]
    assert words(found, node.text, False) == ["дорог и улиц"]


def test_another_form_of_a_word_is_the_same_word() -> None:
    known = register(read(RU, "ru")).by_id
    found = stretches(known["art_1/pt_1/sub_2"], known["art_2/pt_1/sub_2"], "ru")
    assert [one.shared for one in found if one.shared] == [True], "«колодцы» and «колодцев»"


def test_words_of_the_items_of_a_list_stand_in_the_items() -> None:
    known = register(read(RU, "ru")).by_id
    found = stretches(known["art_2/pt_1/sub_2"], known["art_1/pt_1/sub_2"], "ru")
    assert {one.address for one in found if one.shared} == {"art_2/pt_1/sub_2/ind_2"}


@pytest.mark.parametrize(("text", "language"), [(laws.WELLS_RU, "ru"), (laws.WELLS_KK, "kk")])
@given(data=st.data())
def test_marks_stand_inside_the_text_in_order_and_never_overlap(text: str, language: str, data: st.DataObject) -> None:
    edition = read(text, language)
    powers = _known(text, language).in_force
    one, other = (data.draw(st.sampled_from(powers)) for _ in range(2))
    found = stretches(one, other, language)
    for address in {mark.address for mark in found}:
        node = edition.at(address)
        assert node is not None
        marks = [mark for mark in found if mark.address == address]
        assert all(0 <= mark.start < mark.end <= len(node.text) for mark in marks)
        assert all(left.end <= right.start for left, right in pairwise(marks))
    assert all(mark.shared for mark in stretches(one, one, language))


_KNOWN: dict[str, Register] = {}


def _known(text: str, language: str) -> Register:
    if language not in _KNOWN:
        _KNOWN[language] = register(read(text, language))
    return _KNOWN[language]


def test_a_request_has_a_subject_by_its_words() -> None:
    assert about_words("содержание кладбищ и благоустройство парков", "ru").subject == "improvement"
    assert about_words("нечто", "ru").subject == "other"
