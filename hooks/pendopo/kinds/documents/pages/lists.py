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
    """Yield the page of the newest documents, then the older pages, numbered from the oldest.

    A numbered page keeps its documents when new ones are added; the first has 20 to 39.
    """
    _ = context.translate
    address = partial(places.documents, agency.id, part)
    last = max(len(entries) // PER_PAGE, 1)
    whole = Link(_("Documents"), places.documents(agency.id))
    known = alternate(context, agency)
    for number in range(last, 0, -1):
        first = number == last
        end = len(entries) - (number - 1) * PER_PAGE
        shown = entries[0 if first else end - PER_PAGE : end]
        newer = None if first else address(None if number + 1 == last else number + 1)
        older = address(number - 1) if number > 1 else None
        numbered = _("{title}, page {number}").format(title=title, number=number)
        yield Page(
            address=address(None if first else number),
            title=title if first else numbered,
            describe=partial(_("Documents of {agency}.").format, agency=agency.name),
            source=agency.entry.path,
            template="documents/list",
            view=partial(_view, agency, part, shown, filters if first else (), newer, older),
            agency=agency,
            menu=title if first and not part else "",
            trail=() if first and not part else (whole,),
            previous=newer,
            next=older,
            updated=max(each.brief.changed_on for each in shown),
            alternates=(known,) if known and first and not part else (),
        )


def _view(  # noqa: PLR0913, PLR0917
    agency: Agency,
    part: str,
    shown: Sequence[Document],
    filters: Sequence[Filter],
    newer: str | None,
    older: str | None,
) -> View:
    return View(
        [item(agency, each) for each in shown],
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
        newer,
        older,
        "" if part else places.information(agency.id),
    )
