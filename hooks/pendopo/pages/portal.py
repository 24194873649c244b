"""The portal's front page: what this is, find an agency, the newest news."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import addresses
from ..directory import Agency
from ..markdown import plain
from ..page import Context, Page, latest
from ..records.portal import PortalRecord
from .article import Teaser, listed, newest
from .directory import TypeCount, types

NEWEST = 6
FEW = 40
"""Of more agencies at the top, those below each are left to its own page."""


@dataclass(frozen=True)
class View:
    """What the template prints."""

    portal: PortalRecord
    agencies: list[tuple[Agency, list[Agency]]]
    types: list[TypeCount]
    count: int
    news: list[Teaser]


def pages(context: Context) -> Iterator[Page]:
    """The front page."""
    portal = context.directory.portal
    yield Page(
        address=addresses.PORTAL,
        title=portal.name,
        describe=lambda: plain(portal.introduction),
        source="portal.yml",
        template="portal",
        view=lambda: _view(context),
        menu=context.translate("Home"),
        kind=context.translate("About this site"),
        updated=latest(each.article.updated for each in listed(context)[:NEWEST]),
    )


def _view(context: Context) -> View:
    directory = context.directory
    top = directory.below(None)
    return View(
        directory.portal,
        [(agency, directory.below(agency) if len(top) <= FEW else []) for agency in top],
        types(context),
        len(directory.agencies),
        newest(context, None, NEWEST),
    )
