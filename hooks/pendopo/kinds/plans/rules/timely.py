"""What can be told of an agency's plans only when it is known which day it is."""

from collections.abc import Iterator

from pendopo.government.directory import Agency
from pendopo.kinds.plans.cascade import unserved, unserving
from pendopo.kinds.plans.selection import Plan, status
from pendopo.problems.problem import Problem
from pendopo.site.page import Context


def judge(context: Context, agency: Agency) -> Iterator[Problem]:
    """Warnings about the plans of one agency."""
    for plan in agency.plans:
        state = status(plan, context.today)
        yield from _early(context, plan)
        if state in ("ended", "superseded"):
            for location in plan.brief.claims:
                yield plan.problem(location, "claims-force")
        elif state in ("in force", "undated"):
            yield from unserving(agency, plan, context.directory)
            yield from unserved(agency, plan, context.directory)


def _early(context: Context, plan: Plan) -> Iterator[Problem]:
    """No actual is reported for a year that has not ended."""
    for year, location in plan.brief.actuals:
        if year >= context.today.year:
            yield plan.problem(location, "actual-early", True, value=year)
