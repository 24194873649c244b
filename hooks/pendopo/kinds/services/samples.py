"""Sample services for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

SOUND = """title: Kartu <Keluarga>
summary: Kartu Keluarga untuk keluarga yang baru.
requirements: [KTP asli]
procedure: [Petugas memeriksa berkas.]
time: {amount: 3, unit: hari kerja}
fee: gratis
product: Kartu Keluarga
"""
"""A service with no more than what must be there."""

WHOLE = """title: Kartu Keluarga <baru>
summary: Kartu Keluarga untuk keluarga yang baru dibentuk.
topics: [Pemerintahan]
audience: [Penduduk yang baru menikah, Penduduk yang pindah datang]
requirements:
  - text: Formulir permohonan yang diisi
    form: standar-pelayanan.pdf
  - KTP elektronik asli
procedure:
  - {step: Pemohon menyerahkan berkas di loket., time: 10 menit}
  - Petugas memeriksa berkas.
  - Pemohon mengambil Kartu Keluarga.
time: {amount: 3, until: 5, unit: hari kerja, note: Sejak berkas lengkap}
fee:
  amount: gratis
  table:
    - {what: Kartu yang hilang, amount: Rp 25.000}
    - {what: Kartu yang rusak, amount: gratis}
  note: Dibayar lewat bank.
product: Kartu Keluarga
complaints: Kotak saran di loket, atau **surel**.
online: {url: "https://layanan.contoh.example/kk", note: Siapkan foto KTP.}
unit: Seksi Pelayanan
phones: [0999-123457]
emails: [layanan@contoh.example]
hours: [{first_day: senin, last_day: jumat, opens: 08:00, closes: 14:00}]
place: {street: Jalan Loket 2, regency: Kota Contoh}
forms: [{title: Formulir F-1.01, file: standar-pelayanan.pdf}]
legal_basis: [{title: Peraturan Presiden Nomor 96 Tahun 2018, url: "https://jdih.contoh.example/"}]
facilities: Ruang tunggu, jalur landai.
competence: Memahami aplikasi.
supervision: Oleh atasan langsung.
staff: 3 orang
guarantee: Tepat waktu.
safety: Data pribadi dirahasiakan.
evaluation: Survei sekali setahun.
decree: {title: Keputusan tentang Standar Pelayanan, number: 188/12, date: 2026-01-05}
related: [air-bersih]
documents: [{title: Standar pelayanan, file: standar-pelayanan.pdf}]
sources: [{title: Standar pelayanan 2026}]
updated: 2026-01-22
"""

CLOSED = """title: Sambungan air bersih
summary: Rumah disambung dengan jaringan air.
topics: [Lingkungan]
status:
  {state: tutup-sementara, reason: Pipa induk diganti., since: 2026-01-05, until: 2026-03-31}
requirements: [KTP asli]
procedure: [Petugas mengukur., Petugas memasang.]
time: {amount: 2, unit: minggu}
fee: 1.250.000
product: Sambungan air
"""


def _edit(word: str) -> Mapping[str, str]:
    text = SOUND.replace("Kartu <Keluarga>", f'"{word}"').replace("KTP asli", f'"{word}"')
    return {"services/sampel.yml": text}


def _with(old: str, new: str) -> str:
    return SOUND.replace(old, new)


SAMPLES = Samples(
    records=(
        SampleRecord("services/akta.yml"),
        SampleRecord("services/kartu-keluarga.yml", without=(("related",),)),
        SampleRecord("services/akta.yml", "below", (("related",),), variant=1),
    ),
    edit=_edit,
    pages={
        "all services": "layanan/",
        "services of a topic": "layanan/topik/pemerintahan/",
        "services": "kota-contoh/layanan/",
        "service": "kota-contoh/layanan/kartu-keluarga/",
        "closed service": "kota-contoh/layanan/air-bersih/",
    },
    miniature={
        "agencies/kota-contoh/services/kartu-keluarga.yml": WHOLE,
        "agencies/kota-contoh/services/air-bersih.yml": CLOSED,
    },
    cases={
        SOUND: ("1:1 service-management",),
        _with("fee: gratis\n", ""): ("1:1 key-missing",),
        _with("[KTP asli]", "[]"): ("1:1 service-management", "3:15 service-requirements"),
        _with("[Petugas memeriksa berkas.]", "[]"): (
            "1:1 service-management",
            "4:12 service-procedure",
        ),
        _with("gratis", "{note: Tergantung}"): ("1:1 service-management", "6:6 service-fee"),
        _with("gratis", "10,000"): ("6:6 number-english",),
        _with("gratis", "murah"): ("6:6 number",),
        _with("3, unit", "0, unit"): ("1:1 service-management", "5:16 service-time-none"),
        _with("3, unit", "3, until: 3, unit"): (
            "1:1 service-management",
            "5:26 service-time-order",
        ),
        f"{SOUND}status: {{state: dihentikan}}\n": (
            "1:1 service-management",
            "8:9 service-reason",
        ),
        f"{SOUND}status: {{state: buka, since: 2026-01-02, until: 2026-01-01}}\n": (
            "1:1 service-management",
            "8:49 service-status-days",
        ),
        f"{SOUND}hours: [{{first_day: senin, opens: 08:00, closes: 08:00}}]\n": (
            "1:1 service-management",
            "8:50 hours-order",
        ),
    },
)
