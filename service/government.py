"""The Government's table of powers: what seems duplicated, another's or missing, and what is proposed, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from amendments.documents import Column, Form, TableRow, comparative_table_docx
from amendments.documents.citing import cite
from amendments.powers.loading import bodies
from service.store.power_lists import Lists, PowerFilter

if TYPE_CHECKING:
    from amendments.powers import Duplicate, Missing, NonCore, Power
    from amendments.powers import Proposal as Proposed
    from service.store.proposals import ProposalEntry

COLUMNS: Final = (
    Column("number", {"ru": "№", "kk": "№"}, 1.2),
    Column("level", {"ru": "Уровень", "kk": "Деңгей"}, 3.0),
    Column("power", {"ru": "Полномочие", "kk": "Өкілеттік"}, 6.5),
    Column("provision", {"ru": "Структурный элемент", "kk": "Құрылымдық элемент"}, 3.6),
    Column("problem", {"ru": "Вид проблемы", "kk": "Мәселенің түрі"}, 3.4),
    Column("proposal", {"ru": "Предложение", "kk": "Ұсыныс"}, 3.0),
    Column("grounds", {"ru": "Обоснование", "kk": "Негіздеме"}, 5.0),
)
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "title": {
        "ru": "Полномочия: дублирование, непрофильное, недостающее. {0}",
        "kk": "Өкілеттіктер: қайталанатын, бейінге жатпайтын, жетіспейтін. {0}",
    },
    "advice": {
        "ru": "Составлено алгоритмом по тексту закона; каждая строка – совет, решает человек. Показаны пары с теми же"
        " словами или тем же предметом; пары, которые только пересекаются, – в системе.",
        "kk": "Заң мәтіні бойынша алгоритм жасаған; әр жол – кеңес, шешімді адам қабылдайды. Сөздері немесе мәні бірдей"
        " жұптар көрсетілген; тек қиылысатын жұптар жүйеде бар.",
    },
    "sheet": {"ru": "Полномочия", "kk": "Өкілеттіктер"},
    "identical": {"ru": "дублирование: те же слова", "kk": "қайталау: сол сөздер"},
    "same_object": {"ru": "дублирование: тот же предмет", "kk": "қайталау: сол мән"},
    "sure": {"ru": "непрофильное", "kk": "бейінге жатпайды"},
    "unsure": {"ru": "возможно, непрофильное", "kk": "бейінге жатпауы мүмкін"},
    "asked": {"ru": "недостаёт: просят", "kk": "жетіспейді: сұрайды"},
    "chain": {"ru": "недостаёт: разрыв в цепочке", "kk": "жетіспейді: тізбек үзілген"},
    "means": {"ru": "недостаёт: обязанность без средств", "kk": "жетіспейді: қаражатсыз міндет"},
    "proposed": {"ru": "предложение", "kk": "ұсыныс"},
    "keep": {"ru": "сохранить", "kk": "сақтау"},
    "clarify": {"ru": "уточнить", "kk": "нақтылау"},
    "exclude": {"ru": "исключить", "kk": "алып тастау"},
    "transfer": {"ru": "передать", "kk": "беру"},
    "add": {"ru": "добавить", "kk": "қосу"},
    "look": {"ru": "рассмотреть", "kk": "қарау"},
    "same": {"ru": "Общие слова с {0}: {1}", "kk": "{0} ортақ сөздер: {1}"},
    "by": {"ru": "{0} ({1})", "kk": "{0} ({1})"},
}


_HEAD: Final = 3
"""The row of headings, from 0."""
_LETTERS: Final = 5  # letters in a centimetre
_A4: Final = 9  # the number of the format in a workbook
_LONGEST: Final = 32_000
"""Characters of a cell; a spreadsheet holds 32,767."""


@dataclass(frozen=True, slots=True)
class GovernmentRow:
    """One row: level, power, provision, kind of problem, proposal, grounds; all in words of one language."""

    level: str
    power: str
    provision: str
    problem: str
    proposal: str
    grounds: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells in the order of the columns after the number."""
        return self.level, self.power, self.provision, self.problem, self.proposal, self.grounds


def government_rows(
    lists: Lists, advice: Iterable[Proposed], proposals: Sequence[ProposalEntry], language: str
) -> list[GovernmentRow]:
    """The rows of a register: duplicated, non-core, missing, then what people propose; `language` is ru or kk.

    `advice` is what the algorithm proposes, `proposals` those that people made.
    """
    kinds = {one.address: one.kind for one in advice if one.address}
    table = _Rows(lists, kinds, language)
    everything = PowerFilter()
    return [
        *(table.duplicate(one) for one in lists.strong),
        *(table.non_core(one) for one in lists.non_core(everything)),
        *(table.missing(one) for one in lists.missing(everything)),
        *(table.proposed(one) for one in proposals),
    ]


class _Rows:
    def __init__(self, lists: Lists, kinds: Mapping[str, str], language: str) -> None:
        self.lists = lists
        self.kinds = kinds
        self.language = language
        self.levels = {one.id: one.name[language] for one in bodies(language).levels}

    def duplicate(self, one: Duplicate) -> GovernmentRow:
        """Both powers in one row, the lower one second."""
        power = f"{one.left.words}\n{one.right.words}"
        place = "\n".join(cite(side.address, self.language) for side in (one.left, one.right))
        level = "\n".join(self._levels(side.levels) for side in (one.left, one.right))
        kind = next((self.kinds[a] for a in reversed(one.addresses) if a in self.kinds), "look")
        words = _say("same", self.language).format(cite(one.right.address, self.language), ", ".join(one.common))
        return GovernmentRow(level, power, place, _say(one.grade, self.language), _say(kind, self.language), words)

    def non_core(self, one: NonCore) -> GovernmentRow:
        """A power of another branch's kind."""
        grounds = f"{one.kind.name[self.language]}: {one.kind.reason[self.language]}. {one.kind.source[self.language]}"
        return self._row(one.power, "sure" if one.kind.sure else "unsure", grounds)

    def missing(self, one: Missing) -> GovernmentRow:
        """Something that is not there."""
        if one.power is not None:
            return self._row(one.power, one.kind, one.name[self.language])
        asked = one.asked
        if asked is None:  # pragma: no cover - the domain gives one or the other
            raise ValueError("a missing power is neither asked for nor part of the register")
        words = asked.words.get(self.language) or next(iter(asked.words.values()))
        kind = "transfer" if one.near else "add"
        near = "\n".join(cite(power.address, self.language) for power in one.near[:3])
        grounds = f"{one.name[self.language]} ({asked.source[self.language]})"
        return GovernmentRow(
            self._levels((asked.level,)), words, near, _say("asked", self.language), _say(kind, self.language), grounds
        )

    def proposed(self, entry: ProposalEntry) -> GovernmentRow:
        """What a person proposes."""
        row = entry.proposal
        powers = self.lists.register.by_address.get(row.address, ())
        level = self._levels(powers[0].levels) if powers else self._levels((row.to_level,) if row.to_level else ())
        words = " ".join(power.words for power in powers) or row.title
        author = entry.author.login if entry.author is not None else ""
        if entry.author is not None:
            author = (entry.author.name_kk if self.language == "kk" else entry.author.name_ru) or author
        grounds = _say("by", self.language).format(f"{row.title}. {row.text}", author) if author else row.text
        kind = _say(row.kind.value, self.language)
        goal = self._levels((row.to_level,)) if row.to_level else ""
        return GovernmentRow(
            level,
            words,
            cite(row.address, self.language) if row.address else "",
            _say("proposed", self.language),
            f"{kind} → {goal}" if goal and row.kind.value in ("transfer", "add") else kind,
            grounds,
        )

    def _row(self, power: Power, problem: str, grounds: str) -> GovernmentRow:
        kind = self.kinds.get(power.address, "look")
        return GovernmentRow(
            self._levels(power.levels),
            power.words,
            cite(power.address, self.language),
            _say(problem, self.language),
            _say(kind, self.language),
            grounds,
        )

    def _levels(self, levels: Iterable[str]) -> str:
        return "; ".join(self.levels.get(level, level) for level in levels)


def government_docx(rows: Sequence[GovernmentRow], *, title: str, author: str, at: datetime, language: str) -> bytes:
    """The table as a Word document on sheets turned sideways; `title` names the act and its edition."""
    form = Form(_WORDS["title"], COLUMNS)
    keys = [column.key for column in COLUMNS[1:]]
    lines = [TableRow("", "", (), (), dict(zip(keys, row.cells, strict=True))) for row in rows]
    notes = [_say("advice", language)]
    return comparative_table_docx(lines, project=title, author=author, at=at, language=language, form=form, notes=notes)


def government_xlsx(rows: Sequence[GovernmentRow], *, title: str, language: str) -> bytes:
    """The table as an Excel workbook. Every cell is text: nothing of a law or of a person's words is ever a formula or
    a link, however it begins, also when somebody edits the cell."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = Workbook(stream, {"in_memory": True, **options})
    sheet = book.add_worksheet(_say("sheet", language))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@", "quote_prefix": True})
    strong = book.add_format({"bold": True, "quote_prefix": True})
    sheet.write_string(0, 0, _say("title", language).format(title)[:_LONGEST], strong)
    sheet.write_string(1, 0, _say("advice", language))
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, round(column.width * _LETTERS))
        sheet.write_string(_HEAD, place, column.heading[language], head)
    for number, row in enumerate(rows, start=1):
        sheet.write_number(_HEAD + number, 0, number, head)
        for place, words in enumerate(row.cells, start=1):
            sheet.write_string(_HEAD + number, place, words[:_LONGEST], cell)
    sheet.autofilter(_HEAD, 0, _HEAD + len(rows), len(COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    book.close()
    return stream.getvalue()


def _say(name: str, language: str) -> str:
    return _WORDS[name][language]
