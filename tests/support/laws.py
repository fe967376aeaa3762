"""Generated texts of law: any numbering, notes, odd indents, glued units, mixed letters and line ends."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.support.drafts import Draft

SEEDS = st.integers(0, 2**48)

_RU = """аким округа ведёт учёт дорог и улиц утверждает план работ вносит предложения в порядке срок семь дней район
«Ақжол» (село) 2026 года торговля — благоустройство"""
_KK = """ауыл әкімі жолдар мен көшелердің есебін жүргізеді жұмыс жоспарын бекітеді ұсыныс енгізеді жеті күн
iшкi iстер бөлiмi «Ақжол» (ауыл) 2026 жыл сауда – абаттандыру"""
WORDS = {"ru": _RU.split(), "kk": _KK.split()}


@dataclass(frozen=True)
class Style:
    """How a generated text is printed."""

    language: str
    newline: str
    markdown: bool


styles = st.builds(Style, st.sampled_from(["ru", "kk"]), st.sampled_from(["\n", "\n", "\n", "\r\n"]), st.booleans())


def sentence(style: Style, capital: bool, end: str) -> st.SearchStrategy[str]:
    """Some words of the language, closed by `end`."""

    def join(words: list[str]) -> str:
        text = " ".join(words)
        first = text[0].upper() if capital else text[0].lower()
        return first + text[1:] + end

    return st.lists(st.sampled_from(WORDS[style.language]), min_size=1, max_size=9).map(join)


def numbers(size: int) -> st.SearchStrategy[list[str]]:
    """Numbers of a list in order, some inserted between: 1, 2, 2-1, 2-2, 3."""

    @st.composite
    def draw(pick: st.DrawFn) -> list[str]:
        found: list[str] = []
        current = 0
        for _ in range(pick(st.integers(1, size))):
            if found and pick(st.integers(0, 4)) == 0:
                base, _, inserted = found[-1].partition("-")
                found.append(f"{base}-{int(inserted or 0) + pick(st.integers(1, 2))}")
            else:
                current = int(found[-1].split("-")[0]) + 1 if found else current + 1
                found.append(str(current))
        return found

    return draw()


@st.composite
def law_lines(pick: st.DrawFn, style: Style) -> list[str]:
    """The paragraphs of a small law."""
    ru = style.language == "ru"
    head = "### " if style.markdown else ""
    chapter_head = "## " if style.markdown else ""
    lines: list[str] = []
    if style.markdown:
        lines.append("# " + pick(sentence(style, True, "")))
    if pick(st.booleans()):
        lines.append(pick(sentence(style, True, ".")))
    articles = pick(numbers(4))
    for position, article in enumerate(articles):
        if position % 2 == 0:
            chapter = str(position // 2 + 1)
            title = f"Глава {chapter}. Общие положения" if ru else f"{chapter}-тарау. Жалпы ережелер"
            lines.append(chapter_head + title)
        title = pick(sentence(style, True, ""))
        lines.append(head + (f"Статья {article}. {title}" if ru else f"{article}-бап. {title}"))
        lines.extend(pick(article_lines(style)))
    return lines


@st.composite
def article_lines(pick: st.DrawFn, style: Style) -> list[str]:
    """The paragraphs of one article."""
    lines: list[str] = []
    indent = pick(st.sampled_from(["", "", "   ", "\u00a0"]))
    note = "> *Сноска. Изменено.*" if style.language == "ru" else "> *Ескерту. Өзгертілді.*"
    if pick(st.integers(0, 3)) == 0:
        lines.append(pick(sentence(style, True, ".")))
        return lines
    for number in pick(numbers(3)):
        shape = pick(st.integers(0, 3))
        if shape == 0:
            lines.append(f"{number}. " + pick(sentence(style, True, ".")))
            if pick(st.booleans()):
                lines.append(pick(sentence(style, True, ".")))
            continue
        lines.append(f"{number}. " + pick(sentence(style, True, ":")))
        items = pick(numbers(4))
        for item in items:
            end = "." if item == items[-1] else ";"
            bracket = "\\)" if style.markdown and pick(st.integers(0, 5)) == 0 else ")"
            if pick(st.integers(0, 6)) == 0:
                lines.append(
                    f"{indent}*{item}{bracket} исключен;*" if style.language == "ru" else f"*{item}) алып тасталды;*"
                )
            elif shape == 1:
                lines.append(indent + pick(sentence(style, False, end)))
            else:
                lines.append(f"{indent}{item}{bracket} " + pick(sentence(style, False, end)))
            if pick(st.integers(0, 8)) == 0:
                lines.append(indent + note)
    if pick(st.booleans()):
        lines.append(note)
    return lines


@st.composite
def laws(pick: st.DrawFn, style: Style | None = None) -> tuple[str, str]:
    """(text, language)."""
    style = style or pick(styles)
    gap = style.newline * pick(st.sampled_from([1, 2, 2, 2, 3]))
    text = gap.join(pick(law_lines(style)))
    return text + pick(st.sampled_from(["", style.newline])), style.language


@st.composite
def pairs(pick: st.DrawFn) -> tuple[str, str, str]:
    """(old, new, language): two texts, the second an edit of the first, or another law altogether."""
    style = pick(styles)
    gap = style.newline * 2
    lines = pick(law_lines(style))
    edited = list(lines)
    for _ in range(pick(st.integers(0, 6))):
        action = pick(st.integers(0, 5))
        at = pick(st.integers(0, max(len(edited) - 1, 0)))
        if action == 0 and edited:
            del edited[at]
        elif action == 1:
            edited.insert(at, pick(st.sampled_from(lines)))
        elif action == 2 and edited:
            words = edited[at].split(" ")
            words[pick(st.integers(0, len(words) - 1))] = pick(st.sampled_from(WORDS[style.language]))
            edited[at] = " ".join(words)
        elif action == 3 and edited:
            edited.insert(pick(st.integers(0, len(edited) - 1)), edited.pop(at))
        elif action == 4 and edited:
            edited[at] = edited[at] + " " + pick(sentence(style, True, "."))
        else:
            edited = pick(law_lines(style)) if pick(st.integers(0, 9)) == 0 else edited
    return gap.join(lines), gap.join(edited), style.language


def _edited(seed: int, articles: int, edits: int) -> tuple[str, str, str]:
    draft = Draft(seed, articles)
    old = draft.text
    draft.edit(edits)
    return old, draft.text, draft.language


def edited() -> st.SearchStrategy[tuple[str, str, str]]:
    """(old, new, language): a text and what up to six changes of a drafter make of it. Cheaper than `pairs`."""
    return st.builds(_edited, SEEDS, st.integers(1, 3), st.integers(0, 6))


def _history(seed: int, articles: int, steps: int) -> tuple[list[str], str]:
    draft = Draft(seed, articles)
    texts = [draft.text]
    for _ in range(steps):
        draft.edit(draft.random.randint(1, 4))
        texts.append(draft.text)
    return texts, draft.language


def histories(steps: int = 4) -> st.SearchStrategy[tuple[list[str], str]]:
    """(texts, language): the editions of a law, each a few changes from the one before."""
    return st.builds(_history, SEEDS, st.integers(1, 3), st.integers(1, steps))
