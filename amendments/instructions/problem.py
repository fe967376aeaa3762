"""What in an instruction is not understood: its place, the reason in three languages, the nearest formula known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from amendments.operations.model import Span

_MESSAGES: Final[dict[str, dict[str, str]]] = {
    "quotes": {
        "ru": "Кавычки не парные: с этого места текст не прочитан. Закройте кавычку и повторите.",
        "kk": "Тырнақшалар жұпталмаған: осы жерден бастап мәтін оқылмады. Тырнақшаны жауып, қайталаңыз.",
        "en": "Quotation marks do not pair: the text is not read from here on. Close the quotation and try again.",
    },
    "words": {
        "ru": "Не понято: «{words}».{formula}",
        "kk": "Түсініксіз: «{words}».{formula}",
        "en": "Not understood: “{words}”.{formula}",
    },
    "no_verb": {
        "ru": "Не сказано, что сделать (заменить, исключить, дополнить, изложить).{formula}",
        "kk": "Не істеу керегі айтылмаған (ауыстыру, алып тастау, толықтыру, жазу).{formula}",
        "en": "It is not said what to do (replace, exclude, add, restate).{formula}",
    },
    "incomplete": {
        "ru": "Формула неполна: не хватает «{missing}».{formula}",
        "kk": "Формула толық емес: «{missing}» жетіспейді.{formula}",
        "en": "The formula is incomplete: “{missing}” is missing.{formula}",
    },
    "extra": {
        "ru": "Лишнее в формуле: «{words}».{formula}",
        "kk": "Формулада артық: «{words}».{formula}",
        "en": "Too much in the formula: “{words}”.{formula}",
    },
    "no_number": {
        "ru": "У единицы «{words}» не назван номер.",
        "kk": "«{words}» элементінің нөмірі аталмаған.",
        "en": "The unit “{words}” is named without a number.",
    },
    "order": {
        "ru": "Порядок единиц не понятен: «{words}».",
        "kk": "Элементтердің реті түсініксіз: «{words}».",
        "en": "The order of the units is not clear: “{words}”.",
    },
    "counts": {
        "ru": "Число слов до и после не совпадает: {old} и {new}.",
        "kk": "Бұрынғы және жаңа сөздердің саны сәйкес емес: {old} және {new}.",
        "en": "The numbers of old and new words differ: {old} and {new}.",
    },
    "units_differ": {
        "ru": "Названы единицы {named}, а в тексте в кавычках — {found}.",
        "kk": "Аталған элементтер: {named}, ал тырнақшадағы мәтінде: {found}.",
        "en": "The units named are {named}, the quoted text has {found}.",
    },
    "context": {
        "ru": "Не прочитано: не понята строка, к которой это относится.",
        "kk": "Оқылмады: бұған қатысты жол түсініксіз.",
        "en": "Not read: the line it belongs to is not understood.",
    },
    "too_long": {
        "ru": "Текст слишком длинный: больше {limit} знаков. Разделите его.",
        "kk": "Мәтін тым ұзын: {limit} таңбадан көп. Оны бөліңіз.",
        "en": "The text is too long: more than {limit} characters. Split it.",
    },
    "too_deep": {
        "ru": "Слишком много вложенных строк.",
        "kk": "Бір-біріне салынған жолдар тым көп.",
        "en": "Too many nested lines.",
    },
}
_NEAREST: Final = {"ru": " Похожая формула: {0}", "kk": " Ұқсас формула: {0}", "en": " The nearest formula: {0}"}


@dataclass(frozen=True)
class Problem:
    """A place of an instruction that orders nothing because it is not understood."""

    code: str
    span: Span
    params: dict[str, object] = field(default_factory=dict)
    formula: str = ""  # the nearest formula known, an example in the language of the instruction
    statement: Span | None = None  # the whole sentence, where `span` is a part of it

    @property
    def whole(self) -> Span:
        """The words to mend: the whole sentence."""
        return self.statement or self.span

    def describe(self, language: str = "ru") -> str:
        """The reason as a sentence in ru, kk or en."""
        near = _NEAREST[language].format(self.formula) if self.formula else ""
        return _MESSAGES[self.code][language].format_map({**self.params, "formula": near})


class Misread(Exception):
    """Raised inside the reading of one statement; becomes a `Problem`. `first`, `last` bound the tokens meant."""

    def __init__(self, code: str, first: int = -1, last: int = -1, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.first = first
        self.last = last
        self.params = params
