"""Plain text: read exactly, or refused with a sentence that says what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.sources import SourceError, read_plain
from amendments.sources.limits import FILE_BYTES
from amendments.sources.messages import MESSAGES

LAW = "Статья 1. Сад\n\n1. Аким сада поливает деревья.\n2. Сход считает яблоки и груши.\n"
KAZAKH = "1-бап. Бақ\n\n1. Бақ әкімі ағаштарды суарады.\n2. Сход алма мен алмұртты санайды, үлгі көрсетеді.\n"


def refusal(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_plain(data)
    return caught.value


@pytest.mark.parametrize(("text", "language"), [(LAW, "ru"), (KAZAKH, "kk"), ("An act in English only, alas.", "")])
def test_a_text_in_utf_8_is_read_exactly_and_its_language_told(text: str, language: str) -> None:
    source = read_plain(text.encode())
    assert (source.text, source.language) == (text, language)


def test_a_short_text_is_told_by_its_words_or_not_at_all() -> None:
    assert read_plain("1-тарау. Жалпы ережелер\n1-бап. Ауыл\nАуыл.".encode()).language == "kk"
    assert read_plain("Глава 1. Общее\nСтатья 1. Село и город".encode()).language == "ru"
    assert read_plain("Абаттандыру туралы благоустройство и уборка".encode()).language == ""
    assert read_plain("Село Село Село Село Село".encode(), language="kk").language == "kk"


def test_a_mark_of_byte_order_stays_so_that_the_file_can_be_written_back() -> None:
    data = b"\xef\xbb\xbf" + LAW.encode()
    source = read_plain(data)
    assert source.text.encode() == data
    assert source.edition().at("art_1/pt_2") is not None


def test_utf_16_as_the_windows_notepad_saves_it_is_read() -> None:
    assert read_plain(KAZAKH.encode("utf-16")).text == KAZAKH


def test_windows_1251_is_named() -> None:
    error = refusal(LAW.encode("cp1251"))
    assert error.code == "cp1251"
    assert "Windows-1251" in error.describe("ru")
    assert "UTF-8" in error.describe("kk")


def test_bytes_in_no_known_encoding_are_refused_with_their_line() -> None:
    error = refusal(LAW.encode() + b"\xff\xfe\xfd\x80\x81")
    assert (error.code, error.params["line"]) == ("encoding", 5)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert refusal(data).code == "empty"


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"PK\x03\x04rest", "ZIP, DOCX"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "PNG"), (b"text\0text", "NUL")],
)
def test_binary_data_is_named(data: bytes, what: str) -> None:
    error = refusal(data)
    assert (error.code, error.params["what"]) == ("binary", what)


def test_a_control_character_is_named_with_its_line() -> None:
    error = refusal("первая\nвто\x1bрая".encode())
    assert error.describe("ru") == (
        "В строке 2 стоит управляющий символ U+001B, которого в тексте акта быть не может. Удалите его и повторите."
    )


def test_a_file_of_fifty_megabytes_is_too_big() -> None:
    error = refusal(b"a" * 50 * 1024 * 1024)
    assert error.describe("en").startswith("The file is too big: 50 MB where 20 MB are allowed.")
    assert read_plain(LAW.encode() + b" " * (FILE_BYTES - len(LAW.encode()))).language == "ru"


def test_a_text_without_articles_and_points_is_not_taken_for_an_act() -> None:
    recipe = "Взять два яблока и одну грушу. Варить до мягкости, подавать тёплыми, с мёдом и мятой."
    with pytest.raises(SourceError) as caught:
        read_plain(recipe.encode()).edition()
    assert caught.value.code == "not_a_law"


def test_a_text_in_the_other_language_is_not_taken_for_the_one_asked_for() -> None:
    with pytest.raises(SourceError) as caught:
        read_plain(KAZAKH.encode()).edition("ru")
    assert caught.value.describe("ru").startswith("Текст на другом языке: ожидался русский, а текст – казахский.")


def test_every_sentence_is_there_in_three_languages() -> None:
    assert {tuple(sorted(sentences)) for sentences in MESSAGES.values()} == {("en", "kk", "ru")}
    assert all(sentence.endswith(".") for sentences in MESSAGES.values() for sentence in sentences.values())


@given(st.binary(max_size=300))
def test_any_bytes_are_either_read_exactly_or_refused(data: bytes) -> None:
    try:
        text, said = read_plain(data).text, ""
    except SourceError as error:
        text, said = "", error.describe("kk")
    assert said or data in (text.encode(), text.encode("utf-16"), b"\xfe\xff" + text.encode("utf-16-be"))
