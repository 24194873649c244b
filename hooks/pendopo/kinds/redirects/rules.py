"""Rules that check redirects: within one file, and against the addresses of the whole site."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from pendopo.basics import addresses
from pendopo.government.directory import Directory
from pendopo.kinds.redirects.record import REDIRECTS, RedirectsRecord
from pendopo.kinds.redirects.resolved import Resolved, owner, resolved, shown
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem, faults
from pendopo.reading.finding import Finding
from pendopo.site.context import Context

MOST_STEPS = 10
"""Steps of a circle that a message tells, which it cuts anyway."""


def redirects_rules(record: RedirectsRecord) -> Iterator[Finding]:
    """No old address is listed twice."""
    first: dict[str, str] = {}
    for index, each in enumerate(record.redirects):
        path = addresses.stub("", each.old).casefold()
        if path in first:
            values = {"value": each.old, "first": first[path]}
            yield Finding(("redirects", index, "old"), "redirect-twice", values)
        first.setdefault(path, each.new)


class _Pages:
    """The files of all pages; suggests the most likely page for a missing address."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = {*files}
        self.folded = {each.casefold() for each in self.files}
        self._names: dict[str, Names] = {}

    def near(self, path: str) -> str:
        """Return the only page of that name, or else a similarly named page in the same folder.

        Empty if there is neither.
        """
        folder, name = _parted(path)
        same = self._by_name[name]
        if len(same) == 1:
            return f"/{shown(same[0])}"
        if folder not in self._names:
            self._names[folder] = Names(self._by_folder[folder])
        near = self._names[folder].nearest(name)
        return f"/{shown(self._by_folder[folder][near])}" if near else ""

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for each in self.files:
            found[_parted(each)[1]].append(each)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for each in sorted(self.files):
            folder, name = _parted(each)
            found[folder][name] = each
        return found


def _parted(path: str) -> tuple[str, str]:
    """Split the address of a file into its folder and its own name."""
    folder, _, name = shown(path).rstrip("/").rpartition("/")
    return folder, name


def redirect_site_rules(
    context: Context, live: Iterable[str], known: Sequence[Problem]
) -> Iterator[Problem]:
    """No redirect starts at an existing page, and each leads to one in a single step.

    `live` are the addresses of all pages and files of the site. `known` are the problems that may
    explain why pages of an agency are missing: these pages are not reported. A record that was
    rejected in part is not checked.
    """
    directory = context.directory
    entries = [*directory.records(REDIRECTS)]
    for agency in directory.agencies.values():
        entries += agency.records(REDIRECTS)
    found = [each for entry in entries for each in resolved(entry)]
    if not found:
        return
    sources = {each.source: each for each in found}
    by_hand = {addresses.profile(name) for name in addresses.BY_HAND}
    folders = {"media", *(each.folder for each in context.kinds.types if each.folder)}
    ends = _ends(sources)
    lacking = tuple({_agency(each.path, folders) for each in faults(known)} - {"/"})
    pages = _Pages(addresses.path(each) for each in {*live, *by_hand} if each not in sources)
    for each in found:
        if each.entry.whole:
            yield from _of_source(each, directory, pages)
            if _path(each) in sources or not _path(each).startswith(lacking):
                yield from _of_target(each, sources, ends, pages)


def _of_source(each: Resolved, directory: Directory, pages: _Pages) -> Iterator[Problem]:
    old = each.entry.brief.rows[each.number][0]
    place = ("redirects", each.number, "old")
    agency = directory.agencies.get(each.entry.agency)
    if other := owner(each.source, directory, agency):
        yield each.entry.problem(place, "redirect-below", value=old, agency=other)
    elif each.source.casefold() in pages.folded:
        yield each.entry.problem(place, "redirect-live", value=old)


def _of_target(
    each: Resolved, sources: Mapping[str, Resolved], ends: Mapping[str, str], pages: _Pages
) -> Iterator[Problem]:
    value = each.entry.brief.rows[each.number][1]
    place = ("redirects", each.number, "new")
    path = _path(each)
    if not path or path in pages.files:
        return
    if path in sources:
        if end := ends[path]:
            target = sources[end].target
            new = target if "://" in target else f"/{target}"
            yield each.entry.problem(place, "redirect-chain", value=value, target=new)
        else:
            circle = " → ".join(f"/{shown(step)}" for step in _circle(each, sources))
            yield each.entry.problem(place, "redirect-loop", value=value, circle=circle)
    elif near := pages.near(path):
        yield each.entry.problem(place, "redirect-missing-nearest", value=value, nearest=near)
    else:
        yield each.entry.problem(place, "redirect-missing", value=value)


def _ends(sources: Mapping[str, Resolved]) -> dict[str, str]:
    """Return the last redirect that each one leads to; empty for one that leads in a circle."""
    ends: dict[str, str] = {}
    for source in sources:
        way: dict[str, None] = {}
        path = source
        while path in sources and path not in ends and path not in way:
            way[path] = None
            path = _path(sources[path])
        end = ends[path] if path in ends else "" if path in way else next(reversed(way), "")
        ends |= dict.fromkeys(way, end)
    return ends


def _circle(each: Resolved, sources: Mapping[str, Resolved]) -> list[str]:
    """Follow the redirects from `each` until one comes again, a few steps at most."""
    way = {each.source: None}
    path = _path(each)
    while path not in way and len(way) < MOST_STEPS:
        way[path] = None
        path = _path(sources[path])
    return [*way, path]


def _path(each: Resolved) -> str:
    """Return the file that a redirect leads to; empty if it leads to another site."""
    address = each.target.partition("#")[0]
    return "" if "://" in address else addresses.path(address)


def _agency(path: str, kind_folders: Collection[str]) -> str:
    """Return the address of the agency that owns a data file; `/` if no agency does."""
    folders = path.removesuffix("/agency.yml").split("/")[1:]
    if len(folders) > 1 and folders[-2] in kind_folders:
        del folders[-2:]
    return f"{'/'.join(folders)}/"
