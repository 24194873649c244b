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
    assert (page.previous, page.next) == (None, None)


def test_its_description_is_the_introduction_in_one_line(miniature: Site) -> None:
    description = miniature.by_address[""].description
    assert description.startswith("Di sini warga menemukan instansi Kota Contoh, ")
    assert "\n" not in description
    assert len(description) <= 160


def test_its_description_has_no_marks_of_markdown(miniature: Site) -> None:
    assert "*" not in miniature.by_address[""].description


def test_it_shows_the_introduction(miniature: Site) -> None:
    lead = one(shown(miniature, ""), ".//div[@class='lead']")
    assert texts(lead, "p") == [
        "Di sini warga menemukan instansi Kota Contoh, janji mereka, dan kabar terbaru.",
        "Semua nama dan angka di situs ini rekaan.",
    ]
    assert texts(lead, "p/strong") == ["janji"]


def test_it_leads_to_the_agencies_at_the_top_and_those_directly_below(miniature: Site) -> None:
    found = one(shown(miniature, ""), "div[@class='directory']")
    assert texts(found, "div[@class='top']/div/h3/a") == ["Kota Contoh"]
    assert texts(found, "div[@class='top']/div/p") == ["Contoh bagi semua"]
    assert found.find("div[@class='top']/img[@class='emblem']") is not None
    assert texts(found, "div/h3") == ["Dinas (2)", "Kecamatan (1)"]
    assert [each.get("href") for each in found.findall("div/ul/li/a")] == [
        "./kota-contoh/dinas-arsip/",
        "./kota-contoh/dinas-lingkungan/",
        "./kota-contoh/kecamatan-contoh-hulu/",
    ]


@pytest.mark.parametrize(("count", "named", "more"), [(5, 5, False), (6, 6, False), (9, 6, True)])
def test_of_many_agencies_below_six_are_named_and_the_rest_counted(
    write: Write, count: int, named: int, more: bool
) -> None:
    below = {f"{KOTA}/desa-{number}/agency.yml": AGENCY for number in range(count)}
    files = {f"{KOTA}/agency.yml": AGENCY, "agencies/lain/agency.yml": AGENCY, **below}
    built = site(write, files)
    assert len(shown(built, "").findall("div/ul[@class='cards']/li")) == 2
    links = shown(built, "").findall(".//ul[@class='links']/li/a")
    assert len(links) == named + more
    if more:
        assert str(count - named) in text(links[-1])
        assert links[-1].get("href") == "./kota-uji/#di-bawahnya"
        assert shown(built, "kota-uji/").find(".//*[@id='di-bawahnya']") is not None


def test_it_leads_to_the_types_of_agencies_in_the_order_of_protocol(write: Write) -> None:
    files = {f"{KOTA}/agency.yml": AGENCY, "agencies/lain/agency.yml": AGENCY}
    for number, kind in enumerate(["desa", "desa", "desa", "dinas", "badan"]):
        files[f"{KOTA}/a-{number}/agency.yml"] = f"type: {kind}\nname: A\n"
    tree = shown(site(write, files), "")
    links = [each for each in tree.iter("a") if each.attrib["href"].startswith("./instansi/")]
    assert [each.get("href") for each in links] == [
        *("./instansi/kota/", "./instansi/badan/", "./instansi/dinas/", "./instansi/desa/"),
        "./instansi/",
    ]
    assert text(links[3]).endswith("(3)")
    assert "7" in text(links[-1])


def below_one(kinds: Mapping[str, int]) -> dict[str, str]:
    """A city with so many agencies of each type below it, which are numbered."""
    return {f"{KOTA}/agency.yml": AGENCY} | {
        f"{KOTA}/{kind}-{number}/agency.yml": f"type: {kind}\nname: {kind.title()} {number}\n"
        for kind, count in kinds.items()
        for number in range(1, count + 1)
    }


def groups(built: Site) -> dict[str, list[str]]:
    """What stands on the front below each type."""
    found = shown(built, "").findall(".//div[@class='of-type']")
    return {text(each.find("h3")): texts(each, "ul/li") for each in found}


def test_below_one_alone_at_the_top_agencies_stand_by_type(write: Write) -> None:
    kinds = {"kecamatan": 12, "dinas": 40, "badan": 5, "sekretariat": 1}
    built = site(write, below_one(kinds))
    found = groups(built)
    assert [*found] == ["Sekretariat (1)", "Badan (5)", "Dinas (40)", "Kecamatan (12)"]
    assert found["Kecamatan (12)"] == [f"Kecamatan {number}" for number in range(1, 13)]
    assert found["Dinas (40)"][11:] == ["Dinas 12", "dan 28 lainnya: Dinas"]
    tree = shown(built, "")
    assert tree.find(".//ul[@class='cards']") is None
    more = tree.findall(".//div[@class='of-type']")[2].findall("ul/li/a")[-1]
    assert more.get("href") == "./instansi/dinas/"
    assert "instansi/dinas/" in built.by_address


def test_types_further_down_are_named_too(write: Write) -> None:
    kinds = below_one({"dinas": 1})
    found = one(shown(site(write, kinds), ""), "div[@class='directory']")
    assert texts(found, "p") == ["Semua instansi (2)"]
    kinds[f"{KOTA}/dinas-1/uptd/agency.yml"] = "type: uptd\nname: UPTD\n"
    found = one(shown(site(write, kinds), ""), "div[@class='directory']")
    assert texts(found, "p") == ["Jenis lainnya: UPTD (1)", "Semua instansi (3)"]


def test_many_at_the_top_stand_by_type_as_well(write: Write) -> None:
    files = {f"agencies/d-{n}/agency.yml": f"type: desa\nname: Desa {n}\n" for n in range(41)}
    found = groups(site(write, files))
    assert [*found] == ["Desa (41)"]
    assert found["Desa (41)"][-2:] == ["Desa 11", "dan 29 lainnya: Desa"]


def test_its_name_is_read_and_its_search_works_without_a_script(miniature: Site) -> None:
    tree = shown(miniature, "")
    heading = one(tree, ".//h1")
    assert text(heading) == "Profil Instansi Kota Contoh"
    assert heading.get("class") is None
    form = one(tree, ".//form[@role='search']")
    assert (form.get("action"), form.get("method", "get")) == ("./cari/", "get")
    field = one(form, ".//input")
    assert field.get("name") == "q"
    assert one(form, f"label[@for='{field.get('id')}']").text == "Apa yang Anda cari?"
    assert one(form, ".//button").get("type") == "submit"
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_what_is_new_comes_before_what_was_promised(miniature: Site) -> None:
    ids = [each.get("id") for each in shown(miniature, "").findall(".//h2")]
    assert ids == ["layanan", "instansi", "pengumuman", "berita", "agenda", "janji"]


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
    assert text(tree) == "Portal Uji Untuk pengujian. Apa yang Anda cari? Cari"


def test_without_news_it_does_not_lead_to_any(write: Write) -> None:
    tree = shown(site(write, {f"{KOTA}/agency.yml": AGENCY}), "")
    assert tree.findall(".//*[@id='berita']") == []
    assert "./berita/" not in {each.get("href") for each in tree.iter("a")}


@pytest.mark.parametrize("language", ["id", "en"])
def test_numbers_are_written_in_the_language_of_the_portal(write: Write, language: str) -> None:
    files = {f"agencies/desa-{n}/agency.yml": "type: desa\nname: D\n" for n in range(1000)}
    tree = shown(site(write, {"portal.yml": f"{PORTAL}language: {language}\n", **files}), "")
    assert {"id": "(1.000)", "en": "(1,000)"}[language] in text(tree)
