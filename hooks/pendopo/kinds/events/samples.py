"""Sample events for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

PLACE = "agencies/kota-contoh/events"
START = "title: A\nstart: {day: 2026-03-01, time: 09:00}\n"


def _edit(word: str) -> Mapping[str, str]:
    text = (
        f'title: "{word}"\nstart: {{day: 2026-02-05, time: 09:00}}\n'
        f'place: {{name: "{word}"}}\nbody: "{word}"\n'
    )
    return {"events/2026-02-05-sampel.yml": text}


SAMPLES = Samples(
    records=(
        SampleRecord(
            "events/2026-03-01-a.yml", without=(("all_day",),), changes={"updated": "2026-01-20"}
        ),
    ),
    edit=_edit,
    pages={
        "agenda of all": "agenda/",
        "agenda": "kota-contoh/agenda/",
        "event": "kota-contoh/agenda/2026-02-10-musyawarah/",
        "past event": "kota-contoh/agenda/2025-11-20-pameran/",
        "cancelled event": "kota-contoh/agenda/2026-02-14-jalan-sehat/",
        "agenda of a year": "agenda/2025/",
    },
    miniature={
        f"{PLACE}/2026-02-10-musyawarah.yml": """\
title: Musyawarah perencanaan pembangunan, terbuka bagi warga
start: {day: 2026-02-10, time: 09:00}
end: {day: 2026-02-10, time: 12:30}
place: {name: Balai Kota Contoh, address: "Jalan Percobaan 1, Contoh"}
online: https://rapat.example/musyawarah
organiser: Badan Perencanaan Kota Contoh
participants: [Camat, Lurah, Wakil warga]
audience: Terbuka bagi warga; daftar di loket.
body: |
  Warga dapat mengusulkan **kegiatan** tahun depan.
documents:
  - {title: Undangan, file: standar-pelayanan.pdf}
moved_from: {day: 2026-02-03, time: 09:00}
updated: 2026-01-25
topics: [Pemerintahan]
""",
        f"{PLACE}/2026-02-14-jalan-sehat.yml": """\
title: Jalan sehat
start: {day: 2026-02-14, time: 06:00}
place: {name: Lapangan Contoh}
cancelled: {reason: Lapangan tergenang.}
updated: 2026-02-01
""",
        f"{PLACE}/2026-03-02-pekan-arsip.yml": """\
title: Pekan arsip
start: {day: 2026-03-02}
end: {day: 2026-03-06}
all_day: ya
""",
        f"{PLACE}/2025-11-20-pameran.yml": """\
title: Pameran foto lama
start: {day: 2025-11-20, time: 10:00}
""",
    },
    cases={
        "title: A\nstart: {time: 09:00}\n": ("2:8 key-missing",),
        "title: A\nstart: {day: 2026-03-01}\n": ("2:8 event-time",),
        f"{START}all_day: ya\n": ("2:32 event-all-day",),
        f"{START}end: {{day: 2026-03-01, time: 08:00}}\n": ("3:6 event-ends",),
        f"{START}end: {{day: 2026-02-28, time: 10:00}}\n": ("3:6 event-ends",),
        f"{START}moved_from: {{day: 2026-03-01, time: 09.00}}\n": ("3:13 event-moved",),
        f"{START}place: {{}}\n": ("3:8 event-place-empty",),
    },
)
