"""Plans as evidence that an agency publishes what the law wants."""

from collections.abc import Iterator

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.selection import newest_first, status, with_vision
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence

NO_LONGER = ("superseded", "ended")


def of_plans(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield the plans that still hold, their visions and their programmes."""
    for plan in with_vision(agency, context.directory):
        if _holds(context, plan):
            address = addresses.vision(agency.id, plan.name)
            title = f"{context.translate('Vision and mission')}: {plan.brief.title}"
            yield Evidence("vision", title, address, plan.brief.updated)
    for plan in newest_first(agency.records(PLAN)):
        if _holds(context, plan):
            title, day = plan.brief.title, plan.brief.updated
            yield Evidence("plans", title, addresses.plan(agency.id, plan.name), day)
            if plan.brief.programmes:
                address = addresses.programmes(agency.id, plan.name)
                named = f"{context.translate('Programmes and budget')}: {title}"
                yield Evidence("programmes", named, address, day)


def _holds(context: Context, plan: Plan) -> bool:
    return status(plan, context.today) not in NO_LONGER
