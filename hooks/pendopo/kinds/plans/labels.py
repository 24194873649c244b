"""Labels of the enumerated values of a plan."""

from pendopo.basics.translations import N_, Translate
from pendopo.kinds.plans.record.indicators import (
    Calculation,
    Formula,
    IndicatorKind,
    Polarity,
)
from pendopo.kinds.plans.record.plan import PlanType
from pendopo.kinds.plans.record.terms import is_calendar, written

STATUSES = {
    "in force": N_("In force"),
    "undated": N_("Period not stated"),
    "superseded": N_("Superseded"),
    "ended": N_("Ended"),
    "coming": N_("Not yet in force"),
}
STATES = {
    "reached": N_("Reached"),
    "on course": N_("On course"),
    "behind": N_("Behind"),
    "worsening": N_("Worsening"),
    "not comparable": N_("Not comparable"),
    "not yet due": N_("Not yet due"),
    "not reported": N_("Not reported"),
}
STATE_RULES = {
    "reached": N_("the latest actual is as good as the last target"),
    "on course": N_("the latest actual is as good as the target of its year"),
    "behind": N_("the latest actual misses the target of its year"),
    "worsening": N_("it misses the target and is worse than the value before it"),
    "not comparable": N_("target or actual are words, or it is not said which direction is good"),
    "not yet due": N_("the first year with a target has not ended"),
    "not reported": N_("a year with a target has ended, and no actual is given"),
}
FORMULAS = {
    "higher": N_("actual ÷ target × 100"),
    "difference": N_("(2 × target − actual) ÷ target × 100"),
    "ratio": N_("target ÷ actual × 100"),
}
POLARITIES = {
    "higher": N_("Higher is better"),
    "lower": N_("Lower is better"),
    "range": N_("Within the range is best"),
}
CALCULATIONS = {
    "annual": N_("Each year has a value of its own"),
    "cumulative": N_("The years add up"),
}
QUARTERS = ("I", "II", "III", "IV")


def term_label(term: int, translate: Translate) -> str:
    """Return the name of a term: `2025`, `Quarter I 2026`, `March 2026`, `Year 3`."""
    said = written(term)
    if said.isdecimal():
        return said if is_calendar(term) else translate(N_("Year {number}")).format(number=said)
    year, _, part = said.rpartition("-")
    if part.startswith(("Q", "S")):
        name = translate(N_("Quarter {number}") if part[0] == "Q" else N_("Half-year {number}"))
        return f"{name.format(number=QUARTERS[int(part[1]) - 1])} {year}".rstrip()
    return f"{year}–{part}" if len(part) == 4 else f"{part}/{year}"


PLAN_TYPES = {
    "RPJPD": N_("Long-term development plan of a region, 20 years"),
    "RPJMD": N_("Medium-term development plan of a region, 5 years"),
    "RPD": N_("Development plan of a region between two terms"),
    "RKPD": N_("Yearly work plan of a region"),
    "Renstra": N_("Strategic plan of an agency, 5 years"),
    "Renja": N_("Yearly work plan of an agency"),
    "RPJMDes": N_("Medium-term development plan of a village"),
    "RKPDes": N_("Yearly work plan of a village"),
    "lainnya": N_("Other planning document"),
}
INDICATOR_KINDS = {
    "IKU": N_("Main performance indicator"),
    "IKD": N_("Regional performance indicator"),
    "IKK": N_("Key performance indicator"),
    "outcome": N_("what changes"),
    "output": N_("what is produced"),
    "lainnya": N_("Other indicator"),
}
CHOICES = {
    PlanType: PLAN_TYPES,
    Polarity: POLARITIES,
    Formula: FORMULAS,
    Calculation: CALCULATIONS,
    IndicatorKind: INDICATOR_KINDS,
}
FOR_TEMPLATES = {
    "status_name": STATUSES,
    "state_name": STATES,
    "polarity_name": POLARITIES,
}
