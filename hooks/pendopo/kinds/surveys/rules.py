"""Rules that check surveys."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from pendopo.basics.translations import number
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.services.record.service import SERVICE
from pendopo.kinds.surveys.record import NINTH, OLD, ROUNDED, SURVEY, SurveyRecord, grade
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding

TOLERATED = Decimal("0.01")
"""How far a stated value may be from the calculated one."""


def survey_rules(survey: SurveyRecord) -> Iterator[Finding]:
    """A survey has a beginning before its end and has been answered; its value can be repeated."""
    period = survey.period
    if period.end < period.start:
        values = {"value": period.end, "first": period.start}
        yield Finding(("period", "end"), "survey-period", values)
    if not survey.respondents:
        yield Finding(("respondents",), "survey-respondents")
    yield from _value(survey)
    yield from _grade(survey)


def _value(survey: SurveyRecord) -> Iterator[Finding]:
    """The stated value is the one that its elements give."""
    if survey.stated is None or _agree(survey.stated.value, survey.calculated()):
        return
    other = ROUNDED if survey.weight == NINTH else NINTH
    explains = _agree(survey.stated.value, survey.calculated(other))
    yield Finding(
        ("stated", "value"),
        "survey-value-weight" if explains else "survey-value",
        {
            "value": number(survey.stated.value, "id"),
            "calculated": number(survey.calculated(), "id"),
            "weight": survey.weight,
            "other": other,
        },
        rests_on="elements",
    )


def _grade(survey: SurveyRecord) -> Iterator[Finding]:
    """The stated grade is that of the stated value, on the scale in force."""
    if survey.stated is None or survey.stated.grade == grade(survey.stated.value):
        return
    old = survey.stated.grade == grade(survey.stated.value, OLD)
    yield Finding(
        ("stated", "grade"),
        "survey-grade-old" if old else "survey-grade",
        {
            "grade": survey.stated.grade,
            "value": number(survey.stated.value, "id"),
            "right": grade(survey.stated.value),
        },
    )


def _agree(stated: Decimal, calculated: Decimal) -> bool:
    return abs(stated - calculated) <= TOLERATED


def survey_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """The service that a survey asks about is one of the same agency."""
    names = Names(each.name for each in agency.records(SERVICE))
    for entry in agency.records(SURVEY):
        name = entry.brief.service
        if not name or agency.named(SERVICE, name) or SERVICE.path(agency.id, name) in paths:
            continue
        if near := names.nearest(name):
            yield entry.problem(("service",), "survey-service-nearest", value=name, nearest=near)
        else:
            yield entry.problem(("service",), "survey-service", value=name)
