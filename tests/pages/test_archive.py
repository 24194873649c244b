"""The list of an agency's plans."""

from datetime import date

from conftest import AGENCY, TODAY, Write
from markup import one, shown, text, texts
from pendopo.site.planning import Site
from places import site_of
from plan_texts import KOTA

CITY = "kota-contoh/perencanaan/"


def test_all_plans_are_listed_the_newest_first_with_how_they_stand(miniature: Site) -> None:
    tree = shown(miniature, CITY)
    assert texts(tree, "ul/li/h2/a") == [
        "RPJMD Kota Contoh 2025–2029",
        "RPJPD Kota Contoh 2025–2045",
        "RPJMD Kota Contoh 2019–2024",
    ]
    states = [text(each.find("p/span")) for each in tree.findall("ul/li")]
    assert states == ["Berlaku", "Berlaku", "Sudah berakhir"]


def test_how_a_plan_stands_depends_on_the_day(write: Write) -> None:
    head = "type: RPJMD\ntitle: {t}\nperiod: {{start: {s}, end: {e}}}\nvision: {{statement: a}}\n"
    files = {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/plans/a.yml": head.format(t="A", s=2021, e=2025),
        f"{KOTA}/plans/b.yml": head.format(t="B", s=2026, e=2030) + "superseded_by: C\n",
    }

    def states(year: int) -> list[str]:
        site, _ = site_of(write(files), date(year, 7, 1))
        return texts(shown(site, "kota-uji/perencanaan/"), "ul/li/p")

    assert states(2020) == ["RPJMD · 2026–2030 Sudah digantikan oleh C",
                            "RPJMD · 2021–2025 Belum berlaku"]  # fmt: skip
    assert states(2025)[1] == "RPJMD · 2021–2025 Berlaku"
    assert states(2026)[1] == "RPJMD · 2021–2025 Sudah berakhir"


def test_each_plan_leads_to_its_pages_and_files(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/dinas-lingkungan/perencanaan/")
    item = one(tree, "ul/li[1]")
    links = [each.get("href", "").replace("../../../", "") for each in item.iter("a")]
    known = {*miniature.by_address, *(each.address for each in miniature.files)}
    assert len(links) == 9
    assert set(links) <= known


def test_an_agency_without_a_plan_has_no_such_page(write: Write) -> None:
    site, _ = site_of(write({f"{KOTA}/agency.yml": AGENCY}), TODAY)
    assert "kota-uji/perencanaan/" not in site.by_address
