"""Documents: their lists, their pages, and what changes or revokes what."""

import json
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write, codes, warnings
from markup import one, shown, text, texts
from pendopo.kinds.documents.machines import api
from pendopo.kinds.documents.record import DOCUMENT
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from pendopo.site.shell import Publication
from places import site_of
from samples import PDF

KOTA = "agencies/kota-uji"
DINAS = f"{KOTA}/dinas-a"
HEADS = {f"{KOTA}/agency.yml": AGENCY, f"{DINAS}/agency.yml": "type: dinas\nname: Dinas A\n"}
PAPER = "type: sop\ncategory: setiap-saat\nform: [cetak]\n"


def document(title: str, more: str = "") -> str:
    return f"title: {title}\n{PAPER}{more}"


def files(documents: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """A city with a department; documents of the city, or at the path that is named."""
    found = {
        name if "/" in name else f"{KOTA}/documents/{name}.yml": each
        for name, each in documents.items()
    }
    return {**HEADS, **found}


def site(write: Write, documents: Mapping[str, str | bytes]) -> Site:
    built, problems = site_of(write(files(documents)), TODAY)
    assert faults(problems) == []
    return built


def perda(number: int, more: str = "", status: str = "berlaku") -> str:
    return (
        f"title: Perda {number}\ntype: peraturan\ncategory: setiap-saat\nform: [cetak]\n"
        f"regulation: {{kind: perda, number: {number}, year: 2020, status: {status}}}\n{more}"
    )


def test_the_list_has_the_newest_first_and_says_how_each_is_cited(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/dokumen/")
    assert texts(tree, ".//h2") == [
        *("Dokumen penawaran lelang 2026", "Retribusi <Pasar> Percobaan"),
        *("Laporan Kinerja Kota Contoh 2024", "Retribusi Pasar"),
    ]
    assert texts(tree, ".//p[@class='meta']") == [
        "Kontrak atau perjanjian · Kamis, 8 Januari 2026 · Dikecualikan",
        "Peraturan · Peraturan Daerah Nomor 2 Tahun 2026 · Senin, 5 Januari 2026",
        "Laporan kinerja · 050/12/2025 · Senin, 3 Maret 2025",
        "Peraturan · Peraturan Daerah Nomor 1 Tahun 2020 · Senin, 2 Maret 2020 · Dicabut",
    ]
    assert tree.findall(".//nav") == []


def test_an_agency_without_documents_has_no_page_of_them(write: Write) -> None:
    built = site(write, {"a": document("A")})
    assert [page.address for page in built.pages if page.template == "documents/list"] == [
        "kota-uji/dokumen/"
    ]


def many(count: int) -> dict[str, str]:
    return {
        f"d-{number:03}": document(f"D {number}", f"day: {2024 + number % 2}-01-05\n").replace(
            "sop", "sop" if number % 3 else "kajian"
        )
        for number in range(count)
    }


def test_a_long_list_has_pages_and_lists_by_type_and_year(write: Write) -> None:
    built = site(write, many(65))
    listed = [page for page in built.pages if page.template == "documents/list"]
    assert [page.address.removeprefix("kota-uji/dokumen/") for page in listed] == [
        *("", "halaman/2/", "halaman/1/", "jenis/sop/", "jenis/sop/halaman/1/", "jenis/kajian/"),
        *("tahun/2025/", "tahun/2024/"),
    ]
    assert [page.menu for page in listed if page.menu] == ["Dokumen"]
    tree = shown(built, "kota-uji/dokumen/jenis/kajian/")
    assert len(texts(tree, ".//h2")) == 22
    assert texts(tree, "nav[@aria-label='Jenis']//a[@aria-current]") == ["Kajian (22)"]
    assert texts(tree, "nav[@aria-label='Tahun']//a") == ["2025 (32)", "2024 (33)"]
    first = shown(built, "kota-uji/dokumen/")
    assert len(texts(first, ".//h2")) == 25
    assert one(first, "nav[@class='neighbours']/a").get("href") == (
        "../../kota-uji/dokumen/halaman/2/"
    )
    # What stands on a numbered page stays there when a document is added.
    oldest = texts(shown(built, "kota-uji/dokumen/halaman/1/"), ".//h2")
    later = site(write, {**many(65), "z": document("Z", "day: 2026-01-05\n")})
    assert texts(shown(later, "kota-uji/dokumen/halaman/1/"), ".//h2") == oldest


def test_a_document_here_is_downloaded_with_its_type_and_size(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/dokumen/perda-2-2026/")
    link = one(tree, "p/a[@class='md-button']")
    assert text(link) == "Unduh (PDF, 1 KB)"
    assert link.get("href") == "../../../kota-contoh/media/standar-pelayanan.pdf"
    assert link.get("type") == "application/pdf"
    assert texts(tree, ".//dt") == [
        *("Nomor", "Tanggal dokumen", "Terbit", "Mencabut", "Klasifikasi informasi publik"),
        *("Unit yang menguasai", "Penanggung jawab", "Waktu dan tempat pembuatan"),
        *("Bentuk informasi", "Jangka waktu simpan", "Lisensi", "Terakhir diperiksa"),
    ]
    page = miniature.by_address["kota-contoh/dokumen/perda-2-2026/"]
    assert page.description == (
        "Retribusi pasar tidak naik tahun ini. Pedagang baru bebas retribusi tiga bulan."
    )
    assert (page.kind, page.years, page.updated) == ("Dokumen", "2026", "2026-01-20")


def test_a_document_elsewhere_names_the_host_to_which_its_link_leads(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/dokumen/perda-1-2020/")
    link = one(tree, "p/a[@class='md-button']")
    assert text(link) == "Baca pada situs lain: jdih.contoh.example"
    assert link.get("href") == "https://jdih.contoh.example/perda-1-2020"
    assert link.get("rel") == "noopener noreferrer"
    assert text(one(tree, ".//dl/div[3]/dt")) == "Dicabut dengan"
    assert one(tree, ".//dl/div[3]/dd/a").get("href") == (
        "../../../kota-contoh/dokumen/perda-2-2026/"
    )


def test_an_excluded_document_says_why_and_leads_nowhere(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/dokumen/penawaran-lelang/")
    assert tree.findall(".//a") == []
    assert "UU 14/2008 Pasal 17 huruf b" in texts(tree, ".//dd")
    assert "5/UK/2026, Senin, 12 Januari 2026" in texts(tree, ".//dd")
    assert len(texts(tree, "p[@class='warning']")) == 1


def test_a_document_changes_one_of_another_agency_and_both_say_so(write: Write) -> None:
    built = site(
        write,
        {
            "lama": document("Lama"),
            f"{DINAS}/documents/baru.yml": document("Baru", "changes: [kota-uji/lama]\n"),
        },
    )
    old = one(shown(built, "kota-uji/dokumen/lama/"), ".//dd/a")
    new = one(shown(built, "kota-uji/dinas-a/dokumen/baru/"), ".//dd/a")
    assert (text(old), old.get("href")) == ("Baru", "../../../kota-uji/dinas-a/dokumen/baru/")
    assert (text(new), new.get("href")) == ("Lama", "../../../../kota-uji/dokumen/lama/")


def test_what_is_held_back_is_named_nowhere(write: Write) -> None:
    later = document("Nanti", "published: 2026-02-02\nrevokes: [lama, lama]\n")
    built = site(write, {"lama": document("Lama"), "nanti": later})
    renderer = Renderer(built)
    assert all("Nanti" not in renderer.page(page).html for page in built.pages)
    assert all("Nanti" not in file.text for file in built.files)
    tomorrow, _ = site_of(write({}), TODAY.replace(day=2))
    assert texts(shown(tomorrow, "kota-uji/dokumen/lama/"), ".//dd/a") == ["Nanti"]


def test_the_panel_shows_the_newest_that_may_be_read(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/")
    place = [*tree].index(one(tree, "h2[@id='dokumen']"))
    assert texts([*tree][place + 1], ".//h3") == [
        *("Retribusi <Pasar> Percobaan", "Laporan Kinerja Kota Contoh 2024", "Retribusi Pasar"),
    ]
    assert [each.get("href") for each in [*tree][place + 2].findall("a")] == [
        *("../kota-contoh/dokumen/", "../kota-contoh/informasi-publik/"),
    ]
    assert shown(miniature, "kota-contoh/dinas-arsip/").findall("h2[@id='dokumen']") == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("changes: [perda-99]\n", "", ["a.yml:5:11 document-unknown-nearest"]),
        ("revokes: [peraturan]\n", "", ["a.yml:5:11 document-unknown"]),
        ("revokes: [kota/perda-9]\n", "", ["a.yml:5:11 document-unknown"]),
        ("changes: [kota-uji/dinas-a/perda-9]\n", "", ["a.yml:5:11 document-unknown"]),
        ("changes: [perda-9, a]\n", "", ["a.yml:5:20 document-itself"]),
        (
            "changes: [perda-9]\n",
            "revokes: [kota-uji/a]\n",
            ["a.yml:5:11 document-circle", "perda-9.yml:5:11 document-circle"],
        ),
        ("changes: [perda-9]\n", "", []),
    ],
)
def test_references_lead_to_another_document_and_not_back(
    write: Write, first: str, second: str, expected: list[str]
) -> None:
    folder = write(files({"a": document("A", first), "perda-9": document("B", second)}))
    assert codes(folder) == [f"{KOTA}/documents/{each}" for each in expected]


def test_a_circle_may_be_long_and_what_leads_to_it_is_no_part_of_it(write: Write) -> None:
    named = {"a": "b", "b": "c", "c": "a", "before": "a", "d": "e", "e": ""}
    documents = {
        name: document(name, f"changes: [{other}]\n" if other else "")
        for name, other in named.items()
    }
    assert codes(write(files(documents))) == [
        f"{KOTA}/documents/{name}.yml:5:11 document-circle" for name in "abc"
    ]


def test_a_document_with_faults_is_not_missed(write: Write) -> None:
    folder = write(files({"a": document("A", "changes: [b]\n"), "b": "title: [\n"}))
    assert [each for each in codes(folder) if "document-" in each] == []


def test_a_regulation_in_force_is_not_revoked_by_another(write: Write) -> None:
    new = perda(2, "revokes: [perda-1]\n")
    folder = write(files({"perda-1": perda(1), "perda-2": new}))
    assert warnings(folder) == [f"{KOTA}/documents/perda-1.yml:5:1 document-revoked"]
    assert warnings(write({f"{KOTA}/documents/perda-1.yml": perda(1, status="dicabut")})) == []


def test_a_refused_document_is_not_published(write: Write) -> None:
    text = (
        "title: A\ntype: kontrak\ncategory: dikecualikan\nfile: rahasia.pdf\nsummary: B\n"
        "exclusion: {ground: UU, test_number: 1, test_day: 2026-01-05}\n"
    )
    folder = write(files({"a": text, f"{KOTA}/media/rahasia.pdf": PDF}))
    assert codes(folder) == [f"{KOTA}/documents/a.yml:4:1 document-secret-file"]


def linked(site: Site, address: str) -> dict[str, Any]:
    head = Renderer(site, Publication("P", "https://uji.example/")).page(site.by_address[address])
    found = head.shell.head.partition('<script type="application/ld+json">')[2]
    *_, thing = json.loads(found.partition("</script>")[0])["@graph"]
    assert isinstance(thing, dict)
    return thing


def test_a_regulation_is_told_to_machines_as_legislation(miniature: Site) -> None:
    thing = linked(miniature, "kota-contoh/dokumen/perda-2-2026/")
    assert thing["@type"] == "Legislation"
    assert thing["legislationIdentifier"] == "Peraturan Daerah Nomor 2 Tahun 2026"
    assert thing["legislationType"] == "Peraturan Daerah"
    assert thing["legislationDate"] == "2026-01-05"
    assert thing["legislationLegalForce"] == "https://schema.org/InForce"
    assert thing["encoding"]["encodingFormat"] == "application/pdf"
    old = linked(miniature, "kota-contoh/dokumen/perda-1-2020/")
    assert [each["@id"] for each in thing["legislationRepeals"]] == [old["@id"]]
    assert old["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert linked(miniature, "kota-contoh/dokumen/lkjip-2024/")["@type"] == "Report"
    assert linked(miniature, "kota-contoh/dokumen/penawaran-lelang/")["@type"] == (
        "DigitalDocument"
    )


def test_the_api_has_no_way_to_what_is_excluded(miniature: Site) -> None:
    agency = miniature.context.directory.agencies["kota-contoh"]
    excluded, regulation, *_ = api.API.rows(miniature.context, agency, str)
    assert (excluded["category"], excluded["file"], excluded["url"]) == ("dikecualikan", "", "")
    assert regulation["file"] == "kota-contoh/media/standar-pelayanan.pdf"
    assert regulation["regulation"] == {
        "kind": "perda",
        "number": "2",
        "year": 2026,
        "status": "berlaku",
    }


def test_an_english_site_marks_what_the_agency_writes(write: Write) -> None:
    portal = {"portal.yml": f"{PORTAL}language: en\n"}
    built, problems = site_of(write({**files({"a": perda(1)}), **portal}), TODAY)
    assert faults(problems) == []
    tree = shown(built, "kota-uji/dokumen/a/")
    assert one(tree, "h1/span").get("lang") == "id"
    assert text(one(tree, "p[@class='meta']")) == ("Regulation · In force")
    assert texts(tree, ".//dt") == ["Number", "Category of public information", "Form"]


def test_the_newest_documents_are_a_feed_without_those_that_are_excluded(miniature: Site) -> None:
    (page,) = (each for each in miniature.pages if each.address == "kota-contoh/dokumen/")
    (alternate,) = page.alternates
    (file,) = (each for each in miniature.files if each.address == alternate.address)
    root = fromstring(file.text)
    titles = [each.text for each in root.findall("{*}entry/{*}title")]
    assert titles[0] == "Retribusi <Pasar> Percobaan"
    readable = [
        each.brief.title
        for each in miniature.context.directory.agencies["kota-contoh"].records(DOCUMENT)
        if not each.brief.excluded
    ]
    assert titles == readable
