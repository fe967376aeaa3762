"""Sentences for generated laws: a few thousand word forms of our own, as often as words of laws come, Zipf's way."""

from __future__ import annotations

import itertools
from random import Random
from typing import Final


def _each(words: str) -> list[str]:
    return words.split()


_FUNCTION: Final = _each("и в на по с о к для от до за из при не или а также его их если либо под над без")
_MASCULINE: Final = _each("""аким орган округ район план учёт отчёт порядок договор участок парк рынок колодец мост
питомник совет сход архив журнал список расчёт знак пруд склад объект проект бюджет заказ ремонт пункт маршрут перечень
проспект двор сквер житель сбор надзор контроль осмотр полив отвод доклад запрос ответ вывоз участник""")
_FEMININE: Final = _each("""улиц дорог школ больниц заявк справк площадк работ мер групп комисси программ услуг систем
служб культур охран площад застройк уборк посадк карт схем смет выплат льгот норм форм проверк границ""")
_ADJECTIVES: Final = _each("""местн сельск районн городск областн государственн общественн ежегодн дорожн водн зелён
уличн жилищн культурн спортивн лесн земельн торгов почтов школьн совместн отдельн временн постоянн открыт публичн основн
дополнительн очередн сводн итогов текущ планов внеочередн первичн ответственн уполномоченн заинтересованн""")
_VERBS: Final = _each("""утвержда определя рассматрива проверя организу вед обеспечива разрабатыва согласовыва публику
направля представля вноси принима осуществля координиру составля устанавлива поддержива распределя""")
_ENDINGS: Final = {
    "m": ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"),
    "f": ("а", "ы", "е", "у", "ой", "", "ам", "ами", "ах"),
    "a": ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"),
    "v": ("ет", "ют", "ется", "ются", "ло", "ли", "вший", "вшего", "емый", "емого", "емых", "ть"),
}
_PREFIXES: Final = ("меж", "внутри", "обще", "само", "не", "пере", "под", "пред", "при")
_PHRASES: Final = (
    "в порядке, определяемом уполномоченным органом",
    "в пределах своей компетенции",
    "аким сельского округа",
    "акимат района (города областного значения)",
    "на территории округа",
    "по согласованию с маслихатом района",
    "в течение десяти рабочих дней",
    "не реже одного раза в квартал",
    "в соответствии с настоящим Законом",
    "за счёт средств местного бюджета",
    "ведёт учёт дорог, мостов и колодцев",
    "при наличии заключения комиссии",
    "жителей населённого пункта",
    "схода местного сообщества",
    "с учётом предложений жителей",
    "и публикует его на своей странице",
)


def _stock() -> list[str]:
    """All word forms, the commoner first: plain words in a shuffled order, after them those with a prefix."""
    nouns = [stem + end for stem in _MASCULINE for end in _ENDINGS["m"]]
    nouns += [stem + end for stem in _FEMININE for end in _ENDINGS["f"]]
    adjectives = [stem + end for stem in _ADJECTIVES for end in _ENDINGS["a"]]
    verbs = [stem + end for stem in _VERBS for end in _ENDINGS["v"]]
    plain = list(dict.fromkeys([*nouns, *adjectives, *verbs]))
    rare = [prefix + word for prefix in _PREFIXES for word in adjectives]
    for words in (plain, rare):
        Random(148).shuffle(words)
    return plain + rare


class Writer:
    """Writes sentences; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._words = [*_FUNCTION, *_stock()]
        self._weights = list(itertools.accumulate(1 / (rank + 2) ** 0.9 for rank in range(len(self._words))))
        self._phrase_weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(_PHRASES))))

    def words(self, count: int) -> list[str]:
        """That many words, now and then in the turns of phrase that laws repeat."""
        found: list[str] = []
        while len(found) < count:
            dice = self.random.random()
            if dice < 0.07:
                found += self.random.choices(_PHRASES, cum_weights=self._phrase_weights)[0].split()
            elif dice < 0.09:
                found += f"пункта {self.random.randint(1, 9)} статьи {self.random.randint(1, 60)}".split()
            else:
                found += self.random.choices(self._words, cum_weights=self._weights, k=4)
        for place in range(6, len(found) - 1, self.random.randint(7, 13)):
            if found[place][-1].isalpha():
                found[place] += ","
        return found[: max(count, 1)]

    def sentence(self, characters: int, end: str = ".", *, capital: bool = True) -> str:
        """A sentence of about that many characters."""
        text = " ".join(self.words(max(2, characters // 8))).rstrip(",") + end
        return text[0].upper() + text[1:] if capital else text

    def length(self, median: float, spread: float, longest: int) -> int:
        """A length as paragraphs of laws have them: most are near the median, a few very long."""
        return max(15, min(longest, round(median * self.random.lognormvariate(0, spread))))
