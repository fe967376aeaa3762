"""A redline in Word: accepting all gives the new text, rejecting all the old one."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.documents import Comment, redline_docx
from amendments.documents.printed import printed_label, printed_words
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.redline import Row, redline
from amendments.operations.worddiff import Segment
from tests.documents.word import W, accepted, by_library, part, rejected

AT = datetime(2026, 7, 20, 15, 30, 12, 345, tzinfo=timezone(timedelta(hours=5)))

OLD = """# О порядке ухода за садами

## Глава 1. Общие положения

### Статья 1. Задачи

1. Аким сада:
1) при необходимости поливает деревья;
2) считает яблоки;
3) ведёт «тетрадь» урожая.
2. Полив – дело утреннее.

### Статья 2. Надзор

Надзор ведёт сход.
"""

NEW = """# О порядке ухода за садами

## Глава 1. Общие положения

### Статья 1. Задачи и сроки

1. Аким сада:
1) не реже двух раз в неделю поливает деревья;
2-1) сажает саженцы;
3) ведёт «тетрадь» урожая.
2. Полив – дело утреннее и вечернее.

### Статья 2. Надзор

Надзор ведёт сход.

### Статья 3. Вступление в силу

Настоящий порядок действует с весны.
"""


def make(old: str, new: str, language: str = "ru", **more: object) -> bytes:
    rows = redline(read(old, language), read(new, language))
    return redline_docx(rows, title="Сад", author="Ж. Алмасқызы", at=AT, language=language, **more)  # type: ignore[arg-type]


def printed(edition: Edition) -> list[str]:
    """The paragraphs of an edition as they are printed, notes left out."""
    nodes = [node for _, node in edition if node.kind != "note"]
    if edition.root.text:
        nodes.insert(0, edition.root)
    return [printed_label(node.label) + printed_words(node.text) for node in nodes]


def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old_one() -> None:
    data = make(OLD, NEW)
    assert accepted(data) == [line.lstrip("# ") for line in NEW.split("\n") if line]
    assert rejected(data) == [line.lstrip("# ") for line in OLD.split("\n") if line]


def test_an_independent_reader_of_tracked_changes_agrees() -> None:
    data = make(OLD, NEW)
    assert by_library(data, accept=True) == accepted(data)
    assert by_library(data, accept=False) == rejected(data)


def test_kazakh_letters_and_spaces_survive() -> None:
    old = "1-бап. Бақ\n\n1. Әкім  ағаштарды суарады, ғұрып пен үлгіні сақтайды.\n"
    new = "1-бап. Бақ\n\n1. Әкім  ағаштарды өзі суарады, ғұрып пен һәм үлгіні сақтайды.\n"
    data = make(old, new, "kk")
    assert accepted(data)[-1] == "1. Әкім  ағаштарды өзі суарады, ғұрып пен һәм үлгіні сақтайды."
    assert rejected(data)[-1] == "1. Әкім  ағаштарды суарады, ғұрып пен үлгіні сақтайды."


def test_only_the_changed_words_are_marked() -> None:
    rows = [Row("changed", "point", "1. ", "art_1/pt_1", "art_1/pt_1",
                (Segment("equal", "Полив "), Segment("delete", "утром"), Segment("insert", "вечером"),
                 Segment("equal", ".")))]  # fmt: skip
    body = part(redline_docx(rows, title="т", author="а", at=AT, language="ru"))
    changes = [node for tag in ("del", "ins") for node in body.iter(f"{W}{tag}")]
    assert ["".join(node.itertext()) for node in changes] == ["утром", "вечером"]
    assert [node.tag for node in changes[0].iter() if node.text] == [f"{W}delText"]


def test_every_change_is_signed_and_has_a_number_of_its_own() -> None:
    body = part(make(OLD, NEW))
    changes = [*body.iter(f"{W}ins"), *body.iter(f"{W}del")]
    assert {node.get(f"{W}author") for node in changes} == {"Ж. Алмасқызы"}
    assert {node.get(f"{W}date") for node in changes} == {"2026-07-20T10:30:12Z"}
    numbers = [node.get(f"{W}id") for node in changes]
    assert len(numbers) == len(set(numbers)) > 5


def test_a_whole_new_paragraph_and_a_whole_deleted_one_track_their_paragraph_marks() -> None:
    body = part(make(OLD, NEW))
    marks = {tag: [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None]
             for tag in ("ins", "del")}  # fmt: skip
    assert ["".join(p.itertext()) for p in marks["del"]] == ["2) считает яблоки;"]
    assert "2-1) сажает саженцы;" in ["".join(p.itertext()) for p in marks["ins"]]


def test_a_renumbered_unit_shows_both_numbers() -> None:
    rows = [Row("changed", "subpoint", "5) ", "art_1/sub_4", "art_1/sub_5", (Segment("equal", "чистит арыки."),),
                label_old="4) ")]  # fmt: skip
    data = redline_docx(rows, title="т", author="а", at=AT, language="ru")
    assert accepted(data) == ["5) чистит арыки."]
    assert rejected(data) == ["4) чистит арыки."]


MOVED = (
    Row("same", "article", "Статья 1. ", "art_1", "art_1", (Segment("equal", "Дела"),)),
    Row("moved_from", "point", "1. ", "art_1/pt_1", "art_2/pt_3", (Segment("delete", "Список:"),), depth=1),
    Row("moved_from", "subpoint", "1) ", "art_1/pt_1/sub_1", "", (Segment("delete", "груши;"),), depth=2),
    Row("moved_from", "subpoint", "2) ", "art_1/pt_1/sub_2", "", (Segment("delete", "сливы."),), depth=2),
    Row("same", "article", "Статья 2. ", "art_2", "art_2", (Segment("equal", "Ещё дела"),)),
    Row("moved_to", "point", "3. ", "art_1/pt_1", "art_2/pt_3",
        (Segment("equal", "Список"), Segment("insert", " плодов"), Segment("equal", ":")), depth=1, label_old="1. "),
    Row("same", "subpoint", "1) ", "art_1/pt_1/sub_1", "art_2/pt_3/sub_1", (Segment("equal", "груши;"),), depth=2),
    Row("deleted", "subpoint", "2) ", "art_1/pt_1/sub_2", "", (Segment("delete", "сливы."),), depth=2),
    Row("same", "article", "Статья 3. ", "art_3", "art_3", (Segment("equal", "Конец"),)),
)  # fmt: skip


def test_a_moved_unit_goes_with_all_that_hangs_under_it_and_is_never_doubled() -> None:
    data = redline_docx(MOVED, title="т", author="а", at=AT, language="ru")
    assert accepted(data) == [
        "Статья 1. Дела",
        "Статья 2. Ещё дела",
        "3. Список плодов:",
        "1) груши;",
        "Статья 3. Конец",
    ]
    assert rejected(data) == ["Статья 1. Дела", "1. Список:", "1) груши;", "2) сливы.", "Статья 2. Ещё дела",
                              "Статья 3. Конец"]  # fmt: skip
    assert by_library(data, accept=True) == accepted(data)
    assert by_library(data, accept=False) == rejected(data)


def test_comments_at_both_ends_of_a_move_name_the_other_end() -> None:
    said = comments(redline_docx(MOVED, title="т", author="а", at=AT, language="ru"))
    assert [text for _, text in said] == ["Перенесено: теперь пункт 3 статьи 2", "Перенесено: ранее пункт 1 статьи 1"]


def comments(data: bytes) -> list[tuple[str, str]]:
    return [(comment.author, comment.text) for comment in docx.Document(io.BytesIO(data)).comments]


def commented(data: bytes) -> list[str]:
    """For each comment the text between its marks, deletions included."""
    body = part(data)
    found = []
    for start in body.iter(f"{W}commentRangeStart"):
        text, node = "", start.getnext()
        while node.tag != f"{W}commentRangeEnd" or node.get(f"{W}id") != start.get(f"{W}id"):
            text += "".join(node.itertext())
            node = node.getnext()
        found.append(text)
    return found


def test_comments_stand_at_the_words_they_are_about() -> None:
    remarks = [
        Comment("art_1/pt_2", "Когда?", "Депутат Ә. Ноян", AT, start=0, end=5),
        Comment("art_1/pt_2", "И ночью?", "Аким Б.", AT, start=22, end=32),
        Comment("art_1/pt_2", "Весь пункт лишний.", "Аким Б.", AT),
        Comment("art_1/pt_1/sub_2", "Жаль.", "Сход", AT, side="old"),
    ]
    data = make(OLD, NEW, comments=remarks)
    assert sorted(comments(data)) == sorted((remark.author, remark.text) for remark in remarks)
    assert sorted(commented(data)) == sorted(
        ["Полив", "и вечернее", "2. Полив – дело утреннее и вечернее.", "2) считает яблоки;"]
    )
    assert accepted(data) == accepted(make(OLD, NEW))


def test_a_comment_whose_provision_is_not_there_climbs_to_the_one_around_it_and_says_so() -> None:
    data = make(OLD, NEW, comments=[Comment("art_2/pt_7", "Где это?", "Сход", AT)])
    assert comments(data) == [("Сход", "[пункт 7 статьи 2] Где это?")]
    assert commented(data) == ["Статья 2. Надзор"]


def test_the_same_input_gives_the_same_file() -> None:
    remarks = [Comment("art_2", "Проверить.", "Сход", AT)]
    assert make(OLD, NEW, comments=remarks) == make(OLD, NEW, comments=remarks)


def test_the_page_is_laid_out_as_the_rules_for_acts_ask() -> None:
    document = docx.Document(io.BytesIO(make(OLD, NEW)))
    section = document.sections[0]
    measures = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(length.cm, 1) for length in measures if length is not None] == [2.5, 1.5, 2.5, 2.5]
    assert section.different_first_page_header_footer
    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [""]
    head = section.header.paragraphs[0]
    assert head.style is not None
    assert "PAGE" in head._p.xml
    assert '<w:jc w:val="center"/>' in head.style.element.xml
    normal = document.styles["Normal"]
    assert '<w:ind w:firstLine="709"/>' in normal.element.xml
    defaults = document.styles.element.xml
    assert 'w:ascii="Times New Roman"' in defaults
    assert '<w:sz w:val="28"/>' in defaults
    assert "<w:b/>" not in defaults


@pytest.mark.parametrize(("language", "locale"), [("ru", "ru-RU"), ("kk", "kk-KZ")])
def test_properties_and_language_are_set(language: str, locale: str) -> None:
    rows = (Row("same", "point", "1. ", "art_1/pt_1", "art_1/pt_1", (Segment("equal", "Бақ"),)),)
    data = redline_docx(rows, title="Бақ туралы", author="А", at=AT, language=language)
    document = docx.Document(io.BytesIO(data))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == ("Бақ туралы", "А", locale)
    assert properties.created == datetime(2026, 7, 20, 10, 30, 12, tzinfo=UTC)
    assert f'<w:lang w:val="{locale}"' in document.styles.element.xml


def test_headings_make_a_navigation_without_gaps() -> None:
    body = part(make(OLD, NEW))
    styles = {"".join(p.itertext()): p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
              for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle") is not None}  # fmt: skip
    assert styles["О порядке ухода за садами"] == "Heading1"
    assert styles["Глава 1. Общие положения"] == "Heading2"
    assert styles["Статья 2. Надзор"] == "Heading3"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        redline_docx((), title="т", author="а", at=datetime(2026, 1, 1), language="ru")  # noqa: DTZ001


def test_comments_are_never_dropped_in_silence() -> None:
    with pytest.raises(ValueError, match="no row"):
        redline_docx((), title="т", author="а", at=AT, language="ru", comments=[Comment("art_1", "!", "Сход", AT)])


words = st.text(st.sampled_from("абвәіқ «»–-\u00a0\t\\*_)<&>1.;:"), max_size=30)
parts = st.lists(st.tuples(st.sampled_from(["equal", "insert", "delete"]), words), max_size=5)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["same", "inserted", "deleted", "changed"]), parts), min_size=1, max_size=6))
def test_any_rows_give_both_texts_back(drawn: list[tuple[str, list[tuple[str, str]]]]) -> None:
    kinds = {"same": "equal", "inserted": "insert", "deleted": "delete"}
    rows = [
        Row(status, "clause", "", "a", "a",  # type: ignore[arg-type]
            tuple(Segment(kinds.get(status, kind), text) for kind, text in segments))  # type: ignore[arg-type]
        for status, segments in drawn
    ]  # fmt: skip
    data = redline_docx([*rows, Row("same", "clause", "", "z", "z", (Segment("equal", "конец"),))],
                        title="т", author="а", at=AT, language="ru")  # fmt: skip
    assert accepted(data) == [*shown(rows, "delete", "deleted"), "конец"]
    assert rejected(data) == [*shown(rows, "insert", "inserted"), "конец"]


def shown(rows: list[Row], gone: str, missing: str) -> list[str]:
    """The paragraphs left when one kind of change goes; one whose every word goes is gone itself."""
    left = [
        row for row in rows if row.status != missing and {part.kind for part in row.segments if part.text} != {gone}
    ]
    return ["".join(printed_words(part.text) for part in row.segments if part.kind != gone) for row in left]


def test_a_character_that_a_word_file_cannot_hold_is_seen_to_be_missing() -> None:
    rows = (Row("same", "clause", "", "a", "a", (Segment("equal", "до\x00после"),)),)
    assert accepted(redline_docx(rows, title="т\x01", author="а", at=AT, language="ru")) == ["до\ufffdпосле"]


def test_the_file_holds_nothing_that_is_not_needed() -> None:
    with zipfile.ZipFile(io.BytesIO(make(OLD, NEW))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name or "custom" in name.lower()]
