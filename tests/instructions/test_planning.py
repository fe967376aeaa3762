"""Where single formulas do not do, whole articles are ordered instead, and the outcome is the one that was meant."""

from __future__ import annotations

from amendments.instructions import apply_instruction, write
from amendments.law.reader import read
from amendments.operations.apply import apply
from amendments.operations.model import Operation, RenameHeading, Renumber, ReplaceWords
from tests.instructions.laws import paragraphs

RU = "### Статья 1. Сад\n\n1. Аким поливает сад.\n\n### Статья 3. Двор\n\n1. Двор чист.\n"
KK = "### 1-бап. Бақ\n\n1. Әкім бақты суарады.\n\n### 3-бап. Аула\n\n1. Аула таза.\n"


def written(text: str, language: str, operations: list[Operation]) -> str:
    """The instruction for operations, which gives what they give."""
    law = read(text, language)
    instruction = write(operations, law, language)
    outcome = apply_instruction(instruction, law, partial=False)
    assert outcome.exact, instruction
    assert paragraphs(outcome.edition) == paragraphs(apply(operations, law).edition), instruction
    return instruction


def test_an_article_that_gets_a_number_and_other_words_loses_neither() -> None:
    for text, language in ((RU, "ru"), (KK, "kk")):
        heading = "Двор и парк" if language == "ru" else "Аула мен саябақ"
        operations = [
            Renumber(address="art_3", number="2"),
            RenameHeading(address="art_2", heading=heading),
            ReplaceWords(address="art_2/pt_1", old="чист" if language == "ru" else "таза", new="2"),
        ]
        assert heading in written(text, language, operations)


def test_a_kazakh_article_shows_the_number_it_was_given() -> None:
    after = apply([Renumber(address="art_3", number="2-1")], read(KK, "kk")).edition.text
    assert "### 2-1-бап. Аула" in after
    assert "3-бап" not in after


def test_other_articles_keep_their_formulas_of_words() -> None:
    operations: list[Operation] = [
        ReplaceWords(address="art_1/pt_1", old="поливает", new="стрижёт"),
        Renumber(address="art_3", number="2"),
    ]
    instruction = written(RU, "ru", operations)
    assert "слово «поливает» заменить словом «стрижёт»" in instruction
    assert "статью 3 считать статьей 2" in instruction


def test_an_order_that_the_text_refuses_is_written_as_it_is_not_lost_in_a_new_edition() -> None:
    text = "### Статья 1. Сад\n\n1. Аким поливает сад, аким стрижёт сад.\n\n2. Сад цветёт.\n"
    law = read(text, "ru")
    often: Operation = ReplaceWords(address="art_1/pt_1", old="сад", new="двор")
    other: Operation = ReplaceWords(address="art_1/pt_2", old="цветёт", new="растёт")
    instruction = write([often, other], law, "ru")
    assert "изложить" not in instruction
    assert "слово «сад» заменить словом «двор»" in instruction
    outcome = apply_instruction(instruction, law, partial=False)
    assert [refusal.code for refusal in outcome.refusals] == ["words_found_often"]
    assert outcome.edition.text == text.replace("цветёт", "растёт")
