"""The formulas that are understood: what each orders, with an example in both languages.

The examples are held to the grammar by a test; `docs/formulas.md` is made from them and from the words of the lexicons;
a problem names the nearest of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from amendments.instructions.lexicon import Lexicon
from amendments.instructions.lexicon_kk import KK
from amendments.instructions.lexicon_ru import RU

_BLOCK: Final = "«…»"


@dataclass(frozen=True)
class Formula:
    """One formula. `verb` and `parts` say what it is made of, `makes` which operation it orders."""

    key: str
    verb: str
    parts: frozenset[str]
    makes: str
    ru: str
    kk: str


def _row(key: str, verb: str, parts: str, makes: str, ru: str, kk: str) -> Formula:
    return Formula(key, verb, frozenset(parts.split()), makes, ru, kk)


FORMULAS: Final = (
    _row(
        "replace words", "replace", "place words with_words", "replace_words",
        "в пункте 2 статьи 9 слова «один месяц» заменить словами «десять дней»;",
        "9-баптың 2-тармағындағы «бір ай» деген сөздер «он күн» деген сөздермен ауыстырылсын;",
    ),
    _row(
        "put words instead of words", "put", "place words", "replace_words",
        "в пункте 2 статьи 9 вместо слов «один месяц» указать слова «десять дней»;",
        "9-баптың 2-тармағында «бір ай» деген сөздердің орнына «он күн» деген сөздер көрсетілсін;",
    ),
    _row(
        "read words instead of words", "put", "place words", "replace_words",
        "в пункте 2 статьи 9 вместо слов «один месяц» читать «десять дней»;",
        "9-баптың 2-тармағында «бір ай» деген сөздердің орнына «он күн» деп оқылсын;",
    ),
    _row(
        "replace several words respectively", "replace", "place words respectively with_words", "replace_words",
        "в пункте 2 статьи 9 слова «месяц», «месяца» заменить соответственно словами «год», «года»;",
        "9-баптың 2-тармағындағы «ай», «айдың» деген сөздер тиісінше «жыл», «жылдың» деген сөздермен ауыстырылсын;",
    ),
    _row(
        "replace digits", "replace", "place words with_words", "replace_words",
        "в подпункте 3) статьи 4 цифры «10» заменить цифрами «20»;",
        "4-баптың 3) тармақшасындағы «10» деген цифрлар «20» деген цифрлармен ауыстырылсын;",
    ),
    _row(
        "replace a sign", "replace", "place words with_words", "replace_words",
        "в подпункте 3) статьи 4 знак «.» заменить знаком «;»;",
        "4-баптың 3) тармақшасындағы «.» деген белгі «;» деген белгімен ауыстырылсын;",
    ),
    _row(
        "replace words in any case", "replace", "place words inflected with_words", "replace_words",
        "в статье 7 слово «орган» (в соответствующих падежах) заменить словом «комитет»;",
        "7-баптағы «орган» деген сөз (тиісті септіктерде) «комитет» деген сөзбен ауыстырылсын;",
    ),
    _row(
        "replace throughout", "replace", "throughout words with_words", "replace_throughout",
        "по всему тексту слова «сельский округ», «сельского округа» заменить соответственно словами «село», «села»;",
        "бүкіл мәтін бойынша «округ», «округтің» деген сөздер тиісінше «ауыл», «ауылдың» деген сөздермен ауыстырылсын;",
    ),
    _row(
        "replace in a heading", "replace", "place words with_words", "replace_words",
        "в заголовке статьи 9 слово «депутат» заменить словом «член»;",
        "9-баптың тақырыбындағы «депутат» деген сөз «мүше» деген сөзбен ауыстырылсын;",
    ),
    _row(
        "exclude words", "remove", "place words", "remove_words",
        "в части второй пункта 1 статьи 9 слова «и другие» исключить;",
        "9-баптың 1-тармағының екінші бөлігіндегі «және басқа» деген сөздер алып тасталсын;",
    ),
    _row(
        "add words after words", "add", "unit anchor with_words", "insert_words",
        "пункт 2 статьи 9 после слова «акима» дополнить словами «и маслихата»;",
        "9-баптың 2-тармағы «әкімнің» деген сөзден кейін «және мәслихаттың» деген сөздермен толықтырылсын;",
    ),
    _row(
        "add words before words", "add", "unit anchor with_words", "insert_words",
        "пункт 2 статьи 9 перед словом «акима» дополнить словом «избранного»;",
        "9-баптың 2-тармағы «әкімнің» деген сөздің алдынан «сайланған» деген сөзбен толықтырылсын;",
    ),
    _row(
        "add words at the end", "add", "unit with_words", "append_words",
        "пункт 2 статьи 9 дополнить словами «в течение месяца»;",
        "9-баптың 2-тармағы «бір ай ішінде» деген сөздермен толықтырылсын;",
    ),
    _row(
        "new edition of a unit", "restate", "unit redaction block", "restate",
        f"пункт 2 статьи 9 изложить в следующей редакции: {_BLOCK.replace('…', '2. Ответ дают за месяц.')};",
        f"9-баптың 2-тармағы мынадай редакцияда жазылсын: {_BLOCK.replace('…', '2. Жауап бір айда беріледі.')};",
    ),
    _row(
        "new edition of several units", "restate", "unit redaction block", "restate",
        "части вторую и третью пункта 2 статьи 9 изложить в следующей редакции:\n\n«Первая.\n\nВторая.»;",
        "9-баптың 2-тармағының екінші және үшінші бөліктері мынадай редакцияда жазылсын:\n\n«Бірінші.\n\nЕкінші.»;",
    ),
    _row(
        "new edition of a sentence", "restate", "unit redaction block", "restate",
        "второе предложение пункта 2 статьи 9 изложить в следующей редакции: «Срок продлевают.»;",
        "9-баптың 2-тармағының екінші сөйлемі мынадай редакцияда жазылсын: «Мерзім ұзартылады.»;",
    ),
    _row(
        "new heading", "restate", "unit redaction block", "rename_heading",
        "заголовок статьи 9 изложить в следующей редакции: «Права депутата»;",
        "9-баптың тақырыбы мынадай редакцияда жазылсын: «Депутаттың құқықтары»;",
    ),
    _row(
        "add numbered units", "add", "unit with_unit content block", "insert",
        "пункт 1 статьи 12 дополнить подпунктами 3-1) и 3-2) следующего содержания:\n\n«3-1) одно;\n\n3-2) другое;»;",
        "1-тармақ мынадай мазмұндағы 3-1) және 3-2) тармақшалармен толықтырылсын:\n\n«3-1) бір;\n\n3-2) екі;»;",
    ),
    _row(
        "add a clause or an indent", "add", "unit with_unit content block", "insert",
        "пункт 1 статьи 12 дополнить частью второй следующего содержания: «Список публикуется.»;",
        "12-баптың 1-тармағы мынадай мазмұндағы екінші бөлікпен толықтырылсын: «Тізім жарияланады.»;",
    ),
    _row(
        "add a sentence", "add", "unit with_unit content block", "insert",
        "пункт 1 статьи 12 дополнить предложением следующего содержания: «Список публикуется.»;",
        "12-баптың 1-тармағы мынадай мазмұндағы сөйлеммен толықтырылсын: «Тізім жарияланады.»;",
    ),
    _row(
        "add an article", "add", "with_unit content block", "insert",
        "дополнить статьей 12-1 следующего содержания:\n\n«Статья 12-1. Отчет\n\nОтчет дают раз в год.»;",
        "мынадай мазмұндағы 12-1-баппен толықтырылсын:\n\n«12-1-бап. Есеп\n\nЕсеп жылына бір рет беріледі.»;",
    ),
    _row(
        "exclude units", "remove", "unit", "remove",
        "подпункты 4) и 5) пункта 1 статьи 12 исключить;",
        "12-баптың 1-тармағының 4) және 5) тармақшалары алып тасталсын;",
    ),
    _row(
        "exclude a sentence", "remove", "unit", "remove",
        "второе предложение пункта 6 статьи 12 исключить;",
        "12-баптың 6-тармағының екінші сөйлемі алып тасталсын;",
    ),
    _row(
        "repeal a unit", "repeal", "unit", "remove",
        "статью 12 признать утратившей силу;",
        "12-баптың күші жойылды деп танылсын;",
    ),
    _row(
        "renumber", "count", "unit with_unit", "renumber",
        "пункты 3 и 4 статьи 12 считать соответственно пунктами 4 и 5;",
        "12-баптың 3 және 4-тармақтары тиісінше 4 және 5-тармақтар деп есептелсін;",
    ),
    _row(
        "suspend", "suspend", "unit period", "suspend",
        "приостановить до 1 января 2030 года действие пункта 3 статьи 12;",
        "12-баптың 3-тармағының қолданысы 2030 жылғы 1 қаңтарға дейін тоқтатыла тұрсын;",
    ),
    _row(
        "suspend with a temporary text", "suspend", "unit period block", "suspend",
        "приостановить до 1 января 2030 года действие пункта 3 статьи 12, установив, что в период приостановления "
        "данный пункт действует в следующей редакции: «3. Срок – месяц.»;",
        "12-баптың 3-тармағының қолданысы 2030 жылғы 1 қаңтарға дейін тоқтатыла тұрсын, тоқтатыла тұрған кезеңде "
        "осы тармақ мынадай редакцияда қолданылады деп белгіленсін: «3. Мерзімі – бір ай.»;",
    ),
)  # fmt: skip


def nearest(verb: str, parts: Iterable[str], language: str) -> str:
    """The example of the formula nearest to what was read, "" where nothing was."""
    have = set(parts)
    best, score = "", 0.0
    for formula in FORMULAS:
        common = len(have & formula.parts) + (2 if verb == formula.verb else 0)
        value = common - 0.4 * len(formula.parts - have) - 0.2 * len(have - formula.parts)
        if common and value > score:
            best, score = (formula.kk if language == "kk" else formula.ru), value
    return " ".join(best.split())


def render() -> str:
    """`docs/formulas.md`: the formulas and the words of both lexicons as tables."""
    lines = [
        "# Formulas that are understood",
        "",
        "Made from the grammar's data (`amendments/instructions/catalogue.py`, the lexicons); a test holds it to them.",
        "Several units, ranges, nested context lines and any order of place and verb are understood in each formula.",
        "",
        "| formula | operation | Russian | Kazakh |",
        "|---|---|---|---|",
    ]
    lines += [f"| {row.key} | `{row.makes}` | {_cell(row.ru)} | {_cell(row.kk)} |" for row in FORMULAS]
    lines += ["", "## Words", "", "| what | Russian | Kazakh |", "|---|---|---|"]
    keys = sorted({key for lexicon in (RU, KK) for items in lexicon.phrases.values() for _, key in items})
    lines += [f"| {key} | {_said(RU, key)} | {_said(KK, key)} |" for key in keys]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _said(lexicon: Lexicon, key: str) -> str:
    found = [" ".join(words) for items in lexicon.phrases.values() for words, name in items if name == key]
    return "; ".join(sorted(found))
