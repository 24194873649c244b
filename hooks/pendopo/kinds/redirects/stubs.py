"""Old addresses that lead on: their pages, and what only the whole site can tell of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from markupsafe import Markup

from pendopo.basics import addresses
from pendopo.basics.translations import translations
from pendopo.government.directory import Agency, Directory
from pendopo.kinds.redirects.record import RedirectsRecord
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, faults, nearest
from pendopo.reading.load import Entry
from pendopo.site.page import Context, DataFile

Record = Entry[RedirectsRecord]

KIND_FOLDERS = {"media", *(kind.folder for kind in KINDS)}
PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<title>{moved}: /{old}</title>
</head>
<body>
<main>
<h1>{moved}</h1>
<p>{said} <a href="{link}" rel="noopener noreferrer">{target}</a></p>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Stub:
    """A page at an old address: its file, and the new one as an address or a web address."""

    address: str
    target: str
    language: str
    site_url: str


class Redirect(NamedTuple):
    """One entry of a record; `source` is the file at the old address, `target` as `Stub` has it."""

    entry: Record
    number: int
    source: str
    target: str


def of_portal(context: Context) -> Iterator[DataFile]:
    """The pages at old addresses outside of all agencies."""
    yield from _stubs(context, None, context.directory.redirects)


def of_agency(context: Context, agency: Agency) -> Iterator[DataFile]:
    """The pages at old addresses of an agency."""
    for entry in agency.records("redirects"):
        yield from _stubs(context, agency, entry)


def _stubs(context: Context, agency: Agency | None, entry: Record | None) -> Iterator[DataFile]:
    below = context.directory.below(agency)
    for each in _entries(entry):
        if _owner(each.source, below) is None:
            made_of = (each.source, each.target, context.language, context.site_url)
            yield DataFile(each.source, partial(Stub, *made_of), _page)


def _page(stub: Stub) -> str:
    translate = translations(stub.language).gettext
    whole = "://" in stub.target
    link = stub.target if whole else addresses.root(stub.address) + stub.target
    known = addresses.base(stub.site_url, stub.address)(stub.target)
    return Markup(PAGE).format(  # noqa: S704  (a constant)
        language=stub.language,
        link=link,
        canonical=stub.target if whole else known.partition("#")[0],
        moved=translate("This page has moved"),
        old=_shown(stub.address),
        said=translate("Its new address:"),
        target=stub.target if whole else f"/{stub.target}",
    )


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
            return f"/{_shown(same[0])}"
        beside = self._by_folder[folder]
        near = nearest(name, beside)
        return f"/{_shown(beside[near])}" if near else ""

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
    folder, _, name = _shown(path).rstrip("/").rpartition("/")
    return folder, name


def _shown(path: str) -> str:
    return path.removesuffix("index.html")


def check(
    directory: Directory, live: Iterable[str], told: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """No address of a page leads on, and every redirect leads to one, in a single step.

    `live` are the addresses of all pages and files of the site, `told` the problems that may be why
    an agency lacks a page: of its pages, none is told to be missing. A record of which a part was
    refused is not judged.
    """
    found = [*_entries(directory.redirects)]
    for agency in directory.agencies.values():
        found += [each for entry in agency.records("redirects") for each in _entries(entry)]
    if not found:
        return
    sources = {each.source: each for each in found}
    by_hand = {addresses.profile(name) for name in addresses.BY_HAND}
    lacking = tuple({_agency(each.path) for each in faults(told)} - {"/"})
    pages = _Pages(addresses.path(each) for each in {*live, *by_hand} if each not in sources)
    for each in found:
        if each.entry.whole:
            yield from _of_source(each, directory, pages)
            if _path(each) in sources or not _path(each).startswith(lacking):
                yield from _of_target(each, sources, pages)


def _of_source(each: Redirect, directory: Directory, pages: _Pages) -> Iterator[Problem]:
    old = each.entry.brief.rows[each.number][0]
    place = ("redirects", each.number, "old")
    agency = directory.agencies.get(each.entry.agency)
    if owner := _owner(each.source, directory.below(agency)):
        yield each.entry.problem(place, "redirect-below", value=old, agency=owner)
    elif each.source.casefold() in pages.folded:
        yield each.entry.problem(place, "redirect-live", value=old)


def _of_target(each: Redirect, sources: Mapping[str, Redirect], pages: _Pages) -> Iterator[Problem]:
    value = each.entry.brief.rows[each.number][1]
    place = ("redirects", each.number, "new")
    path = _path(each)
    if not path or path in pages.files:
        return
    if path in sources:
        way = _way(each, sources)
        if way[-1] in sources:
            circle = " → ".join(f"/{_shown(step)}" for step in way)
            yield each.entry.problem(place, "redirect-loop", value=value, circle=circle)
        else:
            target = sources[way[-2]].target
            shown = target if "://" in target else f"/{target}"
            yield each.entry.problem(place, "redirect-chain", value=value, target=shown)
    elif near := pages.near(path):
        yield each.entry.problem(place, "redirect-missing-nearest", value=value, nearest=near)
    else:
        yield each.entry.problem(place, "redirect-missing", value=value)


def _way(each: Redirect, sources: Mapping[str, Redirect]) -> list[str]:
    """The files that one is led to from `each` on: the last is no redirect, or one met before."""
    way = {each.source: None}
    path = _path(each)
    while path in sources and path not in way:
        way[path] = None
        path = _path(sources[path])
    return [*way, path]


def _entries(entry: Record | None) -> Iterator[Redirect]:
    if entry is None:
        return
    for number, (old, new) in enumerate(entry.brief.rows):
        source, target = addresses.stub(entry.agency, old), addresses.target(entry.agency, new)
        yield Redirect(entry, number, source, target)


def _path(each: Redirect) -> str:
    """The file that a redirect leads to; empty where it leads to another site."""
    address = each.target.partition("#")[0]
    return "" if "://" in address else addresses.path(address)


def _agency(path: str) -> str:
    """The address of the agency in whose folder a file of the data lies; `/` outside of all."""
    folders = path.removesuffix("/agency.yml").split("/")[1:]
    if len(folders) > 1 and folders[-2] in KIND_FOLDERS:
        del folders[-2:]
    return f"{'/'.join(folders)}/"


def _owner(source: str, below: Collection[Agency]) -> str | None:
    """The agency of those below in whose folder a file lies."""
    return next((each.id for each in below if source.startswith(f"{each.id}/")), None)
