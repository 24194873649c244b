"""Sample surveys for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

SOUND = """title: Survei <kepuasan> 2025
period: {start: 2025-01-01, end: 2025-12-31}
respondents: 412
elements:
  persyaratan: 3,5
  prosedur: 3,4
  waktu: 3,2
  biaya: 3,9
  produk: 3,5
  kompetensi: 3,5
  perilaku: 3,6
  pengaduan: 3,425
  sarana: 3,3
stated: {value: "87,01", grade: B}
"""
"""25/9 of 31.325 is 87.0138."""
MORE = """followups: [Menambah kursi di ruang tunggu., Menambah loket.]
documents: [{title: Laporan, file: standar-pelayanan.pdf}]
sources: [{title: Laporan survei 2025}]
updated: 2026-01-22
"""


def _edit(word: str) -> Mapping[str, str]:
    return {"surveys/sampel.yml": SOUND.replace("Survei <kepuasan> 2025", f'"{word}"')}


def _with(old: str, new: str) -> str:
    return SOUND.replace(old, new)


SAMPLES = Samples(
    records=(SampleRecord("surveys/2025.yml"),),
    edit=_edit,
    pages={"surveys": "kota-contoh/survei/", "survey": "kota-contoh/survei/2025/"},
    miniature={
        "agencies/kota-contoh/surveys/2025.yml": SOUND + MORE,
        "agencies/kota-contoh/surveys/2024.yml": SOUND.replace("2025", "2024").replace(
            'stated: {value: "87,01", grade: B}', 'weight: "0,11"\nservice: kartu-keluarga'
        ),
    },
    cases={
        SOUND: (),
        _with("3,425", "4,2"): ("12:14 survey-average",),
        _with("3,425", "baik"): ("12:14 survey-average",),
        _with("3,425", "85,6"): ("12:14 survey-converted",),
        _with("  pengaduan: 3,425\n", ""): ("5:3 key-missing",),
        _with("stated", "weight: 1/8\nstated"): ("14:9 survey-weight",),
        _with("end: 2025-12-31", "end: 2024-12-31"): ("2:34 survey-period",),
        _with("412", "0"): ("3:14 survey-respondents",),
        _with("87,01", "87,02"): (),
        _with("87,01", "87,03"): ("14:17 survey-value",),
        _with("87,01", "86,14"): ("14:17 survey-value-weight",),
        _with("grade: B", "grade: C"): ("14:33 survey-grade",),
        _with("grade: B", "grade: A"): ("14:33 survey-grade-old",),
    },
)
