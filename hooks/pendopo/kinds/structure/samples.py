"""Sample structures for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

MINIATURE = """\
legal_basis:
  - {title: Peraturan Wali Kota Contoh Nomor 7 Tahun 2021, url: "https://jdih.contoh.example/7-2021"}
duties: |
  Wali kota memimpin pemerintahan kota, dibantu **perangkat daerah**.
functions: [perumusan kebijakan kota, pelaksanaan pelayanan publik & <administrasi>]
units:
  - id: sekretariat
    name: Sekretariat Daerah
    duties: Menyusun kebijakan dan mengoordinasikan perangkat daerah.
    functions: [pengoordinasian penyusunan kebijakan, pelayanan administratif]
  - id: bagian-umum
    name: Bagian Umum
    part_of: sekretariat
    duties: Mengurus rumah tangga, surat, dan perlengkapan.
  - {id: bagian-hukum, name: Bagian Hukum, part_of: sekretariat}
  - {id: staf-ahli, name: Staf Ahli Wali Kota}
posts:
  - {id: wali-kota, title: Wali Kota Contoh, head: ya}
  - {id: sekretaris, title: Sekretaris Daerah, unit: sekretariat, level: eselon II.a}
  - {id: kabag-umum, title: Kepala Bagian Umum, unit: bagian-umum, level: eselon III.a}
  - {id: arsiparis, title: Arsiparis, unit: bagian-umum, count: 4}
  - {id: kabag-hukum, title: Kepala Bagian Hukum, unit: bagian-hukum, level: eselon III.a}
chart_note: Staf ahli berkedudukan langsung di bawah wali kota.
sources:
  - title: Peraturan rekaan
updated: 2026-01-30
"""


def _edit(word: str) -> Mapping[str, str]:
    text = (
        f'duties: "{word}"\nunits: [{{id: bidang, name: "{word}", duties: "{word}"}}]\n'
        f'posts: [{{id: kepala, title: "{word}", head: ya}}, '
        f'{{id: kabid, title: "{word}", unit: bidang}}]\n'
    )
    return {"structure.yml": text}


def _posts(*posts: str) -> str:
    return "".join(["posts:\n", *(f"  - {{title: A, {each}}}\n" for each in posts)])


def _units(*units: str) -> str:
    return "".join(["units:\n", *(f"  - {{name: A, {each}}}\n" for each in units)])


SAMPLES = Samples(
    records=(
        SampleRecord(
            "structure.yml",
            more={
                "units": [{"id": "sekretariat", "name": "Sekretariat"}],
                "posts": [
                    {"id": "camat", "title": "Camat", "head": "ya"},
                    {"id": "sekretaris", "title": "Sekretaris"},
                ],
            },
        ),
    ),
    edit=_edit,
    pages={"structure": "kota-contoh/struktur/", "duties": "kota-contoh/tugas-fungsi/"},
    miniature={"agencies/kota-contoh/structure.yml": MINIATURE},
    cases={
        "updated: 2026-01-01\n": ("1:1 structure-empty",),
        _units("id: a", "id: a"): ("3:19 structure-id-twice",),
        _posts("id: a, head: ya", "id: a"): ("3:20 structure-id-twice",),
        _units("id: bidang-satu", "id: b, part_of: bidang-stu"): (
            "3:31 structure-unit-unknown-nearest",
        ),
        _units("id: a", "id: b, part_of: zzz"): ("3:31 structure-unit-unknown",),
        _posts("id: a, head: ya, unit: zzz"): ("2:39 structure-unit-unknown",),
        _posts("id: sekretaris, head: ya", "id: b, reports_to: sekretris"): (
            "3:35 structure-post-unknown-nearest",
        ),
        _posts("id: a, head: ya", "id: b, reports_to: zzz"): ("3:35 structure-post-unknown",),
        _units("id: a, part_of: a"): ("2:31 structure-unit-self",),
        _posts("id: a, head: ya", "id: b, reports_to: b"): ("3:35 structure-post-self",),
        _units("id: a, part_of: b", "id: b, part_of: c", "id: c, part_of: a"): (
            "2:31 structure-units-circle",
        ),
        _posts("id: h, head: ya", "id: a, reports_to: b", "id: b, reports_to: a"): (
            "3:35 structure-posts-circle",
        ),
        _posts("id: a"): ("1:1 structure-head-none",),
        _posts("id: a, head: ya", "id: b, head: ya"): ("3:29 structure-head-twice",),
        _posts("id: a, head: ya, reports_to: b", "id: b"): ("2:45 structure-head-reports",),
        _posts(
            "id: h, head: ya",
            *(f"id: p{n}, reports_to: {f'p{n - 1}' if n else 'h'}" for n in range(12)),
        ): ("13:20 structure-deep",),
        _posts("id: a, head: ya", "id: b, count: 0"): ("3:30 structure-count",),
    },
)
