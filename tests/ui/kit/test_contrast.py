"""Colours can be read: each pair that docs/look.md names, measured with the formula of WCAG 2.2."""

from __future__ import annotations

import re

import pytest

from boardroom.ui.kit.marks import MARKS
from boardroom.ui.kit.stylesheet import stylesheet_of
from boardroom.ui.kit.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens

THEMES = {"light": LIGHT, "dark": DARK, "contrast light": CONTRAST_LIGHT, "contrast dark": CONTRAST_DARK}
GROUNDS = ("surface", "ground", "sunken", "tint")

# Lowest ratios as docs/look.md prints them.
# fmt: off
STATED = {
    "light": {"text": 13.5, "muted": 5.8, "accent": 6.4, "danger": 5.7, "caution": 6.9, "edge": 3.3},
    "dark": {"text": 10.6, "muted": 5.9, "accent": 6.5, "danger": 5.9, "caution": 7.5, "edge": 3.8},
}
PAIRS = {
    "light": {("on_accent", "accent"): 7.8, ("caution", "caution_tint"): 7.4, ("danger", "danger_tint"): 5.8},
    "dark": {("on_accent", "accent"): 8.4, ("caution", "caution_tint"): 8.3, ("danger", "danger_tint"): 6.9},
}
# fmt: on


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lowest(tokens: Tokens, token: str) -> float:
    return min(ratio(getattr(tokens, token), getattr(tokens, ground)) for ground in GROUNDS)


@pytest.mark.parametrize("name", list(STATED))
def test_the_lowest_ratios_are_those_that_the_look_states(name: str) -> None:
    assert {token: round(lowest(THEMES[name], token), 1) for token in STATED[name]} == STATED[name]
    for (ink, ground), stated in PAIRS[name].items():
        found = ratio(getattr(THEMES[name], ink), getattr(THEMES[name], ground))
        assert round(found, 1) == stated, (ink, ground)


@pytest.mark.parametrize("name", list(THEMES))
def test_text_has_four_and_a_half_to_one_and_borders_of_controls_three_to_one(name: str) -> None:
    tokens = THEMES[name]
    for token in ("text", "muted", "accent", "danger", "caution"):
        assert lowest(tokens, token) >= 4.5, token
    assert lowest(tokens, "edge") >= 3
    for ink, ground in (("on_accent", "accent"), ("caution", "caution_tint"), ("danger", "danger_tint")):
        assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("name", ["contrast light", "contrast dark"])
def test_high_contrast_has_seven_to_one(name: str) -> None:
    for token in ("text", "muted", "accent", "danger", "caution"):
        assert lowest(THEMES[name], token) >= 7, token


@pytest.mark.parametrize("side", [0, 1])
def test_letters_and_edges_of_every_mark_can_be_seen(side: int) -> None:
    tokens = (LIGHT, DARK)[side]
    for sector, mark in MARKS.items():
        fill = tokens.surface if mark.hollow else mark.fill[side]
        ink = tokens.text if mark.hollow else mark.ink[side]
        assert ratio(ink, fill) >= 4.5, sector
        for ground in ("surface", "ground", "tint"):
            assert ratio(mark.edge[side], getattr(tokens, ground)) >= 3, (sector, ground)


@pytest.mark.parametrize("name", list(THEMES))
def test_no_rule_of_the_style_sheet_hides_its_own_words(name: str) -> None:
    sheet = stylesheet_of(THEMES[name], round, edge=2 if "contrast" in name else 1)
    met = 0
    for selector, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        ground = re.search(r"(?<![-\w])background: (#\w{6})", rule)
        ink = re.search(r"(?<![-\w])color: (#\w{6})", rule)
        if ground and ink:
            met += 1
            assert ratio(ink[1], ground[1]) >= 4.5, selector.strip()
    assert met > 3
