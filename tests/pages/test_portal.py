"""The portal's front page."""

from collections.abc import Mapping
from urllib.parse import urljoin

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write
from markup import one, shown, text, texts
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"


def site(write: Write, files: Mapping[str, str | bytes]) -> Site:
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    return built


def article(day: str, title: str) -> str:
    return f"title: {title}\npublished: {day}\nbody: Teks.\n"


def test_there_is_one_front_page_and_it_is_that_of_the_portal(miniature: Site) -> None:
    (page,) = [page for page in miniature.pages if page.template == "portal/front"]
    assert page.address == ""
    assert page.title == "Profil Instansi Kota Contoh"
    assert page.source == "portal.yml"
    assert page.agency is None
    assert page.menu
    assert page.trail == ()
    assert (page.previous, page.next, page.canonical) == (None, None, None)


def test_its_description_is_the_introduction_in_one_line(miniature: Site) -> None:
    description = miniature.by_address[""].description
    assert description.startswith("Di sini warga menemukan instansi Kota Contoh, ")
    assert "\n" not in description
    assert len(description) <= 160


def test_its_description_has_no_marks_of_markdown(miniature: Site) -> None:
    assert "*" not in miniature.by_address[""].description


def test_it_shows_the_introduction(miniature: Site) -> None:
    lead = one(shown(miniature, ""), "div[@class='lead']")
    assert texts(lead, "p") == [
        "Di sini warga menemukan instansi Kota Contoh, janji mereka, dan kabar terbaru.",
        "Semua nama dan angka di situs ini rekaan.",
    ]
    assert texts(lead, "p/strong") == ["janji"]


def test_it_leads_to_the_agencies_at_the_top_and_those_directly_below(miniature: Site) -> None:
    tree = shown(miniature, "")
    cards = tree.findall("ul[@class='cards']/li")
    assert [texts(card, "div/h3/a") for card in cards] == [["Kota Contoh"]]
    assert [each.get("href") for each in cards[0].findall(".//ul/li/a")] == [
        "./kota-contoh/dinas-arsip/",
        "./kota-contoh/dinas-lingkungan/",
        "./kota-contoh/kecamatan-contoh-hulu/",
    ]


@pytest.mark.parametrize(("count", "named", "more"), [(5, 5, False), (6, 6, False), (9, 6, True)])
def test_of_many_agencies_below_six_are_named_and_the_rest_counted(
    write: Write, count: int, named: int, more: bool
) -> None:
    below = {f"{KOTA}/desa-{number}/agency.yml": AGENCY for number in range(count)}
    built = site(write, {f"{KOTA}/agency.yml": AGENCY, **below})
    links = shown(built, "").findall(".//ul[@class='links']/li/a")
    assert len(links) == named + more
    if more:
        assert str(count - named) in text(links[-1])
        assert links[-1].get("href") == "./kota-uji/#di-bawahnya"
        assert shown(built, "kota-uji/").find(".//*[@id='di-bawahnya']") is not None


def test_it_leads_to_the_types_of_agencies_in_the_order_of_protocol(write: Write) -> None:
    files = {f"{KOTA}/agency.yml": AGENCY}
    for number, kind in enumerate(["desa", "desa", "desa", "dinas", "badan"]):
        files[f"{KOTA}/a-{number}/agency.yml"] = f"type: {kind}\nname: A\n"
    tree = shown(site(write, files), "")
    links = [each for each in tree.iter("a") if each.attrib["href"].startswith("./instansi/")]
    assert [each.get("href") for each in links] == [
        *("./instansi/kota/", "./instansi/badan/", "./instansi/dinas/", "./instansi/desa/"),
        "./instansi/",
    ]
    assert text(links[3]).endswith("(3)")
    assert "6" in text(links[-1])


def test_it_shows_the_newest_six_articles_of_all_agencies(write: Write) -> None:
    files = {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/desa-a/agency.yml": AGENCY + "short_name: Desa A",
    }
    for day in range(10, 15):
        files[f"{KOTA}/news/2026-01-{day}-x.yml"] = article(f"2026-01-{day}", f"Kota {day}")
        files[f"{KOTA}/desa-a/news/2026-01-{day}-x.yml"] = article(f"2026-01-{day}", f"Desa {day}")
    tree = shown(site(write, files), "")
    teasers = tree.findall("ul[@class='teasers']/li")
    assert [text(each.find(".//h3/a")) for each in teasers] == [
        *("Kota 14", "Desa 14", "Kota 13", "Desa 13", "Kota 12", "Desa 12"),
    ]
    assert texts(teasers[1], ".//p[@class='meta']/a") == ["Desa A"]
    assert "./berita/" in {each.get("href") for each in tree.iter("a")}


def test_without_agencies_and_news_it_names_neither(write: Write) -> None:
    built = site(write, {})
    tree = shown(built, "")
    assert tree.findall(".//h2") == []
    assert [urljoin("/", each.attrib["href"]) for each in tree.iter("a")] == []
    assert text(tree) == "Portal Uji Untuk pengujian."


def test_without_news_it_does_not_lead_to_any(write: Write) -> None:
    tree = shown(site(write, {f"{KOTA}/agency.yml": AGENCY}), "")
    assert tree.findall(".//*[@id='berita']") == []
    assert "./berita/" not in {each.get("href") for each in tree.iter("a")}


@pytest.mark.parametrize("language", ["id", "en"])
def test_numbers_are_written_in_the_language_of_the_portal(write: Write, language: str) -> None:
    files = {f"agencies/desa-{n}/agency.yml": "type: desa\nname: D\n" for n in range(1000)}
    tree = shown(site(write, {"portal.yml": f"{PORTAL}language: {language}\n", **files}), "")
    assert {"id": "(1.000)", "en": "(1,000)"}[language] in text(tree)
