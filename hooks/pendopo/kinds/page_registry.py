"""The page kinds: each module says which pages there are and what their template prints.

Both lists are in the order of the menus.
"""

from collections.abc import Callable, Iterator

from pendopo.government.directory import Agency
from pendopo.kinds.agency import pages as profile
from pendopo.kinds.news.machines import feeds
from pendopo.kinds.news.pages import archive as news_archive
from pendopo.kinds.news.pages import article
from pendopo.kinds.news.pages import lists as news
from pendopo.kinds.plans.machines import files as plan_files
from pendopo.kinds.plans.pages import changes, goals, performance, plan, programmes, tree, vision
from pendopo.kinds.plans.pages import plan_list as archive
from pendopo.kinds.portal.machines import api as api_files
from pendopo.kinds.portal.machines import robots
from pendopo.kinds.portal.pages import agencies as directory
from pendopo.kinds.portal.pages import front as portal
from pendopo.kinds.portal.pages import search
from pendopo.kinds.redirects import stubs as redirects
from pendopo.kinds.topics import pages as topics
from pendopo.site.page import Context, DataFile, Page

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
