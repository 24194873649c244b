"""Free pages of an agency, such as its history."""

import json

from conftest import AGENCY, TODAY, Write, codes, warnings
from markup import masthead, one, shown, texts
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
HISTORY, SYMBOL = "kota-contoh/profil/sejarah/", "kota-contoh/profil/lambang/"


def site(write: Write, files: dict[str, str]) -> Site:
    built, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, **files}), TODAY)
    assert faults(problems) == []
    return built


def page(title: str, more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\nIsi.\n"


def test_a_page_shows_text_pictures_documents_and_sources(miniature: Site) -> None:
    found = shown(miniature, HISTORY)
    assert texts(found, "h1") == ["Sejarah <Kota> Contoh"]
    assert texts(found, ".//p[@class='lead']") == ["Kota Contoh tumbuh dari sebuah pasar."]
    assert texts(found, ".//h2") == ["Wali kota", "Dokumen untuk diunduh", "Sumber"]
    assert texts(found, ".//th[@scope='col']") == ["Masa", "Nama"]
    assert one(found, ".//ul[@class='figures']/li/figure/a/picture/img").get("alt")
    assert miniature.by_address[HISTORY].updated == "2026-01-10"
    assert getattr(miniature.by_address[HISTORY].picture, "file", "") == "pohon.jpg"


def test_a_symbol_comes_with_its_meaning_and_a_region_with_its_borders(miniature: Site) -> None:
    found = shown(miniature, SYMBOL)
    assert one(found, "figure/picture/img").get("alt") == "Lambang dengan lima pohon"
    meanings, position = found.findall("dl")
    assert texts(meanings, "div/dt") == ["Lima pohon", "Perisai"]
    assert texts(position, "div/dd") == [
        *("Kota Utara", "Laut Selatan", "Kota Timur", "Kota Barat"),
        "12 m di atas permukaan laut",
    ]


def test_the_menu_and_the_first_page_show_them_in_their_order(write: Write) -> None:
    built = site(
        write,
        {
            f"{KOTA}/pages/a.md": page("Potensi"),
            f"{KOTA}/pages/b.md": page("Lambang"),
            f"{KOTA}/pages/c.md": page("Sejarah kota", "menu: Sejarah\norder: 1\nsummary: S\n"),
        },
    )
    menu = texts(masthead(built, "kota-uji/"), ".//nav[@class='menu']//a")
    assert [each for each in menu if each in ("Sejarah", "Lambang", "Potensi")] == [
        *("Sejarah", "Lambang", "Potensi")
    ]
    listed = shown(built, "kota-uji/").findall(".//ul[@class='headlines']/li")
    assert [each.findtext("a") for each in listed] == ["Sejarah kota", "Lambang", "Potensi"]
    assert listed[0].findtext("span") == "S"


def test_the_menu_has_room_for_twelve(write: Write) -> None:
    files = {f"{KOTA}/pages/h-{n:02}.md": page(f"H {n:02}") for n in range(13)}
    folder = write({f"{KOTA}/agency.yml": AGENCY, **files})
    assert warnings(folder) == [f"{KOTA}/pages/h-12.md:2:8 page-menu"]
    built, _ = site_of(folder, TODAY)
    assert sum(bool(each.menu) for each in built.pages if each.template == "pages/page") == 12
    assert len(shown(built, "kota-uji/").findall(".//ul[@class='headlines']/li")) == 13


def test_two_pages_of_one_name_are_told(write: Write) -> None:
    folder = write(
        {
            f"{KOTA}/agency.yml": AGENCY,
            f"{KOTA}/pages/a.md": page("Sejarah"),
            f"{KOTA}/pages/b.md": page("SEJARAH", "order: 200\n"),
            f"{KOTA}/pages/c.md": page("Riwayat", "order: 300\nmenu: Sejarah\n"),
            f"{KOTA}/pages/d.md": page("Lain"),
            f"{KOTA}/pages/d.yml": "title: Lain lagi\nbody: Isi\n",
        }
    )
    assert codes(folder) == [
        f"{KOTA}/pages/b.md:2:8 page-twice",
        f"{KOTA}/pages/c.md:4:7 page-twice",
        f"{KOTA}/pages/d.yml:1:1 address-taken",
    ]


def test_machines_are_told_of_them(miniature: Site) -> None:
    (found,) = miniature.by_address[HISTORY].linked(str)
    assert (found["@type"], found["name"]) == ("AboutPage", "Sejarah <Kota> Contoh")
    assert found["about"]["@id"] == "kota-contoh/#instansi"
    (file,) = (e for e in miniature.files if e.address == "api/v1/agencies/kota-contoh.json")
    rows = json.loads(file.text)["pages"]
    assert [each["title"] for each in rows] == ["Sejarah <Kota> Contoh", "Lambang dan letak"]
    assert rows[0]["page"].endswith(HISTORY)


def test_labels_are_english_where_the_site_is(write: Write) -> None:
    english = "name: P\nintroduction: I\nlanguage: en\n"
    files = {"portal.yml": english, f"{KOTA}/pages/a.md": page("Letak", "height: 12 m\n")}
    found = shown(site(write, files), "kota-uji/profil/a/")
    assert texts(found, "h2") == ["Position"]
    assert one(found, "h1/span").get("lang") == "id"
    assert one(found, "dl/div/dd/span").get("lang") == "id"
