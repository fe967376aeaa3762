"""A small act in our own words, people and a bill, for tests of the store and of what stands on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import Session

from service.store.accounts import create_account
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import CLI, SYSTEM, Actor
from service.store.bills import create_bill
from service.store.database import Database
from service.store.importing import ImportReport, import_folder
from service.store.tables import Account, Amendment, Bill, Role, Stage

CODE = "test-1"
FIRST, SECOND = date(2025, 1, 1), date(2026, 1, 1)
PASSWORD = "correct horse battery"

RU = """# О сельских дорогах

> *Сноска. Заголовок в редакции учебного закона.*

Настоящий Закон регулирует содержание сельских дорог.

## Глава 1. Общие положения

### Статья 1. Дорога

1. Дорога – полоса земли, по которой ездят.

2. Дорога бывает:

1) летняя;

2) зимняя;

2-1) круглогодичная.

### Статья 2. Аким

1. Аким сельского округа:

1) при необходимости чистит дорогу;

2) ведет учет дорог в течение десяти рабочих дней.
"""
RU_SECOND = RU.replace("по которой ездят", "по которой ездят и ходят")

KK = """# Ауыл жолдары туралы

> *Ескерту. Тақырып оқу заңының редакциясында.*

Осы Заң ауыл жолдарын күтіп ұстауды реттейді.

## 1-тарау. Жалпы ережелер

### 1-бап. Жол

1. Жол – көлік жүретін жер жолағы.

2. Жол мынадай болады:

1) жазғы;

2) қысқы;

2-1) жыл бойғы.

### 2-бап. Әкім

1. Ауылдық округ әкімі:

1) қажет болған жағдайда жолды тазалайды;

2) он жұмыс күні ішінде жолдардың есебін жүргізеді.
"""
KK_SECOND = KK.replace("көлік жүретін", "көлік пен адам жүретін")

META = f"""act_code: '{CODE}'
requisite: Учебный закон от 1 декабря 2024 года № 1
title:
  rus: О сельских дорогах
  kaz: Ауыл жолдары туралы
form: ЗАК
approved_on: 2024-12-01
editions:
  - in_force_from: {FIRST}
  - in_force_from: {SECOND}
    caused_by: {{code: 'test-2', requisite: Учебный закон № 2}}
"""
TEXTS = {("rus", FIRST): RU, ("kaz", FIRST): KK, ("rus", SECOND): RU_SECOND, ("kaz", SECOND): KK_SECOND}


def act_folder(folder: Path) -> Path:
    """The act as a mirror folder."""
    for name in ("rus", "kaz"):
        (folder / name).mkdir(parents=True)
    (folder / "meta.yaml").write_text(META, encoding="utf-8")
    for (name, day), text in TEXTS.items():
        (folder / name / f"{day}.md").write_text(text, encoding="utf-8")
    return folder


def import_act(database: Database, folder: Path) -> ImportReport:
    """Import the act from a fresh folder."""
    act_folder(folder)
    with database.writing() as session:
        return import_folder(session, folder, CLI)


def person(session: Session, login: str = "aliya", role: Role = Role.DEPUTY, password: str = PASSWORD) -> Account:
    """An account."""
    return create_account(session, SYSTEM, login=login, password=password, role=role, name_ru="Алия", name_kk="Әлия")


def actor_of(account: Account) -> Actor:
    """The account as the one who acts."""
    return Actor(account.id, account.login, "web", "192.0.2.1")


def bill(session: Session, number: str = "7", base: date = FIRST) -> Bill:
    """A bill on the act."""
    return create_bill(
        session,
        SYSTEM,
        number=number,
        title_ru="О дорогах",
        title_kk="Жолдар туралы",
        act=get_act(session, CODE),
        base_date=base,
        stage=Stage.COMMITTEE,
    )


SWEEP = Wording(
    instruction_ru="в подпункте 1) пункта 1 статьи 2 слова «при необходимости» заменить словом «ежедневно».",
    instruction_kk="2-баптың 1-тармағының 1) тармақшасындағы «қажет болған жағдайда» деген сөздер"
    " «күн сайын» деген сөздермен ауыстырылсын.",
    title_ru="Чистить каждый день",
    title_kk="Күн сайын тазалау",
    grounds_ru="Иначе дорога не чищена.",
    grounds_kk="Әйтпесе жол тазаланбайды.",
)


def amendment(session: Session, of: Bill, author: Account, wording: Wording = SWEEP) -> Amendment:
    """An amendment of the bill."""
    return create_amendment(session, actor_of(author), of, wording, author_id=author.id)
