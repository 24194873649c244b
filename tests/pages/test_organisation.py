"""The structure of an agency: its chart, and its duties and functions."""

import json
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from playwright.sync_api import Page

from conftest import AGENCY, TODAY, Write, codes, in_light
from markup import elements, one, shown, text, texts
from pendopo.kinds.structure.machines import API
from pendopo.kinds.structure.record import Post, StructureRecord, Unit
from pendopo.kinds.structure.tree import MOST_LEVELS, chart, superiors
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
CHART, DUTIES = "kota-contoh/struktur/", "kota-contoh/tugas-fungsi/"


def post(name: str, **more: object) -> dict[str, object]:
    return {"id": name, "title": name.title(), **more}


def structure(posts: Sequence[dict[str, object]], *units: dict[str, str]) -> StructureRecord:
    named = [{"name": each["id"].title(), **each} for each in units]
    return StructureRecord.model_validate({"posts": posts, "units": named})


def nested(page: Element) -> list[str]:
    """What the boxes of a chart say, indented by their level."""
    found: list[str] = []

    def visit(element: Element, level: int) -> None:
        for item in element.findall("li"):
            found.append("  " * level + " | ".join(texts(item, "div[@class='box']/div")))
            for inner in item.findall("ul"):
                visit(inner, level + 1)

    visit(one(page, ".//div[@class='organisation']/ul"), 0)
    return found


def test_a_post_is_below_that_which_leads_its_unit_or_the_unit_above() -> None:
    record = structure(
        [
            post("arsiparis", unit="umum", reports_to="kepala"),
            post("kepala", head="ya"),
            post("sekretaris", unit="sekretariat"),
            post("staf", unit="sekretariat"),
            post("juru-bayar", unit="kas"),
            post("pengawas"),
        ],
        {"id": "sekretariat"},
        {"id": "umum", "part_of": "sekretariat"},
        {"id": "keuangan", "part_of": "sekretariat"},
        {"id": "kas", "part_of": "keuangan"},
    )
    assert superiors(record) == {
        "arsiparis": "kepala",
        "kepala": "",
        "sekretaris": "kepala",
        "staf": "sekretaris",
        "juru-bayar": "sekretaris",
        "pengawas": "kepala",
    }


def test_a_unit_without_a_post_has_a_box_below_what_leads_the_unit_above() -> None:
    head, leader = post("kepala", head="ya"), post("sekretaris", unit="sekretariat")
    record = structure(
        [head, leader], {"id": "sekretariat"}, {"id": "umum", "part_of": "sekretariat"}
    )
    (top,) = chart(record)
    (secretary,) = top.below
    assert [each.unit.id for each in secretary.below if each.unit] == ["umum"]
    alone = StructureRecord(units=(Unit(id="a", name="A"), Unit(id="b", name="B", part_of="a")))
    assert [each.unit.id for each in chart(alone) if each.unit] == ["a", "b"]


def test_what_reports_in_a_circle_or_too_deep_is_not_drawn() -> None:
    circle = [Post(id=a, title=a, reports_to=b) for a, b in ("ab", "bc", "ca", "dd")]
    assert (
        chart(StructureRecord(posts=(*circle, Post(id="h", title="h", head=True))))[0].below == ()
    )
    deep = [Post(id=f"p{n}", title="p", reports_to=f"p{n - 1}") for n in range(1, 5000)]
    (top,) = chart(StructureRecord(posts=(Post(id="p0", title="p", head=True), *deep)))
    levels = 0
    while top.below:
        (top,), levels = top.below, levels + 1
    assert levels == MOST_LEVELS


def test_a_long_circle_is_told_once_and_in_order(write: Write) -> None:
    posts = [post(f"p{n}", reports_to=f"p{(n + 1) % 12}") for n in range(12)]
    record = {"posts": [post("h", head="ya"), post("x", reports_to="p3"), *posts]}
    folder = write({f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/structure.yml": json.dumps(record)})
    (problem,) = site_of(folder, TODAY)[1]
    assert problem.code == "structure-posts-circle"
    order = str(dict(problem.values)["order"]).split(" → ")
    assert order == [*(f"p{n}" for n in range(12)), "p0"]


def test_the_chart_is_a_nested_list_of_units_posts_and_holders(miniature: Site) -> None:
    assert nested(shown(miniature, CHART)) == [
        "Wali Kota Contoh | Dr. Hj. Siti Rahmawati, S.H., M.Si.",
        "  Sekretariat Daerah | Sekretaris Daerah (eselon II.a) | Drs. Budi",
        "    Bagian Umum | Kepala Bagian Umum (eselon III.a) | kosong",
        "      Bagian Umum | Arsiparis, 4 orang | Wati",
        "    Bagian Hukum | Kepala Bagian Hukum (eselon III.a) | Plt. Drs. Budi",
        "  Staf Ahli Wali Kota",
    ]


def test_without_officials_no_post_is_said_to_be_vacant(write: Write) -> None:
    record = json.dumps({"posts": [post("h", head="ya"), post("x")]})
    folder = write({f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/structure.yml": record})
    site, _ = site_of(folder, TODAY)
    assert nested(shown(site, "kota-uji/struktur/")) == ["H", "  X"]


def test_the_chart_leads_to_the_duties_of_each_unit_that_states_any(miniature: Site) -> None:
    page = shown(miniature, CHART)
    links = [each.get("href") for each in one(page, ".//div[@class='organisation']").iter("a")]
    assert {each.partition("#")[2] for each in links if each and "#" in each} == {
        "unit-sekretariat",
        "unit-bagian-umum",
    }
    duties = shown(miniature, DUTIES)
    assert {"unit-sekretariat", "unit-bagian-umum"} <= {each.get("id") for each in elements(duties)}


def test_duties_and_functions_stand_below_the_units_by_their_levels(miniature: Site) -> None:
    page = shown(miniature, DUTIES)
    assert texts(page, "h2") == ["Sekretariat Daerah", "Sumber"]
    assert texts(page, "h3") == ["Bagian Umum"]
    assert texts(page, "ol/li")[:2] == [
        "perumusan kebijakan kota",
        "pelaksanaan pelayanan publik & <administrasi>",
    ]
    assert "Dasar hukum: Peraturan Wali Kota Contoh Nomor 7 Tahun 2021" in text(page)


def test_a_unit_without_duties_is_there_if_a_part_of_it_has_some(write: Write) -> None:
    units = [
        {"id": "a", "name": "Tanpa"},
        {"id": "b", "name": "Induk"},
        {"id": "c", "name": "Bagian", "part_of": "b", "functions": ["mencatat"]},
        {"id": "d", "name": "Sepi", "part_of": "b"},
    ]
    record = json.dumps({"units": units})
    folder = write({f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/structure.yml": record})
    site, _ = site_of(folder, TODAY)
    page = shown(site, "kota-uji/tugas-fungsi/")
    assert (texts(page, "h2"), texts(page, "h3")) == (["Induk"], ["Bagian"])
    assert codes(folder) == []


def test_only_what_is_stated_has_a_page_and_a_link_in_the_menu(write: Write) -> None:
    head = {f"{KOTA}/agency.yml": AGENCY}
    for record, expected in (
        ("duties: Melayani.\n", {"kota-uji/tugas-fungsi/"}),
        ("posts: [{id: a, title: A, head: ya}]\n", {"kota-uji/struktur/"}),
    ):
        site, _ = site_of(write({**head, f"{KOTA}/structure.yml": record}), TODAY)
        made = {page.address for page in site.pages if page.template.startswith("structure/")}
        assert made == expected
        evidence = site.context.kinds.evidence(
            site.context, site.context.directory.agencies["kota-uji"]
        )
        assert {each.address for each in evidence} & {
            f"kota-uji/{n}/" for n in ("struktur", "tugas-fungsi")
        } == expected


def test_machines_get_units_and_posts_with_what_is_above_them(miniature: Site) -> None:
    agency = miniature.context.directory.agencies["kota-contoh"]
    (row,) = API.rows(miniature.context, agency, str)
    assert [each["parent_id"] for each in row["units"]] == ["", "sekretariat", "sekretariat", ""]
    assert [(each["id"], each["reports_to"], each["count"]) for each in row["posts"]] == [
        ("wali-kota", "", 1),
        ("sekretaris", "wali-kota", 1),
        ("kabag-umum", "sekretaris", 1),
        ("arsiparis", "kabag-umum", 4),
        ("kabag-hukum", "sekretaris", 1),
    ]
    (linked,) = miniature.by_address[CHART].linked(str)
    assert [each["name"] for each in linked["subOrganization"]] == [
        "Sekretariat Daerah",
        "Staf Ahli Wali Kota",
    ]
    assert [each["name"] for each in linked["subOrganization"][0]["subOrganization"]] == [
        "Bagian Umum",
        "Bagian Hukum",
    ]


@in_light
def test_what_is_below_stands_further_in_and_the_chart_fits_a_phone(
    page: Page, address: str
) -> None:
    page.goto(address + CHART)
    inner = page.locator(".organisation li li li .box").first.bounding_box()
    outer = page.locator(".organisation li li .box").first.bounding_box()
    assert inner
    assert outer
    assert inner["x"] > outer["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
