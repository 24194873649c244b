"""The shell of a page: menu, breadcrumbs, footer, and the page for wrong addresses."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from conftest import AGENCY, ROOT, TODAY, Write
from markup import HEADINGS, elements, parse, renderer_of, text
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.page import Link
from pendopo.site.planning import Site
from pendopo.site.shell import Heading, Outline, Publication
from places import site_of


def test_the_headings_of_a_page_are_those_with_an_id(miniature: Site) -> None:
    renderer = renderer_of(miniature)
    for page in miniature.pages:
        rendered = renderer.page(page)
        assert rendered.headings == [
            Heading(int(each.tag[1]), each.attrib["id"], "".join(each.itertext()).strip())
            for each in elements(parse(rendered.html))
            if each.tag in HEADINGS[:3] and "id" in each.attrib
        ]


def test_the_menu_and_the_breadcrumbs_mark_the_page_one_is_on(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        for nav in tree.iter("nav"):
            here = [each for each in nav.iter() if each.get("aria-current") == "page"]
            assert len(here) <= 1, address
            for each in here:
                if each.tag == "a":
                    assert urljoin(f"/{address}", each.attrib["href"]) == f"/{address}"


def test_a_page_below_a_page_of_the_menu_marks_that_one(trees: Mapping[str, Element]) -> None:
    tree = trees["kota-contoh/visi-misi/2019-2024/"]
    marked = tree.findall(".//nav[@class='menu']//a[@aria-current='true']")
    assert [each.get("href") for each in marked] == ["../../../kota-contoh/visi-misi/2025-2029/"]


def test_a_menu_of_one_is_not_shown(write: Write) -> None:
    site, _ = site_of(write({"agencies/kota-uji/agency.yml": AGENCY}), TODAY)
    shell = renderer_of(site).page(site.by_address["kota-uji/"]).shell
    assert parse(shell.masthead).findall(".//nav[@class='menu']") == []


def test_a_page_says_itself_whether_a_list_of_its_sections_stands_beside_it(
    miniature: Site,
) -> None:
    renderer = renderer_of(miniature)
    for page in miniature.pages:
        rendered = renderer.page(page)
        many = sum(each.level == 2 for each in rendered.headings) > 2
        assert ('class="contents"' in rendered.shell.before) is (many and page.contents)
    assert [each.address for each in miniature.pages if not each.contents] == [""]


def test_the_front_page_has_no_breadcrumbs_and_every_other_has(
    trees: Mapping[str, Element],
) -> None:
    for address, tree in trees.items():
        found = tree.findall("main/div[@class='page']/nav[@class='breadcrumbs']")
        assert len(found) == (1 if address else 0)


def test_the_foot_names_the_agency_that_answers_the_notice_and_the_pages_written_by_hand(
    miniature: Site,
) -> None:
    renderer = Renderer(
        miniature, Publication(documents=[Link("x", "tentang/"), Link("Kami <b>", "kami/")])
    )
    page = miniature.by_address["kota-contoh/kontak/"]
    foot = parse(renderer.page(page).shell.footer)
    assert "Pemerintah Kota Contoh" in text(foot)
    assert "Data rekaan untuk pengujian." in text(foot)
    assert {text(a): a.get("href", "").partition("?")[0] for a in foot.iter("a")} == {
        "Pemerintah Kota Contoh": "../../kota-contoh/",
        "Laporkan masalah": "mailto:lapor@contoh.example",
        "Pengaduan: SP4N-LAPOR!": "https://www.lapor.go.id/",
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.id",
        "Profil Instansi Kota Contoh": "../../",
        "Tentang situs ini": "../../tentang/",
        "Kami <b>": "../../kami/",
    }
    assert "Dinas Komunikasi Kota Contoh" in text(parse(renderer.footer(None).parts[0]))


def test_the_foot_says_when_the_page_was_updated_where_that_is_known(miniature: Site) -> None:
    renderer = renderer_of(miniature)
    for address, day in (("kota-contoh/", "2026-02-01"), ("instansi/dinas/", None)):
        foot = parse(renderer.page(miniature.by_address[address]).shell.footer)
        times = [each.get("datetime") for each in foot.iter("time")]
        assert times == ([day] if day else [])


def test_a_problem_is_reported_as_the_page_on_this_site_says_where_nothing_else_is_known(
    write: Write,
) -> None:
    site, _ = site_of(write({}), TODAY)
    page = site.by_address[""]
    for documents, expected in (([Link("", "tentang/")], ["./tentang/"]), ([], [])):
        foot = Renderer(site, Publication(documents=documents)).page(page).shell.footer
        found = [a.get("href", "") for a in parse(foot).iter("a") if text(a) == "Laporkan masalah"]
        assert found == [f"{each}#bila-ada-yang-keliru" for each in expected]


@pytest.mark.parametrize("root", ["/", "/repo/"])
def test_the_page_for_wrong_addresses_links_from_the_root(miniature: Site, root: str) -> None:
    renderer = renderer_of(miniature)
    shell = renderer.shell(Outline("", "Tidak ada"), root=root)
    content = f"{shell.before}{renderer.not_found(root)}{shell.after}"
    tree = parse(f"{shell.masthead}{content}{shell.footer}", strict=True)
    targets = [each.attrib["href"] for each in tree.iter("a") if ":" not in each.attrib["href"]]
    assert {target.removeprefix(root) for target in targets} <= set(miniature.by_address)
    assert all(target.startswith(root) for target in targets)
    assert len(tree.findall(".//h1")) == 1


def test_the_page_for_wrong_addresses_links_only_pages_that_exist(write: Write) -> None:
    site, problems = site_of(write({}), TODAY)
    assert faults(problems) == []
    tree = parse(renderer_of(site).not_found("/"))
    assert {each.attrib["href"].removeprefix("/") for each in tree.iter("a")} <= set(
        site.by_address
    )


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Kecamatan Binjai Selatan", "BS"),
        ("Kota Contoh", "C"),
        ("Pemerintah Kota Contoh", "PC"),
        ("Dinas Komunikasi dan Informatika", "KI"),
        ("Badan Penelitian di Daerah", "PD"),
        ("Rumah Sakit Umum", "RS"),
        ("Kota", "K"),
        ("Kota dan Desa", "KD"),
        ("élok raya", "ÉR"),
        ("42 Ilir", "4I"),
        ("<script>", "S"),
        ("“Terbuka”", "T"),
        ("– & –", ""),
    ],
)
def test_initials_are_those_of_the_agency_s_own_words(
    write: Write, shown: str, expected: str
) -> None:
    site, problems = site_of(
        write({"agencies/a/agency.yml": f"type: kota\nname: '{shown}'\n"}), TODAY
    )
    assert faults(problems) == []
    directory = site.context.directory
    assert directory.initials(directory.agencies["a"]) == expected


def test_every_template_is_a_page_kind_or_a_part_of_one(miniature: Site) -> None:
    kinds = {page.template for page in miniature.pages}
    templates = ROOT / "overrides" / "pages"
    sources = {
        path.relative_to(templates).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in templates.rglob("*.html")
    }
    parts = re.findall(r'(?:from|include) "pages/([\w/-]+)\.html"', "".join(sources.values()))
    assert {*sources} == {
        *kinds,
        *(each.template for kind in KINDS for each in (*kind.panels, *kind.banners)),
        *parts,
        *("not-found", "plans/targets", "plans/goal-list"),
    }


def test_no_template_marks_data_as_safe() -> None:
    overrides = ROOT / "overrides"
    for part in ("pages", "shell"):
        for path in (overrides / part).rglob("*.html"):
            source = path.read_text(encoding="utf-8")
            assert not re.search(r"\|\s*safe|autoescape|Markup", source), path.name
