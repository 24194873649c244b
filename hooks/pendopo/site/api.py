"""Agencies and news as JSON for other programs: what each file holds, as types.

The JSON Schema of a file (2020-12) is that of its type. What is not stated is left out; further
keys may come, none is renamed or taken away below the same version.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from pendopo.kinds.agency.record import AgencyRecord
from pendopo.kinds.plans.plan_data import json_number
from pendopo.reading.load import Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Url = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]


class Reference(TypedDict):
    """An agency by its name."""

    id: Annotated[str, Field(description="The folder below data/agencies/, as a path.")]
    name: str
    page: Annotated[Url, Field(description="Its first page.")]
    data: Annotated[Url, Field(description="All that is known of it, as agency.json describes.")]


class AgencyRow(Reference):
    """An agency in the list of all agencies."""

    type: str
    short_name: NotRequired[str]
    region_code: NotRequired[
        Annotated[str, Field(description="Code of the Ministry of Home Affairs, with dots.")]
    ]
    parent: NotRequired[Annotated[str, Field(description="The id of the agency above.")]]
    feed: NotRequired[Annotated[Url, Field(description="Its news as Atom, with full texts.")]]
    updated: NotRequired[Day]


class NewsRow(TypedDict):
    """A news article."""

    id: Annotated[str, Field(description="A name that stays; the entry of a feed has the same.")]
    agency: Annotated[str, Field(description="The id of the agency.")]
    title: str
    published: NotRequired[Day]
    event_date: NotRequired[Day]
    updated: NotRequired[Day]
    summary: NotRequired[str]
    topics: NotRequired[list[str]]
    page: Url


class PlanRow(TypedDict):
    """A plan of an agency."""

    type: str
    title: str
    start: NotRequired[Annotated[int, Field(description="First year.")]]
    end: NotRequired[Annotated[int, Field(description="Last year.")]]
    page: Url
    files: Annotated[dict[str, Url], Field(description="The whole plan, by the name of a file.")]


class YearRow(TypedDict):
    """How much news a year has, and where it is listed."""

    year: int
    count: int
    data: Url


class Licence(TypedDict):
    """What others may do with the content."""

    title: str
    url: NotRequired[Url]


class Index(TypedDict):
    """What there is."""

    name: str
    language: str
    licence: NotRequired[Licence]
    page: Url
    feed: NotRequired[Url]
    agencies: Url
    news: NotRequired[list[YearRow]]
    schemas: dict[str, Url]


class Agencies(TypedDict):
    """All agencies, each after the one above it."""

    agencies: NotRequired[list[AgencyRow]]


class News(TypedDict):
    """All news of a year, the newest first."""

    year: int
    news: list[NewsRow]


class AgencyFile(AgencyRow):
    """One agency: its record, what is below it, its plans, and its newest news."""

    emblem: NotRequired[Url]
    record: Annotated[AgencyRecord, Field(description="The file agency.yml.")]
    agencies: NotRequired[list[Reference]]
    plans: NotRequired[list[PlanRow]]
    news: NotRequired[list[NewsRow]]


FILES: dict[str, Any] = {
    "index": Index,
    "agencies": Agencies,
    "agency": AgencyFile,
    "news": News,
}
"""The types of the files by the names of their schemas."""


@dataclass(frozen=True)
class AgencyView:
    """What the file of one agency is made of."""

    entry: Entry[AgencyRecord]
    known: dict[str, Any]


def agency_text(view: AgencyView) -> str:
    """The text of an agency's file."""
    record = view.entry.record.model_dump(exclude_defaults=True)
    return text(view.known | {"record": record})


def text(content: Any) -> str:
    """A file without what is not stated."""
    written = json.dumps(_stated(content), ensure_ascii=False, separators=(",", ":"), default=_json)
    return f"{written}\n"


def schema_text(name: str) -> str:
    """The JSON Schema of one of `FILES`."""
    schema = TypeAdapter(FILES[name]).json_schema()
    return json.dumps({"$schema": DIALECT} | _open(schema), ensure_ascii=False, indent=1) + "\n"


def _stated(value: Any) -> Any:
    if isinstance(value, dict):
        found = {key: _stated(each) for key, each in value.items()}
        return {key: each for key, each in found.items() if each not in (None, "", [], {})}
    return [_stated(each) for each in value] if isinstance(value, list | tuple) else value


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return json_number(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in JSON.")


def _open(schema: Any) -> Any:
    """A schema that bears further keys."""
    if isinstance(schema, dict):
        return {k: _open(each) for k, each in schema.items() if k != "additionalProperties" or each}
    return [_open(each) for each in schema] if isinstance(schema, list) else schema
