"""Results: the status of each indicator of a plan, year by year and as a single state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import takewhile
from typing import Literal, NamedTuple

from pendopo.basics.locations import Location
from pendopo.basics.numbers import Amount
from pendopo.kinds.plans.record.achievement import Mean, achievement, mean, meets, worse
from pendopo.kinds.plans.record.goals import Element, elements
from pendopo.kinds.plans.record.indicators import (
    Actual,
    Indicator,
    Measure,
    Target,
    Value,
    by_year,
)
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.programmes import Work, works
from pendopo.kinds.plans.record.terms import in_order, is_calendar, last_year

Evaluation = Literal["reached", "on course", "behind", "worsening", "not comparable", ""]
State = Literal[
    "reached", "on course", "behind", "worsening", "not comparable", "not yet due", "not reported"
]
STATES: tuple[State, ...] = (
    *("reached", "on course", "behind", "worsening", "not comparable"),
    *("not reported", "not yet due"),
)
GOOD: tuple[State, ...] = ("reached", "on course")


class Point(NamedTuple):
    """One year of an indicator; `percent` is its achievement, computed or stated, unrounded.

    `history` marks an actual of a year before the first target.
    """

    year: int
    target: Target | None
    actual: Actual | None
    percent: Decimal | None
    history: bool = False

    @property
    def stated(self) -> str:
        """The public reason why the achievement is stated; empty if it is computed."""
        return self.actual.achievement.reason if self.actual and self.actual.achievement else ""


class GroupResult(NamedTuple):
    """The targets and actuals of one group of an indicator, by year; they are not evaluated."""

    name: str
    targets: dict[int, Target]
    actuals: dict[int, Target]

    @property
    def years(self) -> list[int]:
        """All terms that have a target or an actual, in order."""
        return in_order({*self.targets, *self.actuals})


@dataclass(frozen=True)
class Result:
    """One indicator with all its years; `row` holds its targets, which indicators may share.

    `holder` is the goal, objective or work that it measures, and `location` its own location in the
    record; `number` counts the indicators of a plan from 1.
    """

    number: int
    measure: Measure
    row: Indicator
    holder: Element | Work
    location: Location
    first_year: int | None

    @property
    def anchor(self) -> str:
        """The indicator's name on the page; those of programmes are numbered separately."""
        of_work = isinstance(self.holder, Work)
        return f"indikator-{'program-' if of_work else ''}{self.number}"

    @cached_property
    def points(self) -> list[Point]:
        """All years that have a target or an actual, in order."""
        targets = _kept(by_year(self.row.targets, self.first_year))
        actuals = _kept(by_year(self.measure.actuals, self.first_year))
        terms = in_order({*targets, *actuals})
        first = next((place for place, term in enumerate(terms) if term in targets), 0)
        return [
            self._point(term, targets.get(term), actuals.get(term), place < first)
            for place, term in enumerate(terms)
        ]

    @property
    def groups(self) -> list[GroupResult]:
        """The values by group."""
        return [
            GroupResult(
                each.name,
                _kept(by_year(each.targets, self.first_year)),
                _kept(by_year(each.actuals, self.first_year)),
            )
            for each in self.measure.series
        ]

    @cached_property
    def latest(self) -> Point | None:
        """The last year with a target for which an actual is reported."""
        if not self.measure.actuals:
            return None
        reported = [
            each
            for each in self.points
            if each.target and each.target.stated and each.actual and each.actual.stated
        ]
        return reported[-1] if reported else None

    @property
    def final(self) -> Target | None:
        """The final value to be reached: the last target, or else the stated final value."""
        targets = [each.target for each in self.points if each.target and each.target.stated]
        return targets[-1] if targets else self.row.final

    @property
    def next_due(self) -> int:
        """The first year with a target after the last one with a reported actual; 0 for none."""
        targets = by_year(self.row.targets, self.first_year)
        stated = [term for term in in_order(targets) if targets[term].stated]
        if self.latest:
            stated = stated[stated.index(self.latest.year) + 1 :]
        return stated[0] if stated else 0

    @cached_property
    def evaluation(self) -> Evaluation:
        """The evaluation of the latest actual; empty if none is reported."""
        year, target, actual, percent, _ = self.latest or Point(0, None, None, None)
        if target is None or actual is None:
            return ""
        if actual.achievement:
            met: bool | None = percent is not None and percent >= 100
        else:
            met = meets(target.amount, actual.amount, self.measure.polarity)
        if met is None:
            return "not comparable"
        polarity = self.measure.polarity
        if met:
            # A target repeated each year counts as reached only once the last year is reported.
            asks_more = self.final is not None and self.final.amount != target.amount
            if (asks_more or not self.next_due) and self._reaches_the_end(actual):
                return "reached"
            return "on course"
        before = self._before(year)
        sank = before is not None and worse(actual.amount, before, target.amount, polarity)
        return "worsening" if sank else "behind"

    def _reaches_the_end(self, actual: Actual) -> bool:
        if actual.achievement and self.next_due:
            return False
        final, polarity = self.final, self.measure.polarity
        met = final and meets(final.amount, actual.amount, polarity)
        return bool(met or (actual.achievement and not self.next_due))

    def _before(self, year: int) -> Amount | None:
        """Return the value reported last before `year`, or else the baseline."""
        until = takewhile(lambda each: each.year != year, self.points)
        earlier = [each.actual for each in until if each.actual]
        value = earlier[-1] if earlier else self.measure.baseline
        return value.amount if value else None

    def _point(
        self, year: int, target: Target | None, actual: Actual | None, history: bool
    ) -> Point:
        percent: Decimal | None = None
        if actual and actual.achievement:
            percent = actual.achievement.percent
        elif target and actual:
            measure = self.measure
            amounts = target.amount, actual.amount
            percent = achievement(*amounts, measure.polarity, measure.achievement_by)
        return Point(year, target, actual, percent, history)


def _kept(values: dict[int, Value]) -> dict[int, Value]:
    """Keep the values that contain anything, even if only a note."""
    return {
        year: value
        for year, value in values.items()
        if value.stated or value.note or getattr(value, "evidence", None)
    }


class Standing(NamedTuple):
    """The number of indicators with the same evaluation and due year, independent of `today`.

    `next_due` is the first year with a target after the last one for which an actual is reported: a
    calendar year, or an ordinal year of the plan; 0 for none.
    """

    evaluation: Evaluation
    next_due: int
    total: int


def results(plan: PlanRecord) -> list[Result]:
    """Return the indicators of all goals and objectives, in the order of the document."""
    return _numbered(
        ((each, each.location, each.entry.indicators) for each in elements(plan.goals)),
        plan.year_one,
    )


def work_results(plan: PlanRecord) -> list[Result]:
    """Return the indicators of all programmes, activities and sub-activities."""
    return _numbered(
        ((work, location, work.indicators) for location, work in works(plan.programmes)),
        plan.year_one,
    )


def _numbered(
    holders: Iterable[tuple[Element | Work, Location, Sequence[Indicator]]],
    first_year: int | None,
) -> list[Result]:
    found: list[Result] = []
    for holder, around, rows in holders:
        for index, row in enumerate(rows):
            place: Location = (*around, "indicators", index)
            measures: list[tuple[Location, Measure]] = [(place, row)]
            for inner, measure in enumerate(row.same_targets):
                measures.append(((*place, "same_targets", inner), measure))
            for location, measure in measures:
                number = len(found) + 1
                found.append(Result(number, measure, row, holder, location, first_year))
    return found


def standings(found: Sequence[Result]) -> tuple[Standing, ...]:
    """Group indicators by evaluation and next due year, and count each group."""
    counts: dict[tuple[Evaluation, int], int] = {}
    for each in found:
        key = (each.evaluation, each.next_due)
        counts[key] = counts.get(key, 0) + 1
    return tuple(Standing(*key, count) for key, count in sorted(counts.items()))


def state(evaluation: Evaluation, next_due: int, start: int, this_year: int) -> State:
    """Return the state of an indicator in the calendar year `this_year`.

    A year is due once it has ended; after an earlier report, the next one is due a year later. It
    is unknown whether the plan's ordinal year 1 is `start` or the year after, so the later one is
    assumed. An indicator of a plan without a period is never late.
    """
    due = last_year(next_due) if is_calendar(next_due) else start + next_due
    known = start or is_calendar(next_due)
    if next_due and known and this_year > due + bool(evaluation):
        return "not reported"
    return evaluation or "not yet due"


def counts(found: Sequence[Standing], start: int, this_year: int) -> dict[State, int]:
    """Return the number of indicators in each state that occurs."""
    by_state: dict[State, int] = {}
    for each in found:
        name = state(each.evaluation, each.next_due, start, this_year)
        by_state[name] = by_state.get(name, 0) + each.total
    return {name: by_state[name] for name in STATES if name in by_state}


def yearly_means(found: Sequence[Result]) -> Iterator[tuple[int, Mean]]:
    """Yield, for each year with an achievement, its mean over all indicators that have a target."""
    reported = [each for each in found if each.measure.actuals]
    years = in_order({point.year for each in reported for point in each.points if point.actual})
    for year in years:
        due = [
            point.percent
            for each in found
            for point in each.points
            if point.year == year and point.target
        ]
        yearly = mean(due)
        if yearly.measured:
            yield year, yearly
