"""Achievement: the result compared with the target."""

from decimal import Decimal
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.numbers import Amount, Span, parse_amount
from pendopo.kinds.plans.record.achievement import (
    FULL,
    achievement,
    band,
    mean,
    meets,
    rounded,
    worse,
)
from pendopo.kinds.plans.record.indicators import Formula, Polarity

NUMBERS = st.decimals(-(10**6), 10**6, places=3, allow_nan=False, allow_infinity=False)
POSITIVE = st.decimals(1, 10**6, places=3, allow_nan=False, allow_infinity=False)
SPANS = st.tuples(POSITIVE, POSITIVE).map(lambda each: Span(min(each), max(each)))
TARGETS = POSITIVE | SPANS
ANY: st.SearchStrategy[Amount] = NUMBERS | SPANS | st.text(max_size=5)
POLARITIES = st.sampled_from([None, *get_args(Polarity)])
FORMULAS = st.sampled_from([None, *get_args(Formula)])


@pytest.mark.parametrize(
    ("target", "actual", "polarity", "by", "percent"),
    [
        # PermenPANRB 8/2021, pages 91 and 100.
        ("7–8", "6,5", "lower", "difference", "107.14"),
        ("7–8", "9", "lower", "difference", "87.5"),
        ("80–90", "70", "higher", None, "87.5"),
        # Its text prints 113 for this one; 92 ÷ 90 is 102.22.
        ("80–90", "92", "higher", None, "102.22"),
        ("80–90", "85", "higher", None, "100"),
        # Both formulas for lower values are in use, and they differ.
        ("10", "12", "lower", "difference", "80"),
        ("10", "12", "lower", "ratio", "83.33"),
        ("10", "25", "lower", "difference", "-50"),
        ("10", "25", "lower", "ratio", "40"),
        ("10", "8", "lower", "difference", "120"),
        ("10", "8", "lower", "ratio", "125"),
        ("85", "90", "higher", None, "105.88"),
        ("85", "0", "higher", None, "0"),
        # A target of nothing: reached by nothing, otherwise not to be computed.
        ("0", "0", "lower", "difference", "100"),
        ("0", "0", "lower", "ratio", "100"),
        ("0", "3", "lower", "difference", None),
        ("0", "3", "lower", "ratio", None),
        ("0", "3", "higher", None, None),
        ("10", "0", "lower", "ratio", None),
        ("10", "0", "lower", "difference", "200"),
        # Within the range is best.
        ("80–120", "130", "range", "difference", "91.67"),
        ("80–120", "130", "range", "ratio", "92.31"),
        ("80–120", "60", "range", "ratio", "75"),
        ("80–120", "120", "range", "ratio", "100"),
        ("100", "110", "range", "difference", "90"),
        # Nothing is guessed.
        ("10", "12", "lower", None, None),
        ("10", "12", None, None, None),
        ("WTP", "WTP", "higher", None, None),
        ("10", "baik", "higher", None, None),
        ("10", "8–12", "higher", None, None),
        ("-2", "-1", "higher", None, None),
    ],
)
def test_the_formulas_give_what_the_regulation_and_practice_say(
    target: str, actual: str, polarity: Polarity | None, by: Formula | None, percent: str | None
) -> None:
    found = achievement(parse_amount(target), parse_amount(actual), polarity, by)
    assert (None if found is None else rounded(found)) == (percent and Decimal(percent))


@tries(300)
@given(TARGETS, st.lists(POSITIVE, min_size=2), st.sampled_from(["higher", "lower"]), FORMULAS)
def test_a_better_actual_never_has_a_lower_achievement(
    target: Amount, actuals: list[Decimal], polarity: Polarity, by: Formula | None
) -> None:
    better_last = sorted(actuals, reverse=polarity == "lower")
    found = [achievement(target, each, polarity, by) for each in better_last]
    if polarity == "lower" and by is None:
        assert {each for each in found if each != FULL} <= {None}
        return
    figures = [each for each in found if each is not None]
    assert len(figures) == len(found)
    assert all(one <= two for one, two in pairwise(figures))


@tries(300)
@given(SPANS, POSITIVE, POSITIVE, st.sampled_from(get_args(Formula)))
def test_within_a_range_what_lies_nearer_never_has_less(
    target: Span, one: Decimal, two: Decimal, by: Formula
) -> None:
    for near, far in ((one, two), (two, one)):
        same_side = (near >= target.low and far >= near) or (near <= target.high and far <= near)
        figures = [achievement(target, each, "range", by) for each in (near, far)]
        if same_side and None not in figures:
            assert figures[0] >= figures[1]  # type: ignore[operator]


@tries(300)
@given(ANY, ANY, POLARITIES, FORMULAS)
def test_whatever_is_stated_gives_a_finite_number_or_none(
    target: Amount, actual: Amount, polarity: Polarity | None, by: Formula | None
) -> None:
    found = achievement(target, actual, polarity, by)
    assert found is None or found.is_finite()
    assert meets(target, actual, polarity) in (True, False, None)
    assert worse(actual, target, target, polarity) in (True, False)


@tries(300)
@given(TARGETS, POSITIVE, POLARITIES, FORMULAS)
def test_a_target_is_met_where_the_achievement_is_full(
    target: Amount, actual: Decimal, polarity: Polarity | None, by: Formula | None
) -> None:
    found = achievement(target, actual, polarity, by)
    if found is not None:
        assert meets(target, actual, polarity) is (found >= FULL)


@pytest.mark.parametrize(
    ("target", "actual", "polarity", "met"),
    [
        ("WTP", "wtp", None, True),
        ("WTP", "WDP", "higher", None),
        ("10", "sepuluh", "higher", None),
        ("0", "3", "lower", False),
        ("-2", "-1", "higher", True),
        ("10", "9–11", "higher", False),
        ("10", "10–11", "higher", True),
        ("7–8", "7–8", "range", True),
        ("10", "10", None, None),
    ],
)
def test_words_and_ranges_can_be_met_as_well(
    target: str, actual: str, polarity: Polarity | None, met: bool | None
) -> None:
    assert meets(parse_amount(target), parse_amount(actual), polarity) is met


@pytest.mark.parametrize(
    ("actual", "before", "target", "polarity", "expected"),
    [
        ("9", "10", "12", "higher", True),
        ("11", "10", "12", "higher", False),
        ("11", "10", "5", "lower", True),
        ("10", "10", "5", "lower", False),
        ("130", "125", "80–120", "range", True),
        ("70", "125", "80–120", "range", True),
        ("124", "125", "80–120", "range", False),
        ("9", "10", "12", None, False),
        ("9", "baik", "12", "higher", False),
    ],
)
def test_worse_is_further_from_the_good_side(
    actual: str, before: str, target: str, polarity: Polarity | None, expected: bool
) -> None:
    one, two, three = map(parse_amount, (actual, before, target))
    assert worse(one, two, three, polarity) is expected


def test_a_mean_counts_what_is_measured_and_says_of_how_many() -> None:
    assert mean([Decimal(100), None, Decimal(50)]) == (Decimal(75), 2, 3)
    assert mean([None, None]) == (None, 0, 2)
    assert mean([]) == (None, 0, 0)


@pytest.mark.parametrize(
    ("percent", "written"),
    [("107.142857", "107.14"), ("0.005", "0.01"), ("100.000", "100"), ("-0.005", "-0.01"),
     ("1E+3", "1000"), ("12.50", "12.5")],
)  # fmt: skip
def test_a_figure_has_two_decimals_at_most(percent: str, written: str) -> None:
    assert f"{rounded(Decimal(percent)):f}" == written


@pytest.mark.parametrize(
    ("percent", "label"),
    [
        *(("100", "Very good"), ("90.01", "Very good"), ("90", "Good"), ("90.5", "Very good")),
        *(("75.5", "Good"), ("75", "Fair"), ("65", "Poor"), ("50", "Very poor")),
        *(("50.001", "Poor"), ("-50", "Very poor")),
    ],
)
def test_no_figure_falls_between_two_bands(percent: str, label: str) -> None:
    assert band(Decimal(percent)) == label


def test_without_an_open_band_the_lowest_holds() -> None:
    assert band(Decimal(50), [(Decimal(90), "A")]) == "A"
    assert band(Decimal(50), []) == ""
