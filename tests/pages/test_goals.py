"""Goals, objectives and indicators, and the table of targets."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, TODAY, Write
from markup import normal, one, shown, text, texts
from pendopo.kinds.plans.pages.targets import Table, table
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from pendopo.site.stub import leads_to
from places import site_of

SHORT = "kota-contoh/tujuan-sasaran/"
CITY = f"{SHORT}2025-2029/"
LONG = f"{SHORT}2025-2045/"
OLD = f"{SHORT}2019-2024/"
KOTA = "agencies/kota-uji"
UJI = "kota-uji/tujuan-sasaran/2025-2029/"
PERIOD = {"start": "2025", "end": "2029"}


def site(write: Write, goals: Mapping[str, Any], **more: Any) -> Site:
    plan = {"type": "RPJMD", "title": "RPJMD", "period": PERIOD, "goals": goals, **more}
    files = {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/plans/2025-2029.yml": yaml.safe_dump(plan)}
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    return built


def table_of(goals: Mapping[str, Any]) -> Table | None:
    tree = {"type": "RPJMD", "title": "RPJMD", "period": PERIOD, "goals": goals}
    return table(PlanRecord.model_validate(tree))


def indicator(name: str, *targets: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "unit": "orang",
        "polarity": "higher",
        "targets": list(targets),
        **more,
    }


def grid(section: Element, width: int) -> list[list[Element]]:
    """The cells of each row with all spans spread out; fails where two meet or one is missing."""
    rows = section.findall("tr")
    cells: dict[tuple[int, int], Element] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            assert cell.tag in ("td", "th")
            while (y, x) in cells:
                x += 1
            across, down = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            assert across > 0
            assert 0 < down <= len(rows) - y, "a span leaves its part of the table"
            for place in ((y + i, x + j) for i in range(down) for j in range(across)):
                assert place not in cells, "two cells meet"
                cells[place] = cell
    assert set(cells) == {(y, x) for y in range(len(rows)) for x in range(width)}
    return [[cells[y, x] for x in range(width)] for y in range(len(rows))]


def body(tree: Element, columns: int) -> list[list[str]]:
    """The text of each cell of the table's body, below the row of column numbers."""
    rows = grid(one(tree, ".//table/tbody"), 4 + columns)[1:]
    return [[text(cell) for cell in row] for row in rows]


def test_each_plan_with_goals_has_a_page_and_that_in_force_stands_in_the_menu(
    miniature: Site,
) -> None:
    pages = [
        page
        for page in miniature.pages
        if page.template == "plans/goals" and page.address.startswith(SHORT)
    ]
    assert [page.address for page in pages] == [CITY, LONG, OLD]
    now, *others = pages
    assert now.menu == "Tujuan dan Indikator"
    assert now.title == "Tujuan dan Indikator 2025–2029"
    assert now.trail == ()
    assert now.source == "agencies/kota-contoh/plans/2025-2029.yml"
    for page in others:
        assert page.menu == ""
        assert [link.address for link in page.trail] == [CITY]
    for page in pages:
        assert page.description.startswith("Kota Contoh 20")
        assert len(page.description) <= 160


def test_the_short_address_leads_to_the_plan_in_force(miniature: Site) -> None:
    (file,) = [each for each in miniature.files if each.address == f"{SHORT}index.html"]
    assert leads_to(file) == CITY
    assert f'href="../../{CITY}"' in file.text


def test_a_description_states_the_first_goals(miniature: Site) -> None:
    assert "Mewujudkan data yang terbuka; Mewujudkan kota yang teduh" in (
        miniature.by_address[CITY].description
    )


def test_a_plan_without_goals_has_no_such_page(write: Write) -> None:
    plan = "type: RPJMD\ntitle: R\nperiod: {start: 2025, end: 2029}\nvision: {statement: Maju}\n"
    files = {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/plans/a.yml": plan}
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    assert [page for page in built.pages if page.template == "plans/goals"] == []


def test_goals_are_listed_by_mission_first_those_that_name_none(write: Write) -> None:
    goals = {
        "statements": [
            {"statement": "Tujuan B", "mission": "2"},
            {"statement": "Tujuan tanpa misi"},
            {"statement": "Tujuan A", "mission": "1"},
            {"statement": "Tujuan C", "mission": "2"},
        ],
        "objectives": [{"statement": "Sasaran D", "mission": "3"}],
    }
    missions = {"statements": [{"statement": f"Misi {each}"} for each in ("satu", "dua", "tiga")]}
    tree = shown(site(write, goals, missions=missions), UJI)
    assert [each.get("id") for each in tree.findall(".//h3")] == ["misi-1", "misi-2", "misi-3"]
    assert [
        text(each).endswith(word)
        for each, word in zip(
            tree.findall(".//h3"), ("Misi satu", "Misi dua", "Misi tiga"), strict=True
        )
    ] == [True] * 3
    assert [texts(each, "li") for each in tree.findall(".//ol[@class='goals']")] == [
        ["Tujuan tanpa misi"],
        ["Tujuan A"],
        ["Tujuan B", "Tujuan C"],
    ]
    assert texts(tree, ".//ol[@class='objectives']/li") == ["Sasaran D"]
    assert text(tree).count("Sasaran D") == 1


def test_a_mission_that_no_goal_names_is_not_listed(write: Write) -> None:
    missions = {"statements": [{"statement": "Misi satu"}, {"statement": "Misi dua"}]}
    goals = {"statements": [{"statement": "Tujuan", "mission": "2"}]}
    tree = shown(site(write, goals, missions=missions), UJI)
    assert [each.get("id") for each in tree.findall(".//h3")] == ["misi-2"]


def test_a_goal_of_several_missions_is_listed_once_and_linked_from_the_others(write: Write) -> None:
    missions = {"statements": [{"statement": f"Misi {each}"} for each in ("satu", "dua", "tiga")]}
    goals = {"statements": [{"statement": "Tujuan A", "mission": ["1", "3"]}]}
    tree = shown(site(write, goals, missions=missions), UJI)
    assert [each.get("id") for each in tree.findall(".//h3")] == ["misi-1", "misi-3"]
    assert len(tree.findall(".//li[@id='tujuan-1']")) == 1
    links = tree.findall(".//ul[@class='serves']/li/a[@href='#tujuan-1']")
    assert [text(each) for each in links] == ["Tujuan A"]
    branches = shown(
        site(write, goals, missions=missions), "kota-uji/perencanaan/2025-2029/pohon-kinerja/"
    )
    assert text(branches).count("Tujuan A") == 2


def test_objectives_stand_below_their_goal_or_all_after_the_words_before_them(
    write: Write,
) -> None:
    goals: dict[str, Any] = {
        "statements": [
            {"statement": "Tujuan A", "objectives": [{"statement": "Sasaran A1"}]},
            {"statement": "Tujuan B", "objectives": [{"statement": "Sasaran B1"}]},
        ],
        "objectives": [{"statement": "Sasaran lain"}],
    }
    tree = shown(site(write, goals), UJI)
    assert texts(tree, ".//ol[@class='goals']/li/ol[@class='objectives']/li") == [
        "Sasaran A1",
        "Sasaran B1",
    ]
    tree = shown(site(write, {**goals, "objectives_lead_in": "Sasarannya adalah:"}), UJI)
    assert [texts(each, "li") for each in tree.findall(".//ol[@class='objectives']")] == [
        ["Sasaran A1", "Sasaran B1", "Sasaran lain"]
    ]
    assert text(tree).index("Tujuan B") < text(tree).index("Sasarannya adalah:")


def test_headings_and_words_of_the_document_are_shown(miniature: Site) -> None:
    tree = shown(miniature, CITY)
    assert text(one(tree, "p[@class='document-heading']")) == (
        "BAB IVTUJUAN DAN SASARANTujuan dan Sasaran Jangka Menengah"
    )
    assert "Tujuan menjabarkan misi." in text(tree)


def test_the_header_has_two_rows_that_cover_every_column(miniature: Site) -> None:
    for address, columns in ((CITY, 5), (OLD, 6)):
        head = one(shown(miniature, address), ".//table/thead")
        rows = grid(head, 4 + columns)
        assert len(rows) == 2
        assert [cell.tag for row in rows for cell in row] == ["th"] * 2 * (4 + columns)
        assert rows[0][:4] == rows[1][:4]
        assert [cell.get("scope") for cell in rows[0]] == ["col"] * 4 + ["colgroup"] * columns
        assert [cell.get("scope") for cell in rows[1]] == ["col"] * (4 + columns)
        assert all(text(cell) for row in rows for cell in row)


def test_the_first_row_of_the_body_numbers_the_columns(miniature: Site) -> None:
    first = grid(one(shown(miniature, CITY), ".//table/tbody"), 9)[0]
    assert [text(cell) for cell in first] == [f"({number})" for number in range(1, 10)]


def test_the_table_shows_every_goal_objective_indicator_and_target(miniature: Site) -> None:
    goal, second = "Mewujudkan data yang terbuka", "Mewujudkan kota yang teduh"
    visits = (
        "Tingkat kunjungan situs Satuan: % · Makin tinggi makin baik "
        "Tingkat kepuasan pembaca Satuan: % · Makin tinggi makin baik"
    )
    share = "Persentase data terbuka Data anggaran Data layanan Satuan: % · Makin tinggi makin baik"
    assert body(shown(miniature, CITY), 5) == [
        [
            *("1", goal, "", "Indeks keterbukaan Satuan: indeks · Makin tinggi makin baik"),
            *("70", "75", "80", "85", "90"),
        ],
        ["1", goal, "Meningkatnya jumlah data", share, "50 %", "60 %", "70 %", "80 %", "90 %"],
        [
            *("1", goal, "Meningkatnya jumlah data", visits),
            *("10–20 %", "20 %", "30 %", "40 %", "sesuai kebutuhan"),
        ],
        [
            *("1", goal, "Menurunkan keluhan"),
            "Jumlah keluhan Satuan: keluhan · Makin rendah makin baik",
            *("1.000", "900", "800", "–", "–"),
        ],
        ["2", second, "", "–", "–", "–", "–", "–", "–"],
        ["", "", "Optimalnya jalan yang teduh", "–", "–", "–", "–", "–", "–"],
    ]


def test_the_indicator_is_the_header_of_its_row(miniature: Site) -> None:
    for row in grid(one(shown(miniature, CITY), ".//table/tbody"), 9)[1:]:
        assert [cell.tag for cell in row] == [*("td",) * 3, "th", *("td",) * 5]
        assert row[3].get("scope") == "row"


def test_a_goal_of_a_mission_that_no_plan_has_is_listed_all_the_same(write: Write) -> None:
    above = "type: RPJMD\ntitle: a\nvision: {statement: Maju}\n"
    below = (
        "type: Renstra\ntitle: b\nderives_from: kota-uji/a\n"
        "goals: {statements: [{statement: Tujuan, mission: 3}]}\n"
    )
    files = {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/plans/a.yml": above,
        f"{KOTA}/dinas/agency.yml": "type: dinas\nname: Dinas\n",
        f"{KOTA}/dinas/plans/b.yml": below,
    }
    tree = shown(site_of(write(files), TODAY)[0], "kota-uji/dinas/tujuan-sasaran/b/")
    assert one(tree, ".//li[@id='tujuan-1']") is not None


def test_the_table_has_a_caption(miniature: Site, write: Write) -> None:
    caption = text(one(shown(miniature, CITY), ".//table/caption"))
    assert "Kota Contoh, 2025–2029" in caption
    goals = {
        "statements": [{"statement": "Tujuan", "indicators": [indicator("Indeks", "1")]}],
        "table": {
            "lead_in": "Disajikan berikut:",
            "number": "Tabel 4.1",
            "title": "Tujuan Jangka Menengah",
            "targets_heading": "Target tahun ke-",
        },
    }
    tree = shown(site(write, goals), UJI)
    assert text(one(tree, ".//table/caption")) == "Tabel 4.1 Tujuan Jangka Menengah"
    assert "Target tahun ke-" in texts(tree, ".//table/thead//th")
    assert "Disajikan berikut:" in text(tree)


def test_measures_with_the_same_targets_share_a_row(miniature: Site) -> None:
    rows = one(shown(miniature, CITY), ".//table/tbody").findall("tr")
    measures = [len(row.findall("th/div[@class='measure']")) for row in rows[1:]]
    assert measures == [1, 1, 2, 1, 0, 0]


def test_columns_are_calendar_years_or_years_of_the_plan(miniature: Site) -> None:
    for address, labels, years in (
        (CITY, ["1", "2", "3", "4", "5"], False),
        (
            OLD,
            ["2019", "2020", "2021", "2022", "2023", "2024"],
            True,
        ),
    ):
        tree = shown(miniature, address)
        rows = grid(one(tree, ".//table/thead"), 4 + len(labels))
        assert [text(cell) for cell in rows[1][4:]] == labels
        cells = tree.findall(".//table/tbody/tr/td[@data-year]")
        shown_labels = [cell.get("data-year") for cell in cells[: len(labels)]]
        assert (shown_labels == labels) is years
        assert all(label in str(own) for label, own in zip(labels, shown_labels, strict=True))


def test_the_words_above_the_targets_tell_years_of_the_calendar_from_years_of_the_plan(
    miniature: Site,
) -> None:
    headings = [
        text(shown(miniature, address).find(".//thead//th[@scope='colgroup']"))
        for address in (CITY, OLD)
    ]
    assert headings[0] != headings[1]


def test_by_calendar_year_a_target_stands_in_the_column_of_its_year() -> None:
    found = table_of(
        {
            "statements": [
                {
                    "statement": "Tujuan",
                    "indicators": [
                        {"name": "A", "targets": {"2029": "9", "2025": "5"}},
                        {"name": "B", "targets": {"2027": "7"}},
                    ],
                }
            ]
        }
    )
    assert found is not None
    assert found.columns.by_year
    assert found.columns.heads == ["2025", "2027", "2029"]
    assert [row.targets for row in found.rows] == [["5", "", "9"], ["", "7", ""]]


@pytest.mark.parametrize(
    ("unit", "target", "expected"),
    [
        ("%", "85", "85 %"),
        ("%", "12,5", "12,5 %"),
        ("%", "-3", "-3 %"),
        ("%", "10–20", "10–20 %"),
        ("%", "85%", "85 %"),
        ("%", "sesuai kebutuhan", "sesuai kebutuhan"),
        ("persen", "85", "85 %"),
        (None, "85", "85"),
        ("indeks", "1.000", "1.000"),
    ],
)
def test_a_number_of_percent_carries_the_sign(unit: str | None, target: str, expected: str) -> None:
    more = {"unit": unit} if unit else {}
    goals = {"statements": [{"statement": "T", "indicators": [indicator("A", target, **more)]}]}
    found = table_of(goals)
    assert found is not None
    assert [normal(each) for each in found.rows[0].targets] == [expected]


def test_an_empty_target_carries_no_sign() -> None:
    rows = [indicator("A", "1", "2", unit="%"), indicator("B", "1", unit="%")]
    found = table_of({"statements": [{"statement": "T", "indicators": rows}]})
    assert found is not None
    assert [normal(each) for each in found.rows[1].targets] == ["1 %", ""]


def test_without_indicators_there_is_no_table(write: Write) -> None:
    goals = {"statements": [{"statement": "T", "objectives": [{"statement": "S"}]}]}
    assert table_of(goals) is None
    tree = shown(site(write, goals), UJI)
    assert tree.findall(".//table") == []
    assert tree.find(".//*[@id='indikator']") is None


def test_indicators_without_targets_make_a_sound_table(write: Write) -> None:
    goals = {"statements": [{"statement": "T", "indicators": [{"name": "A"}, {"name": "B"}]}]}
    tree = shown(site(write, goals), UJI)
    headings = texts(tree, ".//thead/tr/th")
    columns = max(0, len(headings) - 4)
    grid(one(tree, ".//table/thead"), 4 + columns)
    grid(one(tree, ".//table/tbody"), 4 + columns)
    assert all(int(each.get("colspan", "1")) > 0 for each in tree.iter("th"))
    assert all(row.findall("*") for row in tree.findall(".//table//tr"))
    assert texts(tree, ".//tbody//th") == ["A", "B"]


ROWS = st.lists(
    st.builds(lambda count: indicator("Indeks", *["1"] * count), st.integers(1, 5)), max_size=3
)
OBJECTIVES = st.lists(
    st.fixed_dictionaries({"statement": st.just("Sasaran"), "indicators": ROWS}), max_size=3
)
GOALS = st.fixed_dictionaries(
    {
        "statements": st.lists(
            st.fixed_dictionaries(
                {"statement": st.just("Tujuan"), "indicators": ROWS, "objectives": OBJECTIVES}
            ),
            max_size=3,
        ),
        "objectives": OBJECTIVES,
    }
)


@tries(40)
@given(GOALS)
def test_whatever_the_goals_every_cell_of_the_table_is_covered_once(
    write: Write, goals: dict[str, Any]
) -> None:
    if not goals["statements"] and not goals["objectives"]:
        return
    built, found = site(write, goals), table_of(goals)
    tree = shown(built, UJI)
    if found is None:
        assert tree.findall(".//table") == []
        return
    width = 4 + len(found.columns.years)
    assert len(grid(one(tree, ".//table/thead"), width)) == 2
    rows = grid(one(tree, ".//table/tbody"), width)
    assert len(rows) == 1 + len(found.rows)
    named = [
        each["indicators"]
        for goal in [*goals["statements"], {"indicators": [], "objectives": goals["objectives"]}]
        for each in (goal, *goal["objectives"])
    ]
    assert sum(text(row[3]) != "–" for row in rows[1:]) == sum(map(len, named))
    numbers = [text(row[0]) for row in rows[1:]]
    assert [each for each in dict.fromkeys(numbers) if each] == [
        str(number) for number in range(1, len(goals["statements"]) + 1)
    ]


def test_an_ended_plan_carries_a_warning(miniature: Site) -> None:
    assert shown(miniature, CITY).findall("p[@class='warning']") == []
    assert len(shown(miniature, OLD).findall("p[@class='warning']")) == 1


def test_the_vision_of_the_same_plan_and_the_goals_of_others_are_linked(miniature: Site) -> None:
    tree = shown(miniature, OLD)
    assert [each.get("href") for each in tree.findall("p/a[@class='md-button']")] == [
        "../../../kota-contoh/visi-misi/2019-2024/"
    ]
    place = [each.get("id") for each in tree].index("dokumen-lain")
    others = [each.get("href") for each in tree[place + 1].iter("a")]
    assert others == [f"../../../{CITY}", f"../../../{LONG}"]


def test_the_closing_stands_here_only_if_there_is_no_page_with_the_vision(
    miniature: Site, write: Write
) -> None:
    assert shown(miniature, CITY).find("div[@class='closing']") is None
    built = site(write, {"statements": [{"statement": "T"}]}, closing="Demikian.")
    tree = shown(built, UJI)
    assert text(one(tree, "div[@class='closing']")) == "Demikian."
    assert tree.findall("p/a[@class='md-button']") == []


def test_an_indicator_with_an_actual_has_its_line_beside_the_words(miniature: Site) -> None:
    rows = shown(miniature, "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/").findall(
        ".//ul[@class='measures']/li"
    )
    assert text(rows[0]) == (
        "Indeks kualitas udara Tercapai Realisasi terakhir: 81,4 indeks (2025), capaian 107,11 %."
    )
    drawn = [each.find("div/{*}svg") for each in rows]
    said = [each.find("div/span[@class='type']") is not None for each in rows]
    # A line has two results; of the last indicator nothing is reported.
    assert said == [True] * 7 + [False]
    assert [each is not None for each in drawn] == [False] * 5 + [True, False, False]
    assert {each.get("aria-hidden") for each in drawn if each is not None} == {"true"}


def test_what_the_small_lines_mean_stands_once_and_only_where_there_are_any(
    miniature: Site,
) -> None:
    key = "p[@class='meta'][@aria-hidden='true']"
    office, city = "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/", CITY
    assert texts(shown(miniature, office), f".//{key}") == [
        "Pada garis kecil, garis putus-putus ialah target dan titik ialah realisasi."
    ]
    assert texts(shown(miniature, city), f".//{key}") == []
