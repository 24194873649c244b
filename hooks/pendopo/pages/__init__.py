"""The page kinds: each module says which pages there are and what their template prints."""

from collections.abc import Callable, Iterator

from ..page import Context, Page
from . import article, directory, goals, news, portal, profile, vision

KINDS: tuple[Callable[[Context], Iterator[Page]], ...] = (
    portal.pages,
    directory.pages,
    profile.pages,
    vision.pages,
    goals.pages,
    news.pages,
    article.pages,
)
"""In the order of the menus."""
