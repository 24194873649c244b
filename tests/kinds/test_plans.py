"""Which plan is in force, and which speaks of what."""

from datetime import date
from itertools import combinations, permutations
from typing import Any

import pytest

from pendopo.government.agency import Agency
from pendopo.government.directory import DEFAULT_PORTAL, Directory
from pendopo.kinds.agency.record.agency import AGENCY, AgencyBrief, AgencyRecord
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.brief import PlanBrief
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.selection import (
    PREFERENCE,
    Status,
    above,
    current,
    distinct_label,
    label,
    newest_first,
    states_vision,
    status,
    with_goals,
    with_vision,
)
from pendopo.reading.entry import Entry

TODAY = date(2026, 2, 1)
PERIODS: dict[Status, tuple[int, int] | None] = {
    "in force": (2025, 2029),
    "undated": None,
    "superseded": (2024, 2028),
    "ended": (2019, 2024),
    "coming": (2030, 2034),
}


def made(
    name: str,
    period: tuple[int, int] | None = None,
    kind: str = "RPJMD",
    agency: str = "kota",
    **fields: Any,
) -> Plan:
    tree = {"type": kind, "title": name, **fields}
    if period:
        tree["period"] = {"start": str(period[0]), "end": str(period[1])}
    record = PlanRecord.model_validate(tree)
    path = f"agencies/{agency}/plans/{name}.yml"
    return Entry(PLAN, path, agency, name, "", PlanBrief.of(record))


def in_state(state: Status, name: str, kind: str = "RPJMD") -> Plan:
    replaced = {"superseded_by": "RPJMD 2025–2029"} if state == "superseded" else {}
    return made(name, PERIODS[state], kind, **replaced)


def directory(**plans: tuple[Plan, ...]) -> Directory:
    """Agencies by id, each with its plans; `kota_camat` lies below `kota`."""
    agencies = {}
    for key, of_agency in plans.items():
        id_ = key.replace("_", "/")
        path = f"agencies/{id_}/agency.yml"
        record = AgencyRecord(type="kota", name=id_)
        entry = Entry(AGENCY, path, id_, "agency", "", AgencyBrief.of(record))
        parent = id_.rpartition("/")[0] or None
        agencies[id_] = Agency(id_, entry, parent, {"plan": of_agency}, {})
    return Directory(DEFAULT_PORTAL, agencies)


def name_of(plan: Plan | None) -> str | None:
    return plan.name if plan else None


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2020, "coming"),
        (2021, "in force"),
        (2023, "in force"),
        (2026, "in force"),
        (2027, "ended"),
    ],
)
def test_a_plan_is_in_force_from_its_first_year_to_its_last(year: int, expected: Status) -> None:
    plan = made("a", (2021, 2026))
    assert status(plan, date(year, 1, 1)) == expected
    assert status(plan, date(year, 12, 31)) == expected


@pytest.mark.parametrize("year", [1945, 2026, 2100])
def test_a_plan_without_period_is_undated_in_every_year(year: int) -> None:
    assert status(made("a"), date(year, 1, 1)) == "undated"


def test_a_plan_of_one_year_is_in_force_in_that_year() -> None:
    plan = made("a", (2026, 2026), "RKPD")
    assert [status(plan, date(year, 6, 1)) for year in (2025, 2026, 2027)] == [
        "coming",
        "in force",
        "ended",
    ]


@pytest.mark.parametrize(
    "states",
    [found for count in range(1, 5) for found in combinations(PREFERENCE, count)],
    ids=" + ".join,
)
def test_the_current_plan_is_in_force_before_undated_before_ended_before_coming(
    states: tuple[Status, ...],
) -> None:
    plans = [in_state(state, state.replace(" ", "-")) for state in states]
    assert [status(plan, TODAY) for plan in plans] == list(states)
    for order in permutations(plans):
        assert name_of(current(order, TODAY)) == states[0].replace(" ", "-")


@pytest.mark.parametrize("state", PREFERENCE)
@pytest.mark.parametrize("kind", ["RPJMD", "RPD", "Renstra", "RPJMDes"])
def test_of_plans_with_one_status_a_medium_term_one_is_current(state: Status, kind: str) -> None:
    medium = in_state(state, "menengah", kind)
    others = [
        in_state(state, f"a-{other.lower()}", other)
        for other in ("RPJPD", "RKPD", "Renja", "RKPDes", "lainnya")
    ]
    assert name_of(current([*others, medium], TODAY)) == "menengah"
    assert name_of(current([medium, *others], TODAY)) == "menengah"


def test_a_plan_in_force_of_another_term_comes_before_a_medium_term_one_that_has_ended() -> None:
    plans = [made("rpjpd", (2005, 2026), "RPJPD"), made("rpjmd", (2016, 2021))]
    assert name_of(current(plans, TODAY)) == "rpjpd"


@pytest.mark.parametrize(("year", "expected"), [(2020, "a"), (2021, "b"), (2022, "b")])
def test_in_a_year_of_two_plans_the_later_one_is_current(year: int, expected: str) -> None:
    plans = [made("a", (2016, 2021)), made("b", (2021, 2026))]
    assert name_of(current(plans, date(year, 7, 1))) == expected
    assert name_of(current(plans[::-1], date(year, 7, 1))) == expected


def test_of_ended_plans_the_latest_is_current() -> None:
    plans = [made("a", (2006, 2011)), made("b", (2016, 2021)), made("c", (2011, 2016))]
    assert name_of(current(plans, TODAY)) == "b"


def test_of_no_plan_none_is_current() -> None:
    assert current([], TODAY) is None


def test_plans_come_latest_first_then_by_name_then_those_without_period() -> None:
    plans = [
        made("z"),
        made("a"),
        made("b", (2021, 2026)),
        made("d", (2025, 2029)),
        made("c", (2025, 2029)),
    ]
    assert [plan.name for plan in newest_first(plans)] == ["c", "d", "b", "a", "z"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [((2016, 2021), "2016–2021"), ((2026, 2026), "2026"), (None, "rencana-induk")],
)
def test_a_plan_is_labelled_with_its_period_or_its_name(
    period: tuple[int, int] | None, expected: str
) -> None:
    assert label(made("rencana-induk", period, "lainnya")) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"vision": {"statement": "Kota maju"}},
        {"missions": {"statements": [{"statement": "Membangun"}]}},
    ],
)
def test_a_plan_with_a_vision_or_a_mission_states_a_vision(fields: dict[str, Any]) -> None:
    assert states_vision(made("a", **fields))


@pytest.mark.parametrize(
    "fields",
    [{}, {"goals": {"statements": [{"statement": "Mewujudkan"}]}}, {"closing": "Demikian."}],
)
def test_a_plan_with_neither_states_no_vision(fields: dict[str, Any]) -> None:
    assert not states_vision(made("a", **fields))


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        (None, False),
        ({}, False),
        ({"chapter": "BAB IV", "introduction": "Tujuan."}, False),
        ({"statements": [{"statement": "Tujuan"}]}, True),
        ({"objectives": [{"statement": "Sasaran"}]}, True),
    ],
)
def test_goals_or_objectives_make_a_plan_one_with_goals(
    goals: dict[str, Any] | None, expected: bool
) -> None:
    plan = made("a", goals=goals) if goals is not None else made("a")
    agency = directory(kota=(plan,)).agencies["kota"]
    assert with_goals(agency) == ([plan] if expected else [])


def test_a_plan_derives_its_vision_from_the_plan_above_it_names() -> None:
    higher = made("2025-2029", (2025, 2029), vision={"statement": "Kota maju"})
    silent = made("2019-2024", (2019, 2024), goals={"statements": [{"statement": "Tujuan"}]})
    derived = made("a", agency="kota/camat", derives_from="kota/2025-2029")
    from_silent = made("b", agency="kota/camat", derives_from="kota/2019-2024")
    from_none = made("c", agency="kota/camat", derives_from="kota/tiada")
    own = made("d", missions={"statements": [{"statement": "Membangun"}]})
    alone = made("e", goals={"statements": [{"statement": "Tujuan"}]})
    whole = directory(
        kota=(higher, silent), kota_camat=(derived, from_silent, from_none, own, alone)
    )
    assert above(derived, whole) == (whole.agencies["kota"], higher)
    for plan in (higher, from_silent, from_none, own, alone):
        assert above(plan, whole) is None
    assert with_vision(whole.agencies["kota/camat"], whole) == [derived, own]
    assert with_vision(whole.agencies["kota"], whole) == [higher]


def test_a_plan_derives_its_vision_through_one_that_only_derives() -> None:
    higher = made("a", vision={"statement": "Kota maju"})
    between = made("b", agency="kota/camat", derives_from="kota/a")
    below = made("c", agency="kota/camat/desa", derives_from="kota/camat/b")
    whole = directory(kota=(higher,), kota_camat=(between,), kota_camat_desa=(below,))
    assert above(below, whole) == (whole.agencies["kota"], higher)


def test_plans_that_derive_from_each_other_are_not_followed_for_ever() -> None:
    first = made("a", derives_from="kota/camat/b")
    second = made("b", agency="kota/camat", derives_from="kota/a")
    own = made("c", derives_from="kota/c")
    whole = directory(kota=(first, own), kota_camat=(second,))
    assert [above(plan, whole) for plan in (first, second, own)] == [None, None, None]


def test_a_label_that_two_plans_share_is_told_apart_by_the_name() -> None:
    plans = [made("2025-2029", (2025, 2029)), made("baru", (2025, 2029)), made("c", (2020, 2024))]
    assert [distinct_label(plan, plans) for plan in plans] == [
        "2025–2029 (2025-2029)",
        "2025–2029 (baru)",
        "2020–2024",
    ]
