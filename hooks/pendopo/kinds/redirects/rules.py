"""What may be wrong with redirects: in one file, and with the addresses of the whole site."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from pendopo.basics import addresses
from pendopo.government.directory import Directory
from pendopo.kinds.redirects.record import REDIRECTS, RedirectsRecord
from pendopo.kinds.redirects.resolved import Resolved, owner, resolved, shown
from pendopo.problems.nearest import nearest
from pendopo.problems.problem import Problem, faults
from pendopo.reading.finding import Finding
from pendopo.site.context import Context


def redirects_rules(record: RedirectsRecord) -> Iterator[Finding]:
    """No old address stands twice."""
    first: dict[str, str] = {}
    for index, each in enumerate(record.redirects):
        path = addresses.stub("", each.old).casefold()
        if path in first:
            values = {"value": each.old, "first": first[path]}
            yield Finding(("redirects", index, "old"), "redirect-twice", values)
        first.setdefault(path, each.new)


class _Pages:
    """The files of all pages, and which of them was most likely meant by one that is not there."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = {*files}
        self.folded = {each.casefold() for each in self.files}

    def near(self, path: str) -> str:
        """A page of the same name, if it is the only one, or of a similar name beside it."""
        folder, name = _parted(path)
        same = self._by_name[name]
        if len(same) == 1:
            return f"/{shown(same[0])}"
        beside = self._by_folder[folder]
        near = nearest(name, beside)
        return f"/{shown(beside[near])}" if near else ""

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
    """The address that a file stands for, as what is around it and its own name."""
    folder, _, name = shown(path).rstrip("/").rpartition("/")
    return folder, name


def redirect_site_rules(
    context: Context, live: Iterable[str], known: Sequence[Problem]
) -> Iterator[Problem]:
    """No address of a page leads on, and every redirect leads to one, in a single step.

    `live` are the addresses of all pages and files of the site, `known` the problems that may be
    why an agency lacks a page: of its pages, none is reported missing. A record of which a part was
    refused is not judged.
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
    lacking = tuple({_agency(each.path, folders) for each in faults(known)} - {"/"})
    pages = _Pages(addresses.path(each) for each in {*live, *by_hand} if each not in sources)
    for each in found:
        if each.entry.whole:
            yield from _of_source(each, directory, pages)
            if _path(each) in sources or not _path(each).startswith(lacking):
                yield from _of_target(each, sources, pages)


def _of_source(each: Resolved, directory: Directory, pages: _Pages) -> Iterator[Problem]:
    old = each.entry.brief.rows[each.number][0]
    place = ("redirects", each.number, "old")
    agency = directory.agencies.get(each.entry.agency)
    if other := owner(each.source, directory.below(agency)):
        yield each.entry.problem(place, "redirect-below", value=old, agency=other)
    elif each.source.casefold() in pages.folded:
        yield each.entry.problem(place, "redirect-live", value=old)


def _of_target(each: Resolved, sources: Mapping[str, Resolved], pages: _Pages) -> Iterator[Problem]:
    value = each.entry.brief.rows[each.number][1]
    place = ("redirects", each.number, "new")
    path = _path(each)
    if not path or path in pages.files:
        return
    if path in sources:
        way = _way(each, sources)
        if way[-1] in sources:
            circle = " → ".join(f"/{shown(step)}" for step in way)
            yield each.entry.problem(place, "redirect-loop", value=value, circle=circle)
        else:
            target = sources[way[-2]].target
            new = target if "://" in target else f"/{target}"
            yield each.entry.problem(place, "redirect-chain", value=value, target=new)
    elif near := pages.near(path):
        yield each.entry.problem(place, "redirect-missing-nearest", value=value, nearest=near)
    else:
        yield each.entry.problem(place, "redirect-missing", value=value)


def _way(each: Resolved, sources: Mapping[str, Resolved]) -> list[str]:
    """The files that one is led to from `each` on: the last is no redirect, or one met before."""
    way = {each.source: None}
    path = _path(each)
    while path in sources and path not in way:
        way[path] = None
        path = _path(sources[path])
    return [*way, path]


def _path(each: Resolved) -> str:
    """The file that a redirect leads to; empty where it leads to another site."""
    address = each.target.partition("#")[0]
    return "" if "://" in address else addresses.path(address)


def _agency(path: str, kind_folders: Collection[str]) -> str:
    """The address of the agency in whose folder a file of the data lies; `/` outside of all."""
    folders = path.removesuffix("/agency.yml").split("/")[1:]
    if len(folders) > 1 and folders[-2] in kind_folders:
        del folders[-2:]
    return f"{'/'.join(folders)}/"
