"""An agency's gallery: a list of albums, a page for each, and a panel on its first page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.albums.linked_data import gallery
from pendopo.kinds.albums.record import ALBUM, Album, AlbumBrief
from pendopo.pictures.renditions import Renditions
from pendopo.site.context import Context
from pendopo.site.page import Link, Page, latest
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
        picture=brief.picture,
        kind=context.translate("Gallery"),
        years=brief.day[:4],
        linked=lambda base: [gallery(agency, entry, address(agency, entry), base)],
    )


def _lists(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the pages of the list, numbered from the oldest, so that their numbers last."""
    albums = agency.records(ALBUM)
    title = context.translate("Gallery")
    last = max(len(albums) // PER_PAGE, 1) if albums else 0
    for number in range(last, 0, -1):
        first = number == last
        end = len(albums) - (number - 1) * PER_PAGE
        shown = albums[0 if first else end - PER_PAGE : end]
        newer = "" if first else place(agency, number + 1 if number + 1 < last else None)
        older = place(agency, number - 1) if number > 1 else ""
        numbered = context.translate("{title}, page {number}")
        yield Page(
            address=place(agency, None if first else number),
            title=title if first else numbered.format(title=title, number=number),
            describe=lambda: context.translate("Pictures of {agency}.").format(agency=agency.name),
            source=agency.entry.path,
            template="albums/list",
            view=partial(_list_view, agency, shown, newer, older),
            agency=agency,
            menu=title if first else "",
            trail=() if first else (Link(title, place(agency)),),
            previous=newer or None,
            next=older or None,
            updated=latest(each.brief.updated for each in shown),
        )


def _list_view(agency: Agency, shown: tuple[Album, ...], newer: str, older: str) -> ListView:
    return ListView(tuple(_teaser(agency, each) for each in shown), newer, older)


def _teaser(agency: Agency, entry: Album) -> Teaser:
    return Teaser(entry.brief, address(agency, entry), agency.picture(entry.brief.picture))


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
