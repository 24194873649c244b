"""Services: of an agency, of a topic, of all; their panel, and what programs read of them."""

import csv
from collections.abc import Mapping
from io import StringIO

import pytest

from conftest import AGENCY, TODAY, Write, codes, warnings
from markup import one, shown, text, texts, things
from pendopo.kinds.registry import KINDS
from pendopo.kinds.services.pages.of_all import PER_PAGE
from pendopo.kinds.services.samples import CLOSED, SOUND
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import site_of

KOTA, DESA = "agencies/kota-uji", "agencies/kota-uji/desa-a"
HEADS = {f"{KOTA}/agency.yml": AGENCY, f"{DESA}/agency.yml": "type: desa\nname: Desa A\n"}
TOPICS = {"topics.yml": "topics: [{key: air, name: Air}, {key: warga, name: Warga}]\n"}
PLEDGE = "service_pledge: {text: Kami sanggup., signed_by: Wali Kota, date: 2026-01-05}\n"
CARD = "kota-contoh/layanan/kartu-keluarga/"


def site(write: Write, files: Mapping[str, str]) -> Site:
    built, problems = site_of(write({**HEADS, **files}), TODAY)
    assert faults(problems) == []
    return built


def service(title: str, more: str = "") -> str:
    return SOUND.replace("Kartu <Keluarga>", title) + more


def headings(tree: Site, address: str) -> list[str]:
    return texts(shown(tree, address), "h2")


def test_a_service_says_what_citizens_need_in_their_order(miniature: Site) -> None:
    assert headings(miniature, CARD) == [
        *("Untuk siapa", "Persyaratan", "Prosedur", "Jangka waktu", "Biaya", "Produk layanan"),
        *("Layanan daring", "Tempat dan waktu layanan", "Formulir"),
        *("Pengaduan, saran, dan masukan", "Pengelolaan layanan", "Layanan terkait"),
        *("Dokumen untuk diunduh", "Sumber"),
    ]
    page = shown(miniature, CARD)
    said = text(page)
    assert "3–5 hari kerja. Sejak berkas lengkap" in said
    assert "Formulir permohonan yang diisi Formulir (PDF," in said
    assert texts(page, "ol/li/span[@dir]") == [
        *("Pemohon menyerahkan berkas di loket.", "Petugas memeriksa berkas."),
        "Pemohon mengambil Kartu Keluarga.",
    ]
    assert texts(page, ".//table//td") == ["Rp25.000", "Gratis"]
    assert texts(page, "details/summary") == [
        *("Dasar hukum", "Sarana, prasarana, dan fasilitas", "Kompetensi pelaksana"),
        *("Pengawasan internal", "Jumlah pelaksana", "Jaminan pelayanan"),
        *("Jaminan keamanan dan keselamatan", "Evaluasi kinerja pelaksana"),
    ]


def test_where_it_says_nothing_else_it_is_where_and_when_the_agency_is(miniature: Site) -> None:
    said = text(shown(miniature, "kota-contoh/layanan/air-bersih/"))
    assert "Jalan Percobaan 1" in said
    assert "Senin–Kamis 08:00–16:00 WITA" in said
    assert "Saluran pengaduan Kota Contoh" in said
    assert "Rp1.250.000" in said


def test_a_closed_service_says_so_and_why(miniature: Site) -> None:
    warning = one(
        shown(miniature, "kota-contoh/layanan/air-bersih/"), "p[@class='warning written']"
    )
    expected = "Tutup sementara sejak 5 Januari 2026 sampai 31 Maret 2026. Pipa induk diganti."
    assert text(warning) == expected
    listed = text(shown(miniature, "kota-contoh/layanan/"))
    assert "Tutup sementara Pipa induk diganti." in listed
    assert "3–5 hari kerja · Gratis sampai Rp25.000" in listed


def test_labels_are_english_where_the_portal_is(write: Write) -> None:
    portal = "name: P\nintroduction: I\nlanguage: en\n"
    files = {"portal.yml": portal, f"{KOTA}/services/a.yml": service("Kartu")}
    built = site(write, {**files, f"{KOTA}/services/b.yml": CLOSED.replace("2, unit", "1, unit")
                         .replace("topics: [Lingkungan]\n", "")})  # fmt: skip
    listed = text(shown(built, "kota-uji/layanan/"))
    assert "3 working days · Free" in listed
    assert "Closed for now" in listed
    assert "1 week" in text(shown(built, "kota-uji/layanan/b/"))


def test_many_services_of_an_agency_stand_by_topic_those_that_ended_last(write: Write) -> None:
    files = {f"{KOTA}/services/s-{n:02}.yml": service(f"S {n:02}") for n in range(10)}
    ended = "status: {state: dihentikan, reason: Digabung.}\n"
    files[f"{KOTA}/services/s-00.yml"] += ended
    few = site(write, files)
    titles = texts(shown(few, "kota-uji/layanan/"), "ul[@class='teasers']/li//h2")
    assert titles == [*(f"S {n:02}" for n in range(1, 10)), "S 00"]
    assert "S 00" not in text(shown(few, "kota-uji/"))
    files |= TOPICS | {f"{KOTA}/services/air.yml": service("Ledeng", "topics: [air]\n")}
    assert headings(site(write, files), "kota-uji/layanan/") == ["Air", "Layanan lain"]


def test_the_pledge_stands_below_the_services_and_also_without_any(write: Write) -> None:
    built = site(write, {f"{KOTA}/agency.yml": AGENCY + PLEDGE})
    page = shown(built, "kota-uji/layanan/")
    assert text(one(page, "blockquote")) == "Kami sanggup."
    assert "Wali Kota, Senin, 5 Januari 2026" in text(page)
    assert not any(each.address == "layanan/" for each in built.pages)


def test_without_services_and_pledge_there_is_no_page(write: Write) -> None:
    assert [each for each in site(write, {}).pages if "layanan" in each.address] == []


def test_the_portal_lists_services_by_topic_and_by_agency(write: Write) -> None:
    files = {f"{KOTA}/services/a.yml": service("Ledeng", "topics: [Air, air, Warga]\n")}
    files[f"{DESA}/services/b.yml"] = service("Sumur", "topics: [Air]\n")
    built = site(write, {**files, **TOPICS})
    page = shown(built, "layanan/")
    assert texts(page, "ul[@class='chips']/li") == ["Air (2)", "Warga (1)"]
    assert texts(page, "ul[@class='tree']/li/ul/li/a") == ["Ledeng", "Sumur"]
    topic = shown(built, "layanan/topik/air/")
    assert texts(topic, ".//h2") == ["Ledeng", "Sumur"]
    assert texts(topic, ".//p[@class='meta']/a") == ["Kota Uji", "Desa A"]
    assert texts(shown(built, ""), "ul[@class='chips']/li") == ["Air (2)", "Warga (1)"]
    # No news is about the topic, but services are: the list of topics leads to them.
    assert "Layanan (2)" in text(shown(built, "berita/topik/"))


def test_the_services_of_a_topic_stand_on_several_pages_where_they_are_many(write: Write) -> None:
    more = "topics: [Air]\n"
    files = {
        f"{KOTA}/services/s-{n:03}.yml": service(f"S {n:03}", more) for n in range(PER_PAGE + 1)
    }
    built = site(write, {**files, **TOPICS})
    first, second = "layanan/topik/air/", "layanan/topik/air/halaman/2/"
    assert built.by_address[first].next == second
    assert texts(shown(built, second), ".//h2") == [f"S {PER_PAGE:03}"]
    assert texts(shown(built, "layanan/"), "ul[@class='tree']/li/ul") == []


def test_the_names_of_topics_and_related_services_are_known_ones(write: Write) -> None:
    path = f"{KOTA}/services/kartu.yml"
    more = "topics: [Aer]\nrelated: [kartu, kartu-lama, lain]\n"
    files = {path: service("A", more), f"{KOTA}/services/kartu-baru.yml": service("B")}
    assert codes(write({**HEADS, **files, **TOPICS})) == [
        f"{path}:8:10 topic-unknown-nearest",
        f"{path}:9:11 service-related-self",
        f"{path}:9:18 service-unknown-nearest",
        f"{path}:9:30 service-unknown",
    ]


@pytest.mark.parametrize(("until", "expected"), [("2026-01-31", 1), ("2026-02-01", 0)])
def test_a_service_that_should_be_open_again_is_told(
    write: Write, until: str, expected: int
) -> None:
    closed = f"status: {{state: tutup-sementara, reason: R, until: {until}}}\n"
    found = warnings(write({**HEADS, f"{KOTA}/services/a.yml": service("A", closed)}))
    assert len([each for each in found if "service-reopened" in each]) == expected


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        ("Tidak dipungut biaya", "Gratis"),
        ("0", "Gratis"),
        ("Rp 10.000", "Rp10.000"),
        ("{table: [{what: A, amount: 5.000}, {what: B, amount: 7.500}]}", "Rp5.000 sampai Rp7.500"),
    ],
)
def test_fees_are_said_in_words_that_all_understand(write: Write, fee: str, said: str) -> None:
    files = {f"{KOTA}/services/a.yml": SOUND.replace("gratis", fee)}
    assert f"3 hari kerja · {said}" in text(shown(site(write, files), "kota-uji/layanan/"))


def test_programs_are_told_of_ways_time_and_price(miniature: Site) -> None:
    found = things(miniature, CARD)["GovernmentService"]
    assert found["serviceOperator"]["name"] == "Kota Contoh"
    assert found["areaServed"]["identifier"] == "99.71"
    assert found["serviceOutput"] == {"@type": "Thing", "name": "Kartu Keluarga"}
    online, office = found["availableChannel"]
    assert online["serviceUrl"] == "https://layanan.contoh.example/kk"
    assert online["processingTime"] == office["processingTime"] == "P5D"
    assert office["serviceLocation"]["address"]["streetAddress"] == "Jalan Loket 2"
    assert office["servicePhone"]["telephone"] == ["0999-123457"]
    assert [each["price"] for each in found["offers"]] == ["0", "25000", "0"]
    assert {each["priceCurrency"] for each in found["offers"]} == {"IDR"}
    (hours,) = found["hoursAvailable"]
    assert hours["dayOfWeek"] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def test_all_services_stand_in_a_table(miniature: Site) -> None:
    (file,) = [each for each in miniature.files if each.address == "layanan/layanan.csv"]
    rows = [*csv.DictReader(StringIO(file.text.removeprefix("\ufeff"), newline=""))]
    assert [each["title"] for each in rows] == ["Kartu Keluarga <baru>", "Sambungan air bersih"]
    card = rows[0]
    assert (card["time"], card["time_until"], card["time_unit"]) == ("3", "5", "hari kerja")
    assert (card["fee_lowest"], card["fee_highest"]) == ("0", "25000")
    assert rows[1]["state"] == "tutup-sementara"


def test_services_and_the_pledge_are_evidence(write: Write) -> None:
    more = "updated: 2026-01-20\n"
    files = {f"{KOTA}/agency.yml": AGENCY + PLEDGE, f"{KOTA}/services/a.yml": service("A", more)}
    context = site(write, files).context
    found = KINDS.evidence(context, context.directory.agencies["kota-uji"])
    assert [(each.item, each.address, each.day) for each in found] == [
        ("services", "kota-uji/layanan/", "2026-01-20"),
        ("service-pledge", "kota-uji/layanan/", "2026-01-05"),
    ]
