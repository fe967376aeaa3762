"""An article is edited as plain text: shown without the source's marks, read back as the same law."""

from __future__ import annotations

import pytest

from amendments.law.editable import Unreadable, editable, rewritten
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.compare import compare
from tests.support.store import KK, RU


@pytest.fixture(params=[("ru", RU), ("kk", KK)])
def edition(request: pytest.FixtureRequest) -> Edition:
    language, text = request.param
    return read(text, language)


def articles(edition: Edition) -> list[str]:
    return [address for address, unit in edition if unit.kind == "article"]


def test_an_article_nobody_changed_is_the_same_law(edition: Edition) -> None:
    texts = {address: editable(edition, address) or "" for address in articles(edition)}
    assert all(texts.values())
    assert "#" not in "".join(texts.values())
    assert compare(edition, rewritten(edition, texts)).operations == ()


def test_changed_words_are_the_only_change() -> None:
    edition = read(RU, "ru")
    text = editable(edition, "art_1")
    assert text is not None
    new = rewritten(edition, {"art_1": text.replace("летняя", "весенняя")})
    (operation,) = compare(edition, new).operations
    assert operation.address == "art_1/pt_2/sub_1"


def test_a_new_article_may_follow() -> None:
    edition = read(RU, "ru")
    text = f"{editable(edition, 'art_1')}\n\nСтатья 1-1. Мост\n\nМост – часть дороги."
    assert rewritten(edition, {"art_1": text}).at("art_1-1") is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_one_article"),
        ("Просто слова.", "not_one_article"),
        ("Статья 7. Дорога\n\nДорога есть.", "not_one_article"),
        ("Статья 1. Дорога\n\nДорога есть.\n\nСтатья 2. Аким\n\nАким есть.", "taken"),
    ],
)
def test_what_is_no_such_article_is_refused_in_words(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        rewritten(read(RU, "ru"), {"art_1": text})
    assert refused.value.code == code
    assert {refused.value.describe(language)[:1].isupper() for language in ("ru", "kk", "en")} == {True}


def test_what_is_no_article_cannot_be_edited_so() -> None:
    edition = read(RU, "ru")
    assert editable(edition, "art_99") is None
    assert editable(edition, "ch_1") is None
