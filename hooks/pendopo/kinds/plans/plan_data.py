"""The data from which the files and pages of a plan are built."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from pendopo.basics.numbers import Span, json_number, plain_number
from pendopo.basics.translations import Translate, translations
from pendopo.government.agency import Agency
from pendopo.kinds.plans.cascade import Supporter
from pendopo.kinds.plans.record import Plan
from pendopo.kinds.plans.record.achievement import Mean, rounded
from pendopo.kinds.plans.record.goals import Element, Goal, by_goal, elements
from pendopo.kinds.plans.record.indicators import Target
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.programmes import Work
from pendopo.kinds.plans.record.results import (
    Result,
    State,
    results,
    state,
    work_results,
    yearly_means,
)
from pendopo.kinds.plans.record.units import is_share
from pendopo.kinds.plans.selection import Status

SHARE = re.compile(r"(?:[≥≤><]=?\s*)?-?[\d.,]+(\s*[-–]\s*[\d.,]+)?", re.ASCII)
"""Pattern of a number, or of a range of two numbers."""


@dataclass(frozen=True)
class PlanData:
    """A plan with its agency in a given year; `supporters` are goals of agencies below."""

    agency: Agency
    entry: Plan
    status: Status
    this_year: int
    language: str
    supporters: tuple[Supporter, ...]

    @property
    def plan(self) -> PlanRecord:
        """The plan itself."""
        return self.entry.record

    @property
    def translate(self) -> Translate:
        """The translation function of the site's language."""
        return translations(self.language).gettext

    @property
    def reference(self) -> str:
        """The plan as `agency/name`."""
        return f"{self.agency.id}/{self.entry.name}"

    @cached_property
    def elements(self) -> list[Element]:
        """The goals and objectives in the order of the document."""
        return [*elements(self.plan.goals)]

    @cached_property
    def results(self) -> list[Result]:
        """The indicators of goals and objectives."""
        return results(self.plan)

    @cached_property
    def work_results(self) -> list[Result]:
        """The indicators of programmes, activities and sub-activities."""
        return work_results(self.plan)

    @cached_property
    def means(self) -> Mapping[int, Mean]:
        """The mean achievement of the whole plan in each year."""
        return dict(yearly_means(self.results))

    @cached_property
    def by_anchor(self) -> Mapping[str, list[Result]]:
        """The indicators that belong directly to each goal and objective, keyed by its name."""
        found: dict[str, list[Result]] = defaultdict(list)
        for each in self.results:
            if isinstance(each.holder, Element):
                found[each.holder.anchor].append(each)
        return found

    def of(self, anchor: str) -> list[Result]:
        """Return the indicators that belong directly to one goal or objective."""
        return self.by_anchor.get(anchor, [])

    def of_work(self, work: Work) -> list[Result]:
        """Return the indicators that belong directly to one programme, activity or sub-activity."""
        return self._by_work.get(id(work), [])

    @cached_property
    def _by_work(self) -> Mapping[int, list[Result]]:
        found: dict[int, list[Result]] = defaultdict(list)
        for each in self.work_results:
            found[id(each.holder)].append(each)
        return found

    def supporting(self, anchor: str) -> list[Supporter]:
        """Return the parts of lower plans that support a part of this plan."""
        return self._by_supported.get(anchor, [])

    @cached_property
    def _by_supported(self) -> Mapping[str, list[Supporter]]:
        found: dict[str, list[Supporter]] = defaultdict(list)
        for each in self.supporters:
            found[each.supports].append(each)
        return found

    def below(self, element: Element) -> list[Result]:
        """Return the indicators of a goal and its objectives, or of an objective."""
        inner = self.inner(element) if isinstance(element.entry, Goal) else []
        return [each for one in (element, *inner) for each in self.of(one.anchor)]

    def inner(self, goal: Element) -> list[Element]:
        """Return the objectives of a goal."""
        return self.by_goal.get(goal.anchor, [])

    @cached_property
    def by_goal(self) -> Mapping[str, list[Element]]:
        """The objectives of each goal, keyed by the goal's name."""
        return by_goal(self.elements)

    def state(self, result: Result) -> State:
        """Return the state of an indicator in `this_year`."""
        start = self.entry.brief.start
        return state(result.evaluation, result.next_due, start, self.this_year)


def percent(figure: Decimal | None) -> str:
    """Format an achievement for all file formats, with at most two decimals; empty for None."""
    return "" if figure is None else plain_number(rounded(figure))


def stated_value(value: Target | None) -> dict[str, Any]:
    """Return a value as JSON: its number or range if it has one, and the text of the document."""
    if value is None:
        return {}
    found: dict[str, Any] = {"text": value.text}
    if isinstance(value.amount, Span):
        found["range"] = [json_number(value.amount.low), json_number(value.amount.high)]
    elif isinstance(value.amount, Decimal):
        found["number"] = json_number(value.amount)
    elif value.printed:
        found["words"] = value.value
    if value.note:
        found["note"] = value.note
    return found


def shown(text: str, unit: str | None) -> str:
    """Format a value for a page, with a percent sign if its unit is percent."""
    bare = text.rstrip("% ")
    shared = is_share(unit) and SHARE.fullmatch(bare)
    return f"{bare}\N{NO-BREAK SPACE}%" if shared else text
