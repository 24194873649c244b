"""Vision and mission of every plan, and the address that leads to those of the plan in force."""

from collections.abc import Mapping
from datetime import date

import pytest

from conftest import AGENCY, TODAY, Write
from markup import masthead, one, shown, text, texts
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.page import Link
from pendopo.site.planning import Site
from pendopo.site.stub import leads_to
from places import site_of

CITY = "kota-contoh/visi-misi/2025-2029/"
OLD = "kota-contoh/visi-misi/2019-2024/"
DISTRICT = "kota-contoh/kecamatan-contoh-hulu/visi-misi/2025-2029/"
OFFICE = "kota-contoh/dinas-arsip/visi-misi/2025-2029/"
FULL = "kota-contoh/dinas-lingkungan/visi-misi/2025-2029/"
KOTA, CAMAT = "agencies/kota-uji", "agencies/kota-uji/kecamatan-a"
VISION = 'Kota Contoh yang terbuka, teduh, dan "tepat janji" <2029>'


def site(write: Write, files: Mapping[str, str], today: date = TODAY) -> Site:
    heads = {f"{KOTA}/agency.yml": AGENCY, f"{CAMAT}/agency.yml": AGENCY}
    built, problems = site_of(write({**heads, **files}), today)
    assert faults(problems) == []
    return built


def plan(start: int, end: int, more: str, kind: str = "RPJMD") -> str:
    return f"type: {kind}\ntitle: {kind} {start}\nperiod: {{start: {start}, end: {end}}}\n{more}\n"


def addresses(built: Site) -> list[str]:
    return [page.address for page in built.pages if page.template == "plans/vision"]


def test_each_agency_with_a_vision_has_a_page_for_each_plan(
    miniature: Site,
) -> None:
    assert addresses(miniature) == [
        *(CITY, OLD),
        *(OFFICE, FULL, FULL.replace("2025-2029", "2020-2024")),
        DISTRICT,
    ]


def test_the_page_of_the_plan_in_force_stands_in_the_menu(miniature: Site) -> None:
    page = miniature.by_address[CITY]
    assert page.menu == "Visi dan Misi"
    assert page.title == "Visi dan Misi 2025–2029"
    assert page.trail == ()
    assert page.source == "agencies/kota-contoh/plans/2025-2029.yml"
    assert page.updated == "2026-02-01"


def test_the_page_of_another_plan_stands_below_that_one(miniature: Site) -> None:
    page = miniature.by_address[OLD]
    assert page.menu == ""
    assert page.title == "Visi dan Misi 2019–2024"
    assert page.trail == (Link("Visi dan Misi", CITY),)
    assert page.source == "agencies/kota-contoh/plans/2019-2024.yml"


def test_a_description_states_agency_period_and_vision(miniature: Site) -> None:
    assert miniature.by_address[CITY].description == f"Kota Contoh 2025–2029: {VISION}"
    assert miniature.by_address[OFFICE].description.startswith("Dinas Arsip Kota Contoh")
    for address in addresses(miniature):
        assert len(miniature.by_address[address].description) <= 160


def test_the_short_address_leads_to_the_plan_in_force(write: Write) -> None:
    files = {
        f"{KOTA}/plans/2016-2021.yml": plan(2016, 2021, "vision: {statement: Dulu}"),
        f"{KOTA}/plans/2021-2026.yml": plan(2021, 2026, "vision: {statement: Kini}"),
        f"{KOTA}/plans/2027-2031.yml": plan(2027, 2031, "vision: {statement: Nanti}"),
    }
    for year, expected in ((2018, "Dulu"), (2021, "Kini"), (2026, "Kini"), (2027, "Nanti")):
        built = site(write, files, date(year, 6, 1))
        (file,) = [each for each in built.files if each.address == "kota-uji/visi-misi/index.html"]
        assert texts(shown(built, leads_to(file)), ".//blockquote") == [expected]
        assert f'href="../../{leads_to(file)}"' in file.text


@pytest.mark.parametrize(
    "more",
    [
        "goals: {statements: [{statement: Tujuan}]}",
        "closing: Demikian.\ngoals: {statements: [{statement: Tujuan}]}",
    ],
)
def test_an_agency_without_vision_has_no_such_page(write: Write, more: str) -> None:
    built = site(write, {f"{KOTA}/plans/2025-2029.yml": plan(2025, 2029, more)})
    assert addresses(built) == []


def test_a_plan_without_vision_has_no_page_beside_those_that_have_one(write: Write) -> None:
    built = site(
        write,
        {
            f"{KOTA}/plans/2025-2029.yml": plan(2025, 2029, "vision: {statement: Kini}"),
            f"{KOTA}/plans/2019-2024.yml": plan(
                2019, 2024, "goals: {statements: [{statement: Tujuan}]}"
            ),
        },
    )
    assert addresses(built) == ["kota-uji/visi-misi/2025-2029/"]


def test_the_document_is_named_with_its_period_status_and_legal_basis(miniature: Site) -> None:
    tree = one(shown(miniature, CITY), "dl[@class='plan']")
    values = texts(tree, "div/dd")
    assert values[0] == "RPJMD Kota Contoh 2025–2029"
    assert values[1].startswith("2025–2029")
    assert values[2] == (
        "Peraturan Daerah Kota Contoh Nomor 1 Tahun 2025; "
        "Keputusan Wali Kota Contoh Nomor 2 Tahun 2025"
    )
    assert [each.get("href") for each in tree.iter("a")] == [
        "https://contoh.example/perda-1-2025",
    ]


def test_the_words_of_the_document_stand_in_its_order(miniature: Site) -> None:
    shown_text = text(shown(miniature, CITY))
    words = [
        "Visi adalah gambaran keadaan yang ingin dicapai.",
        "Visi Wali Kota Contoh 2025–2029 adalah:",
        VISION,
        "CONTOH TEDUH",
        "Terbuka: semua orang dapat membaca.",
        "Misi adalah jalan menuju visi.",
        "Terdapat 2 (dua) misi:",
        "Membuka semua data (kota terbuka",
        "Dengan penjabaran sebagai berikut:",
        "Membuka data",
        "Data dibuka setiap bulan.",
        "Cara",
        "Lewat situs ini.",
        "Menanam pohon di setiap jalan;",
        "Satu pohon setiap sepuluh meter.",
        "Demikian rencana ini disusun.",
    ]
    places: list[int] = []
    for each in words:
        places.append(shown_text.find(each, places[-1] if places else 0))
    assert -1 not in places
    assert places == sorted(places)


def test_missions_are_a_list_and_each_holds_its_elaboration_folded(miniature: Site) -> None:
    tree = shown(miniature, CITY)
    missions = one(tree, ".//ol[@class='missions']").findall("li")
    assert [each.get("id") for each in missions] == ["misi-1", "misi-2"]
    assert [text(each.find("span")) for each in missions] == [
        "Membuka semua data (kota terbuka",
        "Menanam pohon di setiap jalan;",
    ]
    for number, mission in enumerate(missions, 1):
        folded = one(mission, "details")
        assert (folded.get("id"), folded.get("open")) == (f"penjabaran-{number}", None)
        assert text(folded.find("summary")) == f"Penjabaran: misi {number}"


def test_no_mission_stands_there_twice(miniature: Site) -> None:
    assert text(shown(miniature, CITY)).count("Menanam pohon di setiap jalan") == 1


def test_a_heading_within_an_elaboration_lies_below_that_of_the_mission(miniature: Site) -> None:
    tree = shown(miniature, CITY)
    assert texts(tree, ".//h3") == ["Membuka data"]
    assert texts(tree, ".//h4") == ["Cara"]


def test_headings_of_missions_without_elaboration_are_shown_with_the_words_before_them(
    write: Write,
) -> None:
    more = (
        "missions: {elaboration_lead_in: Dengan rincian, "
        "statements: [{statement: Maju, heading: Kemajuan}]}"
    )
    built = site(write, {f"{KOTA}/plans/a.yml": plan(2025, 2029, more)})
    tree = shown(built, "kota-uji/visi-misi/a/")
    assert "Dengan rincian Kemajuan" in text(tree)


def test_a_mission_without_elaboration_has_nothing_to_open(miniature: Site) -> None:
    assert shown(miniature, DISTRICT).findall(".//details") == []


def test_the_heading_of_the_document_is_shown_only_if_it_says_something_else(write: Write) -> None:
    for heading, expected in (
        ("Visi dan Misi", 0),
        ("VISI DAN MISI", 0),
        ("VISI, MISI", 0),
        ("BAB III VISI", 1),
    ):
        more = f"heading: {heading}\nvision: {{statement: Maju}}"
        built = site(write, {f"{KOTA}/plans/a.yml": plan(2025, 2029, more)})
        tree = shown(built, "kota-uji/visi-misi/a/")
        assert len(tree.findall("p[@class='document-heading']")) == expected


def test_the_vision_above_stands_before_the_own_each_after_its_lead_in(miniature: Site) -> None:
    tree = shown(miniature, DISTRICT)
    assert texts(tree, ".//blockquote") == [VISION, "Kecamatan yang teduh"]
    shown_text = text(tree)
    order = [
        "Visi Wali Kota Contoh 2025–2029 adalah:",
        VISION,
        "CONTOH TEDUH",
        "Berdasarkan visi tersebut Kecamatan Contoh Hulu mempunyai visi yaitu:",
        "Kecamatan yang teduh",
        "Terdapat 2 (dua) misi:",
        "Membuka semua data (kota terbuka",
        "Kecamatan Contoh Hulu mempunyai misi:",
        "Menanam pohon di hulu",
    ]
    places = [shown_text.find(each) for each in order]
    assert -1 not in places
    assert places == sorted(places)
    assert [text(each) for each in tree.findall(".//h2")][:2] == [
        "VISI ORGANISASI",
        "MISI ORGANISASI",
    ]


def test_the_vision_above_links_the_plan_it_comes_from(miniature: Site) -> None:
    link = one(shown(miniature, DISTRICT), ".//div[@class='higher']/p[@class='meta']/a")
    assert link.get("href") == "../../../../kota-contoh/visi-misi/2025-2029/"
    assert "Kota Contoh, 2025–2029" in text(link)


def test_an_agency_that_only_derives_shows_the_vision_above_and_nothing_of_its_own(
    miniature: Site,
) -> None:
    tree = shown(miniature, OFFICE)
    assert texts(tree, ".//div[@class='higher']/blockquote") == [VISION]
    assert tree.findall(".//blockquote[@class='statement own']") == []
    assert tree.findall(".//ol[@class='missions']") == []
    assert texts(tree, ".//div[@class='higher']/ol/li") == [
        "Membuka semua data (kota terbuka",
        "Menanam pohon di setiap jalan;",
    ]
    assert "None" not in text(tree)


def test_a_vision_above_without_lead_in_is_introduced_by_its_agency(write: Write) -> None:
    built = site(
        write,
        {
            f"{KOTA}/plans/a.yml": plan(
                2025, 2029, "vision: {statement: Maju}\nmissions: {statements: [{statement: M}]}"
            ),
            f"{CAMAT}/plans/a.yml": plan(2025, 2029, "derives_from: kota-uji/a", "Renstra"),
        },
    )
    higher = shown(built, "kota-uji/kecamatan-a/visi-misi/a/").findall(".//div[@class='higher']")
    assert [text(each.find("p")) for each in higher] == [
        "Visi Kota Uji, 2025–2029",
        "Misi Kota Uji, 2025–2029",
    ]


def test_a_plan_may_introduce_the_vision_above_in_its_own_words(write: Write) -> None:
    own = (
        "derives_from: kota-uji/a\n"
        "vision: {higher_lead_in: Adapun visi kota, statement: Teduh}\n"
        "missions: {higher_lead_in: Adapun misi kota, statements: [{statement: N}]}"
    )
    built = site(
        write,
        {
            f"{KOTA}/plans/a.yml": plan(
                2025,
                2029,
                "vision: {lead_in: Visi kami, statement: Maju}\n"
                "missions: {lead_in: Misi kami, statements: [{statement: M}]}",
            ),
            f"{CAMAT}/plans/a.yml": plan(2025, 2029, own, "Renstra"),
        },
    )
    tree = shown(built, "kota-uji/kecamatan-a/visi-misi/a/")
    assert [text(each.find("p")) for each in tree.findall(".//div[@class='higher']")] == [
        "Adapun visi kota",
        "Adapun misi kota",
    ]
    assert "Visi kami" not in text(tree)


def test_an_ended_plan_carries_a_warning_and_one_in_force_none(miniature: Site) -> None:
    assert shown(miniature, CITY).findall("p[@class='warning']") == []
    ended = shown(miniature, OLD)
    assert len(ended.findall("p[@class='warning']")) == 1
    for where in ("p[@class='meta']", "dl"):
        assert texts(ended, f"{where}//span[@class='status status-ended']") == ["Sudah berakhir"]
    (below,) = [each for each in ended if each.get("class") == "meta"]
    assert [*ended].index(below) == 1


def test_a_coming_plan_carries_a_warning_and_an_undated_one_none(write: Write) -> None:
    coming = plan(2030, 2034, "vision: {statement: Nanti}")
    undated = "type: lainnya\ntitle: Rencana\nvision: {statement: Selalu}\n"
    built = site(write, {f"{KOTA}/plans/a.yml": coming, f"{CAMAT}/plans/b.yml": undated})
    tree = shown(built, "kota-uji/visi-misi/a/")
    assert len(tree.findall("p[@class='warning']")) == 1
    ended = shown(site(write, {}, date(2036, 1, 1)), "kota-uji/visi-misi/a/")
    assert text(tree.find("p[@class='warning']")) != text(ended.find("p[@class='warning']"))
    assert shown(built, "kota-uji/kecamatan-a/visi-misi/b/").findall("p[@class='warning']") == []


def test_other_plans_of_the_agency_are_linked_at_their_lasting_address(miniature: Site) -> None:
    for address, other in (
        (CITY, f"../../../{OLD}"),
        (OLD, f"../../../{CITY}"),
    ):
        tree = shown(miniature, address)
        place = [each.get("id") for each in tree].index("dokumen-lain")
        assert [each.get("href") for each in tree[place + 1].iter("a")] == [other]


def test_goals_of_the_same_plan_are_linked(miniature: Site) -> None:
    tree = shown(miniature, OLD)
    assert [each.get("href") for each in tree.findall("p/a[@class='md-button']")] == [
        "../../../kota-contoh/tujuan-sasaran/2019-2024/"
    ]
    assert shown(miniature, DISTRICT).findall("p/a[@class='md-button']") == []


def test_the_agency_above_is_one_click_away(miniature: Site) -> None:
    bar = one(masthead(miniature, DISTRICT), ".//div[@class='portal-bar']")
    assert [each.get("href") for each in bar.iter("a")] == [
        *("../../../../", "../../../../kota-contoh/"),
    ]


@pytest.mark.parametrize(
    "above",
    [
        "derives_from: kota-uji/a",
        "derives_from: kota-uji/a\ngoals: {statements: [{statement: Tujuan}]}",
        "goals: {statements: [{statement: Tujuan}]}",
    ],
)
def test_no_plan_without_a_problem_is_left_without_a_page(write: Write, above: str) -> None:
    path = f"{CAMAT}/desa-b/plans/a.yml"
    files = {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/plans/a.yml": plan(2025, 2029, "vision: {statement: Maju}"),
        f"{CAMAT}/agency.yml": AGENCY,
        f"{CAMAT}/plans/a.yml": plan(2025, 2029, above, "Renstra"),
        f"{CAMAT}/desa-b/agency.yml": AGENCY,
        path: plan(2025, 2029, "derives_from: kota-uji/kecamatan-a/a", "Renstra"),
    }
    built, problems = site_of(write(files), TODAY)
    told = {problem.path for problem in problems}
    assert path in told | {page.source for page in built.pages}


def test_a_plan_that_was_replaced_says_by_what(write: Write) -> None:
    plan = (
        "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
        "superseded_by: RPJMD Perubahan\nvision: {statement: Maju}\n"
    )
    files = {"agencies/kota-uji/agency.yml": AGENCY, "agencies/kota-uji/plans/a.yml": plan}
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    shown = Renderer(built).page(built.by_address["kota-uji/visi-misi/a/"]).html
    assert "Sudah digantikan" in shown
    assert "sudah digantikan oleh: RPJMD Perubahan" in shown


def test_goals_stand_under_the_missions_of_the_plan_above(write: Write) -> None:
    missions = "missions: {statements: [{statement: Satu}, {statement: Misi kedua}]}\n"
    goals = "goals: {statements: [{statement: Tujuan camat, mission: 2}]}\n"
    kota = "agencies/kota-uji"
    files = {
        f"{kota}/agency.yml": AGENCY,
        f"{kota}/plans/a.yml": f"type: RPJMD\ntitle: R\n{missions}",
        f"{kota}/camat/agency.yml": AGENCY,
        f"{kota}/camat/plans/b.yml": f"type: Renstra\ntitle: S\nderives_from: kota-uji/a\n{goals}",
    }
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    shown = Renderer(built).page(built.by_address["kota-uji/camat/tujuan-sasaran/b/"]).html
    assert shown.index("Misi kedua") < shown.index("Tujuan camat")
