"""What an agency publishes of that which the law wants published.

Sources are named as far as they are known for certain; letters of their lists are not. An item that
must be published periodically is old when its newest evidence is of more than six months ago; one
without a day is taken as it is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import starmap
from typing import Literal, NamedTuple

from pendopo.basics.items import Item
from pendopo.basics.translations import N_
from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.documents.record import DOCUMENT
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence

State = Literal["there", "old", "absent"]
HALF_A_YEAR = 183
"""Days for which an item counts that must be published at least every six months."""
A_YEAR = 366
MOST_SHOWN = 5
"""Evidence that is shown for an item, the newest first."""

PERIODIC = "UU 14/2008 Pasal 9, PerKI 1/2021"
AT_ONCE = "UU 14/2008 Pasal 10, PerKI 1/2021"
ANY_TIME = "UU 14/2008 Pasal 11, PerKI 1/2021"
SERVICE = "UU 25/2009, PermenPANRB 15/2014"
SURVEY = "PermenPANRB 14/2017"

TYPES = frozenset(
    {
        *("provinsi", "kabupaten", "kota", "sekretariat", "inspektorat", "dinas", "badan"),
        *("kecamatan", "rumah-sakit"),
    }
)
"""The types of agency that are judged: public bodies with an information officer of their own.

Units below these publish through them, and villages have a standard of their own (PerKI 1/2018).
"""


class Requirement(NamedTuple):
    """An item with its label and source, and whether it is compulsory.

    `days` is for how long its evidence counts; 0 for as long as it stands.
    """

    item: Item
    label: str
    source: str
    days: int = 0
    compulsory: bool = True


REQUIREMENTS = (
    *starmap(
        partial(Requirement, days=HALF_A_YEAR),
        (
            ("identity", N_("Name, seat and kind of the agency"), PERIODIC),
            ("contacts", N_("Address, telephone and e-mail"), PERIODIC),
            ("duties", N_("Duties and functions"), PERIODIC),
            ("structure", N_("Organizational structure"), PERIODIC),
            ("officials", N_("Short profiles of officials"), PERIODIC),
            ("wealth-reports", N_("Wealth reports of officials (LHKPN)"), PERIODIC),
            ("vision", N_("Vision and mission"), PERIODIC),
            ("programmes", N_("Programmes and activities with their budget"), PERIODIC),
            ("agenda", N_("Important events"), PERIODIC),
            ("rights", N_("Rights of the public, recruitment of staff"), PERIODIC),
            ("performance", N_("Summary of performance"), PERIODIC),
            ("budget-realisation", N_("Budget and its realisation"), PERIODIC),
            ("balance-sheet", N_("Balance sheet"), PERIODIC),
            ("cash-flow", N_("Cash flow or notes on the financial report"), PERIODIC),
            ("assets", N_("List of assets and investments"), PERIODIC),
            ("access-report", N_("Report on requests for information"), PERIODIC),
            ("regulations", N_("Regulations, decrees and policies"), PERIODIC),
            ("information-procedure", N_("How to obtain information and to object"), PERIODIC),
            ("complaints", N_("How to complain of abuse of office"), PERIODIC),
            ("procurement", N_("Procurement of goods and services"), PERIODIC),
            ("evacuation", N_("Early warning and evacuation of the office"), PERIODIC),
        ),
    ),
    Requirement("information-officer", N_("Information officer (PPID)"), PERIODIC),
    Requirement("immediate", N_("Information at once in an emergency"), AT_ONCE),
    Requirement("information-list", N_("List of public information"), ANY_TIME),
    Requirement("plans", N_("Plans (Renstra, Renja)"), ANY_TIME),
    Requirement("services", N_("Service standards"), SERVICE),
    Requirement("service-pledge", N_("Service pledge"), "UU 25/2009"),
    Requirement("survey", N_("Survey of the public's satisfaction"), SURVEY, days=A_YEAR),
    Requirement("hours", N_("Opening hours"), "", compulsory=False),
)
FOR_TEMPLATES: Mapping[str, Mapping[str, str]] = {
    "requirement_name": {each.item: each.label for each in REQUIREMENTS}
}
CHOICES = {Item: FOR_TEMPLATES["requirement_name"]}


class Standing(NamedTuple):
    """How one item stands; `evidence` is the newest, at most `MOST_SHOWN`, of those `found`."""

    requirement: Requirement
    state: State
    evidence: tuple[Evidence, ...]
    found: int


@dataclass(frozen=True)
class Disclosure:
    """How all items of an agency stand."""

    standings: tuple[Standing, ...]

    def count(self, state: State) -> int:
        """Return the number of items in a state."""
        return sum(each.state == state for each in self.standings)

    @property
    def total(self) -> int:
        """The number of items."""
        return len(self.standings)

    @property
    def published(self) -> int:
        """The number of items of which there is any evidence, old or new."""
        return self.total - self.count("absent")


def _in_use(directory: Directory) -> bool:
    return any(each.records(DOCUMENT) for each in directory.agencies.values())


IN_USE: Derived[bool] = Derived("public information is listed", _in_use)
"""Whether any agency lists its public information on this site.

A government that lists it elsewhere would be told that all of it is missing, and each agency would
have a page for that.
"""


def judged(context: Context, agency: Agency) -> bool:
    """Return whether the items are expected of an agency: of none that has ended."""
    lives = not agency.brief.has_ended(context.today)
    return lives and agency.brief.type in TYPES and context.directory.fact(IN_USE)


def all_judged(context: Context) -> list[Agency]:
    """Return all agencies of which the items are expected."""
    return [each for each in context.living.in_order if judged(context, each)]


def disclosure(context: Context, agency: Agency) -> Disclosure:
    """Return how the items of an agency stand today."""
    return context.once(f"disclosure {agency.id}", partial(_disclosure, context, agency))


def _disclosure(context: Context, agency: Agency) -> Disclosure:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for each in context.kinds.evidence(context, agency):
        found[each.item].append(each)
    today = context.today_of(agency).toordinal()
    return Disclosure(tuple(_standing(each, found, today) for each in REQUIREMENTS))


def _standing(
    requirement: Requirement, found: Mapping[str, list[Evidence]], today: int
) -> Standing:
    newest = sorted(found.get(requirement.item, ()), key=lambda each: each.day, reverse=True)
    return Standing(
        requirement, _state(requirement, newest, today), tuple(newest[:MOST_SHOWN]), len(newest)
    )


def _state(requirement: Requirement, evidence: Sequence[Evidence], today: int) -> State:
    if not evidence:
        return "absent"
    old = requirement.days and all(_is_old(each, requirement.days, today) for each in evidence)
    return "old" if old else "there"


def _is_old(evidence: Evidence, days: int, today: int) -> bool:
    return bool(evidence.day) and date.fromisoformat(evidence.day).toordinal() < today - days
