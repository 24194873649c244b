"""An agency's gallery: a list of albums, a page for each, and a panel on its first page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.albums.linked_data import gallery
from pendopo.kinds.albums.record import ALBUM, Album, AlbumBrief
from pendopo.pictures.renditions import Renditions
from pendopo.reading.named_media import leading_picture
from pendopo.site.context import Context
from pendopo.site.page import Link, Page, latest
from pendopo.site.paging import Part, lasting
from pendopo.site.panel import Panel, Rank

NAME = "galeri"
PER_PAGE = 20
ON_FIRST_PAGE = 4
"""Pictures in the panel."""


@dataclass(frozen=True)
class Teaser:
    """An album as it appears in lists."""

    album: AlbumBrief
    address: str
    picture: Renditions | None


@dataclass(frozen=True)
class ListView:
    """The data of one page of the list, with the addresses of its neighbours, if it has any."""

    albums: tuple[Teaser, ...]
    newer: str
    older: str


@dataclass(frozen=True)
class View:
    """The data of the page of one album."""

    entry: Album
    pictures: Mapping[str, Renditions]


@dataclass(frozen=True)
class PanelView:
    """The data of the panel: the newest album, its first pictures, and the address of the list."""

    newest: Teaser
    pictures: tuple[Renditions, ...]
    all: str


def place(agency: Agency, number: int | None = None) -> str:
    """Return the address of the list of albums: of its newest page, or of a numbered one."""
    return f"{agency.id}/{NAME}/halaman/{number}/" if number else f"{agency.id}/{NAME}/"


def address(agency: Agency, entry: Album) -> str:
    """Return where an album has its page."""
    return f"{agency.id}/{NAME}/{entry.name}/"


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the list of albums, if there are any, and a page for each."""
    yield from _lists(context, agency)
    for entry in agency.records(ALBUM):
        yield _page(context, agency, entry)


def _page(context: Context, agency: Agency, entry: Album) -> Page:
    brief = entry.brief
    return Page(
        address=address(agency, entry),
        title=brief.title,
        describe=lambda: brief.summary,
        source=entry.path,
        template="albums/album",
        view=partial(View, entry, agency.pictures(entry)),
        agency=agency,
        trail=(Link(context.translate("Gallery"), place(agency)),),
        updated=brief.updated,
        picture=leading_picture(entry.media),
        kind=context.translate("Gallery"),
        years=brief.day[:4],
        linked=lambda base: [gallery(agency, entry, address(agency, entry), base)],
    )


def _lists(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the pages of the list, numbered from the oldest, so that their numbers last."""
    title = context.translate("Gallery")
    for part in lasting(agency.records(ALBUM), partial(place, agency), PER_PAGE):
        yield Page(
            address=part.address,
            title=part.title(title, context.translate),
            describe=lambda: context.translate("Pictures of {agency}.").format(agency=agency.name),
            source=agency.entry.path,
            template="albums/list",
            view=partial(_list_view, agency, part),
            agency=agency,
            menu=title if part.first else "",
            trail=() if part.first else (Link(title, place(agency)),),
            previous=part.previous,
            next=part.next,
            updated=latest(each.brief.updated for each in part.items),
        )


def _list_view(agency: Agency, part: Part[Album]) -> ListView:
    albums = tuple(_teaser(agency, each) for each in part.items)
    return ListView(albums, part.previous or "", part.next or "")


def _teaser(agency: Agency, entry: Album) -> Teaser:
    picture = agency.picture(leading_picture(entry.media))
    return Teaser(entry.brief, address(agency, entry), picture)


def _panel(context: Context, agency: Agency | None) -> PanelView | None:
    albums = agency.records(ALBUM) if agency else ()
    if not agency or not albums:
        return None
    pictures = tuple(agency.pictures(albums[0]).values())[:ON_FIRST_PAGE]
    return PanelView(_teaser(agency, albums[0]), pictures, place(agency))


PANEL = Panel(Rank.BACKGROUND, "albums/panel", _panel)


def weight(agency: Agency) -> int:
    """Return the number of pages of an agency's gallery, about."""
    return len(agency.records(ALBUM))
