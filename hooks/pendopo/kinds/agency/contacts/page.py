"""The page that says in full how an agency is reached."""

from collections.abc import Iterator
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.agency.contacts.inherited import channels, has_any, officer
from pendopo.kinds.agency.contacts.view import address, contacts
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence, Item
from pendopo.site.linked_data import reference
from pendopo.site.page import Page


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the page of an agency of which anything is known."""
    if not has_any(context.directory, agency):
        return
    _ = context.translate
    yield Page(
        address=address(agency),
        title=_("Contact"),
        describe=lambda: _(
            "How to reach {agency}: address, telephone, opening hours, complaints, "
            "public information."
        ).format(agency=agency.name),
        source=agency.entry.path,
        template="agency/contact",
        view=partial(contacts, context, agency),
        agency=agency,
        menu=_("Contact"),
        updated=agency.brief.updated,
        kind=_("Contact"),
        linked=lambda base: [{"@type": "ContactPage", "mainEntity": reference(agency, base)}],
    )


def evidence(context: Context, agency: Agency) -> Iterator[Evidence]:
    """What an agency says of itself and of how it is reached, or those above it for it."""
    found: set[Item] = {each for each in ITEMS if each in agency.brief.shows}
    directory = context.directory
    if channels(directory, agency):
        found.add("complaints")
    if inherited := officer(directory, agency):
        found.add("information-officer")
        if inherited.found.has_procedure:
            found.add("information-procedure")
    _, day = context.translate, agency.brief.updated
    for item in ITEMS:
        if item in found:
            own = item == "identity"
            place = f"{agency.id}/" if own else address(agency)
            yield Evidence(item, _("Profile") if own else _("Contact"), place, day)


ITEMS: tuple[Item, ...] = (
    "identity",
    "contacts",
    "hours",
    "complaints",
    "information-officer",
    "information-procedure",
)
