"""The plan of a site: its pages and files, each with its address. Nothing is rendered here."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.problems.problem import Problem, problem
from pendopo.site.assets import assets
from pendopo.site.context import Context
from pendopo.site.kind import Planned, Taken
from pendopo.site.menu import MenuLink
from pendopo.site.page import DataFile, Link, Page
from pendopo.site.sitemap import sitemap_names


@dataclass(frozen=True)
class Site:
    """Pages and machine-readable `files` of the whole site, of one agency, or of the portal."""

    context: Context
    pages: tuple[Page, ...]
    files: tuple[DataFile, ...] = ()

    @cached_property
    def by_address(self) -> Mapping[str, Page]:
        """The pages by their address."""
        return {page.address: page for page in self.pages}

    @cached_property
    def menus(self) -> Mapping[str, list[MenuLink]]:
        """The menus of agencies by their id, and the portal's by the empty string."""
        menus: dict[str, list[MenuLink]] = defaultdict(list)
        for page in self.pages:
            if page.menu:
                # The templates of a kind lie in a folder of its name.
                section = self.context.kinds.sections[page.template.partition("/")[0]]
                link = MenuLink(page.menu, page.address, section, page.menu_written)
                menus[page.agency.id if page.agency else ""].append(link)
        return menus

    def colours(self, agency: Agency | None) -> tuple[str, str]:
        """Primary and accent colour of `agency`, or of the portal."""
        return self.context.directory.colours(agency)

    def trail(self, page: Page) -> list[Link]:
        """The breadcrumb trail from the front page to `page`, without `page` itself."""
        links = [*self.trail_to(page.agency), *page.trail]
        return [link for link in links if link.address != page.address]

    def trail_to(self, agency: Agency | None) -> list[Link]:
        """The breadcrumb trail from the front page to `agency`, or the front page alone."""
        directory = self.context.directory
        chain = [*directory.above(agency), agency] if agency else []
        links = [Link(each.name, addresses.profile(each.id)) for each in chain]
        return [Link(directory.portal.name, addresses.PORTAL), *links]


def plan(
    context: Context, known: Sequence[Problem] = (), others: Iterable[str] = ()
) -> tuple[Site, list[Problem]]:
    """Plans all pages and files; returns them and the problems of the plan.

    Of two pages with one address the first is kept, and a problem is reported. `known` holds the
    problems of the data so far, `others` the files that come from elsewhere, by their path.
    """
    parts = [plan_portal(context)]
    parts += [plan_agency(context, agency) for agency in context.directory.agencies.values()]
    whole, problems = _distinct(context, (page for site, _ in parts for page in site.pages))
    problems += [problem for _, found in parts for problem in found]
    files = tuple(file for site, _ in parts for file in site.files)
    live = {*whole.by_address, *(file.address for file in files)}
    problems += site_problems(context, live, known, others)
    return replace(whole, files=files), problems


def plan_portal(context: Context) -> tuple[Site, list[Problem]]:
    """Plans the pages and files of the portal; returns them and their problems."""
    kinds = context.kinds
    pages = (page for kind in kinds for plan in kind.portal_pages for page in plan(context))
    site, problems = _distinct(context, pages)
    files = [file for kind in kinds for plan in kind.portal_files for file in plan(context)]
    planned = Planned(site.pages, files)
    left = (file for kind in kinds for plan in kind.portal_left for file in plan(context, planned))
    return _with_files(site, chain(files, left)), problems


def plan_agency(context: Context, agency: Agency) -> tuple[Site, list[Problem]]:
    """Plans the pages and files of one agency, from only the part of the data it may show."""
    visible = context.within(context.directory.visible_to(agency))
    kinds = context.kinds
    pages = (page for kind in kinds for plan in kind.pages for page in plan(visible, agency))
    site, problems = _distinct(visible, pages)
    files = [file for kind in kinds for plan in kind.files for file in plan(visible, agency)]
    planned = Planned(site.pages, files)
    plans = (plan for kind in kinds for plan in kind.left)
    left = (file for plan in plans for file in plan(visible, agency, planned))
    rules = (rule for kind in kinds for rule in kind.timely_rules)
    problems += [problem for rule in rules for problem in rule(visible, agency)]
    return _with_files(site, chain(files, left)), problems


def site_problems(
    context: Context, live: Iterable[str], known: Sequence[Problem], others: Iterable[str] = ()
) -> list[Problem]:
    """Problems that can be found only with all that the site has: see `taken` and `plan`."""
    all_taken = taken(context, live, others)
    rules = (rule for kind in context.kinds for rule in kind.site_rules)
    return [problem for rule in rules for problem in rule(context, all_taken, known)]


def taken(context: Context, live: Iterable[str], others: Iterable[str] = ()) -> Taken:
    """All that a site has: the pages and files of its plan, `live`, and what else is published.

    `others` are the files that come from elsewhere, by their path.
    """
    by_hand = {*others, *(addresses.path(f"{name}/") for name in addresses.BY_HAND)}
    documents = (each.address for each in assets(context.directory) if each.media)
    # As addresses: a redirect from the file of such a page does not take its place on the list.
    pages = (re.sub(r"(^|/)index\.html$", r"\1", each) for each in by_hand)
    found = frozenset({*live, *pages, *documents})
    folders = {addresses.media(name, "") for name in context.directory.agencies}
    folders |= {addresses.APIS, addresses.ASSETS, addresses.INDEX}
    files = {addresses.NOT_FOUND, addresses.ROBOTS, addresses.SECURITY, addresses.BUILD}
    files |= {*sitemap_names(len(found))}
    return Taken(found, frozenset(folders | files | by_hand))


def _distinct(context: Context, pages: Iterable[Page]) -> tuple[Site, list[Problem]]:
    kept: dict[str, Page] = {}
    problems: list[Problem] = []
    for page in pages:
        if other := kept.get(page.address):
            values = {"other": other.source, "address": page.address}
            problems.append(problem(page.source, "address-taken", **values))
        else:
            kept[page.address] = page
    return Site(context, tuple(kept.values())), problems


def _with_files(site: Site, files: Iterable[DataFile]) -> Site:
    """Adds to `site` those of `files` whose address is not taken."""
    taken = {addresses.path(page.address) for page in site.pages}
    kept: dict[str, DataFile] = {}
    for file in files:
        if file.address not in taken:
            kept.setdefault(file.address, file)
    return replace(site, files=tuple(kept.values()))
