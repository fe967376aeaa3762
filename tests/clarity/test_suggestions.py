"""Suggested wordings: few, with a blank for a person to fill, and only where they fit into the sentence."""

from __future__ import annotations

import pytest

from amendments.clarity import Finding, default_clarity, default_rules, find, suggestions


def _offered(text: str, language: str) -> list[str]:
    (finding,) = find(text, language)
    given = suggestions(finding, default_clarity())
    assert len(given) <= 3
    assert all((s.start, s.end) == (finding.start, finding.end) for s in given)
    return [text[: s.start] + s.wording + text[s.end :] for s in given]


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("ru", "Отдел своевременно чистит пруд.", "Отдел в течение [число] рабочих дней чистит пруд."),
        ("ru", "Своевременно чистить пруд.", "В течение [число] рабочих дней чистить пруд."),
        (
            "ru",
            "Уголь дают малообеспеченным гражданам.",
            "Уголь дают лицам, указанным в статье [номер] [наименование кодекса или закона].",
        ),
        (
            "ru",
            "Льготы есть у социально уязвимых слоев.",
            "Льготы есть у лиц, указанных в статье [номер] [наименование кодекса или закона].",
        ),
        (
            "ru",
            "Пруд чистят в установленном порядке.",
            "Пруд чистят в порядке, установленном статьей [номер] настоящего Закона.",
        ),
        ("kk", "Бөлім тоғанды уақтылы тазалайды.", "Бөлім тоғанды [сан] жұмыс күні ішінде тазалайды."),
        (
            "kk",
            "Көмір мұқтаж азаматтарға беріледі.",
            "Көмір [кодекстің немесе заңның атауы] [нөмірі]-бабында көрсетілген адамдарға беріледі.",
        ),
        (
            "kk",
            "Бөлім табысы аз адамдарды анықтайды.",
            "Бөлім [кодекстің немесе заңның атауы] [нөмірі]-бабында көрсетілген адамдарды анықтайды.",
        ),
    ],
)
def test_a_suggestion_stands_in_the_sentence_in_the_place_of_the_vague_words(
    language: str, text: str, first: str
) -> None:
    assert _offered(text, language)[0] == first


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Аким вправе закрыть мост."),
        ("ru", "Размер платы определяется законодательством Республики Казахстан."),
        ("ru", "Отдел содействует рыбакам."),
        ("kk", "Әкім көпірді жабуға құқылы."),
        ("kk", "Ақы мөлшері Қазақстан Республикасының заңнамасымен айқындалады."),
    ],
)
def test_where_no_wording_fits_none_is_offered(language: str, text: str) -> None:
    assert _offered(text, language) == []


def test_a_finding_of_an_unknown_rule_gets_no_suggestion() -> None:
    finding = Finding(0, 6, "вправе", "discretion", "ru.gone.rule", 2, 1, "")
    assert suggestions(finding, default_clarity()) == ()


@pytest.mark.parametrize("rule", [rule for rule in default_rules() if rule.suggest], ids=lambda rule: rule.id)
def test_every_suggestion_leaves_the_decision_to_a_person(rule: object) -> None:
    wordings = rule.suggest  # type: ignore[attr-defined]
    assert len(wordings) <= 3
    assert all("[" in wording and "]" in wording for wording in wordings)


def test_suggestions_say_that_they_have_blanks_and_change_no_text() -> None:
    text = "Отдел своевременно чистит пруд."
    (finding,) = find(text, "ru")
    assert all(suggestion.to_fill for suggestion in suggestions(finding, default_clarity()))
    assert find(text, "ru") == [finding]
