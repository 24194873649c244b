"""The officials of an agency for other programs, named as in Popolo."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.government.agency import Agency
from pendopo.kinds.officials.holders import Holding, address, holders
from pendopo.kinds.officials.record import OFFICIAL
from pendopo.site import api
from pendopo.site.context import Context

Moment = Annotated[str, Field(description="A day, or a month or year: `2024-05-20`, `2024`.")]


class MembershipRow(TypedDict):
    """A post that the person holds or held."""

    post_id: Annotated[str, Field(description="The id of the post in the structure.")]
    role: Annotated[str, Field(description="The title of the post.")]
    status: Annotated[
        Literal["definitif", "Plt", "Plh", "Pj", "Pjs"], Field(description="How it is held.")
    ]
    start_date: Moment
    end_date: NotRequired[Moment]


class OfficialRow(TypedDict):
    """A person as an official of the agency."""

    id: str
    name: Annotated[str, Field(description="The name without degrees.")]
    honorific_prefix: NotRequired[str]
    honorific_suffix: NotRequired[str]
    image: NotRequired[api.Url]
    memberships: NotRequired[list[MembershipRow]]
    wealth_report: NotRequired[Annotated[api.Url, Field(description="The newest LHKPN.")]]
    updated: NotRequired[api.Day]
    page: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[OfficialRow]:
    found = holders(context, agency)
    rows: list[OfficialRow] = []
    for entry in agency.records(OFFICIAL):
        record, portrait = entry.record, agency.picture(entry.named(entry.brief.portrait))
        held = [*found.current_of.get(entry.name, ()), *found.earlier_of.get(entry.name, ())]
        rows.append(
            {
                "id": entry.name,
                "name": record.name,
                "honorific_prefix": record.degrees_before or "",
                "honorific_suffix": record.degrees_after or "",
                "image": base(portrait.large) if portrait else "",
                "memberships": [_membership(each) for each in held],
                "wealth_report": record.wealth_report.url if record.wealth_report else "",
                "updated": entry.brief.updated,
                "page": base(address(agency, entry.name)),
            }
        )
    return rows


def _membership(held: Holding) -> MembershipRow:
    return {
        "post_id": held.post,
        "role": held.title,
        "status": held.status,
        "start_date": held.since,
        "end_date": held.until,
    }


API = api.Api("officials", OfficialRow, _rows)
