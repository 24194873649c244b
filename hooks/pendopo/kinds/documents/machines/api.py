"""The documents of an agency in the API."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.documents import places
from pendopo.kinds.documents.record import DOCUMENT, Category, Document, DocumentType
from pendopo.site import api
from pendopo.site.context import Context


class RegulationRow(TypedDict):
    """What a document is as a regulation."""

    kind: str
    number: str
    year: int
    status: str


class DocumentRow(TypedDict):
    """A document of an agency; one of the category dikecualikan has neither file nor url."""

    title: str
    type: DocumentType
    category: Category
    regulation: NotRequired[RegulationRow]
    number: NotRequired[str]
    day: NotRequired[api.Day]
    published: NotRequired[api.Day]
    updated: NotRequired[api.Day]
    unit: NotRequired[str]
    officer: NotRequired[str]
    form: NotRequired[list[str]]
    retention: NotRequired[str]
    summary: NotRequired[Annotated[str, Field(description="Plain text, cut short.")]]
    covers: NotRequired[list[str]]
    file: NotRequired[api.Url]
    url: NotRequired[Annotated[api.Url, Field(description="Where it is on another site.")]]
    page: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[DocumentRow]:
    return [_row(agency, each, base) for each in agency.records(DOCUMENT)]


def _row(agency: Agency, entry: Document, base: api.Base) -> DocumentRow:
    brief = entry.brief
    row: DocumentRow = {
        "title": brief.title,
        "type": brief.type,
        "category": brief.category,
        "number": "" if brief.kind else brief.number,
        "day": brief.day,
        "published": brief.published,
        "updated": brief.updated,
        "unit": brief.unit,
        "officer": brief.officer,
        "form": [*brief.shown_form],
        "retention": brief.retention,
        "summary": brief.summary,
        "covers": [*brief.covers],
        "file": base(addresses.media(agency.id, brief.file)) if brief.file else "",
        "url": brief.url,
        "page": base(places.document(agency.id, entry.name)),
    }
    if brief.kind:
        row["regulation"] = {
            "kind": brief.kind,
            "number": brief.number,
            "year": brief.year,
            "status": brief.force,
        }
    return row


API = api.Api("documents", DocumentRow, _rows)
