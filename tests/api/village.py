"""A small law of our own, a bill to change it, and the people who talk about it: what the API's tests work with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import Session

from service.store.accounts import create_account
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import SYSTEM
from service.store.bills import create_bill
from service.store.comments import Target, create_comment, reply
from service.store.database import Database
from service.store.decisions import decide_amendment
from service.store.importing import import_sources
from service.store.proposals import Wish, create_proposal
from service.store.sources import ActDescription, EditionSource
from service.store.tables import AmendmentState, ProposalKind, Role, Stage
from service.store.tokens import Scope, issue_token

ACT = "village-1"
BILL = "С-7"
FIRST, SECOND = date(2025, 1, 10), date(2026, 2, 1)

RU = """# О сельских садах

## Глава 1. Общие положения

### Статья 1. Сады

1. Сад сельского округа открыт для всех жителей.

2. Аким сельского округа:

1) при необходимости поливает деревья;

2) ведет список деревьев;

3) исключен Законом от 1 января 2026 года.

### Статья 2. Отчет акима

Аким отчитывается о саде один раз в год.

> *Сноска. Статья 2 с изменением от 1 февраля 2026 года.*
"""

KK = """# Ауыл бақтары туралы

## 1-тарау. Жалпы ережелер

### 1-бап. Бақтар

1. Ауылдық округтің бағы барлық тұрғынға ашық.

2. Ауылдық округтің әкімі:

1) қажет болған кезде ағаштарды суарады;

2) ағаштардың тізімін жүргізеді;

3) алып тасталды – 2026 жылғы 1 қаңтардағы Заңмен.

### 2-бап. Әкімнің есебі

Әкім бақ туралы жылына бір рет есеп береді.

> *Ескерту. 2-бапқа 2026 жылғы 1 ақпанда өзгеріс енгізілді.*
"""

OLDER = {
    "ru": (("один раз в год", "раз в два года"), ("\n> *Сноска. Статья 2 с изменением от 1 февраля 2026 года.*\n", "")),
    "kk": (
        ("жылына бір рет", "екі жылда бір рет"),
        ("\n> *Ескерту. 2-бапқа 2026 жылғы 1 ақпанда өзгеріс енгізілді.*\n", ""),
    ),
}

# login → role; the names are the logins with a capital letter
PEOPLE = {
    "aigul": Role.DEPUTY,
    "bolat": Role.AKIM,
    "chingiz": Role.STAFF,
    "dana": Role.DRAFTER,
    "erlan": Role.ADMIN,
}


def settle(database: Database, folder: Path) -> dict[str, str]:
    """Fill a migrated database with the village; returns a token of every person, and of some with less scope."""
    _import(database, folder)
    with database.writing() as session:
        accounts = {
            login: create_account(
                session,
                SYSTEM,
                login=login,
                password="long enough to pass",
                role=role,
                name_ru=login.capitalize(),
                position_ru="Житель",
                position_kk="Тұрғын",
            )
            for login, role in PEOPLE.items()
        }
        tokens = {
            login: issue_token(session, SYSTEM, account, scopes=tuple(Scope), name="test").secret
            for login, account in accounts.items()
        }
        reader = issue_token(session, SYSTEM, accounts["aigul"], scopes=(Scope.READ,), name="reader")
        tokens["reader"] = reader.secret
        _discuss(session, {login: account.id or 0 for login, account in accounts.items()})
    return tokens


def _import(database: Database, folder: Path) -> None:
    sources = []
    for language, text in (("ru", RU), ("kk", KK)):
        older = text
        for new, old in OLDER[language]:
            older = older.replace(new, old)
        for day, words, cause in ((FIRST, older, ""), (SECOND, text, "Закон от 1 января 2026 года № 5")):
            path = folder / f"{language}-{day}.md"
            path.write_text(words, encoding="utf-8")
            sources.append(EditionSource(path, language, day, cause, ""))
    description = ActDescription(
        code=ACT,
        requisite="Закон от 10 января 2025 года № 1",
        title_ru="О сельских садах",
        title_kk="Ауыл бақтары туралы",
        form="ЗАК",
        approved_on=FIRST,
        demonstration=True,
    )
    with database.writing() as session:
        import_sources(session, description, sources, SYSTEM)


def _discuss(session: Session, people: dict[str, int]) -> None:
    act = get_act(session, ACT)
    bill = create_bill(
        session,
        SYSTEM,
        number=BILL,
        title_ru="Об отчетах о садах",
        title_kk="Бақтар туралы есептер туралы",
        act=act,
        base_date=SECOND,
        stage=Stage.COMMITTEE,
    )
    for wording in AMENDMENTS:
        create_amendment(session, SYSTEM, bill, wording, author_id=people["aigul"])
    decide_amendment(session, SYSTEM, 2, AmendmentState.REJECTED, "Уже сказано в статье 1.", version=1)
    first = create_comment(
        session,
        SYSTEM,
        Target(act_code=ACT, edition_date=SECOND, address="art_1/pt_2/sub_1"),
        author_id=people["bolat"],
        language="ru",
        text="Кто решает, есть ли необходимость?",
        quote="при необходимости",
    )
    reply(session, SYSTEM, first.comment.id or 0, author_id=people["aigul"], language="ru", text="Аким.")
    create_comment(
        session,
        SYSTEM,
        Target(amendment_id=1),
        author_id=people["bolat"],
        language="kk",
        text="Қолдаймын.",
    )
    create_comment(
        session,
        SYSTEM,
        Target(bill_number=BILL),
        author_id=people["chingiz"],
        language="ru",
        text="Срок – до пятницы.",
    )
    wish = Wish(
        ProposalKind.TRANSFER, "ru", "Передать полив району", "У округа нет машины.", "art_1", "rural", "district"
    )
    create_proposal(session, SYSTEM, act, wish, author_id=people["bolat"])
    away = Wish(ProposalKind.EXCLUDE, "ru", "Список не нужен", "Его никто не читает.", "art_1/pt_2/sub_2", "rural")
    for _ in range(2):
        create_proposal(session, SYSTEM, act, away, author_id=people["aigul"])


AMENDMENTS = (
    Wording(
        title_ru="Отчет дважды в год",
        title_kk="Жылына екі есеп",
        instruction_ru="в статье 2 слова «один раз в год» заменить словами «два раза в год».",
        instruction_kk="2-баптағы «жылына бір рет» деген сөздер «жылына екі рет» деген сөздермен ауыстырылсын.",
        grounds_ru="Сад меняется весной и осенью.",
        grounds_kk="Бақ көктемде және күзде өзгереді.",
    ),
    Wording(
        title_ru="Сад закрыт ночью",
        title_kk="Бақ түнде жабық",
        instruction_ru="в пункте 1 статьи 1 слова «для всех соседей» заменить словами «для всех жителей днем».",
        instruction_kk="1-баптың 1-тармағындағы «барлық көршіге» деген сөздер «күндіз» деген сөзбен ауыстырылсын.",
    ),
    Wording(
        title_ru="Непонятная", title_kk="Түсініксіз", instruction_ru="в статье 1 полить сад получше.", instruction_kk=""
    ),
)
