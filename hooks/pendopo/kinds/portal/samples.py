"""Sample portal for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples


def _edit(word: str) -> Mapping[str, str]:
    return {"portal.yml": f'name: "{word}"\nintroduction: "{word}"\npublisher: "{word}"\n'}


SAMPLES = Samples(
    records=(SampleRecord("portal.yml", "portal", (("achievement", "bands", 0, "above"),)),),
    edit=_edit,
    pages={
        "portal": "",
        "directory": "instansi/",
        "directory of a type": "instansi/kecamatan/",
        "search": "cari/",
    },
)
