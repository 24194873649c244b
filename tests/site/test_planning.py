"""The plan of the whole site: pages, files, menus and ways."""

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from conftest import AGENCY, MINIATURE, TODAY, Write
from markup import renderer_of
from pendopo.basics.colours import DARK, READABLE, contrast
from pendopo.pictures.renditions import Encoding
from pendopo.problems.problem import Problem, faults
from pendopo.site.menu import MenuLink
from pendopo.site.page import Link, LinkedBase
from pendopo.site.planning import Site
from places import assets_of, drawings_of, site_of
from samples import PDF, PNG

KOTA, CAMAT = "agencies/kota-uji", "agencies/kota-uji/kecamatan-a"
HEAD, CAMAT_HEAD = f"{KOTA}/agency.yml", f"{CAMAT}/agency.yml"
PLAN = (
    "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
    "vision: {statement: Maju}\ngoals: {statements: [{statement: Tujuan}]}\n"
)
ARTICLE = "title: Kabar\npublished: 2026-01-15\nbody: Teks.\n"


def planned(write: Write, files: Mapping[str, str | bytes]) -> Site:
    site, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    return site


def stylesheet(site: Site, address: str) -> str:
    """The address of the stylesheet that the page at `address` links."""
    return renderer_of(site).page(site.by_address[address]).shell.stylesheet


def targets(links: Sequence[Link | MenuLink]) -> list[str]:
    return [link.address for link in links]


def test_no_two_pages_or_files_have_one_address(miniature: Site) -> None:
    found = Counter(page.address for page in miniature.pages)
    found.update(asset.address for asset in assets_of(miniature))
    assert [address for address, count in found.items() if count > 1] == []
    assert set(miniature.by_address) == {page.address for page in miniature.pages}


def test_every_page_has_a_title_a_description_and_a_source_that_exists(miniature: Site) -> None:
    for page in miniature.pages:
        assert page.title
        assert page.description
        assert (MINIATURE / page.source).is_file()


def test_every_page_that_another_names_exists(miniature: Site) -> None:
    for page in miniature.pages:
        named = [page.previous, page.next, *(link.address for link in page.trail)]
        assert {each for each in named if each is not None} <= set(miniature.by_address)


def nothing(base: LinkedBase) -> list[dict[str, Any]]:
    return []


def test_the_same_data_gives_the_same_pages(miniature: Site) -> None:
    again, _ = site_of(MINIATURE, TODAY)
    first, second = renderer_of(miniature), renderer_of(again)
    assert assets_of(again) == assets_of(miniature)
    assert again.menus == miniature.menus
    for one, other in zip(miniature.pages, again.pages, strict=True):
        known = [
            dataclasses.replace(each, view=print, describe=str, linked=nothing)
            for each in (one, other)
        ]
        assert known[0] == known[1]
        assert one.description == other.description
        assert first.page(one) == second.page(other)


def test_two_articles_with_one_address_are_told_and_the_first_stays(write: Write) -> None:
    folder = write(
        {
            HEAD: AGENCY,
            f"{KOTA}/news/2026-01-15-satu.md": f"---\n{ARTICLE[:-13]}\n---\nTeks.\n",
            f"{KOTA}/news/2026-01-15-satu.yml": ARTICLE,
        }
    )
    site, problems = site_of(folder, TODAY)
    assert problems == [
        Problem(
            f"{KOTA}/news/2026-01-15-satu.yml",
            1,
            1,
            "address-taken",
            (
                ("address", "kota-uji/berita/2026-01-15-satu/"),
                ("other", f"{KOTA}/news/2026-01-15-satu.md"),
            ),
        )
    ]
    page = site.by_address["kota-uji/berita/2026-01-15-satu/"]
    assert page.source == f"{KOTA}/news/2026-01-15-satu.md"


def test_problems_of_all_steps_come_together_and_in_order(write: Write) -> None:
    folder = write(
        {
            "portal.yml": "name: X\nintroduction: Y\nlanguage: jw\n",
            HEAD: AGENCY + "emblem: {file: tiada.png, alt: X}\nqqqq: merah\n",
            f"{KOTA}/news/2026-01-15-satu.md": f"---\n{ARTICLE[:-13]}\n---\nTeks.\n",
            f"{KOTA}/news/2026-01-15-satu.yml": ARTICLE,
            f"{KOTA}/plans/2025-2029.yml": "- a\nb: c\n",
            f"{KOTA}/zzz.txt": "isi",
        }
    )
    _, problems = site_of(folder, TODAY)
    assert problems == sorted(problems)
    assert [(problem.path.rpartition("/")[2], problem.code) for problem in problems] == [
        ("agency.yml", "media-missing"),
        ("agency.yml", "key-unknown"),
        ("2026-01-15-satu.yml", "address-taken"),
        ("2025-2029.yml", "yaml-syntax"),
        ("zzz.txt", "file-unknown"),
        ("portal.yml", "value-choice"),
    ]


def test_an_empty_data_folder_gives_the_front_page_alone(write: Write) -> None:
    site = planned(write, {})
    assert list(site.by_address) == ["", "cari/"]
    assert {agency: targets(menu) for agency, menu in site.menus.items()} == {"": [""]}


def test_an_agency_with_nothing_more_to_say_has_its_first_page_alone(write: Write) -> None:
    site = planned(write, {HEAD: AGENCY, f"{KOTA}/plans/.gitkeep": "", f"{KOTA}/news/.gitkeep": ""})
    assert list(site.by_address) == ["", "instansi/", "instansi/kota/", "cari/", "kota-uji/"]
    assert targets(site.menus["kota-uji"]) == ["kota-uji/"]
    assert targets(site.menus[""]) == ["", "instansi/"]


@pytest.mark.parametrize(
    ("plan", "menu"),
    [
        ("vision: {statement: Maju}", ["visi-misi/2025-2029/"]),
        ("missions: {statements: [{statement: Maju}]}", ["visi-misi/2025-2029/"]),
        ("goals: {statements: [{statement: Tujuan}]}", ["tujuan-sasaran/2025-2029/"]),
        ("goals: {objectives: [{statement: Sasaran}]}", ["tujuan-sasaran/2025-2029/"]),
    ],
)
def test_a_menu_names_only_pages_with_something_to_say(
    write: Write, plan: str, menu: list[str]
) -> None:
    head = "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
    site = planned(write, {HEAD: AGENCY, f"{KOTA}/plans/2025-2029.yml": f"{head}{plan}\n"})
    assert targets(site.menus["kota-uji"]) == [
        "kota-uji/",
        *(f"kota-uji/{each}" for each in menu),
        "kota-uji/perencanaan/",
    ]
    pages = {address for address in site.by_address if address.startswith("kota-uji/")}
    assert pages == {
        "kota-uji/",
        *(f"kota-uji/{each}" for each in menu),
        "kota-uji/perencanaan/",
        "kota-uji/perencanaan/2025-2029/",
    }


def test_a_menu_is_in_the_order_of_the_page_kinds(write: Write) -> None:
    site = planned(
        write,
        {HEAD: AGENCY, f"{KOTA}/plans/a.yml": PLAN, f"{KOTA}/news/2026-01-15-satu.yml": ARTICLE},
    )
    assert targets(site.menus["kota-uji"]) == [
        "kota-uji/",
        "kota-uji/visi-misi/a/",
        "kota-uji/tujuan-sasaran/a/",
        "kota-uji/perencanaan/",
        "kota-uji/berita/",
    ]
    assert targets(site.menus[""]) == ["", "instansi/", "kinerja/", "berita/"]


def test_every_menu_names_existing_pages_of_its_own_agency(miniature: Site) -> None:
    assert set(miniature.menus) == {"", *miniature.context.directory.agencies}
    for agency, menu in miniature.menus.items():
        for link in menu:
            page = miniature.by_address[link.address]
            assert (page.agency.id if page.agency else "") == agency
            assert page.menu == link.label


@pytest.mark.parametrize(
    ("address", "trail"),
    [
        ("", []),
        ("instansi/", [""]),
        ("instansi/kota/", ["", "instansi/"]),
        ("berita/", [""]),
        ("kota-contoh/", [""]),
        ("kota-contoh/dinas-arsip/", ["", "kota-contoh/"]),
        ("kota-contoh/visi-misi/2025-2029/", ["", "kota-contoh/"]),
        (
            "kota-contoh/visi-misi/2019-2024/",
            ["", "kota-contoh/", "kota-contoh/visi-misi/2025-2029/"],
        ),
        (
            "kota-contoh/tujuan-sasaran/2019-2024/",
            ["", "kota-contoh/", "kota-contoh/tujuan-sasaran/2025-2029/"],
        ),
        (
            "kota-contoh/kecamatan-contoh-hulu/berita/2026-01-20-kabar-hulu/",
            [
                "",
                "kota-contoh/",
                "kota-contoh/kecamatan-contoh-hulu/",
                "kota-contoh/kecamatan-contoh-hulu/berita/",
            ],
        ),
    ],
)
def test_the_way_to_a_page_leads_from_the_front_page_down(
    miniature: Site, address: str, trail: list[str]
) -> None:
    page = miniature.by_address[address]
    assert targets(miniature.trail(page)) == trail


def test_every_way_leads_over_existing_pages_and_never_to_the_page_itself(miniature: Site) -> None:
    for page in miniature.pages:
        trail = targets(miniature.trail(page))
        assert set(trail) <= set(miniature.by_address) - {page.address}
        assert len(trail) == len(set(trail))


def test_colours_are_those_of_the_nearest_agency_above_that_has_some(write: Write) -> None:
    portal = 'name: P\nintroduction: I\ncolours: {primary: "#111111", accent: "#222222"}\n'
    site = planned(
        write,
        {
            "portal.yml": portal,
            HEAD: AGENCY + 'colours: {primary: "#333333", accent: "#444444"}\n',
            CAMAT_HEAD: AGENCY,
            f"{CAMAT}/desa-a/agency.yml": AGENCY + 'colours: {primary: "#555555"}\n',
            f"{CAMAT}/desa-b/agency.yml": AGENCY,
            "agencies/lain/agency.yml": AGENCY,
        },
    )
    found = {
        address: stylesheet(site, address).removeprefix("assets/colours/")
        for address in site.by_address
    }
    assert found == {
        "": "111111-222222.css",
        "instansi/": "111111-222222.css",
        "instansi/kota/": "111111-222222.css",
        "cari/": "111111-222222.css",
        "kota-uji/": "333333-444444.css",
        "kota-uji/kecamatan-a/": "333333-444444.css",
        "kota-uji/kecamatan-a/desa-a/": "555555-555555.css",
        "kota-uji/kecamatan-a/desa-b/": "333333-444444.css",
        "lain/": "111111-222222.css",
    }
    assert {asset.address for asset in assets_of(site)} == {
        f"assets/colours/{name}" for name in found.values()
    }


def test_a_stylesheet_names_the_colours_and_tints_that_stay_readable(write: Write) -> None:
    portal = 'name: P\nintroduction: I\ncolours: {primary: "#000000", accent: "#0000AA"}\n'
    (asset,) = assets_of(planned(write, {"portal.yml": portal}))
    light, dark = asset.text.split("@media screen and (prefers-color-scheme:dark)")
    assert asset.address == "assets/colours/000000-0000aa.css"
    assert re.findall(r"--agency-(\w+):(#\w{6})", light) == [
        ("primary", "#000000"),
        ("accent", "#0000aa"),
        ("heading", "#000000"),
    ]
    tints = dict(re.findall(r"--agency-(\w+):(#\w{6})", dark))
    assert set(tints) == {"accent", "heading"}
    assert all(contrast(tint, DARK) >= READABLE for tint in tints.values())
    assert asset.text.count("{") == asset.text.count("}")


def test_only_pictures_that_a_record_names_become_files(write: Write) -> None:
    head = AGENCY + "emblem: {file: lambang.png, alt: Perisai hijau}\n"
    article = ARTICLE + "picture: {file: foto.png, alt: Pohon}\n"
    site = planned(
        write,
        {
            HEAD: head,
            f"{KOTA}/news/2026-01-15-satu.yml": article,
            f"{KOTA}/news/2026-01-15-dua.yml": article,
            f"{KOTA}/media/lambang.png": PNG,
            f"{KOTA}/media/foto.png": PNG,
            f"{KOTA}/media/rahasia.png": PNG,
        },
    )
    made = [each.media.name for each in drawings_of(site) if isinstance(each, Encoding)]
    assert made == ["lambang.png", "foto.png"]
    written = [address for each in drawings_of(site) for address in each.addresses]
    assert len(written) == len(set(written)) == 1 + 3 + 3
    assert not any("rahasia" in address for address in written)


def test_documents_that_a_record_names_are_published_as_they_are(write: Write) -> None:
    named = "documents: [{title: Satu, file: satu.pdf}]\n"
    files = {f"{KOTA}/media/{name}.pdf": PDF for name in ("satu", "rahasia")}
    site = planned(write, {HEAD: AGENCY + named, **files})
    assert [each.address for each in assets_of(site) if each.media] == ["kota-uji/media/satu.pdf"]


def test_a_picture_that_is_missing_becomes_no_file_and_breaks_no_page(write: Write) -> None:
    head = AGENCY + "emblem: {file: lambang.png, alt: Perisai hijau}\n"
    article = ARTICLE + "picture: {file: foto.png, alt: Pohon}\n"
    folder = write({HEAD: head, f"{KOTA}/news/2026-01-15-satu.yml": article})
    site, problems = site_of(folder, TODAY)
    assert [problem.code for problem in problems] == ["media-missing", "media-missing"]
    assert [each for each in drawings_of(site) if isinstance(each, Encoding)] == []
    renderer = renderer_of(site)
    assert not any("<img" in renderer.page(page).html for page in site.pages)
