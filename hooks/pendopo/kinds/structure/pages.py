"""An agency's structure: its organisation chart, and its duties and functions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pendopo.basics.markdown import plain
from pendopo.government.agency import Agency
from pendopo.kinds.officials.holders import Holding, holders, list_address
from pendopo.kinds.structure import linked_data
from pendopo.kinds.structure.record import STRUCTURE, Structure, StructureRecord, Unit
from pendopo.kinds.structure.tree import Node, chart, units_in_order
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence
from pendopo.site.page import Page

CHART, DUTIES = "struktur", "tugas-fungsi"


@dataclass(frozen=True)
class ChartView:
    """The view of the chart; `duties` is the address of the duties, empty if none are stated.

    `holders` has those of each post, by its id; it is None if the agency names no officials.
    """

    entry: Structure
    duties: str
    holders: Mapping[str, Sequence[Holding]] | None

    @property
    def record(self) -> StructureRecord:
        """The structure itself."""
        return self.entry.record

    @property
    def boxes(self) -> tuple[Node, ...]:
        """The boxes at the top of the chart."""
        return chart(self.record)


@dataclass(frozen=True)
class DutiesView:
    """The view of the duties; `chart` is the address of the chart, empty if there is none."""

    entry: Structure
    chart: str

    @property
    def record(self) -> StructureRecord:
        """The structure itself."""
        return self.entry.record

    @property
    def units(self) -> list[tuple[Unit, int]]:
        """The units with their levels; without duties only those that have parts with duties."""
        kept: list[tuple[Unit, int]] = []
        deepest = -1
        for unit, level in reversed(units_in_order(self.record)):
            if unit.duties or unit.functions or level < deepest:
                kept.append((unit, level))
                deepest = level
        return kept[::-1]


def chart_address(agency: Agency) -> str:
    """The address of the organisation chart; empty if the agency states neither units nor posts."""
    found = agency.records(STRUCTURE)
    stated = any(each.brief.units or each.brief.post_rows for each in found)
    return f"{agency.id}/{CHART}/" if stated else ""


def duties_address(agency: Agency) -> str:
    """The address of the duties and functions; empty if none are stated."""
    stated = any(each.brief.states_duties for each in agency.records(STRUCTURE))
    return f"{agency.id}/{DUTIES}/" if stated else ""


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the pages of the chart and of the duties, where the agency states them."""
    for entry in agency.records(STRUCTURE):
        if chart_address(agency):
            yield _chart(context, agency, entry)
        if duties_address(agency):
            yield _duties(context, agency, entry)


def _chart(context: Context, agency: Agency, entry: Structure) -> Page:
    _ = context.translate
    return Page(
        address=chart_address(agency),
        title=_("Organisational structure"),
        describe=lambda: _("Organisational structure of {agency}.").format(agency=agency.name),
        source=entry.path,
        template="structure/chart",
        view=lambda: ChartView(entry, duties_address(agency), _holders(context, agency)),
        agency=agency,
        menu=_("Structure"),
        updated=entry.brief.updated,
        kind=_("Structure"),
        linked=lambda base: [linked_data.structure(agency, entry.record, base)],
    )


def _holders(context: Context, agency: Agency) -> Mapping[str, Sequence[Holding]] | None:
    return holders(context, agency).current if list_address(agency) else None


def _duties(context: Context, agency: Agency, entry: Structure) -> Page:
    _ = context.translate
    return Page(
        address=duties_address(agency),
        title=_("Duties and functions"),
        describe=partial(_described, context, agency, entry),
        source=entry.path,
        template="structure/duties",
        view=lambda: DutiesView(entry, chart_address(agency)),
        agency=agency,
        menu=_("Duties and functions"),
        updated=entry.brief.updated,
        qr_code=True,
        kind=_("Duties and functions"),
    )


def _described(context: Context, agency: Agency, entry: Structure) -> str:
    if entry.record.duties:
        return plain(entry.record.duties)
    return context.translate("Duties and functions of {agency}.").format(agency=agency.name)


def weight(agency: Agency) -> int:
    """Number of pages of an agency's structure."""
    return bool(chart_address(agency)) + bool(duties_address(agency))


def evidence(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield the duties and the structure, where the agency publishes them."""
    _ = context.translate
    for entry in agency.records(STRUCTURE):
        day = entry.brief.updated
        if duties := duties_address(agency):
            yield Evidence("duties", _("Duties and functions"), duties, day)
        if shown := chart_address(agency):
            yield Evidence("structure", _("Organisational structure"), shown, day)
