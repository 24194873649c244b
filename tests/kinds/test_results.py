"""How indicators stand: year by year, in one word, and together."""

from decimal import Decimal
from typing import Any

import pytest

from conftest import Write
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import (
    Result,
    counts,
    results,
    standings,
    state,
    work_results,
    yearly_means,
)
from plan_texts import HEAD, indicator, with_indicators


def results_of(*rows: dict[str, Any], **more: Any) -> list[Result]:
    return results(PlanRecord.model_validate(with_indicators(*rows, **more)))


def evaluation(**more: Any) -> str:
    (found,) = results_of(indicator(**more))
    return found.evaluation


RISING = {"2025": "10", "2026": "20", "2027": "30"}
FALLING = {"2025": "30", "2026": "20", "2027": "10"}


def test_an_actual_of_a_year_before_the_plan_is_history() -> None:
    (found,) = results_of(indicator(targets=RISING, actuals={"2022": "11", "2025": "9"}))
    assert [(each.year, each.history) for each in found.points[:2]] == [(2022, True), (2025, False)]
    assert found.points[0].percent is None
    assert found.latest == found.points[1]
    assert found.evaluation == "worsening"
    assert dict(yearly_means([found])).keys() == {2025}
    (alone,) = results_of(indicator(targets=RISING, actuals={"2022": "11"}))
    assert alone.evaluation == ""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"targets": RISING}, ""),
        ({"targets": RISING, "actuals": {"2025": "-"}}, ""),
        ({"targets": RISING, "actuals": {"2025": "n/a"}}, ""),
        ({"targets": RISING, "actuals": {"2025": "10"}}, "on course"),
        ({"targets": RISING, "actuals": {"2025": "30"}}, "reached"),
        # What is promised anew each year is reached only at the end.
        ({"targets": {"2025": "6", "2026": "6"}, "actuals": {"2025": "6"}}, "on course"),
        ({"targets": {"2025": "6", "2026": "6"}, "actuals": {"2026": "6"}}, "reached"),
        ({"targets": {"2025": "WTP", "2026": "WTP"}, "actuals": {"2025": "WTP"}}, "on course"),
        ({"targets": RISING, "actuals": {"2025": "9"}}, "behind"),
        ({"targets": RISING, "actuals": {"2025": "9"}, "baseline": {"value": "8"}}, "behind"),
        ({"targets": RISING, "actuals": {"2025": "9"}, "baseline": {"value": "9"}}, "behind"),
        ({"targets": RISING, "actuals": {"2025": "9"}, "baseline": {"value": "9,5"}}, "worsening"),
        ({"targets": RISING, "actuals": {"2025": "12", "2026": "11"}}, "worsening"),
        ({"targets": RISING, "actuals": {"2025": "9", "2026": "20"}}, "on course"),
        ({"targets": FALLING, "polarity": "lower", "actuals": {"2025": "30"}}, "on course"),
        ({"targets": FALLING, "polarity": "lower", "actuals": {"2025": "10"}}, "reached"),
        ({"targets": FALLING, "polarity": "lower", "actuals": {"2025": "31"}}, "behind"),
        ({"targets": {"2025": "0"}, "polarity": "lower", "actuals": {"2025": "0"}}, "reached"),
        ({"targets": {"2025": "0"}, "polarity": "lower", "actuals": {"2025": "1"}}, "behind"),
        ({"targets": {"2025": "WTP"}, "actuals": {"2025": "wtp"}}, "reached"),
        ({"targets": {"2025": "WTP"}, "actuals": {"2025": "WDP"}}, "behind"),
        ({"targets": RISING, "polarity": None, "actuals": {"2025": "10"}}, "not comparable"),
        # What is reported for a year without a target cannot be held against one.
        ({"targets": {"2026": "20"}, "actuals": {"2025": "1"}}, ""),
        # A stated achievement speaks for itself.
        (
            {
                "targets": {"2025": "WTP", "2026": "WTP"},
                "actuals": {
                    "2025": {"value": "WDP", "achievement": {"percent": "60", "reason": "a"}}
                },
            },
            "behind",
        ),
        (
            {
                "targets": {"2025": "Baik", "2026": "Unggul"},
                "actuals": {
                    "2025": {"value": "Baik", "achievement": {"percent": "100", "reason": "a"}}
                },
            },
            "on course",
        ),
        (
            {
                "targets": {"2025": "WTP"},
                "actuals": {
                    "2025": {"value": "WTP", "achievement": {"percent": "75", "reason": "a"}}
                },
            },
            "behind",
        ),
    ],
)
def test_the_latest_actual_says_how_an_indicator_stands(
    more: dict[str, Any], expected: str
) -> None:
    assert evaluation(**more) == expected


@pytest.mark.parametrize(
    ("found", "next_due", "start", "year", "expected"),
    [
        ("on course", 2025, 2025, 2025, "on course"),
        ("", 2025, 2025, 2025, "not yet due"),
        ("", 2025, 2025, 2026, "not reported"),
        ("", 2026, 2025, 2026, "not yet due"),
        # Year 1 of a plan from 2021 is 2021 or 2022: the later reading decides.
        ("", 1, 2021, 2022, "not yet due"),
        ("", 1, 2021, 2023, "not reported"),
        # After a report the next year has a year's time; then silence is told.
        ("on course", 2026, 2025, 2027, "on course"),
        ("on course", 2026, 2025, 2028, "not reported"),
        ("reached", 0, 2025, 2040, "reached"),
        ("behind", 2, 2021, 2024, "behind"),
        ("behind", 2, 2021, 2025, "not reported"),
        # Without any target nothing is ever due.
        ("", 0, 2021, 2030, "not yet due"),
    ],
)
def test_what_is_not_reported_is_late_only_when_a_year_has_ended(
    found: Any, next_due: int, start: int, year: int, expected: str
) -> None:
    assert state(found, next_due, start, year) == expected


def test_ordinals_become_calendar_years_only_when_the_plan_says_which_is_the_first() -> None:
    row = indicator(targets=["1", "2", "3"], actuals={"2": "5"})
    (unknown,) = results_of(row)
    assert [point.year for point in unknown.points] == [1, 2, 3]
    (known,) = results_of(row, first_target_year="2022")
    assert [point.year for point in known.points] == [2022, 2023, 2024]
    assert known.points[1].actual is not None
    assert known.points[1].actual.value == "5"


def test_indicators_that_share_targets_have_actuals_of_their_own() -> None:
    other = {"name": "Lain", "unit": "indeks", "polarity": "higher", "actuals": {"2025": "5"}}
    one, two = results_of(
        indicator(targets={"2025": "10"}, actuals={"2025": "10"}, same_targets=[other])
    )
    assert [one.points[0].percent, two.points[0].percent] == [100, 50]
    assert [one.number, two.number] == [1, 2]
    assert two.location == ("goals", "statements", 0, "indicators", 0, "same_targets", 0)


def test_the_mean_of_a_year_counts_only_what_is_measured() -> None:
    found = results_of(
        indicator(targets={"2025": "10", "2026": "10"}, actuals={"2025": "10"}),
        indicator(targets={"2025": "10"}, actuals={"2025": "5"}),
        indicator(targets={"2025": "10"}),
        indicator(targets={"2026": "10"}),
        indicator(targets={"2025": "WTP"}, actuals={"2025": "WDP"}),
    )
    means = dict(yearly_means(found))
    assert list(means) == [2025]
    percent, measured, total = means[2025]
    assert percent == Decimal(75)
    assert (measured, total) == (2, 4)


def test_counts_are_those_of_the_states() -> None:
    found = results_of(
        indicator(targets=RISING, actuals={"2025": "30"}),
        indicator(targets=RISING, actuals={"2025": "9"}),
        indicator(targets=RISING),
        indicator(targets={"2027": "1"}),
    )
    stood = standings(found)
    assert counts(stood, 2025, 2026) == {
        "reached": 1,
        "behind": 1,
        "not reported": 1,
        "not yet due": 1,
    }
    assert counts(stood, 2025, 2027)["behind"] == 1
    assert counts(stood, 2025, 2028) == {"not reported": 4}
    assert sum(each.total for each in stood) == 4


def test_work_has_indicators_on_every_level(write: Write) -> None:
    rows = [indicator(targets={"2025": "1"})]
    sub = {"name": "c", "indicators": rows}
    activity = {"name": "b", "indicators": rows, "sub_activities": [sub]}
    plan = {**HEAD, "programmes": [{"name": "a", "indicators": rows, "activities": [activity]}]}
    found = work_results(PlanRecord.model_validate(plan))
    assert [each.holder.name for each in found] == ["a", "b", "c"]  # type: ignore[union-attr]
    assert [each.number for each in found] == [1, 2, 3]
