"""News articles, each on a page of its own."""

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest

from conftest import AGENCY, TODAY, Write
from markup import one, parse, shown, text, texts
from pendopo.pictures.cards import Card
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from pendopo.site.shell import Publication
from places import drawings_of, site_of
from samples import PNG

KOTA = "agencies/kota-uji"
TREE = "kota-contoh/berita/2026-01-15-pohon-pertama/"
WATER = "kota-contoh/berita/2026-01-10-air-mati/"
VISIT = "kota-contoh/berita/2025-12-01-kunjungan/"
UPSTREAM = "kota-contoh/kecamatan-contoh-hulu/berita/2026-01-20-kabar-hulu/"


def site(write: Write, files: Mapping[str, str | bytes]) -> Site:
    built, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, **files}), TODAY)
    assert faults(problems) == []
    return built


def single(write: Write, more: str, body: str = "body: Teks.\n") -> Element:
    """The page of one article of 15 January 2026."""
    built = site(write, {f"{KOTA}/news/2026-01-15-a.yml": f"title: Kabar\n{body}{more}\n"})
    return shown(built, "kota-uji/berita/2026-01-15-a/")


def test_every_article_has_a_page(miniature: Site) -> None:
    pages = {page.address: page for page in miniature.pages if page.template == "news/article"}
    found = [each for each in pages if "dinas-arsip" not in each]
    assert found == [TREE, WATER, VISIT, UPSTREAM]
    page = pages[TREE]
    assert page.title == "Pohon pertama ditanam di Jalan Percobaan"
    assert page.source == "agencies/kota-contoh/news/2026-01-15-pohon-pertama.yml"
    assert page.menu == ""
    assert page.updated == "2026-01-20"
    assert [link.address for link in page.trail] == ["kota-contoh/berita/"]
    assert pages[VISIT].updated == ""
    assert pages[VISIT].source == "agencies/kota-contoh/news/2025-12-01-kunjungan.md"


def test_its_description_is_the_summary_or_the_begin_of_the_text(miniature: Site) -> None:
    assert miniature.by_address[TREE].description == (
        "Pohon pertama dari seribu pohon ditanam pada hari Kamis."
    )
    assert miniature.by_address[VISIT].description.startswith(
        'Foto kunjungan ini hilang, tetapi keterangannya masih ada. "Kami senang," kata'
    )


def test_its_description_fits_and_has_no_marks_of_markdown(write: Write) -> None:
    body = "**Binjai** – [Wali kota](https://uji.example/) _membuka_ pasar. " + "Kata " * 50
    built = site(
        write,
        {f"{KOTA}/news/2026-01-15-a.yml": f"title: T\npublished: 2026-01-15\nbody: '{body}'\n"},
    )
    description = built.by_address["kota-uji/berita/2026-01-15-a/"].description
    assert len(description) <= 160
    assert description.startswith("Binjai – Wali kota membuka pasar. Kata")


def test_neighbours_are_the_articles_of_the_same_agency(miniature: Site) -> None:
    pages = miniature.by_address
    assert (pages[TREE].previous, pages[TREE].next) == (None, WATER)
    assert (pages[VISIT].previous, pages[VISIT].next) == (WATER, None)
    assert (pages[UPSTREAM].previous, pages[UPSTREAM].next) == (None, None)


def test_neighbours_are_linked_the_newer_as_previous(write: Write) -> None:
    files = {
        f"{KOTA}/news/2026-01-{day}-x.yml": f"title: {day}\npublished: 2026-01-{day}\nbody: T.\n"
        for day in (15, 16, 17)
    }
    built = site(write, files)
    links = one(shown(built, "kota-uji/berita/2026-01-16-x/"), "nav").findall("a")
    assert [(each.get("rel"), each.get("href")) for each in links] == [
        ("prev", "../../../kota-uji/berita/2026-01-17-x/"),
        ("next", "../../../kota-uji/berita/2026-01-15-x/"),
    ]
    assert shown(built, "kota-uji/berita/2026-01-17-x/").findall("nav/a[@rel='prev']") == []


def test_an_only_article_has_no_neighbours(miniature: Site) -> None:
    assert shown(miniature, UPSTREAM).findall("nav") == []


def test_all_that_is_known_of_an_article_is_shown(miniature: Site) -> None:
    article = one(shown(miniature, TREE), "article")
    assert text(article.find("h1")) == "Pohon pertama ditanam di Jalan Percobaan"
    assert text(article.find("p[@class='lead']")) == (
        "Pohon pertama dari seribu pohon ditanam pada hari Kamis."
    )
    assert text(article.find("p[@class='byline']")).endswith("Penulis Rekaan")
    assert text(article.find(".//p[@class='dateline']")) == "Contoh, Warta Contoh"
    assert [(text(a), a.get("href")) for a in article.findall("p[@class='topics']/a")] == [
        ("Lingkungan", "../../../berita/topik/lingkungan/"),
        ("Pohon", "../../../berita/topik/pohon/"),
    ]
    source = article.findall("p[@class='meta written']")[-1]
    assert one(source, "a").get("href") == "https://contoh.example/warta"
    assert "Jalan Percobaan" in text(article.find("p[@class='meta written']"))


def test_the_text_of_an_article_keeps_its_headings_and_links(miniature: Site) -> None:
    body = one(shown(miniature, TREE), ".//div[@class='body']")
    assert texts(body, "h2") == ["Yang menanam"]
    assert texts(body, "p/em") == ["pegawai"]
    link = one(body, "p/a")
    assert (link.get("href"), link.get("rel")) == ("https://contoh.example/", "noopener noreferrer")


def test_a_picture_is_shown_with_text_caption_and_credit(miniature: Site) -> None:
    figure = one(shown(miniature, TREE), ".//figure")
    picture = one(figure, "picture/img")
    stem = r"\.\./\.\./\.\./kota-contoh/media/pohon-[0-9a-f]{10}"
    assert re.fullmatch(rf"{stem}-1200\.jpg", picture.get("src", ""))
    assert (picture.get("width"), picture.get("height")) == ("1200", "675")
    assert (picture.get("alt") or "").startswith("Lima pohon muda di kedua tepi")
    assert (picture.get("loading"), picture.get("fetchpriority")) == (None, "high")
    for each, suffix in zip(figure.findall("picture/*"), ("avif", "webp", "jpg"), strict=True):
        widths = ", ".join(rf"{stem}-{width}\.{suffix} {width}w" for width in (400, 800, 1200))
        assert re.fullmatch(widths, each.get("srcset", "")), suffix
        assert each.get("sizes")
    assert text(figure.find("figcaption")).startswith("Pohon pertama ")
    assert text(figure.find("figcaption/span")).endswith("Humas Contoh")


def test_a_caption_without_picture_is_shown_without_one(miniature: Site) -> None:
    tree = shown(miniature, VISIT)
    assert texts(tree, ".//figure/figcaption") == ["Tamu diterima di pendopo"]
    assert tree.findall(".//img") == []


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ("published: 2026-01-15", ["2026-01-15"]),
        ("event_date: 2026-01-15", ["2026-01-15"]),
        ("published: 2026-01-15\nevent_date: 2026-01-15", ["2026-01-15"]),
        ("published: 2026-01-16\nevent_date: 2026-01-15", ["2026-01-16", "2026-01-15"]),
    ],
)
def test_the_day_of_publication_and_that_of_the_event_are_told_apart(
    write: Write, dates: str, days: list[str]
) -> None:
    meta = one(single(write, dates), "article/p[@class='meta']")
    assert [each.get("datetime") for each in meta.iter("time")] == days


def test_dates_are_written_with_the_day_of_the_week(miniature: Site) -> None:
    meta = one(shown(miniature, VISIT), "article/p[@class='meta']")
    assert texts(meta, "time") == ["Senin, 1 Desember 2025"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("dateline: {place: Binjai}", ["Binjai"]),
        ("dateline: {place: Binjai, outlet: InfoPublik}", ["Binjai, InfoPublik"]),
        ("", []),
    ],
)
def test_a_dateline_stands_before_the_first_word(
    write: Write, more: str, expected: list[str]
) -> None:
    body = one(single(write, f"published: 2026-01-15\n{more}"), ".//div[@class='body']")
    assert texts(body, "p[@class='dateline']") == expected
    assert text(body).endswith("Teks.")


def test_an_article_of_which_little_is_known_shows_nothing_empty(write: Write) -> None:
    tree = single(write, "published: 2026-01-15")
    assert [each.tag for each in one(tree, "article")] == ["h1", "p", "div"]
    assert "None" not in text(tree)


def test_a_picture_with_a_file_alone_has_no_caption(write: Write) -> None:
    built = site(
        write,
        {
            f"{KOTA}/news/2026-01-15-a.yml": "title: T\npublished: 2026-01-15\nbody: T.\n"
            "picture: {file: a.png, alt: Pohon}\n",
            f"{KOTA}/media/a.png": PNG,
        },
    )
    figure = one(shown(built, "kota-uji/berita/2026-01-15-a/"), ".//figure")
    assert [each.tag for each in figure] == ["picture"]


def test_additions_and_corrections_are_public(miniature: Site) -> None:
    article = one(shown(miniature, TREE), "article")
    meta = text(article.find("p[@class='meta written']"))
    assert "Diperbarui: Selasa, 20 Januari 2026" in meta
    assert article.findall("p[@class='meta written']/a")[0].get("href") == "#ralat"
    (correction,) = texts(article, "section[@class='corrections']/ul/li")
    assert correction.startswith("Minggu, 18 Januari 2026: Jumlah pohon seribu")


@pytest.mark.parametrize(("today", "expired"), [("2026-01-12", False), ("2026-01-13", True)])
def test_an_article_that_has_expired_says_so_and_keeps_its_page(
    write: Write, today: str, expired: bool
) -> None:
    files = {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/news/2026-01-10-a.yml": "title: Air mati\npublished: 2026-01-10\nbody: T.\n"
        "expires: 2026-01-12\n",
        f"{KOTA}/news/2025-01-10-b.yml": "title: Lama\npublished: 2025-01-10\nbody: T.\n",
    }
    built, problems = site_of(write(files), date.fromisoformat(today))
    assert faults(problems) == []
    notices = texts(shown(built, "kota-uji/berita/2026-01-10-a/"), ".//p[@class='warning']")
    assert len(notices) == expired
    assert all("12 Januari 2026" in each for each in notices)
    for page in ("kota-uji/", ""):
        first = texts(shown(built, page), "ul[@class='teasers']/li//h3")[0]
        assert first == ("Lama" if expired else "Air mati")
    marks = texts(shown(built, "kota-uji/berita/"), ".//span[@class='status status-ended']")
    assert len(marks) == expired


def test_featured_articles_come_first_on_first_pages(write: Write) -> None:
    files = {f"{KOTA}/agency.yml": AGENCY}
    for day, more in ((10, "featured: ya\n"), (11, ""), (12, ""), (13, ""), (14, "")):
        files[f"{KOTA}/news/2026-01-{day}-a.yml"] = (
            f"title: '{day}'\npublished: 2026-01-{day}\nbody: T.\n{more}"
        )
    built = site(write, files)
    assert texts(shown(built, "kota-uji/"), "ul[@class='teasers']/li//h3") == [
        "10",
        "14",
        "13",
    ]
    assert texts(shown(built, "kota-uji/berita/"), "ul[@class='teasers']/li//h2")[0] == "14"


def test_related_are_the_newest_of_the_same_topics(write: Write) -> None:
    files = {f"{KOTA}/agency.yml": AGENCY}
    files["topics.yml"] = "topics: [{key: a, name: A}, {key: b, name: B}]\n"
    topics = {10: "[A]", 11: "[B]", 12: "[a, B]", 13: "[A]", 14: "[A]", 15: "[A]", 16: "[B]"}
    for day, named in topics.items():
        files[f"{KOTA}/news/2026-01-{day}-x.yml"] = (
            f"title: '{day}'\npublished: 2026-01-{day}\nbody: T.\ntopics: {named}\n"
        )
    built = site(write, files)

    def related(day: int) -> list[str]:
        return texts(shown(built, f"kota-uji/berita/2026-01-{day}-x/"), "nav[@class='related']//li")

    assert related(10) == ["15", "14", "13"]
    assert related(15) == ["14", "13", "12"]
    assert related(11) == ["16", "12"]
    assert related(12) == ["16", "15", "14"]


def test_an_article_is_shared_by_its_whole_address(miniature: Site) -> None:
    page = miniature.by_address[TREE]
    tree = parse(Renderer(miniature, Publication(site_url="https://x.example/s/")).page(page).html)
    share = one(tree, "div[@class='share']")
    said = parse_qs(urlsplit(one(share, "a").get("href", "")).query)["text"]
    assert said == [f"Pohon pertama ditanam di Jalan Percobaan https://x.example/s/{TREE}"]
    button = one(share, "button")
    assert button.get("data-copy") == f"https://x.example/s/{TREE}"
    assert button.get("hidden") is not None
    assert shown(miniature, TREE).findall(".//div[@class='share']") == []


SEVERAL = (
    "published: 2026-01-15\n"
    "picture: {file: a.png, alt: Pohon}\n"
    "pictures:\n"
    "  - {file: b.png, alt: Warga menanam, caption: <Warga>, credit: Humas}\n"
    "  - {caption: Yang hilang}\n"
    "  - {file: c.png, decorative: ya}\n"
)


def test_further_pictures_stand_after_the_text_and_lead_to_their_largest_file(
    write: Write,
) -> None:
    files = {f"{KOTA}/media/{name}.png": PNG for name in "abc"}
    built = site(write, {f"{KOTA}/news/2026-01-15-a.yml": f"title: T\nbody: B\n{SEVERAL}", **files})
    page = shown(built, "kota-uji/berita/2026-01-15-a/")
    figures = one(page, ".//ul[@class='figures']").findall("li/figure")
    assert [[part.tag for part in each] for each in figures] == [
        ["a", "figcaption"],
        ["figcaption"],
        ["picture"],
    ]
    link = one(figures[0], "a")
    assert re.search(r"/media/b-\w+-8\.jpg$", link.get("href", ""))
    assert one(link, "picture/img").get("alt") == "Warga menanam"
    assert [each.get("loading") for each in page.findall(".//ul//img")] == ["lazy", "lazy"]
    assert texts(page, ".//figcaption") == ["<Warga> Foto: Humas", "Yang hilang"]
    (feed,) = (each for each in built.files if each.address == "kota-uji/berita/atom.xml")
    assert len(re.findall("&lt;img", feed.text)) == 3
    assert "Yang hilang" not in feed.text
    (article,) = built.by_address["kota-uji/berita/2026-01-15-a/"].linked(str)
    assert [re.sub(r"-[^/]*$", "", each) for each in article["image"]] == [
        f"kota-uji/media/{name}" for name in "abc"
    ]


def test_a_card_is_drawn_of_the_first_picture_alone(write: Write) -> None:
    files = {f"{KOTA}/media/{name}.png": PNG for name in "abc"}
    built = site(write, {f"{KOTA}/news/2026-01-15-a.yml": f"title: T\nbody: B\n{SEVERAL}", **files})
    cards = [each for each in drawings_of(built) if isinstance(each, Card)]
    assert [each.picture.name for each in cards if each.picture] == ["a.png"]
