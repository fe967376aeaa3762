"""A paragraph cut into runs loses nothing and says of each character all that was said of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.web.presenters.runs import Run, Span, cut, shift

TEXT = "Аким обеспечивает надлежащее содержание дорог."


def test_a_text_without_spans_is_one_run() -> None:
    assert cut(TEXT, []) == (Run(TEXT),)
    assert cut("", []) == ()


def test_a_span_lights_its_words_only() -> None:
    start = TEXT.index("надлежащее")
    runs = cut(TEXT, [Span(start, start + 10, "vague", "#finding-1")])
    assert [(run.text, run.vague) for run in runs] == [
        ("Аким обеспечивает ", ""),
        ("надлежащее", "#finding-1"),
        (" содержание дорог.", ""),
    ]


def test_overlapping_spans_are_both_said() -> None:
    runs = cut("абвгд", [Span(0, 3, "hit", "hit-1"), Span(2, 5, "vague", "#x")])
    assert [(run.text, run.hit, run.vague) for run in runs] == [
        ("аб", "hit-1", ""),
        ("в", "hit-1", "#x"),
        ("гд", "", "#x"),
    ]


def test_marks_of_markdown_are_not_shown() -> None:
    assert [run.text for run in cut("12\\) ведет учет", [Span(0, 4, "hit")])] == ["12)", " ведет учет"]


spans = st.lists(
    st.builds(
        lambda start, size, name: Span(start, start + size, name),
        st.integers(-5, 40),
        st.integers(-2, 30),
        st.sampled_from(["hit", "vague", "lit"]),
    ),
    max_size=6,
)


@given(st.text(alphabet="абв гд", max_size=30), spans)
def test_the_runs_together_are_the_text(text: str, said: list[Span]) -> None:
    assert "".join(run.text for run in cut(text, said)) == text


@given(st.text(alphabet="абв гд", min_size=1, max_size=30), spans)
def test_each_character_carries_the_spans_over_it(text: str, said: list[Span]) -> None:
    place = 0
    for run in cut(text, said):
        for _ in run.text:
            for name, value in (("hit", run.hit), ("vague", run.vague), ("lit", run.lit)):
                over = any(span.name == name and span.start <= place < span.end for span in said)
                assert bool(value) == over
            place += 1


def test_shift_moves_spans() -> None:
    assert shift([Span(1, 3, "hit", "a")], 4) == [Span(5, 7, "hit", "a")]
