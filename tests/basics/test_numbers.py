"""Numbers as Indonesian staff write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.numbers import (
    Grade,
    Marks,
    MisreadError,
    Span,
    ambiguous,
    marks,
    parse_amount,
    parse_number,
)
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
        *(("≥ 85", "85"), ("≤5", "5"), ("0", "0"), (">90", "90"), ("<= 5", "5"), ("> 95", "95")),
        *(("min. 3", "3"), ("Min 3", "3"), ("maksimal 5", "5"), ("paling sedikit 3", "3")),
        *(("5,32*", "5.32"), ("34,09***", "34.09"), ("5,32 *)", "5.32"), ("12¹", "12")),
        *(("100 persen", "100"), ("7 (tujuh)", "7"), ("81,2 (A)", "81.2"), ("85 %*", "85")),
        *(("Rp 1,2 M", "1200000000"), ("Rp1,5 T", "1500000000000"), ("1,2 juta", "1200000")),
        *(("3 rb", "3000"), ("Rp 1.000,-", "1000"), ("Rp1.000/-", "1000")),
    ],
)
def test_an_amount_is_a_number_whatever_signs_stand_around_it(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *(("80–90", 80, 90), ("80 - 90", 80, 90), ("80% - 90%", 80, 90), ("7 s.d. 8", 7, 8)),
        *(("7 sd 8", 7, 8), ("7 sampai dengan 8", 7, 8), ("1.000—2.000", 1000, 2000)),
        *(("-5–-1", -5, -1), ("80–80", 80, 80), ("90–80", 80, 90), ("8 hingga 9*", 8, 9)),
        *(("8 % s.d. 9 %", 8, 9), ("min. 8–9", 8, 9), ("8 persen hingga 9 persen", 8, 9)),
    ],
)
def test_an_amount_may_be_a_range(text: str, low: int, high: int) -> None:
    assert parse_amount(text) == Span(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        *("WTP", "Sangat baik", "sesuai kebutuhan", "10 orang", "-", "n/a", "3 besar", "A1", "%"),
        *("1:20", "1,2 M", "A (81,2)", "*", "min. baik", "5 * 3", "minggu 3", "peringkat 3"),
    ],
)
def test_any_other_amount_is_words(text: str) -> None:
    assert parse_amount(text) == text


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *(("1,000.5", "1.000,5"), ("1,000,000", "1.000.000"), ("-1,000.5", "-1.000,5")),
        *(("12,5,6", ""), ("1.00.000", ""), ("1,000.5–2", "1.000,5"), ("1,000,000*", "1.000.000")),
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
@given(st.text(alphabet="0123456789.,-–%* Rps≥ajutM()", max_size=12) | st.text())
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
        case Grade():
            pytest.fail("A number is no grade.")
        case str():
            assert amount == text


@pytest.mark.parametrize(
    ("text", "decimal", "thousands"),
    [
        *(("3.125", "3.125", "3125"), ("3,125", "3.125", "3125"), ("-1.000", "-1", "-1000")),
        *(("16,030*", "16.030", "16030"), ("> 3.125 %", "3.125", "3125")),
        ("Rp 1.250 jt", "1250000", "1250000000"),
    ],
)
def test_three_digits_behind_one_separator_have_two_meanings(
    text: str, decimal: str, thousands: str
) -> None:
    assert ambiguous(text)
    assert parse_amount(text, "decimal") == Decimal(decimal)
    assert parse_amount(text, "thousands") == Decimal(thousands)


@pytest.mark.parametrize(
    "text",
    ["3,5", "0.125", "1.234.567", "1.000,5", "1234.567", "12,3456", "3125", "WTP", "-", "80–90"],
)
def test_any_other_number_has_one_meaning(text: str) -> None:
    assert not ambiguous(text)


@pytest.mark.parametrize(
    ("texts", "separator", "reading"),
    [
        (["3.25"], ".", "decimal"),
        (["3.25", "3,5"], ".", None),
        (["3,5"], ".", "thousands"),
        (["1.234.567"], ".", "thousands"),
        (["1.234.567"], ",", "decimal"),
        (["1.234.567", "3.5"], ".", None),
        (["85", "3.125", "Renstra 2025"], ".", None),
    ],
)
def test_other_numbers_tell_what_a_separator_means(
    texts: list[str], separator: str, reading: str | None
) -> None:
    found = Marks()
    for text in texts:
        found = found.joined(marks(text))
    assert found.reading(separator) == reading


def test_a_long_text_is_words_and_no_work() -> None:
    text = "1" + " " * 1985 + "x1"
    assert all(parse_amount(f"{number}{text}") == f"{number}{text}" for number in range(2000))
