"""References inside a law: what they point at, whose they are, and which an amendment leaves behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amendments.law.citations import format_address
from amendments.law.cross_references import CrossReference, dangling, left_dangling, references
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.law.reader import read
from tests.support.laws import laws

RU = """### Статья 1. Сход

1. Сход:

1) выбирает старосту;

2) утверждает смету.

Смета хранится у старосты.

2. {words}

### Статья 2. Староста

Староста ведёт книгу.

Книга открыта для всех.

### Статья 3. Писарь

> *Сноска. Статья 3 исключена Законом РК от 01.02.2020 № 9-VII.*
"""
KK = """### 1-бап. Жиын

1. Жиын:

1) старостаны сайлайды;

2) сметаны бекітеді.

Смета старостада сақталады.

2. {words}

### 2-бап. Староста

Староста кітап жүргізеді.

Кітап бәріне ашық.
"""


def _law(words: str, language: str = "ru") -> Edition:
    return read((RU if language == "ru" else KK).replace("{words}", words), language)


def _found(words: str, language: str = "ru") -> list[CrossReference]:
    return [reference for reference in references(_law(words, language)) if reference.place == "art_1/pt_2"]


@pytest.mark.parametrize(
    ("language", "words", "addresses"),
    [
        ("ru", "Смета по подпункту 2) пункта 1 настоящей статьи публикуется.", ["art_1/pt_1/sub_2"]),
        ("ru", "Дела, указанные в пункте 1 настоящей статьи, открыты.", ["art_1/pt_1"]),
        ("ru", "Хранение по части второй пункта 1 настоящей статьи бесплатно.", ["art_1/pt_1/cl_2"]),
        ("ru", "Книга ведётся по статье 2 настоящего Закона.", ["art_2"]),
        ("ru", "Книга ведётся по части второй статьи 2.", ["art_2/cl_2"]),
        ("ru", "Сход по подпунктам 1) и 2) пункта 1 статьи 1 открыт.", ["art_1/pt_1/sub_1", "art_1/pt_1/sub_2"]),
        ("ru", "По пункту 1 настоящей статьи и статье 2 настоящего Закона.", ["art_1/pt_1", "art_2"]),
        ("ru", "Порядок определяется настоящей статьёй.", ["art_1"]),
        ("kk", "Осы баптың 1-тармағының 2) тармақшасында көзделген смета жарияланады.", ["art_1/pt_1/sub_2"]),
        ("kk", "Осы баптың 1-тармағы екінші бөлігінің талабы ақысыз.", ["art_1/pt_1/cl_2"]),
        ("kk", "Кітап осы Заңның 2-бабының екінші бөлігіне сәйкес жүргізіледі.", ["art_2/cl_2"]),
        ("kk", "Жиын 1-баптың 1-тармағына сәйкес өтеді.", ["art_1/pt_1"]),
        ("kk", "Тәртіп осы бапта айқындалады.", ["art_1"]),
    ],
)
def test_a_reference_points_at_a_unit_from_where_it_stands(language: str, words: str, addresses: list[str]) -> None:
    found = _found(words, language)
    assert [reference.address for reference in found] == addresses
    assert {reference.state for reference in found} == {"in_force"}
    for reference in found:
        assert words[reference.start : reference.end] == reference.words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Штраф налагается по статье 91 Трудового кодекса."),
        ("ru", "Штраф налагается по пункту 4 статьи 91 Закона о дорогах."),
        ("ru", "Штраф налагается по статьям 70 (в части шума), 71 (частью первой) и 72 Кодекса."),
        ("ru", "Штраф налагается по статье 91 указанного Закона."),
        ("ru", "Плата берётся по пункту 30 Правил торговли."),
        ("ru", "Сход созывается акимом (порядок введения в действие см. ст. 22)."),
        ("kk", "Айыппұл Еңбек кодексінің 91-бабына сәйкес салынады."),
        ("kk", "Айыппұл «Жолдар туралы» Қазақстан Республикасы Заңының 91-бабының 4-тармағына сәйкес салынады."),
        ("kk", "Айыппұл Кодекстің 70 (шу бөлігінде), 71, 72-баптары бойынша салынады."),
    ],
)
def test_references_to_another_act_are_found_and_not_resolved(language: str, words: str) -> None:
    found = _found(words, language)
    assert "other_act" in {reference.to for reference in found} <= {"other_act", "unclear"}
    assert not dangling(_law(words, language))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Сход населённого пункта открыт в части, не закрытой для всех."),
        ("ru", "Староста вносит предложения и собирает подписи в трёх частях села."),
        ("kk", "Староста қосымша ұсыныстар енгізеді және ауылдың бөлігінде тазалық жүргізеді."),
    ],
)
def test_words_that_only_look_like_units_are_no_references(language: str, words: str) -> None:
    assert _found(words, language) == []


def test_a_point_without_an_article_is_left_open_and_never_dangles() -> None:
    found = _found("Плата берётся согласно пункту 30.")
    assert [(reference.to, reference.dangles) for reference in found] == [("unclear", False)]


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("ru", "О внесении изменений в Закон «О сходах»", "В статье 45 слово «сход» исключить."),
        ("kk", "«Жиындар туралы» Заңға өзгерістер мен толықтырулар енгізу туралы", "45-бапта «жиын» сөзі алынсын."),
    ],
)
def test_an_amending_act_speaks_of_articles_of_others(language: str, title: str, words: str) -> None:
    edition = read(f"# {title}\n\n{_law(words, language).text}", language)
    found = [item for item in references(edition) if item.place == "art_1/pt_2"]
    assert [item.to for item in found] == ["unclear"]
    assert dangling(edition) == ()


@pytest.mark.parametrize(
    ("language", "words", "address", "state"),
    [
        ("ru", "Смета по подпункту 7) пункта 1 настоящей статьи публикуется.", "art_1/pt_1/sub_7", "nothing"),
        ("ru", "Книга ведётся по статье 12 настоящего Закона.", "art_12", "nothing"),
        ("ru", "Книга ведётся по статье 3 настоящего Закона.", "art_3", "excluded"),
        ("kk", "Осы баптың 5-тармағында көзделген смета жарияланады.", "art_1/pt_5", "nothing"),
        ("kk", "Осы Заңның 12-бабында көзделген кітап жүргізіледі.", "art_12", "nothing"),
    ],
)
def test_a_reference_to_nothing_in_force_dangles(language: str, words: str, address: str, state: str) -> None:
    found = dangling(_law(words, language))
    assert [(item.place, item.address, item.state) for item in found] == [("art_1/pt_2", address, state)]


def test_an_amendment_that_removes_a_unit_leaves_its_references_dangling() -> None:
    words = "Смета по подпунктам 1) и 2) пункта 1 настоящей статьи и книга по статье 12 настоящего Закона."
    old = _law(words)
    new = read(old.text.replace("2) утверждает смету.", "*2) исключен Законом РК от 01.02.2021 № 3-VII.*"), "ru")
    assert [item.address for item in dangling(old)] == ["art_12"]
    assert [item.address for item in left_dangling(old, new)] == ["art_1/pt_1/sub_2"]
    assert left_dangling(old, old) == ()


def test_what_dangled_before_is_not_laid_to_an_amendment_that_moves_it() -> None:
    old = _law("Книга ведётся по статье 12 настоящего Закона.")
    new = read(old.text.replace("\n2. Книга", "\n1-1. Сход открыт.\n\n3. Книга"), "ru")
    assert [item.place for item in dangling(new)] == ["art_1/pt_3"]
    assert left_dangling(old, new) == ()


@given(laws(), st.data())
def test_a_reference_written_for_any_unit_points_at_it(law: tuple[str, str], data: st.DataObject) -> None:
    text, language = law
    # A point outside any article («2026.» on a line of its own) cannot be cited without saying of what.
    before = read(text, language)
    excluded = tuple(f"{a}/" for a, node in before if node.state == "excluded")
    units = [a for a, node in before if _may_be_cited(a, node) and a.startswith(("art_", "ch_"))]
    units = [a for a in units if not a.startswith(excluded)]
    assume(units)
    wanted = data.draw(st.sampled_from(units))
    head = "### " if "### " in text else ""
    if language == "ru":
        words = f"{format_address(wanted, 'ru', 'ins')} настоящего Закона"
        added = f"\n\n{head}Статья 999. Сбор\n\nСбор предусмотрен {words}.\n"
    else:
        words = f"осы Заңның {format_address(wanted, 'kk', 'loc')}"
        added = f"\n\n{head}999-бап. Алым\n\nАлым {words} көзделген.\n"
    edition = read(text + added, language)
    found = [item for item in references(edition) if item.place.startswith("art_999")]
    assert [(item.words, item.address, item.state) for item in found] == [(words, wanted, "in_force")]


@given(laws())
def test_words_of_a_reference_are_those_of_the_text(law: tuple[str, str]) -> None:
    edition = read(*law)
    for item in references(edition):
        node = edition.at(item.place)
        assert node is not None
        assert node.text[item.start : item.end] == item.words


def _may_be_cited(address: str, node: Provision) -> bool:
    steps = address.split("/")
    numbered = all("_" in step and "~" not in step for step in steps)
    return numbered and node.kind in ("article", "point", "subpoint", "clause", "indent") and node.state == "in_force"


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
def test_the_real_law_has_few_dangling_references(corpus: Path, folder: str, language: str) -> None:
    old, new = (
        read((corpus / "law148" / folder / f"{day}.md").read_text(encoding="utf-8"), language)
        for day in ("2026-07-12", "2026-07-14")
    )
    found = references(new)
    assert len([item for item in found if item.to == "own"]) >= 25
    assert len([item for item in found if item.to == "other_act"]) >= 5
    # Every reference of this edition was read by hand: each own one points at a unit in force.
    assert len(dangling(new)) == 0
    assert len(left_dangling(old, new)) == 0


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
def test_removing_a_referred_point_of_the_real_law_is_noticed(corpus: Path, folder: str, language: str) -> None:
    text = (corpus / "law148" / folder / "2026-07-14.md").read_text(encoding="utf-8")
    old = read(text, language)
    removed = old.at("art_24/pt_1")
    assert removed is not None
    new = read(text.replace(removed.raw, "", 1), language)
    assert {(item.place, item.address) for item in left_dangling(old, new)} == {("art_19/pt_3/sub_6-1", "art_24/pt_1")}
