"""The page kinds: each module says which pages there are and what their template prints.

Both lists are in the order of the menus.
"""

from collections.abc import Callable, Iterator

from .. import redirects
from ..directory import Agency
from ..page import Context, DataFile, Page
from . import (
    api_files,
    archive,
    article,
    changes,
    directory,
    feeds,
    goals,
    news,
    news_archive,
    performance,
    plan,
    plan_files,
    portal,
    profile,
    programmes,
    robots,
    search,
    topics,
    tree,
    vision,
)

OF_PORTAL: tuple[Callable[[Context], Iterator[Page]], ...] = (
    portal.pages,
    directory.pages,
    performance.pages,
    news.of_all,
    news_archive.of_all,
    topics.pages,
    search.pages,
)
"""Pages of the whole portal: they may show the briefs of all agencies."""

OF_AGENCIES: tuple[Callable[[Context, Agency], Iterator[Page]], ...] = (
    profile.pages,
    vision.pages,
    goals.pages,
    archive.pages,
    plan.pages,
    programmes.pages,
    tree.pages,
    changes.pages,
    news.pages,
    news_archive.pages,
    article.pages,
)
"""Pages of one agency: the context holds what `Directory.around` says, and nothing more."""

FILES_OF_PORTAL: tuple[Callable[[Context], Iterator[DataFile]], ...] = (
    feeds.of_all,
    api_files.of_all,
    robots.of_all,
    redirects.of_portal,
)
"""Files of the whole portal for machines: of records they may hold the newest articles."""

FILES_OF_AGENCIES: tuple[Callable[[Context, Agency], Iterator[DataFile]], ...] = (
    plan_files.files,
    feeds.files,
    api_files.files,
    redirects.of_agency,
)
"""Files of one agency for machines."""
