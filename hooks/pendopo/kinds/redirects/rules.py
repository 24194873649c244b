"""Rules that check redirects: within one file, and against the addresses of the whole site."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from pendopo.basics import addresses
from pendopo.government.directory import Directory
from pendopo.kinds.redirects.record import REDIRECTS, Redirect, RedirectsRecord
from pendopo.kinds.redirects.resolved import Resolved, above, owner, resolved
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem, faults
from pendopo.reading.finding import Finding
from pendopo.site.context import Context
from pendopo.site.dated import HELD_BACK
from pendopo.site.kind import Taken
from pendopo.site.stub import shown

MOST_SHOWN = 5
"""Steps of a circle that a problem shows."""


def redirects_rules(record: RedirectsRecord) -> Iterator[Finding]:
    """No old address is listed twice, and none lies below the file of another."""
    first: dict[str, Redirect] = {}
    for index, each in enumerate(record.redirects):
        place = ("redirects", index, "old")
        path = addresses.stub("", each.old).casefold()
        if path in first:
            values = {"value": each.old, "first": first[path].new}
            yield Finding(place, "redirect-twice", values)
        first.setdefault(path, each)
    for index, each in enumerate(record.redirects):
        place = ("redirects", index, "old")
        for folder in above(addresses.stub("", each.old).casefold()):
            if folder in first:
                values = {"value": each.old, "first": first[folder].old}
                yield Finding(place, "redirect-inside", values)


class _Pages:
    """The files of all pages; suggests the most likely page for a missing address.

    `reserved` are the files and folders that the site makes for itself.
    """

    def __init__(self, files: Iterable[str], reserved: Iterable[str]) -> None:
        self.files = {*files}
        self.folded = {each.casefold() for each in self.files}
        self._names: dict[str, Names] = {}
        self.reserved = {each.casefold() for each in reserved}

    def place_of(self, path: str) -> str:
        """Return the file in whose place the file `path` would be, or the reserved folder.

        Empty if it is in the way of neither.
        """
        # A page or a file of the site cannot be a folder as well.
        ways = (*above(path), path)
        known = (self.folded, self.reserved)
        return next((each for each in ways if any(each.casefold() in all_ for all_ in known)), "")

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
    context: Context, taken: Taken, known: Sequence[Problem]
) -> Iterator[Problem]:
    """No redirect starts where the site has something, and each leads to a page in a single step.

    `known` are the problems that may explain why pages of an agency are missing, or one page until
    its day: these pages are not reported. A record that was rejected in part is not checked.
    """
    directory = context.directory
    entries = [*directory.records(REDIRECTS)]
    for agency in directory.agencies.values():
        entries += agency.records(REDIRECTS)
    found = [each for entry in entries for each in resolved(entry)]
    if not found:
        return
    sources = {each.source: each for each in found}
    folders = {"media", *(each.folder for each in context.kinds.types if each.folder)}
    lacking = tuple({_agency(each.path, folders) for each in faults(known)} - {"/"})
    held = {
        (_agency(each.path, folders), PurePosixPath(each.path).stem)
        for each in known
        if each.code in HELD_BACK
    }
    live = (addresses.path(each) for each in taken.live if each not in sources)
    pages, ends = _Pages(live, taken.reserved), _ends(sources)
    for each in found:
        if each.entry.whole:
            yield from _of_source(each, directory, pages)
            path = _path(each)
            explained = path.startswith(lacking) or _is_held(path, held)
            if path in sources or not explained:
                yield from _of_target(each, sources, ends, pages)


def _is_held(path: str, held: Collection[tuple[str, str]]) -> bool:
    """Whether a file is the page of a record held back, known by its agency's address and name."""
    *above, _, name, _ = ["", "", *path.split("/")]
    return (f"{'/'.join(filter(None, above))}/", name) in held


def _of_source(each: Resolved, directory: Directory, pages: _Pages) -> Iterator[Problem]:
    old = each.entry.brief.rows[each.number][0]
    place = ("redirects", each.number, "old")
    if other := owner(each.source, each.entry.agency, directory.agencies):
        yield each.entry.problem(place, "redirect-below", value=old, agency=other)
    elif each.source.casefold() in pages.folded:
        yield each.entry.problem(place, "redirect-live", value=old)
    elif taken := pages.place_of(each.source):
        yield each.entry.problem(place, "redirect-reserved", value=old, place=f"/{shown(taken)}")


def _of_target(
    each: Resolved,
    sources: Mapping[str, Resolved],
    ends: Mapping[str, Resolved | None],
    pages: _Pages,
) -> Iterator[Problem]:
    value = each.entry.brief.rows[each.number][1]
    place = ("redirects", each.number, "new")
    path = _path(each)
    if not path or path in pages.files:
        return
    if path in sources:
        if end := ends[path]:
            new = end.target if "://" in end.target else f"/{end.target}"
            yield each.entry.problem(place, "redirect-chain", value=value, target=new)
        else:
            circle = _circle(each, sources)
            yield each.entry.problem(place, "redirect-loop", value=value, circle=circle)
    elif near := pages.near(path):
        yield each.entry.problem(place, "redirect-missing-nearest", value=value, nearest=near)
    else:
        yield each.entry.problem(place, "redirect-missing", value=value)


def _ends(sources: Mapping[str, Resolved]) -> dict[str, Resolved | None]:
    """The last redirect on the way from each old address; None where the way is a circle."""
    ends: dict[str, Resolved | None] = {}
    for source in sources:
        way: dict[str, None] = {}
        path = source
        while path in sources and path not in ends and path not in way:
            way[path] = None
            path = _path(sources[path])
        # Every way is followed once: the rest of it is known from an earlier one.
        end = ends[path] if path in ends else None if path in way else sources[[*way][-1]]
        ends.update(dict.fromkeys(way, end))
    return ends


def _circle(each: Resolved, sources: Mapping[str, Resolved]) -> str:
    """The way of a redirect until it comes to an address again; the first steps if it is long."""
    way = {each.source: None}
    path = _path(each)
    while path not in way and len(way) < MOST_SHOWN:
        way[path] = None
        path = _path(sources[path])
    shown_path = f"/{shown(path)}" if path in way else "…"
    return " → ".join((*(f"/{shown(step)}" for step in way), shown_path))


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
