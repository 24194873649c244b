"""The list of public information (DIP) with the columns of the law, by category."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from pendopo.basics.translations import long_date
from pendopo.government.agency import Agency
from pendopo.kinds.documents import places
from pendopo.kinds.documents.disclosure import judged
from pendopo.kinds.documents.labels import CATEGORIES, citation, forms
from pendopo.kinds.documents.record import DOCUMENT, EXCLUDED, Document, DocumentBrief
from pendopo.site import paging
from pendopo.site.context import Context
from pendopo.site.page import Alternate, Link, Page, latest

MOST = 100
"""Rows of a page; a longer list has pages of their own for each category."""


class Row(NamedTuple):
    """A document in the columns of the law; `address` is empty if the public may not read it."""

    number: int
    title: str
    citation: str
    address: str
    unit: str
    officer: str
    made: str
    form: str
    retention: str
    ground: str
    test: str
    until: str


@dataclass(frozen=True)
class Part:
    """The documents of a category: those of this page, or the address of the page with them."""

    category: str
    count: int
    rows: Sequence[Row]
    address: str

    @property
    def excluded(self) -> bool:
        """Whether the public may not read them."""
        return self.category == EXCLUDED


@dataclass(frozen=True)
class View:
    """The data that the template prints; `day` is that of the newest state of a document."""

    parts: list[Part]
    day: str
    whole: bool
    file: str
    completeness: str
    earlier: str | None
    later: str | None


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the list; if it is long, a page per category or several follow, the oldest first.

    New documents come at the end, so that pages and numbers stay as they are.
    """
    if not agency.records(DOCUMENT):
        return
    by_category: dict[str, list[Document]] = {each: [] for each in CATEGORIES}
    for entry in reversed(agency.records(DOCUMENT)):
        by_category[entry.brief.category].append(entry)
    long = len(agency.records(DOCUMENT)) > MOST
    yield _first(context, agency, by_category, long)
    for category, entries in by_category.items() if long else ():
        yield from _of_category(context, agency, category, entries)


def _first(
    context: Context, agency: Agency, by_category: dict[str, list[Document]], long: bool
) -> Page:
    _ = context.translate
    parts = [
        partial(_part, context, agency, category, () if long else entries, len(entries), long)
        for category, entries in by_category.items()
    ]
    day = latest(each.brief.state for each in agency.records(DOCUMENT))
    return Page(
        address=places.information(agency.id),
        title=_("Public information"),
        describe=partial(_("List of public information of {agency}.").format, agency=agency.name),
        source=agency.entry.path,
        template="documents/information",
        view=lambda: View(
            [part() for part in parts],
            day,
            True,
            places.information_file(agency.id),
            places.completeness(agency.id) if judged(context, agency) else "",
            None,
            None,
        ),
        agency=agency,
        menu=_("Public information"),
        updated=day,
        alternates=(Alternate(places.information_file(agency.id), "text/csv", "CSV"),),
    )


def _of_category(
    context: Context, agency: Agency, category: str, entries: Sequence[Document]
) -> Iterator[Page]:
    _ = context.translate
    label = _(CATEGORIES[category])
    address = partial(places.information, agency.id, category)
    whole = Link(_("Public information"), places.information(agency.id))
    for shown in paging.parts(entries, address, MOST) if entries else ():
        yield Page(
            address=shown.address,
            title=shown.title(label, _),
            describe=partial(
                _("List of public information of {agency}.").format, agency=agency.name
            ),
            source=agency.entry.path,
            template="documents/information",
            view=partial(_view_of_part, context, agency, category, shown, len(entries)),
            agency=agency,
            trail=(whole,) if shown.first else (whole, Link(label, address(None))),
            previous=shown.previous,
            next=shown.next,
            updated=latest(each.brief.state for each in shown.items),
        )


def _view_of_part(
    context: Context, agency: Agency, category: str, shown: paging.Part[Document], count: int
) -> View:
    start = (shown.number - 1) * MOST
    part = _part(context, agency, category, shown.items, count, False, start)
    file = places.information_file(agency.id)
    return View([part], "", False, file, "", shown.previous, shown.next)


def _part(  # noqa: PLR0913, PLR0917
    context: Context,
    agency: Agency,
    category: str,
    entries: Sequence[Document],
    count: int,
    elsewhere: bool,
    start: int = 0,
) -> Part:
    rows = [_row(context, agency, each, number) for number, each in enumerate(entries, start + 1)]
    address = places.information(agency.id, category) if elsewhere and count else ""
    return Part(category, count, rows, address)


def _row(context: Context, agency: Agency, entry: Document, number: int) -> Row:
    brief = entry.brief
    ground, test, tested, until = brief.exclusion or ("", "", "", "")
    return Row(
        number,
        brief.title,
        citation(brief),
        "" if brief.excluded else places.document(agency.id, entry.name),
        brief.unit,
        brief.officer,
        _made(brief, context.language),
        forms(brief, context.translate),
        brief.retention,
        ground,
        f"{test}, {_written(tested, context.language)}" if test else "",
        _written(until, context.language),
    )


def _made(brief: DocumentBrief, language: str) -> str:
    """Return when and where a document was made, in one line."""
    time, place = brief.made
    return ", ".join(filter(None, (time or _written(brief.day, language), place)))


def _written(day: str, language: str) -> str:
    return long_date(date.fromisoformat(day), language) if day else ""
