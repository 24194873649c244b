"""Rules for the key `formerly`: what it names is free, and only one says that it was that."""

from collections.abc import Iterator, Sequence

from pendopo.government.agency import Agency
from pendopo.kinds.redirects.resolved import above
from pendopo.problems.problem import Problem
from pendopo.reading.former import folder_named
from pendopo.site.context import Context
from pendopo.site.kind import Taken


def former_site_rules(
    context: Context, taken: Taken, known: Sequence[Problem]
) -> Iterator[Problem]:
    """No former name is that of something that is there, and none stands twice."""
    agencies = context.directory.agencies
    reserved = {folder for each in taken.reserved for folder in above(each)}
    first: dict[str, str] = {}
    for agency in agencies.values():
        for index, typed in enumerate(agency.brief.formerly):
            name, place = folder_named(typed, agency.id), ("formerly", index)
            if name == agency.id:
                yield agency.entry.problem(place, "formerly-itself", value=typed)
            elif name in agencies:
                yield agency.entry.problem(place, "formerly-taken", value=name)
            elif name in reserved or _is_reserved(name, context):
                yield agency.entry.problem(place, "formerly-reserved", value=name)
            elif name in first:
                yield agency.entry.problem(place, "formerly-twice", value=name, other=first[name])
            first.setdefault(name, agency.id)
        yield from _of_records(agency)


def _of_records(agency: Agency) -> Iterator[Problem]:
    names = {(each.type.name, each.name) for each in agency.all_entries()}
    first: dict[tuple[str, str], str] = {}
    for entry in agency.all_entries():
        for index, name in enumerate(entry.formers):
            place, key = ("formerly", index), (entry.type.name, name)
            if name == entry.name:
                yield entry.problem(place, "formerly-itself", value=name)
            elif key in names:
                yield entry.problem(place, "formerly-taken", value=name)
            elif key in first:
                yield entry.problem(place, "formerly-twice", value=name, other=first[key])
            first.setdefault(key, entry.name)


def _is_reserved(name: str, context: Context) -> bool:
    """Whether a page of the site itself has the address of such an agency."""
    links = context.kinds.links
    return name.rpartition("/")[2] in (links.agency_names if "/" in name else links.portal_names)
