"""The free pages of an agency, and their panel on its first page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pendopo.basics.markdown import plain
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.pages.record import FREE_PAGE, FreePage, FreePageBrief
from pendopo.kinds.pages.rules import MOST_IN_MENU
from pendopo.pictures.renditions import Renditions
from pendopo.reading.named_media import leading_picture
from pendopo.site.context import Context
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase, Page
from pendopo.site.panel import Panel, Rank

NAME = "profil"


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    entry: FreePage
    pictures: Mapping[str, Renditions]
    attached: Mapping[str, Attached]


@dataclass(frozen=True)
class PanelView:
    """The data of the panel: each page with its address."""

    pages: tuple[tuple[FreePageBrief, str], ...]


def address(agency: Agency, entry: FreePage) -> str:
    """Return where a free page stands."""
    return f"{agency.id}/{NAME}/{entry.name}/"


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield all free pages of an agency; the first ones stand in its menu."""
    for number, entry in enumerate(agency.records(FREE_PAGE)):
        yield Page(
            address=address(agency, entry),
            title=entry.brief.title,
            describe=partial(_description, entry),
            source=entry.path,
            template="pages/page",
            view=partial(View, entry, agency.pictures(entry), agency.attached(entry)),
            agency=agency,
            menu=entry.brief.menu if number < MOST_IN_MENU else "",
            menu_written=True,
            updated=entry.brief.updated,
            picture=leading_picture(entry.media),
            kind=context.translate("Profile"),
            linked=partial(_linked, context, agency, entry),
        )


def _description(entry: FreePage) -> str:
    return entry.brief.summary or plain(entry.record.body)


def _linked(
    context: Context, agency: Agency, entry: FreePage, base: LinkedBase
) -> list[dict[str, Any]]:
    """Return the page as an AboutPage of schema.org."""
    brief = entry.brief
    return [
        stated(
            {
                "@type": "AboutPage",
                "name": brief.title,
                "description": brief.summary,
                "url": base(address(agency, entry)),
                "about": reference(agency, base),
                "dateModified": brief.updated,
                "image": [base(each.large) for each in agency.pictures(entry).values()],
                "inLanguage": context.language,
            }
        )
    ]


def _panel(context: Context, agency: Agency | None) -> PanelView | None:
    found = agency.records(FREE_PAGE) if agency else ()
    shown = tuple((each.brief, address(agency, each)) for each in found) if agency else ()
    return PanelView(shown) if shown else None


PANEL = Panel(Rank.BACKGROUND, "pages/panel", _panel)


def weight(agency: Agency) -> int:
    """Return the number of an agency's free pages."""
    return len(agency.records(FREE_PAGE))
