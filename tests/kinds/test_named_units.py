"""Units that records name are those of structure.yml."""

import pytest

from conftest import AGENCY, Write, warnings

KOTA = "agencies/kota-uji"
STRUCTURE = "units: [{id: a, name: Seksi Pelayanan Umum}]\nposts: [{id: b, title: B, head: ya}]\n"
SERVICE = """\
title: Kartu
summary: Kartu.
requirements: [KTP]
procedure: [Serahkan.]
time: {amount: 3, unit: hari}
fee: gratis
product: Kartu
unit: NAME
"""
DOCUMENT = "title: A\ntype: sop\ncategory: berkala\nform: [cetak]\nunit: NAME\n"


@pytest.mark.parametrize("path", ["services/a.yml", "documents/a.yml"])
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Seksi Pelayanan Umum", None),
        ("seksi pelayanan umum", None),
        ("Seksi Pelayanan Umun", "unit-unlisted-nearest"),
        ("Bagian Hukum", "unit-unlisted"),
    ],
)
def test_a_unit_that_the_structure_does_not_list_is_told(
    write: Write, path: str, name: str, code: str | None
) -> None:
    text = (SERVICE if path.startswith("services") else DOCUMENT).replace("NAME", name)
    files = {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/{path}": text}
    assert "unit-" not in " ".join(warnings(write(files)))
    found = warnings(write({**files, f"{KOTA}/structure.yml": STRUCTURE}))
    named = {each.split()[-1] for each in found if " unit-" in each}
    assert named == ({code} if code else set())
