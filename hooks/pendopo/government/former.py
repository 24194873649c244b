"""The ids that agencies had before their folders, or those of agencies above, were renamed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pendopo.government.agency import Agency
from pendopo.reading.former import folder_named

MOST = 50
"""Former ids of one agency: each agency above multiplies those of the ones below."""


def with_formers(agencies: Mapping[str, Agency]) -> dict[str, Agency]:
    """The agencies, of which each comes after the one above it, with their former ids."""
    found: dict[str, Agency] = {}
    for name, agency in agencies.items():
        formers = _formers(agency, agencies, found)
        found[name] = replace(agency, formers=formers) if formers else agency
    return found


def _formers(
    agency: Agency, agencies: Mapping[str, Agency], known: Mapping[str, Agency]
) -> tuple[str, ...]:
    own = (folder_named(each, agency.id) for each in agency.brief.formerly)
    ids = dict.fromkeys(each for name in (*own, agency.id) for each in _variants(name, known))
    return tuple(each for each in ids if each not in agencies)[:MOST]


def _variants(name: str, known: Mapping[str, Agency]) -> Iterator[str]:
    """An id with the former ids of the nearest agency above, the oldest first; then itself."""
    for above in _above(name):
        if above in known:
            yield from (f"{each}{name.removeprefix(above)}" for each in known[above].formers)
            break
    yield name


def _above(name: str) -> Iterable[str]:
    parts = name.split("/")[:-1]
    return ("/".join(parts[:end]) for end in range(len(parts), 0, -1))
