"""The numbers of a plan as its pages print them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pendopo.basics.translations import number
from pendopo.kinds.plans.plan_data import PlanData, shown
from pendopo.kinds.plans.record.achievement import BANDS, band, rounded
from pendopo.kinds.plans.record.indicators import FIRST_CALENDAR_YEAR, Target
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import Result, yearly_means
from pendopo.kinds.portal.record import AchievementSettings


@dataclass(frozen=True)
class Figure:
    """An achievement as it is shown: the figure, what it is called, and what a cap hides."""

    text: str
    label: str
    uncapped: str


@dataclass(frozen=True)
class MeanFigure:
    """The mean of a year with how many of how many indicators it is made of."""

    year: str
    figure: Figure
    measured: int
    total: int


@dataclass(frozen=True)
class Figures:
    """What every view that prints the numbers of a plan is made of."""

    data: PlanData
    settings: AchievementSettings
    period: str

    @property
    def plan(self) -> PlanRecord:
        """The plan itself."""
        return self.data.plan

    @cached_property
    def printer(self) -> "Printer":
        """Prints its numbers."""
        return Printer(self.data, self.settings)


class Printer:
    """Prints the numbers of one plan, as the settings of the portal say."""

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
        """`107,14 %`."""
        return f"{number(rounded(figure), self.language)}\N{NO-BREAK SPACE}%"

    def figure(self, percent: Decimal) -> Figure:
        """An achievement, capped where the portal wants it so."""
        capped = self.cap is not None and percent > self.cap
        text = self.percent(self.cap if self.cap is not None and capped else percent)
        label = band(percent, self.bands)
        return Figure(text, label, self.percent(percent) if capped else "")

    def year(self, year: int) -> str:
        """`2025`, or `year 3` for a plan's own years."""
        if year not in self.years:
            known = year >= FIRST_CALENDAR_YEAR
            self.years[year] = str(year) if known else self._("Year {number}").format(number=year)
        return self.years[year]

    def value(self, value: Target, unit: str | None) -> str:
        """A value with its unit: `85 %`, `120 keluhan`; words stand alone."""
        text = shown(value.text, unit)
        if not unit or unit == "%" or isinstance(value.amount, str):
            return text
        return f"{text} {unit}"

    def means(self, found: Sequence[Result]) -> list[MeanFigure]:
        """The achievement of several indicators together, the last year first."""
        return [
            MeanFigure(self.year(year), self.figure(mean.percent), mean.measured, mean.total)
            for year, mean in reversed([*yearly_means(found)])
            if mean.percent is not None
        ]
