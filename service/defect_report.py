"""The report on defects of clarity: findings in the columns of legal monitoring, with what people answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final

from amendments.clarity.delta import FACTOR_NAMES
from amendments.clarity.loading import default_rules
from amendments.clarity.rule import OFFICIAL_CLASSES, Rule
from amendments.documents.citing import cite
from amendments.documents.defects import Defect, defects_docx, defects_xlsx
from service.store.findings import FindingEntry

FORMS: Final = ("docx", "xlsx")
MEDIA: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
AUTHOR: Final = "Tüzetu"
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "ru": {
        "title": "Отчет о недостатках: ясность положений",
        "about": "{act}. Редакция от {day}.",
        "bill": "Законопроект № {number}: положения, которые вносят его поправки.",
        "chosen": "Отобрано: {chosen}. Строк: {count}.",
        "all": "все замечания",
        "advice": (
            "Замечания поставлены алгоритмом по правилам ясности; это рекомендации. Решает человек: что ответили, "
            "указано в описании."
        ),
        "defect": "Класс {number} ({name}). {factor}: «{quote}». {explain}",
        "open": "Ответа нет.",
        "asked_again": "Положение изменилось, спрошено заново; прежний ответ: {answer}.",
        "confirmed": "Подтверждено{by}.",
        "dismissed": "Снято{by}. Причина: {reason}",
        "rule": "Правило {rule}, версия {version}.",
    },
    "kk": {
        "title": "Кемшіліктер туралы есеп: нормалардың айқындығы",
        "about": "{act}. {day} редакциясы.",
        "bill": "№ {number} заң жобасы: оның түзетулері енгізетін нормалар.",
        "chosen": "Іріктелгені: {chosen}. Жолдар: {count}.",
        "all": "барлық ескертпелер",
        "advice": (
            "Ескертпелерді алгоритм айқындық ережелері бойынша қойған; бұл — ұсынымдар. Шешімді адам қабылдайды: "
            "жауап сипаттамада көрсетілген."
        ),
        "defect": "{number}-сынып ({name}). {factor}: «{quote}». {explain}",
        "open": "Жауап жоқ.",
        "asked_again": "Норма өзгерді, қайта сұралды; бұрынғы жауап: {answer}.",
        "confirmed": "Расталды{by}.",
        "dismissed": "Алынды{by}. Себебі: {reason}",
        "rule": "{rule} ережесі, {version}-нұсқа.",
    },
}
_ANSWERS: Final[Mapping[str, Mapping[str, str]]] = {
    "ru": {"confirmed": "подтверждено", "dismissed": "снято"},
    "kk": {"confirmed": "расталды", "dismissed": "алынды"},
}


def defect_report(
    form: str,
    entries: Iterable[FindingEntry],
    *,
    act: str,
    on: date,
    bill: str = "",
    chosen: Sequence[str] = (),
    at: datetime,
    language: str,
) -> bytes:
    """The report as a file, `form` one of `FORMS`.

    `act` is the title in `language`, `on` the edition's date, `bill` the number of a bill whose amendments are
    reported on, `chosen` says in words how the list was narrowed.
    """
    words = _WORDS[language]
    rows = [_defect(entry, act, language) for entry in entries]
    notes = [words["about"].format(act=act, day=on.strftime("%d.%m.%Y"))]
    if bill:
        notes.append(words["bill"].format(number=bill))
    notes.append(words["chosen"].format(chosen="; ".join(chosen) or words["all"], count=len(rows)))
    notes.append(words["advice"])
    write = defects_xlsx if form == "xlsx" else defects_docx
    return write(rows, title=words["title"], notes=notes, author=AUTHOR, at=at, language=language)


def _defect(entry: FindingEntry, act: str, language: str) -> Defect:
    finding, words = entry.finding, _WORDS[language]
    rule = _rules().get(finding.rule)
    number = rule.official_class if rule is not None else 9
    defect = words["defect"].format(
        number=number,
        name=OFFICIAL_CLASSES[number][language == "kk"],
        factor=_factor(finding.factor, language),
        quote=finding.quote,
        explain=rule.explain.get(language, "") if rule is not None else "",
    )
    said = words["rule"].format(rule=finding.rule, version=finding.rule_version)
    measures = rule.advice.get(language, "") if rule is not None else ""
    return Defect(
        act, cite(finding.address, language), f"{defect.strip()}\n{_answer(entry, language)}\n{said}", measures
    )


def _answer(entry: FindingEntry, language: str) -> str:
    words = _WORDS[language]
    answered = entry.former if entry.state == "asked_again" else entry.verdict
    if entry.state == "open" or answered is None:
        return words["open"]
    account = entry.by
    name = (account.name_kk if language == "kk" else account.name_ru) or account.login if account else ""
    return words[entry.state].format(
        by=f": {name}" if name else "", reason=answered.reason, answer=_ANSWERS[language].get(answered.kind.value, "")
    )


def _factor(factor: str, language: str) -> str:
    names = {str(key): name for key, name in FACTOR_NAMES.items()}
    found = names.get(factor, {}).get(language, factor)
    return found[:1].upper() + found[1:]


@cache
def _rules() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in default_rules()}
