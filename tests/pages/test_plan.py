"""One plan at its lasting address, and its indicators one by one."""

from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml

from conftest import AGENCY, TODAY, Write
from markup import one, parse, renderer_of, shown, text, texts
from pendopo.kinds.plans.formulas import on_one_line, steps
from pendopo.site.planning import Site
from places import site_of
from plan_texts import KOTA, indicator, site_with_plan, with_indicators

OFFICE = "kota-contoh/dinas-lingkungan/perencanaan/"
NOW = f"{OFFICE}2025-2029/"
UJI = "kota-uji/perencanaan/2025-2029/"
SVG = "{http://www.w3.org/2000/svg}"


def with_settings(write: Write, settings: dict[str, Any], *rows: dict[str, Any]) -> Site:
    portal = {"name": "Portal", "introduction": "Teks.", "achievement": settings}
    files = {
        "portal.yml": yaml.safe_dump(portal),
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/plans/2025-2029.yml": yaml.safe_dump(with_indicators(*rows)),
    }
    return site_of(write(files), TODAY)[0]


def article(tree: Element, name: str) -> Element:
    found = [each for each in tree.iter("article") if text(each[0]) == name]
    assert len(found) == 1
    return found[0]


def rows(section: Element) -> list[list[str]]:
    return [[text(cell) for cell in row] for row in section.findall(".//tbody/tr")]


def test_each_plan_has_a_page_below_the_list_of_plans(miniature: Site) -> None:
    found = {each.address: each for each in miniature.pages if each.template == "plans/plan"}
    assert len(found) == 7
    assert [link.address for link in found[NOW].trail] == [OFFICE]
    assert found[NOW].title == "Rencana 2025–2029"


def test_it_says_whether_the_plan_is_in_force_and_leads_to_all_about_it(miniature: Site) -> None:
    tree = shown(miniature, NOW)
    assert "Berlaku" in texts(tree, "dl//span")
    assert [each.get("href", "").replace("../../../../", "") for each in tree.findall("p/a")] == [
        "kota-contoh/dinas-lingkungan/visi-misi/2025-2029/",
        "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/",
        *(f"{NOW}{each}/" for each in ("program", "perubahan")),
    ]
    assert "Sudah berakhir" in texts(shown(miniature, f"{OFFICE}2020-2024/"), "dl//span")


def test_it_counts_how_indicators_stand_and_says_what_that_means(miniature: Site) -> None:
    states = texts(shown(miniature, NOW), ".//ul[@class='states']/li")
    assert [each.split(" ")[0] for each in states] == ["1", "2", "3", "1", "1"]
    assert states[0] == "1 Tercapai realisasi terakhir sudah sebaik target terakhir"


def test_means_say_of_how_many_indicators_they_are(miniature: Site) -> None:
    means = texts(shown(miniature, NOW), ".//ul[@class='means']/li")
    assert means[0] == "2025 94,05 % Sangat Baik rata-rata 7 dari 8 indikator"
    older = texts(shown(miniature, f"{OFFICE}2020-2024/"), ".//ul[@class='means']/li")
    assert [each.split(" ")[0] for each in older[:5]] == ["2024", "2023", "2022", "2021", "2020"]


def test_a_mean_and_a_goal_have_their_small_bars(miniature: Site) -> None:
    tree = shown(miniature, NOW)
    mean = tree.findall(".//ul[@class='means']/li")[0]
    assert one(mean, f"{SVG}svg/{SVG}rect[@class='part']").get("width") == "188"  # 94,05 % of 200
    goals = tree.findall(".//div[@class='meta']")
    assert texts(tree, ".//div[@class='meta']")[0] == (
        "3 dari 7 indikator tercapai atau sesuai rencana."
    )
    widths = [int(each.get("width", "")) for each in goals[0].iter(f"{SVG}rect")]
    assert (len(widths), sum(widths)) == (4, 200)
    # A goal with one indicator has the state of that.
    assert len(goals) == 3
    assert [each.get("id") for each in tree.iter(f"{SVG}pattern")].count("pola-sesuai") == 1


@pytest.mark.parametrize(("percent", "width"), [(-40, None), (150, "200"), (50, "100")])
def test_the_bar_of_a_mean_is_empty_below_nothing_and_full_above_a_hundred(
    write: Write, percent: int, width: str | None
) -> None:
    row = indicator(
        polarity="lower",
        achievement_by="difference",
        targets={"2025": 100},
        actuals={"2025": 200 - percent},
    )
    site = site_with_plan(write, with_indicators(row))
    bar = shown(site, UJI).findall(".//ul[@class='means']/li/{*}svg")[0]
    part = bar.find("{*}rect[@class='part']")
    assert (None if part is None else part.get("width")) == width


def test_a_row_of_targets_alone_has_no_drawing(miniature: Site) -> None:
    """The boxes of the years beside it say all, and a range would look broken."""
    cells = shown(miniature, "kota-contoh/perencanaan/2025-2029/").findall(".//tbody/tr/td[1]")
    assert len(cells) > 3
    assert [text(each) for each in cells if each.find("{*}svg") is not None] == []


def test_an_indicator_has_its_state_a_sentence_a_table_and_all_that_is_known(
    miniature: Site,
) -> None:
    section = article(shown(miniature, NOW), "Indeks kualitas udara")
    assert text(one(section, "p[@class='state-line']")).startswith("Tercapai")
    assert text(one(section, ".//figcaption")) == (
        "Sebelum rencana: 75,2 indeks (2024). Target: dari 76 indeks (2025) menjadi 80 indeks "
        "(2029). Realisasi terakhir: 81,4 indeks (2025), capaian 107,11 %."
    )
    assert rows(section)[0] == [
        *("2025", "76", "81,4Bukti 2025: Indeks kualitas udara", "107,11 % Sangat Baik"),
    ]
    assert rows(section)[1] == ["2026", "77", "–", "–"]
    assert "Capaian: realisasi ÷ target × 100" in texts(section, "p")
    facts = dict(zip(texts(section, "dl/div/dt"), texts(section, "dl/div/dd"), strict=True))
    assert facts["Jenis dan kode"] == "IKU · IKU-1 · 11.06.01"
    assert facts["Kondisi awal"] == "75,2 indeks (2024)"
    assert facts["Penanggung jawab"] == "Bidang Pemantauan"


def test_the_formula_that_gave_a_figure_stands_beside_it(miniature: Site) -> None:
    tree = shown(miniature, NOW)
    formulas = {
        text(each[0]): text(each.find("p[@class='rule']"))
        for each in tree.iter("article")
        if each.find("p[@class='rule']") is not None
    }
    assert formulas["Kadar debu rata-rata"] == "Capaian: target ÷ realisasi × 100"
    assert formulas["Hari dengan udara tidak sehat"].endswith(
        "(2 × target − realisasi) ÷ target × 100"
    )
    assert formulas["Tanaman peneduh per kilometer jalan"].startswith(
        "Capaian: 100 di dalam rentang"
    )
    assert "Timbulan sampah per orang per hari" not in formulas


def test_a_stated_achievement_has_its_reason(miniature: Site) -> None:
    section = article(shown(miniature, NOW), "Status kalibrasi alat ukur")
    assert "Dinyatakan, tidak dihitung: Enam dari delapan syarat" in rows(section)[0][3]
    assert rows(section)[0][2].startswith("Cukup")


def test_what_the_document_prints_otherwise_says_how_it_is_read(miniature: Site) -> None:
    section = article(shown(miniature, NOW), "Persentase alat ukur yang hidup")
    assert rows(section)[2][1] == "90 persendibaca 90Sesudah perubahan renstra."


def test_an_indicator_that_shares_a_row_says_with_which(miniature: Site) -> None:
    section = article(shown(miniature, NOW), "Persentase data harian yang lengkap")
    assert "Persentase alat ukur yang hidup" in texts(section, "dl/div/dd")


@pytest.mark.parametrize(
    ("cap", "shown_as"),
    [
        ("none", "200 % Sangat Baik"),
        ("100", "100 % Sangat Baikhasil hitungan: 200 %"),
        ("120", "120 % Sangat Baikhasil hitungan: 200 %"),
    ],
)
def test_a_cap_hides_nothing(write: Write, cap: str, shown_as: str) -> None:
    row = indicator(targets={"2025": "10"}, actuals={"2025": "20"})
    tree = shown(with_settings(write, {"cap": cap}, row), UJI)
    assert rows(article(tree, "Indeks"))[0][3] == shown_as


def test_bands_are_a_setting(write: Write) -> None:
    settings = {"bands": [{"label": "Hijau", "above": "60"}, {"label": "Merah"}]}
    row = indicator(targets={"2025": "10", "2026": "10"}, actuals={"2025": "6", "2026": "7"})
    tree = shown(with_settings(write, settings, row), UJI)
    assert [each[3] for each in rows(article(tree, "Indeks"))] == ["60 % Merah", "70 % Hijau"]


def test_charts_have_a_title_and_differ_by_shape(miniature: Site) -> None:
    page = renderer_of(miniature).page(miniature.by_address[NOW])
    tree = parse(page.html)
    drawings = [each for each in tree.iter(f"{SVG}svg") if each.get("class") == "drawing"]
    assert len(drawings) == 7
    titles: set[str] = set()
    for each in drawings:
        (title,) = (e for e in tree.iter("h4") if e.get("id") == each.get("aria-labelledby"))
        titles.add(text(title))
        described = [
            every
            for every in tree.iter("figcaption")
            if every.get("id") == each.get("aria-describedby")
        ]
        assert "Target: " in text(described[0])
    assert len(titles) == 7
    patterns = [each.get("id") for each in tree.iter(f"{SVG}pattern")]
    assert patterns == ["pola-sesuai", "pola-memburuk", "arsir"]


def test_without_numbers_there_is_no_chart_but_the_sentence_and_the_table(write: Write) -> None:
    site = site_with_plan(write, with_indicators(indicator(targets={"2025": "WTP"}, unit="opini")))
    section = article(shown(site, UJI), "Indeks")
    assert [*section.iter(f"{SVG}svg")] == []
    assert "Target: WTP (2025). Belum ada realisasi yang dilaporkan." in texts(section, ".//p")
    assert rows(section) == [["2025", "WTP", "–", "–"]]


def test_years_of_the_plan_are_named_as_such(write: Write) -> None:
    site = site_with_plan(write, with_indicators(indicator(targets=["1", "2"])))
    section = article(shown(site, UJI), "Indeks")
    assert [each[0] for each in rows(section)] == ["Tahun ke-1", "Tahun ke-2"]
    assert "dari 1 indeks (Tahun ke-1) menjadi 2 indeks (Tahun ke-2)" in text(section)


def test_what_has_no_values_says_so(write: Write) -> None:
    section = article(shown(site_with_plan(write, with_indicators(indicator())), UJI), "Indeks")
    said = "Tidak ada target yang disebutkan. Belum ada realisasi yang dilaporkan."
    assert said in texts(section, ".//p")
    assert rows(section) == []


def test_a_year_later_what_was_not_due_is_late(write: Write) -> None:
    plan = with_indicators(indicator(targets={"2027": "1"}))
    early, late = (
        shown(site_with_plan(write, plan, date(year, 2, 1)), UJI) for year in (2027, 2028)
    )
    assert "Belum jatuh tempo" in text(early)
    assert "Belum dilaporkan" in text(late)


def test_its_files_are_linked_from_page_and_head(miniature: Site) -> None:
    page = miniature.by_address[NOW]
    rendered = renderer_of(miniature).page(page)
    tree = parse(rendered.html)
    addresses = {file.address for file in miniature.files}
    links = [
        each.get("href", "").replace("../../../../", "") for each in one(tree, "aside").iter("a")
    ]
    assert links == [each.address for each in page.alternates]
    assert set(links) <= addresses
    assert rendered.shell.head.count('rel="alternate"') == 4
    assert 'type="text/csv" href="../../../../kota-contoh/' in rendered.shell.head


def test_the_legend_explains_the_marks_that_are_there(miniature: Site, write: Write) -> None:
    assert len(shown(miniature, NOW).findall(".//ul[@class='legend']/li")) == 5
    site = site_with_plan(write, with_indicators(indicator(targets={"2025": "1"})))
    assert texts(shown(site, UJI), ".//ul[@class='legend']/li") == [
        "Target: lingkaran pada garis putus-putus"
    ]


def test_years_before_the_plan_are_shown_and_drawn_apart(write: Write) -> None:
    row = indicator(targets={"2025": "5"}, actuals={"2023": "3"})
    found = article(shown(site_with_plan(write, with_indicators(row)), UJI), "Indeks")
    assert rows(found)[0] == ["2023sebelum rencana", "–", "3", "–"]
    drawing = one(found, f".//{SVG}svg")
    assert len(drawing.findall(f"{SVG}g[@class='past']/{SVG}rect")) == 1
    assert drawing.findall(f"{SVG}g[@class='actuals']") == []
    assert "Belum ada realisasi" in text(one(found, ".//figcaption"))


def test_a_formula_has_lines_and_fractions(write: Write) -> None:
    formula = "Persentase =\nJumlah A\n-------- × 100 %\nJumlah B\nmenurut survei"
    row = indicator(formula=formula, calculation="cumulative", reason="Penting bagi warga")
    found = article(shown(site_with_plan(write, with_indicators(row)), UJI), "Indeks")
    facts = {text(one(each, "dt")): text(one(each, "dd")) for each in found.findall("dl/div")}
    assert facts["Rumus"] == "Persentase = Jumlah A ÷ Jumlah B × 100 % menurut survei"
    assert facts["Perhitungan"] == "Nilai tahun-tahun dijumlahkan"
    assert facts["Alasan pemilihan"] == "Penting bagi warga"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A × B", [("A × B", "", "", "")]),
        ("A\n---\nB", [("", "A", "B", "")]),
        ("A\n\nIndeks = —— × 100\nB\nC", [("Indeks =", "A", "B", "× 100"), ("C", "", "", "")]),
        ("---\nB", [("---", "", "", ""), ("B", "", "", "")]),
        ("A\n---", [("A", "", "", ""), ("---", "", "", "")]),
        ("A - B\nC", [("A - B", "", "", ""), ("C", "", "", "")]),
    ],
)
def test_a_line_of_dashes_between_two_lines_is_the_bar_of_a_fraction(
    formula: str, expected: list[tuple[str, ...]]
) -> None:
    assert [*steps(formula)] == expected


def test_on_one_line_a_fraction_is_a_division() -> None:
    assert on_one_line("Indeks =\nA\n--- × 100\nB\nC") == "Indeks = A ÷ B × 100 C"
    assert on_one_line("") == ""


def test_a_number_that_is_read_in_another_way_than_usual_is_told(write: Write) -> None:
    row = indicator(unit="ton", targets={"2025": "3.125", "2026": "3,5"})
    found = article(shown(site_with_plan(write, with_indicators(row)), UJI), "Indeks")
    assert rows(found)[0][1] == "3.125dibaca 3,125"


def test_values_by_group_have_a_table_of_their_own(write: Write) -> None:
    series = [
        {"name": "Perempuan", "targets": {"2026": "7"}, "actuals": {"2025": "38"}},
        {"name": "Laki-laki", "actuals": {"2024": "41", "2025": "42"}},
    ]
    row = indicator(unit="%", targets={"2025": "5", "2026": "6"}, series=series)
    found = article(shown(site_with_plan(write, with_indicators(row)), UJI), "Indeks")
    table = found.findall(".//table")[1]
    assert text(one(table, "caption")) == "Menurut kelompok (%)"
    assert [text(each) for each in table.findall("thead/tr/th")] == [
        *("Kelompok", "2024", "2025", "2026"),
    ]
    assert [[text(cell) for cell in each] for each in table.findall("tbody/tr")] == [
        ["Perempuan (Target)", "–", "–", "7 %"],
        ["Perempuan", "–", "38 %", "–"],
        ["Laki-laki", "41 %", "42 %", "–"],
    ]


def test_a_number_with_two_meanings_is_shown_as_such(write: Write) -> None:
    row = indicator(unit="ton", targets={"2025": "1.250"})
    found = article(shown(site_with_plan(write, with_indicators(row)), UJI), "Indeks")
    assert rows(found)[0][1] == "1.250dapat dibaca dengan dua cara"


def waiting(count: int, **more: Any) -> list[dict[str, Any]]:
    """So many indicators of which only targets are known."""
    targets = {"2025": "10", "2026": "20"}
    return [indicator(name=f"Indeks {n}", targets=targets, **more) for n in range(count)]


def test_indicators_without_an_actual_stand_in_one_table(write: Write) -> None:
    reported = indicator(name="Dilaporkan", targets={"2025": "1"}, actuals={"2025": "1"})
    tree = shown(site_with_plan(write, with_indicators(reported, *waiting(3, unit="km"))), UJI)
    assert [text(each[0]) for each in tree.iter("article")] == ["Dilaporkan"]
    table = one(tree, ".//section[@class='targets waiting']/table")
    assert texts(table, "thead/tr/th") == ["Indikator", "Keadaan", "2025", "2026"]
    found = [texts(row, "*") for row in table.findall("tbody/tr")]
    assert [row[1:] for row in found[1:]] == [["Belum dilaporkan", "10", "20"]] * 3
    assert [each.get("id") for each in table.findall(".//th[@scope='row']")] == [
        f"indikator-{n}" for n in (2, 3, 4)
    ]
    assert "Satuan: km" in found[1][0]


def test_where_nothing_is_reported_the_table_is_all_there_is(write: Write) -> None:
    tree = shown(site_with_plan(write, with_indicators(*waiting(3))), UJI)
    assert tree.find(".//*[@id='indikator']") is None
    assert tree.find(".//ul[@class='legend']") is None
    goals = tree.findall(".//th[@scope='rowgroup']")
    assert [each.get("id") for each in goals] == ["tujuan-1"]


def test_few_indicators_without_an_actual_keep_their_charts(write: Write) -> None:
    tree = shown(site_with_plan(write, with_indicators(*waiting(2))), UJI)
    assert len([*tree.iter("article")]) == 2
    assert tree.find(".//section[@class='targets waiting']") is None


def test_what_else_is_known_of_an_indicator_in_the_table_can_be_opened(write: Write) -> None:
    tree = shown(site_with_plan(write, with_indicators(*waiting(3, responsible="Bidang A"))), UJI)
    folded = tree.findall(".//td/details")
    assert [texts(each, "dl/div/dd") for each in folded] == [["Bidang A"]] * 3
