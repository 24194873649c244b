"""One indicator as pages display it: as a state, as a sentence, as a chart and as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from pendopo.basics.numbers import Span
from pendopo.basics.translations import compact
from pendopo.kinds.plans.charts import Chart, Slot, chart
from pendopo.kinds.plans.formulas import Step, steps
from pendopo.kinds.plans.labels import CALCULATIONS, FORMULAS, POLARITIES, STATE_RULES, STATES
from pendopo.kinds.plans.pages.figures import Figure, Figures, Printer
from pendopo.kinds.plans.pages.groups import Groups, groups
from pendopo.kinds.plans.plan_data import shown
from pendopo.kinds.plans.record.indicators import DatedValue, Measure
from pendopo.kinds.plans.record.results import Point, Result, State
from pendopo.kinds.plans.record.terms import written
from pendopo.kinds.plans.sparks import Stroke, spark


class Year(NamedTuple):
    """One row of the table of an indicator.

    `history` marks a year before the plan. The fields ending in `_read` state how a text was
    interpreted, if that is not obvious; those ending in `_note` are the notes.
    """

    label: str
    history: bool
    target: str
    target_read: str
    target_note: str
    actual: str
    actual_read: str
    actual_note: str
    evidence: str
    figure: Figure | None
    stated: str
    uncomputed: bool


@dataclass(frozen=True)
class Shown:
    """One indicator as pages display it."""

    result: Result
    printer: Printer

    @property
    def anchor(self) -> str:
        """The indicator's name on the page of its plan."""
        return self.result.anchor

    @property
    def measure(self) -> Measure:
        """The indicator itself."""
        return self.result.measure

    @cached_property
    def state(self) -> State:
        """The state of the indicator."""
        return self.printer.data.state(self.result)

    @property
    def state_class(self) -> str:
        """The CSS class of its state."""
        return self.state.replace(" ", "-")

    @property
    def state_label(self) -> str:
        """Its state in the site's language."""
        return self.printer._(STATES[self.state])

    @property
    def state_rule(self) -> str:
        """The meaning of its state, in the site's language."""
        return self.printer._(STATE_RULES[self.state])

    @property
    def formula(self) -> str:
        """The formula of its achievement; empty if no formula is stated or there is no actual."""
        measure = self.measure
        if not any(each.actual for each in self.result.points):
            return ""
        if measure.polarity == "range" and measure.achievement_by:
            return self.printer._(
                "100 within the range; below it, actual ÷ lower bound × 100; above it, {formula} "
                "with the upper bound as the target"
            ).format(formula=self.printer._(FORMULAS[measure.achievement_by]))
        key = "higher" if measure.polarity == "higher" else measure.achievement_by
        return self.printer._(FORMULAS[key]) if key else ""

    @cached_property
    def years(self) -> list[Year]:
        """The rows of all years in order."""
        return [self._year(each) for each in self.result.points]

    @property
    def plain(self) -> list[tuple[str, str]] | None:
        """The year and target of each table row; None if there is more to show."""
        unit, year = self.measure.unit, self.printer.year
        rows: list[tuple[str, str]] = []
        for point in self.result.points:
            target = point.target
            if target is None or point.actual or target.note or self.printer.read(target):
                return None
            rows.append((year(point.year), shown(target.text, unit)))
        return rows

    @property
    def polarity(self) -> str:
        """The label of its polarity, in the site's language; empty if no polarity is stated."""
        measure = self.measure
        return self.printer._(POLARITIES[measure.polarity]) if measure.polarity else ""

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """Its other stated facts, apart from the yearly values, as pairs of label and text."""
        _, measure = self.printer._, self.measure
        kinds = filter(None, (measure.kind, measure.code, measure.reference_code))
        shared = self.result.row.name if self.result.row is not measure else None
        found = (
            (_("Baseline"), self._dated(measure.baseline)),
            (_("Final value"), self._dated(self.result.row.final)),
            (_("Kind and code"), " · ".join(kinds)),
            (_("Grades, lowest first"), ", ".join(self.result.row.scale)),
            (_("Definition"), measure.definition),
            (_("Calculation"), _(CALCULATIONS[measure.calculation]) if measure.calculation else ""),
            (_("Why it was chosen"), measure.reason),
            (_("Data source"), measure.data_source),
            (_("Producer of the data"), measure.producer),
            (_("Frequency"), measure.frequency),
            (_("Responsible"), measure.responsible),
            (_("Note"), measure.note),
            (_("Same row of targets as"), shared),
        )
        return [(label, text) for label, text in found if text]

    @cached_property
    def groups(self) -> Groups | None:
        """The table of its values by group; None if there are none."""
        return groups(self.result, self.printer)

    @property
    def calculated(self) -> list[Step]:
        """The lines and fractions of its formula."""
        return steps(self.measure.formula or "")

    @cached_property
    def chart(self) -> Chart | None:
        """Its chart; None if no number is stated."""
        language = self.printer.language
        slots = [
            Slot(
                label=written(each.year),
                target=each.target.amount if each.target else None,
                actual=None if each.history else _actual(each),
                history=_actual(each) if each.history else None,
            )
            for each in self.result.points
        ]
        if baseline := self.measure.baseline:
            label = str(baseline.year) if baseline.year else self.printer._("before")
            slots.insert(0, Slot(label, baseline=baseline.amount))
        return chart(slots, lambda tick: compact(tick, language))

    @cached_property
    def spark(self) -> list[Stroke]:
        """Its line for a row; empty if there are no two results."""
        return spark(
            [
                (each.target.amount if each.target else None, _actual(each))
                for each in self.result.points
            ]
        )

    @cached_property
    def sentence(self) -> str:
        """Its targets and latest actual as a sentence."""
        return " ".join(filter(None, (self._of_baseline(), self._of_targets(), self._of_actuals())))

    def _of_baseline(self) -> str:
        baseline = self.measure.baseline
        if baseline is None:
            return ""
        value = self._with_year(baseline)
        return self.printer._("Before the plan: {value}.").format(value=value)

    def _of_targets(self) -> str:
        _, printer, unit = self.printer._, self.printer, self.measure.unit
        targets = [(each.year, each.target) for each in self.result.points if each.target]
        if not targets:
            return _("No target is stated.")
        (first, one), (last, two) = targets[0], targets[-1]
        if first == last:
            said = _("Target: {value} ({year}).")
            return said.format(value=printer.value(one, unit), year=printer.year(first))
        if {each.value for _year, each in targets} == {one.value}:
            said = _("Target: {value} every year ({first_year} to {last_year}).")
            return said.format(
                value=printer.value(one, unit),
                first_year=printer.year(first),
                last_year=printer.year(last),
            )
        return _("Target: from {first} ({first_year}) to {last} ({last_year}).").format(
            first=printer.value(one, unit),
            first_year=printer.year(first),
            last=printer.value(two, unit),
            last_year=printer.year(last),
        )

    def _of_actuals(self) -> str:
        return self.latest or self.printer._("No actual has been reported.")

    @cached_property
    def latest(self) -> str:
        """Its latest actual as a sentence; empty if none is reported."""
        _, printer = self.printer._, self.printer
        reported = [each for each in self.result.points if each.actual and not each.history]
        latest = reported[-1] if reported else None
        if latest is None or latest.actual is None:
            return ""
        values = {
            "value": printer.value(latest.actual, self.measure.unit),
            "year": printer.year(latest.year),
        }
        if latest.percent is None:
            return _("Latest actual: {value} ({year}).").format(**values)
        said = _("Latest actual: {value} ({year}), an achievement of {percent}.")
        return said.format(**values, percent=printer.figure(latest.percent).text)

    def _dated(self, value: DatedValue | None) -> str:
        if value is None:
            return ""
        said = (self._with_year(value), self.printer.read(value), value.note)
        return ". ".join(filter(None, said))

    def _with_year(self, value: DatedValue) -> str:
        text = self.printer.value(value, self.measure.unit)
        return f"{text} ({self.printer.year(value.year)})" if value.year else text

    def _year(self, point: Point) -> Year:
        unit = self.measure.unit
        target, actual = point.target, point.actual
        return Year(
            self.printer.year(point.year),
            point.history,
            shown(target.text, unit) if target else "",
            self.printer.read(target),
            (target.note or "") if target else "",
            shown(actual.text, unit) if actual else "",
            self.printer.read(actual),
            (actual.note or "") if actual else "",
            (actual.evidence or "") if actual else "",
            None if point.percent is None else self.printer.figure(point.percent),
            point.stated,
            bool(target and actual and point.percent is None),
        )


def by_holder(figures: Figures) -> dict[str, list[Shown]]:
    """Return the indicators of a plan by the anchor of the goal or objective that they measure."""
    data, printer = figures.data, figures.printer
    return {
        each.anchor: [Shown(found, printer) for found in data.of(each.anchor)]
        for each in data.elements
    }


def marks(found: Iterable[Result]) -> set[str]:
    """Return the kinds of mark that the charts contain, apart from numeric targets."""
    used: set[str] = set()
    for each in found:
        baseline = each.measure.baseline
        if baseline and isinstance(baseline.amount, Decimal):
            used.add("baseline")
        for point in each.points:
            if point.target and isinstance(point.target.amount, Span):
                used.add("span")
            if _actual(point) is not None:
                used.add("history" if point.history else "actual")
    return used


def _actual(point: Point) -> Decimal | None:
    amount = point.actual.amount if point.actual else None
    return amount if isinstance(amount, Decimal) else None
