"""Sample agencies for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples


def _edit(word: str) -> Mapping[str, str]:
    return {"agency.yml": f'type: kota\nname: "{word}"\nphones: [0999-123456]\n'}


SAMPLES = Samples(
    records=(
        SampleRecord("agency.yml"),
        SampleRecord("agency.yml", "below", (("emblem",),), {"type": "kecamatan"}),
    ),
    edit=_edit,
    pages={
        "profile": "kota-contoh/",
        "profile with a long name": "kota-contoh/dinas-arsip/",
    },
)
