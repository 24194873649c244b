"""The tree of government: who belongs to whom, and what hangs on an agency."""

from collections.abc import Mapping

import pytest

from conftest import AGENCY, TODAY, Write
from pendopo.government.agency import Agency
from pendopo.government.directory import DEFAULT_PORTAL, Directory
from pendopo.kinds.news.record import ARTICLE
from pendopo.kinds.plans.record import PLAN
from pendopo.kinds.plans.selection import plan_at
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.context import Context
from pendopo.site.planning import Site, plan_agency, plan_portal
from places import FRAME, PUBLICATION, site_of
from samples import PNG

KOTA, CAMAT = "agencies/kota-uji", "agencies/kota-uji/kecamatan-a"
HEAD, CAMAT_HEAD = f"{KOTA}/agency.yml", f"{CAMAT}/agency.yml"
UNSOUND = "type: kota\n"
VISION = "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\nvision: {statement: Maju}\n"
DERIVED = (
    "type: Renstra\ntitle: Renstra\nperiod: {{start: 2025, end: 2029}}\nderives_from: {}\n".format
)


def linked(write: Write, files: Mapping[str, str | bytes]) -> Directory:
    site, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    return site.context.directory


def names(agencies: list[Agency]) -> list[str]:
    return [agency.id for agency in agencies]


def agency(code: str = "", more: str = "") -> str:
    return AGENCY + (f"region_code: {code}\n" if code else "") + more


def article(day: str, title: str = "Kabar") -> str:
    return f"title: {title}\npublished: {day}\nbody: Teks.\n"


def test_agencies_come_each_after_the_one_above_it(write: Write) -> None:
    directory = linked(
        write,
        {
            f"agencies/{name}/agency.yml": AGENCY
            for name in ("b", "a/y", "a", "a/x/z", "a/x", "a-b", "b/c")
        },
    )
    assert list(directory.agencies) == ["a", "a/x", "a/x/z", "a/y", "a-b", "b", "b/c"]


def test_agencies_above_are_told_from_the_top_down_and_those_below_one_step(write: Write) -> None:
    directory = linked(
        write, {f"agencies/{name}/agency.yml": AGENCY for name in ("a", "a/x", "a/x/z", "a/y", "b")}
    )
    above = {each.id: names(directory.above(each)) for each in directory.agencies.values()}
    below = {each.id: names(directory.below(each)) for each in directory.agencies.values()}
    assert above == {"a": [], "a/x": ["a"], "a/x/z": ["a", "a/x"], "a/y": ["a"], "b": []}
    assert below == {"a": ["a/x", "a/y"], "a/x": ["a/x/z"], "a/x/z": [], "a/y": [], "b": []}
    assert names(directory.below(None)) == ["a", "b"]


def test_an_agency_whose_parent_is_not_sound_belongs_to_the_next_above(write: Write) -> None:
    folder = write(
        {
            "agencies/a/agency.yml": AGENCY,
            "agencies/a/x/agency.yml": UNSOUND,
            "agencies/a/x/z/agency.yml": AGENCY,
            "agencies/b/agency.yml": UNSOUND,
            "agencies/b/y/agency.yml": AGENCY,
        }
    )
    site, problems = site_of(folder, TODAY)
    directory = site.context.directory
    assert [problem.path for problem in problems] == [
        "agencies/a/x/agency.yml",
        "agencies/b/agency.yml",
    ]
    assert {each.id: each.parent for each in directory.agencies.values()} == {
        "a": None,
        "a/x/z": "a",
        "b/y": None,
    }
    assert names(directory.below(None)) == ["a", "b/y"]


def test_an_agency_without_file_counts_as_none_for_those_below(write: Write) -> None:
    folder = write({HEAD: AGENCY, f"{KOTA}/wilayah/desa-a/agency.yml": AGENCY})
    site, problems = site_of(folder, TODAY)
    assert [problem.code for problem in problems] == ["agency-missing"]
    assert site.context.directory.agencies["kota-uji/wilayah/desa-a"].parent == "kota-uji"


def test_an_unsound_portal_gives_way_to_the_default(write: Write) -> None:
    site, problems = site_of(write({"portal.yml": "name: X\n", HEAD: AGENCY}), TODAY)
    assert [problem.code for problem in problems] == ["key-missing"]
    assert site.context.directory.portal == DEFAULT_PORTAL


def test_the_short_name_is_shown_where_there_is_one(write: Write) -> None:
    directory = linked(
        write, {HEAD: AGENCY + "short_name: Uji\n", "agencies/b/agency.yml": "type: dinas\nname: B"}
    )
    assert [each.name for each in directory.agencies.values()] == ["B", "Uji"]


def test_what_belongs_to_an_agency_hangs_on_it(write: Write) -> None:
    directory = linked(
        write,
        {
            HEAD: AGENCY,
            f"{KOTA}/plans/2025-2029.yml": VISION,
            f"{KOTA}/news/2026-01-15-satu.yml": article("2026-01-15"),
            f"{KOTA}/media/a.png": PNG,
            CAMAT_HEAD: AGENCY,
        },
    )
    city, district = directory.agencies.values()
    assert [plan.name for plan in city.records(PLAN)] == ["2025-2029"]
    assert [each.name for each in city.records(ARTICLE)] == ["2026-01-15-satu"]
    assert list(city.media) == ["a.png"]
    assert [*district.records(PLAN), *district.records(ARTICLE), *district.media] == []


def test_a_plan_is_found_by_agency_and_name(write: Write) -> None:
    directory = linked(write, {HEAD: AGENCY, CAMAT_HEAD: AGENCY, f"{CAMAT}/plans/a.yml": VISION})
    found = plan_at(directory, "kota-uji/kecamatan-a/a")
    assert found is not None
    assert (found[0].id, found[1].name) == ("kota-uji/kecamatan-a", "a")
    assert plan_at(directory, "kota-uji/a") is None
    assert plan_at(directory, "tiada/a") is None
    assert plan_at(directory, "a") is None


def test_articles_come_newest_first_by_publication_and_those_of_one_day_by_name(
    write: Write,
) -> None:
    directory = linked(
        write,
        {
            HEAD: AGENCY,
            f"{KOTA}/news/2026-01-15-b.yml": article("2026-01-15"),
            f"{KOTA}/news/2026-01-15-a.yml": article("2026-01-15"),
            f"{KOTA}/news/2026-01-20-c.yml": article("2026-01-20"),
            f"{KOTA}/news/2025-12-01-d.yml": article("2026-01-18") + "event_date: 2025-12-01\n",
            f"{KOTA}/news/2026-01-17-e.yml": "title: T\nevent_date: 2026-01-17\nbody: Teks.\n",
        },
    )
    assert [each.name for each in directory.agencies["kota-uji"].records(ARTICLE)] == [
        "2026-01-20-c",
        "2025-12-01-d",
        "2026-01-17-e",
        "2026-01-15-b",
        "2026-01-15-a",
    ]


# The part of the directory that the pages of one agency may show.


TREE = {
    "portal.yml": "name: Portal\nintroduction: I\n",
    **{
        f"agencies/{name}/agency.yml": AGENCY
        for name in ("a", "a/x", "a/x/z", "a/x/z/w", "a/y", "a/y/v", "b")
    },
    **{f"agencies/{name}/plans/p.yml": VISION for name in ("a", "a/x", "a/x/z", "a/y", "b")},
    **{
        f"agencies/{name}/news/2026-01-15-n.yml": article("2026-01-15")
        for name in ("a", "a/x", "a/x/z", "b")
    },
}


@pytest.mark.parametrize(
    ("of", "above", "below"),
    [
        ("a", [], ["a/x", "a/y"]),
        ("a/x", ["a"], ["a/x/z"]),
        ("a/x/z", ["a", "a/x"], ["a/x/z/w"]),
        ("a/x/z/w", ["a", "a/x", "a/x/z"], []),
        ("b", [], []),
    ],
)
def test_an_agency_sees_those_above_with_their_plans_and_those_directly_below_without_records(
    write: Write, of: str, above: list[str], below: list[str]
) -> None:
    directory = linked(write, TREE)
    centre = directory.agencies[of]
    around = directory.visible_to(centre)
    assert around.portal is directory.portal
    assert list(around.agencies) == [*above, of, *below]
    assert around.agencies[of] is centre
    for name in above:
        assert set(around.agencies[name].entries) == {"plan"}
        assert around.agencies[name].records(PLAN) == directory.agencies[name].records(PLAN)
        assert around.agencies[name].records(ARTICLE) == ()
    for name in below:
        assert around.agencies[name].entries == {}
    for name, each in around.agencies.items():
        whole = directory.agencies[name]
        assert (each.id, each.parent, each.entry) == (name, whole.parent, whole.entry)
        assert (each.brief, each.emblem) == (whole.brief, whole.emblem)
    assert names(around.above(centre)) == above
    assert names(around.below(centre)) == below


def test_what_lies_around_has_no_more_of_itself(write: Write) -> None:
    around = linked(write, TREE)
    for name in ("a/x", "a/x/z"):
        once = around.visible_to(around.agencies[name])
        assert once.visible_to(once.agencies[name]) == once


def same_pages(context: Context) -> int:
    """Compares the pages planned from what lies around each agency with those of the whole."""
    directory = context.directory
    made = [
        *(page for kind in KINDS for plan in kind.portal_pages for page in plan(context)),
        *(
            page
            for agency in directory.agencies.values()
            for kind in KINDS
            for plan in kind.pages
            for page in plan(context, agency)
        ),
    ]
    whole = Site(context, tuple(made))
    renderer = Renderer(whole, PUBLICATION)
    expected = {page.address: renderer.document(page, FRAME) for page in whole.pages}
    keys = {page.address: renderer.key(page) for page in whole.pages}
    found = {}
    for site, problems in (
        plan_portal(context),
        *(plan_agency(context, agency) for agency in directory.agencies.values()),
    ):
        assert faults(problems) == []
        part = Renderer(site, PUBLICATION)
        for page in site.pages:
            assert page.address not in found
            found[page.address] = part.document(page, FRAME)
            assert part.key(page) == keys[page.address], page.address
    assert list(found) == list(expected)
    for address, document in expected.items():
        assert found[address] == document, address
    return len(found)


def test_pages_planned_from_what_lies_around_are_those_planned_from_all(miniature: Site) -> None:
    assert same_pages(miniature.context) == len(miniature.pages) > 20


def test_so_are_those_of_a_deep_tree_with_plans_that_derive_from_each_other(write: Write) -> None:
    colours = "colours: {primary: '#14532d'}\ntime_zone: WIB\nregion_code: '12'\n"
    files = {
        **TREE,
        "agencies/a/agency.yml": AGENCY + colours,
        "agencies/a/x/plans/p.yml": DERIVED("a/p"),
        "agencies/a/x/z/plans/p.yml": DERIVED("a/x/p"),
        "agencies/a/x/z/w/plans/p.yml": DERIVED("a/x/z/p"),
        "agencies/a/x/z/plans/q.yml": DERIVED("a/p"),
    }
    site, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    assert same_pages(site.context) == len(site.pages)
