"""PDF: the words as they stand, marked without colour, with pages, contents and language of their own."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from amendments.documents.package import utc
from amendments.documents.paper import EDGE, Paper
from amendments.documents.pdf import edition_pdf, redline_pdf
from amendments.law.reader import read
from amendments.operations.redline import redline
from tests.documents.test_redline_docx import NEW, OLD, printed
from tests.support.laws import pairs

AT = datetime(2026, 7, 20, 15, 30, tzinfo=UTC)
LETTERS = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё № « » – — … ₸ ≤ § °"
KK = f"""# Бақтар туралы

## 1-тарау. Жалпы ережелер

### 1-бап. Әкім

1. Бақ әкімі:
1) ағаштарды суарады;
2) алма мен өрікті санайды.

{LETTERS}
"""
LINE = re.compile(r"BT ([\d.]+) ([\d.]+) Td.*?ET|([\d.-]+) ([\d.-]+) ([\d.]+) (-?[\d.]+) re f", re.DOTALL)


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in opened(data).pages]


def words(data: bytes) -> list[str]:
    """All words of the document in their order, without page numbers."""
    return " ".join(re.sub(r"^\d+ / \d+", "", page) for page in pages(data)).split()


def contents(data: bytes) -> list[tuple[int, str]]:
    """Level and name of all that the reader's list of contents names."""

    def walk(nodes: list[object], level: int) -> list[tuple[int, str]]:
        return [
            line
            for node in nodes
            for line in (walk(node, level + 1) if isinstance(node, list) else [(level, node.title)])  # type: ignore[attr-defined]
        ]

    return walk(list(opened(data).outline), 1)


def clean(text: str, language: str = "ru", **more: object) -> bytes:
    return edition_pdf(read(text, language), author="Секретариат", at=AT, **more)  # type: ignore[arg-type]


def marked(old: str, new: str, language: str = "ru", **more: object) -> bytes:
    rows = redline(read(old, language), read(new, language))
    given = {"title": "Сравнение", "author": "Секретариат", "at": AT, "language": language} | more
    return redline_pdf(rows, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "language"), [(OLD, "ru"), (KK, "kk")])
def test_every_word_and_letter_of_the_act_comes_out_as_it_is(text: str, language: str) -> None:
    assert words(clean(text, language)) == " ".join(printed(read(text, language))).split()


def test_a_letter_that_the_fonts_lack_is_seen_to_be_lost_and_one_in_two_parts_is_put_together() -> None:
    text = " ".join(words(clean("### Статья 1. Сад\n\nЗнак 漢 и буква и\u0306 \u2011.\n")))
    assert "Знак \ufffd и буква й \u2011." in text


def test_a_space_of_another_width_is_a_space() -> None:
    """Dates are written with a narrow one before «г.» and «ж.»."""
    text = " ".join(words(clean("### Статья 1. Сад\n\nС 1 марта 2026\u202fг. и\u2009далее.\n")))
    assert "1 марта 2026 г. и далее." in text.replace("\u00a0", " ")


@settings(max_examples=15, deadline=None)
@given(pairs())
def test_new_and_deleted_words_all_stand_in_the_marked_text(pair: tuple[str, str, str]) -> None:
    *texts, language = pair
    data = marked(*texts, language)
    found = "".join(words(data))
    for text in texts:
        for line in printed(read(text, language)):
            assert all(word in found for word in re.findall(r"\w+", line))


def bars(data: bytes) -> list[tuple[str, float]]:
    """«under» or «through» for every line drawn beside a run of letters, with its length in points."""
    found, baseline = [], 0.0
    for page in opened(data).pages:
        for match in LINE.finditer(page.get_contents().get_data().decode("latin-1")):  # type: ignore[union-attr]
            if match[2]:
                baseline = float(match[2])
            else:
                found.append(("through" if float(match[4]) > baseline else "under", float(match[5])))
    return found


def test_new_words_are_underlined_and_deleted_ones_struck_through() -> None:
    article = "### Статья 1. Сад\n\nАким поливает {}деревья.\n"
    legend = bars(marked(article.format(""), article.format("")))
    assert [kind for kind, _ in legend] == ["under", "through"]
    longer = article.format("и стрижёт ")
    assert [kind for kind, _ in bars(marked(article.format(""), longer))[2:]] == ["under"]
    assert [kind for kind, _ in bars(marked(longer, article.format("")))[2:]] == ["through"]


def test_a_deleted_word_and_the_new_one_in_its_place_do_not_run_together() -> None:
    article = "### Статья 1. Сад\n\nАким {} деревья.\n"
    found = words(marked(article.format("поливает"), article.format("стрижёт")))
    assert found[-4:] == ["Аким", "поливает", "стрижёт", "деревья."]


def test_a_unit_that_moved_says_so_at_both_ends() -> None:
    unit = "5) ведёт тетрадь урожая яблок, груш и слив всего сада за каждый год;\n"
    old = f"### Статья 1. Аким\n\nАким:\n1) поливает;\n{unit}\n### Статья 2. Сход\n\nСход:\n1) хвалит;\n"
    new = old.replace(unit, "") + unit
    text = " ".join(words(marked(old, new)))
    assert "[Перенесено: теперь подпункт 5) статьи 2] 5) ведёт тетрадь" in text
    assert "[Перенесено: ранее подпункт 5) статьи 1] 5) ведёт тетрадь" in text


def test_articles_and_chapters_are_the_list_of_contents() -> None:
    assert contents(marked(OLD, NEW)) == [
        (1, "О порядке ухода за садами"),
        (2, "Глава 1. Общие положения"),
        (3, "Статья 1. Задачи и сроки"),
        (3, "Статья 2. Надзор"),
        (3, "Статья 3. Вступление в силу"),
    ]
    assert contents(clean("### Статья 1. Сад\n\nСад.\n\n## Глава 1. Парк\n\n### Статья 2. Парк\n\nПарк.\n")) == [
        (1, "Статья 1. Сад"),
        (1, "Глава 1. Парк"),
        (2, "Статья 2. Парк"),
    ]


def test_the_file_says_what_it_is() -> None:
    file = opened(marked(OLD, NEW, "ru", title="Сравнение «садов»", about=["Было и стало", "20 июля 2026 года"]))
    assert file.metadata is not None
    assert (file.metadata.title, file.metadata.author) == ("Сравнение «садов»", "Секретариат")
    assert file.metadata.creation_date == utc(AT)
    assert file.trailer["/Root"]["/Lang"] == "ru-RU"
    assert file.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    first = file.pages[0]
    assert [round(float(side) / 72 * 25.4) for side in first.mediabox[2:]] == [210, 297]
    assert first.extract_text().splitlines()[:4] == [
        "1 / 1", "Сравнение «садов»", "Было и стало", "20 июля 2026 года"
    ]  # fmt: skip
    assert opened(clean(KK, "kk")).trailer["/Root"]["/Lang"] == "kk-KZ"


def test_a_title_that_the_text_begins_with_is_not_printed_twice() -> None:
    assert "".join(pages(marked(OLD, NEW, title="О порядке ухода за садами"))).count("О порядке ухода") == 1


def test_fonts_are_in_the_file() -> None:
    fonts = opened(clean(OLD, about=["курсивом"])).pages[0]["/Resources"]["/Font"]
    described = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts.values()]
    assert len(described) == 2
    assert all("/FontFile2" in descriptor for descriptor in described)


LONG = "# О садах\n\n" + "\n".join(
    f"### Статья {number}. О саде номер {number}\n\n"
    + "\n\n".join(["Сад поливает аким. " * (number % 9 + 1)] * 2)
    + "\n"
    for number in range(1, 120)
)


def test_every_page_has_its_number_and_the_footnote() -> None:
    data = clean(LONG, footnote="Учебный текст.")
    numbers = [text.splitlines()[0] for text in pages(data)]
    assert len(numbers) > 9
    assert numbers == [f"{number} / {len(numbers)}" for number in range(1, len(numbers) + 1)]
    assert all(text.splitlines()[-1] == "Учебный текст." for text in pages(data))


def test_no_page_ends_with_a_heading_or_its_first_line() -> None:
    ends = [text.splitlines()[-3:-1] for text in pages(clean(LONG, footnote="Учебный текст."))[:-1]]
    assert ends
    assert [end for end in ends if any(line.startswith("Статья") for line in end) and len(end[-1]) > 70] == []
    assert [end for end in ends if end[-1].startswith("Статья")] == []


def test_no_line_leaves_its_page() -> None:
    long = "сад" * 200
    data = marked("### Статья 1. Сад\n\nСад.\n", f"### Статья 1. Сад {long}\n\nСад, {long} и {long}.\n")
    lines = [line for text in pages(data) for line in text.splitlines()]
    assert "".join(lines).count("сад" * 20) >= 3
    with Paper(title="", author="", at=AT, language="ru") as paper:
        paper.set_font("Literata", size=12)
        assert max(map(paper.get_string_width, lines)) <= paper.epw + 0.5
    heights = [float(match[2]) for page in opened(data).pages
               for match in LINE.finditer(page.get_contents().get_data().decode("latin-1")) if match[2]]  # type: ignore[union-attr]  # fmt: skip
    assert min(heights) >= EDGE * 72 / 25.4


def test_the_same_input_gives_the_same_bytes() -> None:
    assert marked(OLD, NEW) == marked(OLD, NEW)
    assert clean(KK, "kk") == clean(KK, "kk")


def test_a_time_without_a_zone_and_an_unknown_language_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        marked(OLD, NEW, at=datetime(2026, 7, 20))  # noqa: DTZ001
    with pytest.raises(ValueError, match="unknown language 'de'"):
        redline_pdf([], title="т", author="а", at=AT, language="de")
    assert words(redline_pdf([], title="Пусто", author="а", at=AT, language="ru"))[0] == "Пусто"
