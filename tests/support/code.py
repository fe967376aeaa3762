"""A small code in our own words: its numbered units are parts, and what stands under them points."""

from __future__ import annotations

from amendments.law.edition import Edition
from amendments.law.reader import read

RU = """# Кодекс Республики Казахстан о садах

### Статья 12. Полив

1. Сад поливают утром.

2. Сад поливает:

1) садовник;

2) сторож сада.

2-1. Сад стерегут ночью.

3. Садовник вправе:

1) закрыть сад;

2) пригласить сторожа;

2-1) собрать плоды.

Плоды делят поровну.

4. Сторож обходит сад.

Обход записывают в журнал.

### Статья 13. Сбор

1) яблок;

2) груш.
"""
KK = """# Қазақстан Республикасының Бақтар туралы кодексі

### 12-бап. Суару

1. Бақты таңертең суарады.

2. Бақты мыналар суарады:

1) бағбан;

2) бақ күзетшісі.

2-1. Бақты түнде күзетеді.

3. Бағбан құқылы:

1) бақты жабуға;

2) күзетшіні шақыруға;

2-1) жемісті жинауға.

Жеміс тең бөлінеді.
"""


def code(language: str) -> Edition:
    """The code in a language."""
    return read(RU if language == "ru" else KK, language)
