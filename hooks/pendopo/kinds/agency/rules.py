"""Rules that check agencies."""

from collections.abc import Collection, Iterator

from pendopo.basics.locations import Location
from pendopo.basics.translations import translations
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.contacts.rules import contact_rules
from pendopo.kinds.agency.labels import type_name
from pendopo.kinds.agency.lifecycle.rules import status_rules
from pendopo.kinds.agency.record.agency import AgencyRecord
from pendopo.pictures.renditions import COVER_RATIOS, WIDTHS
from pendopo.problems.problem import Problem
from pendopo.reading.fields import MediaUse
from pendopo.reading.finding import Finding
from pendopo.reading.record import alt_rules, picture_rules

MOST_MAINTAINERS = 20
SMALLEST_COVER = (WIDTHS[-1], round(WIDTHS[-1] / COVER_RATIOS[-1]))
"""Width and height in pixels."""


def agency_rules(agency: AgencyRecord) -> Iterator[Finding]:
    """Maintainers are few, emblem and cover have alt text, and contacts are sound."""
    if len(agency.maintainers) > MOST_MAINTAINERS:
        yield Finding(("maintainers",), "maintainers-many", {"limit": MOST_MAINTAINERS})
    if agency.emblem:
        yield from alt_rules(agency.emblem.alt, ("emblem", "alt"))
    if agency.cover:
        yield from picture_rules(agency.cover, ("cover",))
    yield from contact_rules(agency)
    yield from type_names_rule(agency)
    yield from status_rules(agency)


def type_names_rule(agency: AgencyRecord) -> Iterator[Finding]:
    """What a type is called locally differs from what it is called by law."""
    named: list[tuple[Location, str, str]] = [
        (("type_names", key), key, name) for key, name in agency.type_names.items()
    ]
    if agency.type_name:
        named.append((("type_name",), agency.type, agency.type_name))
    for location, key, name in named:
        legal = {key.replace("-", " "), type_name(key, translations("id").gettext).casefold()}
        if name.casefold() in legal:
            yield Finding(location, "type-name-legal", {"value": name})


def types_named(agency: Agency, directory: Directory, paths: Collection[str]) -> Iterator[Problem]:
    """A type that is given a local name is that of the agency, or of one below."""
    if not agency.brief.type_names:
        return
    types = {each.brief.type for each in (agency, *directory.all_below(agency))}
    for key, name in agency.brief.type_names:
        if key not in types:
            values = {"type": key, "value": name}
            yield agency.entry.problem(("type_names", key), "type-name-nobody", **values)


def cover_is_large(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A cover has as many pixels as are published of it, and as a wide screen shows."""
    for file, use, location, _ in agency.entry.media:
        if use != MediaUse.COVER.value or file not in agency.media:
            continue
        found, (width, height) = agency.media[file], SMALLEST_COVER
        if found.width < width or found.height < height:
            values = {"value": file, "width": found.width, "height": found.height}
            yield agency.entry.problem(location, "cover-small", **values, across=width, down=height)


def code_of_parent(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A region code starts with the code of the nearest agency above that has one."""
    code = agency.brief.region_code
    for above in reversed(directory.above(agency)):
        if code and (start := above.brief.region_code):
            if code != start and not code.startswith(f"{start}."):
                values = {"value": code, "parent": start, "name": above.name}
                yield agency.entry.problem(("region_code",), "region-code-parent", **values)
            return
