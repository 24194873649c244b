"""`pendopo diff`: what a change does, in plain words, from two states in Git."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import pytest

from conftest import AGENCY, EPOCH, MINIATURE, PORTAL, at_length
from pendopo.commands import main
from pendopo.difference.formats import Compared, markdown
from pendopo.difference.told import Report, Told
from pendopo.site.changes import Change, Harm
from repositories import Repository
from samples import OTHER_PNG, PNG

KOTA = "agencies/kota-uji"
HEAD = f"{KOTA}/agency.yml"
NEWS = f"{KOTA}/news/2026-01-05-kabar.yml"
ARTICLE = "title: Kabar\npublished: 2026-01-05\nbody: {}\n".format
CONTACTS = "phones: [0999-123456]\nemails: [a@uji.example]\n"
PLAN = """\
type: Renstra
title: Renstra Uji
period: {{start: 2024, end: 2027}}
goals:
  statements:
    - statement: Mewujudkan pelayanan
      indicators:
        - name: Indeks
          polarity: {polarity}
          targets: {targets}
          actuals: {actuals}
"""
RENSTRA = f"{KOTA}/plans/2024-2027.yml"
TARGETS = "{2025: 80, 2026: 85, 2027: 90}"
ACTUALS = "{2024: 78, 2025: 81, 2026-Q1: 19}"

Files = Mapping[str, str | bytes | None]


@pytest.fixture(autouse=True)
def _in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.delenv("PENDOPO_DATA", raising=False)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit("2026-01-01", {"portal.yml": PORTAL, HEAD: AGENCY})
    return made


@pytest.fixture
def diff(repository: Repository, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What the command prints; it must succeed."""

    def run(*arguments: str) -> str:
        assert main(["diff", "--data", str(repository.data), *arguments]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return run


Diff = Callable[..., str]


def changed(repository: Repository, before: Files, after: Files) -> None:
    repository.commit("2026-01-02", before)
    repository.write(after)


def told(diff: Diff, *arguments: str) -> dict[str, str]:
    """What the change does by what it may harm: each sentence with the name of its agency."""
    found = json.loads(diff("--format", "json", *arguments))
    return {f"{each['name']}: {each['said']}": each["harm"] or "" for each in found["changes"]}


def test_what_may_do_harm_comes_first_and_each_line_begins_with_the_agency(
    repository: Repository, diff: Diff
) -> None:
    before = {HEAD: AGENCY + CONTACTS + "tagline: Maju\n"}
    after = {HEAD: AGENCY + CONTACTS.replace("456", "999") + "tagline: Jaya\n", NEWS: ARTICLE("B")}
    changed(repository, before, after)
    assert diff().splitlines() == [
        "Periksa lebih dahulu:",
        "  Kota Uji: Telepon: 0999-123456 → 0999-123999",
        "",
        "Perubahan lain:",
        "  Kota Uji: Semboyan: Maju → Jaya",
        "  Kota Uji: Berita “Kabar” ditambahkan",
        "",
        "3 perubahan; 1 di antaranya perlu diperiksa lebih dahulu.",
    ]


def test_nothing_changed(repository: Repository, diff: Diff) -> None:
    assert diff() == "Tidak ada data yang berubah.\n"
    assert json.loads(diff("--format", "json"))["changes"] == []


FIELDS = [
    ("emails: [a@b.id]", "emails: [a@b.id, c@d.id]", "Surel: ditambahkan: c@d.id", "contact"),
    ("emails: [a@b.id, c@d.id]", "emails: [a@b.id]", "Surel: dihapus: c@d.id", "contact"),
    (
        "emails: [a@b.id, c@d.id]",
        "emails: [c@d.id, a@b.id]",
        "Surel: urutannya berubah",
        "contact",
    ),
    (
        "address: {street: Jalan A}",
        "address: {street: Jalan B}",
        "Alamat › Jalan: Jalan A → Jalan B",
        "contact",
    ),
    ("", "website: https://a.id/", "Situs web: ditambahkan: https://a.id/", "contact"),
    (
        "social: [{network: X, url: https://x.example/a}]",
        "social: [{network: X, url: https://x.example/b}]",
        "Akun media sosial “X” › Alamat: https://x.example/a → https://x.example/b",
        "contact",
    ),
    (
        "phones: [{number: 0812-3456-7890, whatsapp: ya}]",
        "phones: [{number: 0812-3456-7890}]",
        "Telepon “0812-3456-7890” › WhatsApp: dihapus: ya",
        "",
    ),
    (
        "sources: [{title: A, url: https://a.go.id/x}]",
        "sources: [{title: A, url: https://b.com/x}]",
        "Sumber “A” › Alamat: https://a.go.id/x → https://b.com/x",
        "link",
    ),
    (
        "sources: [{title: A, url: https://a.go.id/x}]",
        "sources: [{title: A, url: https://a.go.id/y}]",
        "Sumber “A” › Alamat: https://a.go.id/x → https://a.go.id/y",
        "",
    ),
    ("sources: [{title: A}]", "sources: [{title: A}, {title: B, url: https://b.com/}]",
     "Sumber: ditambahkan: B", ""),
    ("introduction: Baca https://a.id/ dulu", "introduction: Baca dulu",
     "Pengantar: Baca https://a.id/ dulu → Baca dulu", ""),
    ("", "news_from_below: ya", "Berita dari bawah: ditambahkan: ya", ""),
    ("tagline: A", "tagline: BCA 1234567890", "Semboyan: A → BCA 1234567890", "account"),
    ("updated: 2026-01-01", "updated: 2026-01-02",
     "Diperbarui pada: 1 Januari 2026 → 2 Januari 2026", ""),
    ("type_names: {desa: Nagari}", "type_names: {desa: Gampong}",
     "Sebutan jenis-jenis “desa”: Nagari → Gampong", ""),
    ("area: {km2: '125,5'}", "area: {km2: '130,5'}",
     "Luas wilayah › Kilometer persegi: 125,5 → 130,5", ""),
]  # fmt: skip


def kota(number: int) -> str:
    return AGENCY.replace("Uji", str(number))


def several(repository: Repository, path: str, texts: Sequence[tuple[str, str]]) -> None:
    """Makes an agency `Kota 0` and so on for each pair of texts, before and after, of a file."""
    heads = {f"agencies/kota-{at}/agency.yml": kota(at) for at in range(len(texts))}
    before, after = (
        {f"agencies/kota-{at}/{path}": each[side] for at, each in enumerate(texts)}
        for side in (0, 1)
    )
    changed(repository, {**heads, **before}, after)


def test_a_field_is_called_by_its_title_and_what_may_harm_is_known_by_its_type(
    repository: Repository, diff: Diff
) -> None:
    texts = [(f"{kota(at)}{one[0]}\n", f"{kota(at)}{one[1]}\n") for at, one in enumerate(FIELDS)]
    several(repository, "agency.yml", texts)
    assert told(diff) == {f"Kota {at}: {one[2]}": one[3] for at, one in enumerate(FIELDS)}


LONG = "Warga dapat datang pada hari kerja dengan membawa kartu keluarga dan kartu penduduk asli. "


HELD = [
    ("Bayar ke rekening 1234-01-000123.", "nomor seperti nomor rekening di dalamnya: – → "
     "123401000123", "account"),
    ("Kirim DANA 0812 3456 7890.", "nomor seperti nomor rekening di dalamnya: – → 081234567890",
     "account"),
    ("VA 8808 1234 5678 9012.", "nomor seperti nomor rekening di dalamnya: – → "
     "8808123456789012", "account"),
    ("Hubungi +62 812-3456-7890.", "nomor telepon atau alamat surel di dalamnya: – → "
     "081234567890", "contact"),
    ("Hubungi [sini](https://wa.me/6281234567890).", "nomor telepon atau alamat surel di "
     "dalamnya: – → 081234567890", "contact"),
    ("Surat ke x@y.com.", "nomor telepon atau alamat surel di dalamnya: – → x@y.com",
     "contact"),
    ("Lihat [ini](https://jahat.example/a).", "tautan di dalamnya menuju situs lain: – → "
     "jahat.example", "link"),
]  # fmt: skip
HARMLESS = (
    *("Rp 1.250.000.000", "Rp. 1250000000", "12.500.000", "Pasal 17 UU 14/2008", "2026-01-05"),
    *("periode 2021-2026", "lihat https://kota.go.id/12345678901234"),
)


def test_what_leads_people_to_money_or_to_others_is_found_in_texts(
    repository: Repository, diff: Diff
) -> None:
    link = "Baca https://kota.go.id/x. "
    added = [*(each[0] for each in HELD), *HARMLESS]
    texts = [(ARTICLE(link + LONG), ARTICLE(f"{link}{LONG}{each}")) for each in added]
    several(repository, "news/2026-01-05-kabar.yml", texts)
    found = told(diff)
    for at, (_, said, harm) in enumerate(HELD):
        assert found.pop(f"Kota {at}: Berita “Kabar”: Isi: {said}") == harm
    assert {*found.values()} == {""}
    assert len(found) == len(added)
    start = "Kota 0: Berita “Kabar”: Isi: “… dan kartu penduduk asli.” → “… dan kartu penduduk "
    assert any(each.startswith(start) for each in found)


def test_a_new_record_is_searched_for_accounts(repository: Repository, diff: Diff) -> None:
    repository.write({NEWS: ARTICLE("Sumbangan lewat BRI 123401000123509.")})
    assert told(diff) == {
        "Kota Uji: Berita “Kabar” ditambahkan": "",
        "Kota Uji: Berita “Kabar”: nomor seperti nomor rekening di dalamnya: – → 123401000123509": (
            "account"
        ),
    }


def test_a_new_record_is_searched_for_contacts(repository: Repository, diff: Diff) -> None:
    place = "agencies/kota-uji/services/kk.yml"
    text = (
        "title: KK\nsummary: Kartu.\nrequirements: [KTP]\nprocedure: [Datang.]\nproduct: KK\n"
        "fee: gratis\ntime: {amount: 3, unit: hari kerja}\nemails: [kk@uji.example]\n"
        "phones: [061-8821234, {number: 061-8821235, label: Loket 12}]\n"
    )
    repository.write({NEWS: ARTICLE("Hubungi kami@uji.example."), place: text})
    found = {said: harm for said, harm in told(diff).items() if harm}
    assert found == {
        "Kota Uji: Berita “Kabar”: nomor telepon atau alamat surel di dalamnya: "
        "– → kami@uji.example": "contact",
        "Kota Uji: Layanan “KK”: nomor telepon atau alamat surel di dalamnya: "
        "– → 061-8821234, 061-8821235, kk@uji.example": "contact",
    }


ASKED = [
    ("higher", "{2025: 80, 2026: 85, 2027: 80}", "target 2027 diturunkan: 90 → 80", "target"),
    ("higher", "{2025: 80, 2026: 85, 2027: 95}", "target 2027 ditingkatkan: 90 → 95", ""),
    ("lower", "{2025: 80, 2026: 85, 2027: 95}", "target 2027 diturunkan: 90 → 95", "target"),
    ("lower", "{2025: 80, 2026: 85, 2027: 80}", "target 2027 ditingkatkan: 90 → 80", ""),
    ("range", "{2025: 80, 2026: 85, 2027: 95}", "target 2027 diubah: 90 → 95", "target"),
    ("higher", "{2025: 80, 2026: 85, 2027: baik}", "target 2027 diubah: 90 → baik", "target"),
    ("higher", "{2025: 80, 2026: 85}", "target 2027 dihapus: 90", "target"),
    ("higher", "{2025: 80, 2026: 85, 2027: '-'}", "target 2027 dihapus: 90", "target"),
    ("higher", "{2025: 80, 2026: 85, 2027: '90,0'}", "target 2027 diubah: 90 → 90,0", ""),
    (
        "higher",
        "{2025: 80, 2026: 85, 2027: {value: 90, note: a}}",
        "catatan atau bukti 2027 diubah",
        "",
    ),
]


def test_a_target_is_lowered_by_the_direction_of_its_indicator(
    repository: Repository, diff: Diff
) -> None:
    texts = [
        (
            PLAN.format(polarity=polarity, targets=TARGETS, actuals="{}"),
            PLAN.format(polarity=polarity, targets=targets, actuals="{}"),
        )
        for polarity, targets, _, _ in ASKED
    ]
    several(repository, "plans/2024-2027.yml", texts)
    start = "Perencanaan “Renstra Uji”: Indikator “Indeks” › "
    assert told(diff) == {
        f"Kota {at}: {start}{said}": harm for at, (_, _, said, harm) in enumerate(ASKED)
    }


REPORTED = [
    ("{2024: 79, 2025: 81, 2026-Q1: 19}", "realisasi 2024 diubah: 78 → 79", "actual"),
    ("{2024: 78, 2026-Q1: 19}", "realisasi 2025 dihapus: 81", "actual"),
    (
        "{2024: 78, 2025: 81, 2026-Q1: 20}",
        "realisasi Triwulan I 2026 diubah: 19 → 20",
        "",
    ),
    (
        "{2024: 78, 2025: 81, 2026-Q1: 19, 2026-Q2: 25}",
        "realisasi Triwulan II 2026 ditambahkan: 25",
        "",
    ),
    (
        "{2024: 78, 2025: {value: 81, achievement: {percent: 120, reason: a}}, 2026-Q1: 19}",
        "capaian 2025 yang dinyatakan diubah: – → 120 %",
        "actual",
    ),
]


def test_an_actual_of_a_year_gone_by_does_not_change_unseen(
    repository: Repository, diff: Diff
) -> None:
    before = PLAN.format(polarity="higher", targets=TARGETS, actuals=ACTUALS)
    texts = [
        (before, PLAN.format(polarity="higher", targets=TARGETS, actuals=actuals))
        for actuals, _, _ in REPORTED
    ]
    several(repository, "plans/2024-2027.yml", texts)
    start = "Perencanaan “Renstra Uji”: Indikator “Indeks” › "
    assert told(diff) == {
        f"Kota {at}: {start}{said}": harm for at, (_, said, harm) in enumerate(REPORTED)
    }


def test_a_plan_that_says_now_what_its_first_year_is_keeps_its_targets(
    repository: Repository, diff: Diff
) -> None:
    before = PLAN.format(polarity="higher", targets="[80, 85, 90]", actuals="[79]")
    changed(repository, {RENSTRA: before}, {RENSTRA: f"{before}first_target_year: 2025\n"})
    assert told(diff) == {
        "Kota Uji: Perencanaan “Renstra Uji”: Tahun target pertama: ditambahkan: 2025": ""
    }
    by_year = before.replace("[80, 85, 90]", TARGETS.replace("90", "80"))
    repository.write({RENSTRA: f"{by_year}first_target_year: 2025\n"})
    (lowered,) = [each for each, harm in told(diff).items() if harm]
    assert lowered.endswith("Indikator “Indeks” › target 2027 diturunkan: 90 → 80")


def test_an_indicator_that_is_renamed_is_compared_and_one_that_goes_takes_its_targets(
    repository: Repository, diff: Diff
) -> None:
    before = PLAN.format(polarity="higher", targets=TARGETS, actuals=ACTUALS)
    renamed = before.replace("Indeks", "Indeks baru").replace("2027: 90", "2027: 70")
    changed(repository, {RENSTRA: before}, {RENSTRA: renamed})
    assert list(told(diff).values()) == ["target", ""]
    repository.write({RENSTRA: before[: before.index("      indicators")]})
    start = "Kota Uji: Perencanaan “Renstra Uji”: Tujuan “Mewujudkan pelayanan” › "
    assert told(diff) == {f"{start}Indikator: dihapus: Indeks": "target"}


def test_a_page_that_is_gone_is_told_and_one_that_leads_on_is_not_lost(
    repository: Repository, diff: Diff
) -> None:
    new = f"{KOTA}/news/2026-01-05-baru.yml"
    changed(repository, {NEWS: ARTICLE("A")}, {NEWS: None, new: ARTICLE("A")})
    lost = "halaman /kota-uji/berita/2026-01-05-kabar/ hilang tanpa pengalihan"
    renamed = "Berita “Kabar”: berkas berganti nama: 2026-01-05-kabar → 2026-01-05-baru"
    assert told(diff) == {f"Kota Uji: {lost}": "page", f"Kota Uji: {renamed}": ""}
    leads = "alamat lamanya dialihkan ke /kota-uji/berita/2026-01-05-baru/"
    moves = f"Kota Uji: halaman /kota-uji/berita/2026-01-05-kabar/ pindah; {leads}"
    old = "berita/2026-01-05-kabar"
    more: tuple[Files, ...] = (
        {f"{KOTA}/redirects.yml": f"redirects: [{{old: {old}, new: berita/2026-01-05-baru}}]\n"},
        {f"{KOTA}/redirects.yml": None, new: ARTICLE("A") + "formerly: 2026-01-05-kabar\n"},
    )
    for files in more:
        repository.write(files)
        found = told(diff)
        assert found[moves] == ""
        assert "page" not in found.values()
    repository.commit("2026-01-03")
    repository.write({new: ARTICLE("A")})
    gone = "alamat lama /kota-uji/berita/2026-01-05-kabar/ tidak dialihkan lagi"
    assert told(diff)[f"Kota Uji: {gone}"] == "page"


def test_a_document_that_is_gone_or_replaced_is_told(repository: Repository, diff: Diff) -> None:
    files: Files = {
        HEAD: AGENCY + "documents: [{title: R, file: r.pdf}]\n",
        f"{KOTA}/media/r.pdf": b"%PDF-1.7",
        f"{KOTA}/media/a.png": PNG,
        f"{KOTA}/media/b.png": PNG,
    }
    changed(
        repository,
        files,
        {
            HEAD: AGENCY,
            f"{KOTA}/media/r.pdf": None,
            f"{KOTA}/media/a.png": OTHER_PNG,
        },
    )
    assert told(diff) == {
        "Kota Uji: halaman /kota-uji/media/r.pdf hilang tanpa pengalihan": "page",
        "Kota Uji: Dokumen: dihapus: R": "",
        "Kota Uji: berkas media/a.png diganti": "",
        "Kota Uji: berkas media/r.pdf dihapus": "",
    }


BELOW = "type: dinas\nname: Dinas A\nphones: [0999-123456]\n"


def test_a_folder_that_was_renamed_keeps_its_pages_only_if_it_says_so(
    repository: Repository, diff: Diff
) -> None:
    repository.commit("2026-01-02", {f"{KOTA}/dinas-a/agency.yml": BELOW})
    (repository.data / KOTA / "dinas-a").rename(repository.data / KOTA / "dinas-b")
    found = told(diff)
    renamed = "Dinas A: folder berganti nama: kota-uji/dinas-a → kota-uji/dinas-b"
    hint = f"Tulis formerly: dinas-a dalam {KOTA}/dinas-b/agency.yml; semua alamat lama lalu "
    assert found[f"{renamed}. {hint}dialihkan"] == "page"
    assert found["Dinas A: halaman /kota-uji/dinas-a/ hilang tanpa pengalihan"] == "page"
    new = BELOW.replace("456", "999") + "formerly: dinas-a\n"
    repository.write({f"{KOTA}/dinas-b/agency.yml": new})
    leads = "alamat lamanya dialihkan ke /kota-uji/dinas-b/"
    found = told(diff)
    assert found[renamed] == ""
    assert found["Dinas A: Telepon: 0999-123456 → 0999-123999"] == "contact"
    assert found[f"Dinas A: halaman /kota-uji/dinas-a/ pindah; {leads}"] == ""
    assert "page" not in found.values()


def test_a_renamed_folder_is_told_once_with_all_its_pages_and_compared_as_what_it_was(
    repository: Repository, diff: Diff
) -> None:
    below = f"{KOTA}/dinas-a/uptd/agency.yml"
    news = {f"{KOTA}/dinas-a/news/2026-01-0{day}-a.yml": ARTICLE("A").replace("05", f"0{day}")
            for day in range(1, 8)}  # fmt: skip
    uptd = BELOW.replace("Dinas A", "UPTD")
    repository.commit("2026-01-02", {f"{KOTA}/dinas-a/agency.yml": BELOW, below: uptd, **news})
    (repository.data / KOTA / "dinas-a").rename(repository.data / "agencies/dinas-b")
    changed = uptd.replace("123456", "999999")
    repository.write({"agencies/dinas-b/uptd/agency.yml": changed})
    found = told(diff)
    assert found.pop("UPTD: Telepon: 0999-123456 → 0999-999999") == "contact"
    assert found.pop("UPTD: folder berganti nama: kota-uji/dinas-a/uptd → dinas-b/uptd") == ""
    hints = [each for each in found if "formerly" in each]
    assert hints == [
        "Dinas A: folder berganti nama: kota-uji/dinas-a → dinas-b. Tulis formerly: "
        "/kota-uji/dinas-a dalam agencies/dinas-b/agency.yml; semua alamat lama lalu dialihkan"
    ]
    (lost,) = [each for each in found if "halaman hilang tanpa pengalihan" in each]
    assert lost.startswith("Dinas A: ")
    assert "/kota-uji/dinas-a/berita/2026-01-01-a/" in lost


def test_codes_are_no_numbers_of_accounts(repository: Repository, diff: Diff) -> None:
    new = f'{AGENCY}region_code: "12.75.01.1001"\nbps_code: "1275010001"\n'
    repository.write({HEAD: new, "agencies/lain/agency.yml": new})
    assert {*told(diff).values()} == {""}


def test_a_whole_new_agency_and_one_that_is_gone(repository: Repository, diff: Diff) -> None:
    repository.commit("2026-01-02", {"agencies/lain/agency.yml": BELOW})
    repository.write({"agencies/lain/agency.yml": None})
    (repository.data / "agencies/lain").rmdir()
    new = f"{KOTA}/kecamatan-a"
    head = "type: kecamatan\nname: Kecamatan A\nintroduction: Bayar ke BRI 1234010001235.\n"
    news = {f"{new}/news/2026-01-0{day}-a.yml": ARTICLE("A").replace("05", f"0{day}")
            for day in (1, 2)}  # fmt: skip
    repository.write({f"{new}/agency.yml": head, **news})
    found = told(diff)
    assert found["Dinas A: instansi dihapus; foldernya dulu lain"] == "page"
    assert found["Dinas A: halaman /lain/ hilang tanpa pengalihan"] == "page"
    assert found["Kecamatan A: instansi baru dalam folder kota-uji/kecamatan-a: 2 Berita"] == ""
    (account,) = [each for each, harm in found.items() if harm == "account"]
    assert account.startswith("Kecamatan A: ")
    assert account.endswith("1234010001235")


def test_a_record_that_waits_for_its_day_is_told(repository: Repository, diff: Diff) -> None:
    later = f"{KOTA}/news/2026-05-05-nanti.yml"
    repository.write({later: ARTICLE("A").replace("01-05", "05-05")})
    assert told(diff) == {"Kota Uji: news “Kabar” ditambahkan": ""}


@pytest.mark.parametrize("broken", ["before", "after", "both"])
def test_faults_are_told_with_the_command_and_all_else_is_compared(
    repository: Repository, diff: Diff, broken: str
) -> None:
    other = f"{KOTA}/news/2026-01-06-lain.yml"
    sound, faulty = ARTICLE("A"), "title: [\n"
    repository.commit(
        "2026-01-02",
        {NEWS: sound if broken == "after" else faulty, other: ARTICLE("A").replace("05", "06")},
    )
    repository.write(
        {NEWS: sound if broken == "before" else faulty, other: ARTICLE("B").replace("05", "06")}
    )
    lines = diff().splitlines()
    data = repository.data.as_posix()
    said = {each.partition(" berkas")[0]: each for each in lines if "bermasalah" in each}
    before = [each for each in lines if "sebelum perubahan" in each]
    after = [each for each in lines if "sesudah perubahan" in each]
    assert len(before) == (broken != "after")
    assert len(after) == (broken != "before")
    assert said.keys() == {"1"}
    assert all(each.endswith(f"Daftarnya: pendopo check {data}") for each in after)
    assert all("git worktree add" in each for each in before)
    assert "  Kota Uji: Berita “Kabar”: Isi: A → B" in lines
    assert not any("hilang" in each or "ditambahkan" in each for each in lines)


def test_an_agency_whose_head_is_broken_is_not_told_as_gone(
    repository: Repository, diff: Diff
) -> None:
    changed(repository, {NEWS: ARTICLE("A")}, {HEAD: "type: [\n"})
    assert told(diff) == {}
    repository.write({"portal.yml": "x: [\n"})
    assert "hilang" not in diff()


def test_what_was_refused_of_a_file_is_not_told_as_removed(
    repository: Repository, diff: Diff
) -> None:
    changed(repository, {HEAD: AGENCY + CONTACTS}, {HEAD: AGENCY + CONTACTS.replace("0999-", "x")})
    assert told(diff) == {}
    assert "pendopo check" in diff()


def test_a_folder_of_data_that_is_new_has_no_faults_before(tmp_path: Path, capsys: Any) -> None:
    repository = Repository(tmp_path)
    (repository.folder / "x").write_text("x")
    repository.commit("2026-01-01")
    repository.write({"portal.yml": PORTAL, HEAD: AGENCY})
    assert main(["diff", "--data", str(repository.data)]) == 0
    said = capsys.readouterr().out
    assert "bermasalah" not in said
    assert "Kota Uji: instansi baru dalam folder kota-uji" in said


def test_two_commits_are_compared_whatever_the_folder_holds(
    repository: Repository, diff: Diff
) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.commit("2026-01-02", {NEWS: ARTICLE("A")})
    repository.git("tag", "v1")
    repository.commit("2026-01-03", {NEWS: None, HEAD: "x: ["})
    assert told(diff, first, "v1") == {"Kota Uji: Berita “Kabar” ditambahkan": ""}
    found = json.loads(diff(first, "v1", "--format", "json"))
    assert (found["before"], found["after"]) == (first, repository.git("rev-parse", "v1"))
    assert found["faulty"] == {"before": 0, "after": 0}


def test_a_branch_is_compared_with_where_it_began(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("clone", "--quiet", str(repository.folder), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    clone.git("checkout", "--quiet", "-b", "usul")
    clone.commit("2026-01-02", {NEWS: ARTICLE("A")})
    repository.commit("2026-01-03", {HEAD: AGENCY + "tagline: Lain\n"})
    clone.git("fetch", "--quiet")
    clone.write({HEAD: AGENCY + "tagline: Usul\n"})
    assert main(["diff", "--data", str(clone.data)]) == 0
    said = capsys.readouterr().out
    assert "Semboyan: ditambahkan: Usul" in said
    assert "Berita “Kabar” ditambahkan" in said
    assert "Lain" not in said


def test_markdown_is_for_the_summary_of_a_pull_request(repository: Repository, diff: Diff) -> None:
    hostile = "A *b* <img src=x> [c](http://d.e) @kominfo"
    changed(
        repository,
        {HEAD: AGENCY + CONTACTS},
        {HEAD: f'{AGENCY}{CONTACTS.replace("456", "999")}tagline: "{hostile}"\n'},
    )
    said = diff("--format", "markdown")
    assert said.startswith(
        "### Akibat perubahan ini\n\n#### Periksa lebih dahulu\n\n- **Kota Uji**\n"
    )
    assert "\\<img" in said
    assert "@<!-- -->kominfo" in said
    assert "\\[c\\]" in said


def test_a_summary_does_not_grow_without_end() -> None:
    harms: tuple[Harm | Literal[""], ...] = ("page", "") * 500
    told = [Told("", "K" * 300, "", Change("/" * 1000, harm)) for harm in harms]
    said = markdown(Report(told, 0, 0), Compared("a", "", "", ""), str)
    assert 500_000 < len(said.encode()) < 1_000_000
    assert said.count("And ") == 2


def test_nothing_steers_the_terminal(repository: Repository, diff: Diff) -> None:
    # Signs that steer are refused in texts; a name of a file may have any.
    changed(repository, {HEAD: AGENCY}, {f"{KOTA}/media/\x1b[2J.png": PNG, NEWS: ARTICLE("A")})
    assert all(line.isprintable() for line in diff().splitlines())


def failing(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["diff", *arguments])
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return code, err


def test_what_cannot_be_compared_is_told_in_a_sentence(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ("--data", str(repository.data))
    assert failing(capsys, "tiada", *data) == (1, "Repositori ini tidak punya commit tiada.\n")
    assert failing(capsys, "HEAD", "--format=x", *data)[0] == 2
    assert failing(capsys, "HEAD", "x", *data) == (1, "Repositori ini tidak punya commit x.\n")
    assert failing(capsys, "--data", str(tmp_path / "x"))[0] == 1
    (tmp_path / "y").mkdir()
    code, err = failing(capsys, "--data", str(tmp_path / "y"))
    assert code == 1
    assert "tidak berada dalam repositori" in err
    (tmp_path / "empty").mkdir()
    empty = Repository(tmp_path / "empty")
    assert failing(capsys, "--data", str(empty.data))[0] == 1


def test_a_shallow_clone_says_what_to_fetch(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.commit("2026-01-02", {NEWS: ARTICLE("A")})
    origin = repository.folder.as_uri()
    repository.git("clone", "--quiet", "--depth", "1", origin, str(tmp_path / "clone"))
    data = ("--data", str(tmp_path / "clone/data"))
    code, err = failing(capsys, first, *data)
    assert code == 1
    assert err.rstrip().endswith("git fetch --unshallow")
    assert err.count("\n") == 1
    assert main(["diff", *data]) == 0


def test_a_commit_that_lacks_a_file_is_told(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    name = repository.git("rev-parse", f"HEAD:data/{HEAD}")
    repository.write({HEAD: AGENCY + "tagline: A\n"})
    (repository.folder / ".git/objects" / name[:2] / name[2:]).unlink()
    assert failing(capsys, "--data", str(repository.data))[0] == 1


def test_a_commit_with_odd_names_writes_nothing_elsewhere(
    repository: Repository, diff: Diff, tmp_path: Path
) -> None:
    blob = repository.git("hash-object", "-w", "--stdin", given=AGENCY)
    rows = (f"100644 blob {blob} ..", f"120000 blob {blob} agencies", f"100644 blob {blob} a\\b")
    root = repository.tree(f"040000 tree {repository.tree(*rows)} data")
    commit = repository.git("commit-tree", root, "-m", "x")
    before = {*tmp_path.iterdir()}
    diff(commit)
    diff("HEAD", commit)
    assert {*tmp_path.iterdir()} == before


@at_length
def test_the_whole_miniature_against_nothing_and_back(tmp_path: Path, capsys: Any) -> None:
    repository = Repository(tmp_path)
    (repository.folder / "x").write_text("x")
    repository.commit("2026-01-01")
    data = MINIATURE.rglob("*")
    repository.commit(
        "2026-01-02",
        {each.relative_to(MINIATURE).as_posix(): each.read_bytes() for each in data
         if each.is_file()},
    )  # fmt: skip
    for states in (("HEAD~", "HEAD"), ("HEAD", "HEAD~"), ("HEAD", "HEAD")):
        for name in ("text", "markdown", "json"):
            assert main(["diff", *states, "--format", name, "--data", str(repository.data)]) == 0
            assert len(capsys.readouterr().out) < 100_000
