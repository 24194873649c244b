"""Numbers as Indonesian staff write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.numbers import MisreadError, Span, parse_amount, parse_number
from pendopo.basics.translations import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("85", "85"),
        ("-5", "-5"),
        ("007", "7"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("12.50", "12.50"),
        ("1,000", "1.000"),
        ("1.000", "1000"),
        ("-1.000", "-1000"),
        ("315.609", "315609"),
        ("1234.567", "1234.567"),
        ("1.2345", "1.2345"),
        ("1.234.567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("1.000,25", "1000.25"),
        ("0.125", "0.125"),
        ("-0.500", "-0.500"),
        ("0,125", "0.125"),
    ],
)
def test_comma_and_dot_are_read_as_written_in_indonesia(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", " 5", "5 ", "5\n", "-", "+5", "--5", ".5", ",5", "5.", "5,", "5%", "Rp5", "1e3"),
        *("0x10", "1_000", "1 000", "NaN", "Infinity", "1,000.5", "1,000,000", "1.23.456", "1,2,3"),
        *("1.0000.000", "1234.567.890", "1.234,567.8", "1.2,5", "٥", "１２", "½", "²"),
    ],
)
def test_whatever_is_no_plain_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@tries(300)
@given(
    st.integers(-(10**15), 10**15)
    | st.decimals(-(10**9), 10**9, places=1, allow_nan=False, allow_infinity=False)
    | st.decimals(-1, 1, places=3, allow_nan=False, allow_infinity=False)
)
def test_a_number_as_the_site_prints_it_is_read_back(value: int | Decimal) -> None:
    assert parse_number(number(value, "id")) == value


@tries(300)
@given(st.text(alphabet="0123456789.,-", max_size=12) | st.text())
def test_any_text_gives_a_finite_number_or_none(text: str) -> None:
    value = parse_number(text)
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("85", "85"), ("85 %", "85"), ("85%", "85"), ("12,5", "12.5"), ("1.000,5", "1000.5")),
        *(("-3", "-3"), ("−3", "-3"), ("Rp 1.000", "1000"), ("Rp1.250.000", "1250000")),
        *(("≥ 85", "85"), ("≤5", "5"), ("0", "0")),
    ],
)
def test_an_amount_is_a_number_whatever_signs_stand_around_it(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *(("80–90", 80, 90), ("80 - 90", 80, 90), ("80% - 90%", 80, 90), ("7 s.d. 8", 7, 8)),
        *(("7 sd 8", 7, 8), ("7 sampai dengan 8", 7, 8), ("1.000—2.000", 1000, 2000)),
        *(("-5–-1", -5, -1), ("80–80", 80, 80)),
    ],
)
def test_an_amount_may_be_a_range(text: str, low: int, high: int) -> None:
    assert parse_amount(text) == Span(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text", ["WTP", "Sangat baik", "sesuai kebutuhan", "10 orang", "-", "n/a", "3 besar", "A1", "%"]
)
def test_any_other_amount_is_words(text: str) -> None:
    assert parse_amount(text) == text


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *(("1,000.5", "1.000,5"), ("1,000,000", "1.000.000"), ("-1,000.5", "-1.000,5")),
        *(("12,5,6", ""), ("1.00.000", ""), ("90–80", ""), ("1,000.5–2", "1.000,5")),
        *(("9" * 21, ""), ("1..2", "")),
    ],
)
def test_what_only_looks_like_a_number_is_refused_with_what_was_perhaps_meant(
    text: str, reading: str
) -> None:
    with pytest.raises(MisreadError) as refused:
        parse_amount(text)
    assert refused.value.reading == reading


@tries(500)
@given(st.text(alphabet="0123456789.,-–% Rps≥a", max_size=12) | st.text())
def test_any_text_is_a_finite_amount_or_refused(text: str) -> None:
    try:
        amount = parse_amount(text)
    except MisreadError:
        return
    match amount:
        case Decimal():
            assert amount.is_finite()
        case Span():
            assert amount.low <= amount.high
        case str():
            assert amount == text


def test_a_long_text_is_words_and_no_work() -> None:
    text = "1" + " " * 1985 + "x1"
    assert all(parse_amount(f"{number}{text}") == f"{number}{text}" for number in range(2000))
