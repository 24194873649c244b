"""Lists of news: of each agency, and of all together."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urljoin

import pytest

from conftest import AGENCY, TODAY, Write
from markup import one, renderer_of, shown, text, texts
from pendopo.problems import faults
from pendopo.rendering import title
from pendopo.site import Site, build

KOTA, DESA = "agencies/kota-uji", "agencies/kota-uji/desa-a"
HEADS = {f"{KOTA}/agency.yml": AGENCY, f"{DESA}/agency.yml": "type: desa\nname: Desa A\n"}


def site(write: Write, files: Mapping[str, str]) -> Site:
    built, problems = build(write({**HEADS, **files}), TODAY)
    assert faults(problems) == []
    return built


def article(day: str, title: str, more: str = "") -> str:
    return f"title: {title}\npublished: {day}\nbody: Teks.\n{more}"


def test_there_is_a_list_of_all_news_and_one_for_each_agency_that_writes(miniature: Site) -> None:
    pages = {page.address: page for page in miniature.pages if page.template == "news"}
    assert list(pages) == [
        *("berita/", "kota-contoh/berita/", "kota-contoh/kecamatan-contoh-hulu/berita/"),
    ]
    for page in pages.values():
        assert page.menu
        assert page.trail == ()
        assert 0 < len(page.description) <= 160
    assert pages["berita/"].agency is None
    assert pages["berita/"].source == "portal.yml"
    assert pages["kota-contoh/berita/"].source == "agencies/kota-contoh/agency.yml"
    assert "Kota Contoh" in pages["kota-contoh/berita/"].description
    assert "Profil Instansi Kota Contoh" in pages["berita/"].description


def test_without_news_there_is_no_list(write: Write) -> None:
    assert [page for page in site(write, {}).pages if page.template == "news"] == []


def test_an_agency_that_does_not_write_has_no_list(write: Write) -> None:
    built = site(write, {f"{DESA}/news/2026-01-15-a.yml": article("2026-01-15", "Kabar")})
    pages = [page.address for page in built.pages if page.template == "news"]
    assert pages == ["berita/", "kota-uji/desa-a/berita/"]


def test_the_list_of_all_names_the_agency_of_each_article_newest_first(miniature: Site) -> None:
    entries = one(shown(miniature, "berita/"), "ul[@class='teasers']").findall("li")
    assert [
        (text(each.find(".//h2")), texts(each, ".//p[@class='meta']/a")) for each in entries
    ] == [
        ("Kabar dari hulu", ["Kecamatan Contoh Hulu"]),
        ("Pohon pertama ditanam di Jalan Percobaan", ["Kota Contoh"]),
        ("Kunjungan tanpa foto", ["Kota Contoh"]),
    ]


def test_the_list_of_an_agency_holds_its_own_articles_and_does_not_name_it(
    miniature: Site,
) -> None:
    entries = one(shown(miniature, "kota-contoh/berita/"), "ul[@class='teasers']").findall("li")
    assert [text(each.find(".//h2/a")) for each in entries] == [
        "Pohon pertama ditanam di Jalan Percobaan",
        "Kunjungan tanpa foto",
    ]
    assert [texts(each, ".//p[@class='meta']/a") for each in entries] == [[], []]
    assert [one(each, ".//h2/a").get("href") for each in entries] == [
        "../../kota-contoh/berita/2026-01-15-pohon-pertama/",
        "../../kota-contoh/berita/2025-12-01-kunjungan/",
    ]


def test_an_entry_shows_date_summary_and_picture(miniature: Site) -> None:
    first, second = one(shown(miniature, "kota-contoh/berita/"), "ul[@class='teasers']").findall(
        "li"
    )
    assert one(first, ".//time").get("datetime") == "2026-01-16"
    assert text(one(first, ".//time")) == "Jumat, 16 Januari 2026"
    assert "Pohon pertama dari seribu pohon ditanam pada hari Kamis." in texts(first, "div/p")
    picture = one(first, "picture/img")
    stem = r"\.\./\.\./kota-contoh/media/pohon-[0-9a-f]{10}-400\."
    assert re.fullmatch(f"{stem}jpg", picture.get("src", ""))
    assert [(each.get("width"), each.get("height")) for each in (picture,)] == [("400", "225")]
    assert (picture.get("alt"), picture.get("loading")) == ("", "lazy")
    sources = first.findall("picture/source")
    assert [each.get("type") for each in sources] == ["image/avif", "image/webp"]
    for each, suffix in zip(sources, ("avif", "webp"), strict=True):
        assert re.fullmatch(f"{stem}{suffix}", each.get("srcset", ""))
    assert first.get("class") == "with-picture"
    assert second.findall(".//img") == []
    assert second.get("class") is None
    assert one(second, ".//time").get("datetime") == "2025-12-01"


def written(count: int, *agencies: str, first: int = 0) -> dict[str, str]:
    """Articles of successive days in each of `agencies`, the oldest first; numbers are titles."""
    days = [date(2024, 1, 1) + timedelta(number) for number in range(first, first + count)]
    return {
        f"{agency}/news/{day}-x.yml": article(str(day), f"{first + number}")
        for agency in agencies
        for number, day in enumerate(days)
    }


def neighbour(built: Site, address: str, rel: str) -> str | None:
    """The address that the link to older (`next`) or newer (`prev`) news leads to."""
    links = shown(built, address).findall(f"nav[@class='neighbours']/a[@rel='{rel}']")
    assert len(links) <= 1
    return urljoin(f"/{address}", links[0].attrib["href"])[1:] if links else None


def walked(built: Site, address: str) -> list[str]:
    """The pages of a list, by following the links to older news from its first page."""
    found = [address]
    while (older := neighbour(built, found[-1], "next")) is not None:
        assert older not in found
        assert neighbour(built, older, "prev") == found[-1]
        found.append(older)
    assert neighbour(built, address, "prev") is None
    return found


def titles(built: Site, address: str) -> list[str]:
    return texts(shown(built, address), "ul[@class='teasers']/li//h2")


def links(built: Site, address: str) -> list[str]:
    """The addresses of the articles that a page of a list shows."""
    found = shown(built, address).findall("ul[@class='teasers']/li//h2/a")
    return [urljoin(f"/{address}", each.attrib["href"])[1:] for each in found]


def test_all_articles_are_listed_however_many(write: Write) -> None:
    built = site(write, written(25, KOTA, DESA))
    everything = [link for page in walked(built, "berita/") for link in links(built, page)]
    articles = [page.address for page in built.pages if page.template == "article"]
    assert len(everything) == 50
    assert sorted(everything) == sorted(articles)
    days = [link.rpartition("/berita/")[2][:10] for link in everything]
    assert days == sorted(days, reverse=True)
    assert titles(built, "kota-uji/berita/") == [str(number) for number in range(24, -1, -1)]


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, []),
        (1, [1]),
        (19, [19]),
        (20, [20]),
        (21, [21]),
        (39, [39]),
        (40, [20, 20]),
        (41, [21, 20]),
        (59, [39, 20]),
        (60, [20, 20, 20]),
        (61, [21, 20, 20]),
    ],
)
def test_a_list_is_in_pages_of_twenty_and_the_first_one_holds_the_rest(
    write: Write, count: int, sizes: list[int]
) -> None:
    built = site(write, written(count, KOTA))
    lists = {page.address: page for page in built.pages if page.template == "news"}
    if not count:
        assert not lists
        return
    for first in ("berita/", "kota-uji/berita/"):
        pages = walked(built, first)
        assert [len(titles(built, page)) for page in pages] == sizes
        assert pages[1:] == [f"{first}halaman/{n}/" for n in range(len(sizes) - 1, 0, -1)]
        everything = [title for page in pages for title in titles(built, page)]
        assert everything == [str(number) for number in range(count - 1, -1, -1)]
        for address in pages:
            page = lists.pop(address)
            assert page.previous == neighbour(built, address, "prev")
            assert page.next == neighbour(built, address, "next")
            assert bool(page.menu) == (address == first)
            assert [link.address for link in page.trail] == ([] if address == first else [first])
    assert not lists


def test_a_numbered_page_keeps_its_address_and_its_articles_when_new_ones_come(
    write: Write,
) -> None:
    before = site(write, written(41, KOTA))
    numbered = {
        page.address: renderer_of(before).page(page).html
        for page in before.pages
        if "/halaman/" in page.address
    }
    assert set(numbered) == {"berita/halaman/1/", "kota-uji/berita/halaman/1/"}
    after = site(write, written(18, KOTA, first=41))
    for address, html in numbered.items():
        assert renderer_of(after).page(after.by_address[address]).html == html
    later = site(write, written(1, KOTA, first=59))
    for address in numbered:
        assert titles(later, address) == titles(before, address)
        assert neighbour(later, address, "prev") == address.replace("/1/", "/2/")
    assert titles(later, "berita/halaman/2/") == [str(number) for number in range(39, 19, -1)]


def test_every_page_of_a_list_has_a_title_of_its_own(write: Write) -> None:
    built = site(write, written(65, KOTA, DESA))
    found = {page.address: title(page, built) for page in built.pages if page.template == "news"}
    assert len(set(found.values())) == len(found) == 6 + 3 + 3
    assert found["berita/"] == "Semua berita"
    assert found["berita/halaman/3/"] == "Semua berita, halaman 3"
    assert found["kota-uji/desa-a/berita/halaman/1/"] == "Berita, halaman 1 – Desa A, Kota Uji"
    heading = text(one(shown(built, "berita/halaman/3/"), "h1"))
    assert heading == "Semua berita, halaman 3"


def test_articles_of_one_day_come_in_a_lasting_order(write: Write) -> None:
    files = {
        f"{agency}/news/2026-01-15-{name}.yml": article("2026-01-15", f"{agency[-1]} {name}")
        for agency in (KOTA, DESA)
        for name in ("b", "a")
    }
    assert texts(shown(site(write, files), "berita/"), "ul/li//h2") == [
        *("i a", "i b", "a a", "a b"),
    ]
