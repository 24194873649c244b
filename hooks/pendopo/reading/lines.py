"""Lines of the files of a data folder, as messages show them."""

from pathlib import Path

from pendopo.problems.problem import Problem
from pendopo.reading.files import text

OF_FILES = ("file-", "folder-", "agency-missing", "front-matter", "media-", "name-", "address-")
"""How codes begin of what is wrong with a whole file: its first line has nothing to do with it."""


class Lines:
    """The lines of the files of a folder, for one report; keeps those of one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = ""
        self._lines: list[str] = []

    def of(self, problem: Problem) -> str:
        """The line of a file that a problem is about; empty where it is about no line."""
        at_start = problem.line == problem.column == 1
        if not problem.path.endswith((".yml", ".md")):
            return ""
        if at_start and problem.code.startswith(OF_FILES):
            return ""
        if problem.path != self._path:
            found = text(self._folder, problem.path)
            self._path = problem.path
            self._lines = found.split("\n") if isinstance(found, str) else []
        return "".join(self._lines[problem.line - 1 : problem.line])
