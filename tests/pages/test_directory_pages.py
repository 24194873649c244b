"""The directory: the tree of all agencies, and a list for each type."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from conftest import AGENCY, PORTAL, TODAY, Write
from markup import one, shown, text, texts
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"


def site(write: Write, files: Mapping[str, str]) -> Site:
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    return built


def named(kind: str, name: str) -> str:
    return f"type: {kind}\nname: {name}\n"


def nested(entries: list[Element]) -> list[tuple[str, object]]:
    """Each entry's name with those below it."""
    return [(text(each.find("a")), nested(each.findall("ul/li"))) for each in entries]


def test_there_is_a_page_for_all_agencies_and_one_for_each_type_that_occurs(
    miniature: Site,
) -> None:
    pages = {page.address: page for page in miniature.pages if page.template == "portal/agencies"}
    assert list(pages) == [
        *("instansi/", "instansi/kota/", "instansi/dinas/", "instansi/kecamatan/"),
    ]
    for address, page in pages.items():
        assert page.source == "portal.yml"
        assert page.agency is None
        assert bool(page.menu) == (address == "instansi/")
        assert [link.address for link in page.trail] == ([] if page.menu else ["instansi/"])
        assert "Profil Instansi Kota Contoh" in page.description
        assert len(page.description) <= 160
    assert len({page.title for page in pages.values()}) == 4


def test_without_agencies_there_is_no_directory(write: Write) -> None:
    assert [page for page in site(write, {}).pages if page.template == "portal/agencies"] == []


def test_a_long_name_of_the_portal_does_not_make_a_long_description(write: Write) -> None:
    portal = PORTAL.replace("Portal Uji", "Profil " * 40)
    built = site(write, {"portal.yml": portal, f"{KOTA}/agency.yml": AGENCY})
    for page in built.pages:
        assert len(page.description) <= 160, page.address


def test_the_tree_is_that_of_the_government(write: Write) -> None:
    built = site(
        write,
        {
            f"{KOTA}/agency.yml": named("kota", "Kota Uji"),
            f"{KOTA}/b/agency.yml": named("kecamatan", "Kecamatan B"),
            f"{KOTA}/b/d/agency.yml": named("kelurahan", "Kelurahan D"),
            f"{KOTA}/b/c/agency.yml": named("kelurahan", "Kelurahan C"),
            f"{KOTA}/a/agency.yml": named("dinas", "Kantor A"),
            "agencies/lain/agency.yml": named("kabupaten", "Kabupaten Lain"),
        },
    )
    tree = shown(built, "instansi/")
    roots = one(tree, "ul[@class='tree']").findall("li")
    assert nested(roots) == [
        ("Kabupaten Lain", []),
        (
            "Kota Uji",
            [
                ("Kantor A", []),
                ("Kecamatan B", [("Kelurahan C", []), ("Kelurahan D", [])]),
            ],
        ),
    ]
    # The other names begin with their type.
    assert texts(roots[1], ".//span[@class='type']") == ["Dinas"]
    assert {each.get("href") for each in roots[1].iter("a")} == {
        *("../kota-uji/", "../kota-uji/a/", "../kota-uji/b/", "../kota-uji/b/c/"),
        "../kota-uji/b/d/",
    }


def test_every_agency_stands_once_in_the_tree_and_once_in_the_list_of_its_type(
    miniature: Site,
) -> None:
    agencies = set(miniature.context.living.agencies)
    for address in ("instansi/", "instansi/dinas/", "instansi/kecamatan/", "instansi/kota/"):
        back = "../" * address.count("/")
        tree = one(shown(miniature, address), "ul[@class='tree']")
        found = [each.attrib["href"].removeprefix(back).rstrip("/") for each in tree.iter("a")]
        kind = address.split("/")[1]
        expected = [
            name
            for name in agencies
            if not kind or miniature.context.directory.agencies[name].record.type == kind
        ]
        assert sorted(found) == sorted(expected)


def test_a_list_is_in_the_order_of_names_and_tells_what_is_above(write: Write) -> None:
    built = site(
        write,
        {
            f"{KOTA}/agency.yml": AGENCY,
            f"{KOTA}/x/agency.yml": named("kecamatan", "Kecamatan X"),
            f"{KOTA}/x/a/agency.yml": named("desa", "Desa Zaitun"),
            f"{KOTA}/z/agency.yml": named("desa", "Desa Asam"),
            "agencies/a/agency.yml": named("desa", "Desa Mangga"),
        },
    )
    entries = one(shown(built, "instansi/desa/"), "ul[@class='tree']").findall("li")
    assert [text(each) for each in entries] == [
        "Desa Asam, Kota Uji",
        "Desa Mangga",
        "Desa Zaitun, Kecamatan X, Kota Uji",
    ]


def test_types_stand_in_the_order_of_protocol_and_names_as_people_count(write: Write) -> None:
    kinds = {"a": "desa", "b": "kecamatan", "c": "dinas", "d": "badan", "e": "sekretariat"}
    below = {f"{KOTA}/{name}/agency.yml": named(kind, kind.title()) for name, kind in kinds.items()}
    for number in (10, 9, 2):
        path = f"{KOTA}/b-{number}/agency.yml"
        below[path] = named("kecamatan", f"Kecamatan {number}")
    built = site(write, {f"{KOTA}/agency.yml": AGENCY, **below})
    expected = [
        *("Sekretariat", "Badan", "Dinas", "Kecamatan"),
        *("Kecamatan 2", "Kecamatan 9", "Kecamatan 10", "Desa"),
    ]
    tree = one(shown(built, "instansi/"), "ul[@class='tree']")
    assert texts(tree, "li/ul/li/a") == expected
    profile = shown(built, "kota-uji/")
    assert texts(profile, "ul[@class='columns']/li/a") == expected
    assert texts(shown(built, "instansi/kecamatan/"), "ul[@class='tree']/li/a") == expected[3:7]
    assert [text(each).split()[0] for each in shown(built, "instansi/").findall("nav/ul/li")] == [
        *("Semua", "Kota", "Sekretariat", "Badan", "Dinas", "Kecamatan", "Desa"),
    ]


def test_the_filter_counts_each_type_and_marks_the_page_one_is_on(miniature: Site) -> None:
    addresses = ["instansi/", "instansi/kota/", "instansi/dinas/", "instansi/kecamatan/"]
    for address in addresses:
        links = shown(miniature, address).findall("nav/ul/li/a")
        assert [each.get("aria-current") for each in links] == [
            "page" if each == address else None for each in addresses
        ]
        assert [text(each).split()[-1] for each in links] == ["Semua", "(1)", "(2)", "(1)"]


def test_the_heading_of_a_list_names_the_type(miniature: Site) -> None:
    heading = text(shown(miniature, "instansi/kecamatan/").find("h1"))
    assert heading == "Kecamatan"
    assert miniature.by_address["instansi/kecamatan/"].title.endswith("Kecamatan")
