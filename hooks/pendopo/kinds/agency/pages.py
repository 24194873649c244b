"""The first page of an agency: how it is reached, the panels of other kinds, and its identity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pendopo.basics import addresses
from pendopo.basics.markdown import plain
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.agency.contacts.view import Contacts, contacts
from pendopo.kinds.agency.labels import TypeLabel, local_names, type_behind, type_label, type_plural
from pendopo.kinds.agency.lifecycle.parts import History, history
from pendopo.kinds.agency.linked_data import organization
from pendopo.kinds.agency.record.agency import AgencyBrief, AgencyRecord
from pendopo.pictures.renditions import Renditions
from pendopo.reading.entry import Entry
from pendopo.reading.named_media import leading_picture
from pendopo.site.context import Context
from pendopo.site.page import Page
from pendopo.site.panel import Shown


@dataclass(frozen=True)
class Group:
    """Agencies of one type. Both of its names are empty where all are of that type.

    `local` is the name that all of them have locally, else empty.
    """

    title: str
    local: str
    agencies: list[tuple[Agency, TypeLabel]]


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    agency: Agency
    entry: Entry[AgencyRecord, AgencyBrief]
    type: TypeLabel
    time_zone: str
    contacts: Contacts | None
    panels: tuple[Shown, ...]
    above: list[tuple[Agency, TypeLabel]]
    below: list[Group]
    attached: Mapping[str, Attached]
    cover: Renditions | None
    standing: str
    history: History | None

    @property
    def record(self) -> AgencyRecord:
        """The agency's own record."""
        return self.entry.record


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the home page of an agency."""
    yield Page(
        address=addresses.profile(agency.id),
        title=agency.name,
        describe=partial(_description, context, agency),
        source=agency.entry.path,
        template="agency/profile",
        view=partial(_view, context, agency),
        agency=agency,
        menu=context.translate("Profile"),
        updated=agency.brief.updated,
        picture=leading_picture(agency.entry.media),
        qr_code=True,
        kind=context.translate("Profile"),
        linked=lambda base: [organization(agency, context, base)],
    )


def _description(context: Context, agency: Agency) -> str:
    if agency.record.introduction:
        return plain(agency.record.introduction)
    return context.translate("Profile of {agency}.").format(agency=agency.record.name)


def _view(context: Context, agency: Agency) -> View:
    directory = context.directory
    below = [each for each in directory.below(agency) if not each.brief.has_ended(context.today)]

    def typed(agencies: list[Agency]) -> list[tuple[Agency, TypeLabel]]:
        return [(each, type_behind(each, directory, context.translate)) for each in agencies]

    return View(
        agency=agency,
        entry=agency.entry,
        type=type_label(agency, directory, context.translate),
        time_zone=directory.time_zone(agency),
        contacts=contacts(context, agency),
        panels=context.kinds.panels(context, agency),
        above=typed(directory.above(agency)[::-1]),
        below=_by_type(context, below),
        attached=agency.attached(agency.entry),
        cover=agency.cover,
        standing=agency.standing,
        history=history(context, agency),
    )


def _by_type(context: Context, agencies: list[Agency]) -> list[Group]:
    """Agencies by their types, in the order in which these first come."""
    directory, _ = context.directory, context.translate
    local = local_names(agencies, directory)
    found: dict[str, list[tuple[Agency, TypeLabel]]] = {kind: [] for kind in local}
    for each in agencies:
        found[each.brief.type].append((each, type_behind(each, directory, _)))
    if len(found) < 2:
        return [Group("", "", group) for group in found.values()]
    return [
        Group(type_plural(kind, _), local[kind], _without(group, local[kind]))
        for kind, group in found.items()
    ]


def _without(group: list[tuple[Agency, TypeLabel]], heading: str) -> list[tuple[Agency, TypeLabel]]:
    """Agencies with their types where these say more than the heading: by other local names."""
    return [(each, label if label.local and not heading else TypeLabel()) for each, label in group]


def weight(agency: Agency) -> int:
    """Number of pages that every agency has, including the site shell's own files."""
    return 4
