"""Data files of the API: the list of all agencies, and one file per agency."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, NotRequired, get_type_hints

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.agency.record.agency import AgencyBrief, AgencyRecord
from pendopo.kinds.agency.record.lifecycle import StatusBrief
from pendopo.reading.entry import Entry
from pendopo.site import api
from pendopo.site.context import Context
from pendopo.site.kind import Registry
from pendopo.site.page import DataFile

AGENCIES, AGENCY = "agencies", "agency"


class StatusRow(TypedDict):
    """What became of an agency."""

    state: str
    since: api.Day
    successors: NotRequired[Annotated[list[str], Field(description="Ids of agencies.")]]
    former_names: NotRequired[list[str]]


class AgencyRow(api.Reference):
    """An agency in the list of all agencies."""

    type: str
    type_name: NotRequired[
        Annotated[str, Field(description="What the type is called locally, if otherwise.")]
    ]
    short_name: NotRequired[str]
    region_code: NotRequired[
        Annotated[str, Field(description="Code of the Ministry of Home Affairs, with dots.")]
    ]
    parent: NotRequired[Annotated[str, Field(description="The id of the agency above.")]]
    feed: NotRequired[Annotated[api.Url, Field(description="Its news as Atom, with full texts.")]]
    status: NotRequired[StatusRow]
    updated: NotRequired[api.Day]


class Agencies(TypedDict):
    """All agencies, each listed after its parent."""

    agencies: NotRequired[list[AgencyRow]]


class _AgencyHead(AgencyRow):
    emblem: NotRequired[api.Url]
    cover: NotRequired[api.Url]
    record: Annotated[AgencyRecord, Field(description="The file agency.yml.")]
    agencies: NotRequired[list[api.Reference]]


@dataclass(frozen=True)
class View:
    """The data that the file of one agency contains."""

    entry: Entry[AgencyRecord, AgencyBrief]
    known: dict[str, Any]


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield the list of all agencies."""
    yield DataFile(addresses.api(AGENCIES), partial(_agencies, context), api.text)


def of_agency(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the data file of one agency."""
    yield DataFile(addresses.agency_data(agency.id), partial(_view, context, agency), _text)


def agency_file(kinds: Registry) -> Any:
    """Return the type of the file of one agency: its record, and a list per kind of record."""
    fields: dict[str, Any] = get_type_hints(_AgencyHead, include_extras=True)
    for kind in kinds:
        if kind.api:
            row: Any = kind.api.row
            fields[kind.api.key] = NotRequired[list[row]]
    said = "One agency: its record, what is below it, its plans, and its newest news."
    return api.file_type("AgencyFile", said, fields)


def _agencies(context: Context) -> dict[str, Any]:
    base = addresses.base(context.site_url, addresses.api(AGENCIES))
    rows = [_row(context, each, base) for each in context.directory.agencies.values()]
    return api.with_schema(AGENCIES, {"agencies": rows}, base)


def _row(context: Context, agency: Agency, base: api.Base) -> AgencyRow:
    brief, feeds = agency.brief, context.kinds.feeds(context, agency)
    return {
        **api.reference(agency, base),
        "type": brief.type,
        "type_name": context.directory.type_name(agency),
        "short_name": brief.short_name,
        "region_code": brief.region_code,
        "parent": agency.parent or "",
        "feed": base(feeds[0].address) if feeds else "",
        "status": _status(brief.status),
        "updated": brief.updated,
    }


def _status(status: StatusBrief) -> StatusRow:
    return {
        "state": status.state,
        "since": status.since,
        "successors": [*status.successors],
        "former_names": [*status.former_names],
    }


def _view(context: Context, agency: Agency) -> View:
    base = addresses.base(context.site_url, addresses.agency_data(agency.id))
    found: dict[str, Any] = {
        **_row(context, agency, base),
        "emblem": base(agency.emblem.large) if agency.emblem else "",
        "cover": base(agency.cover.large) if agency.cover else "",
        "agencies": [api.reference(each, base) for each in context.directory.below(agency)],
    }
    for kind in context.kinds:
        if kind.api:
            found[kind.api.key] = kind.api.rows(context, agency, base)
    return View(agency.entry, api.with_schema(AGENCY, found, base))


def _text(view: View) -> str:
    record = view.entry.record.model_dump(exclude_defaults=True)
    return api.text(view.known | {"record": record})
