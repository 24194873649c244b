"""Lists of an agency's documents: all, those of one type, and those of one year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.kinds.documents import places
from pendopo.kinds.documents.labels import TYPES, citation
from pendopo.kinds.documents.machines.feeds import alternate
from pendopo.kinds.documents.record import DOCUMENT, Document, DocumentBrief
from pendopo.site.context import Context
from pendopo.site.page import Link, Page
from pendopo.site.paging import Part, lasting

PER_PAGE = 20


class Item(NamedTuple):
    """A document in a list, with its page and how it is cited."""

    document: DocumentBrief
    address: str
    citation: str


class Choice(NamedTuple):
    """A part of the list with the number of its documents; `chosen` if it is the one shown."""

    label: str
    address: str
    documents: int
    chosen: bool


class Filter(NamedTuple):
    """The parts of the list by their addresses' last parts, each with its label."""

    label: str
    parts: Mapping[str, tuple[str, list[Document]]]


@dataclass(frozen=True)
class View:
    """The data that the template prints; `filters` are the choices by the label of each filter."""

    items: Sequence[Item]
    filters: list[tuple[str, list[Choice]]]
    newer: str | None
    older: str | None
    information: str


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the pages of the list of all documents, then those of its parts if there are many."""
    entries = agency.records(DOCUMENT)
    if not entries:
        return
    filters = _filters(context, entries) if len(entries) > PER_PAGE else []
    title = context.translate("Documents")
    yield from _list(context, agency, "", title, entries, filters)
    for each in filters:
        for part, (label, found) in each.parts.items():
            yield from _list(context, agency, part, f"{title}: {label}", found, filters)


def item(agency: Agency, entry: Document) -> Item:
    """Return a document as lists show it."""
    return Item(entry.brief, places.document(agency.id, entry.name), citation(entry.brief))


def _filters(context: Context, entries: Sequence[Document]) -> list[Filter]:
    _ = context.translate
    types: dict[str, list[Document]] = defaultdict(list)
    years: dict[str, list[Document]] = defaultdict(list)
    for entry in entries:
        types[entry.brief.type].append(entry)
        years[entry.brief.of_year].append(entry)
    years.pop("", None)
    return [
        Filter(
            _("Type"),
            {f"jenis/{each}": (_(TYPES[each]), types[each]) for each in TYPES if each in types},
        ),
        Filter(
            _("Year"),
            {f"tahun/{each}": (each, years[each]) for each in sorted(years, reverse=True)},
        ),
    ]


def _list(  # noqa: PLR0913, PLR0917
    context: Context,
    agency: Agency,
    part: str,
    title: str,
    entries: Sequence[Document],
    filters: Sequence[Filter],
) -> Iterator[Page]:
    """Yield the page of the newest documents, then the older pages, whose numbers last."""
    _ = context.translate
    address = partial(places.documents, agency.id, part)
    whole = Link(_("Documents"), places.documents(agency.id))
    known = alternate(context, agency)
    for shown in lasting(entries, address, PER_PAGE):
        top = shown.first and not part
        yield Page(
            address=shown.address,
            title=shown.title(title, _),
            describe=partial(_("Documents of {agency}.").format, agency=agency.name),
            source=agency.entry.path,
            template="documents/list",
            view=partial(_view, agency, part, shown, filters if shown.first else ()),
            agency=agency,
            menu=title if top else "",
            trail=() if top else (whole,),
            previous=shown.previous,
            next=shown.next,
            updated=max(each.brief.changed_on for each in shown.items),
            alternates=(known,) if known and top else (),
        )


def _view(agency: Agency, part: str, shown: Part[Document], filters: Sequence[Filter]) -> View:
    return View(
        [item(agency, each) for each in shown.items],
        [
            (
                one.label,
                [
                    Choice(label, places.documents(agency.id, name), len(found), name == part)
                    for name, (label, found) in one.parts.items()
                ],
            )
            for one in filters
        ],
        shown.previous,
        shown.next,
        "" if part else places.information(agency.id),
    )
