"""The home page of an agency: identity, vision at a glance, news and contact details."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pendopo.basics import addresses
from pendopo.basics.markdown import plain
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.agency.labels import type_name
from pendopo.kinds.agency.linked_data import organization
from pendopo.kinds.agency.record import AgencyBrief, AgencyRecord
from pendopo.kinds.news.pages.article import Teaser, newest
from pendopo.kinds.plans.pages.vision import Statement, statement
from pendopo.kinds.plans.selection import current, label, with_goals, with_vision
from pendopo.reading.entry import Entry
from pendopo.site.context import Context
from pendopo.site.page import Page

NEWEST = 3


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    agency: Agency
    entry: Entry[AgencyRecord, AgencyBrief]
    type: str
    time_zone: str
    vision: Statement | None
    goals: str
    goals_label: str
    news: list[Teaser]
    above: list[Agency]
    below: list[tuple[Agency, str]]
    attached: Mapping[str, Attached]
    standing: str

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
        qr_code=True,
        kind=context.translate("Profile"),
        linked=lambda base: [organization(agency, agency.record, context.directory, base)],
    )


def _description(context: Context, agency: Agency) -> str:
    if agency.record.introduction:
        return plain(agency.record.introduction)
    return context.translate("Profile of {agency}.").format(agency=agency.record.name)


def _view(context: Context, agency: Agency) -> View:
    directory, today = context.directory, context.today
    plan = current(with_vision(agency, directory), today)
    goals = current(with_goals(agency), today)
    return View(
        agency=agency,
        entry=agency.entry,
        type=type_name(agency.brief.type, context.translate),
        time_zone=directory.time_zone(agency),
        vision=statement(context, agency, plan) if plan else None,
        goals=addresses.goals(agency.id) if goals else "",
        goals_label=label(goals) if goals else "",
        news=newest(context, agency, NEWEST),
        above=directory.above(agency),
        below=[
            (each, type_name(each.brief.type, context.translate))
            for each in directory.below(agency)
        ],
        attached=agency.attached(agency.entry),
        standing=agency.standing,
    )


def weight(agency: Agency) -> int:
    """Number of pages that every agency has, including the site shell's own files."""
    return 3
