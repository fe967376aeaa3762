"""What is wrong with a rule file, said so that its author can put it right."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_EN: Final = {
    "toml": "not valid TOML: {detail}",
    "encoding": "not UTF-8 text",
    "too_large": "larger than {limit} bytes",
    "unreadable": "cannot be read: {detail}",
    "no_directory": "no such directory",
    "unknown_field": "unknown field; known: {known}",
    "missing": "missing; expected {expected}",
    "type": "expected {expected}, found {found}",
    "value": "expected one of {expected}, found «{found}»",
    "duplicate": "already defined in {other}",
    "no_examples": "at least one example that matches and one that does not",
    "quote": "an example that matches shows its quote in [[ ]]: «{found}»",
    "empty": "an empty pattern",
    "no_words": "the pattern «{pattern}» has no word, only gaps",
    "must_begin_with_word": "the pattern «{pattern}» begins with a gap or with any word; begin it with a word",
    "too_long": "the pattern «{pattern}» may span more than {limit} words; shorten its gaps",
    "too_many": "the pattern «{pattern}» has more than {limit} variants; split it or use fewer optional parts",
    "gap": "the gap «{piece}» must be of 1 to {limit} words",
    "quote_marks": "the marks < > of the quote do not pair in «{pattern}»",
    "bracket": "brackets do not pair in «{pattern}»",
    "element": "cannot read «{piece}» in «{pattern}»",
    "class_unknown": "no word class «{name}» for language {language}",
    "class_circle": "the word class «{name}» contains itself",
    "set_unknown": "no pattern set «{name}»",
    "tag_unknown": "no ending «{tag}» for a Kazakh stem; known: {known}",
    "too_many_rules": "more than {limit} rules",
}
_RU: Final = {
    "toml": "не TOML: {detail}",
    "encoding": "текст не в UTF-8",
    "too_large": "больше {limit} байт",
    "unreadable": "не читается: {detail}",
    "no_directory": "нет такого каталога",
    "unknown_field": "неизвестное поле; известны: {known}",
    "missing": "не указано; нужно: {expected}",
    "type": "нужно: {expected}, а указано: {found}",
    "value": "нужно одно из: {expected}, а указано «{found}»",
    "duplicate": "уже определено в {other}",
    "no_examples": "нужны хотя бы один пример, который находится, и один, который не находится",
    "quote": "в примере, который находится, цитата ставится в [[ ]]: «{found}»",
    "empty": "пустой образец",
    "no_words": "в образце «{pattern}» нет слов, одни пропуски",
    "must_begin_with_word": "образец «{pattern}» начинается с пропуска или с любого слова; начните его со слова",
    "too_long": "образец «{pattern}» может занять больше {limit} слов; сократите пропуски",
    "too_many": "у образца «{pattern}» больше {limit} вариантов; разделите его или уберите необязательные части",
    "gap": "пропуск «{piece}» должен быть от 1 до {limit} слов",
    "quote_marks": "в образце «{pattern}» знаки < > цитаты не парные",
    "bracket": "в образце «{pattern}» скобки не парные",
    "element": "не понято «{piece}» в образце «{pattern}»",
    "class_unknown": "нет класса слов «{name}» для языка {language}",
    "class_circle": "класс слов «{name}» содержит сам себя",
    "set_unknown": "нет набора образцов «{name}»",
    "tag_unknown": "нет окончания «{tag}» казахской основы; известны: {known}",
    "too_many_rules": "больше {limit} правил",
}
_KK: Final = {
    "toml": "TOML емес: {detail}",
    "encoding": "мәтін UTF-8 кодында емес",
    "too_large": "{limit} байттан үлкен",
    "unreadable": "оқылмайды: {detail}",
    "no_directory": "мұндай каталог жоқ",
    "unknown_field": "белгісіз өріс; белгілілері: {known}",
    "missing": "көрсетілмеген; керегі: {expected}",
    "type": "керегі: {expected}, көрсетілгені: {found}",
    "value": "мыналардың бірі керек: {expected}, көрсетілгені «{found}»",
    "duplicate": "{other} файлында бұрын айқындалған",
    "no_examples": "табылатын кемінде бір мысал және табылмайтын кемінде бір мысал керек",
    "quote": "табылатын мысалда дәйексөз [[ ]] ішіне қойылады: «{found}»",
    "empty": "бос үлгі",
    "no_words": "«{pattern}» үлгісінде сөз жоқ, тек бос орындар бар",
    "must_begin_with_word": "«{pattern}» үлгісі бос орыннан не кез келген сөзден басталады; сөзден бастаңыз",
    "too_long": "«{pattern}» үлгісі {limit} сөзден асуы мүмкін; бос орындарды қысқартыңыз",
    "too_many": "«{pattern}» үлгісінің {limit} нұсқадан көбі бар; оны бөліңіз",
    "gap": "«{piece}» бос орны 1 мен {limit} сөз аралығында болуы тиіс",
    "quote_marks": "«{pattern}» үлгісіндегі дәйексөздің < > белгілері жұп емес",
    "bracket": "«{pattern}» үлгісіндегі жақшалар жұп емес",
    "element": "«{pattern}» үлгісіндегі «{piece}» түсініксіз",
    "class_unknown": "{language} тілінде «{name}» сөз сыныбы жоқ",
    "class_circle": "«{name}» сөз сыныбы өзін өзі қамтиды",
    "set_unknown": "«{name}» үлгілер жиыны жоқ",
    "tag_unknown": "қазақ негізінің «{tag}» жалғауы жоқ; белгілілері: {known}",
    "too_many_rules": "{limit} ережеден көп",
}
_PLACE: Final = {
    "en": ("{file}", "rule {rule}", "field {field}"),
    "ru": ("{file}", "правило {rule}", "поле {field}"),
    "kk": ("{file}", "{rule} ережесі", "{field} өрісі"),
}
_TEXTS: Final[Mapping[str, Mapping[str, str]]] = {"en": _EN, "ru": _RU, "kk": _KK}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a rule file: the file, the rule (its id or its number), the field, and what is expected."""

    code: str
    file: str
    rule: str = ""
    field: str = ""
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def describe(self, language: str = "en") -> str:
        """A sentence in the reader's language (en, ru, kk): where, and what to do."""
        file, rule, name = _PLACE[language]
        place = [file.format(file=self.file)]
        if self.rule:
            place.append(rule.format(rule=self.rule))
        if self.field:
            place.append(name.format(field=self.field))
        known = {"pattern": "", "piece": "", **self.params}
        return f"{', '.join(place)}: {_TEXTS[language][self.code].format(**known)}"


class RuleError(ValueError):
    """Rule files that cannot be used. `problems` has everything that is wrong with them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.describe("en") for problem in problems))
        self.problems = problems
