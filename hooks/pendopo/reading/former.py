"""The key `formerly`: what the folder of an agency, or the file of a record, was called before."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from pendopo.reading.accepts import ALONE
from pendopo.reading.fields import NAME, Line, matching, refuse

MOST = 10
"""Former names that one record may have: each is an address more for all its pages."""
SUFFIX = r"(?:\.yml|\.md)?"


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _few(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) > MOST:
        raise refuse("formerly-many", count=len(values), limit=MOST)
    return values


def _without_suffix(value: str) -> str:
    return value.removesuffix(".yml").removesuffix(".md")


FormerFolder = Annotated[
    Line, matching("formerly-folder", rf"/?(?:{NAME.pattern}/){{0,7}}{NAME.pattern}")
]
"""A folder: its name where it lay beside the present one, else its whole path: `/kota/dinas`."""

FormerFile = Annotated[
    Line,
    matching("formerly-file", rf"[a-z0-9](?:[a-z0-9-]{{0,98}}[a-z0-9])?{SUFFIX}"),
    AfterValidator(_without_suffix),
]
"""The name of a file of the same folder, with its suffix or without."""

FormerFolders = Annotated[
    tuple[FormerFolder, ...], ALONE, BeforeValidator(_several), AfterValidator(_few)
]
FormerFiles = Annotated[
    tuple[FormerFile, ...], ALONE, BeforeValidator(_several), AfterValidator(_few)
]
"""One name or a list of them, the oldest first."""


def folder_named(typed: str, agency: str) -> str:
    """The id that a `FormerFolder` of an agency means: `kota/dinas` for `dinas` in `kota/baru`."""
    above = agency.rpartition("/")[0]
    return typed.removeprefix("/") if "/" in typed or not above else f"{above}/{typed}"
