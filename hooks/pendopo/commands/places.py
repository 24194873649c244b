"""The agencies of a data folder, and which of them somebody means."""

from collections.abc import Sequence
from pathlib import Path

from pendopo.basics.translations import Translate
from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.kinds.registry import KINDS
from pendopo.problems.nearest import nearest
from pendopo.problems.problem import Problem, printable
from pendopo.reading.folder import scan
from pendopo.reading.texts import RecordFile

TOP = "/"
"""What stands for the place above all agencies."""


class UnknownPlaceError(Exception):
    """No agency is `value`; `near` is the one that is most likely meant, if there is any."""

    def __init__(self, value: str, near: str) -> None:
        super().__init__(value)
        self.value = value
        self.near = near

    def said(self, translate: Translate) -> str:
        """A sentence about it."""
        said = translate("There is no agency in the folder {value}, and nothing was written.")
        if self.near:
            said = translate("There is no agency in the folder {value}. Is {near} meant?")
        return said.format(value=printable(self.value) or "''", near=self.near)


def agencies(data: Path) -> tuple[list[RecordFile], list[Problem]]:
    """The files agency.yml of a data folder; a problem alone where there is no such folder."""
    found = scan(data, KINDS.types)
    missing = [each for each in found.problems if not each.path]
    return [each for each in found.files if each.type is AGENCY], missing


def place_in(given: str, known: Sequence[str], data: Path, *, top: bool) -> str:
    """The agency that is named, by its id or by the path of its folder; empty for the top.

    Raises `UnknownPlaceError` where there is none, or where the top is named but is no place.
    """
    if given.strip() == TOP and top:
        return ""
    path = given.strip().replace("\\", "/").removesuffix("/agency.yml").strip("/")
    data_path = data.as_posix().strip("/")
    for before in (f"{data_path}/", "data/", "agencies/"):
        path = path.removeprefix(before)
    if path in known:
        return path
    by_name = {each.rpartition("/")[2]: each for each in known}
    near = by_name.get(nearest(path.rpartition("/")[2], by_name), "") or nearest(path, known)
    with_it = [each for each in known if path and path in each]
    raise UnknownPlaceError(given, with_it[0] if len(with_it) == 1 else near)
