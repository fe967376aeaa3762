"""Generated laws: chapters, articles, points, subpoints, clauses and notes in the proportions of a real one.

A longer law of the same seed begins with the shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.words import Writer

_ARTICLES_OF_A_CHAPTER = (6, 16)
_POINTS = (1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 9)
_SUBPOINTS = (2, 3, 4, 5, 6, 8, 11, 14, 22, 40)
_LISTED = 0.14  # share of points that open a list
_CLAUSED = 0.22  # share that have a second paragraph
_NOTED = 0.09  # share of paragraphs that a note follows
_INSERTED = 0.1  # share of numbers that came in later: «4-1»
BLANK = "\n\n"


def law(characters: int, seed: int = 1) -> str:
    """A law in Russian in the Markdown of the public mirror, of that many characters or a little more."""
    lines: list[str] = []
    size = 0
    for line in _lines(Writer(seed)):
        lines.append(line)
        size += len(line) + len(BLANK)
        if size >= characters:
            break
    return BLANK.join(lines) + "\n"


def _lines(writer: Writer) -> Iterator[str]:
    """The paragraphs of a law without an end."""
    yield "# О содержании улиц и дворов"
    chapter = article = 0
    while True:
        chapter += 1
        yield f"## Глава {chapter}. {writer.sentence(40, '')}"
        for _ in range(writer.random.randint(*_ARTICLES_OF_A_CHAPTER)):
            article += 1
            yield from _article(writer, article)


def _article(writer: Writer, number: int) -> Iterator[str]:
    yield f"### Статья {number}. {writer.sentence(writer.length(50, 0.5, 180), '')}"
    for point in _numbers(writer, writer.random.choice(_POINTS)):
        if writer.random.random() < _LISTED:
            yield f"{point}. {writer.sentence(writer.length(120, 0.5, 400), ':')}"
            yield from _list(writer)
        else:
            yield f"{point}. {writer.sentence(writer.length(175, 0.5, 900))}"
            yield from _note(writer)
            if writer.random.random() < _CLAUSED:
                yield writer.sentence(writer.length(190, 0.5, 900))
    yield _noted(writer, 190)


def _list(writer: Writer) -> Iterator[str]:
    numbers = _numbers(writer, writer.random.choice(_SUBPOINTS))
    for number in numbers:
        end = "." if number == numbers[-1] else ";"
        yield f"{number}) {writer.sentence(writer.length(145, 0.6, 1100), end, capital=False)}"
        yield from _note(writer)


def _numbers(writer: Writer, count: int) -> list[str]:
    """1, 2, 2-1, 2-2, 3: some came in between."""
    found: list[str] = []
    whole = inserted = 0
    for _ in range(count):
        if whole and writer.random.random() < _INSERTED:
            inserted += 1
            found.append(f"{whole}-{inserted}")
        else:
            whole, inserted = whole + 1, 0
            found.append(str(whole))
    return found


def _note(writer: Writer) -> Iterator[str]:
    if writer.random.random() < _NOTED:
        yield _noted(writer, 190)


def _noted(writer: Writer, median: int) -> str:
    day = f"{writer.random.randint(1, 28):02}.{writer.random.randint(1, 12):02}.{writer.random.randint(2002, 2025)}"
    act = f"Сноска. В редакции Закона РК от {day} № {writer.random.randint(1, 480)}"
    return f"> *{act}; {writer.sentence(writer.length(median, 0.5, 3000), '.', capital=False)}*"
