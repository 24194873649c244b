"""The data files of each plan, and the links from pages to them."""

from collections.abc import Callable, Iterator
from functools import partial

from pendopo.basics import addresses
from pendopo.basics.translations import N_
from pendopo.government.agency import Agency
from pendopo.kinds.plans.cascade import SUPPORTERS
from pendopo.kinds.plans.machines.indicators_csv import indicators_csv
from pendopo.kinds.plans.machines.plan_json import plan_json
from pendopo.kinds.plans.machines.stratml import stratml
from pendopo.kinds.plans.machines.values_csv import values_csv
from pendopo.kinds.plans.plan_data import PlanData
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.selection import judged_in, status
from pendopo.site.context import Context
from pendopo.site.page import Alternate, DataFile

JSON, STRATML = "plan.json", "stratml.xml"
INDICATORS, VALUES = "indicators.csv", "values.csv"
TYPES = {
    JSON: "application/json",
    INDICATORS: "text/csv",
    VALUES: "text/csv",
    STRATML: "application/xml",
}
TITLES = {
    JSON: "JSON",
    INDICATORS: N_("CSV: indicators"),
    VALUES: N_("CSV: values by year"),
    STRATML: "StratML Part 2",
}
TEXTS: dict[str, Callable[[PlanData], str]] = {
    JSON: plan_json,
    INDICATORS: indicators_csv,
    VALUES: values_csv,
    STRATML: stratml,
}


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield all data files of an agency's plans."""
    for plan in agency.records(PLAN):
        data = partial(plan_data, context, agency, plan)
        for each in names(plan):
            yield DataFile(addresses.plan_file(agency.id, plan.name, each), data, TEXTS[each])


def plan_data(context: Context, agency: Agency, plan: Plan) -> PlanData:
    """Return the data from which the files and pages of a plan are built."""
    return context.once(plan.path, partial(_plan_data, context, agency, plan))


def _plan_data(context: Context, agency: Agency, plan: Plan) -> PlanData:
    return PlanData(
        agency,
        plan,
        status(plan, context.today),
        judged_in(agency, context.today),
        context.language,
        context.directory.fact(SUPPORTERS).get(f"{agency.id}/{plan.name}", ()),
    )


def names(plan: Plan) -> Iterator[str]:
    """Yield the names of the files that a plan has; StratML requires a goal or a mission."""
    yield JSON
    if plan.brief.measures:
        yield INDICATORS
        yield VALUES
    if plan.brief.has_parts:
        yield STRATML


def alternates(context: Context, agency: Agency, plan: Plan) -> tuple[Alternate, ...]:
    """Return the files of a plan as alternates for the head of its pages."""
    return tuple(
        Alternate(
            addresses.plan_file(agency.id, plan.name, each),
            TYPES[each],
            context.translate(TITLES[each]),
        )
        for each in names(plan)
    )
