"""The tree of support, as nested lists."""

from xml.etree.ElementTree import Element

import pytest

from conftest import MINIATURE, TODAY, Write
from growth import as_text, chain, supporting
from markup import one, shown, text, texts
from pendopo.kinds.plans.pages import tree as tree_page
from pendopo.site.planning import Site
from places import site_of

CITY = "kota-contoh/perencanaan/2025-2029/pohon-kinerja/"


def own(item: Element) -> str:
    """The text of an entry, without the entries below it."""
    return " ".join(text(each) for each in item if each.tag != "ul") + (
        " " + (item[0].tail or "").strip() if len(item) and item.find("a") is None else ""
    )


def outline(list_: Element, depth: int = 0) -> list[str]:
    found: list[str] = []
    for item in list_:
        found.append("  " * depth + own(item).strip())
        for inner in item.findall("ul"):
            found += outline(inner, depth + 1)
    return found


def test_the_tree_goes_from_missions_to_the_indicators_of_the_agencies_below(
    miniature: Site,
) -> None:
    found = outline(one(shown(miniature, CITY), "div[@class='cascade']/ul"))
    assert found[:3] == [
        "Misi: Membuka semua data (kota terbuka",
        "  Tujuan: Mewujudkan data yang terbuka",
        "    Indikator: Indeks keterbukaan",
    ]
    second = found.index("Misi: Menanam pohon di setiap jalan;")
    assert found[second + 1 : second + 4] == [
        "  Tujuan: Mewujudkan kota yang teduh",
        "    Sasaran · Dinas Lingkungan, 2025–2029: Menurunnya pencemaran udara",
        "      Indikator: Kadar debu rata-rata",
    ]
    goal = found.index("  Tujuan · Dinas Lingkungan, 2025–2029: Mewujudkan udara yang bersih")
    assert found[goal + 1 : goal + 4] == [
        "    Indikator: Indeks kualitas udara",
        "    Sasaran: Menurunnya pencemaran udara",
        "      Indikator: Kadar debu rata-rata",
    ]


def test_every_goal_of_the_tree_leads_to_where_it_stands(miniature: Site) -> None:
    for link in one(shown(miniature, CITY), "div[@class='cascade']").iter("a"):
        page, _, anchor = link.get("href", "").replace("../../../../", "").partition("#")
        assert anchor in {each.get("id") for each in shown(miniature, page).iter()}


def test_with_many_lines_only_what_serves_directly_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tree_page, "MOST_LINES", 1)
    content = shown(site_of(MINIATURE, TODAY)[0], CITY)
    assert "Tidak semua tingkat" in text(content)
    found = outline(one(content, "div[@class='cascade']/ul"))
    assert "      Indikator: Kadar debu rata-rata" not in found
    assert "    Indikator: Indeks keterbukaan" in found


@pytest.mark.parametrize(("lines", "levels"), [(3, 1), (11, 1), (12, 2), (27, 2), (28, 9)])
def test_as_many_levels_are_shown_as_there_is_room_for_and_the_rest_is_linked(
    write: Write, monkeypatch: pytest.MonkeyPatch, lines: int, levels: int
) -> None:
    monkeypatch.setattr(tree_page, "MOST_LINES", lines)
    site = site_of(write(as_text(chain(4, 2))), TODAY)[0]
    page = site.by_address["a0/perencanaan/x/pohon-kinerja/"]
    assert page.view().levels == levels
    links = [each.get("href", "") for each in shown(site, page.address).iter("a")]
    lower = "../../../../a0/" + "".join(f"a{level}/" for level in range(1, levels + 1))
    assert links.count(f"{lower}perencanaan/x/pohon-kinerja/") == (
        0 if levels > 2 else 2 * 2**levels
    )


def test_where_one_level_is_too_much_the_first_are_shown_and_the_rest_is_counted(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree_page, "MOST_LINES", 20)
    made = supporting(30, lambda number: [f"misi-{number % 2 + 1}"], 3)
    site = site_of(write(as_text(made)), TODAY)[0]
    content = shown(site, "kota-uji/perencanaan/2025-2029/pohon-kinerja/")
    found = outline(one(content, "div[@class='cascade']/ul"))
    assert [found.index(f"Misi: Misi {number}") for number in (1, 2, 3)] == [0, 12, 24]
    assert found[11] == found[23] == "  dan 5 lainnya"
    (first, _) = (each for each in content.iter("a") if text(each) == "dan 5 lainnya")
    assert first.get("href", "").endswith("kota-uji/perencanaan/2025-2029/plan.json")


def test_goals_say_what_they_serve_and_what_serves_them(miniature: Site) -> None:
    lower = shown(miniature, "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/")
    goal = one(lower, ".//li[@id='tujuan-1']")
    assert "Menanam pohon di setiap jalan; Kota Contoh, 2025–2029" in texts(
        goal, "ul[@class='serves']/li"
    )
    higher = shown(miniature, "kota-contoh/tujuan-sasaran/2025-2029/")
    served = texts(one(higher, ".//li[@id='tujuan-2']"), "ul[@class='serves']/li")
    assert served == ["Menurunnya pencemaran udara Dinas Lingkungan, 2025–2029"]
    assert "Didukung oleh" in texts(higher, ".//p[@class='label']")


def test_goals_name_the_programmes_that_serve_them(miniature: Site) -> None:
    lower = shown(miniature, "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/")
    objective = one(lower, ".//li[@id='sasaran-1-1']")
    (link,) = [each for each in objective.iter("a") if "#program-" in each.get("href", "")]
    assert text(link) == "Program pengendalian pencemaran"


def test_strategies_stand_below_their_goal(miniature: Site) -> None:
    lower = shown(miniature, "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/")
    (strategy,) = one(lower, ".//li[@id='tujuan-1']").findall("ul[@class='strategies']/li")
    assert (strategy.text or "").strip() == "Mengukur udara di setiap kecamatan"
    assert texts(strategy, "ul/li") == ["2025: Memasang alat ukur", "Membuka data hasil ukur"]


def test_without_anything_that_serves_there_is_no_tree(miniature: Site) -> None:
    page = "kota-contoh/dinas-arsip/perencanaan/2025-2029/pohon-kinerja/"
    assert page not in miniature.by_address
