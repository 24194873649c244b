"""Cache keys of the pages of each agency, and of the portal's.

A key covers all that those pages may be made of. As long as it is the same, they need not even be
planned.
"""

from collections.abc import Iterable
from typing import Any

from pendopo.basics.fingerprints import fingerprint
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.reading.record_type import RecordType
from pendopo.site.kind import Registry


def cache_keys(directory: Directory, kinds: Registry, common: str) -> dict[str, str]:
    """The key of each agency's pages by its id, and of the portal's by the empty text.

    `common` is the fingerprint of what all pages are made of beside the data.
    """
    shared = {each.name: directory.facts[each.name] for each in directory.derived if not each.part}
    common = fingerprint(common, shared)
    agencies = directory.agencies.values()
    keys = {each.id: _of_agency(each, directory, kinds, common) for each in agencies}
    return {**keys, "": _of_portal(directory, kinds, common)}


def _of_agency(agency: Agency, directory: Directory, kinds: Registry, common: str) -> str:
    """All that `Directory.visible_to` leaves of the others."""
    below = directory.types_shown_below
    return fingerprint(
        common,
        agency,
        [agency.entry, *agency.entries.items()],
        _media(agency),
        [
            (each, [each.records(record_type) for record_type in below])
            for each in directory.above(agency)
        ],
        directory.below(agency),
        [each.visible(directory, agency) for each in directory.derived if each.part],
        [
            (each, _briefs(each, directory.types_shown_above), _media(each))
            for each in directory.shown_above(agency)
        ],
        kinds.quoted(directory, agency),
    )


def _of_portal(directory: Directory, kinds: Registry, common: str) -> str:
    """All briefs, and the records of which the portal's own files hold more."""
    agencies = [*directory.agencies.values()]
    shown = [(_briefs(each, directory.types), _media(each)) for each in agencies]
    quoted = kinds.quoted(directory, None)
    return fingerprint(common, directory.portal, directory.entries, agencies, shown, quoted)


def _briefs(agency: Agency, types: Iterable[RecordType[Any, Any]]) -> list[Any]:
    return [(each.name, each.brief) for kind in types for each in agency.records(kind)]


def _media(agency: Agency) -> list[Any]:
    return [(each.name, each.digest) for each in agency.media.values()]
