"""Sample documents for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

PAPER = "title: A\ntype: lainnya\ncategory: berkala\nform: [cetak]\n"
HIDDEN = "title: A\ntype: kontrak\ncategory: dikecualikan\n"
GROUND = "{ground: UU 14/2008 Pasal 17, test_number: 5/UK/2026, test_day: 2026-01-12"


def _edit(word: str) -> Mapping[str, str]:
    return {
        "documents/sampel.yml": (
            f'title: "{word}"\ntype: laporan-kinerja\ncategory: berkala\npublished: 2026-01-05\n'
            f'unit: "{word}"\nform: [cetak]\ncovers: [balance-sheet]\nchanges: [sampel-lama]\n'
        ),
        "documents/sampel-lama.yml": (
            f'title: "Lama {word}"\ntype: sop\ncategory: setiap-saat\nday: 2020-01-05\n'
            "form: [cetak]\n"
        ),
    }


SAMPLES = Samples(
    records=(
        SampleRecord("documents/perda-2-2026.yml", without=(("exclusion",), ("url",), ("number",))),
        SampleRecord(
            "documents/perda-1-2020.yml",
            without=(("exclusion",), ("file",), ("regulation",), ("changes",), ("revokes",)),
            changes={"type": "laporan-kinerja"},
        ),
        SampleRecord(
            "documents/rahasia.yml",
            "below",
            without=(
                *(("file",), ("url",), ("regulation",), ("changes",), ("revokes",), ("covers",)),
            ),
            changes={"type": "kontrak", "category": "dikecualikan"},
        ),
    ),
    edit=_edit,
    pages={
        "documents": "kota-contoh/dokumen/",
        "document": "kota-contoh/dokumen/perda-2-2026/",
        "document elsewhere": "kota-contoh/dokumen/perda-1-2020/",
        "excluded document": "kota-contoh/dokumen/penawaran-lelang/",
        "public information": "kota-contoh/informasi-publik/",
        "completeness": "kota-contoh/informasi-publik/kelengkapan/",
        "public information of all": "informasi-publik/",
    },
    miniature={
        "agencies/kota-contoh/documents/perda-2-2026.yml": (
            "title: Retribusi <Pasar> Percobaan\ntype: peraturan\n"
            "regulation: {kind: perda, number: 2, year: 2026}\nday: 2026-01-05\n"
            "published: 2026-01-12\nunit: Bagian Hukum\nofficer: Kepala Bagian Hukum\n"
            "made: {place: Contoh Hilir}\nform: [cetak, elektronik]\ncategory: setiap-saat\n"
            "retention: Permanen\nlicence: Domain umum\n"
            "summary: |\n  Retribusi pasar **tidak naik** tahun ini.\n\n  Pedagang baru bebas "
            "retribusi tiga bulan.\nfile: standar-pelayanan.pdf\nrevokes: [perda-1-2020]\n"
            "updated: 2026-01-20\nsources:\n  - title: JDIH Kota Contoh\n"
        ),
        "agencies/kota-contoh/documents/perda-1-2020.yml": (
            "title: Retribusi Pasar\ntype: peraturan\n"
            "regulation: {kind: perda, number: 1, year: 2020, status: dicabut}\nday: 2020-03-02\n"
            "unit: Bagian Hukum\ncategory: setiap-saat\nretention: Permanen\n"
            "url: https://jdih.contoh.example/perda-1-2020\n"
        ),
        "agencies/kota-contoh/documents/lkjip-2024.yml": (
            "title: Laporan Kinerja Kota Contoh 2024\ntype: laporan-kinerja\nnumber: 050/12/2025\n"
            "day: 2025-03-03\nunit: Bagian Organisasi\nofficer: Kepala Bagian Organisasi\n"
            "made: {time: Januari–Maret 2025, place: Contoh Hilir}\ncategory: berkala\n"
            "retention: 5 tahun\nform: [cetak]\ncovers: [budget-realisation, performance]\n"
        ),
        "agencies/kota-contoh/documents/penawaran-lelang.yml": (
            "title: Dokumen penawaran lelang 2026\ntype: kontrak\ncategory: dikecualikan\n"
            "day: 2026-01-08\nunit: Bagian Pengadaan\nofficer: Kepala Bagian Pengadaan\n"
            "exclusion:\n  ground: UU 14/2008 Pasal 17 huruf b\n  test_number: 5/UK/2026\n"
            "  test_day: 2026-01-12\n  until: 2026-12-31\nretention: 5 tahun\n"
        ),
    },
    cases={
        PAPER: (),
        f"{PAPER}changes: [Perda 1]\n": ("5:11 document-reference",),
        f"{PAPER}file: a.docx\nurl: https://contoh.example/\n": ("6:1 document-twice",),
        "title: A\ntype: sop\ncategory: berkala\n": ("1:1 document-nowhere",),
        f"{PAPER}file: a.pdf\n": ("5:7 document-summary",),
        "title: A\ntype: peraturan\ncategory: berkala\nform: [cetak]\n": (
            "2:7 document-regulation",
        ),
        f"{PAPER}regulation: {{kind: perda}}\n": ("5:13 key-missing", "5:13 key-missing"),
        f"{PAPER}regulation: {{kind: perda, number: 2, year: 2026}}\n": (
            "5:1 document-no-regulation",
        ),
        "title: A\ntype: peraturan\ncategory: berkala\nform: [cetak]\nnumber: 2\n"
        "regulation: {kind: perda, number: 2, year: 2026}\n": ("5:1 document-number",),
        f"{PAPER}day: 2026-01-05\npublished: 2026-01-04\nupdated: 2026-01-03\n": (
            "6:12 document-early",
            "7:10 document-early",
        ),
        f"{PAPER}exclusion: {GROUND}}}\n": ("5:1 document-exclusion",),
        HIDDEN: ("3:11 document-ground",),
        f"{HIDDEN}exclusion: {GROUND}}}\nfile: a.pdf\nsummary: B\n": ("5:1 document-secret-file",),
        f"{HIDDEN}exclusion: {GROUND}}}\nurl: https://contoh.example/\n": (
            "5:1 document-secret-url",
        ),
        f"{HIDDEN}exclusion: {GROUND}, until: 2026-01-11}}\n": ("4:95 document-term",),
        f"{PAPER}covers: [neraca, balance]\n": (
            "5:10 value-choice",
            "5:18 value-choice-nearest",
        ),
        "title: A\ntype: sop\nkategori: berkala\nform: [cetak]\n": ("3:1 key-unknown-nearest",),
        "title: A\ntype: sop\ncategory: rahasia\nform: [cetak]\n": ("3:11 value-choice",),
    },
)
