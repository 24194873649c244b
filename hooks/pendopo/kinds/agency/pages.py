"""The first page of an agency: how it is reached, the panels of other kinds, and its identity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pendopo.basics import addresses
from pendopo.basics.markdown import plain
from pendopo.government.agency import Agency, Attached, by_type
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
from pendopo.site.sublists import FIRST


@dataclass(frozen=True)
class Group:
    """Agencies of one type. Both of its names are empty where all are of that type.

    `local` is the name that all of them have locally, else empty. `folded` are those after the
    first few.
    """

    title: str
    local: str
    shown: list[tuple[Agency, TypeLabel]]
    folded: list[tuple[Agency, TypeLabel]]


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
        below=[*_groups(context, below)],
        attached=agency.attached(agency.entry),
        cover=agency.cover,
        standing=agency.standing,
        history=history(context, agency),
    )


def _groups(context: Context, agencies: list[Agency]) -> Iterator[Group]:
    """Agencies by their types; where all are of one, it is named behind each instead."""
    directory, _ = context.directory, context.translate
    local, found = local_names(agencies, directory), by_type(agencies)
    for kind, of_kind in found.items():
        labels = [type_behind(each, directory, _) for each in of_kind]
        title, name = "", ""
        if len(found) > 1:
            title, name = type_plural(kind, _), local[kind]
            labels = [_without(each, name) for each in labels]
        typed = [*zip(of_kind, labels, strict=True)]
        yield Group(title, name, typed[:FIRST], typed[FIRST:])


def _without(label: TypeLabel, heading: str) -> TypeLabel:
    """A type where it says more than the heading: by another local name."""
    return label if label.local and not heading else TypeLabel()


def weight(agency: Agency) -> int:
    """Number of pages that every agency has, including the site shell's own files."""
    return 4
