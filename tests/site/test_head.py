"""The head of a page: how it is found, quoted, and shown by others who are given its address."""

from xml.etree.ElementTree import Element

import html5lib
import pytest

from conftest import MINIATURE, TODAY, Write
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.rendering.titles import title, title_in_head
from pendopo.site.planning import Site
from pendopo.site.shell import Outline, Publication
from places import drawings_of, site_of

URL = "https://uji.example/repo/"
TREE = "kota-contoh/berita/2026-01-15-pohon-pertama/"


def head_of(site: Site, address: str, site_url: str = URL) -> Element:
    renderer = Renderer(site, Publication(site.context.directory.portal.name, site_url))
    head = renderer.page(site.by_address[address]).shell.head
    root = html5lib.parse(f"<head>{head}</head>", namespaceHTMLElements=False)
    assert isinstance(root, Element)
    return root[0]


def shared(head: Element) -> dict[str, str]:
    """Properties for link previews of a page, by name."""
    found = [(each.get("property", ""), each.get("content", "")) for each in head.iter("meta")]
    found += [(each.get("name", ""), each.get("content", "")) for each in head.iter("meta")]
    names = [name for name, _ in found if name]
    assert len(names) == len(set(names))
    return {name: content for name, content in found if ":" in name}


def feeds(head: Element) -> list[tuple[str, str]]:
    return [
        (each.get("href", ""), each.get("title", ""))
        for each in head.iter("link")
        if each.get("type") == "application/atom+xml"
    ]


def test_an_article_is_shown_as_one(miniature: Site) -> None:
    found = shared(head_of(miniature, TREE))
    image = found.pop("og:image")
    assert image.startswith(f"{URL}assets/cards/")
    assert image.endswith(".jpg")
    assert image.removeprefix(URL) in {
        path for each in drawings_of(miniature) for path in each.addresses
    }
    assert found == {
        "og:title": "Pohon pertama ditanam di Jalan Percobaan – Kota Contoh",
        "og:description": "Pohon pertama dari seribu pohon ditanam pada hari Kamis.",
        "og:url": URL + TREE,
        "og:site_name": "Profil Instansi Kota Contoh",
        "og:locale": "id_ID",
        "og:type": "article",
        "article:published_time": "2026-01-16",
        "article:modified_time": "2026-01-20",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Pohon pertama ditanam di Jalan Percobaan",
        "twitter:card": "summary_large_image",
    }


def test_every_page_says_what_others_show_of_it(miniature: Site) -> None:
    for page in miniature.pages:
        head = head_of(miniature, page.address)
        found = shared(head)
        assert found["og:title"] == title(page, miniature)
        assert found["og:description"] == page.description
        assert found["og:url"] == URL + page.address
        canonical = head.find(".//link[@rel='canonical']")
        assert canonical is not None
        assert canonical.get("href") == URL + page.address
        assert found["og:image"].startswith(URL)
        assert found["og:image:alt"]
        assert (found["og:type"] == "article") == (page.published is not None)


def test_what_must_be_absolute_is_left_out_where_the_address_of_the_site_is_not_known(
    miniature: Site,
) -> None:
    found = shared(head_of(miniature, TREE, ""))
    assert set(found) == {
        *("og:title", "og:description", "og:site_name", "og:locale", "og:type"),
        *("article:published_time", "article:modified_time"),
    }


def test_an_article_of_which_no_day_of_publication_is_known_is_an_article(miniature: Site) -> None:
    found = shared(head_of(miniature, "kota-contoh/berita/2025-12-01-kunjungan/"))
    assert found["og:type"] == "article"
    assert not [name for name in found if name.startswith("article:")]


@pytest.mark.parametrize(("language", "locale"), [("id", "id_ID"), ("en", "en_GB")])
def test_the_language_is_that_of_the_portal(write: Write, language: str, locale: str) -> None:
    portal = f"name: P\nintroduction: I\nlanguage: {language}\n"
    site, problems = site_of(write({"portal.yml": portal}), TODAY)
    assert faults(problems) == []
    assert shared(head_of(site, ""))["og:locale"] == locale


def test_every_page_of_an_agency_names_its_feed_and_every_other_that_of_all(
    miniature: Site,
) -> None:
    for page in miniature.pages:
        root = "../" * page.address.count("/") or "./"
        if page.agency is None:
            expected = [(f"{root}berita/atom.xml", "Semua berita")]
        elif page.agency.id in ("kota-contoh/dinas-lingkungan", "kota-contoh/dinas-pertamanan"):
            expected = []
        else:
            expected = [(f"{root}{page.agency.id}/berita/atom.xml", "Berita")]
        own = [
            (f"{root}{each.address}", each.title)
            for each in page.alternates
            if each.type == "application/atom+xml"
        ]
        assert feeds(head_of(miniature, page.address)) == [*own, *expected], page.address


def test_every_feed_that_a_page_names_is_there(miniature: Site) -> None:
    files = {each.address for each in miniature.files}
    named = {
        href.lstrip("./")
        for page in miniature.pages
        for href, _ in feeds(head_of(miniature, page.address))
    }
    assert named == {each for each in files if each.endswith("atom.xml")}


def test_the_lists_of_news_link_their_feed(miniature: Site) -> None:
    renderer = Renderer(miniature)
    for address in ("berita/", "kota-contoh/berita/"):
        html = renderer.page(miniature.by_address[address]).html
        assert html.count(f'href="{"../" * address.count("/")}{address}atom.xml"') == 1
    topic = renderer.page(miniature.by_address["berita/topik/lingkungan/"]).html
    assert "atom.xml" not in topic


def test_the_page_for_wrong_addresses_is_not_shown_by_others(miniature: Site) -> None:
    shell = Renderer(miniature).shell(Outline("404.html", "Tiada - P"), root="/repo/")
    assert "og:" not in shell.head
    assert 'href="/repo/berita/atom.xml"' in shell.head
    assert "aria-current" not in shell.masthead


def test_a_change_of_what_others_show_is_a_change_of_the_page(write: Write) -> None:
    files = {
        path.relative_to(MINIATURE).as_posix(): path.read_bytes()
        for path in MINIATURE.rglob("*")
        if path.is_file()
    }
    before, _ = site_of(write(files), TODAY)
    path = "agencies/kota-contoh/news/2026-01-15-pohon-pertama.yml"
    after, _ = site_of(write({path: files[path].replace(b"2026-01-16", b"2026-01-15")}), TODAY)
    keys = [Renderer(site).key(site.by_address[TREE]) for site in (before, after)]
    assert keys[0] != keys[1]
    renderers = [Renderer(before, Publication("P", url)) for url in ("", URL)]
    keys = [each.key(before.by_address["kota-contoh/"]) for each in renderers]
    assert keys[0] != keys[1]


@pytest.mark.parametrize(
    ("name", "agency", "portal", "expected"),
    [
        ("Kota Uji", "Dinas A", "Portal", "Visi dan Misi 2025–2029 – Dinas A, Kota Uji - Portal"),
        ("Kota Uji", "Dinas Satu", "P" * 40, "Visi dan Misi 2025–2029 – Dinas Satu, Kota Uji"),
        ("K" * 40, "Dinas Satu", "Portal", "Visi dan Misi 2025–2029 – Dinas Satu"),
        ("Kota Uji", "D" * 90, "Portal", f"Visi dan Misi 2025–2029 – {'D' * 90}"),
    ],
)  # fmt: skip
def test_a_title_is_cut_behind_the_name_where_search_engines_would_cut_it(
    write: Write, name: str, agency: str, portal: str, expected: str
) -> None:
    plan = "type: Renstra\ntitle: R\nperiod: {start: 2025, end: 2029}\nvision: {statement: Maju}\n"
    site, _ = site_of(
        write(
            {
                "agencies/kota-uji/agency.yml": f"type: kota\nname: {name}\n",
                "agencies/kota-uji/dinas/agency.yml": f"type: dinas\nname: {agency}\n",
                "agencies/kota-uji/dinas/plans/2025-2029.yml": plan,
            }
        ),
        TODAY,
    )
    page = site.by_address["kota-uji/dinas/visi-misi/2025-2029/"]
    assert title_in_head(page, site, portal) == expected
    profile = site.by_address["kota-uji/dinas/"]
    assert title_in_head(profile, site, "Portal").startswith(agency)
    assert title(page, site) == f"Visi dan Misi 2025–2029 – {agency}, {name}"
