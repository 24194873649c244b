"""The surveys of an agency: a list, and a page for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from pendopo.basics.translations import number
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.services.record.service import SERVICE
from pendopo.kinds.surveys import linked_data
from pendopo.kinds.surveys.labels import GRADES
from pendopo.kinds.surveys.record import ELEMENTS, SURVEY, Survey, SurveyBrief, SurveyRecord
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence
from pendopo.site.page import Link, LinkedBase, Page, latest

NAME = "survei"


@dataclass(frozen=True)
class ListView:
    """The view of the list: briefs, each with its address."""

    surveys: tuple[tuple[SurveyBrief, str], ...]
    csv: str


@dataclass(frozen=True)
class View:
    """The view of one survey; `service` is the one asked about, if it is a single one."""

    entry: Survey
    service: Link | None
    attached: Mapping[str, Attached]

    @property
    def survey(self) -> SurveyRecord:
        """The survey itself."""
        return self.entry.record

    @property
    def elements(self) -> list[tuple[str, Decimal, str]]:
        """The elements with their averages; the last value is `lowest` or `highest`, or empty."""
        averages = self.survey.elements.averages()
        low, high = min(averages.values()), max(averages.values())
        marks = {high: "highest", low: "lowest"} if low < high else {}
        return [(name, averages[name], marks.get(averages[name], "")) for name in ELEMENTS]


def of_agency(agency: Agency) -> str:
    """Where an agency has the list of its surveys."""
    return f"{agency.id}/{NAME}/"


def address(agency: Agency, entry: Survey) -> str:
    """Where a survey has its page."""
    return f"{of_agency(agency)}{entry.name}/"


def csv(agency: Agency) -> str:
    """Where the elements of all surveys of an agency stand as CSV."""
    return f"{of_agency(agency)}survei.csv"


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the list, where the agency has any survey, and a page for each."""
    _ = context.translate
    entries = agency.records(SURVEY)
    if not entries:
        return
    rows = tuple((each.brief, address(agency, each)) for each in entries)
    yield Page(
        address=of_agency(agency),
        title=_("Public satisfaction surveys"),
        describe=partial(
            _("How satisfied the public is with {agency}.").format, agency=agency.name
        ),
        source=agency.entry.path,
        template="surveys/list",
        view=partial(ListView, rows, csv(agency)),
        agency=agency,
        menu=_("Satisfaction surveys"),
        updated=latest(each.brief.updated for each in entries),
    )
    for entry in entries:
        yield Page(
            address=address(agency, entry),
            title=entry.brief.title,
            describe=partial(_description, context, entry.brief),
            source=entry.path,
            template="surveys/survey",
            view=partial(View, entry, _service(agency, entry.brief), agency.attached(entry)),
            agency=agency,
            trail=(Link(_("Public satisfaction surveys"), of_agency(agency)),),
            updated=entry.brief.updated,
            kind=_("Satisfaction survey"),
            years=entry.brief.years,
            linked=partial(_linked, context, agency, entry),
        )


def weight(agency: Agency) -> int:
    """Pages that an agency has of its surveys."""
    return len(agency.records(SURVEY))


def evidence(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield the newest survey."""
    for entry in agency.records(SURVEY)[:1]:
        yield Evidence("survey", entry.brief.title, address(agency, entry), entry.brief.end)


def _description(context: Context, brief: SurveyBrief) -> str:
    return context.translate("{value} ({grade}), {count} respondents.").format(
        value=number(Decimal(brief.value), context.language),
        grade=context.translate(GRADES[brief.grade]),
        count=number(brief.respondents, context.language),
    )


def _service(agency: Agency, brief: SurveyBrief) -> Link | None:
    entry = agency.named(SERVICE, brief.service)
    return Link(entry.brief.title, f"{agency.id}/layanan/{entry.name}/") if entry else None


def _linked(
    context: Context, agency: Agency, entry: Survey, base: LinkedBase
) -> list[dict[str, Any]]:
    labels = context.translate
    return [linked_data.dataset(agency, entry, labels, base(csv(agency)), base)]
