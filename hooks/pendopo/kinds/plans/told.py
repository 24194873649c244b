"""What a change does to an indicator: a target that asks for less, an actual of a year gone by."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pendopo.basics.numbers import Grade
from pendopo.basics.translations import N_
from pendopo.kinds.plans.labels import term_label
from pendopo.kinds.plans.record.achievement import meets
from pendopo.kinds.plans.record.indicators import (
    Actual,
    Indicator,
    Measure,
    Polarity,
    Target,
    Values,
    by_year,
)
from pendopo.kinds.plans.record.terms import ended, in_order, is_calendar
from pendopo.site.changes import Around, Change, Compared, Harm

ByTerm = Mapping[int, Target]
LOWERED = N_("target {term} lowered: {before} → {after}")
RAISED = N_("target {term} raised: {before} → {after}")
CHANGED = N_("target {term} changed: {before} → {after}")
REMOVED = N_("target {term} removed: {before}")
ADDED = N_("target {term} added: {after}")
REWRITTEN = N_("actual of {term} changed: {before} → {after}")
WITHDRAWN = N_("actual of {term} removed: {before}")
REPORTED = N_("actual of {term} added: {after}")
STATED = N_("stated achievement of {term} changed: {before} → {after}")
WORDED = N_("note or evidence of {term} changed")
FINAL = N_("at the end")


class _Both(NamedTuple):
    """Two states of an indicator, and the group of it whose values are told (empty for all)."""

    around: Around
    polarity: Polarity | None
    group: str = ""

    def by_term(self, values: Values[Any]) -> ByTerm:
        """The values by calendar year where one of the two states tells which the first is."""
        first = self.around.after.year_one or self.around.before.year_one
        return by_year(values, first)

    def change(
        self,
        sentence: str,
        term: str,
        before: Target | None,
        after: Target | None,
        harm: Harm | None = None,
    ) -> Change:
        """What became of one value."""
        one, two = before.text if before else "", after.text if after else ""
        said = self.around.translate(sentence).format(term=term, before=one, after=two)
        return Change(f"“{self.group}”: {said}" if self.group else said, harm or "", one, two)

    def label(self, term: int) -> str:
        """What a term is called."""
        return term_label(term, self.around.translate)


def _indicator(before: Measure, after: Measure, around: Around) -> Iterator[Change]:
    both = _Both(around, before.polarity)
    if isinstance(before, Indicator) and isinstance(after, Indicator):
        yield from _targets(both, both.by_term(before.targets), both.by_term(after.targets))
        one, two = before.final, after.final
        if one != two:
            yield from _target(both, around.translate(FINAL), one, two)
    yield from _actuals(both, both.by_term(before.actuals), both.by_term(after.actuals))
    old, new = ({each.name: each for each in one.series} for one in (before, after))
    for name in {**old, **new}:
        group, empty = both._replace(group=name), ()
        for key, compared in (("targets", _targets), ("actuals", _actuals)):
            one_of, two_of = (getattr(each.get(name), key, empty) for each in (old, new))
            yield from compared(group, both.by_term(one_of), both.by_term(two_of))


def _targets(both: _Both, before: ByTerm, after: ByTerm) -> Iterator[Change]:
    for term in in_order({*before, *after}):
        yield from _target(both, both.label(term), before.get(term), after.get(term))


def _target(
    both: _Both, term: str, before: Target | None, after: Target | None
) -> Iterator[Change]:
    if before is None or after is None:
        if before and before.stated:
            yield both.change(REMOVED, term, before, after, "target")
        elif after and after.stated:
            yield both.change(ADDED, term, before, after)
    elif before.value == after.value and before.printed == after.printed:
        if before != after:
            yield both.change(WORDED, term, before, after)
    elif not before.stated:
        yield both.change(ADDED, term, before, after)
    elif not after.stated:
        yield both.change(REMOVED, term, before, after, "target")
    else:
        yield _other_target(both, term, before, after)


def _other_target(both: _Both, term: str, before: Target, after: Target) -> Change:
    asks_no_less = meets(before.amount, after.amount, both.polarity)
    if before.amount == after.amount:
        return both.change(CHANGED, term, before, after)
    if asks_no_less:
        return both.change(RAISED, term, before, after)
    graded = isinstance(before.amount, Grade)
    known = asks_no_less is False and (graded or both.polarity in ("higher", "lower"))
    # Where it is not known which way is better, somebody must look at it.
    return both.change(LOWERED if known else CHANGED, term, before, after, "target")


def _actuals(both: _Both, before: ByTerm, after: ByTerm) -> Iterator[Change]:
    for term in in_order({*before, *after}):
        one, two, label = before.get(term), after.get(term), both.label(term)
        past = not is_calendar(term) or ended(term, both.around.today)
        harm: Harm | None = "actual" if past else None
        if one == two:
            continue
        if one is None or not one.stated:
            yield both.change(REPORTED, label, one, two)
        elif two is None or not two.stated:
            yield both.change(WITHDRAWN, label, one, two, harm)
        elif (one.value, one.printed) != (two.value, two.printed):
            yield both.change(REWRITTEN, label, one, two, harm)
        elif _stated(one) != _stated(two):
            yield _of_achievement(both, label, _stated(one), _stated(two), harm)
        else:
            yield both.change(WORDED, label, one, two)


def _stated(value: Target) -> str:
    """The achievement in percent that is stated rather than computed; a dash without one."""
    known = value.achievement if isinstance(value, Actual) else None
    return f"{known.percent:f} %" if known else "–"


def _of_achievement(both: _Both, term: str, before: str, after: str, harm: Harm | None) -> Change:
    said = both.around.translate(STATED).format(term=term, before=before, after=after)
    return Change(said, harm or "", before, after)


INDICATORS = Compared(
    Measure, frozenset({"targets", "final", "actuals", "series"}), _indicator, lost="target"
)
