"""Links records to a directory, and finds the problems that need all records."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any, NamedTuple

from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import DEFAULT_PORTAL, Directory
from pendopo.government.former import with_formers
from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.kinds.portal.record import PORTAL
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem, problem
from pendopo.reading.entry import Entry
from pendopo.reading.fields import MediaUse
from pendopo.reading.media import Media
from pendopo.reading.record_type import RecordType

LinkRule = Callable[[Agency, Directory, Collection[str]], Iterator[Problem]]
"""A rule across files, called with an agency, the directory and the paths of all files found.

The paths include files with problems, since those have already been reported."""


class Links(NamedTuple):
    """The parts of the kinds of record that linking uses."""

    types: tuple[RecordType[Any, Any], ...]
    rules: Sequence[LinkRule]
    derived: tuple[Derived[Any], ...]
    agency_names: frozenset[str]
    portal_names: frozenset[str]
    """Names reserved below an agency (`agency_names`) and at the top (`portal_names`)."""


def link(
    entries: Iterable[Entry[Any, Any]],
    media: Iterable[Media],
    paths: Collection[str],
    links: Links,
) -> tuple[Directory, list[Problem]]:
    """Links all records to a directory; also returns the problems that need all of them.

    `paths` are the paths of all files that were found.
    """
    by_agency: dict[str, list[Entry[Any, Any]]] = defaultdict(list)
    for entry in entries:
        by_agency[entry.agency].append(entry)
    of_portal = _by_type(by_agency.pop("", []), links.types)
    files: dict[str, dict[str, Media]] = defaultdict(dict)
    for each in media:
        files[each.agency][each.name] = each
    heads = {
        entry.agency: entry
        for found in by_agency.values()
        for entry in found
        if entry.type.name == AGENCY.name
    }
    agencies = {
        agency_id: Agency(
            agency_id,
            head,
            _parent(agency_id, heads),
            _by_type(
                (each for each in by_agency[agency_id] if each is not head),
                links.types,
            ),
            files[agency_id],
        )
        for agency_id, head in sorted(heads.items(), key=lambda item: item[0].split("/"))
    }
    portals = of_portal.get(PORTAL.name, ())
    portal = portals[0].record if portals else DEFAULT_PORTAL
    known = with_formers(agencies)
    directory = Directory(portal, known, of_portal, links.types, links.derived)
    directory = replace(directory, facts={each.name: each.of(directory) for each in links.derived})
    return directory, list(_problems(directory, paths, links))


def _by_type(
    entries: Iterable[Entry[Any, Any]], types: Iterable[RecordType[Any, Any]]
) -> Mapping[str, tuple[Entry[Any, Any], ...]]:
    found: dict[str, list[Entry[Any, Any]]] = defaultdict(list)
    for entry in entries:
        found[entry.type.name].append(entry)
    return {
        each.name: tuple(each.arrange(found[each.name])) for each in types if each.name in found
    }


def _parent(agency_id: str, known: Mapping[str, object]) -> str | None:
    """The id of the nearest existing agency above `agency_id`."""
    above, _, _ = agency_id.rpartition("/")
    if not above:
        return None
    return above if above in known else _parent(above, known)


def _problems(directory: Directory, paths: Collection[str], links: Links) -> Iterator[Problem]:
    for agency in directory.agencies.values():
        yield from _free_address(agency, links)
        yield from _media_exist(agency, paths, links)
        for rule in links.rules:
            yield from rule(agency, directory, paths)


def _free_address(agency: Agency, links: Links) -> Iterator[Problem]:
    """Reports an agency whose address is reserved for a page of the agency or portal above it."""
    name = agency.id.rpartition("/")[2]
    if name in (links.agency_names if "/" in agency.id else links.portal_names):
        yield problem(agency.entry.path, "name-reserved", name=name)


def _media_exist(agency: Agency, paths: Collection[str], links: Links) -> Iterator[Problem]:
    """Reports files named by records but missing from the agency's folder media."""
    folders = ("media", "", *{each.folder for each in links.types})
    unused = cache(partial(_unused, agency))
    for entry in agency.all_entries():
        for file, use, location, _ in entry.media:
            places = (f"agencies/{agency.id}/{folder}/{file}" for folder in folders)
            if file in agency.media or any(place.replace("//", "/") in paths for place in places):
                continue
            if near := unused(use).nearest(file):
                yield entry.problem(location, "media-missing-nearest", value=file, nearest=near)
            else:
                yield entry.problem(location, "media-missing", value=file)


def _unused(agency: Agency, use: str) -> Names:
    """The files of a kind in the agency's folder media that no record names yet."""
    used = {each.file for entry in agency.all_entries() for each in entry.media}
    document = use == MediaUse.DOCUMENT.value
    names = (name for name, each in agency.media.items() if (not each.format) == document)
    return Names(name for name in names if name not in used)
