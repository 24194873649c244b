"""Surveys for other programs: in the API, and their elements for spreadsheets."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, NamedTuple, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.basics.numbers import json_number, plain_number
from pendopo.basics.spreadsheets import csv_text, harmless
from pendopo.government.agency import Agency
from pendopo.kinds.surveys.pages import address, csv
from pendopo.kinds.surveys.record import SURVEY, Survey
from pendopo.site import api
from pendopo.site.context import Context
from pendopo.site.page import DataFile

COLUMNS = (
    *("agency", "survey", "start", "end", "respondents", "weight", "value", "grade", "element"),
    "average",
)


class SurveyRow(TypedDict):
    """A survey of the satisfaction of the public."""

    title: str
    start: api.Day
    end: api.Day
    value: Annotated[float | int, Field(description="The index, from 25 to 100.")]
    grade: Annotated[str, Field(description="A, B, C or D.")]
    respondents: int
    service: NotRequired[Annotated[str, Field(description="The one service asked about.")]]
    updated: NotRequired[api.Day]
    page: api.Url


class Sheet(NamedTuple):
    """What the table of an agency's surveys contains."""

    agency: str
    entries: tuple[Survey, ...]


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the table of the elements of an agency's surveys, if it has any."""
    if entries := agency.records(SURVEY):
        yield DataFile(csv(agency), partial(Sheet, agency.id, entries), _table)


def _table(sheet: Sheet) -> str:
    rows = (row for each in sheet.entries for row in _cells(sheet.agency, each))
    return csv_text(COLUMNS, ([*map(harmless, row)] for row in rows))


def _cells(agency: str, entry: Survey) -> Iterator[tuple[str, ...]]:
    survey, brief = entry.record, entry.brief
    for name, average in survey.elements.averages().items():
        yield (
            *(agency, entry.name, brief.start, brief.end, str(brief.respondents), survey.weight),
            *(brief.value, brief.grade, name, plain_number(average)),
        )


def _rows(context: Context, agency: Agency, base: api.Base) -> list[Any]:
    return [_row(each, base(address(agency, each))) for each in agency.records(SURVEY)]


def _row(entry: Survey, page: str) -> SurveyRow:
    brief = entry.brief
    return {
        "title": brief.title,
        "start": brief.start,
        "end": brief.end,
        "value": json_number(Decimal(brief.value)),
        "grade": brief.grade,
        "respondents": brief.respondents,
        "service": brief.service,
        "updated": brief.updated,
        "page": page,
    }


API = api.Api("surveys", SurveyRow, _rows)
