"""The small line of an indicator: nothing is cut off, and gaps stay gaps."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.numbers import Amount, Span
from pendopo.kinds.plans.sparks import EDGE, HEIGHT, WIDTH, spark

NUMBERS = st.decimals(-(10**20), 10**20, places=3, allow_nan=False, allow_infinity=False)
NUMBERS |= st.integers(-3, 120).map(Decimal)
SPANS = st.tuples(NUMBERS, NUMBERS).map(lambda each: Span(min(each), max(each)))
AMOUNTS: st.SearchStrategy[Amount | None] = st.none() | NUMBERS | SPANS | st.just("baik")
YEARS = st.lists(st.tuples(AMOUNTS, st.none() | NUMBERS), max_size=26)
PATH = re.compile(r"(?:[ML](\d+) (\d+)(?:h0|V(\d+))?)*")
POINT = re.compile(r"(\d+) (\d+)(?:V(\d+))?")


@tries(400)
@given(YEARS)
def test_every_mark_lies_within_the_drawing(
    years: list[tuple[Amount | None, Decimal | None]],
) -> None:
    found = spark(years)
    assert (found == []) == (sum(actual is not None for _, actual in years) < 2)
    for _name, path in found:
        assert PATH.fullmatch(path)
        for x, one, two in POINT.findall(path):
            assert EDGE <= int(x) <= WIDTH - EDGE
            assert all(EDGE <= int(y) <= HEIGHT - EDGE for y in (one, two or one))


def numbers(*values: int | None) -> list[Decimal | None]:
    return [None if each is None else Decimal(each) for each in values]


def test_results_stand_above_the_targets_that_they_exceed() -> None:
    found = spark([*zip(numbers(10, 20, 30), numbers(20, 30, None), strict=True)])
    assert dict(found) == {
        "aims": "M6 34h0L72 20L138 6",
        "results": "M6 20h0L72 6",
        "marks": "M6 20h0M72 6h0",
    }


def test_a_gap_is_no_line() -> None:
    found = spark([*zip(numbers(10, None, 30), numbers(30, None, 10), strict=True)])
    assert dict(found)["aims"] == "M6 34h0M138 6h0"
    assert dict(found)["results"] == "M6 6h0M138 34h0"


def test_a_range_is_drawn_from_its_lowest_to_its_highest() -> None:
    aim = Span(Decimal(0), Decimal(5))
    found = spark([(aim, Decimal(10)), (aim, Decimal(10))])
    assert dict(found)["ranges"] == "M6 34V20M138 34V20"
    assert "aims" not in dict(found)


def test_what_never_changes_lies_in_the_middle() -> None:
    found = spark([*zip(numbers(7, 7), numbers(7, 7), strict=True)])
    assert dict(found)["aims"] == dict(found)["results"] == "M6 20h0L138 20"


def test_one_result_is_no_line() -> None:
    assert spark([*zip(numbers(1, 2, 3), numbers(1, None, None), strict=True)]) == []
