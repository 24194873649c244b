"""News articles, each on a page of its own."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

import pytest

from conftest import AGENCY, TODAY, Write
from markup import one, shown, text, texts
from pendopo.problems import faults
from pendopo.site import Site, build
from samples import PNG

KOTA = "agencies/kota-uji"
TREE = "kota-contoh/berita/2026-01-15-pohon-pertama/"
VISIT = "kota-contoh/berita/2025-12-01-kunjungan/"
UPSTREAM = "kota-contoh/kecamatan-contoh-hulu/berita/2026-01-20-kabar-hulu/"


def site(write: Write, files: Mapping[str, str | bytes]) -> Site:
    built, problems = build(write({f"{KOTA}/agency.yml": AGENCY, **files}), TODAY)
    assert faults(problems) == []
    return built


def single(write: Write, more: str, body: str = "body: Teks.\n") -> Element:
    """The page of one article of 15 January 2026."""
    built = site(write, {f"{KOTA}/news/2026-01-15-a.yml": f"title: Kabar\n{body}{more}\n"})
    return shown(built, "kota-uji/berita/2026-01-15-a/")


def test_every_article_has_a_page(miniature: Site) -> None:
    pages = {page.address: page for page in miniature.pages if page.template == "article"}
    assert list(pages) == [TREE, VISIT, UPSTREAM]
    page = pages[TREE]
    assert page.title == "Pohon pertama ditanam di Jalan Percobaan"
    assert page.source == "agencies/kota-contoh/news/2026-01-15-pohon-pertama.yml"
    assert page.menu == ""
    assert page.canonical is None
    assert page.updated == "2026-01-16"
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
    assert (pages[TREE].previous, pages[TREE].next) == (None, VISIT)
    assert (pages[VISIT].previous, pages[VISIT].next) == (TREE, None)
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
    assert texts(article, "p[@class='topics']/span") == ["lingkungan", "pohon"]
    source = article.findall("p[@class='meta']")[-1]
    assert one(source, "a").get("href") == "https://contoh.example/warta"
    assert "Jalan Percobaan" in text(article.find("p[@class='meta']"))


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
