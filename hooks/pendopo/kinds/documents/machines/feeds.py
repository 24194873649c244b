"""The newest documents of an agency as an Atom feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

from pendopo.basics import addresses
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.documents import places
from pendopo.kinds.documents.record import DOCUMENT, Document
from pendopo.site.atom import TYPE, Base, Feed, Post, atom, feed
from pendopo.site.context import Context
from pendopo.site.page import Alternate, DataFile

NEWEST = 20


@dataclass(frozen=True)
class Item:
    """A document of the feed with its agency and its file."""

    agency: Agency
    entry: Document
    documents: tuple[Attached, ...]


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the feed of an agency's newest documents that one may read, if there are any."""
    if known := alternate(context, agency):
        yield DataFile(known.address, partial(_feed, context, agency, known), _text)


def alternate(context: Context, agency: Agency) -> Alternate | None:
    """Return the feed of an agency's documents; None if there are none with a day."""
    if not _newest(agency):
        return None
    address = f"{agency.id}/{places.LIST}/atom.xml"
    return Alternate(address, TYPE, context.translate("Documents"))


def _newest(agency: Agency) -> list[Document]:
    found = (each for each in agency.records(DOCUMENT) if each.brief.sorted_by)
    return [each for each in found if not each.brief.excluded][:NEWEST]


def _feed(context: Context, agency: Agency, known: Alternate) -> Feed:
    items = (Item(agency, each, tuple(agency.attached(each).values())) for each in _newest(agency))
    return feed(context, agency, known, f"{agency.id}/{places.LIST}/", tuple(items))


def _text(found: Feed) -> str:
    return atom(found, _post)


def _post(item: Item, found: Feed, base: Base) -> Post:
    brief = item.entry.brief
    place = places.document(item.agency.id, item.entry.name)
    return Post(
        id=addresses.urn(item.agency.lasting(place)),
        title=brief.title,
        published=brief.published or brief.day,
        updated=brief.state,
        address=place,
        authors=(item.agency.brief.name,),
        content=f"<p>{escape(brief.summary or brief.title)}</p>",
        documents=item.documents,
    )
