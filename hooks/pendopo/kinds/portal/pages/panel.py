"""The panel of the front page: the agencies, by type or each top one with those below it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.government.agency import Agency, by_type
from pendopo.kinds.portal.pages.agencies import TypeCount, types
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank
from pendopo.site.sublists import FIRST

FEW = 40
"""More agencies at the top than this stand by type, without those below them."""


@dataclass(frozen=True)
class Group:
    """The agencies of one type: all of them, and as many of those as are named."""

    type: TypeCount
    count: int
    named: list[Agency]


@dataclass(frozen=True)
class View:
    """The data that the template prints.

    `top` is the one agency at the top, if it is alone there, and `groups` are those below it. Of a
    few at the top `cards` has each with those below it; of many `groups` has all. `types` are
    those that have agencies which stand in no group.
    """

    top: Agency | None
    groups: list[Group]
    cards: list[tuple[Agency, list[Agency]]]
    types: list[TypeCount]
    count: int


def _view(context: Context, agency: Agency | None) -> View | None:
    directory = context.living
    first = directory.below(None)
    if agency or not first:
        return None
    top = first[0] if len(first) == 1 else None
    many = len(first) > FEW
    groups = [*_groups(context, directory.below(top) if top else first if many else [])]
    cards = [] if top or many else [(each, directory.below(each)) for each in first]
    further = [*_further(context, top, groups)]
    return View(top, groups, cards, further, len(directory.agencies))


def _groups(context: Context, agencies: list[Agency]) -> Iterator[Group]:
    kinds = {each.type: each for each in types(context)}
    for kind, found in by_type(agencies).items():
        yield Group(kinds[kind], len(found), found[:FIRST])


def _further(context: Context, top: Agency | None, groups: list[Group]) -> Iterator[TypeCount]:
    shown = {each.type.type for each in groups}
    for each in types(context):
        is_top = top and top.brief.type == each.type and each.count == 1
        if each.type not in shown and not is_top:
            yield each


PANEL = Panel(Rank.PEOPLE, "portal/panel", _view)
