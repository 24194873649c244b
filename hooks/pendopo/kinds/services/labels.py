"""Labels of what records of services choose from lists, and how time and fee are said."""

from decimal import Decimal

from pendopo.basics.translations import N_, Translate, number
from pendopo.kinds.services.record.parts import State, Unit
from pendopo.kinds.services.record.service import ServiceBrief

STATES = {
    "buka": N_("Open"),
    "tutup-sementara": N_("Closed for now"),
    "dihentikan": N_("No longer offered"),
}
UNITS = {
    "menit": (N_("1 minute"), N_("{time} minutes")),
    "jam": (N_("1 hour"), N_("{time} hours")),
    "hari": (N_("1 day"), N_("{time} days")),
    "hari kerja": (N_("1 working day"), N_("{time} working days")),
    "minggu": (N_("1 week"), N_("{time} weeks")),
    "bulan": (N_("1 month"), N_("{time} months")),
}
"""Labels of a time in each unit: of one, and of more."""
PARTS = {
    "facilities": N_("Facilities"),
    "competence": N_("Competence of those who serve"),
    "supervision": N_("Supervision within the agency"),
    "staff": N_("Number of those who serve"),
    "guarantee": N_("Guarantee of the service"),
    "safety": N_("Guarantee of safety"),
    "evaluation": N_("Evaluation of the work"),
}
"""The parts of management that are texts, in the order of the law."""
CHOICES = {
    State: STATES,
    Unit: {
        "menit": N_("counted in minutes"),
        "jam": N_("counted in hours"),
        "hari": N_("counted in days, also those that are not worked"),
        "hari kerja": N_("counted in working days alone"),
        "minggu": N_("counted in weeks"),
        "bulan": N_("counted in months"),
    },
}
FOR_TEMPLATES = {"service_state": STATES, "service_part": PARTS}


def time_text(brief: ServiceBrief, translate: Translate, language: str) -> str:
    """Return how long a service takes, such as `3–5 hari kerja`."""
    one, more = map(translate, UNITS[brief.unit])
    if (brief.until or brief.amount) == 1:
        return one
    until = f"–{number(brief.until, language)}" if brief.until else ""
    return more.format(time=f"{number(brief.amount, language)}{until}")


def rupiah(amount: Decimal | str, translate: Translate, language: str) -> str:
    """Return an amount, such as `Rp25.000`; `Gratis` for 0."""
    value = Decimal(amount)
    return f"Rp{number(value, language)}" if value else translate("Free")


def fee_text(brief: ServiceBrief, translate: Translate, language: str) -> str:
    """Return what a service costs, such as `Gratis` or `Rp25.000 sampai Rp50.000`."""
    if not brief.lowest:
        return ""
    lowest, highest = (rupiah(each, translate, language) for each in (brief.lowest, brief.highest))
    if lowest == highest:
        return lowest
    return translate("{lowest} to {highest}").format(lowest=lowest, highest=highest)
