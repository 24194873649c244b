"""The list of public information, and how complete an agency's public information is."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from typing import get_args

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write
from markup import one, shown, text, texts
from pendopo.basics.items import Item
from pendopo.government.agency import Agency
from pendopo.kinds.documents.disclosure import HALF_A_YEAR, REQUIREMENTS, disclosure
from pendopo.kinds.documents.pages import information
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.site import sublists
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence
from pendopo.site.kind import Registry
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
LIST = "kota-uji/informasi-publik/"
COMPLETE = f"{LIST}kelengkapan/"
PAPER = "title: {}\ntype: sop\ncategory: {}\nform: [cetak]\n"


def site(write: Write, files: Mapping[str, str], today: date = TODAY) -> Site:
    built, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, **files}), today)
    assert faults(problems) == []
    return built


def document(title: str, category: str = "berkala", more: str = "") -> dict[str, str]:
    return {f"{KOTA}/documents/{title.lower()}.yml": PAPER.format(title, category) + more}


def table(built: Site, address: str) -> list[dict[str, str]]:
    (file,) = (each for each in built.files if each.address == address)
    assert file.text.startswith("\ufeff")
    return [*csv.DictReader(StringIO(file.text.removeprefix("\ufeff"), newline=""))]


def test_the_list_has_the_columns_of_the_law_by_category(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/informasi-publik/")
    assert texts(tree, "h2") == [
        *("Diumumkan secara berkala", "Diumumkan serta-merta", "Tersedia setiap saat"),
        "Dikecualikan",
    ]
    columns = [
        *("No.", "Ringkasan isi informasi", "Unit yang menguasai", "Penanggung jawab"),
        *("Waktu dan tempat pembuatan", "Bentuk informasi", "Jangka waktu simpan"),
    ]
    first, second, third = tree.findall(".//table")
    assert texts(first, "thead//th") == texts(second, "thead//th") == columns
    assert texts(third, "thead//th") == [*columns, "Dasar pengecualian"]
    assert [texts(each, "*") for each in second.findall("tbody/tr")] == [
        [
            *("1", "Retribusi PasarPeraturan Daerah Nomor 1 Tahun 2020", "Bagian Hukum", "–"),
            *("2 Maret 2020", "Elektronik", "Permanen"),
        ],
        [
            *("2", "Retribusi <Pasar> PercobaanPeraturan Daerah Nomor 2 Tahun 2026"),
            *("Bagian Hukum", "Kepala Bagian Hukum", "5 Januari 2026, Contoh Hilir"),
            *("Cetak, Elektronik", "Permanen"),
        ],
    ]
    for each in (first, second, third):
        assert each.find("caption") is not None
        assert all(head.get("scope") == "col" for head in each.findall("thead//th"))
        assert all(head.get("scope") == "row" for head in each.findall("tbody//th"))


def test_what_is_excluded_has_its_ground_and_no_link(miniature: Site) -> None:
    excluded = shown(miniature, "kota-contoh/informasi-publik/").findall(".//table")[2]
    assert excluded.findall(".//a") == []
    assert texts(excluded, "tbody/tr/td")[-1] == (
        "UU 14/2008 Pasal 17 huruf bUji konsekuensi: 5/UK/2026, 12 Januari 2026"
        "sampai 31 Desember 2026"
    )


def test_without_information_at_once_it_says_so_with_the_day(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/informasi-publik/")
    place = [*tree].index(one(tree, "h2[@id='serta-merta']"))
    assert text([*tree][place + 1]) == "Tidak ada. Keadaan per Selasa, 20 Januari 2026."


def test_the_list_for_spreadsheets_is_whole_and_harmless(write: Write) -> None:
    built = site(write, document("A", "setiap-saat", "unit: =HYPERLINK(1)\nofficer: B;+1\n"))
    (row,) = table(built, f"{LIST}informasi-publik.csv")
    assert (row["unit"], row["officer"]) == ("'=HYPERLINK(1)", "B;'+1")
    assert (row["number"], row["title"], row["form"]) == ("1", "A", "cetak")
    assert row["page"].endswith("kota-uji/dokumen/a/")


def test_a_long_list_has_pages_by_category_and_keeps_its_numbers(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(information, "MOST", 2)
    files = {
        path: each
        for number in range(5)
        for path, each in document(f"D{number}", more=f"day: 2026-01-0{number + 1}\n").items()
    }
    built = site(write, {**files, **document("E", "serta-merta")})
    pages = [page.address for page in built.pages if page.template == "documents/information"]
    assert [each.removeprefix(LIST) for each in pages] == [
        *("", "berkala/", "berkala/halaman/2/", "berkala/halaman/3/", "serta-merta/"),
    ]
    assert texts(shown(built, LIST), "p/a") == [
        *("Diumumkan secara berkala: semua 5", "Diumumkan serta-merta: semua 1"),
    ]
    last = shown(built, f"{LIST}berkala/halaman/3/")
    assert texts(last, ".//tbody/tr/*")[:2] == ["5", "D4"]
    assert [each.get("href") for each in last.findall("nav/a")] == [
        "../../../../../kota-uji/informasi-publik/berkala/halaman/2/"
    ]
    assert len(table(built, f"{LIST}informasi-publik.csv")) == 6


def test_each_item_of_the_law_is_asked_for_once() -> None:
    items = [each.item for each in REQUIREMENTS]
    assert len({*items}) == len(items)
    assert {*items} == {*get_args(Item)}


def made_up(context: Context, agency: Agency) -> Iterator[Evidence]:
    yield Evidence("duties", "Tugas", f"{agency.id}/", TODAY.isoformat())
    yield Evidence("hours", "Jam", f"{agency.id}/", "")


def states(built: Site, agency: str = "kota-uji") -> dict[str, str]:
    found = disclosure(built.context, built.context.directory.agencies[agency])
    return {each.requirement.item: each.state for each in found.standings if each.evidence}


def test_evidence_of_all_kinds_counts(write: Write) -> None:
    kinds = Registry(
        tuple(replace(each, evidence=made_up) if each.name == "news" else each for each in KINDS)
    )
    folder = write({f"{KOTA}/agency.yml": AGENCY, **document("A", more="covers: [assets]\n")})
    built, _ = site_of(folder, TODAY, kinds)
    assert states(built) == {
        **{"duties": "there", "assets": "there", "information-list": "there", "hours": "there"},
    }
    assert text(one(shown(built, COMPLETE), "p[@class='lead']")) == (
        "4 dari 29 butir ada, 0 di antaranya terlalu lama."
    )


@pytest.mark.parametrize(("days", "state"), [(HALF_A_YEAR, "there"), (HALF_A_YEAR + 1, "old")])
def test_what_is_published_periodically_grows_old_after_half_a_year(
    write: Write, days: int, state: str
) -> None:
    day = TODAY - timedelta(days)
    more = f"covers: [assets, services]\nupdated: {day}\n"
    built = site(write, document("A", more=more))
    assert states(built)["assets"] == state
    assert states(built)["services"] == states(built)["information-list"] == "there"


def test_the_newest_evidence_decides(write: Write) -> None:
    old = document("A", more="covers: [assets]\nday: 2020-01-05\n")
    built = site(write, {**old, **document("B", more="covers: [assets]\nday: 2026-01-05\n")})
    assert states(built)["assets"] == "there"
    rows = [each for each in table(built, f"{COMPLETE}kelengkapan.csv") if each["item"] == "assets"]
    assert [(each["title"], each["day"], each["state"]) for each in rows] == [
        *(("B", "2026-01-05", "there"), ("A", "2020-01-05", "there")),
    ]


def test_what_is_excluded_is_no_evidence(write: Write) -> None:
    exclusion = "exclusion: {ground: UU, test_number: 1, test_day: 2026-01-05}\n"
    built = site(write, document("A", "dikecualikan", f"covers: [assets]\n{exclusion}"))
    assert "assets" not in states(built)


def test_plans_that_hold_are_evidence(write: Write) -> None:
    plan = "type: {}\ntitle: {}\nperiod: {{start: {}, end: {}}}\nupdated: 2026-01-05\n"
    built = site(
        write,
        {
            **document("A"),
            f"{KOTA}/plans/2019-2024.yml": plan.format("Renstra", "Lama", 2019, 2024)
            + "vision: {statement: Lama}\n",
            f"{KOTA}/plans/2025-2029.yml": plan.format("RPJMD", "Baru", 2025, 2029)
            + "vision: {statement: Maju}\nprogrammes: [{name: P}]\n",
        },
    )
    found = disclosure(built.context, built.context.directory.agencies["kota-uji"])
    shown_for = {
        each.requirement.item: [one.title for one in each.evidence] for each in found.standings
    }
    assert shown_for["plans"] == ["Baru"]
    assert shown_for["vision"] == ["Visi dan Misi: Baru"]
    assert shown_for["programmes"] == ["Program dan anggaran: Baru"]


def test_all_evidence_leads_to_pages(miniature: Site) -> None:
    context = miniature.context
    found = [
        each
        for agency in context.directory.agencies.values()
        for each in context.kinds.evidence(context, agency)
    ]
    assert {each.item for each in found} >= {"vision", "plans", "regulations", "information-list"}
    assert {each.address for each in found} - miniature.by_address.keys() == set()


def test_the_page_names_each_item_with_its_state_and_law(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/informasi-publik/kelengkapan/")
    rows = {text(row[0]): row for row in tree.findall(".//tbody/tr")}
    assert len(rows) == len(REQUIREMENTS)
    performance = rows["Ringkasan kinerja"]
    assert texts(performance, "td") == [
        *("Terlalu lama", "Laporan Kinerja Kota Contoh 2024Senin, 3 Maret 2025"),
        "UU 14/2008 Pasal 9, PerKI 1/2021",
    ]
    assert text(rows["Neraca"][1]) == "Belum ada"
    there = sum(text(row[1]) != "Belum ada" for row in rows.values())
    said = f"{there} dari 29 butir ada, 2 di antaranya terlalu lama."
    assert texts(tree, "p[@class='lead']") == [said]


def test_a_government_without_documents_has_no_page_of_completeness(write: Write) -> None:
    built = site(write, {})
    assert [page.address for page in built.pages if "informasi-publik" in page.address] == []
    assert [file.address for file in built.files if "informasi-publik" in file.address] == []


OTHERS = {
    f"{KOTA}/dinas-a/agency.yml": "type: dinas\nname: Dinas A\n",
    f"{KOTA}/desa-b/agency.yml": "type: desa\nname: Desa B\n",
}


def test_all_agencies_are_listed_but_units_and_villages(write: Write) -> None:
    built = site(write, {**document("A"), **OTHERS})
    tree = shown(built, "informasi-publik/")
    assert [texts(row, "*") for row in tree.findall(".//tbody/tr")] == [
        *(["Kota Uji", "1", "0", "28"], ["Dinas A", "0", "0", "29"]),
    ]
    assert "kota-uji/dinas-a/informasi-publik/kelengkapan/" in built.by_address
    assert "kota-uji/desa-b/informasi-publik/kelengkapan/" not in built.by_address
    rows = table(built, "informasi-publik/kelengkapan.csv")
    assert [(each["agency"], each["there"], each["absent"]) for each in rows] == [
        *(("kota-uji", "1", "28"), ("kota-uji/dinas-a", "0", "29")),
    ]


def test_a_long_list_of_agencies_is_divided(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sublists, "LONGEST", 2)
    more = {
        f"{KOTA}/dinas-{each}/agency.yml": f"type: dinas\nname: Dinas {each}\n" for each in "abc"
    }
    built = site(write, {**document("A"), **more, "agencies/lain/agency.yml": AGENCY})
    first = shown(built, "informasi-publik/")
    assert texts(first, "ul[@class='tree']/li") == ["Kota Uji (4)"]
    assert "informasi-publik/kota-uji/" in built.by_address


def test_one_information_tells_an_agency_that_lists_its_documents_what_is_missing(
    write: Write,
) -> None:
    folder = write({f"{KOTA}/agency.yml": AGENCY, **document("A"), **OTHERS})
    _, problems = site_of(folder, TODAY)
    (found,) = (each for each in problems if each.code == "disclosure-missing")
    assert (found.place(), found.information) == (f"{KOTA}/agency.yml:1:1", True)
    values = dict(found.values)
    assert (values["total"], values["missing"], values["old"]) == ("29", "28", "0")
    assert "balance-sheet" in values["known"]
    assert "hours" not in values["known"]


def test_an_english_site_says_it_in_english(write: Write) -> None:
    built = site(write, {"portal.yml": f"{PORTAL}language: en\n", **document("A")})
    tree = shown(built, COMPLETE)
    assert texts(tree, "p[@class='lead']") == ["1 of 29 items are there, 0 of them too old."]
    assert texts(tree, ".//thead//th") == ["Item", "State", "Where", "Law"]


def test_nothing_is_expected_of_an_agency_that_has_ended(miniature: Site) -> None:
    ended = miniature.context.directory.agencies["kota-contoh/dinas-pertamanan"]
    assert ended.brief.has_ended(miniature.context.today)
    assert f"{ended.id}/informasi-publik/kelengkapan/" not in miniature.by_address
