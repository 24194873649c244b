"""Problems of a plan that depend on the day of the build."""

from datetime import date

import pytest

from conftest import AGENCY, Write
from places import site_of

PLAN = "agencies/kota-uji/plans/2021-2025.yml"


def told(write: Write, plan: str, today: date) -> list[str]:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY, PLAN: plan})
    _, problems = site_of(folder, today)
    judged = ("actual-early", "claims-force", "plan-far")
    return [f"{each.line}:{each.column} {each.code}" for each in problems if each.code in judged]


ACTUALS = """\
type: Renstra
title: Renstra
period: {start: 2021, end: 2025}
goals:
  statements:
    - statement: Tujuan
      indicators:
        - name: a
          unit: orang
          polarity: higher
          targets: {2021: 1, 2022: 2, 2023: 3, 2024: 4, 2025: 5}
          actuals: {2021: 1, 2023: 3}
        - name: b
          unit: orang
          polarity: higher
          targets: {2021: 1, 2022: 2, 2023: 3, 2024: 4, 2025: 5}
          actuals: {2023: 3}
"""


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2023, 12, 31), ["12:30 actual-early", "17:21 actual-early"]),
        (date(2024, 1, 1), []),
    ],
)
def test_an_actual_of_a_year_that_has_not_ended_is_told_at_its_year(
    write: Write, today: date, expected: list[str]
) -> None:
    assert told(write, ACTUALS, today) == expected


def test_a_list_of_actuals_is_judged_where_the_first_year_is_known(write: Write) -> None:
    listed = ACTUALS.replace("{2021: 1, 2023: 3}", "[1, 2, 3]").replace("{2023: 3}", "[1, 2, 3]")
    assert told(write, listed + "first_target_year: 2021\n", date(2023, 6, 1)) == [
        *("12:27 actual-early", "17:27 actual-early"),
    ]


def test_indicators_of_programmes_and_several_years_are_judged(write: Write) -> None:
    row = "name: a, unit: b, polarity: higher, targets: {2021: 1, 2022: 2, 2023: 3}"
    plan = (
        "type: Renstra\ntitle: a\nperiod: {start: 2021, end: 2025}\nvision: {statement: a}\n"
        f"programmes:\n  - name: c\n    indicators:\n      - {{{row},\n"
        '         actuals: {2021: 1, 2022: 2, 2023: "-"}}\n'
    )
    assert told(write, plan, date(2021, 6, 1)) == [*("9:20 actual-early", "9:29 actual-early")]
    assert told(write, plan, date(2022, 6, 1)) == ["9:29 actual-early"]


def test_years_are_counted_only_where_none_was_left_out(write: Write) -> None:
    listed = ACTUALS.replace("{2021: 1, 2023: 3}", "[x, {}, 3]") + "first_target_year: 2021\n"
    assert told(write, listed, date(2022, 6, 1)) == []


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2019, 12, 31), ["3:17 plan-far"]), (date(2020, 1, 1), []), (date(2026, 1, 1), [])],
)
def test_a_plan_that_begins_more_than_a_year_ahead_is_warned_of(
    write: Write, today: date, expected: list[str]
) -> None:
    plan = "type: Renstra\ntitle: a\nperiod: {start: 2021, end: 2025}\nvision: {statement: a}\n"
    assert told(write, plan, today) == expected


CLAIMS = """\
type: Renstra
title: Renstra
period: {start: 2021, end: 2025}
vision: {statement: Maju, introduction: Visi ini masih berlaku., lead_in: Visi}
closing: Renstra ini sedang berlaku.
"""


def test_an_ended_plan_whose_text_says_it_is_in_force_is_told(write: Write) -> None:
    found = ["4:41 claims-force", "5:10 claims-force"]
    assert told(write, CLAIMS, date(2026, 1, 1)) == found
    assert told(write, CLAIMS, date(2025, 12, 31)) == []
    superseded = CLAIMS + "superseded_by: Renstra 2023–2027\n"
    assert told(write, superseded, date(2023, 1, 1)) == found
