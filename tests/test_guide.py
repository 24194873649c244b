"""The staff guide: its examples are sound, and no field is missing from it."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from pydantic import BaseModel

from conftest import AGENCY, Write, codes, warnings
from guide import GUIDE, TASKS
from pendopo.kinds.registry import KINDS
from pendopo.reading.record import models_in
from pendopo.site.kind import Kind
from samples import JPEG

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


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.stem)
def test_the_examples_of_a_task_are_without_a_problem(page: Path, write: Write) -> None:
    agency = "agencies/kota-contoh"
    found = re.findall(r"(?ms)^( *)```yaml\n\1# (\S+)\n(.*?)```", page.read_text("utf-8"))
    files = {f"{agency}/{path}": dedent(text).encode() for _, path, text in found}
    pictures = {name for each in files.values() for name in re.findall(rb"file: (\S+\.jpg)", each)}
    media = {f"{agency}/media/{name.decode()}": JPEG for name in pictures}
    folder = write({f"{agency}/agency.yml": AGENCY} | files | media)
    assert files or page.stem == "jangan"
    assert codes(folder) + warnings(folder) == []


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
