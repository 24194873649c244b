"""Drafts of new records: commented files that each kind keeps in its folder as templates.

`new.yml` (or `new.md`) is that of a kind, `new-SHAPE.yml` one of a usual shape. The first line of a
template is no part of the file: it names the file from the folder of the agency on, with gaps for
what is asked, `# news/<<day>>-<<slug>>.yml`, and may say which other file must be there first,
`# officials/<<slug>>.yml needs structure.yml`. What people have to write themselves begins with
`OPEN`.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pendopo.basics.versions import PACKAGE
from pendopo.starter.templates import filled, gaps

OPEN = "ISIAN"
"""The word at the beginning of each text that is still to be written."""
FIRST = re.compile(r"# (?P<path>\S.*?)(?: needs (?P<needs>\S+))?\n")


class Draft(NamedTuple):
    """A template: the path of its file, the file that it needs (or an empty text), its text."""

    path: str
    needs: str
    text: str

    @property
    def gaps(self) -> set[str]:
        """The names of the values that it is filled with."""
        return gaps(self.path + self.text)

    def filled(self, values: Mapping[str, object]) -> "Draft":
        """The draft with its gaps filled."""
        return self._replace(path=filled(self.path, values), text=filled(self.text, values))


@cache
def shapes(kind: str) -> Mapping[str, Path]:
    """The templates of a kind, by the names of their shapes; the usual one has an empty name."""
    found = sorted((PACKAGE / "kinds" / kind).glob("new*.*"))
    by_shape = {each.stem.removeprefix("new").removeprefix("-"): each for each in found}
    return dict(sorted(by_shape.items()))


@cache
def draft(kind: str, shape: str = "") -> Draft:
    """The draft of a kind. Raises `KeyError` for a shape that it does not have."""
    text = shapes(kind)[shape].read_text("utf-8")
    first = FIRST.match(text)
    if not first:
        raise ValueError(f"The first line of the template of {kind} names no file.")
    return Draft(first["path"], first["needs"] or "", text[first.end() :])


def still_open(text: str) -> list[int]:
    """The numbers of the lines where something is still to be written."""
    return [number for number, line in enumerate(text.split("\n"), 1) if OPEN in line]
