"""Contrast after WCAG 2.2, and tints for the dark page."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.colours import DARK, READABLE, WHITE, contrast, tint

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#00ff00", "#ffffff", 1.37),
        ("#0000ff", "#ffffff", 8.59),
        ("#ffff00", "#ffffff", 1.07),
        ("#ff0000", "#0000ff", 2.15),
        ("#808080", "#000000", 5.32),
        ("#0A0A0A", "#0a0a0a", 1),
    ],
)
def test_contrast_agrees_with_known_pairs(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)


@tries(200)
@given(COLOURS, COLOURS)
def test_contrast_lies_between_1_and_21_whatever_the_order(first: str, second: str) -> None:
    assert 1 <= contrast(first, second) <= 21 + 1e-9
    assert contrast(first, second) == contrast(second, first)


@tries(300)
@given(COLOURS, COLOURS)
def test_a_tint_can_be_read_on_any_background_that_white_can_be_read_on(
    colour: str, background: str
) -> None:
    assert contrast(tint(colour, DARK), DARK) >= READABLE
    assume(contrast(WHITE, background) >= READABLE)
    assert contrast(tint(colour, background), background) >= READABLE


@pytest.mark.parametrize(
    ("colour", "tinted"),
    [
        ("#9ad1a3", "#9ad1a3"),
        ("#ffffff", "#ffffff"),
        ("#000000", "#808080"),
    ],
)
def test_a_tint_is_no_whiter_than_needed(colour: str, tinted: str) -> None:
    assert tint(colour, "#000000") == tinted
