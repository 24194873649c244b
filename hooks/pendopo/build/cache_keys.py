"""Cache keys for the pages of each agency and of the portal.

A key covers everything that those pages may depend on. While it is the same, they need not even be
planned.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pendopo.basics.fingerprints import fingerprint
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.reading.record_type import RecordType
from pendopo.site.kind import Registry


def cache_keys(
    directory: Directory, kinds: Registry, common: str, menus: Mapping[str, Any] | None = None
) -> dict[str, str]:
    """The key for the pages of each agency by its id, and for the portal's by the empty string.

    `common` is the fingerprint of everything besides the data that all pages depend on; `menus` has
    what comes from elsewhere into the menu of each agency, by its id.
    """
    own = menus or {}
    shared = {each.name: directory.facts[each.name] for each in directory.derived if not each.part}
    common = fingerprint(common, shared)
    agencies = directory.agencies.values()
    # Once for each agency, since all agencies below it are compared with it.
    shown = {each.id: _shown_below(each, directory) for each in agencies if directory.below(each)}
    keys = {
        each.id: _of_agency(
            each, directory, kinds, fingerprint(common, own.get(each.id, ())), shown
        )
        for each in agencies
    }
    return {**keys, "": _of_portal(directory, kinds, common)}


def _shown_below(agency: Agency, directory: Directory) -> str:
    """Covers what pages of agencies below may show of an agency."""
    types = directory.types_shown_below
    return fingerprint(agency, [agency.records(record_type) for record_type in types])


def _of_agency(
    agency: Agency, directory: Directory, kinds: Registry, common: str, shown: Mapping[str, str]
) -> str:
    """Covers the agency, and all that `Directory.visible_to` lets its pages see of others."""
    # Pages get no more than that part of the directory, so nothing else can change them.
    return fingerprint(
        common,
        agency,
        agency.standing,
        [agency.entry, *agency.entries.items()],
        _media(agency),
        [shown[each.id] for each in directory.above(agency)],
        directory.below(agency),
        [each.visible(directory, agency) for each in directory.derived if each.part],
        [
            (each, _briefs(each, directory.types_shown_above), _media(each))
            for each in directory.shown_above(agency)
        ],
        kinds.quoted(directory, agency),
    )


def _of_portal(directory: Directory, kinds: Registry, common: str) -> str:
    """Covers all briefs, and the records that the portal's own files show more of."""
    agencies = [*directory.agencies.values()]
    shown = [(_briefs(each, directory.types), _media(each)) for each in agencies]
    quoted = kinds.quoted(directory, None)
    return fingerprint(common, directory.portal, directory.entries, agencies, shown, quoted)


def _briefs(agency: Agency, types: Iterable[RecordType[Any, Any]]) -> list[Any]:
    return [(each.name, each.brief) for kind in types for each in agency.records(kind)]


def _media(agency: Agency) -> list[Any]:
    return [(each.name, each.digest) for each in agency.media.values()]
