"""The staff guide: its examples are sound, and no field is missing from it."""

import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from pydantic import BaseModel

from conftest import AGENCY, Write, codes, warnings
from guide import EXAMPLES, GUIDE, TASKS
from pendopo.kinds.registry import KINDS
from pendopo.reading.record import models_in
from pendopo.site.kind import Kind
from samples import JPEG

AGENCY_FOLDER = "agencies/kota-contoh"
PORTAL_FILES = {each.file for each in KINDS.types if not each.in_agencies}


def test_the_examples_are_without_a_problem(write: Write) -> None:
    files = {
        path if path in PORTAL_FILES else f"{AGENCY_FOLDER}/{path}": text
        for path, text in EXAMPLES.items()
    }
    assert codes(write({**files, **pictures(files)})) == []
    assert len(EXAMPLES) == len([*KINDS])


def pictures(files: Mapping[str, str]) -> dict[str, bytes]:
    """The photographs that the files name, by path."""
    names = {name for each in files.values() for name in re.findall(r"file: (\S+\.jpg)", each)}
    return {f"{AGENCY_FOLDER}/media/{name}": JPEG for name in names}


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.stem)
def test_the_examples_of_a_task_are_without_a_problem(page: Path, write: Write) -> None:
    found = re.findall(r"(?ms)^( *)```yaml\n\1# (\S+)\n(.*?)```", page.read_text("utf-8"))
    files = {f"{AGENCY_FOLDER}/{path}": dedent(text) for _, path, text in found}
    folder = write({f"{AGENCY_FOLDER}/agency.yml": AGENCY, **files, **pictures(files)})
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
