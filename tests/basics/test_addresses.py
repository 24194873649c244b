"""Addresses, and links that hold wherever the site lies."""

from itertools import product
from urllib.parse import urljoin

import pytest

from pendopo.basics import addresses
from pendopo.kinds.registry import KINDS
from pendopo.site.planning import Site
from places import assets_of, drawings_of


def test_every_address_is_relative_to_the_root_and_that_of_a_page_ends_with_a_slash() -> None:
    assert addresses.PORTAL == ""
    assert addresses.DIRECTORY == "instansi/"
    assert addresses.NEWS == "berita/"
    assert addresses.agencies_of_type("rumah-sakit") == "instansi/rumah-sakit/"
    assert addresses.profile("kota/dinas") == "kota/dinas/"
    assert addresses.vision("kota") == "kota/visi-misi/"
    assert addresses.vision("kota", "2016-2021") == "kota/visi-misi/2016-2021/"
    assert addresses.goals("kota") == "kota/tujuan-sasaran/"
    assert addresses.goals("kota", "2016-2021") == "kota/tujuan-sasaran/2016-2021/"
    assert addresses.all_news() == "berita/"
    assert addresses.all_news(3) == "berita/halaman/3/"
    assert addresses.news("kota") == "kota/berita/"
    assert addresses.news("kota/dinas", 3) == "kota/dinas/berita/halaman/3/"
    assert addresses.article("kota", "2018-04-25-a") == "kota/berita/2018-04-25-a/"
    assert addresses.feed() == "berita/atom.xml"
    assert addresses.feed("kota/dinas") == "kota/dinas/berita/atom.xml"
    assert addresses.api("news/2026") == "api/v1/news/2026.json"
    assert addresses.agency_data("kota/dinas") == "api/v1/agencies/kota/dinas.json"
    assert addresses.schema("news") == "api/v1/schema/news.json"
    assert addresses.media("kota/dinas", "Foto 1.jpg") == "kota/dinas/media/Foto 1.jpg"
    assert addresses.colours("#1b5e20", "#0f5e9c") == "assets/colours/1b5e20-0f5e9c.css"


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("", "instansi/", "../"),
        ("", "kota/visi-misi/2016-2021/", "../../../"),
        ("instansi/", "", "./instansi/"),
        ("instansi/", "instansi/", "../instansi/"),
        ("instansi/kota/", "instansi/", "../instansi/kota/"),
        ("kota/", "kota/berita/", "../../kota/"),
        ("kota/berita/", "kota/dinas/", "../../kota/berita/"),
        ("kota/media/a.png", "kota/", "../kota/media/a.png"),
        ("kota/media/a.png", "kota/berita/x/", "../../../kota/media/a.png"),
        ("assets/colours/a-b.css", "", "./assets/colours/a-b.css"),
        ("kota/#kontak", "", "./kota/#kontak"),
        ("kota/#kontak", "kota/", "../kota/#kontak"),
        ("#berita", "", "./#berita"),
        ("#berita", "kota/", "../#berita"),
    ],
)
def test_a_link_leads_over_the_root_from_one_page_to_another(
    target: str, page: str, link: str
) -> None:
    assert addresses.root(page) + target == link
    assert urljoin(f"/{page}", link) == f"/{target}"


@pytest.mark.parametrize(
    "root",
    ["https://example.org/", "https://example.org/repo/", "file:///srv/site/", "//host/a/b/"],
)
def test_every_link_between_pages_and_files_holds_below_any_root(
    miniature: Site, root: str
) -> None:
    pages = [page.address for page in miniature.pages]
    targets = [
        *pages,
        *(asset.address for asset in assets_of(miniature)),
        *(f"{p}#isi" for p in pages),
    ]
    for target, page in product(targets, pages):
        link = addresses.root(page) + target
        assert urljoin(f"{root}{page}", link) == f"{root}{target}"


def test_the_names_that_pages_take_are_reserved(miniature: Site) -> None:
    taken: dict[str, set[str]] = {"portal": set(), "agency": set()}
    for page in miniature.pages:
        place = page.agency.id if page.agency else ""
        rest = page.address.removeprefix(f"{place}/" if place else "")
        if rest:
            taken["agency" if place else "portal"].add(rest.split("/")[0])
    for asset in assets_of(miniature):
        if asset.media:
            rest = asset.address.removeprefix(f"{asset.media.agency}/")
            taken["agency"].add(rest.split("/")[0])
        else:
            taken["portal"].add(asset.address.split("/")[0])
    drawn = (address for each in drawings_of(miniature) for address in each.addresses)
    assert all("/media/" in each or each.startswith("assets/") for each in drawn)
    agencies = miniature.context.directory.agencies
    for file in miniature.files:
        place = max((each for each in agencies if file.address.startswith(f"{each}/")), default="")
        name, below, _ = file.address.removeprefix(f"{place}/" if place else "").partition("/")
        if below and not file.address.endswith(".html"):
            taken["agency" if place else "portal"].add(name)
    assert taken["portal"] >= {"instansi", "berita", "kinerja", "cari", "assets", "api"}
    assert taken["agency"] >= {"visi-misi", "tujuan-sasaran", "perencanaan", "berita", "media"}
    assert taken["portal"] <= KINDS.links.portal_names
    assert taken["agency"] <= KINDS.links.agency_names


@pytest.mark.parametrize(
    ("page", "agency", "link", "expected"),
    [
        ("kota/", "kota", "../kota/", "./"),
        ("kota/", "kota", "../kota/berita/", "./berita/"),
        ("kota/berita/a/", "kota", "../../../kota/visi-misi/", "../../visi-misi/"),
        ("kota/camat/berita/a/", "kota/camat", "../../../../kota/camat/", "../../"),
        ("kota/camat/berita/a/", "kota/camat", "../../../../kota/", "../../../"),
        ("kota/camat/berita/a/", "kota/camat", "../../../../kota/dinas/", "../../../dinas/"),
        ("kota/", "kota", "../kota-lain/", "../kota-lain/"),
        ("kota/", "kota", "../assets/a.css", "../assets/a.css"),
        ("berita/", "", "../kota/", "../kota/"),
    ],
)
def test_links_within_an_agency_take_the_shorter_way(
    page: str, agency: str, link: str, expected: str
) -> None:
    html = f'<a href="{link}">&#34;{link}</a>'
    shorter = addresses.shortened(html, page, agency)
    assert shorter == f'<a href="{expected}">&#34;{link}</a>'
    assert urljoin(f"https://a/{page}", expected) == urljoin(f"https://a/{page}", link)
