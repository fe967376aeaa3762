"""Addresses of the real Law No 148 (edition of 14 July 2026) and what stands there, read by hand in both texts.

A row names an address, the first word of the text found there (its number left out) and the last. The rows were made
by reading the printed pages and counting clauses and indents as the Law "On Legal Acts" has them counted; they were
not printed by the program. Single words only: the sentences stay in the corpus.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from amendments.law.edition import Edition
from amendments.law.normal import fold
from amendments.law.reader import read

pytestmark = pytest.mark.corpus
RU = """
pre                             Настоящий       маслихатов
ch_1/heading                    Общие           положения
ch_2-1/heading                  Создание        значения
ch_3-1/heading                  Участие         самоуправлении
ch_4/heading                    Заключительные  положения
art_1/heading                   Основные        Законе
art_1/ind_1                     В               понятия
art_1/sub_1                     аким            территории
art_1/sub_3-1                   социальная      Казахстан
art_1/sub_3-1/cl_1              социальная      объединениями
art_1/sub_3-1/cl_2              В               учреждения
art_1/sub_3-1/cl_3              Правовой        Казахстан
art_1/sub_16                    нестационарный  средство
art_2-1/heading                 Основы          самоуправления
art_2-1/pt_2/cl_1               Местное         самоуправления
art_2-1/pt_2/cl_2               Аким            самоуправления
art_3/pt_1/ind_1                Экономическую   составляют
art_3/pt_3/sub_1-1              трансферты      значения
art_3/pt_3/sub_3/ind_1          плата           на
art_3/pt_3/sub_3/ind_2          объектах        округов
art_3/pt_3/sub_3/ind_5          открытом        поселке
art_3/pt_3/sub_5                иные            Казахстан
art_3/pt_3/cl_2                 Плата           значения
art_5/pt_7/cl_1                 В               маслихата
art_5/pt_7/cl_2/ind_1           В               разделения
art_5/pt_7/cl_2/sub_2           депутаты        единиц
art_5/pt_7/cl_3                 В               упраздняется
art_20/pt_3/sub_3-3             отзыва          списку
art_20/pt_4/cl_2                На              маслихата
art_20/pt_4-1                   При             маслихат
art_21-1/heading                Депутатские     запросы
art_21-1/cl_1                   Депутат         бюджетов
art_21-1/cl_3                   Ответ           заместителем
art_21-1/cl_4                   Запросы         преследования
art_23-1/pt_3/cl_4              По              голосование
art_23-1/pt_3/cl_5              В               акима
art_23-1/pt_4                   Лицом           порядке
art_24/pt_5/cl_3                Выражение       маслихата
art_25-1/ind_1                  Руководитель    маслихата
art_25-1/sub_12                 осуществляет    аппарата
art_31/pt_1/sub_14-3            исполняет       Казахстан
art_31/pt_1/sub_19-1            обеспечивает    процесса
art_31/pt_1/sub_20              создает         Казахстан
art_31/pt_1/sub_24              разрабатывает   Казахстан
art_31/pt_1/sub_42-3            разъясняет      Законом
art_31/pt_1-1/cl_2              Акимат          советах
art_32/ind_2                    назначается     Законом
art_32/ind_3                    прекращает      усмотрению
art_32-2/pt_2/sub_2             прекращает      столицы
art_35/heading                  Компетенция     округа
art_35/pt_1/sub_12-11           организует      правонарушениях
art_35/pt_1/sub_24/ind_1        содействует     путем
art_35/pt_1/sub_24/ind_2        размещения      системы
art_35/pt_1/sub_24/ind_3        привлечения     осужденных
art_35/pt_1-3/sub_10            принимают       самоуправлении
art_35/pt_1-4/sub_3             обеспечивают    учета
art_36/pt_5/cl_1/sub_3-2        принятия        должности
art_36/pt_5/cl_2                Достижение      полномочий
art_36/pt_6/cl_2                На              округа
art_38-1/pt_4-1/cl_1            Аппарат         округах
art_38-1/pt_4-1/cl_2            Аппарат         человек
art_38-1/pt_4-1/cl_3/ind_1      Допускается     требований
art_38-1/pt_4-1/cl_3/ind_2      расположение    Казахстан
art_38-1/pt_4-1/cl_3/ind_3      отсутствие      значения
art_39-1/cl_3                   Иностранные     Казахстан
art_39-2/pt_1/cl_2              Ограничение     порядке
art_39-3/pt_1/cl_2              Не              суда
art_39-3/pt_2/sub_4-2           заслушивание    программ
art_39-3/pt_3-1/cl_2            Типовой         самоуправления
art_39-3/pt_4/cl_4              Методологическое  бюджета
art_39-3/pt_4/cl_7              Аким            округа
art_39-3/pt_5-1/cl_2            Регламент       самоуправления
art_39-3/pt_9-1                 Допускается     решений
art_39-3/pt_10/cl_2             Для             сообщества
art_39-3/pt_10/cl_3/ind_1       На              указываются
art_39-3/pt_10/cl_3/sub_5       повестка        решения
art_39-3/pt_10/cl_4             Протокол        округа
art_39-4/sub_8                  обеспечивать    значения
art_39-7/pt_2/cl_2              Типовое         самоуправления
art_41/pt_4                     Установить      года
"""
KK = """
pre                             Осы             белгілейді
ch_1/heading                    ЖАЛПЫ           ЕРЕЖЕЛЕР
ch_3-1/heading                  Азаматтардың    қатысуы
ch_4/heading                    ҚОРЫТЫНДЫ       ЕРЕЖЕЛЕР
art_1/ind_1                     Осы             пайдаланылады
art_1/sub_3-1/cl_1              әлеуметтік      жатады
art_1/sub_3-1/cl_2              Астанада        істейді
art_1/sub_3-1/cl_3              Республикалық   айқындалады
art_1/sub_16                    стационарлық    құралы
art_2-1/pt_2/cl_2               Облыстың        асырады
art_3/pt_3/sub_1-1              облыстық        трансферттер
art_3/pt_3/sub_3/ind_1          сыртқы          жарнаманы
art_3/pt_3/sub_3/ind_5          аудандық        кеңістікте
art_20/pt_3/sub_3-2             Қазақстан       тоқтатса
art_20/pt_4/cl_2                Мәслихат        тоқтатады
art_20/pt_4-1                   Өкілеттіктер    хабарлайды
art_21-1/cl_3                   Депутаттық      тиіс
art_21-1/cl_4                   Прокурордың     тиіс
art_21-3/heading                Мәслихат        арттыру
art_23-1/pt_3/cl_4              Талқылау        өткізіледі
art_23-1/pt_3/cl_5              Егер            жібереді
art_23-1/pt_4/cl_3              Бұл             тағайындайды
art_24/pt_2/ind_1               Мыналар         Мыналар
art_24/pt_2/sub_2               жергілікті      табылады
art_24/pt_5/cl_3                Әкімге          ресімделеді
art_32-2/heading                Облыстық        тәртібі
art_35/heading                  Қаладағы        құзыреті
art_35/pt_1/sub_12-11           Қазақстан       ұйымдастырады
art_35/pt_1/sub_24/ind_1        қылмыстық-атқару  ішінде
art_35/pt_1/sub_24/ind_2        қылмыстық-атқару  орналастыру
art_35/pt_1/sub_24/ind_3        қылмыстық-атқару  жәрдемдеседі
art_35/pt_1-4/sub_3             шаруашылық      етеді
art_36/pt_5/cl_1/sub_3-2        ауданның        қабылдаған
art_36/pt_5/cl_2                Сайланған       табылмайды
art_36/pt_6/cl_2                Ауданның        тоқтатады
art_36-2/heading                Сайланатын      талаптар
art_38-1/pt_4-1/cl_2            Әкім            құрылады
art_38-1/pt_4-1/cl_3/ind_1      Халқының        кезде
art_38-1/pt_4-1/cl_3/ind_2      Қазақстан       орналасса
art_38-1/pt_4-1/cl_3/ind_3      50              беріледі
art_39-1/cl_3                   Жергілікті      бар
art_39-2/pt_1/cl_2              Қазақстан       мүмкін
art_39-3/pt_2/sub_4-2           аудандық        талқылау
art_39-3/pt_3-1/cl_2            Жергілікті      бекітеді
art_39-3/pt_4/cl_4              Мониторинг      етеді
art_39-3/pt_4/cl_7              Тиісті          енгізеді
art_39-3/pt_6/cl_2              Жергілікті      сайланады
art_39-3/pt_10/cl_3/sub_5       күн             көрсетіледі
art_39-3/pt_10/cl_4             Хаттамаға       беріледі
art_39-4/pt_1/sub_8             жергілікті      міндетті
art_39-7/pt_2/cl_2              Жергілікті      бекітеді
art_41/pt_4                     Осы             белгіленсін
"""
# Units that the printed pages do not have: the end of a list or of a point, and notes that must not be counted.
NOTHING = """
ru art_3/pt_3/sub_3/ind_6
ru art_3/pt_3/cl_3
ru art_21-1/cl_5
ru art_23-1/pt_4/cl_2
ru art_35/pt_1/sub_24/ind_4
ru art_36/pt_5/cl_3
ru art_38-1/pt_4-1/cl_4
ru art_38-1/pt_4-1/cl_3/ind_4
ru art_39-3/pt_4/cl_8
ru art_39-3/pt_10/cl_5
ru art_39-4/pt_1
kk art_3/pt_3/cl_3
kk art_21-1/cl_5
kk art_23-1/pt_4/cl_4
kk art_35/pt_1/sub_24/ind_4
kk art_38-1/pt_4-1/cl_4
kk art_39-3/pt_4/cl_8
kk art_39-3/pt_10/cl_5
kk art_39-4/sub_1
"""
ROWS = [
    (language, *line.split())
    for language, table in (("ru", RU), ("kk", KK))
    for line in table.splitlines()
    if line.strip()
]
_MARKS = "«»\"'“”()[].,;:–—-*"


@pytest.fixture(scope="module")
def editions(corpus: Path) -> dict[str, Edition]:
    """The edition of 14 July 2026 by language."""
    found = {}
    for folder, language in (("rus", "ru"), ("kaz", "kk")):
        text = (corpus / "law148" / folder / "2026-07-14.md").read_text(encoding="utf-8")
        found[language] = read(text, language)
    return found


def _words(edition: Edition, address: str) -> list[str]:
    """The words at an address, the number of the unit left out."""
    target = edition.locate(address)
    assert target is not None, f"nothing at {address}"
    text = target.words
    label = target.provision.label.strip()
    if target.view != "heading" and label and text.startswith(label):
        text = text[len(label) :]
    return [word for raw in text.split() if (word := fold(raw).strip(_MARKS))]


def test_the_table_is_large_enough_and_names_no_row_twice() -> None:
    assert len(ROWS) >= 120
    assert len({row[:2] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("language", "address", "first", "last"), ROWS)
def test_the_text_at_an_address_begins_and_ends_with_the_words_read_there(
    editions: dict[str, Edition], language: str, address: str, first: str, last: str
) -> None:
    words = _words(editions[language], address)
    assert (words[0], words[-1]) == (fold(first), fold(last))
    assert not {"Сноска", "Ескерту"} & set(words)


@pytest.mark.parametrize(("language", "address"), [line.split() for line in NOTHING.splitlines() if line])
def test_nothing_is_found_where_the_page_has_nothing(editions: dict[str, Edition], language: str, address: str) -> None:
    assert editions[language].locate(address) is None
