"""The staff guide: its examples are sound, and no field is missing from it."""

import re

import pytest
from pydantic import BaseModel

from conftest import Write, codes
from guide import GUIDE
from pendopo.kinds.registry import KINDS
from pendopo.reading.record import models_in
from pendopo.site.kind import Kind

PORTAL_FILES = {each.file for each in KINDS.types if not each.in_agencies}
EXAMPLES: dict[str, str] = {}
"""The examples by path; the parts of a file that the guide shows one after the other are joined."""
for path, part in re.findall(r"```yaml\n# (\S+)\n(.*?)```", GUIDE, re.DOTALL):
    EXAMPLES[path] = EXAMPLES.get(path, "") + part


def test_the_examples_are_without_a_problem(write: Write) -> None:
    agency = "agencies/kota-contoh"
    folder = write(
        {
            path if path in PORTAL_FILES else f"{agency}/{path}": text
            for path, text in EXAMPLES.items()
        }
    )
    assert codes(folder) == []
    assert len(EXAMPLES) == len([*KINDS])


def fields(model: type[BaseModel]) -> set[str]:
    found = set(model.model_fields)
    for field in model.model_fields.values():
        for part in models_in(field.annotation):
            found |= fields(part)
    return found


@pytest.mark.parametrize("kind", [*KINDS], ids=lambda kind: kind.name)
def test_every_field_is_shown(kind: Kind) -> None:
    missing = {name for name in fields(kind.record.model) if not re.search(rf"\b{name}\b", GUIDE)}
    assert missing == set()
