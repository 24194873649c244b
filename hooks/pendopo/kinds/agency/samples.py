"""Sample agencies for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples


def _edit(word: str) -> Mapping[str, str]:
    text = f'type: kota\nname: "{word}"\nphones: [0999-123456]\n'
    return {"agency.yml": f'{text}type_names: {{kota: "Kota {word}"}}\n'}


SAMPLES = Samples(
    records=(
        SampleRecord("agency.yml", changes={"type_name": "Sebutan"}),
        SampleRecord(
            "agency.yml",
            "below",
            (("emblem",), ("type_name",), ("type_names",)),
            {"type": "kecamatan", "short_name": "Nama"},
        ),
    ),
    edit=_edit,
    pages={
        "profile": "kota-contoh/",
        "profile with a long name": "kota-contoh/dinas-arsip/",
    },
    cases={"type: kota\nname: A\ntype_name: Kota\n": ("3:12 type-name-legal",)},
)
