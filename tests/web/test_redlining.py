"""The redline as a page shows it: changes numbered, what did not change folded and named."""

from __future__ import annotations

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.redline import redline
from service.web.presenters.redlining import Look, Redlined, excluded_in, redlined
from service.web.presenters.runs import Span

LAW = """# О дорогах

## Глава 1. Общие положения

### Статья 1. Дорога

1. Дорога – полоса земли.

2. Дорога бывает летняя и зимняя.

### Статья 2. Аким

1. Аким:

1) чистит дорогу;

2) чинит мосты;

3) ведет учет дорог;

4) ставит знаки;

5) сажает деревья вдоль дорог.

### Статья 3. Жители

Жители пользуются дорогами бесплатно.
"""


def shown(new: str, look: Look | None = None, old: str = LAW) -> Redlined:
    before, after = read(old, "ru"), read(new, "ru")
    return redlined(redline(before, after), "ru", look or Look(excluded=excluded_in(after)))


def outline(result: Redlined) -> list[tuple[str, str]]:
    return [(block.kind, block.words or block.lines[0].label.strip()) for block in result.blocks]


def test_only_changes_are_shown_with_what_they_stand_in() -> None:
    result = shown(LAW.replace("ведет учет дорог", "ведет реестр дорог"))
    assert outline(result) == [
        ("text", "Глава 1."),
        ("fold", "статья 1"),
        ("text", "Статья 2."),
        ("fold", "подпункты 1)–2)"),
        ("change", "Статья 2, пункт 1, подпункт 3)"),
        ("fold", "подпункты 4)–5), статья 3"),
    ]


def test_a_short_neighbour_between_two_changes_is_shown() -> None:
    result = shown(LAW.replace("чинит мосты", "строит мосты").replace("ставит знаки", "снимает знаки"))
    assert [block.kind for block in result.blocks] == ["text", "fold", "text", "change", "text", "change", "fold"]
    assert [line.row.address_new for line in result.blocks[4].lines] == ["art_2/pt_1/sub_3"]
    assert [block.number for block in result.changes] == [1, 2]


def test_an_opened_stretch_has_its_words_and_keeps_its_name() -> None:
    new = LAW.replace("ведет учет дорог", "ведет реестр дорог")
    name = next(block.id for block in shown(new).blocks if block.words == "подпункты 1)–2)")
    opened = next(block for block in shown(new, Look(opened=[name])).blocks if block.id == name)
    assert opened.kind == "open"
    assert [run.text for line in opened.lines for run in line.runs] == ["чистит дорогу;", "чинит мосты;"]


def test_the_whole_law_has_no_folds_and_the_same_numbers() -> None:
    new = LAW.replace("ведет учет дорог", "ведет реестр дорог").replace("бесплатно", "даром")
    whole, part = shown(new, Look(everything=True)), shown(new)
    assert {block.kind for block in whole.blocks} == {"text", "change"}
    assert [block.words for block in whole.changes] == [block.words for block in part.changes]
    printed = [line.row.new for block in whole.blocks for line in block.lines]
    law = read(new, "ru")
    assert printed == [node.text for _, node in law]


def test_a_new_article_is_one_change_with_all_that_hangs_under_it() -> None:
    result = shown(
        LAW.replace("### Статья 3.", "### Статья 2-1. Округ\n\n1. Округ строит.\n\n2. Округ чинит.\n\n### Статья 3.")
    )
    (change,) = result.changes
    assert (change.words, change.change, len(change.lines)) == ("Статья 2-1", "inserted", 3)
    assert result.counts == {"inserted": 1, "deleted": 0, "changed": 0, "moved": 0}


def test_an_excluded_unit_is_a_deletion_and_its_marker_is_no_law() -> None:
    result = shown(LAW.replace("4) ставит знаки;", "*4) исключен учебным законом № 2;*"))
    (change,) = result.changes
    assert change.change == "deleted"
    assert [line.marker for line in change.lines] == [False, True]


def test_words_of_the_new_text_are_lit_at_their_place_in_the_redline() -> None:
    new = LAW.replace("ведет учет дорог", "ведет надлежащий учет дорог")
    text = read(new, "ru").at("art_2/pt_1/sub_3")
    assert text is not None
    start = text.text.index("надлежащий")
    look = Look(spans={"art_2/pt_1/sub_3": [Span(start, start + len("надлежащий"), "vague", "#f")]})
    (change,) = shown(new, look).changes
    lit = [(run.text, run.change) for run in change.lines[0].runs if run.vague]
    assert "".join(text for text, _ in lit) == "надлежащий"
    assert {kind for _, kind in lit} == {"insert"}


def test_both_columns_have_their_own_text() -> None:
    result = shown(LAW.replace("чинит мосты", "строит мосты и паромы"))
    (line,) = result.changes[0].lines
    assert "".join(run.text for run in line.old_runs) == "чинит мосты;"
    assert "".join(run.text for run in line.new_runs) == "строит мосты и паромы;"


def test_every_article_has_a_place_to_go_to() -> None:
    result = shown(LAW.replace("ведет учет дорог", "ведет реестр дорог"))
    anchors = {block.id for block in result.blocks} | {line.anchor for block in result.blocks for line in block.lines}
    assert set(result.places) == {"ch_1", "art_1", "art_2", "art_3"}
    assert set(result.places.values()) <= anchors


def test_the_same_text_has_no_changes() -> None:
    law: Edition = read(LAW, "ru")
    result = redlined(redline(law, law), "ru", Look())
    assert result.changes == ()


def test_kazakh_stretches_are_named_in_kazakh() -> None:
    old = "### 1-бап. Жол\n\n1. Жол – жолақ.\n\n2. Жол жазғы болады.\n\n3. Жол қысқы болады.\n\n4. Жол ұзын.\n"
    result = redlined(redline(read(old, "kk"), read(old.replace("ұзын", "қысқа"), "kk")), "kk", Look())
    assert [block.words for block in result.blocks if block.kind == "fold"] == ["1–3-тармақтар"]
