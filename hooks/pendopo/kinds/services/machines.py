"""Services for other programs: of each agency in the API, and all of them for spreadsheets."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Annotated, NamedTuple, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.basics import addresses as of_site
from pendopo.basics.spreadsheets import csv_text, harmless
from pendopo.government.agency import Agency
from pendopo.kinds.services.pages import addresses
from pendopo.kinds.services.pages.items import Item, of_all
from pendopo.kinds.services.record.service import SERVICE, ServiceBrief
from pendopo.site import api
from pendopo.site.context import Context
from pendopo.site.page import DataFile

COLUMNS = (
    *("agency", "agency_name", "title", "summary", "topics", "state", "time", "time_until"),
    *("time_unit", "fee_lowest", "fee_highest", "updated", "page"),
)


class TimeRow(TypedDict):
    """How long a service takes."""

    amount: int
    until: NotRequired[int]
    unit: str


class ServiceRow(TypedDict):
    """A service."""

    title: str
    summary: str
    topics: NotRequired[list[str]]
    state: Annotated[str, Field(description="buka, tutup-sementara or dihentikan.")]
    time: TimeRow
    fee_lowest: Annotated[str, Field(description="Rupiah; 0 is free.")]
    fee_highest: str
    updated: NotRequired[api.Day]
    page: api.Url


class Sheet(NamedTuple):
    """What the table of all services contains."""

    items: Sequence[Item]
    site_url: str


def files(context: Context) -> Iterator[DataFile]:
    """Yield the table of all services, if there are any."""
    if of_all(context):
        view = partial(Sheet, of_all(context), context.site_url)
        yield DataFile(addresses.CSV, view, _table)


def _table(sheet: Sheet) -> str:
    base = of_site.base(sheet.site_url, addresses.CSV)
    rows = (_cells(each, base(each.address)) for each in sheet.items)
    return csv_text(COLUMNS, ([*map(harmless, row)] for row in rows))


def _cells(item: Item, page: str) -> tuple[str, ...]:
    brief = item.service
    return (
        *(item.agency.id, item.agency.brief.name, brief.title, brief.summary),
        *("; ".join(brief.topics), brief.state, str(brief.amount), str(brief.until or "")),
        *(brief.unit, brief.lowest, brief.highest, brief.updated, page),
    )


def _rows(context: Context, agency: Agency, base: api.Base) -> list[ServiceRow]:
    return [
        _row(each.brief, base(addresses.service(agency.id, each.name)))
        for each in agency.records(SERVICE)
    ]


def _row(brief: ServiceBrief, page: str) -> ServiceRow:
    time: TimeRow = {"amount": brief.amount, "unit": brief.unit}
    return {
        "title": brief.title,
        "summary": brief.summary,
        "topics": [*brief.topics],
        "state": brief.state,
        "time": time | {"until": brief.until} if brief.until else time,
        "fee_lowest": brief.lowest,
        "fee_highest": brief.highest,
        "updated": brief.updated,
        "page": page,
    }


API = api.Api("services", ServiceRow, _rows)
