"""A table of offices, agencies without a region code: their names, and what else it tells."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pendopo.problems.problem import Problem, problem
from pendopo.starter.region_table import COLUMNS as OF_REGIONS
from pendopo.starter.region_table import is_name
from pendopo.starter.tables import Line, named, sifted, twice

COLUMNS: Mapping[str, Sequence[str]] = {
    "name": ("name", "nama", "nama instansi", "nama opd", "perangkat daerah", "instansi", "opd"),
    "type": ("type", "jenis"),
    "short_name": ("short_name", "nama pendek", "singkatan"),
    "street": ("street", "address", "alamat"),
    "postal_code": ("postal_code", "kode pos"),
    "phones": ("phones", "phone", "telepon", "nomor telepon", "no. telepon", "telp"),
    "emails": ("emails", "email", "e-mail", "surel"),
    "website": ("website", "situs", "situs web", "laman"),
}
"""What the first line may call the columns; all but the name may be missing."""
FIRST_WORDS = {
    "sekretariat": "sekretariat",
    "inspektorat": "inspektorat",
    "badan": "badan",
    "dinas": "dinas",
    "bagian": "bagian",
    "kecamatan": "kecamatan",
    "kelurahan": "kelurahan",
    "desa": "desa",
    "rumah": "rumah-sakit",
    "rsud": "rumah-sakit",
    "puskesmas": "puskesmas",
    "uptd": "uptd",
    "upt": "uptd",
}
"""The type of an agency by the first word of its name."""


class Office(NamedTuple):
    """A row: what it tells of an agency, by the keys of `COLUMNS`, and where that stands."""

    values: Mapping[str, str]
    line: int
    columns: Mapping[str, int]


def is_of_offices(first: Line) -> bool:
    """Whether the first line of a table names columns of offices, and none of region codes."""
    return "name" in named(first, COLUMNS) and "code" not in named(first, OF_REGIONS)


def unused(first: Line) -> list[str]:
    """The names of the columns that say nothing about an agency here."""
    places = {*named(first, COLUMNS).values()}
    cells = first.cells or ()
    return [each for index, each in enumerate(cells) if each and index not in places]


def offices(path: str, lines: Sequence[Line]) -> tuple[list[Office], list[Problem]]:
    """The offices of a table, and the problems of its other lines, by their places in `path`."""
    places = named(lines[0], COLUMNS)
    read = [_office(path, each, places) for each in lines[1:]]
    sound, problems = sifted(path, read)
    names = ((each.values["name"], each.line, each.columns["name"]) for each in sound)
    again = (
        problem(
            path, "table-name-twice", each.line, each.column, value=each.value, first=each.first
        )
        for each in twice(names)
    )
    return sound, sorted([*problems, *again])


def _office(path: str, line: Line, places: Mapping[str, int]) -> Office | Problem:
    if line.cells is None:
        return problem(path, "table-quotes", line.number)
    cells = {key: line.cells[at] for key, at in places.items() if at < len(line.cells)}
    columns = {key: line.column(cell) for key, cell in cells.items()}
    name = cells.get("name", "")
    if not is_name(name):
        return problem(path, "table-name", line.number, columns.get("name", 1), value=name)
    typed = re.sub(r"\s+", "-", cells.get("type", "").casefold())
    values = {"type": typed or type_of(name)}
    return Office(
        {key: text for key, text in {**cells, **values}.items() if text and text != "-"},
        line.number,
        {"type": columns["name"], **columns},
    )


def type_of(name: str) -> str:
    """The type of an agency by the first word of its name; `lainnya` where that says nothing."""
    return FIRST_WORDS.get(name.split(maxsplit=1)[0].casefold(), "lainnya")
