"""The directory of all agencies: one page with the tree, one for each type of agency."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from .. import addresses
from ..directory import Agency
from ..labels import type_name, type_plural
from ..page import Context, Link, Page


@dataclass(frozen=True)
class TypeCount:
    """A type of agency with the page that lists its agencies; `type` is empty for all."""

    type: str
    label: str
    address: str
    count: int


@dataclass(frozen=True)
class Branch:
    """An agency with all that is below it, and the names of those above it."""

    agency: Agency
    type: str
    below: list["Branch"]
    above: list[Agency]


@dataclass(frozen=True)
class View:
    """What the template prints."""

    title: str
    chosen: str
    types: list[TypeCount]
    branches: list[Branch]


def pages(context: Context) -> Iterator[Page]:
    """The directory as a tree, then a list for each type."""
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
        template="directory",
        view=lambda: _tree(context),
        menu=_("All agencies"),
    )
    for each in types(context):
        yield _page_of_type(context, each)


def types(context: Context) -> list[TypeCount]:
    """The types that occur, the most frequent first."""
    counts: dict[str, int] = {}
    for agency in context.directory.agencies.values():
        counts[agency.brief.type] = counts.get(agency.brief.type, 0) + 1
    return [
        TypeCount(
            name,
            type_plural(name, context.translate),
            addresses.agencies_of_type(name),
            counts[name],
        )
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    ]


def _page_of_type(context: Context, chosen: TypeCount) -> Page:
    _ = context.translate
    return Page(
        address=chosen.address,
        title=_("All agencies: {type}").format(type=chosen.label),
        describe=partial(
            _("All agencies of the type {type} in {portal}.").format,
            type=chosen.label,
            portal=context.directory.portal.name,
        ),
        source="portal.yml",
        template="directory",
        view=lambda: _list(context, chosen),
        trail=(Link(_("All agencies"), addresses.DIRECTORY),),
    )


def _tree(context: Context) -> View:
    def branch(agency: Agency) -> Branch:
        below = [branch(each) for each in context.directory.below(agency)]
        return Branch(agency, type_name(agency.brief.type, context.translate), below, [])

    branches = [branch(agency) for agency in context.directory.below(None)]
    return View(context.translate("All agencies"), "", types(context), branches)


def _list(context: Context, chosen: TypeCount) -> View:
    found = [a for a in context.directory.agencies.values() if a.brief.type == chosen.type]
    branches = [
        Branch(agency, chosen.label, [], context.directory.above(agency))
        for agency in sorted(found, key=lambda agency: (agency.name, agency.id))
    ]
    return View(chosen.label, chosen.type, types(context), branches)
