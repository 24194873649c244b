"""Lists of news: of each agency, and of all together."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urljoin

import pytest

from conftest import AGENCY, TODAY, Write
from markup import one, renderer_of, shown, text, texts
from pendopo.problems.problem import faults
from pendopo.rendering.titles import title
from pendopo.site.planning import Site
from places import site_of
from samples import marked

KOTA, DESA = "agencies/kota-uji", "agencies/kota-uji/desa-a"
HEADS = {f"{KOTA}/agency.yml": AGENCY, f"{DESA}/agency.yml": "type: desa\nname: Desa A\n"}


def site(write: Write, files: Mapping[str, str]) -> Site:
    built, problems = site_of(write({**HEADS, **files}), TODAY)
    assert faults(problems) == []
    return built


def article(day: str, title: str, more: str = "") -> str:
    return f"title: {title}\npublished: {day}\nbody: Teks.\n{more}"


def test_there_is_a_list_of_all_news_and_one_for_each_agency_that_writes(miniature: Site) -> None:
    pages = {page.address: page for page in miniature.pages if page.template == "news/list"}
    assert list(pages) == [
        *("berita/", "berita/topik/lingkungan/", "berita/topik/pohon/"),
        *("berita/topik/pemerintahan/", "kota-contoh/berita/"),
        *("kota-contoh/dinas-arsip/berita/", "kota-contoh/kecamatan-contoh-hulu/berita/"),
    ]
    for page in pages.values():
        assert bool(page.menu) == bool("topik" not in page.address)
        assert bool(page.trail) == bool("topik" in page.address)
        assert 0 < len(page.description) <= 160
    assert pages["berita/"].agency is None
    assert pages["berita/"].source == "portal.yml"
    assert pages["kota-contoh/berita/"].source == "agencies/kota-contoh/agency.yml"
    assert "Kota Contoh" in pages["kota-contoh/berita/"].description
    assert "Profil Instansi Kota Contoh" in pages["berita/"].description


def test_without_news_there_is_no_list(write: Write) -> None:
    assert [page for page in site(write, {}).pages if page.template == "news/list"] == []


def test_an_agency_that_does_not_write_has_no_list(write: Write) -> None:
    built = site(write, {f"{DESA}/news/2026-01-15-a.yml": article("2026-01-15", "Kabar")})
    pages = [page.address for page in built.pages if page.template == "news/list"]
    assert pages == ["berita/", "kota-uji/desa-a/berita/"]


WATER = "Air mati di Jalan Percobaan sampai Senin"


@pytest.mark.parametrize(
    ("address", "own"), [("berita/", ["Kota Contoh"]), ("kota-contoh/berita/", [])]
)
def test_a_list_of_several_agencies_names_that_of_each_article_which_differs_newest_first(
    miniature: Site, address: str, own: list[str]
) -> None:
    entries = one(shown(miniature, address), "ul[@class='teasers']").findall("li")[:4]
    assert [
        (text(each.find(".//h2")), texts(each, ".//p[@class='meta']/a")) for each in entries
    ] == [
        ("Kabar dari hulu", ["Kecamatan Contoh Hulu"]),
        ("Pohon pertama ditanam di Jalan Percobaan", own),
        (WATER, own),
        ("Kunjungan tanpa foto", own),
    ]


def test_the_list_of_an_agency_holds_its_own_articles_and_does_not_name_it(write: Write) -> None:
    built = site(write, written(2, KOTA, DESA))
    entries = one(shown(built, "kota-uji/berita/"), "ul[@class='teasers']").findall("li")
    assert [texts(each, ".//h2/a") for each in entries] == [["1"], ["0"]]
    assert [texts(each, ".//p[@class='meta']/a") for each in entries] == [[], []]
    assert one(entries[0], ".//h2/a").get("href") == "../../kota-uji/berita/2024-01-02-x/"


def test_news_from_below_come_from_all_levels_and_only_where_they_are_wanted(write: Write) -> None:
    deep = f"{DESA}/uptd-b"
    heads = {f"{KOTA}/agency.yml": AGENCY + "news_from_below: ya\n"}
    heads[f"{deep}/agency.yml"] = "type: uptd\nname: UPTD B\n"
    built = site(write, {**heads, **written(1, DESA), **written(1, deep, first=1)})
    assert titles(built, "kota-uji/berita/") == ["1", "0"]
    assert titles(built, "kota-uji/desa-a/berita/") == ["0"]
    assert texts(shown(built, "kota-uji/"), "ul[@class='teasers']/li//h3") == ["1", "0"]


@pytest.mark.parametrize(
    ("pictured", "classes"), [("ab", "teasers in-cards"), ("a", "teasers"), ("", "teasers")]
)
def test_news_are_cards_only_where_each_has_a_picture(
    write: Write, pictured: str, classes: str
) -> None:
    files: dict[str, str | bytes] = {f"{KOTA}/agency.yml": AGENCY}
    files[f"{KOTA}/media/a.png"] = marked((390, 260), "50% 50%")
    for name in "ab":
        more = "picture: {file: a.png, alt: Dua warga}\n" if name in pictured else ""
        files[f"{KOTA}/news/2026-01-02-{name}.yml"] = article("2026-01-02", name) + more
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    for address, expected in (
        ("", classes),
        ("kota-uji/", classes),
        ("kota-uji/berita/", "teasers"),
    ):
        lists = {each.get("class") for each in shown(built, address).iter("ul")}
        assert {each for each in lists if each and "teasers" in each} == {expected}


def test_an_entry_shows_date_summary_and_picture(miniature: Site) -> None:
    teasers = one(shown(miniature, "kota-contoh/berita/"), "ul[@class='teasers']")
    _, first, _, second, *_ = teasers.findall("li")
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


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        ("**Rabu**, [warga](https://contoh.example/) datang.\n\nLain.", "Rabu, warga datang."),
        (" ".join(["kata"] * 40), " ".join(["kata"] * 31) + " …"),
        ("1 < 2 & 3", "1 < 2 & 3"),
    ],
)
def test_without_a_summary_an_entry_shows_how_the_text_begins(
    write: Write, body: str, excerpt: str
) -> None:
    news = f"title: Kabar\npublished: 2026-01-02\nbody: {json.dumps(body)}\n"
    built = site(write, {f"{KOTA}/news/2026-01-02-a.yml": news})
    for address in ("", "kota-uji/", "kota-uji/berita/"):
        entry = one(shown(built, address), "ul[@class='teasers']/li")
        assert texts(entry, "div/p")[1] == excerpt


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
    articles = [page.address for page in built.pages if page.template == "news/article"]
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
    lists = {page.address: page for page in built.pages if page.template == "news/list"}
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
    found = {
        page.address: title(page, built) for page in built.pages if page.template == "news/list"
    }
    assert len(set(found.values())) == len(found) == 6 + 3 + 3
    assert found["berita/"] == "Semua berita"
    assert found["berita/halaman/3/"] == "Semua berita, halaman 3"
    assert found["kota-uji/desa-a/berita/halaman/1/"] == "Berita, halaman 1 – Desa A, Kota Uji"
    heading = text(one(shown(built, "berita/halaman/3/"), "h1"))
    assert heading == "Semua berita, halaman 3"


def test_of_one_day_the_article_whose_file_comes_last_leads(write: Write) -> None:
    files = {
        f"{agency}/news/2026-01-15-{name}.yml": article("2026-01-15", f"{agency[-1]} {name}")
        for agency in (KOTA, DESA)
        for name in ("b", "a")
    }
    assert texts(shown(site(write, files), "berita/"), "ul/li//h2") == [
        *("i b", "a b", "i a", "a a"),
    ]


def test_of_one_day_the_latest_leads_everywhere(write: Write) -> None:
    files = {
        f"{KOTA}/news/2026-01-15-{name}.yml": article("2026-01-15", name, f"time: {time}\n")
        for name, time in (("a", "09:30"), ("b", "14:00"), ("c", "07.15"))
    }
    head = "type: kota\nname: Kota Uji\nnews_from_below: ya\n"
    below = {f"{DESA}/news/2026-01-15-d.yml": article("2026-01-15", "d", "time: 10:00\n")}
    built = site(write, {**files, **below, f"{KOTA}/agency.yml": head})
    for address in ("berita/", "kota-uji/berita/"):
        assert texts(shown(built, address), "ul/li//h2") == ["b", "d", "a", "c"]
    feeds = {each.address: each.text for each in built.files}
    for address in ("berita/atom.xml", "kota-uji/berita/atom.xml"):
        titles = re.findall(r"<entry><id>[^<]+</id><title>(\w)</title>", feeds[address])
        assert titles == ["b", "d", "a", "c"]
    shown_time = text(one(shown(built, "kota-uji/berita/2026-01-15-b/"), ".//p[@class='meta']"))
    assert "15 Januari 2026, 14:00" in shown_time


def test_a_list_that_fills_one_page_needs_no_archive(write: Write) -> None:
    built = site(write, written(20, KOTA))
    assert [page for page in built.pages if page.template == "news/archive"] == []
    assert shown(built, "kota-uji/berita/").findall("nav[@class='more']") == []


def test_the_archive_has_a_page_for_each_year_with_its_months(write: Write) -> None:
    old = {f"{KOTA}/news/2023-12-31-x.yml": article("2023-12-31", "a")}
    built = site(write, {**written(40, KOTA), **old})
    years = one(shown(built, "kota-uji/berita/"), "nav[@class='more']/ul").findall("li/a")
    assert [(text(a), a.get("href")) for a in years] == [
        ("2024 (40)", "../../kota-uji/berita/2024/"),
        ("2023 (1)", "../../kota-uji/berita/2023/"),
    ]
    tree = shown(built, "kota-uji/berita/2024/")
    assert text(tree.find("h1")) == "Berita 2024"
    assert [(each.get("id"), text(each)) for each in tree.findall("h2")] == [
        ("bulan-02", "Februari 2024"),
        ("bulan-01", "Januari 2024"),
    ]
    assert [len(each) for each in tree.findall("ul[@class='headlines']")] == [9, 31]
    assert shown(built, "berita/2023/").findall("ul[@class='headlines']/li/a") != []


def test_a_year_of_many_articles_has_a_page_for_each_month(write: Write) -> None:
    built = site(write, written(120, KOTA))
    tree = shown(built, "kota-uji/berita/2024/")
    assert tree.findall("ul") == []
    months = {a.get("href", ""): text(a) for a in tree.findall("h2/a")}
    assert months == {
        f"../../../kota-uji/berita/2024/0{number}/": f"{name} 2024"
        for number, name in enumerate(("Januari", "Februari", "Maret", "April"), 1)
    }
    found = {
        each.get("href")
        for number in range(1, 5)
        for each in shown(built, f"kota-uji/berita/2024/0{number}/").findall(".//li/a")
    }
    assert len(found) == 120
    page = built.by_address["kota-uji/berita/2024/03/"]
    assert page.title == "Berita Maret 2024"
    assert [link.address for link in page.trail] == ["kota-uji/berita/", "kota-uji/berita/2024/"]


def test_every_topic_is_listed_and_has_pages_of_twenty_where_there_is_news(write: Write) -> None:
    files = written(45, KOTA, DESA)
    files = {path: f"{text_}topics: [Pohon]\n" for path, text_ in files.items()}
    vocabulary = "topics: [{key: pohon, name: Pohon}, {key: air, name: Air, description: Hujan.}]\n"
    built = site(write, {**files, "topics.yml": vocabulary})
    rows = shown(built, "berita/topik/").findall("ul/li")
    assert [texts(each, "strong") for each in rows] == [["90"], ["0"]]
    assert [each.get("href") for each in rows[0].iter("a")] == ["../../berita/topik/pohon/"]
    assert [*rows[1].iter("a")] == []
    assert "Hujan." in text(rows[1])
    walk = walked(built, "berita/topik/pohon/")
    assert walk[-1] == "berita/topik/pohon/halaman/1/"
    assert sum(len(links(built, page)) for page in walk) == 90


def test_lists_lead_to_the_topics_where_there_are_some(write: Write) -> None:
    files = written(1, KOTA)
    for vocabulary, expected in ({}, 0), ({"topics.yml": "topics: [{key: a, name: A}]\n"}, 1):
        built = site(write, {**files, **vocabulary})
        found = shown(built, "kota-uji/berita/").findall("nav[@class='more']/p/a")
        assert len(found) == expected
