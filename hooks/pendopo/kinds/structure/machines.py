"""The structure of an agency for other programs, named as in Popolo where that has a name."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.government.agency import Agency
from pendopo.kinds.structure.pages import chart_address, duties_address
from pendopo.kinds.structure.record import STRUCTURE, StructureRecord
from pendopo.kinds.structure.tree import superiors
from pendopo.site import api
from pendopo.site.context import Context


class UnitRow(TypedDict):
    """A unit of an agency."""

    id: str
    name: str
    parent_id: NotRequired[Annotated[str, Field(description="The id of the unit above.")]]
    duties: NotRequired[Annotated[str, Field(description="Markdown.")]]
    functions: NotRequired[list[str]]


class PostRow(TypedDict):
    """A post of an agency."""

    id: str
    label: str
    unit_id: NotRequired[Annotated[str, Field(description="The id of its unit.")]]
    reports_to: NotRequired[Annotated[str, Field(description="The id of the post above.")]]
    level: NotRequired[str]
    count: Annotated[int, Field(description="How many may hold it at once.")]


class StructureRow(TypedDict):
    """The structure of an agency."""

    duties: NotRequired[Annotated[str, Field(description="Markdown.")]]
    functions: NotRequired[list[str]]
    legal_basis: NotRequired[list[str]]
    units: NotRequired[list[UnitRow]]
    posts: NotRequired[list[PostRow]]
    updated: NotRequired[api.Day]
    page: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[StructureRow]:
    address = chart_address(agency) or duties_address(agency)
    return [_row(each.record, base(address)) for each in agency.records(STRUCTURE) if address]


def _row(record: StructureRecord, page: str) -> StructureRow:
    above = superiors(record)
    return {
        "duties": record.duties or "",
        "functions": [*record.functions],
        "legal_basis": [each.title for each in record.legal_basis],
        "units": [
            {
                "id": each.id,
                "name": each.name,
                "parent_id": each.part_of or "",
                "duties": each.duties or "",
                "functions": [*each.functions],
            }
            for each in record.units
        ],
        "posts": [
            {
                "id": each.id,
                "label": each.title,
                "unit_id": each.unit or "",
                "reports_to": above[each.id],
                "level": each.level or "",
                "count": each.count or 1,
            }
            for each in record.posts
        ],
        "updated": record.updated.isoformat() if record.updated else "",
        "page": page,
    }


API = api.Api("structure", StructureRow, _rows)
