"""New records before they are written: what is wrong with them, and where they belong."""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, problem
from pendopo.reading.folder import DEEPEST, DEVICE, named
from pendopo.reading.load import load
from pendopo.reading.record_type import RecordType
from pendopo.reading.texts import RecordFile, RecordText
from pendopo.starter.names import fit


class New(NamedTuple):
    """A new record: its type, the folder of its agency or of the one above a new agency, its text.

    `agency` is empty at the top; `path` is its file's in the data folder.
    """

    type: RecordType[Any, Any]
    agency: str
    path: str
    text: str

    @property
    def name(self) -> str:
        """The name that was made for it: that of its file, or of the folder of an agency."""
        if self.type is AGENCY:
            return self.path.removesuffix(f"/{AGENCY.file}").removeprefix(base(AGENCY, self.agency))
        if not self.type.folder:
            return self.type.name
        within = self.path.removeprefix(f"{base(self.type, self.agency)}{self.type.folder}/")
        return within.rpartition(".")[0]


def base(record_type: RecordType[Any, Any], agency: str) -> str:
    """The folder in which a record of an agency lies, or of the top, from the data folder on."""
    if agency:
        return f"agencies/{agency}/"
    return "agencies/" if record_type is AGENCY else ""


def judged(new: New) -> list[Problem]:
    """What is wrong with a record by itself: with its name, and with what it says.

    What is still to be written is left aside.
    """
    source = RecordText(RecordFile(new.type, new.path, new.agency, new.name), new.text)
    found = [*_named(new), *load(source, KINDS.rules(new.type))[1]]
    return [each for each in found if each.code != "text-placeholder"]


def _named(new: New) -> list[Problem]:
    if new.type is AGENCY:
        return _named_folder(new)
    if not new.type.folder:
        return []
    if not new.type.names.fullmatch(new.name):
        meant = f"{named(new.name)}{Path(new.path).suffix}"
        return [problem(new.path, new.type.misnamed, name=new.name, meant=meant)]
    return [problem(new.path, "file-device", name=new.name)] if DEVICE.fullmatch(new.name) else []


def _named_folder(new: New) -> list[Problem]:
    if not fit(new.name):
        return [problem(new.path, "file-name", name=new.name, meant=named(new.name))]
    if new.name in reserved(new.agency):
        return [problem(new.path, "name-reserved", name=new.name)]
    if new.agency and new.agency.count("/") + 1 >= DEEPEST:
        return [problem(new.path, "agency-depth", depth=DEEPEST)]
    return []


def reserved(agency: str) -> Collection[str]:
    """The names that no agency below `agency` may have, or none at the top for an empty text."""
    links = KINDS.links
    if not agency:
        return links.portal_names
    return links.agency_names.union(each.folder for each in KINDS.types)


def rival(data: Path, new: New) -> str:
    """The path of a file that is there already under the name of a new one; empty if none is."""
    stem = new.path.rpartition(".")[0]
    paths = [new.path, *(f"{stem}{suffix}" for suffix in new.type.suffixes)]
    return next((each for each in paths if os.path.lexists(data / each)), "")


def ids_in(data: Path, file: RecordFile) -> Mapping[str, Sequence[str]]:
    """The ids of the items of a record by what one is called: `post` for those of `posts`."""
    source = file.read(data)
    loaded = None if isinstance(source, Problem) else load(source)[0]
    found = {
        name.removesuffix("s"): [each.id for each in value if hasattr(each, "id")]
        for name, value in (loaded.record if loaded else ())
        if isinstance(value, tuple)
    }
    return {name: ids for name, ids in found.items() if ids}
