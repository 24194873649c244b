"""The page kinds: each module says which pages there are and what their template prints.

Both lists are in the order of the menus.
"""

from collections.abc import Callable, Iterator

from ..directory import Agency
from ..page import Context, Page
from . import article, directory, goals, news, portal, profile, vision

OF_PORTAL: tuple[Callable[[Context], Iterator[Page]], ...] = (
    portal.pages,
    directory.pages,
    news.of_all,
)
"""Pages of the whole portal: they may show the briefs of all agencies."""

OF_AGENCIES: tuple[Callable[[Context, Agency], Iterator[Page]], ...] = (
    profile.pages,
    vision.pages,
    goals.pages,
    news.pages,
    article.pages,
)
"""Pages of one agency: the context holds what `Directory.around` says, and nothing more."""
