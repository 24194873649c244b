"""The directory of all agencies: one page with the tree, and one list per type of agency."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pendopo.basics import addresses
from pendopo.government.agency import RANKS, Agency
from pendopo.kinds.agency.labels import TypeLabel, local_names, type_behind, type_plural
from pendopo.kinds.agency.lifecycle.parts import Former, former
from pendopo.site.context import Context
from pendopo.site.page import Link, Page, latest
from pendopo.site.sublists import LONGEST, Sublist, sublists


@dataclass(frozen=True)
class TypeCount:
    """A type of agency with the page that lists its agencies.

    The label has a local name only where all of them share it.
    """

    type: str
    label: TypeLabel
    address: str
    count: int


@dataclass(frozen=True)
class Part:
    """A sublist of a list that is too long."""

    label: str
    address: str
    count: int


@dataclass(frozen=True)
class Branch:
    """An agency with the agencies below it and those above it.

    If the tree is too long, only its upper levels are shown; `hidden` counts the agencies left out.
    """

    agency: Agency
    type: TypeLabel
    below: list["Branch"]
    above: list[Agency]
    hidden: int = 0


@dataclass(frozen=True)
class View:
    """The data that the template prints; `within` is the agency to which a sublist is limited.

    `chosen` is None for the list of all agencies.
    """

    chosen: TypeCount | None
    within: str
    types: list[TypeCount]
    branches: list[Branch]
    parts: list[Part]
    former: tuple[Former, ...] = ()


def pages(context: Context) -> Iterator[Page]:
    """Yield the directory as a tree, then one list per type."""
    _ = context.translate
    if not context.directory.agencies:
        return
    yield Page(
        address=addresses.DIRECTORY,
        title=_("All agencies"),
        describe=partial(
            _("All agencies of {portal}, from the top down.").format,
            portal=context.directory.portal.name,
        ),
        source="portal.yml",
        template="portal/agencies",
        view=lambda: _tree(context),
        menu=_("All agencies"),
        updated=latest(each.brief.updated for each in context.directory.agencies.values()),
    )
    for each in types(context):
        yield from _pages_of_type(context, each)


def types(context: Context) -> list[TypeCount]:
    """Return the types that occur, in the order of protocol."""
    return context.once("types", lambda: _types(context))


def _types(context: Context) -> list[TypeCount]:
    agencies = [*context.living.agencies.values()]
    counts = Counter(each.brief.type for each in agencies)
    local = local_names(agencies, context.directory)
    return [
        TypeCount(
            name,
            TypeLabel(type_plural(name, context.translate), local[name]),
            addresses.agencies_of_type(name),
            counts[name],
        )
        for name in sorted(counts, key=RANKS.__getitem__)
    ]


def _pages_of_type(context: Context, chosen: TypeCount) -> Iterator[Page]:
    _ = context.translate
    directory = context.directory
    found = [each for each in context.living.agencies.values() if each.brief.type == chosen.type]
    found.sort(key=lambda agency: agency.order)
    trail = [Link(_("All agencies"), addresses.DIRECTORY)]
    name, local = chosen.label
    whole = f"{name} ({local})" if local else name
    for sublist in sublists(directory, found):
        label = whole
        if sublist.within:
            label = _("{type} in {agency}").format(type=whole, agency=sublist.within.name)
        yield Page(
            address=addresses.agencies_of_type(
                chosen.type, sublist.within.id if sublist.within else ""
            ),
            title=_("All agencies: {type}").format(type=label),
            describe=partial(
                _("All agencies of the type {type} in {portal}.").format,
                type=label,
                portal=directory.portal.name,
            ),
            source="portal.yml",
            template="portal/agencies",
            view=partial(_list, context, chosen, sublist),
            updated=latest(each.brief.updated for each in sublist.listed),
            trail=tuple(trail),
        )
        if not sublist.within:
            trail.append(Link(whole, chosen.address))


def _tree(context: Context) -> View:
    """Return the whole tree, or as many levels as fit on one page."""
    directory = context.living
    above = {each.id: directory.above(each) for each in directory.agencies.values()}
    levels = Counter(map(len, above.values()))
    deepest = 0
    while sum(levels[depth] for depth in range(deepest + 2)) <= LONGEST and levels[deepest + 1]:
        deepest += 1
    counts = Counter(each.id for chain in above.values() for each in chain)

    def branch(agency: Agency) -> Branch:
        shown = len(above[agency.id]) < deepest
        below = [branch(each) for each in directory.below(agency)] if shown else []
        label = type_behind(agency, context.directory, context.translate)
        return Branch(agency, label, below, [], 0 if shown else counts[agency.id])

    branches = [branch(agency) for agency in directory.below(None)]
    return View(None, "", types(context), branches, [], tuple(former(context)))


def _list(context: Context, chosen: TypeCount, sublist: Sublist) -> View:
    directory = context.directory

    def label(agency: Agency) -> TypeLabel:
        # What all of them are called stands in the heading.
        found = type_behind(agency, directory, context.translate)
        return found if found.local and not chosen.label.local else TypeLabel()

    branches = [Branch(each, label(each), [], directory.above(each)) for each in sublist.listed]
    further = [
        Part(agency.name, addresses.agencies_of_type(chosen.type, agency.id), count)
        for agency, count in sorted(sublist.branches, key=lambda branch: branch[0].order)
    ]
    within = sublist.within.name if sublist.within else ""
    return View(chosen, within, types(context), branches, further)


def links(context: Context) -> Iterator[Link]:
    """Yield links to the front page and, if there are agencies, to the directory."""
    _ = context.translate
    yield Link(_("Home"), addresses.PORTAL)
    if context.directory.agencies:
        yield Link(_("All agencies"), addresses.DIRECTORY)
