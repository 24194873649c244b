"""Announcements as Atom feeds: one per agency that has any, and one for the whole portal."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pendopo.basics import addresses, markdown
from pendopo.government.agency import Agency, Attached
from pendopo.government.directory import Directory
from pendopo.kinds.announcements.listed import address, list_address
from pendopo.kinds.announcements.record import ANNOUNCEMENT, Announcement, age
from pendopo.site.atom import TYPE, Base, Feed, Post, atom, feed
from pendopo.site.context import Context
from pendopo.site.page import Alternate, DataFile

NEWEST = 20


@dataclass(frozen=True)
class Item:
    """An announcement of the feed with its agency and documents."""

    agency: Agency
    entry: Announcement
    documents: tuple[Attached, ...]


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield the feed with the newest announcements of all agencies."""
    yield from _files(context, None)


def files(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the feed with the newest announcements of one agency."""
    yield from _files(context, agency)


def alternate(context: Context, agency: Agency | None) -> Alternate | None:
    """Return the feed of an agency's announcements, or of all; None if there are none."""
    agencies = [agency] if agency else context.directory.agencies.values()
    if not any(each.records(ANNOUNCEMENT) for each in agencies):
        return None
    _ = context.translate
    label = _("Announcements") if agency else _("All announcements")
    return Alternate(f"{list_address(agency)}atom.xml", TYPE, label)


def quoted(directory: Directory, agency: Agency | None) -> list[Announcement]:
    """Return the announcements that the portal's feed quotes in full."""
    return [] if agency else [entry for _, entry in _newest(directory, None)]


def _newest(directory: Directory, agency: Agency | None) -> list[tuple[Agency, Announcement]]:
    agencies = [agency] if agency else [*directory.agencies.values()]
    found = [(one, each) for one in agencies for each in one.records(ANNOUNCEMENT)[:NEWEST]]
    found.sort(key=lambda each: address(each[0], each[1].name))
    found.sort(key=lambda each: age(each[1].brief, each[1].name), reverse=True)
    return found[:NEWEST]


def _files(context: Context, agency: Agency | None) -> Iterator[DataFile]:
    if known := alternate(context, agency):
        yield DataFile(known.address, partial(_feed, context, agency, known), _text)


def _feed(context: Context, agency: Agency | None, known: Alternate) -> Feed:
    items = (
        Item(one, each, tuple(one.attached(each).values()))
        for one, each in _newest(context.directory, agency)
    )
    return feed(context, agency, known, list_address(agency), tuple(items))


def _text(found: Feed) -> str:
    return atom(found, _post)


def _post(item: Item, found: Feed, base: Base) -> Post:
    record, brief = item.entry.record, item.entry.brief
    place = address(item.agency, item.entry.name)
    return Post(
        id=addresses.urn(item.agency.lasting(place)),
        title=brief.title,
        published=brief.published,
        updated=brief.changed,
        address=place,
        authors=(item.agency.brief.name,),
        content=markdown.render(record.body, 1),
        documents=item.documents,
        topics=brief.topics,
        summary=brief.summary,
    )
