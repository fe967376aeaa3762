"""What the eight factors are, in sentences of other fields: roads, health, housing, water, culture, budget."""

from __future__ import annotations

import pytest

from amendments.clarity import Context, find

# Language, text, and what must be found: (factor, quote) in order.
FOUND = [
    ("ru", "Дорожный орган при необходимости закрывает проезд.", [("discretion", "при необходимости")]),
    ("ru", "Инспектор имеет право изымать пробы.", [("discretion", "имеет право")]),
    ("ru", "Срок может быть сокращен главным врачом.", [("discretion", "может быть сокращен")]),
    ("ru", "Комиссия, осмотрев мост, может назначить ремонт.", [("discretion", "может")]),
    ("ru", "Больница своевременно и оперативно сообщает о вспышке.",
     [("no_term", "своевременно"), ("no_term", "оперативно")]),
    ("ru", "Ответ дается в кратчайшие сроки.", [("no_term", "в кратчайшие сроки")]),
    ("ru", "Библиотека выдает книги, ноты и другие материалы.", [("open_list", "и другие материалы")]),
    ("ru", "Аппарат исполняет иные функции.", [("open_list", "иные функции")]),
    ("ru", "Театр создается при достаточном числе зрителей.", [("evaluative", "достаточном")]),
    ("ru", "Отдел проводит рациональную и эффективную вырубку.",
     [("evaluative", "рациональную"), ("evaluative", "эффективную")]),
    ("ru", "Лекарства выдаются малоимущим семьям.", [("undefined_object", "малоимущим семьям")]),
    ("ru", "Проект рассылается заинтересованным ведомствам.", [("undefined_object", "заинтересованным ведомствам")]),
    ("ru", "Акимат координирует и стимулирует добычу соли.",
     [("weak_function", "координирует"), ("weak_function", "стимулирует")]),
    ("ru", "Отдел проводит разъяснительную работу.", [("weak_function", "проводит разъяснительную работу")]),
    ("ru", "Отдел обязан принимать меры по тушению степи.", [("weak_function", "принимать меры")]),
    ("ru", "Смета составляется в установленном порядке.", [("blank_reference", "в установленном порядке")]),
    ("ru", "Плата взимается в случаях, предусмотренных законами Республики Казахстан.",
     [("blank_reference", "в случаях, предусмотренных законами Республики Казахстан")]),
    ("ru", "Улов делится поровну, если иное не предусмотрено.", [("blank_reference", "если иное не предусмотрено")]),
    ("ru", "Отдел в рамках полномочий проверяет паромы.", [("blurred_level", "в рамках полномочий")]),
    ("ru", "Паром осматривается совместно с портом.", [("blurred_level", "совместно с")]),
    ("kk", "Жол органы қажет болған жағдайда жолды жабады.", [("discretion", "қажет болған жағдайда")]),
    ("kk", "Мерзім бас дәрігердің шешімімен қысқартылуы мүмкін.", [("discretion", "қысқартылуы мүмкін")]),
    ("kk", "Комиссия жөндеу тағайындай алады.", [("discretion", "тағайындай алады")]),
    ("kk", "Аурухана індет туралы уақтылы хабарлайды.", [("no_term", "уақтылы")]),
    ("kk", "Жауап барынша қысқа мерзімде беріледі.", [("no_term", "барынша қысқа мерзімде")]),
    ("kk", "Кітапхана кітаптар және басқа да материалдар береді.", [("open_list", "және басқа да материалдар")]),
    ("kk", "Аппарат өзге де функцияларды орындайды.", [("open_list", "өзге де функцияларды")]),
    ("kk", "Бөлім ұтымды және тиімді кесу жүргізеді.", [("evaluative", "ұтымды"), ("evaluative", "тиімді")]),
    ("kk", "Саябақ тиісті деңгейде ұсталады.", [("evaluative", "тиісті")]),
    ("kk", "Дәрі аз қамтылған отбасыларға беріледі.", [("undefined_object", "аз қамтылған отбасыларға")]),
    ("kk", "Жоба мүдделі органдарға жіберіледі.", [("undefined_object", "мүдделі органдарға")]),
    ("kk", "Әкімдік тұз өндіруді үйлестіреді.", [("weak_function", "үйлестіреді")]),
    ("kk", "Бөлім түсіндіру жұмысын жүргізеді.", [("weak_function", "түсіндіру жұмысын жүргізеді")]),
    ("kk", "Смета белгіленген тәртіппен жасалады.", [("blank_reference", "белгіленген тәртіппен")]),
    ("kk", "Ақы Қазақстан Республикасының заңдарында көзделген жағдайларда алынады.",
     [("blank_reference", "Қазақстан Республикасының заңдарында көзделген жағдайларда")]),
    ("kk", "Бөлім өз құзыреті шегінде паромдарды тексереді.", [("blurred_level", "өз құзыреті шегінде")]),
    ("kk", "Паром портпен бірлесіп қаралады.", [("blurred_level", "бірлесіп")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), FOUND, ids=[row[1][:40] for row in FOUND])
def test_vague_words_are_found_with_their_factor_and_exact_quote(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(f.factor, f.quote) for f in find(text, language)] == expected


@pytest.mark.parametrize(
    ("introduction", "language", "found"),
    [("body", "ru", 1), ("person", "ru", 0), ("body", "kk", 1), ("person", "kk", 0)],
)
def test_an_item_of_a_list_has_the_holder_of_its_introduction(introduction: str, language: str, found: int) -> None:
    text = {"ru": "2) вправе пользоваться залом;", "kk": "2) залды пайдалануға құқылы;"}[language]
    holder = Context(holder="body" if introduction == "body" else "person")
    assert len(find(text, language, holder)) == found


def test_latin_letters_of_old_kazakh_texts_are_read_as_cyrillic_ones() -> None:
    assert [f.quote for f in find("Әкiм өз құзыретi шегiнде әрекет етедi.", "kk")] == ["өз құзыретi шегiнде"]


def test_spaces_that_do_not_break_and_capital_letters_change_nothing() -> None:
    assert [f.quote for f in find("ПРИ\u00a0НЕОБХОДИМОСТИ аким выезжает.", "ru")] == ["ПРИ\u00a0НЕОБХОДИМОСТИ"]


def test_two_factors_on_the_same_words_leave_the_first_one() -> None:
    found = find("Отдел создает благоприятные условия.", "ru")
    assert [(f.factor, f.quote) for f in found] == [
        ("weak_function", "создает благоприятные условия"),
        ("evaluative", "благоприятные"),
    ]


def test_an_unknown_language_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="ru, kk"):
        find("text", "en")


@pytest.mark.parametrize("text", ["", " ", "\n", "1)", "—", "«»", "123 456"])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_text_without_words_has_no_findings(text: str, language: str) -> None:
    assert find(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("ru", "Отдел проводит среди рыбаков и охотников информационно-разъяснительную работу.", "проводит"),
        ("ru", "Отдел проводит разъяснительную работу.", "проводит разъяснительную работу"),
        (
            "kk",
            "Бөлім балықшыларға арналған іс-шаралардың ұйымдастырылуын қамтамасыз етеді.",
            "ұйымдастырылуын қамтамасыз етеді",
        ),
        ("kk", "Бөлім түсіндіру жұмысын жүргізеді.", "түсіндіру жұмысын жүргізеді"),
    ],
)
def test_a_long_quote_is_cut_to_its_verb(language: str, text: str, quote: str) -> None:
    assert [finding.quote for finding in find(text, language)] == [quote]
