"""Goals, objectives, indicators and targets: the measurable part of a plan."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from ..documents import Location
from ..fields import Line, Prose, Statement, Whole, Year, described
from .record import Part

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


def named_missions(goals: Goals | None) -> Iterator[tuple[Location, int]]:
    """Every number of a mission that a goal or objective names, with its place in the record."""
    if goals is None:
        return
    lists: tuple[tuple[str, Sequence[Goal | Objective]], ...] = (
        ("statements", goals.statements),
        ("objectives", goals.objectives),
    )
    for kind, entries in lists:
        for index, entry in enumerate(entries):
            place: Location = ("goals", kind, index)
            if entry.mission is not None:
                yield (*place, "mission"), entry.mission
            for inner, objective in enumerate(entry.objectives if isinstance(entry, Goal) else ()):
                if objective.mission is not None:
                    yield (*place, "objectives", inner, "mission"), objective.mission
