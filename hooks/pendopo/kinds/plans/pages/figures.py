"""Formatting of the numbers of a plan on its pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pendopo.basics.numbers import Span, ambiguous, parse_amount
from pendopo.basics.translations import number
from pendopo.kinds.plans.labels import term_label
from pendopo.kinds.plans.plan_data import PlanData, shown
from pendopo.kinds.plans.record.achievement import BANDS, FULL, band, rounded
from pendopo.kinds.plans.record.indicators import Target
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import Result, yearly_means
from pendopo.kinds.plans.record.units import is_share
from pendopo.kinds.portal.record import AchievementSettings


@dataclass(frozen=True)
class Figure:
    """A displayed achievement: the figure, its band, and the uncapped value if a cap hides it."""

    text: str
    label: str
    uncapped: str


@dataclass(frozen=True)
class MeanFigure:
    """The mean of a year, with the number of indicators measured and in total.

    `drawn` is the part of the targets that was reached, in percent from 0 to 100.
    """

    year: str
    figure: Figure
    drawn: int
    measured: int
    total: int


@dataclass(frozen=True)
class Figures:
    """The base class of all views that print the numbers of a plan."""

    data: PlanData
    settings: AchievementSettings
    period: str

    @property
    def plan(self) -> PlanRecord:
        """The plan itself."""
        return self.data.plan

    @cached_property
    def printer(self) -> "Printer":
        """The printer of the plan's numbers."""
        return Printer(self.data, self.settings)


class Printer:
    """Formats the numbers of one plan according to the portal's settings."""

    def __init__(self, data: PlanData, settings: AchievementSettings) -> None:
        self.data = data
        self.language = data.language
        self._ = data.translate
        self.years: dict[int, str] = {}
        self.cap = None if settings.cap == "none" else Decimal(settings.cap)
        if settings.bands:
            self.bands = [(each.above, each.label) for each in settings.bands]
        else:
            self.bands = [(above, self._(label)) for above, label in BANDS]

    def percent(self, figure: Decimal) -> str:
        """Format a percentage, such as `107,14 %`."""
        return f"{number(rounded(figure), self.language)}\N{NO-BREAK SPACE}%"

    def figure(self, percent: Decimal) -> Figure:
        """Format an achievement, capped if the portal's settings say so."""
        capped = self.cap is not None and percent > self.cap
        text = self.percent(self.cap if self.cap is not None and capped else percent)
        label = band(percent, self.bands)
        return Figure(text, label, self.percent(percent) if capped else "")

    def year(self, year: int) -> str:
        """Format a term: `2025`, `Quarter I 2026`, or `Year 3` for an ordinal year of the plan."""
        if year not in self.years:
            self.years[year] = term_label(year, self._)
        return self.years[year]

    def value(self, value: Target, unit: str | None) -> str:
        """Format a value with its unit, such as `85 %` or `120 keluhan`; words have no unit."""
        text = shown(value.text, unit)
        if not unit or is_share(unit) or not isinstance(value.amount, Decimal | Span):
            return text
        return text if any(map(str.isalpha, text)) else f"{text} {unit}"

    def read(self, value: Target | None) -> str:
        """Return how the text of a value was interpreted; empty if that is obvious."""
        if value is None:
            return ""
        if isinstance(value.amount, str) and ambiguous(value.value):
            return self._("can be read in two ways")
        said = self._unexpected(value) or (value.value if value.printed else "")
        return self._("read as {value}").format(value=said) if said else ""

    def _unexpected(self, value: Target) -> str:
        """Format a number that its plan reads otherwise than Indonesian notation has it."""
        if not isinstance(value.amount, Decimal) or not ambiguous(value.value):
            return ""
        usual = value.amount == parse_amount(value.value)
        return "" if usual else number(value.amount, self.language)

    def means(self, found: Sequence[Result]) -> list[MeanFigure]:
        """Return the mean achievement of several indicators for each year, latest year first."""
        return [
            MeanFigure(
                self.year(year),
                self.figure(mean.percent),
                int(max(Decimal(0), min(FULL, mean.percent))),
                mean.measured,
                mean.total,
            )
            for year, mean in reversed([*yearly_means(found)])
            if mean.percent is not None
        ]
