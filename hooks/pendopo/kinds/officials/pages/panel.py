"""The panel of an agency's first page: its head, and the beginning of the greeting."""

from collections.abc import Sequence
from dataclasses import dataclass

from pendopo.basics.markdown import plain, shortened
from pendopo.government.agency import Agency
from pendopo.kinds.officials.holders import Holding, holders, list_address, structure_of
from pendopo.kinds.officials.record import OFFICIAL
from pendopo.kinds.structure.pages import chart_address
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank

LONGEST = 280
"""Characters of a greeting."""


@dataclass(frozen=True)
class View:
    """The data that the template prints; `greeting` begins the one of the first of `heads`.

    `people` and `chart` are addresses, `chart` is empty if there is none.
    """

    heads: Sequence[Holding]
    greeting: str
    people: str
    chart: str


def _view(context: Context, agency: Agency | None) -> View | None:
    structure = structure_of(agency) if agency else None
    if agency is None or structure is None:
        return None
    heads = holders(context, agency).of_post(structure.head)
    if not heads:
        return None
    greeting = _greeting(agency, heads[0].id)
    return View(heads, greeting, list_address(agency), chart_address(agency))


def _greeting(agency: Agency, name: str) -> str:
    entry = agency.named(OFFICIAL, name)
    stated = entry.record.greeting if entry else None
    return shortened(plain(stated.text), LONGEST) if stated else ""


PANEL = Panel(Rank.PEOPLE, "officials/panel", _view)
