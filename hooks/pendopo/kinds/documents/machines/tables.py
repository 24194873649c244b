"""Tables for spreadsheets: the list of public information, and how complete it is."""

from collections.abc import Iterator
from functools import partial

from pendopo.basics import addresses
from pendopo.basics.spreadsheets import csv_text, harmless
from pendopo.government.agency import Agency
from pendopo.kinds.documents import places
from pendopo.kinds.documents.disclosure import all_judged, disclosure, judged
from pendopo.kinds.documents.labels import citation
from pendopo.kinds.documents.record import DOCUMENT, DocumentBrief
from pendopo.site.context import Context
from pendopo.site.page import DataFile

INFORMATION = (
    *("number", "category", "title", "summary", "type", "document_number", "unit", "officer"),
    *("day", "made_time", "made_place", "form", "retention", "published", "updated", "page"),
    *("ground", "test_number", "test_day", "excluded_until"),
)
COMPLETENESS = ("item", "label", "compulsory", "source", "state", "title", "page", "day")
OF_ALL = ("agency", "name", "type", "items", "there", "old", "absent", "page")


Row = tuple[str, ...]


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield the table of all agencies that are judged."""
    if all_judged(context):
        yield DataFile(places.completeness_file(), partial(_totals, context), totals_csv)


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the list of an agency's public information, and how complete it is."""
    if agency.records(DOCUMENT):
        address = places.information_file(agency.id)
        yield DataFile(address, partial(_information, context, agency), information_csv)
    if judged(context, agency):
        address = places.completeness_file(agency.id)
        yield DataFile(address, partial(_completeness, context, agency), completeness_csv)


def information_csv(rows: list[Row]) -> str:
    """Return the text of the list of public information."""
    return csv_text(INFORMATION, rows)


def completeness_csv(rows: list[Row]) -> str:
    """Return the text of the evidence of one agency."""
    return csv_text(COMPLETENESS, rows)


def totals_csv(rows: list[Row]) -> str:
    """Return the text of the totals of all agencies."""
    return csv_text(OF_ALL, rows)


def _information(context: Context, agency: Agency) -> list[Row]:
    base = addresses.base(context.site_url, places.information_file(agency.id))
    return [
        _escaped(str(number), *_document(entry.brief, base(places.document(agency.id, entry.name))))
        for number, entry in enumerate(reversed(agency.records(DOCUMENT)), 1)
    ]


def _document(brief: DocumentBrief, page: str) -> Row:
    return (
        *(brief.category, brief.title, brief.summary, brief.type, citation(brief), brief.unit),
        *(brief.officer, brief.day, *brief.made, "; ".join(brief.shown_form), brief.retention),
        *(brief.published, brief.updated, page, *(brief.exclusion or ("", "", "", ""))),
    )


def _completeness(context: Context, agency: Agency) -> list[Row]:
    """Return a row for each piece of evidence, and one for each item without any."""
    base = addresses.base(context.site_url, places.completeness_file(agency.id))
    rows: list[Row] = []
    for each in disclosure(context, agency).standings:
        wanted = each.requirement
        compulsory = "yes" if wanted.compulsory else "no"
        label = context.translate(wanted.label)
        known = (wanted.item, label, compulsory, wanted.source, each.state)
        evidence = [(one.title, base(one.address), one.day) for one in each.evidence]
        rows += [_escaped(*known, *one) for one in evidence or [("", "", "")]]
    return rows


def _totals(context: Context) -> list[Row]:
    base = addresses.base(context.site_url, places.completeness_file())
    rows: list[Row] = []
    for agency in all_judged(context):
        found = disclosure(context, agency)
        counts = (found.total, found.count("there"), found.count("old"), found.count("absent"))
        page = base(places.completeness(agency.id))
        known = (agency.id, agency.name, agency.brief.type)
        rows.append(_escaped(*known, *map(str, counts), page))
    return rows


def _escaped(*cells: str) -> Row:
    return tuple(map(harmless, cells))
