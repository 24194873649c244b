"""The agenda: what is to come by month, and an archive of each year; of an agency, and of all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from pendopo.basics.translations import month_name
from pendopo.government.agency import Agency
from pendopo.kinds.events.listed import ALL, Listed, coming, list_address, listed
from pendopo.kinds.events.machines.calendars import alternate
from pendopo.kinds.events.record import EVENT
from pendopo.site.context import Context
from pendopo.site.page import Alternate, Link, Page, latest
from pendopo.site.paging import Part, below, parts


@dataclass(frozen=True)
class Month:
    """The events of a month: its number `2026-03`, its name, and the events."""

    number: str
    name: str
    events: list[Listed]


@dataclass(frozen=True)
class View:
    """The data that the template prints; `agency` is None for the portal.

    `years` are links to the archive, each with its number of events; `calendar` is None in it.
    """

    agency: Agency | None
    part: Part[Listed]
    months: list[Month]
    years: list[tuple[Link, int]]
    calendar: Alternate | None


def of_all(context: Context) -> Iterator[Page]:
    """Yield the agenda of all agencies; nothing if there are no events."""
    yield from _pages(context, None, context.translate("Agenda of all agencies"))


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the agenda of an agency; nothing if it has no events."""
    yield from _pages(context, agency, context.translate("Agenda"))


def links(context: Context) -> Iterator[Link]:
    """Yield the link to the agenda of all agencies, if there are any events."""
    if any(each.records(EVENT) for each in context.directory.agencies.values()):
        yield Link(context.translate("Agenda of all agencies"), ALL)


def _pages(context: Context, agency: Agency | None, title: str) -> Iterator[Page]:
    calendar = alternate(context, agency)
    if calendar is None:
        return
    years = _years(context, agency)
    place = list_address(agency)
    of_years = [(Link(year, f"{place}{year}/"), len(found)) for year, found in years.items()]
    for part in parts(coming(context, agency), below(place)):
        yield _page(context, agency, title, part, of_years if part.first else [], calendar)
    for year, found in years.items():
        named = context.translate("{title} of {time}").format(title=title, time=year)
        for part in parts(found, below(f"{place}{year}/")):
            yield _page(context, agency, named, part, [], None, Link(title, place))


def _years(context: Context, agency: Agency | None) -> dict[str, list[Listed]]:
    """Return the past events by year, the newest first."""
    found: dict[str, list[Listed]] = defaultdict(list)
    for each in reversed(listed(context, agency)):
        if each.over:
            found[each.brief.day[:4]].append(each)
    return found


def _page(  # noqa: PLR0913, PLR0917
    context: Context,
    agency: Agency | None,
    title: str,
    part: Part[Listed],
    years: list[tuple[Link, int]],
    calendar: Alternate | None,
    above: Link | None = None,
) -> Page:
    _ = context.translate
    described = _("{title}: {owner}.")
    owner = agency.name if agency else context.directory.portal.name
    start = part.address.partition("halaman/")[0]
    trail = (*((above,) if above else ()), *(() if part.first else (Link(title, start),)))
    shown = calendar if part.first else None
    return Page(
        address=part.address,
        title=part.title(title, _),
        describe=partial(described.format, title=title, owner=owner),
        source=agency.entry.path if agency else "portal.yml",
        template="events/list",
        view=lambda: View(agency, part, [*_months(context, part.items)], years, shown),
        agency=agency,
        menu=title if shown else "",
        trail=trail,
        previous=part.previous,
        next=part.next,
        updated=latest(each.brief.updated for each in part.items),
        alternates=(shown,) if shown else (),
    )


def _months(context: Context, events: Sequence[Listed]) -> Iterator[Month]:
    for number, found in groupby(events, key=lambda each: each.brief.day[:7]):
        yield Month(number, month_name(f"{number}-01", context.language), [*found])
