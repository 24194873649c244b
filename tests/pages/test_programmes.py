"""The programmes of a plan."""

from conftest import Write
from markup import shown, text, texts
from pendopo.site.planning import Site
from plan_texts import HEAD, site_with_plan

PAGE = "kota-contoh/dinas-lingkungan/perencanaan/2025-2029/program/"


def test_programmes_activities_and_sub_activities_are_headings_with_their_codes(
    miniature: Site,
) -> None:
    tree = shown(miniature, PAGE)
    assert texts(tree, "section/h2") == ["2.11.03 Program pengendalian pencemaran"]
    assert texts(tree, "section/h3") == ["2.11.03.2.01 Pemantauan mutu udara"]
    assert "2.11.03.2.01.01 Pemasangan alat ukur" in texts(tree, "section/h4")


def test_each_says_what_it_serves_who_answers_and_what_it_costs(miniature: Site) -> None:
    tree = shown(miniature, PAGE)
    served = tree.findall("section/ul[@class='serves']/li/a")
    assert [text(each) for each in served] == [
        "Mewujudkan udara yang bersih",
        "Menurunnya pencemaran udara",
    ]
    targets = [each.get("href", "").partition("#")[2] for each in served]
    assert targets == ["tujuan-1", "sasaran-1-1"]
    facts = texts(tree, "section/dl/div/dd")
    assert facts == [
        *("Bidang Pemantauan", "0999-654321", "Kota Contoh", "Januari 2025 – Desember 2029"),
    ]
    money = [[text(cell) for cell in row] for row in tree.findall("section/div//tbody/tr")]
    assert money == [
        ["2025", "APBD", "1.250.000.000", "1.198.400.000"],
        ["2026", "APBD", "1.400.000.000", "–"],
        ["2025", "DAK", "500.000.000", "0"],
    ]


def test_their_indicators_have_states_of_their_own(miniature: Site) -> None:
    names = [text(each[0]) for each in shown(miniature, PAGE).findall("section/article")]
    assert names == ["Jumlah titik pantau", "Jumlah alat ukur yang dipasang"]


def test_a_plan_without_programmes_has_no_such_page(write: Write) -> None:
    site = site_with_plan(write, {**HEAD, "vision": {"statement": "Maju"}})
    assert "kota-uji/perencanaan/2025-2029/program/" not in site.by_address
    site = site_with_plan(
        write, {**HEAD, "programmes": [{"name": "Program"}]} | {"vision": {"statement": "a"}}
    )
    tree = shown(site, "kota-uji/perencanaan/2025-2029/program/")
    assert texts(tree, "section/h2") == ["Program"]
    assert tree.findall(".//ul[@class='legend']") == []
