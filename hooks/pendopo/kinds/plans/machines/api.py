"""The plans of an agency in the API."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.machines.files import names
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.selection import newest_first
from pendopo.site import api
from pendopo.site.context import Context


class PlanRow(TypedDict):
    """A plan of an agency."""

    type: str
    title: str
    start: NotRequired[Annotated[int, Field(description="First year.")]]
    end: NotRequired[Annotated[int, Field(description="Last year.")]]
    page: api.Url
    files: Annotated[
        dict[str, api.Url],
        Field(
            description="The plan, by the name of a file: whole as plan.json and stratml.xml; "
            "indicators.csv tells what each indicator is, values.csv its values by year, both by "
            "the same id."
        ),
    ]


def _rows(context: Context, agency: Agency, base: api.Base) -> list[PlanRow]:
    return [_row(agency, each, base) for each in newest_first(agency.records(PLAN))]


def _row(agency: Agency, plan: Plan, base: api.Base) -> PlanRow:
    brief = plan.brief
    row: PlanRow = {
        "type": brief.type,
        "title": brief.title,
        "page": base(addresses.plan(agency.id, plan.name)),
        "files": {
            each: base(addresses.plan_file(agency.id, plan.name, each)) for each in names(plan)
        },
    }
    return row | {"start": brief.start, "end": brief.end} if brief.start else row


API = api.Api("plans", PlanRow, _rows)
