"""The page of one official: the posts, and what the agency says of the person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pendopo.basics.markdown import plain
from pendopo.government.agency import Agency
from pendopo.kinds.officials import linked_data
from pendopo.kinds.officials.holders import (
    Holding,
    address,
    holders,
    list_address,
)
from pendopo.kinds.officials.record import OFFICIAL, Official, OfficialRecord
from pendopo.pictures.renditions import Renditions
from pendopo.site.context import Context
from pendopo.site.page import Link, LinkedBase, Page


@dataclass(frozen=True)
class View:
    """The data that the template prints; `current` are the posts held today, `earlier` others."""

    entry: Official
    portrait: Renditions | None
    current: Sequence[Holding]
    earlier: Sequence[Holding]

    @property
    def record(self) -> OfficialRecord:
        """The record of the official."""
        return self.entry.record

    @property
    def held(self) -> list[Holding]:
        """All posts, those of today first."""
        return [*self.current, *self.earlier]

    def decree(self, held: Holding) -> str:
        """The decree of a term; empty if it is not named."""
        return next(
            (
                each.decree or ""
                for each in self.record.terms
                if (each.post, each.since, each.status) == (held.post, held.since, held.status)
            ),
            "",
        )


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield a page for each official."""
    for entry in agency.records(OFFICIAL):
        yield _page(context, agency, entry)


def weight(agency: Agency) -> int:
    """Number of pages of an agency's officials."""
    found = len(agency.records(OFFICIAL))
    return found + bool(found)


def _page(context: Context, agency: Agency, entry: Official) -> Page:
    _, brief = context.translate, entry.brief
    return Page(
        address=address(agency, entry.name),
        title=brief.printed,
        describe=partial(_described, context, agency, entry),
        source=entry.path,
        template="officials/person",
        view=partial(_view, context, agency, entry),
        agency=agency,
        trail=(Link(_("Officials"), list_address(agency)),),
        updated=brief.updated,
        picture=entry.named(brief.portrait),
        kind=_("Official"),
        linked=partial(_linked, context, agency, entry),
    )


def _view(context: Context, agency: Agency, entry: Official) -> View:
    found = holders(context, agency)
    return View(
        entry,
        agency.picture(entry.named(entry.brief.portrait)),
        found.current_of.get(entry.name, ()),
        found.earlier_of.get(entry.name, ()),
    )


def _described(context: Context, agency: Agency, entry: Official) -> str:
    held = holders(context, agency).current_of.get(entry.name, ())
    named = "; ".join([*(each.full_title for each in held), agency.name])
    said = plain(entry.record.biography) if entry.record.biography else ""
    return f"{named}. {said}".strip()


def _linked(
    context: Context, agency: Agency, entry: Official, base: LinkedBase
) -> list[dict[str, Any]]:
    found = holders(context, agency)
    held = [*found.current_of.get(entry.name, ()), *found.earlier_of.get(entry.name, ())]
    return [linked_data.official(agency, entry, held, base)]
