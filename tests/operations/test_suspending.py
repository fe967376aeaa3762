"""Suspending units until a day: what stands in the text, what is kept, what is refused, and the way back."""

from __future__ import annotations

from datetime import date

import pytest

from amendments.instructions import apply_instruction
from amendments.instructions.twins import differences
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.apply import apply, try_apply
from amendments.operations.compare import compare
from amendments.operations.conflicts import conflicts
from amendments.operations.history import invert
from amendments.operations.model import ReplaceWords, Suspend, from_json, to_json
from amendments.operations.rebase import rebase
from amendments.operations.redline import redline

LAW = {
    "ru": """# О рынках (пример)

### Статья 1. Торговые места

1. Место на рынке выделяет аким:

1) по заявлению;

2) по жребию.

2. Плату за место устанавливает маслихат.

Плата вносится раз в месяц.

3. Список мест открыт.

### Статья 2. Споры

Споры о местах решает комиссия.
""",
    "kk": """# Базарлар туралы (мысал)

### 1-бап. Сауда орындары

1. Базардағы орынды әкім береді:

1) өтініш бойынша;

2) жеребе бойынша.

2. Орын ақысын мәслихат белгілейді.

Ақы айына бір рет төленеді.

3. Орындар тізімі ашық.

### 2-бап. Даулар

Орын туралы дауларды комиссия шешеді.
""",
}
ORDERS = {
    "ru": "приостановить до 1 марта 2031 года действие пунктов 2 и 3 статьи 1, установив, что в период приостановления "
    "указанные пункты действуют в следующей редакции:\n\n«2. Плата не взимается.\n\n3. Список мест ведет аким.»;",
    "kk": "1-баптың 2 және 3-тармақтарының қолданысы 2031 жылғы 1 наурызға дейін тоқтатыла тұрсын, тоқтатыла тұрған "
    "кезеңде осы тармақтар мынадай редакцияда қолданылады деп белгіленсін:\n\n«2. Ақы алынбайды.\n\n"
    "3. Орындар тізімін әкім жүргізеді.»;",
}
NEW = {
    "ru": """2. Плата не взимается.

Сноска. Пункт 2: действие приостановлено до 01.03.2031. Приостановленная редакция:

> 2. Плату за место устанавливает маслихат.

> Плата вносится раз в месяц.

3. Список мест ведет аким.

Сноска. Пункт 3: действие приостановлено до 01.03.2031. Приостановленная редакция:

> 3. Список мест открыт.
""",
    "kk": """2. Ақы алынбайды.

Ескерту. 2-тармақ: қолданысы 01.03.2031 дейін тоқтатыла тұрады. Тоқтатылған редакция:

> 2. Орын ақысын мәслихат белгілейді.

> Ақы айына бір рет төленеді.

3. Орындар тізімін әкім жүргізеді.

Ескерту. 3-тармақ: қолданысы 01.03.2031 дейін тоқтатыла тұрады. Тоқтатылған редакция:

> 3. Орындар тізімі ашық.
""",
}
_TO_SUSPEND = (
    "приостановить до 1 марта 2031 года действие {} статьи 1, установив, что в период приостановления {} в следующей "
    "редакции:"
)
DAY = date(2031, 3, 1)
LANGUAGES = pytest.mark.parametrize("language", ["ru", "kk"])


def market(language: str = "ru") -> Edition:
    return read(LAW[language], language)


def temporary(text: str, language: str = "ru") -> Suspend:
    unit = read(f"{'Статья 1. А' if language == 'ru' else '1-бап. А'}\n\n{text}\n", language).root.children[0].children
    return Suspend(address="art_1/pt_2", until=DAY, temporary=unit)


@LANGUAGES
def test_the_temporary_text_is_in_force_and_the_suspended_one_is_kept_below_with_its_day(language: str) -> None:
    outcome = apply_instruction(ORDERS[language], market(language))
    assert outcome.exact
    start = outcome.edition.text.index("2. ")
    assert outcome.edition.text[start:].startswith(NEW[language])


@LANGUAGES
def test_the_text_with_a_suspension_is_read_again_as_the_same_tree(language: str) -> None:
    edition = apply_instruction(ORDERS[language], market(language)).edition
    again = read(edition.text, language)
    assert again.root == edition.root
    assert [note.kind for note in again.at("art_1/pt_2").notes] == ["note"] * 3  # type: ignore[union-attr]


@LANGUAGES
def test_a_unit_without_a_temporary_text_keeps_its_words_and_gets_a_note(language: str) -> None:
    law = market(language)
    edition = apply([Suspend(address="art_2", until=DAY)], law).edition
    before, after = law.at("art_2"), edition.at("art_2")
    assert before is not None
    assert after is not None
    assert before.law_hash == after.law_hash
    assert "01.03.2031" in after.notes[-1].text


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("art_1", 7),  # with its heading and all that it holds
        ("art_1/pt_1/sub_2", 1),
        ("art_1/pt_2/cl_1", 1),
        ("art_1/pt_2/cl_2", 1),
        ("art_1/pt_1/ind_1", 1),
        ("art_2/cl_1", 1),
    ],
)
def test_every_kind_of_unit_comes_back_to_the_last_character(address: str, kept: int) -> None:
    law = market()
    target = law.locate(address)
    assert target is not None
    other = target.provision.replace(text="на время другое;", children=())
    operation = Suspend(address=address, until=DAY, temporary=(other,))
    edition = apply([operation], law).edition
    assert edition.text.count("\n> ") == kept
    back = apply(invert([operation], law), edition).edition
    assert back.text == law.text
    assert apply(compare(law, edition).all, law).edition.text == edition.text


def test_the_redline_shows_the_words_that_are_in_force_and_the_notes_on_demand() -> None:
    law = market()
    edition = apply_instruction(ORDERS["ru"], law).edition
    assert not [row for row in redline(law, edition) if row.kind == "note"]
    notes = [row for row in redline(law, edition, notes=True) if row.kind == "note"]
    assert len(notes) == 5


def test_json_keeps_a_suspension() -> None:
    operation = temporary("2. Плата не взимается.")
    assert from_json(to_json(operation)) == operation


@pytest.mark.parametrize(
    ("operations", "code"),
    [
        ([Suspend(address="", until=DAY)], "suspend_unit"),
        ([Suspend(address="art_1/heading", until=DAY)], "suspend_unit"),
        ([Suspend(address="art_7", until=DAY)], "unit_not_found"),
        ([Suspend(address="art_2", until=DAY)] * 2, "unit_suspended"),
        ([Suspend(address="art_1", until=DAY), Suspend(address="art_1/pt_2", until=DAY)], "unit_suspended"),
        ([Suspend(address="art_2/cl_1", until=DAY)] * 2, "unit_suspended"),
        ([Suspend(address="art_1/pt_2/cl_1", until=DAY)] * 2, "unit_suspended"),
    ],
)
def test_what_cannot_be_suspended_is_refused_with_a_sentence(operations: list[Suspend], code: str) -> None:
    (refusal,) = try_apply(operations, market()).refusals
    assert refusal.code == code
    for language in ("ru", "kk", "en"):
        assert refusal.describe(language).endswith(".")


def test_units_beside_a_suspended_one_may_be_suspended_too() -> None:
    operations = [
        Suspend(address="art_1/pt_2/cl_2", until=DAY),
        Suspend(address="art_1/pt_2/cl_1", until=DAY),
        Suspend(address="art_1/pt_3", until=DAY),
    ]
    assert not try_apply(operations, market()).refusals


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("приостановить действие пункта 2 статьи 1;", "incomplete"),
        ("приостановить до 31 февраля 2031 года действие пункта 2 статьи 1;", "words"),
        ("приостановить до 1 марта 2031 года;", "incomplete"),
        ("приостановить до 1 марта 2031 года действие заголовка статьи 1;", "suspend_unit"),
        ("приостановить до 1 марта 2031 года действие первого предложения статьи 2;", "suspend_unit"),
        (
            f"{_TO_SUSPEND.format('пунктов 2 и 3', 'указанные пункты действуют')} «2. Плата не взимается.»;",
            "units_differ",
        ),
        (
            f"{_TO_SUSPEND.format('пункта 2', 'данный пункт действует')} «3. Плата не взимается.»;",
            "units_differ",
        ),
    ],
)
def test_a_faulty_suspension_is_refused(order: str, code: str) -> None:
    law = market()
    outcome = apply_instruction(order, law)
    assert {one.code for one in outcome.problems} | {one.code for one in outcome.refusals} == {code}
    assert outcome.edition.text == law.text


def test_a_suspension_conflicts_with_another_change_of_the_unit() -> None:
    words = ReplaceWords(address="art_1/pt_2", old="маслихат", new="аким")
    (found,) = conflicts([[temporary("2. Плата не взимается.")], [words]], market())
    assert found.first_address == found.second_address == "art_1/pt_2" or found.kind == "parent_removed"
    other = ReplaceWords(address="art_2", old="комиссия", new="суд")
    assert not conflicts([[temporary("2. Плата не взимается.")], [other]], market())


def test_a_temporary_text_is_not_carried_onto_a_unit_that_has_changed() -> None:
    law = market()
    newer = read(law.text.replace("раз в месяц", "раз в год"), "ru")
    (carried,) = rebase([temporary("2. Плата не взимается.")], law, newer)
    assert (carried.status, carried.reason) == ("broken", "unit_changed")
    (bare,) = rebase([Suspend(address="art_1/pt_2", until=DAY)], law, newer)
    assert bare.status == "clean"


def test_a_pair_of_texts_that_suspend_different_units_differs() -> None:
    one, other = Suspend(address="art_1/pt_2", until=DAY), Suspend(address="art_1/pt_3", until=DAY)
    assert not differences([one], [one])
    assert {(item.language, item.address) for item in differences([one], [other])} == {
        ("ru", "art_1/pt_2"),
        ("kk", "art_1/pt_3"),
    }
    later = Suspend(address="art_1/pt_2", until=date(2032, 3, 1))
    assert len(differences([one], [later])) == 2


def test_new_units_behind_a_note_are_ordered_without_it() -> None:
    """The law's operations alone put a unit behind the unit before the note that came with it."""
    law = market()
    noted = f"{LAW['ru'].partition('### Статья 2')[0]}Сноска. Пункт 3 с изменением.\n\n4. Места пронумерованы.\n\n"
    newer = read(f"{noted}### Статья 2{LAW['ru'].partition('### Статья 2')[2]}", "ru")
    found = compare(law, newer)
    edition = apply(found.operations, law).edition
    assert [node.number for node in edition.at("art_1").children] == ["1", "2", "3", "4"]  # type: ignore[union-attr]
    assert apply(found.all, law).edition.text == newer.text


@pytest.mark.parametrize(
    "order",
    [
        "в пункте 2 статьи 1 слова «Плата не взимается» исключить;",
        "в пункте 2 статьи 1 слово «маслихат» заменить словом «аким»;",
        "пункт 2 статьи 1 изложить в следующей редакции: «2. Плата невелика.»;",
        "пункт 2 статьи 1 дополнить частью второй следующего содержания: «Список открыт.»;",
        "пункт 3 статьи 1 считать пунктом 4;",
        "в статье 1 слово «маслихат» исключить;",
        "по всему тексту слово «маслихат» заменить словом «аким»;",
        "по всему тексту слово «маслихат» (в соответствующих падежах) заменить словом «аким»;",
        "статью 1 изложить в следующей редакции: «Статья 1. Места\n\nМесто выделяет аким.»;",
    ],
)
def test_an_order_for_a_unit_with_two_texts_is_refused(order: str) -> None:
    law = apply_instruction(ORDERS["ru"], market()).edition
    outcome = apply_instruction(order, law)
    assert {refusal.code for refusal in outcome.refusals} <= {"suspended_texts", "words_not_found"}
    assert not outcome.exact
    assert outcome.edition.text == law.text
    again = apply_instruction(f"1) {ORDERS['ru'][:-1]};\n\n2) {order}", market())
    assert not again.exact


def test_what_is_clear_beside_a_suspension_is_carried_out() -> None:
    law = apply_instruction(ORDERS["ru"], market()).edition
    excluded = apply_instruction("пункт 2 статьи 1 исключить;", law)
    assert excluded.exact
    assert "маслихат" not in excluded.edition.text
    for order in (
        "в пункте 1 статьи 1 слово «жребию» заменить словом «очереди»;",
        "статью 1 дополнить пунктом 4 следующего содержания: «4. Места пронумерованы.»;",
        "по всему тексту слово «комиссия» заменить словом «суд»;",
    ):
        assert apply_instruction(order, law).exact
    bare = apply([Suspend(address="art_2", until=DAY)], market()).edition
    assert apply_instruction("в статье 2 слово «комиссия» заменить словом «суд»;", bare).exact
    assert not apply_instruction("статью 2 изложить в следующей редакции: «Статья 2. Споры\n\nНет.»;", bare).exact
