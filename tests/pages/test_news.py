"""Lists of news: of each agency, and of all together."""

from collections.abc import Mapping

from conftest import AGENCY, TODAY, Write
from markup import one, shown, text, texts
from pendopo.site import Site, build

KOTA, DESA = "agencies/kota-uji", "agencies/kota-uji/desa-a"
HEADS = {f"{KOTA}/agency.yml": AGENCY, f"{DESA}/agency.yml": "type: desa\nname: Desa A\n"}


def site(write: Write, files: Mapping[str, str]) -> Site:
    built, problems = build(write({**HEADS, **files}), TODAY)
    assert problems == []
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
        "2026-01-15-pohon-pertama/",
        "2025-12-01-kunjungan/",
    ]


def test_an_entry_shows_date_summary_and_picture(miniature: Site) -> None:
    first, second = one(shown(miniature, "kota-contoh/berita/"), "ul[@class='teasers']").findall(
        "li"
    )
    assert one(first, ".//time").get("datetime") == "2026-01-16"
    assert text(one(first, ".//time")) == "Jumat, 16 Januari 2026"
    assert "Pohon pertama dari seribu pohon ditanam pada hari Kamis." in texts(first, "div/p")
    picture = one(first, "img")
    assert picture.get("src") == "../media/pohon.jpg"
    assert picture.get("alt") == ""
    assert first.get("class") == "with-picture"
    assert second.findall(".//img") == []
    assert second.get("class") is None
    assert one(second, ".//time").get("datetime") == "2025-12-01"


def test_all_articles_are_listed_however_many(write: Write) -> None:
    files = {
        f"{agency}/news/2026-01-{day:02}-x.yml": article(f"2026-01-{day:02}", f"{day}")
        for agency in (KOTA, DESA)
        for day in range(1, 26)
    }
    built = site(write, files)
    assert len(shown(built, "berita/").findall("ul/li")) == 50
    titles = texts(shown(built, "kota-uji/berita/"), "ul/li//h2")
    assert titles == [str(day) for day in range(25, 0, -1)]


def test_articles_of_one_day_come_in_a_lasting_order(write: Write) -> None:
    files = {
        f"{agency}/news/2026-01-15-{name}.yml": article("2026-01-15", f"{agency[-1]} {name}")
        for agency in (KOTA, DESA)
        for name in ("b", "a")
    }
    assert texts(shown(site(write, files), "berita/"), "ul/li//h2") == [
        *("i a", "i b", "a a", "a b"),
    ]
