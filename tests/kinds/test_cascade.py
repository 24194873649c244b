"""The cascade of goals, and the problems in it."""

import pytest

from conftest import AGENCY, TODAY, Write, codes, warnings
from pendopo.government.directory import Directory
from pendopo.kinds.plans.cascade import SUPPORTERS, Supporters, supported
from pendopo.kinds.plans.record import PLAN
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
CAMAT = f"{KOTA}/kecamatan-a"
DESA = f"{CAMAT}/desa-b"
HEAD = "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
MISSIONS = "missions: {statements: [{statement: Satu}, {statement: Dua}]}\n"
ABOVE = (
    f"{HEAD}{MISSIONS}goals:\n  statements:\n"
    "    - {statement: Tujuan kota, mission: 1, objectives: [{statement: Sasaran kota}]}\n"
    "    - {statement: Tujuan lain, mission: 2}\n"
    "  objectives: [{statement: Sasaran bebas}]\n"
)


def below(*supports: str, head: str = HEAD, more: str = "") -> str:
    listed = ", ".join(supports)
    return f"{head}{more}goals:\n  statements:\n    - {{statement: Bawah, supports: [{listed}]}}\n"


def files(plan: str, above: str = ABOVE, **others: str) -> dict[str, str | bytes]:
    return {
        f"{KOTA}/agency.yml": AGENCY,
        f"{CAMAT}/agency.yml": "type: kecamatan\nname: Kecamatan A\n",
        f"{DESA}/agency.yml": "type: desa\nname: Desa B\n",
        f"{KOTA}/plans/2025-2029.yml": above,
        f"{CAMAT}/plans/2025-2029.yml": plan,
        **others,
    }


def site_with(write: Write, plan: str, above: str = ABOVE, **others: str) -> Site:
    return site_of(write(files(plan, above, **others)), TODAY)[0]


@pytest.mark.parametrize(
    "reference",
    ["misi-1", "misi-2", "tujuan-1", "tujuan-2", "sasaran-1-1", "sasaran-1"],
)
def test_every_part_of_a_plan_above_can_be_served(write: Write, reference: str) -> None:
    plan = below(f'"kota-uji/2025-2029#{reference}"')
    assert codes(write(files(plan))) == []
    site = site_with(write, plan)
    (server,) = site.context.directory.fact(SUPPORTERS)["kota-uji/2025-2029"]
    assert (server.supports, server.reference) == (reference, "kota-uji/kecamatan-a/2025-2029")
    assert (server.name, server.anchor, server.statement) == ("Kecamatan A", "tujuan-1", "Bawah")


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("kota-uji/2025-2029#misi-3", "supports-missing-nearest"),
        ("kota-uji/2025-2029#sasaran-1-2", "supports-missing-nearest"),
        ("kota-uji/2025-2028#misi-1", "supports-missing-nearest"),
        ("kabupaten-lain/rencana#misi-1", "supports-missing"),
        ("kota-uji/kecamatan-a/2025-2029#tujuan-1", "supports-place"),
        ("kota-uji/kecamatan-a/desa-b/2025-2029#tujuan-1", "supports-place"),
    ],
)
def test_what_is_not_there_or_not_above_is_told_at_its_place(
    write: Write, reference: str, code: str
) -> None:
    lowest = below('"kota-uji/2025-2029#misi-1"')
    found = codes(write(files(below(f'"{reference}"'), **{f"{DESA}/plans/2025-2029.yml": lowest})))
    assert found == [f"{CAMAT}/plans/2025-2029.yml:6:37 {code}"]


def test_the_nearest_part_is_named(write: Write) -> None:
    _, problems = site_of(write(files(below('"kota-uji/2025-2029#misi-3"'))), TODAY)
    (found,) = (each for each in problems if each.code == "supports-missing-nearest")
    assert dict(found.values)["nearest"] in {
        "kota-uji/2025-2029#misi-1",
        "kota-uji/2025-2029#misi-2",
    }


def test_a_plan_above_that_is_not_sound_tells_its_own_problems_and_brings_no_others(
    write: Write,
) -> None:
    above = ABOVE.replace("mission: 2", "zzz: 2")
    folder = write(files(below('"kota-uji/2025-2029#misi-9"'), above))
    assert [each.rpartition(" ")[2] for each in codes(folder)] == ["key-unknown"]
    folder = write(files(below('"kota-uji/2025-2029#misi-9"'), "type: RPJMD\n"))
    assert [each.rpartition(" ")[2] for each in codes(folder)] == ["key-missing"]


def test_a_plan_of_another_time_is_warned_of(write: Write) -> None:
    older = HEAD.replace("2025", "2015").replace("2029", "2019")
    plan = below('"kota-uji/2025-2029#misi-1"', head=older)
    assert codes(write(files(plan))) == []
    assert f"{CAMAT}/plans/2025-2029.yml:6:37 supports-period" in warnings(write(files(plan)))


def test_goals_that_serve_nothing_and_goals_that_nobody_serves_are_listed(write: Write) -> None:
    plan = (
        f"{HEAD}goals:\n  statements:\n"
        '    - {statement: Satu, supports: ["kota-uji/2025-2029#tujuan-1"]}\n'
        "    - {statement: Dua}\n"
    )
    _, problems = site_of(write(files(plan)), TODAY)
    found = {each.code: dict(each.values) for each in problems if each.code.startswith("supports")}
    assert found["supports-none"]["anchors"] == "tujuan-2"
    assert found["supports-none"]["example"] == "kota-uji/2025-2029#misi-1"
    assert found["supports-nobody"]["anchors"] == "tujuan-2, sasaran-1"


def test_an_objective_serves_for_its_goal(write: Write) -> None:
    plan = (
        f"{HEAD}goals:\n  statements:\n    - statement: Satu\n      objectives:\n"
        '        - {statement: Dua, supports: ["kota-uji/2025-2029#sasaran-1-1"]}\n'
    )
    _, problems = site_of(write(files(plan)), TODAY)
    found = {each.code: dict(each.values) for each in problems if each.code.startswith("supports")}
    assert "supports-none" not in found
    assert found["supports-nobody"]["anchors"] == "tujuan-2, sasaran-1"


@pytest.mark.parametrize("head", [HEAD.replace("2025", "2015").replace("2029", "2019")])
def test_of_plans_that_have_ended_nothing_is_listed(write: Write, head: str) -> None:
    above = ABOVE.replace(HEAD, head)
    found = warnings(write(files(below('"kota-uji/2025-2029#misi-1"', head=head), above)))
    assert [each for each in found if "supports" in each] == []


def test_a_goal_of_a_plan_without_missions_serves_the_mission_that_it_names(write: Write) -> None:
    plan = (
        f"{HEAD}derives_from: kota-uji/2025-2029\n"
        "goals: {statements: [{statement: Bawah, mission: 2}]}\n"
    )
    site = site_with(write, plan)
    (server,) = site.context.directory.fact(SUPPORTERS)["kota-uji/2025-2029"]
    assert server.supports == "misi-2"
    (lower,) = site.context.directory.agencies["kota-uji/kecamatan-a"].records(PLAN)
    ((agency, higher, anchor),) = supported(lower, site.context.directory)["tujuan-1"]
    assert (agency.id, higher.name, anchor) == ("kota-uji", "2025-2029", "misi-2")


def supporters_of(directory: Directory, agency: str) -> Supporters:
    visible = directory.visible_to(directory.agencies[agency])
    return visible.fact(SUPPORTERS)


def test_who_serves_whom_is_followed_down_the_tree(write: Write) -> None:
    lowest = below('"kota-uji/kecamatan-a/2025-2029#tujuan-1"')
    site = site_with(
        write,
        below('"kota-uji/2025-2029#misi-1"'),
        **{f"{DESA}/plans/2025-2029.yml": lowest},
    )
    directory = site.context.directory
    assert list(supporters_of(directory, "kota-uji")) == [
        "kota-uji/2025-2029",
        "kota-uji/kecamatan-a/2025-2029",
    ]
    assert list(supporters_of(directory, "kota-uji/kecamatan-a")) == [
        "kota-uji/kecamatan-a/2025-2029"
    ]
    assert supporters_of(directory, "kota-uji/kecamatan-a/desa-b") == {}
