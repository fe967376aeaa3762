"""Every pair of colours that stand on each other is readable (WCAG 2.2 AA) in each mode of the style sheets."""

from __future__ import annotations

import re
from itertools import product

import pytest

from service.web.assets import STATIC

DARK, MORE = "(prefers-color-scheme: dark)", "(prefers-contrast: more)"
TEXT, EDGE = 4.5, 3.0
INKS = ("ink", "soft", "accent", "accent-hover", "inserted", "deleted", "moved", "vague", "doubled")
ON_TEXT = [
    *product(INKS, ("paper", "card")),
    *((name, f"{name}-ground") for name in ("inserted", "deleted", "moved", "vague", "doubled")),
    *product(("ink", "accent", "soft"), ("accent-ground",)),
    *product(("ink", "soft"), ("vague-ground",)),
    ("ink", "doubled-ground"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-ink", "ink"),
    ("hit", "hit-ground"),
    ("soft", "heat-0"),
    *product(("heat-ink",), ("heat-1", "heat-2", "heat-3", "heat-4")),
]
#: Lines and borders that carry meaning: edges of fields, the wave under vague words on every ground it stands on.
EDGES = [*product(("control", "vague-line"), ("paper", "card")), ("vague-line", "inserted-ground")]


def palettes() -> dict[str, dict[str, str]]:
    """Colours by mode, each mode with what it does not change."""
    head, *blocks = re.split(r"@media ([^{]+)\{", (STATIC / "tokens.css").read_text(encoding="utf-8"))
    media = {name.strip(): colours(text) for name, text in zip(blocks[::2], blocks[1::2], strict=True)}
    light = colours(head)
    dark = light | media[DARK]
    return {
        "light": light,
        "dark": dark,
        "light, more contrast": light | media[MORE],
        "dark, more contrast": dark | media[MORE] | media[f"{MORE} and {DARK}"],
    }


def colours(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", palettes())
def test_text_is_readable(mode: str) -> None:
    palette = palettes()[mode]
    weak = {pair: round(contrast(palette[pair[0]], palette[pair[1]]), 2) for pair in ON_TEXT}
    assert {pair: value for pair, value in weak.items() if value < TEXT} == {}


@pytest.mark.parametrize("mode", palettes())
def test_edges_are_seen(mode: str) -> None:
    palette = palettes()[mode]
    weak = {pair: round(contrast(palette[pair[0]], palette[pair[1]]), 2) for pair in EDGES}
    assert {pair: value for pair, value in weak.items() if value < EDGE} == {}


def test_no_colour_is_written_elsewhere() -> None:
    """A colour outside tokens.css would escape the modes and this test. Paper is black and white and may say so."""
    for path in sorted(STATIC.glob("*.css")):
        if path.name not in ("tokens.css", "print.css"):
            found = re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^(]*\))", path.read_text(encoding="utf-8"))
            assert found == [], path.name
