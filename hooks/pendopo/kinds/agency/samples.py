"""Sample agencies for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

HEAD = "type: kota\nname: A\n"
DAY = "- {first_day: senin, last_day: kamis, opens: 08:00, closes: 16:00}"
OVERLAPPING = "- {first_day: rabu, last_day: kamis, opens: 15:30, closes: 17:00}"


def _edit(word: str) -> Mapping[str, str]:
    text = f'type: kota\nname: "{word}"\nphones: [0999-123456]\n'
    days = f'closed: [{{day: 2026-02-03, reason: "{word}"}}]\n'
    channel = f'complaints: [{{name: "{word}", place: "{word}"}}]\n'
    return {"agency.yml": text + days + channel}


SAMPLES = Samples(
    records=(
        SampleRecord("agency.yml"),
        SampleRecord("agency.yml", "below", (("emblem",),), {"type": "kecamatan"}, variant=1),
    ),
    edit=_edit,
    pages={
        "profile": "kota-contoh/",
        "profile with a long name": "kota-contoh/dinas-arsip/",
        "contact": "kota-contoh/kontak/",
        "contact from above": "kota-contoh/kecamatan-contoh-hulu/kontak/",
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
    },
)
