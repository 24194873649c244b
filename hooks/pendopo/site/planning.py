"""The whole site before it is rendered: its pages and files, each with its address."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from pendopo.basics import addresses
from pendopo.basics.colours import DARK, tint
from pendopo.government.directory import Agency, Directory
from pendopo.government.link import link
from pendopo.kinds.page_registry import FILES_OF_AGENCIES, FILES_OF_PORTAL, OF_AGENCIES, OF_PORTAL
from pendopo.kinds.plans.rules.timely import judge
from pendopo.kinds.redirects import stubs as redirects
from pendopo.pictures.cards import Card, card
from pendopo.pictures.renditions import Encoding, photo
from pendopo.problems.problem import Problem, problem
from pendopo.reading.folder import read
from pendopo.reading.load import load
from pendopo.reading.media import Media
from pendopo.site.page import Context, DataFile, Link, Page


@dataclass(frozen=True)
class Asset:
    """A file that is no page: text that is made here, or a document of the data folder."""

    address: str
    text: str = ""
    media: Media | None = None


Drawing = Encoding | Card
"""Pictures that are made here; their names tell what they show."""


@dataclass(frozen=True)
class Site:
    """Pages and files with their addresses; nothing is rendered yet. `files` are for machines.

    It is the whole site, or the part of it that belongs to one agency or to the portal alone.
    """

    context: Context
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
    files: tuple[DataFile, ...] = ()
    drawings: tuple[Drawing, ...] = ()

    @cached_property
    def by_address(self) -> Mapping[str, Page]:
        """The pages by their address."""
        return {page.address: page for page in self.pages}

    @cached_property
    def menus(self) -> Mapping[str, list[Link]]:
        """The menu of each agency by its id, and of the portal by the empty text."""
        menus: dict[str, list[Link]] = defaultdict(list)
        for page in self.pages:
            if page.menu:
                menus[page.agency.id if page.agency else ""].append(Link(page.menu, page.address))
        return menus

    def colours(self, agency: Agency | None) -> tuple[str, str]:
        """Primary and accent colour of `agency`, or of the portal."""
        return self.context.directory.colours(agency)

    def trail(self, page: Page) -> list[Link]:
        """The way from the front page down to `page`, without `page` itself."""
        directory = self.context.directory
        links = [Link(directory.portal.name, addresses.PORTAL)]
        if page.agency:
            chain = [*directory.above(page.agency), page.agency]
            links += [Link(agency.name, addresses.profile(agency.id)) for agency in chain]
        links += page.trail
        return [link for link in links if link.address != page.address]


def build(folder: Path, today: date) -> tuple[Site, list[Problem]]:
    """The site of a data folder, with every problem of every file, sorted."""
    sources = read(folder)
    entries, problems = load(sources.records, str(folder))
    paths = {each.path for each in sources.records} | {each.path for each in sources.problems}
    directory, unlinked = link(entries, sources.media, paths)
    told = [*sources.problems, *problems, *unlinked]
    site, unplanned = plan(Context(directory, today), told)
    return site, sorted({*told, *unplanned})


def plan(context: Context, told: Sequence[Problem] = ()) -> tuple[Site, list[Problem]]:
    """All pages and files; of two with one address the first stays and a problem is told.

    `told` is what is wrong with the data so far.
    """
    parts = [plan_portal(context)]
    parts += [plan_agency(context, agency) for agency in context.directory.agencies.values()]
    pages = (page for site, _ in parts for page in site.pages)
    whole, problems = _distinct(context, pages)
    problems += [problem for _, found in parts for problem in found]
    files = tuple(file for site, _ in parts for file in site.files)
    made = tuple(assets(context.directory)), files, tuple(drawings(context.directory))
    live = {*whole.by_address, *(file.address for file in files)}
    problems += redirects.check(context.directory, live, told)
    return Site(context, whole.pages, *made), problems


def plan_portal(context: Context) -> tuple[Site, list[Problem]]:
    """The pages of the portal itself."""
    site, problems = _distinct(context, (page for kind in OF_PORTAL for page in kind(context)))
    return _with_files(site, (file for kind in FILES_OF_PORTAL for file in kind(context))), problems


def plan_agency(context: Context, agency: Agency) -> tuple[Site, list[Problem]]:
    """The pages of one agency, made of nothing but what `Directory.around` shows of the others."""
    around = context.of(context.directory.around(agency))
    pages = (page for kind in OF_AGENCIES for page in kind(around, agency))
    site, problems = _distinct(around, pages)
    files = (file for kind in FILES_OF_AGENCIES for file in kind(around, agency))
    return _with_files(site, files), [*problems, *judge(around, agency)]


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
    """The pages of `site` and those of `files` whose place is free."""
    taken = {addresses.path(page.address) for page in site.pages}
    kept: dict[str, DataFile] = {}
    for file in files:
        if file.address not in taken:
            kept.setdefault(file.address, file)
    return replace(site, files=tuple(kept.values()))


def assets(directory: Directory) -> Iterator[Asset]:
    """The stylesheets of all colours in use, and the documents that records name."""
    agencies = directory.agencies.values()
    for primary, accent in sorted({directory.colours(each) for each in (None, *agencies)}):
        yield Asset(addresses.colours(primary, accent), _stylesheet(primary, accent))
    for agency in agencies:
        records = (agency.entry, *agency.articles, *agency.plans)
        named = {name for each in records for name in each.brief.documents}
        for file in sorted(named & agency.media.keys()):
            yield Asset(addresses.media(agency.id, file), media=agency.media[file])


def drawings(directory: Directory) -> Iterator[Drawing]:
    """The pictures that records name, and a card for every page; each is there once."""
    known: set[str] = set()
    for drawing in _drawings(directory):
        if not known.issuperset(drawing.addresses):
            known.update(drawing.addresses)
            yield drawing


def _drawings(directory: Directory) -> Iterator[Drawing]:
    yield card(directory, None)
    for agency in directory.agencies.values():
        yield card(directory, agency)
        if agency.emblem:
            yield Encoding(agency.media[agency.brief.emblem], agency.emblem)
        for file in sorted({each.brief.picture for each in agency.articles} & agency.media.keys()):
            yield Encoding(agency.media[file], photo(agency.media[file]))
            yield card(directory, agency, file)


def _stylesheet(primary: str, accent: str) -> str:
    """The colours of the shell; on a dark page those of text are tinted to stay readable."""
    dark = {"accent": tint(accent, DARK), "heading": tint(primary, DARK)}
    return (
        f":root{{--agency-primary:{primary};--agency-accent:{accent};--agency-heading:{primary}}}\n"
        "@media screen and (prefers-color-scheme:dark){:root{"
        f"--agency-accent:{dark['accent']};--agency-heading:{dark['heading']}}}}}\n"
    )
