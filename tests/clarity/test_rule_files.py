"""Rule files of a chamber: loaded from its own directory; what is wrong with them is said with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from amendments.clarity import BUILT_IN, Clarity, RuleError, cases, load
from amendments.clarity.__main__ import main
from amendments.clarity.problems import Problem

GOOD = """
[[rule]]
id = "ru.chamber.slowly"
factor = "no_term"
language = "ru"
class = 6
weight = 2
source = "Регламент палаты"
patterns = ["=неспешно", "@lazy ~2 срок"]
explain = {ru = "Темп назван, а срок нет.", kk = "Қарқын аталған, мерзім жоқ."}
advice = {ru = "Назовите число дней.", kk = "Күн санын атаңыз."}
match = ["Дорога чинится [[неспешно]]."]
no_match = ["Дорога чинится за десять дней."]
"""
WORDS = """
language = "ru"
[class]
lazy = ["ленивый", "долгий"]
"""


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_chamber_adds_rules_and_word_classes_without_code(tmp_path: Path) -> None:
    folder = _write(tmp_path, rules=GOOD, words=WORDS)
    clarity = Clarity(book=load((BUILT_IN, folder)))
    found = clarity.find("Дорога чинится неспешно в долгий разумный срок, при необходимости ночью.", "ru")
    assert [(f.rule, f.quote) for f in found if f.rule.startswith("ru.chamber")] == [
        ("ru.chamber.slowly", "неспешно"),
        ("ru.chamber.slowly", "долгий разумный срок"),
    ]
    assert "ru.discretion.if_needed" in {f.rule for f in found}


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (('factor = "no_term"', 'factor = "boredom"'), "value", "factor"),
        (('language = "ru"', 'language = "de"'), "value", "language"),
        (("class = 6", "class = 12"), "type", "class"),
        (("weight = 2", 'weight = "high"'), "type", "weight"),
        (('id = "ru.chamber.slowly"', 'id = "Slowly"'), "type", "id"),
        (('source = "Регламент палаты"', ""), "missing", "source"),
        (('patterns = ["=неспешно", "@lazy ~2 срок"]', ""), "missing", "patterns"),
        (('patterns = ["=неспешно", "@lazy ~2 срок"]', 'patterns = ["~3"]'), "no_words", "patterns"),
        (('patterns = ["=неспешно", "@lazy ~2 срок"]', 'patterns = ["долго ~99 срок"]'), "gap", "patterns"),
        (('patterns = ["=неспешно", "@lazy ~2 срок"]', 'patterns = [7]'), "type", "patterns"),
        (("[[неспешно]]", "неспешно"), "quote", "match"),
        (('no_match = ["Дорога чинится за десять дней."]', ""), "no_examples", "match"),
        ((', kk = "Қарқын аталған, мерзім жоқ."', ""), "missing", "explain.kk"),
        (("class = 6", 'class = 6\ncolour = "red"'), "unknown_field", "colour"),
        (("class = 6", 'class = 6\nunless.nearby = ["дом"]'), "unknown_field", "unless.nearby"),
        (("class = 6", 'class = 6\nunless.before = ["&nothing"]'), "set_unknown", "unless"),
        (("class = 6", 'class = 6\nwhen.holders = ["king"]'), "value", "when.holders"),
        (("class = 6", 'class = 6\nunless.defined = "yes"'), "type", "unless.defined"),
        (("class = 6", "class = 6\nwhen = 5"), "type", "when"),
    ],
)  # fmt: skip
def test_a_bad_rule_is_refused_with_its_file_rule_and_field(
    tmp_path: Path, change: tuple[str, str], code: str, field: str
) -> None:
    text = GOOD.replace(*change)
    assert text != GOOD
    with pytest.raises(RuleError) as refused:
        load((_write(tmp_path, rules=text, words=WORDS),))
    problems = [(p.file, p.code, p.field) for p in refused.value.problems]
    assert ("rules.toml", code, field) in problems
    for language in ("en", "ru", "kk"):
        sentence = refused.value.problems[0].describe(language)
        assert "rules.toml" in sentence
        assert "{" not in sentence.replace("{ru, kk}", "")


@pytest.mark.parametrize(
    ("patterns", "code"),
    [
        ('["@nobody срок"]', "class_unknown"),
        ('["~2 срок"]', "must_begin_with_word"),
        ('["_ срок"]', "must_begin_with_word"),
        ('["!быстро срок"]', "must_begin_with_word"),
    ],
)
def test_a_rule_that_cannot_be_compiled_is_named(tmp_path: Path, patterns: str, code: str) -> None:
    text = GOOD.replace('["=неспешно", "@lazy ~2 срок"]', patterns)
    with pytest.raises(RuleError) as refused:
        Clarity(book=load((_write(tmp_path, rules=text),)))
    assert [(p.rule, p.code) for p in refused.value.problems] == [("ru.chamber.slowly", code)]


def test_all_problems_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    _write(tmp_path, a="not toml at all [", b=GOOD.replace("class = 6", "class = 60"), c='[class]\nx = ["а"]')
    (tmp_path / "d.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(RuleError) as refused:
        load((tmp_path, tmp_path / "nowhere"))
    assert {(p.file.split("/")[-1], p.code) for p in refused.value.problems} == {
        ("a.toml", "toml"),
        ("b.toml", "type"),
        ("c.toml", "value"),
        ("d.toml", "encoding"),
        ("nowhere", "no_directory"),
    }


def test_without_strictness_bad_rules_are_left_out_and_reported(tmp_path: Path) -> None:
    other = GOOD.replace("ru.chamber.slowly", "ru.chamber.other").replace("class = 6", "class = 60")
    book = load((_write(tmp_path, a=GOOD, b=other, words=WORDS),), strict=False)
    assert [rule.id for rule in book.rules] == ["ru.chamber.slowly"]
    assert [(p.file, p.rule) for p in book.problems] == [("b.toml", "ru.chamber.other")]


def test_two_rules_may_not_share_an_id(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as refused:
        load((_write(tmp_path, a=GOOD, b=GOOD, words=WORDS),))
    assert [(p.code, p.params["other"]) for p in refused.value.problems] == [("duplicate", "a.toml")]


def test_a_problem_is_a_sentence_in_three_languages() -> None:
    problem = Problem("too_long", "a.toml", "ru.x.y", "patterns", {"pattern": "а ~16 б", "limit": 40})
    assert problem.describe("en") == (
        "a.toml, rule ru.x.y, field patterns: the pattern «а ~16 б» may span more than 40 words; shorten its gaps"
    )
    assert problem.describe("ru").startswith("a.toml, правило ru.x.y, поле patterns: образец «а ~16 б»")
    assert problem.describe("kk").startswith("a.toml, ru.x.y ережесі, patterns өрісі: «а ~16 б» үлгісі")


def test_cases_answer_line_by_line_and_name_what_cannot_be_answered() -> None:
    lines = [
        '{"id": "a", "lang": "ru", "text": "Аким вправе."}',
        "",
        "{",
        '{"id": "b", "lang": "en", "text": "x"}',
        '{"id": "c", "lang": "ru"}',
        "[1]",
    ]
    answers = [json.loads(answer) for answer in cases(lines)]
    assert answers[0] == {
        "id": "a",
        "findings": [
            {
                "start": 5,
                "end": 11,
                "quote": "вправе",
                "factor": "discretion",
                "rule": "ru.discretion.entitled",
                "weight": 2,
            }
        ],
    }
    assert [sorted(answer) for answer in answers[1:]] == [["error", "id"]] * 4
    assert "line 3" in answers[1]["error"]


def test_the_command_reads_cases_and_a_chambers_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    _write(rules, rules=GOOD, words=WORDS)
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": 1, "lang": "ru", "text": "Дорога чинится неспешно."}\n', encoding="utf-8")
    assert main(["--cases", str(file), "--rules", str(rules)]) == 0
    assert json.loads(capsys.readouterr().out)["findings"][0]["rule"] == "ru.chamber.slowly"


def test_the_command_says_what_is_wrong_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", str(tmp_path / "absent.jsonl")]) == 2
    assert "absent.jsonl" in capsys.readouterr().err
    _write(tmp_path, rules="[[rule]]\n")
    assert main(["--cases", str(tmp_path / "absent.jsonl"), "--rules", str(tmp_path)]) == 2
    assert "rules.toml" in capsys.readouterr().err
