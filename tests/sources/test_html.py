"""Pages of Әділет as a browser saves them."""

from __future__ import annotations

import pytest

from amendments.sources import SourceError, read_html

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Әділет</title><style>p {{ color: red }}</style></head>
<body><header><a href="/">Главная</a></header>
<div class="slogan"><h1>О садах</h1></div>
<nav><ul><li>Статья 1. Аким</li></ul></nav>
<article>
<p id="z1">&nbsp;&nbsp;&nbsp; Настоящий Закон – о садах.</p>
<h3 id="z2">РАЗДЕЛ 1. ОБЩЕЕ<br>Глава 1. Люди<br>сада</h3>
<p><b><a name="z3"></a>Статья 1. Аким</b></p>
<p id="z4">&nbsp; 1. Аким сада <a href="#z9">поливает</a>
деревья и&nbsp;кусты;</p>
<span class="note">Сноска. Статья 1 с изменениями.<br>Порядок прилагается.</span>
<font color="#FF0000">Примечание ИЗПИ! Статью 2 изменят.</font>
<p><b>Статья 2. Сход</b></p>
<p>Сход <b>хвалит</b> акима.</p>
<script>alert("1. Зло.")</script>
</article>
<div class="container_omega aftertext">Подвал</div>
</body></html>
"""
TEXT = """# О садах

Настоящий Закон – о садах.

## РАЗДЕЛ 1. ОБЩЕЕ

## Глава 1. Люди сада

### Статья 1. Аким

1. Аким сада поливает деревья и\u00a0кусты;

> Сноска. Статья 1 с изменениями.

> Порядок прилагается.

> Примечание ИЗПИ! Статью 2 изменят.

### Статья 2. Сход

Сход хвалит акима.
"""


def refusal(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_html(data)
    return caught.value


def test_a_page_becomes_what_the_mirror_prints() -> None:
    source = read_html(PAGE.encode())
    assert source.text == TEXT
    assert (source.language, source.form, source.metadata) == ("ru", "html", {"title": "О садах"})


def test_its_structure_is_that_of_an_act() -> None:
    edition = read_html(PAGE.encode()).edition()
    assert [address for address, unit in edition if unit.kind != "note"] == [
        "pre",
        "sec_1",
        "ch_1",
        "art_1",
        "art_1/pt_1",
        "art_2",
        "art_2/cl_1",
    ]


def test_a_kazakh_page() -> None:
    page = (
        "<html><body><article><p><b>1-бап. Әкім</b></p><p>1. Бақ әкімі ағаштарды суарады.</p></article></body></html>"
    )
    source = read_html(page.encode())
    assert (source.text, source.language) == ("### 1-бап. Әкім\n\n1. Бақ әкімі ағаштарды суарады.\n", "kk")


def test_a_page_that_names_its_old_encoding_is_read_in_it() -> None:
    page = PAGE.replace("utf-8", "windows-1251").replace("Ә", "А")
    assert read_html(page.encode("cp1251")).text == TEXT


def test_cells_of_a_table_are_lines_of_their_own() -> None:
    page = (
        "<article><p>1. Сады города и области:</p><table><tr><td>Яблоневый</td><td>Грушевый</td></tr></table></article>"
    )
    assert read_html(page.encode()).text == "1. Сады города и области:\n\nЯблоневый\n\nГрушевый\n"


def test_a_page_without_words() -> None:
    assert refusal(b"<html><body><img src='scan.png'></body></html>").code == "no_text"
    assert refusal("<html><body><h1>О садах</h1></body></html>".encode()).code == "no_text"


def test_elements_nested_without_end() -> None:
    assert refusal(b"<html><body>" + b"<div>" * 100_000 + "сад".encode()).code == "too_deep"


def test_entities_of_its_own_are_not_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "ха"><!ENTITY b "&a;&a;">]><html><body><p>1. Смех: &b;.</p></body></html>'
    assert "хаха" not in read_html(page.encode()).text


def test_a_page_of_fifty_megabytes() -> None:
    assert refusal(b"<html>" + b"a" * 50 * 1024 * 1024).code == "too_big"
