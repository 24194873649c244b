"""Sample agencies for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

HEAD = "type: kota\nname: A\n"
DAY = "- {first_day: senin, last_day: kamis, opens: 08:00, closes: 16:00}"
OVERLAPPING = "- {first_day: rabu, last_day: kamis, opens: 15:30, closes: 17:00}"
STATUS = "type: dinas\nname: A\nstatus:\n  law: {title: B}\n  since: 2025-01-03\n"


def _edit(word: str) -> Mapping[str, str]:
    renamed = f'state: berganti-nama, former_names: [{{name: "Bekas {word}"}}]'
    state = renamed if len(word) % 2 else "state: ditutup"
    text = f'type: kota\nname: "{word}"\nphones: [0999-123456]\n'
    text += f'type_names: {{kota: "Kota {word}"}}\nstatus: {{{state}, since: 2026-01-05}}\n'
    days = f'closed: [{{day: 2026-02-03, reason: "{word}"}}]\n'
    channel = f'complaints: [{{name: "{word}", place: "{word}"}}]\n'
    return {"agency.yml": text + days + channel}


SAMPLES = Samples(
    records=(
        SampleRecord("agency.yml", "agency", (("status",),), {"type_name": "Sebutan"}),
        SampleRecord(
            "agency.yml",
            "below",
            (("emblem",), ("cover",), ("type_name",), ("type_names",), ("status",)),
            {"type": "kecamatan", "short_name": "Nama"},
            variant=1,
        ),
        SampleRecord(
            "kelurahan-lama/agency.yml",
            "below",
            (("emblem",), ("cover",), ("type_name",), ("type_names",), ("documents",)),
            {"type": "kelurahan", "name": "Nama"},
        ),
    ),
    edit=_edit,
    pages={
        "profile": "kota-contoh/",
        "profile with a long name": "kota-contoh/dinas-arsip/",
        "contact": "kota-contoh/kontak/",
        "contact from above": "kota-contoh/kecamatan-contoh-hulu/kontak/",
        "agency that has ended": "kota-contoh/dinas-pertamanan/",
    },
    miniature={
        "agencies/kota-contoh/dinas-pertamanan/agency.yml": (
            "type: dinas\nname: Dinas <Pertamanan>\nstatus:\n  state: digabung\n"
            "  since: 2025-01-03\n  law: {title: Peraturan Daerah Nomor 4 Tahun 2024}\n"
            "  successors: [kota-contoh/dinas-lingkungan]\n"
        )
    },
    cases={
        f"{HEAD}phones: [{{number: 061-8821234, whatsapp: ya}}]\n": ("3:42 phone-mobile",),
        f"{HEAD}phones: [{{number: 061-8821234, extension: a1}}]\n": (
            "3:43 phone-extension-digits",
        ),
        f"{HEAD}hours:\n{DAY}\n": (),
        HEAD + "hours:\n" + DAY + "\n" + OVERLAPPING + "\n": ("5:45 hours-overlap",),
        HEAD + "other_hours: [{name: R, from: 2026-02-01, until: 2026-01-31, hours: []}]\n": (
            "3:50 days-order",
            "3:69 hours-none",
        ),
        HEAD + "closed:\n- {day: 2026-01-01, until: 2062-01-02}\n- {day: 2026-05-01}\n": (
            "4:28 days-long",
            "5:9 days-overlap",
        ),
        HEAD + "places: [{name: A, location: {latitude: 98.5, longitude: 3.6}}]\n": (
            "3:30 location-swapped",
        ),
        HEAD + "places: [{name: A, location: {latitude: 3.6, longitude: 9.85}}]\n": (
            "3:30 location-outside",
        ),
        HEAD + "places: [{name: A, location: {latitude: 3° 36, longitude: 98.5}}]\n": (
            "3:41 location-degrees",
        ),
        HEAD + "complaints: [{name: A, note: B}]\n": ("3:14 complaint-contact",),
        f"{HEAD}cover: {{alt: Balai kota beratap joglo}}\n": ("3:8 key-missing",),
        f"{HEAD}cover: {{file: a.jpg}}\n": ("3:15 picture-alt",),
        f"{HEAD}cover: {{file: a.jpg, alt: Foto kantor, decorative: ya}}\n": (
            "3:27 picture-decorative",
        ),
        "type: kota\nname: A\ntype_name: Kota\n": ("3:12 type-name-legal",),
        f"{STATUS}  state: berganti-nama\n": ("6:10 former-name-none",),
        f"{STATUS}  state: berganti-nama\n  former_names: [{{name: a, until: 2025-01-04}}]\n": (
            *("7:25 former-name-same", "7:35 former-name-until"),
        ),
        f"{STATUS}  state: berganti-nama\n  former_names: [{{name: B}}]\n  successors: [b]\n": (
            "8:16 renamed-successor",
        ),
        f"{STATUS}  state: ditutup\n  successors: [b]\n": ("7:16 closed-successor",),
        f"{STATUS}  state: digabung\n": ("6:10 successors-none",),
        f"{STATUS}  state: digabung\n  successors: [b, b]\n": ("7:19 successor-twice",),
        f"{STATUS}  state: digabung\n  successors: [b, B/c]\n": ("7:19 agency-id",),
        f"{STATUS}  state: dipecah\n  successors: [b]\n": ("6:10 successors-two",),
        "type: dinas\nname: A\nstatus: {state: ditutup, since: 2025-01-03}\n": ("3:1 status-law",),
    },
)
