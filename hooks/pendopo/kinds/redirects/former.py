"""Old addresses of what was renamed and says so with `formerly`: each leads on, or is kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.redirects.machines import moved as leading_on
from pendopo.kinds.redirects.record import REDIRECTS
from pendopo.kinds.redirects.resolved import owner, resolved
from pendopo.site.context import Context
from pendopo.site.kind import Planned
from pendopo.site.page import DataFile, Page
from pendopo.site.stub import leads_to

SUBSCRIBED = ("/atom.xml", ".ics")
"""Ends of the addresses of files that programs fetch by themselves: no page can lead them on."""

Sources = Mapping[str, frozenset[str]]
"""By id of the agency: the files in its former folders that stand in some redirects.yml."""


def _sources(directory: Directory) -> Sources:
    heirs = {name: each.id for each in directory.agencies.values() for name in each.formers}
    found: dict[str, set[str]] = defaultdict(set)
    if heirs:
        for entry in directory.all_entries():
            for each in resolved(entry) if entry.type.name == REDIRECTS.name else ():
                if name := owner(each.source, "", heirs):
                    found[heirs[name]].add(each.source.casefold())
    return {name: frozenset(each) for name, each in found.items()}


def _of_agency(known: Sources, directory: Directory, agency: Agency) -> Sources:
    return {agency.id: known[agency.id]} if agency.id in known else {}


SOURCES: Derived[Sources] = Derived("old addresses in former folders", _sources, _of_agency)


def of_agency(context: Context, agency: Agency, planned: Planned) -> Iterator[DataFile]:
    """Yield what stands at the old addresses of an agency and of its records."""
    renamed = [*_of_records(agency, planned.pages)]
    own = [each for entry in agency.records(REDIRECTS) for each in resolved(entry)]
    taken = {each.source.casefold() for each in own}
    taken |= context.directory.fact(SOURCES).get(agency.id, frozenset())
    moved = [
        *renamed,
        *((addresses.path(each.address), each.address) for each in planned.pages),
        *((f"{each}/index.html", each) for each in sorted(_documents(agency))),
        *((each.address, target) for each in planned.files if (target := leads_to(each))),
    ] if agency.formers else []  # fmt: skip
    for former in agency.formers:
        renamed += [(f"{former}{old.removeprefix(agency.id)}", new) for old, new in moved]
        yield from _kept(context, agency, former, planned.files)
    yield from _stubs(context, renamed, taken)


def of_portal(context: Context, planned: Planned) -> Iterator[DataFile]:
    """Yield stub pages for the portal's pages on one agency whose folder was renamed."""
    agencies = context.directory.agencies
    rows = context.directory.records(REDIRECTS)
    taken = {each.source.casefold() for entry in rows for each in resolved(entry)}
    if any(each.formers for each in agencies.values()):
        old = (
            (f"{page.address.removesuffix(f'{agency.id}/')}{former}/index.html", page.address)
            for page in planned.pages
            if (agency := _named(page.address, agencies))
            for former in agency.formers
        )
        yield from _stubs(context, old, taken)


def _of_records(agency: Agency, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Yield the files at old addresses of pages of records that were renamed, with the new ones."""
    renamed = {each.path: each for each in agency.all_entries() if each.formers}
    for page in pages if renamed else ():
        if entry := renamed.get(page.source):
            for former in entry.formers:
                old = page.address.replace(f"/{entry.name}/", f"/{former}/", 1)
                if old != page.address:
                    yield addresses.path(old), page.address


def _documents(agency: Agency) -> set[str]:
    """The addresses of documents that people download."""
    found = (agency.attached(entry).values() for entry in agency.all_entries())
    return {each.address for some in found for each in some}


def _kept(
    context: Context, agency: Agency, former: str, files: Sequence[DataFile]
) -> Iterator[DataFile]:
    """Yield files at their old addresses too, where links in them would be right there."""
    if context.site_url or former.count("/") == agency.id.count("/"):
        for each in files:
            if each.address.endswith(SUBSCRIBED) and each.address.startswith(f"{agency.id}/"):
                old = f"{former}{each.address.removeprefix(agency.id)}"
                yield DataFile(old, each.view, each.write)


def _named(address: str, agencies: Mapping[str, Agency]) -> Agency | None:
    """The agency that the end of an address names."""
    parts = address.rstrip("/").split("/")
    ends = ("/".join(parts[start:]) for start in range(1, len(parts)))
    return next((agencies[each] for each in ends if each in agencies), None)


def _stubs(
    context: Context, moved: Iterable[tuple[str, str]], taken: set[str]
) -> Iterator[DataFile]:
    """Yield a stub page for each file at an old address, once; those in `taken` are there."""
    for source, target in moved:
        if source.casefold() not in taken:
            taken.add(source.casefold())
            yield leading_on(context, source, target)
