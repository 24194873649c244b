"""Goals, objectives, indicators and targets: the measurable part of a plan."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pendopo.basics.locations import Location
from pendopo.kinds.plans.record.indicators import Indicator
from pendopo.kinds.plans.record.references import GoalReference, MissionNumbers, PlanYear
from pendopo.reading.fields import Line, Prose, Statement, described
from pendopo.reading.record import Model


class PolicyDirection(Model):
    """The policy that a strategy implies for one year or for the whole period."""

    statement: Statement = described(
        "Statement", "The policy direction, word for word.", "Memperluas layanan daring"
    )
    year: PlanYear | None = described("Year", "The year it is meant for.", "2026", None)


class Strategy(Model):
    """A strategy for reaching a goal or an objective."""

    statement: Statement = described(
        "Statement", "The strategy, word for word.", "Meningkatkan kompetensi petugas"
    )
    policy_directions: tuple[PolicyDirection, ...] = described(
        "Policy directions", "Its policy directions.", [{"statement": "Memperluas …"}], ()
    )


class Objective(Model):
    """A measurable objective, usually one that makes a goal concrete."""

    statement: Statement = described(
        "Statement", "The objective, word for word.", "Meningkatnya kualitas pelayanan publik"
    )
    statement_in_table: Statement | None = described(
        "Statement in the table", "Its wording in the table, if it differs.", "Kualitas …", None
    )
    mission: MissionNumbers = described(
        "Mission", "Number of the mission it serves, or a list, if no goal says so.", "3", ()
    )
    indicators: tuple[Indicator, ...] = described(
        "Indicators", "How it is measured.", [{"name": "Indeks kepuasan", "unit": "%"}], ()
    )
    supports: tuple[GoalReference, ...] = described(
        "Supports",
        "Missions, goals or objectives of agencies above that it serves.",
        ["kota-binjai/2016-2021#misi-2"],
        (),
    )
    strategies: tuple[Strategy, ...] = described(
        "Strategies", "How it is to be reached.", [{"statement": "Meningkatkan …"}], ()
    )


class Goal(Model):
    """A goal with its objectives and indicators."""

    statement: Statement = described(
        "Statement", "The goal, word for word.", "Mewujudkan tata kelola yang akuntabel"
    )
    statement_in_table: Statement | None = described(
        "Statement in the table", "Its wording in the table, if it differs.", "Tata kelola …", None
    )
    mission: MissionNumbers = described(
        "Mission", "Number of the mission it serves, or a list of numbers.", "3", ()
    )
    indicators: tuple[Indicator, ...] = described(
        "Indicators", "How the goal itself is measured.", [{"name": "Indeks", "unit": "%"}], ()
    )
    supports: tuple[GoalReference, ...] = described(
        "Supports",
        "Missions, goals or objectives of agencies above that it serves.",
        ["kota-binjai/2016-2021#misi-2"],
        (),
    )
    strategies: tuple[Strategy, ...] = described(
        "Strategies", "How it is to be reached.", [{"statement": "Meningkatkan …"}], ()
    )
    objectives: tuple[Objective, ...] = described(
        "Objectives", "The objectives of the goal.", [{"statement": "Meningkatnya …"}], ()
    )


class Table(Model):
    """The text that the document prints around its table of targets."""

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


class Goals(Model):
    """The goals, objectives and indicators, and the text around them."""

    chapter: Line | None = described("Chapter", "Chapter in the document.", "BAB IV", None)
    heading: Statement | None = described(
        "Heading", "Heading in the document.", "Tujuan dan Sasaran", None
    )
    subheading: Statement | None = described(
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


class Element(NamedTuple):
    """A goal or an objective, with its location in the record and its name on the page.

    `goal` is the number of the goal that contains an objective, 0 if there is none.
    """

    location: Location
    anchor: str
    entry: Goal | Objective
    goal: int = 0


def elements(goals: Goals | None) -> Iterator[Element]:
    """Yield every goal followed by its objectives, then the objectives without a goal."""
    if goals is None:
        return
    for g, goal in enumerate(goals.statements):
        place: Location = ("goals", "statements", g)
        yield Element(place, f"tujuan-{g + 1}", goal)
        for o, objective in enumerate(goal.objectives):
            anchor = f"sasaran-{g + 1}-{o + 1}"
            yield Element((*place, "objectives", o), anchor, objective, g + 1)
    for o, objective in enumerate(goals.objectives):
        yield Element(("goals", "objectives", o), f"sasaran-{o + 1}", objective)


def by_goal(found: Iterable[Element]) -> dict[str, list[Element]]:
    """Return the objectives of each goal, keyed by the goal's name on the page."""
    inner: dict[str, list[Element]] = defaultdict(list)
    for each in found:
        if each.goal:
            inner[f"tujuan-{each.goal}"].append(each)
    return inner


def named_missions(goals: Goals | None) -> Iterator[tuple[Location, int]]:
    """Yield every mission number that a goal or objective names, with its location."""
    for each in elements(goals):
        for index, number in enumerate(each.entry.mission):
            yield (*each.location, "mission", index), number
