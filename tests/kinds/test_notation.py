"""Values as real tables print them, read beside the other values of their row and document."""

from decimal import Decimal
from typing import Any

import pytest

from pendopo.basics.numbers import Amount, Grade, Span
from pendopo.kinds.plans.record.indicators import Indicator, Target
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import results
from pendopo.kinds.plans.record.units import is_counted, is_index, is_share, without_unit
from pendopo.kinds.plans.rules.indicators import indicator_rules
from plan_texts import indicator, with_indicators


def plan_of(*rows: dict[str, Any]) -> PlanRecord:
    return PlanRecord.model_validate(with_indicators(*rows))


def row_of(plan: PlanRecord, number: int = 0) -> Indicator:
    assert plan.goals is not None
    return plan.goals.statements[0].indicators[number]


def read(values: list[str], **more: Any) -> list[Amount]:
    """The amounts of a row of targets."""
    row = row_of(plan_of(indicator(**{"unit": "ton", "targets": values, **more})))
    assert isinstance(row.targets, tuple)
    return [each.amount for each in row.targets]


@pytest.mark.parametrize(
    ("unit", "values", "expected"),
    [
        # The size of the other values.
        ("ton", ["3.25", "3,5", "3.125"], ["3.25", "3.5", "3.125"]),
        ("ton", ["950", "1.000", "1,050"], ["950", "1000", "1050"]),
        ("tahun", ["68.5", "69,1-69,5", "69,125"], ["68.5", "69.1-69.5", "69.125"]),
        # The unit.
        ("orang", ["13.837", "16,030"], ["13837", "16030"]),
        ("Orang", ["5", "20", "1.200"], ["5", "20", "1200"]),
        ("%", ["96.153"], ["96.153"]),
        ("Persen", ["96,153–97,250"], ["96.153-97.250"]),
        ("indeks", ["71.230"], ["71.230"]),
        ("%", ["900", "950", "1.000"], ["900", "950", "1000"]),
        # The way the row writes its other numbers.
        ("ton", ["1.234.567", "1.300"], ["1234567", "1300"]),
        ("ton", ["1.234.567", "1,300"], ["1234567", "1.300"]),
        ("ton", ["40,5", "1.250"], ["40.5", "1250"]),
        # Nothing decides, or the signs contradict each other.
        ("ton", ["1.250", "1.300"], "1.250 1.300"),
        ("ton", ["1,250"], "1,250"),
        ("ha", ["13.837", "16,030"], "13.837 16,030"),
        ("ton", ["0,2", "1.250"], ["0.2", ""]),
        ("orang/km2", ["1.250"], "1.250"),
    ],
)
def test_a_row_decides_what_its_separators_mean(
    unit: str, values: list[str], expected: list[str] | str
) -> None:
    found = read(values, unit=unit)
    if isinstance(expected, str):
        assert found == expected.split()
        return
    assert [_written(each) for each in found] == expected


def _written(amount: Amount) -> str:
    match amount:
        case Decimal():
            return f"{amount:f}"
        case Span():
            return "-".join(map(_written, amount))
    return ""


def test_the_rest_of_the_document_decides_where_the_row_does_not() -> None:
    row = indicator(unit="ton", targets=["1.250", "1.300"])
    other = indicator(unit="ha", targets=["40,5", "41,25"])
    plan = plan_of(row, other)
    assert [each.target.amount for each in results(plan)[0].points if each.target] == [1250, 1300]
    plan = plan_of(row, other, indicator(unit="ha", targets=["40.5"]))
    assert [each.amount for each in row_of(plan).targets] == ["1.250", "1.300"]  # type: ignore[union-attr]


def test_actuals_baseline_and_final_value_are_read_with_the_targets() -> None:
    plan = plan_of(
        indicator(
            unit="ton",
            targets={"2025": "3.25", "2026": "3,5"},
            actuals={"2025": "3.125"},
            baseline={"year": "2024", "value": "3.125"},
            final={"value": "3,500"},
        )
    )
    row = row_of(plan)
    point = results(plan)[0].points[0]
    assert point.actual
    assert point.actual.amount == Decimal("3.125")
    assert point.percent
    assert round(point.percent, 2) == Decimal("96.15")
    assert row.baseline
    assert row.baseline.amount == Decimal("3.125")
    assert row.final
    assert row.final.amount == Decimal("3.5")


@pytest.mark.parametrize(
    ("values", "ranks"),
    [
        (["B", "BB", "A", "AA"], [3, 4, 5, 6]),
        (["b", "A (81,2)", "Predikat BB"], [3, 5, 4]),
        (["Baik", "Sangat Baik"], [3, 4]),
        (["WDP", "WTP", "wtp"], [1, 3, 3]),
        (["TMP", "Tidak Wajar"], [0, 0]),
    ],
)
def test_known_grades_have_an_order(values: list[str], ranks: list[int]) -> None:
    found = read(values, unit=None)
    assert [each.rank for each in found if isinstance(each, Grade)] == ranks


@pytest.mark.parametrize("values", [["A", "Baik"], ["A", "E"], ["WTP", "B"], ["Tepat waktu"]])
def test_words_of_no_common_scale_are_no_grades(values: list[str]) -> None:
    assert read(values, unit=None) == values


def test_a_plan_may_state_a_scale() -> None:
    scale = ["Pratama", "Madya", "Nindya"]
    assert read(["Madya", "-", "Nindya"], scale=scale, unit=None) == [Grade(1), "-", Grade(2)]
    assert read(["Madya", "A"], scale=scale, unit=None) == ["Madya", "A"]


@pytest.mark.parametrize(
    "text",
    [
        *("-", "–", "n/a", "N/A", "n.a.", "na", "belum rilis", "Belum dirilis"),
        *("data belum tersedia", "tidak dapat diukur"),
        *("tidak ada data", "belum ada data", "Belum Rilis (BPS)", "belum dirilis oleh BPS", "..."),
        *("menunggu rilis", "dalam proses penilaian", "t.a.d.", "belum dihitung"),
    ],
)
def test_a_value_that_is_not_available_is_not_stated(text: str) -> None:
    plan = plan_of(indicator(targets=["5", "6"], actuals=["5", text]))
    assert not Target(value=text).stated
    assert results(plan)[0].latest == results(plan)[0].points[0]


@pytest.mark.parametrize("text", ["0", "tidak ada", "nihil", "belum", "tidak ada kasus", "N", "A"])
def test_a_value_that_says_something_is_stated(text: str) -> None:
    assert Target(value=text).stated


@pytest.mark.parametrize(
    "unit", ["%", "Persen", "persen", "(%)", "persen (%)", "Percent", "per cent"]
)
def test_a_share_is_written_in_many_ways(unit: str) -> None:
    assert is_share(unit)


@pytest.mark.parametrize("unit", [None, "", "poin", "persentase poin", "orang"])
def test_no_other_unit_is_a_share(unit: str | None) -> None:
    assert not is_share(unit)


def test_units_tell_of_what_comes_whole_and_of_what_is_small() -> None:
    assert all(map(is_counted, ("orang", "Jiwa", "dokumen", "unit usaha", "KK")))
    assert not any(map(is_counted, (None, "ton", "orang/km2", "kasus per 1.000 jiwa", "orangutan")))
    assert all(map(is_index, ("Indeks", "poin", "nilai")))
    assert not any(map(is_index, (None, "ton", "nilaian")))


@pytest.mark.parametrize(
    ("text", "unit", "bare"),
    [
        *(("10 orang", "Orang", "10"), ("85 %", "%", "85"), ("10", "orang", "10")),
        *(("sepuluh orang", "orang", "sepuluh orang"), ("10 hari", "orang", "10 hari")),
        *(("orang", "orang", "orang"), ("5 per orang", "orang", "5 per orang")),
    ],
)
def test_a_unit_that_a_value_repeats_is_not_part_of_it(text: str, unit: str, bare: str) -> None:
    assert without_unit(text, unit) == bare
    assert read(["10", "20 orang", "1.2.3 orang"], unit="orang")[:2] == [10, 20]


@pytest.mark.parametrize(
    ("calculation", "final", "told"),
    [(None, "30", False), ("cumulative", "60", False), ("annual", "60", True), (None, "60", True)],
)
def test_a_final_value_is_the_last_target_or_the_sum_of_what_adds_up(
    calculation: str | None, final: str, told: bool
) -> None:
    row = indicator(targets=["10", "20", "30"], final={"value": final}, calculation=calculation)
    found = {each.code for each in indicator_rules(plan_of(row))}
    assert ("final-differs" in found) is told


def test_a_row_of_any_length_is_read_in_passing() -> None:
    """With all pairs of 9,000 values compared this would take minutes."""
    values = ["1.234", "1234,5"] * 4_500
    assert read(values)[0] == 1234
