"""Sample announcements for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

PLACE = "agencies/kota-contoh/announcements"
BANNER = "published: 2026-01-02\nbody: B\nbanner: {level: info, text: T, until: "
LONG = f"{'x' * 161},"


def _edit(word: str) -> Mapping[str, str]:
    text = (
        f'title: "{word}"\npublished: 2026-01-05\nends: 2026-06-30\nsummary: "{word}"\n'
        f'body: "{word}"\nbanner: {{level: penting, text: "{word}", until: 2026-05-31}}\n'
    )
    return {"announcements/2026-01-05-sampel.yml": text}


SAMPLES = Samples(
    records=(
        SampleRecord(
            "announcements/2026-01-01-a.yml",
            changes={"published": "2026-01-01", "updated": "2026-01-02", "ends": "2026-12-31"},
        ),
    ),
    edit=_edit,
    pages={
        "all announcements": "pengumuman/",
        "announcements": "kota-contoh/pengumuman/",
        "announcement": "kota-contoh/pengumuman/2026-01-31-sungai-meluap/",
        "ended announcement": "kota-contoh/pengumuman/2026-01-05-loket-tutup/",
    },
    miniature={
        f"{PLACE}/2026-01-31-sungai-meluap.yml": """\
title: Sungai Contoh meluap di kawasan hilir
published: 2026-01-31
time: 06:30
ends: 2026-02-10
updated: 2026-02-01
summary: Air Sungai Contoh naik satu meter sejak subuh.
body: |
  Hujan di hulu belum berhenti. Warga di hilir diminta **bersiap**.
picture: {file: pohon.jpg, alt: "Jalan tergenang di bawah pohon, dengan perahu karet."}
documents:
  - {title: Peta kawasan, file: standar-pelayanan.pdf}
topics: [Lingkungan]
banner:
  level: darurat
  text: Sungai Contoh meluap. Warga di hilir diminta pindah.
  until: 2026-02-05
emergency:
  kind: bencana-alam
  hazard: Air dapat naik sampai dua meter.
  affected: Warga di tepi sungai.
  evacuation: |
    1. Matikan listrik.
    2. Pergi ke balai warga lewat jalan utara.
  avoid: Jangan menyeberangi jembatan lama.
  help: Telepon 112, bebas pulsa.
  announcer: Pemerintah Kota Contoh.
  procedure: Pengeras suara, radio, dan situs ini.
  response: Perahu dan pompa disiagakan.
""",
        f"{PLACE}/2026-01-20-jalan-ditutup.yml": """\
title: Jalan Percobaan ditutup
published: 2026-01-20
body: Jalan Percobaan ditutup untuk perbaikan.
banner: {level: penting, text: Jalan Percobaan ditutup., until: 2026-02-28}
""",
        f"{PLACE}/2026-01-05-loket-tutup.yml": """\
title: Loket tutup pada hari libur
published: 2026-01-05
ends: 2026-01-09
body: Loket buka kembali pada hari Sabtu.
""",
    },
    cases={
        "title: A\npublished: 2026-03-02\nends: 2026-03-01\nupdated: 2026-03-01\nbody: B\n": (
            "3:7 announcement-early",
            "4:10 announcement-early",
        ),
        f"title: A\n{BANNER}2026-01-01}}\n": ("4:39 announcement-early",),
        f"title: A\nends: 2026-02-01\n{BANNER}2026-02-02}}\n": ("5:39 announcement-banner-late",),
        f"title: A\n{BANNER.replace('T,', LONG)}2026-01-03}}\n": ("4:29 text-long",),
        "title: A\npublished: 2026-01-02\nbody: B\nemergency: {kind: racun-pangan, hazard: H}\n": (
            "4:12 announcement-parts",
        ),
    },
)
