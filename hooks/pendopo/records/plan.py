"""plans/NAME.yml: what an agency has promised for a period, from the vision to the targets."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from ..documents import Location
from ..fields import (
    Day,
    Line,
    PlanReference,
    Prose,
    Statement,
    WebAddress,
    Whole,
    Year,
    described,
)
from .record import Finding, Part, Source

PlanType = Literal[
    "RPJPD", "RPJMD", "RPD", "RKPD", "Renstra", "Renja", "RPJMDes", "RKPDes", "lainnya"
]

EXPECTED_LENGTHS = {
    "RPJPD": (19, 20),
    "RPJMD": (4, 5),
    "Renstra": (4, 5),
    "RKPD": (0,),
    "Renja": (0,),
    "RKPDes": (0,),
}
"""Years between the first and the last year of a period. UU 25/2004, Permendagri 86/2017; the
generation of 2025 writes 2025–2029 (4) where earlier ones wrote 2021–2026 (5)."""


class Period(Part):
    """First and last calendar year of a plan."""

    start: Year = described("Start", "First year.", "2021")
    end: Year = described("End", "Last year.", "2026")


class LegalBasis(Part):
    """The regulation that a plan rests on."""

    title: Line = described(
        "Title", "Kind, number, year and subject.", "Peraturan Daerah Nomor 4 Tahun 2021"
    )
    url: WebAddress | None = described(
        "Address", "Where the regulation can be read.", "https://jdih.example.go.id/", None
    )


class Vision(Part):
    """The vision and the words around it."""

    heading: Line | None = described(
        "Heading", "Heading in the document, if not simply “Visi”.", "Visi Organisasi", None
    )
    introduction: Prose | None = described(
        "Introduction", "What the document says before it.", "Visi adalah …", None
    )
    higher_lead_in: Statement | None = described(
        "Lead-in of the higher vision",
        "Words with which the document introduces the vision that it derives from.",
        "Visi Wali Kota Binjai periode 2016–2021 yaitu",
        None,
    )
    lead_in: Statement | None = described(
        "Lead-in",
        "Words directly before the statement.",
        "Visi Wali Kota periode 2021–2026 adalah:",
        None,
    )
    statement: Statement | None = described(
        "Statement", "The vision, word for word, without quotation marks.", "Kota yang …", None
    )
    tagline: Line | None = described("Tagline", "The vision in one word or two.", "ANDALAN", None)
    explanation: Prose | None = described(
        "Explanation", "What the document explains after it.", "Kota mandiri berarti …", None
    )


class Mission(Part):
    """One mission."""

    statement: Statement = described(
        "Statement", "The mission, word for word, without its number.", "Meningkatkan …"
    )
    heading: Statement | None = described(
        "Heading", "Heading of the elaboration, if worded otherwise.", "Peningkatan …", None
    )
    elaboration: Prose | None = described(
        "Elaboration", "What the document explains about it.", "Misi ini bertujuan …", None
    )


class Missions(Part):
    """The missions in their order and the words around them."""

    heading: Line | None = described(
        "Heading", "Heading in the document, if not simply “Misi”.", "Misi Organisasi", None
    )
    introduction: Prose | None = described(
        "Introduction", "What the document says before them.", "Misi adalah …", None
    )
    higher_lead_in: Statement | None = described(
        "Lead-in of the higher missions",
        "Words with which the document introduces the missions that it derives from.",
        "Misi Wali Kota Binjai periode 2016–2021 yaitu",
        None,
    )
    lead_in: Statement | None = described(
        "Lead-in", "Words directly before the list.", "Terdapat 8 (delapan) misi:", None
    )
    statements: tuple[Mission, ...] = described(
        "Missions", "The missions in their order.", [{"statement": "Meningkatkan …"}], ()
    )
    elaboration_lead_in: Statement | None = described(
        "Lead-in of the elaborations",
        "Words directly before the elaborations.",
        "Dengan penjabaran sebagai berikut:",
        None,
    )


Polarity = Literal["higher", "lower", "range"]
Value = Annotated[Statement, "a target as printed: a number, a range or words"]
Targets = Annotated[
    Annotated[tuple[Value, ...], Tag("list")] | Annotated[dict[Year, Value], Tag("mapping")],
    Discriminator(lambda value: "mapping" if isinstance(value, dict) else "list"),
]
"""By the plan's year 1, 2, 3 … (a list) or by calendar year (a mapping)."""


class Measure(Part):
    """What is measured, in what unit, and which direction is the good one."""

    name: Statement = described("Name", "Name of the indicator.", "Indeks kepuasan masyarakat")
    unit: Line | None = described("Unit", "Unit of the values.", "%", None)
    polarity: Polarity | None = described(
        "Polarity", "higher, lower or range: where the good values lie.", "higher", None
    )
    components: tuple[Statement, ...] = described(
        "Components", "Parts that are measured together.", ["Pengantar KK", "Izin usaha"], ()
    )


class Indicator(Measure):
    """An indicator with its row of targets."""

    targets: Targets = described(
        "Targets",
        "A list for the years 1, 2, 3 … of the plan, or a value for each calendar year.",
        ["85", "90", "93", "95", "98"],
        (),
    )
    same_targets: tuple[Measure, ...] = described(
        "Same targets",
        "Further indicators for which the document prints the same row of targets.",
        [{"name": "Tingkat partisipasi masyarakat", "unit": "%"}],
        (),
    )


class Objective(Part):
    """What a goal means in measurable terms."""

    statement: Statement = described(
        "Statement", "The objective, word for word.", "Meningkatnya kualitas pelayanan publik"
    )
    statement_in_table: Statement | None = described(
        "Statement in the table", "Its wording in the table, if it differs.", "Kualitas …", None
    )
    mission: Whole | None = described(
        "Mission", "Number of the mission it serves, if no goal says so.", "3", None
    )
    indicators: tuple[Indicator, ...] = described(
        "Indicators", "How it is measured.", [{"name": "Indeks kepuasan", "unit": "%"}], ()
    )


class Goal(Part):
    """A goal with its objectives and indicators."""

    statement: Statement = described(
        "Statement", "The goal, word for word.", "Mewujudkan tata kelola yang akuntabel"
    )
    statement_in_table: Statement | None = described(
        "Statement in the table", "Its wording in the table, if it differs.", "Tata kelola …", None
    )
    mission: Whole | None = described("Mission", "Number of the mission it serves.", "3", None)
    indicators: tuple[Indicator, ...] = described(
        "Indicators", "How the goal itself is measured.", [{"name": "Indeks", "unit": "%"}], ()
    )
    objectives: tuple[Objective, ...] = described(
        "Objectives", "The objectives of the goal.", [{"statement": "Meningkatnya …"}], ()
    )


class Table(Part):
    """What the document prints around its table of targets."""

    lead_in: Statement | None = described(
        "Lead-in", "Words directly before the table.", "Disajikan dalam tabel berikut:", None
    )
    number: Line | None = described("Number", "Number of the table.", "Tabel 4.1", None)
    title: Statement | None = described(
        "Title", "Title of the table.", "Tujuan dan Sasaran Jangka Menengah", None
    )
    targets_heading: Statement | None = described(
        "Heading of the targets",
        "What stands above the columns of the targets.",
        "Target kinerja sasaran pada tahun ke-",
        None,
    )


class Goals(Part):
    """Goals, objectives and indicators, and the words around them."""

    chapter: Line | None = described("Chapter", "Chapter in the document.", "BAB IV", None)
    heading: Line | None = described(
        "Heading", "Heading in the document.", "Tujuan dan Sasaran", None
    )
    subheading: Line | None = described(
        "Subheading", "Second heading in the document.", "Tujuan Jangka Menengah", None
    )
    introduction: Prose | None = described(
        "Introduction", "What the document says before them.", "Tujuan merupakan …", None
    )
    lead_in: Statement | None = described(
        "Lead-in", "Words directly before the goals.", "Tujuan yang ingin dicapai:", None
    )
    statements: tuple[Goal, ...] = described(
        "Goals", "The goals in their order.", [{"statement": "Mewujudkan …"}], ()
    )
    objectives_lead_in: Statement | None = described(
        "Lead-in of the objectives", "Words directly before them.", "Sasarannya:", None
    )
    objectives: tuple[Objective, ...] = described(
        "Objectives",
        "Objectives that the document gives to a mission and not to one goal.",
        [{"statement": "Meningkatnya …", "mission": "1"}],
        (),
    )
    table: Table | None = described(
        "Table", "Words of the table of targets.", {"number": "Tabel 4.1"}, None
    )


class PlanRecord(Part):
    """One planning document of an agency."""

    type: PlanType = described("Type", "Kind of document.", "Renstra")
    title: Line = described("Title", "Title of the document.", "Rencana Strategis 2021–2026")
    period: Period | None = described(
        "Period",
        "First and last year; leave it out only if the document does not say.",
        {"start": "2021", "end": "2026"},
        None,
    )
    derives_from: PlanReference | None = described(
        "Derives from", "Plan of an agency above, as agency/name.", "kota-binjai/2016-2021", None
    )
    legal_basis: tuple[LegalBasis, ...] = described(
        "Legal basis", "Regulations that it rests on.", [{"title": "Perda Nomor 4 Tahun 2021"}], ()
    )
    heading: Line | None = described(
        "Heading", "Heading of vision and mission in the document.", "Visi Misi", None
    )
    vision: Vision | None = described("Vision", "The vision.", {"statement": "Kota …"}, None)
    missions: Missions | None = described(
        "Missions", "The missions.", {"statements": [{"statement": "Meningkatkan …"}]}, None
    )
    closing: Prose | None = described(
        "Closing", "What the document says at the end.", "Dengan adanya visi …", None
    )
    goals: Goals | None = described(
        "Goals", "The goals.", {"statements": [{"statement": "Mewujudkan …"}]}, None
    )
    sources: tuple[Source, ...] = described(
        "Sources",
        "Documents that this record was taken from.",
        [{"title": "Renstra Kecamatan Metro Timur"}],
        (),
    )
    updated: Day | None = described(
        "Updated", "Day on which the record was last checked.", "2026-11-22", None
    )


def indicator_rows(plan: PlanRecord) -> Iterator[tuple[Location, Indicator]]:
    """Every row of indicators of a plan with its place in the record."""
    if plan.goals is None:
        return
    holders: list[tuple[Location, Any]] = []
    for g, goal in enumerate(plan.goals.statements):
        place: Location = ("goals", "statements", g)
        holders.append((place, goal))
        holders += [((*place, "objectives", o), each) for o, each in enumerate(goal.objectives)]
    for o, objective in enumerate(plan.goals.objectives):
        holders.append((("goals", "objectives", o), objective))
    for place, holder in holders:
        for i, row in enumerate(holder.indicators):
            yield (*place, "indicators", i), row


def plan_rules(plan: PlanRecord) -> Iterator[Finding]:
    """All rules that one plan is judged by on its own."""
    yield from _something_said(plan)
    yield from _nothing_hidden(plan)
    yield from _plausible_period(plan)
    yield from _known_missions(plan)
    yield from _one_kind_of_targets(plan)
    yield from _targets_within_period(plan)


def _something_said(plan: PlanRecord) -> Iterator[Finding]:
    """A plan has a vision, a mission or a goal, or derives from a plan that has."""
    if not (plan.vision or plan.missions or plan.goals or plan.derives_from):
        yield Finding((), "plan-empty")


def _nothing_hidden(plan: PlanRecord) -> Iterator[Finding]:
    """Words around a statement, a list or a table are shown only if there is one."""
    vision, missions, goals = plan.vision, plan.missions, plan.goals
    if vision and not vision.statement and not plan.derives_from:
        yield Finding(("vision",), "words-alone", {"key": "statement"})
    if missions and not missions.statements and not plan.derives_from:
        yield Finding(("missions",), "words-alone", {"key": "statements"})
    if goals and not goals.statements and not goals.objectives:
        yield Finding(("goals",), "words-alone", {"key": "statements"})
    if goals and goals.table and not any(indicator_rows(plan)):
        yield Finding(("goals", "table"), "words-alone", {"key": "indicators"})


def _plausible_period(plan: PlanRecord) -> Iterator[Finding]:
    """A period ends after it starts and is as long as its kind of document demands."""
    if plan.period is None:
        return
    start, end = plan.period.start, plan.period.end
    expected = EXPECTED_LENGTHS.get(plan.type, range(31))
    place = ("period", "end")
    if end < start:
        yield Finding(place, "period-order", {"start": start, "end": end})
    elif end - start not in expected:
        values = {"type": plan.type, "length": end - start, "start": start, "end": end}
        lengths = f"{expected[0]}–{expected[-1]}" if len(expected) > 1 else str(expected[0])
        yield Finding(place, "period-length", values | {"expected": lengths})


def _known_missions(plan: PlanRecord) -> Iterator[Finding]:
    """A goal or objective serves a mission that the plan has."""
    if plan.goals is None:
        return
    count = len(plan.missions.statements) if plan.missions else 0
    named = [
        (("statements", index), goal.mission) for index, goal in enumerate(plan.goals.statements)
    ]
    named += [
        (("objectives", index), each.mission) for index, each in enumerate(plan.goals.objectives)
    ]
    for place, mission in named:
        if mission is not None and not 1 <= mission <= count:
            values = {"value": mission, "count": count}
            yield Finding(("goals", *place, "mission"), "mission-unknown", values)


def _one_kind_of_targets(plan: PlanRecord) -> Iterator[Finding]:
    """One plan gives its targets either by ordinal or by calendar year."""
    first: type | None = None
    for place, row in indicator_rows(plan):
        if not row.targets:
            continue
        first = first or type(row.targets)
        if type(row.targets) is not first:
            code = "targets-list" if isinstance(row.targets, tuple) else "targets-mapping"
            yield Finding((*place, "targets"), code)


def _targets_within_period(plan: PlanRecord) -> Iterator[Finding]:
    """No more targets than the period has years, and none for a year outside it.

    The generation of 2025 plans one year past its period (2025–2029 with targets to 2030).
    """
    if plan.period is None or plan.period.end < plan.period.start:
        return
    start, end = plan.period.start, plan.period.end
    for place, row in indicator_rows(plan):
        if isinstance(row.targets, tuple) and len(row.targets) > end - start + 2:
            values = {"count": len(row.targets), "years": end - start + 1}
            yield Finding((*place, "targets"), "targets-many", values)
        if isinstance(row.targets, dict):
            for year in row.targets:
                if not start <= year <= end + 1:
                    values = {"value": year, "start": start, "end": end}
                    yield Finding((*place, "targets", str(year)), "targets-year", values)
