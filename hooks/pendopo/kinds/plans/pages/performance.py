"""Performance of all agencies: key figures, each with the list of agencies behind it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pendopo.basics import addresses
from pendopo.basics.translations import N_
from pendopo.government.agency import Agency
from pendopo.kinds.plans.pages.bar import Bar
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.results import State, counts
from pendopo.kinds.plans.selection import current, label, status
from pendopo.site.context import Context
from pendopo.site.page import Link, Page, latest
from pendopo.site.sublists import sublists


@dataclass(frozen=True)
class Performance:
    """An agency with its plan in force, if it has one, and the states of that plan's indicators.

    `profile` and `address` are the addresses of the agency and of the plan; `updated` is the day of
    the plan's last update.
    """

    name: str
    profile: str
    period: str
    address: str
    bar: Bar
    updated: str = ""

    @property
    def states(self) -> Mapping[State, int]:
        """The number of indicators in each state."""
        return self.bar.counts

    @property
    def reported(self) -> int:
        """The number of indicators that have an actual."""
        waiting = ("not reported", "not yet due")
        return sum(count for state, count in self.states.items() if state not in waiting)

    @property
    def late(self) -> bool:
        """Whether any indicator is behind or worsening."""
        return bool(self.states.get("behind") or self.states.get("worsening"))


class Group(NamedTuple):
    """A group of agencies: address, label, the rule in words, and the rule as a function."""

    name: str
    label: str
    rule: str
    holds: Callable[[Performance], bool]


GROUPS = (
    Group(
        "rencana-berlaku",
        N_("have a plan in force"),
        N_("The period of one of their plans includes this year."),
        lambda each: bool(each.address),
    ),
    Group(
        "tanpa-rencana",
        N_("have no plan in force"),
        N_("No plan of theirs is published here whose period includes this year."),
        lambda each: not each.address,
    ),
    Group(
        "punya-indikator",
        N_("have promised something measurable"),
        N_("Their plan in force has indicators."),
        lambda each: each.bar.total > 0,
    ),
    Group(
        "melaporkan-realisasi",
        N_("report actuals"),
        N_("At least one indicator of their plan in force has an actual."),
        lambda each: each.reported > 0,
    ),
    Group(
        "sesuai-rencana",
        N_("are on course"),
        N_("All that is due is reported, and no indicator is behind or worsening."),
        lambda each: each.reported > 0 and not each.late and "not reported" not in each.states,
    ),
    Group(
        "tertinggal",
        N_("have an indicator behind its target"),
        N_("At least one indicator is behind or worsening."),
        lambda each: each.late,
    ),
)


@dataclass(frozen=True)
class Number:
    """The number of agencies in a group, and the address of their list."""

    label: str
    rule: str
    count: int
    address: str


@dataclass(frozen=True)
class View:
    """The data that the template prints: all numbers, the list of one group, or a sublist of it.

    `bar` is the sum of all agencies that are shown.
    """

    bar: Bar
    total: int
    numbers: list[Number]
    rule: str
    listed: list[Performance]
    parts: list[Number]


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of all numbers, then one list per number."""
    _ = context.translate
    if not any(agency.records(PLAN) for agency in context.living.agencies.values()):
        return
    found = standings(context)
    groups = {
        group.name: [name for name, each in found.items() if group.holds(each)] for group in GROUPS
    }
    portal = context.directory.portal.name
    numbers = [
        Number(
            _(group.label),
            _(group.rule),
            len(groups[group.name]),
            addresses.performance(group.name),
        )
        for group in GROUPS
    ]
    yield Page(
        address=addresses.performance(),
        title=_("Promises and results"),
        describe=partial(
            _("How the agencies of {portal} keep their promises.").format, portal=portal
        ),
        source="portal.yml",
        template="plans/performance",
        view=lambda: View(of_all(context), len(found), numbers, "", [], []),
        menu=_("Promises and results"),
        updated=latest(each.updated for each in found.values()),
    )
    for group in GROUPS:
        yield from _lists(context, group, {name: found[name] for name in groups[group.name]})


def _lists(context: Context, group: Group, found: Mapping[str, Performance]) -> Iterator[Page]:
    """Yield the list of the agencies of a group, on as many pages as needed."""
    _ = context.translate
    directory = context.directory
    name = _("Agencies that {group}").format(group=_(group.label))
    trail = [Link(_("Promises and results"), addresses.performance())]
    for sublist in sublists(directory, (directory.agencies[each] for each in found)):
        title = f"{name}: {sublist.within.name}" if sublist.within else name
        listed = [found[each.id] for each in sublist.listed]
        further = [
            Number(each.name, "", count, addresses.performance(group.name, each.id))
            for each, count in sublist.branches
        ]
        yield Page(
            address=addresses.performance(group.name, sublist.within.id if sublist.within else ""),
            title=title,
            describe=partial("{}: {}".format, directory.portal.name, title),
            source="portal.yml",
            template="plans/performance",
            view=partial(View, total(listed), 0, [], _(group.rule), listed, further),
            updated=latest(each.updated for each in listed),
            trail=tuple(trail),
        )
        if not sublist.within:
            trail.append(Link(name, addresses.performance(group.name)))


def standings(context: Context) -> Mapping[str, Performance]:
    """Return how all agencies that have not ended keep their promises, by their id."""
    living = context.living.in_order
    return context.once("standings", lambda: {each.id: _standing(context, each) for each in living})


def of_all(context: Context) -> Bar:
    """Return the states of the indicators of all plans in force."""
    return total(standings(context).values())


def total(found: Iterable[Performance]) -> Bar:
    """Return the states of the indicators of several agencies together."""
    counted = Counter[State]()
    for each in found:
        counted.update(each.states)
    return Bar.of(counted)


def _standing(context: Context, agency: Agency) -> Performance:
    in_force = [plan for plan in agency.records(PLAN) if status(plan, context.today) == "in force"]
    measured = [plan for plan in in_force if plan.brief.indicators]
    plan: Plan | None = current(measured or in_force, context.today)
    profile = addresses.profile(agency.id)
    if plan is None:
        return Performance(agency.name, profile, "", "", Bar({}))
    brief = plan.brief
    return Performance(
        agency.name,
        profile,
        label(plan),
        addresses.plan(agency.id, plan.name),
        Bar(counts(brief.standings, brief.start, context.today.year)),
        brief.updated,
    )


def links(context: Context) -> Iterator[Link]:
    """Yield the link to the page of promises and results, if there are any plans."""
    if any(each.records(PLAN) for each in context.living.agencies.values()):
        yield Link(context.translate("Promises and results"), addresses.PERFORMANCE)
