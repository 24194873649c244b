"""Plans as tests write them: their data, and plans of any shape."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from conftest import AGENCY, TODAY, Write
from pendopo.government.agency import Agency
from pendopo.kinds.plans.machines.files import plan_data
from pendopo.kinds.plans.plan_data import PlanData
from pendopo.kinds.plans.record import PLAN
from pendopo.problems.problem import faults
from pendopo.site.context import Context
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
NAME = "2025-2029"
HEAD: Mapping[str, Any] = {
    "type": "Renstra",
    "title": "Renstra Uji",
    "period": {"start": "2025", "end": "2029"},
}


def site_with_plan(write: Write, plan: Mapping[str, Any], today: date = TODAY) -> Site:
    """The site of one agency with one plan, which has no fault."""
    files = {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/plans/{NAME}.yml": json.dumps(plan)}
    site, problems = site_of(write(files), today)
    assert faults(problems) == []
    return site


def data_of(site: Site, agency: str = "kota-uji", name: str = NAME) -> PlanData:
    """The data that the files of a plan are written from."""
    context: Context = site.context
    found: Agency = context.directory.agencies[agency]
    plan = next(each for each in found.records(PLAN) if each.name == name)
    return plan_data(context, found, plan)


def with_indicators(*indicators: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A plan with one goal that has `indicators`."""
    goal = {"statement": "Tujuan", "indicators": [dict(each) for each in indicators]}
    return {**HEAD, "goals": {"statements": [goal]}, **more}


def indicator(**more: Any) -> dict[str, Any]:
    """An indicator that goes up, with `more`."""
    return {"name": "Indeks", "unit": "indeks", "polarity": "higher", **more}


NUMBERS = st.integers(-(10**6), 10**6).map(str) | st.sampled_from(
    ["0", "0,5", "12,75", "1.000", "1.234.567,8", "99,999"]
)
VALUES = NUMBERS | st.sampled_from(
    [
        *("80–90", "7 s.d. 8", "WTP", "-", "=1+1", "Baik <b>", "3.125", "5,32*", "Rp 1,2 M"),
        *("BB", "A (81,2)", "n/a", "9–8", "min. 3", "1:20"),
    ]
)
LONG = st.fixed_dictionaries(
    {"value": VALUES}, optional={"printed": st.just("tertulis"), "note": st.just("catatan")}
)
YEARS = [str(year) for year in range(2025, 2030)]


def series(values: st.SearchStrategy[Any], fewest: int) -> st.SearchStrategy[dict[str, Any]]:
    """Values for some years."""
    return st.dictionaries(st.sampled_from(YEARS), values, min_size=fewest)


@st.composite
def indicators(draw: st.DrawFn) -> dict[str, Any]:
    """An indicator of any polarity, with targets and actuals for some of their years and before."""
    polarity = draw(st.sampled_from(["higher", "lower", "range"]))
    found = indicator(polarity=polarity, unit=draw(st.sampled_from(["%", "orang", "ton"])))
    if polarity != "higher":
        found["achievement_by"] = draw(st.sampled_from(["difference", "ratio"]))
    found["targets"] = draw(series(VALUES | LONG, 1))
    actuals = draw(series(VALUES | LONG, 0))
    found["actuals"] = {year: actuals[year] for year in actuals if year in found["targets"]}
    found["actuals"] |= draw(st.dictionaries(st.sampled_from(["2021", "2023"]), VALUES))
    if draw(st.booleans()):
        found["baseline"] = {"year": "2024", "value": draw(VALUES)}
    if draw(st.booleans()):
        found["final"] = {"value": draw(VALUES)}
    return found


PLANS = st.lists(indicators(), min_size=1, max_size=3).map(
    lambda rows: with_indicators(*rows, programmes=[{"name": "Program", "indicators": rows[:1]}])
)
