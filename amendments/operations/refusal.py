"""Why an operation cannot be applied exactly, in words a drafter understands."""

from __future__ import annotations

from dataclasses import dataclass, field

from amendments.law.languages import language_of

_MESSAGES: dict[str, dict[str, str]] = {
    "unit_not_found": {
        "ru": "{where}: такой единицы в тексте нет.{nearest}",
        "kk": "{where}: мәтінде мұндай құрылымдық элемент жоқ.{nearest}",
        "en": "{where}: there is no such unit in the text.{nearest}",
    },
    "words_not_found": {
        "ru": "{where}: слов «{words}» нет.{closest}{elsewhere}",
        "kk": "{where}: «{words}» деген сөздер жоқ.{closest}{elsewhere}",
        "en": "{where}: the words “{words}” are not there.{closest}{elsewhere}",
    },
    "words_found_often": {
        "ru": "{where}: слова «{words}» найдены в нескольких местах ({count}), а указание не говорит, в каком.",
        "kk": "{where}: «{words}» деген сөздер бірнеше жерде ({count}) бар, қайсысы екені көрсетілмеген.",
        "en": "{where}: the words “{words}” occur {count} times and the instruction does not say which are meant.",
    },
    "unit_exists": {
        "ru": "{where}: такая единица уже есть. Нужен другой номер или новая редакция.",
        "kk": "{where}: мұндай құрылымдық элемент бар. Басқа нөмір немесе жаңа редакция қажет.",
        "en": "{where}: this unit exists already. Use another number, or restate it.",
    },
    "unit_excluded": {
        "ru": "{where}: единица исключена ранее и не может быть изменена.",
        "kk": "{where}: бұл құрылымдық элемент бұрын алып тасталған, оны өзгертуге болмайды.",
        "en": "{where}: this unit was excluded earlier and cannot be changed.",
    },
    "order_impossible": {
        "ru": "{where}: новую единицу нельзя поставить после «{after}»: такого места нет.",
        "kk": "{where}: жаңа элементті «{after}» дегеннен кейін қою мүмкін емес: ондай орын жоқ.",
        "en": "{where}: the new unit cannot be put after “{after}”: there is no such place.",
    },
    "no_heading": {
        "ru": "{where}: у этой единицы нет заголовка.",
        "kk": "{where}: бұл элементтің тақырыбы жоқ.",
        "en": "{where}: this unit has no heading.",
    },
    "wrong_unit": {
        "ru": "{where}: новый текст — другая единица ({found}).",
        "kk": "{where}: жаңа мәтін басқа элемент ({found}).",
        "en": "{where}: the new text is another unit ({found}).",
    },
    "text_differs": {
        "ru": "{where}: на указанном месте стоят другие слова.",
        "kk": "{where}: көрсетілген жерде басқа сөздер тұр.",
        "en": "{where}: other words stand at the given place.",
    },
    "nothing_replaced": {
        "ru": "По всему тексту нет ни одного из слов: {words}.",
        "kk": "Бүкіл мәтінде мына сөздердің бірде-бірі жоқ: {words}.",
        "en": "None of these words is in the text: {words}.",
    },
    "ordinal_moved": {
        "ru": "{where}: предыдущее указание изменило счёт; не ясно, какая единица имеется в виду.",
        "kk": "{where}: алдыңғы нұсқау санауды өзгертті; қай элемент екені түсініксіз.",
        "en": "{where}: an earlier order changed the count; it is not clear which unit is meant.",
    },
    "article_needed": {
        "ru": "{where}: не названа статья, в которую входит новая единица.",
        "kk": "{where}: жаңа элемент кіретін бап аталмаған.",
        "en": "{where}: the article that the new unit belongs to is not named.",
    },
    "range_unclear": {
        "ru": "{where}: эта единица лежит внутри названного ряда, но не названа. Перечислите единицы.",
        "kk": "{where}: бұл элемент аталған қатардың ішінде жатыр, бірақ аталмаған. Элементтерді тізіп жазыңыз.",
        "en": "{where}: this unit lies inside the range named but is not named itself. List the units.",
    },
    "end_unclear": {
        "ru": "{where}: не ясно, куда дописать слова: в конце стоит {last}. Назовите эту единицу.",
        "kk": "{where}: сөздерді қайда қосу керегі түсініксіз: соңында {last} тұр. Сол элементті атаңыз.",
        "en": "{where}: it is not clear where the words go: the unit ends with {last}. Name that unit.",
    },
    "which_act": {
        "ru": "{where}: указание меняет такую статью в нескольких актах. Назовите акт.",
        "kk": "{where}: нұсқау мұндай бапты бірнеше актіде өзгертеді. Актіні атаңыз.",
        "en": "{where}: the instruction changes such an article in several acts. Name the act.",
    },
    "case_unclear": {
        "ru": "{where}: падеж слов «{words}» не ясен, замена зависит от него. Замените их отдельным указанием.",
        "kk": "{where}: «{words}» деген сөздердің септігі түсініксіз. Оларды бөлек нұсқаумен ауыстырыңыз.",
        "en": "{where}: the case of “{words}” is not clear and the replacement depends on it. Order it separately.",
    },
    "words_overlap": {
        "ru": "{where}: заменяемые слова перекрываются.",
        "kk": "{where}: ауыстырылатын сөздер бір-бірімен қабаттасады.",
        "en": "{where}: the words to be replaced overlap.",
    },
    "sentence_not_found": {
        "ru": "{where}: предложения № {number} нет, предложений всего {count}.",
        "kk": "{where}: {number}-сөйлем жоқ, барлығы {count} сөйлем бар.",
        "en": "{where}: there is no sentence {number}, there are {count}.",
    },
    "sentence_unclear": {
        "ru": "{where}: не ясно, в какой части считать предложения. Назовите часть или абзац.",
        "kk": "{where}: сөйлемдерді қай бөлікте санау керегі түсініксіз. Бөлікті немесе абзацты атаңыз.",
        "en": "{where}: it is not clear in which clause sentences are counted. Name the clause or indent.",
    },
    "sentence_end": {
        "ru": "{where}: новое предложение не согласовано со знаком в конце прежнего текста.",
        "kk": "{where}: жаңа сөйлем бұрынғы мәтіннің соңындағы белгімен келіспейді.",
        "en": "{where}: the new sentence does not agree with the mark that ends the old text.",
    },
    "suspend_unit": {
        "ru": "{where}: приостановить можно действие статьи, пункта, части и т. п., но не заголовка, предложения или "
        "всего акта. Назовите единицу.",
        "kk": "{where}: баптың, тармақтың, бөліктің және т.б. қолданысын тоқтата тұруға болады, ал тақырыптың, "
        "сөйлемнің немесе бүкіл актінің қолданысын болмайды. Элементті атаңыз.",
        "en": "{where}: an article, a point, a clause and the like can be suspended, not a heading, a sentence or the "
        "whole act. Name the unit.",
    },
    "suspended_texts": {
        "ru": "{where}: действие приостановлено; не ясно, какой текст меняется: приостановленный или временный.",
        "kk": "{where}: элементтің қолданысы тоқтатыла тұрған, қай мәтін өзгертілетіні түсініксіз: тоқтатылғаны ма, "
        "уақытшасы ма.",
        "en": "{where}: the unit is suspended; it is not clear which text is meant: the suspended or the temporary.",
    },
    "unit_suspended": {
        "ru": "{where}: действие этой единицы уже приостановлено, второй раз её приостановить нельзя.",
        "kk": "{where}: бұл элементтің қолданысы тоқтатыла тұрған, оны екінші рет тоқтатуға болмайды.",
        "en": "{where}: this unit is suspended already and cannot be suspended again.",
    },
}
_NEAREST = {"ru": " Ближайшие: {0}.", "kk": " Ең жақындары: {0}.", "en": " Nearest: {0}."}
_CLOSEST = {"ru": " Похоже: «{0}».", "kk": " Ұқсасы: «{0}».", "en": " Close: “{0}”."}
_ELSEWHERE = {"ru": " Эти слова есть в: {0}.", "kk": " Бұл сөздер мына жерде бар: {0}.", "en": " They stand in: {0}."}


@dataclass(frozen=True)
class Refusal:
    """One reason. `params` hold what the message names: words, counts, addresses of candidates."""

    code: str
    address: str
    params: dict[str, object] = field(default_factory=dict)
    operation: int = 0  # index in the list that was to be applied

    def describe(self, language: str = "ru") -> str:
        """The reason as a sentence in ru, kk or en."""
        values: dict[str, object] = {**self.params, "nearest": "", "closest": "", "elsewhere": ""}
        values["where"] = place(self.address, language)
        if after := self.params.get("after"):
            values["after"] = place(str(after), language)
        if nearest := self.params.get("nearest"):
            values["nearest"] = _NEAREST[language].format(_places(nearest, language))
        if closest := self.params.get("closest"):
            values["closest"] = _CLOSEST[language].format(closest)
        if elsewhere := self.params.get("elsewhere"):
            values["elsewhere"] = _ELSEWHERE[language].format(_places(elsewhere, language))
        return _MESSAGES[self.code][language].format_map(values)


class Refused(Exception):
    """Raised where a list of operations cannot be applied as a whole."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__("; ".join(refusal.describe("en") for refusal in refusals))
        self.refusals = refusals


def _places(addresses: object, language: str) -> str:
    items = addresses if isinstance(addresses, (list, tuple)) else [addresses]
    return "; ".join(place(str(item), language) for item in items)


_EN = {
    "part": "part", "section": "section", "subsection": "subsection", "chapter": "chapter", "paragraph": "paragraph",
    "article": "article", "point": "point", "subpoint": "subpoint", "clause": "clause", "indent": "indent",
    "preamble": "preamble", "annex": "annex", "note": "note", "heading": "heading",
}  # fmt: skip


def place(address: str, language: str) -> str:
    """A short name of a place: «ст. 35, п. 1, пп. 21)». Full citations are printed by `law.citations`."""
    from amendments.law.target import KIND

    if not address:
        return {"ru": "акт", "kk": "акт", "en": "the act"}[language]
    names = _EN if language == "en" else language_of(language).names
    words = []
    for step in address.split("/"):
        prefix, _, number = step.partition("_")
        kind = KIND.get(prefix, prefix)
        name = names.get(kind, kind)
        bracket = ")" if kind == "subpoint" else ""
        if not number:
            words.append(name)
        elif language == "kk":
            words.append(f"{number}{bracket}{' ' if bracket else '-'}{name}")
        else:
            words.append(f"{name} {number}{bracket}")
    return ", ".join(words)
