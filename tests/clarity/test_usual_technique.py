"""Usual legislative technique raises no alarm: the official list of false alarms, in both languages.

The sentences are ours. Where the list says «or mark as information», the finding has the lowest weight.
"""

from __future__ import annotations

import pytest

from amendments.clarity import Context, find
from amendments.clarity.finding import LOW

# What it is, the factor that must stay silent ("" for all), and the sentence.
SILENT_RU = [
    ("named code", "blank_reference", "Аким выдает справки в соответствии с Трудовым кодексом Республики Казахстан."),
    ("named law", "", "Учет ведется в соответствии с Законом Республики Казахстан «О пчеловодстве»."),
    ("this law", "", "Плата взимается в порядке, установленном настоящим Законом."),
    ("this article", "", "Плата взимается в порядке, установленном пунктом 3 статьи 12 настоящего Закона."),
    ("named field", "", "Плата взимается в соответствии с законодательством Республики Казахстан о пчеловодстве."),
    ("field adjective", "", "Плата взимается в соответствии с водным законодательством Республики Казахстан."),
    ("including", "", "Аппарат убирает улицы, в том числе тупики."),
    ("exception by number", "", "Пасеки не облагаются, за исключением случаев, предусмотренных подпунктом 2)."),
    ("right of a citizen", "discretion", "Гражданин вправе ознакомиться с планом улицы."),
    ("right of a deputy", "discretion", "Депутат маслихата вправе внести запрос акиму."),
    ("right of a member", "discretion", "Члены местного сообщества вправе выступать на сходе."),
    ("may of a citizen", "discretion", "Владелец пасеки может отказаться от прививки."),
    ("not entitled", "discretion", "Аким не вправе закрывать рынок."),
    ("not allowed", "discretion", "Не допускается взимание платы за проход."),
    ("may not be", "discretion", "Пасека не может быть перенесена без осмотра."),
    ("body of a named field", "", "Паспорт выдает уполномоченный орган в области пчеловодства."),
    ("body of named questions", "", "Форма утверждается уполномоченным органом по вопросам развития кооперации."),
    ("if there is one", "", "В книге указываются имя и отчество (при его наличии) пасечника."),
    ("dated phrase", "", "Запрет вступает в силу по истечении десяти календарных дней после дня опубликования."),
    ("counted term", "no_term", "Аппарат проверяет колодцы не реже одного раза в квартал."),
    ("yearly", "no_term", "Аппарат ежегодно отчитывается перед сходом."),
    ("at once, but counted", "no_term", "Дежурный сообщает незамедлительно, но не позднее двух часов."),
    ("respective, pointing back", "", "План вносится на утверждение соответствующего маслихата."),
    ("respective territory", "", "Запрет действует на соответствующей территории."),
    ("sources of law", "open_list", "Порядок определяют законы и иные нормативные правовые акты."),
    ("class named", "open_list", "Сторож охраняет склады и иные места хранения зерна."),
    ("kind defined", "open_list", "Учитываются колодцы и иные объекты, имеющие насосное оборудование."),
    ("another one", "open_list", "Аким передает дело другому округу."),
    ("condition", "discretion", "При отсутствии моста аким вправе закрыть переезд."),
    ("condition of money", "discretion", "Акимат вправе при наличии средств бюджета заменить окна."),
    ("the event of need", "discretion", "В случае необходимости проведения прививки пасечник уведомляется за сутки."),
    ("special case by number", "discretion", "В исключительных случаях, предусмотренных пунктом 2, улей переносят."),
    ("indicator", "evaluative", "Методика содержит показатель эффективности опыления."),
    ("life situation", "undefined_object", "Помощь получают лица, находящиеся в трудной жизненной ситуации."),
    ("persons with reduced mobility", "undefined_object", "Пандус строится для маломобильных групп населения."),
    ("state needs", "undefined_object", "Участок изымается для государственных надобностей."),
    ("counted result", "weak_function", "Аким утверждает план, назначает сторожа и выдает пропуска."),
    ("register", "weak_function", "Аппарат ведет реестр пасек и проводит инвентаризацию ульев."),
    ("physical work", "weak_function", "Аппарат организует работы по очистке арыков."),
    ("burial", "weak_function", "Аппарат организует погребение безродных."),
    ("control by name", "weak_function", "Отдел осуществляет контроль, мониторинг и управление пасеками."),
    ("noun", "weak_function", "К ведению схода относится решение вопросов местного значения."),
    ("concrete thing", "weak_function", "Аппарат обеспечивает подвоз питьевой воды."),
    ("countable events", "weak_function", "Аппарат проводит спортивные мероприятия."),
    ("powers set by this law", "blurred_level", "Сход решает в пределах полномочий, установленных настоящим Законом."),
    ("agreement with a term", "blurred_level",
     "План утверждается по согласованию с отделом, который отвечает в течение трех рабочих дней."),
    ("acts of two bodies", "blurred_level", "Акты акимата и (или) акима публикуются в газете."),
]  # fmt: skip
SILENT_KK = [
    ("named code", "blank_reference", "Әкім анықтамаларды Қазақстан Республикасының Еңбек кодексіне сәйкес береді."),
    ("named law", "", "Есеп «Бал арасы шаруашылығы туралы» Қазақстан Республикасының Заңына сәйкес жүргізіледі."),
    ("this law", "", "Төлем осы Заңда белгіленген тәртіппен алынады."),
    ("this article", "", "Төлем осы Заңның 12-бабының 3-тармағында белгіленген тәртіппен алынады."),
    ("named field", "", "Төлем Қазақстан Республикасының бал арасы шаруашылығы туралы заңнамасына сәйкес алынады."),
    ("field adjective", "", "Төлем Қазақстан Республикасының су заңнамасына сәйкес алынады."),
    ("including", "", "Аппарат көшелерді, оның ішінде тұйық көшелерді тазалайды."),
    ("exception by number", "", "2) тармақшада көзделген жағдайларды қоспағанда, омарталарға салық салынбайды."),
    ("right of a citizen", "discretion", "Азамат көше жоспарымен танысуға құқылы."),
    ("right of a deputy", "discretion", "Мәслихат депутаты әкімге сауал жолдауға құқылы."),
    ("right of a member", "discretion", "Жергілікті қоғамдастық мүшелері жиында сөйлеуге құқылы."),
    ("may of a citizen", "discretion", "Омарта иесі екпеден бас тартуы мүмкін."),
    ("not entitled", "discretion", "Әкім базарды жабуға құқылы емес."),
    ("not allowed", "discretion", "Өткені үшін ақы алуға жол берілмейді."),
    ("may not be", "discretion", "Омарта қараусыз көшірілуі мүмкін емес."),
    ("body of a named field", "", "Паспортты бал арасы шаруашылығы саласындағы уәкілетті орган береді."),
    ("body of named questions", "", "Нысанды кооперацияны дамыту мәселелері жөніндегі уәкілетті орган бекітеді."),
    ("if there is one", "", "Кітапта омарташының аты, әкесінің аты (ол болған жағдайда) көрсетіледі."),
    ("dated phrase", "", "Тыйым жарияланған күнінен кейін күнтізбелік он күн өткен соң күшіне енеді."),
    ("counted term", "no_term", "Аппарат құдықтарды тоқсанына кемінде бір рет тексереді."),
    ("yearly", "no_term", "Аппарат жиын алдында жыл сайын есеп береді."),
    ("at once, but counted", "no_term", "Кезекші дереу, бірақ екі сағаттан кешіктірмей хабарлайды."),
    ("counted lateness", "no_term", "Тізім үш күннен кешіктірмей жіберіледі."),
    ("respective, pointing back", "", "Жоспар тиісті мәслихаттың бекітуіне енгізіледі."),
    ("respective territory", "", "Тыйым тиісті аумақта қолданылады."),
    ("sources of law", "open_list", "Тәртіпті заңдар және өзге де нормативтік құқықтық актілер айқындайды."),
    ("class named", "open_list", "Күзетші қоймаларды және астықты сақтаудың өзге де орындарын күзетеді."),
    ("another one", "open_list", "Әкім істі басқа округке береді."),
    ("condition", "discretion", "Көпір болмаған жағдайда, әкім өткелді жабуға құқылы."),
    ("condition of money", "discretion", "Бюджет қаражаты болған кезде әкімдік терезелерді ауыстыруға құқылы."),
    ("the event of need", "discretion", "Екпе жүргізу қажет болған жағдайда омарташы хабардар етіледі."),
    ("special case by number", "discretion", "2-тармақта көзделген айрықша жағдайларда омарта көшіріледі."),
    ("indicator", "evaluative", "Әдістеме тозаңдану тиімділігінің көрсеткішін қамтиды."),
    ("life situation", "undefined_object", "Көмекті өмірде қиын жағдайға ұшыраған адамдар алады."),
    ("counted result", "weak_function", "Әкім жоспарды бекітеді, күзетшіні тағайындайды және рұқсаттамалар береді."),
    ("register", "weak_function", "Аппарат омарталар тізілімін жүргізеді және ұяларға түгендеу жүргізеді."),
    ("physical work", "weak_function", "Аппарат арықтарды тазалау жұмыстарын ұйымдастырады."),
    ("burial", "weak_function", "Аппарат туысы жоқ адамдарды жерлеуді ұйымдастырады."),
    ("control by name", "weak_function", "Бөлім омарталарға бақылауды, мониторингті жүзеге асырады."),
    ("concrete thing", "weak_function", "Аппарат ауыз су жеткізуді қамтамасыз етеді."),
    ("countable events", "weak_function", "Аппарат спорттық іс-шаралар өткізеді."),
    ("powers set by this law", "blurred_level", "Жиын осы Заңда белгіленген өкілеттіктер шегінде әрекет етеді."),
    ("agreement with a term", "blurred_level",
     "Жоспар үш жұмыс күні ішінде жауап беретін бөліммен келісу бойынша бекітіледі."),
    ("agreement of parties", "blurred_level", "Шарт тараптардың келісімі бойынша бұзылады."),
    ("acts of two bodies", "blurred_level", "Әкімдіктің және (немесе) әкімнің актілері газетте жарияланады."),
]  # fmt: skip


@pytest.mark.parametrize(("factor", "text"), [row[1:] for row in SILENT_RU], ids=[row[0] for row in SILENT_RU])
def test_usual_technique_in_russian_is_left_alone(factor: str, text: str) -> None:
    assert [(f.factor, f.quote) for f in find(text, "ru") if factor in ("", f.factor)] == []


@pytest.mark.parametrize(("factor", "text"), [row[1:] for row in SILENT_KK], ids=[row[0] for row in SILENT_KK])
def test_usual_technique_in_kazakh_is_left_alone(factor: str, text: str) -> None:
    assert [(f.factor, f.quote) for f in find(text, "kk") if factor in ("", f.factor)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "6) осуществляет иные полномочия, возложенные настоящим Законом."),
        ("kk", "6) осы Заңда жүктелген өзге де өкілеттіктерді жүзеге асырады."),
        ("ru", "План пасек утверждается по согласованию с акимом района."),
        ("kk", "Омарталар жоспары аудан әкімімен келісу бойынша бекітіледі."),
    ],
)
def test_a_closing_item_and_a_named_partner_are_information_even_in_articles_on_competence(
    language: str, text: str
) -> None:
    found = find(text, language, Context(place="competence"))
    assert [f.weight for f in found] == [LOW]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Заседания, как правило, открыты."), ("kk", "Отырыстар, әдетте, ашық өткізіледі.")],
)
def test_as_a_rule_is_silent_in_rules_of_procedure_only(language: str, text: str) -> None:
    assert [f.factor for f in find(text, language)] == ["discretion"]
    assert find(text, language, Context(place="procedure")) == []


@pytest.mark.parametrize("kind", ["note", "signature", "article", "chapter", "section", "act", "annex"])
@pytest.mark.parametrize(("language", "text"), [("ru", "При необходимости"), ("kk", "Қажет болған жағдайда")])
def test_headings_and_editorial_notes_are_not_searched(kind: str, language: str, text: str) -> None:
    assert find(text, language)
    assert find(text, language, Context(kind=kind)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "4) исключен Законом Республики Казахстан от 1 июня 2024 года при необходимости;"),
        ("ru", "*12-1) исключен Законом РК (вводится в действие в установленном порядке).*"),
        ("ru", "Сноска. Статья 4 с изменениями, внесенными в установленном порядке."),
        ("kk", "4) алып тасталды – ҚР 01.06.2024 Заңымен (белгіленген тәртіппен);"),
        ("kk", "Ескерту. 4-бапқа өзгеріс енгізілді – белгіленген тәртіппен."),
    ],
)
def test_markers_of_excluded_units_and_footnotes_are_not_searched(language: str, text: str) -> None:
    assert find(text, language) == []


def test_an_excluded_unit_is_not_searched_whatever_it_says() -> None:
    assert find("Аким вправе.", "ru", Context(excluded=True)) == []


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("ru", "общественное место", "Аппарат убирает общественные места."),
        ("kk", "қоғамдық орын", "Аппарат қоғамдық орындарды тазалайды."),
    ],
)
def test_a_term_that_the_act_defines_is_left_alone_in_every_form(language: str, term: str, text: str) -> None:
    assert [f.factor for f in find(text, language)] == ["undefined_object"]
    assert find(text, language, Context(defined=(term,))) == []
