"""Sample agencies for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

STATUS = "type: dinas\nname: A\nstatus:\n  law: {title: B}\n  since: 2025-01-03\n"


def _edit(word: str) -> Mapping[str, str]:
    renamed = f'state: berganti-nama, former_names: [{{name: "Bekas {word}"}}]'
    state = renamed if len(word) % 2 else "state: ditutup"
    text = f'type: kota\nname: "{word}"\nphones: [0999-123456]\n'
    text += f'type_names: {{kota: "Kota {word}"}}\nstatus: {{{state}, since: 2026-01-05}}\n'
    return {"agency.yml": text}


SAMPLES = Samples(
    records=(
        SampleRecord("agency.yml", "agency", (("status",),), {"type_name": "Sebutan"}),
        SampleRecord(
            "agency.yml",
            "below",
            (("emblem",), ("type_name",), ("type_names",), ("status",)),
            {"type": "kecamatan", "short_name": "Nama"},
        ),
        SampleRecord(
            "kelurahan-lama/agency.yml",
            "below",
            (("emblem",), ("type_name",), ("type_names",), ("documents",)),
            {"type": "kelurahan", "name": "Nama"},
        ),
    ),
    edit=_edit,
    pages={
        "profile": "kota-contoh/",
        "profile with a long name": "kota-contoh/dinas-arsip/",
    },
    cases={
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
