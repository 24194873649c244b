"""Prints the problems of a data folder in the formats of `pendopo check`."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pendopo.basics.translations import translations
from pendopo.commands.planned import in_repository, print_all
from pendopo.problems.formats.annotations import annotations
from pendopo.problems.formats.json_list import json_list
from pendopo.problems.formats.rows import Row, rows
from pendopo.problems.formats.sarif import sarif
from pendopo.problems.formats.step_summary import MOST_BYTES, step_summary
from pendopo.problems.problem import Problem
from pendopo.problems.report import summary
from pendopo.problems.settled import open_ones

Printed = Callable[[Sequence[Problem], Path, str], None]
"""Prints problems of a data folder in a language."""


def _github(problems: Sequence[Problem], data: Path, language: str) -> None:
    """Prints them for people and as annotations, and writes the summary of the step."""
    print_all(problems, data, language)
    catalogue = translations(language)
    found = _rows(problems, data, language)
    for command in annotations(found, catalogue.gettext):
        print(command)
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        file = Path(name)
        # Whatever else the step has written there counts too.
        room = MOST_BYTES - (file.stat().st_size if file.exists() else 0)
        counted = summary(problems, catalogue)
        text = step_summary(found, counted, _blob(os.environ), catalogue.gettext, room)
        with file.open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(text)


def _json(problems: Sequence[Problem], data: Path, language: str) -> None:
    found = _rows(problems, data, language)
    print(json_list(found, acknowledged=len(problems) - len(found)))


def _sarif(problems: Sequence[Problem], data: Path, language: str) -> None:
    found = _rows(problems, data, language)
    print(sarif(found, language, translations(language).gettext))


FORMATS: Mapping[str, Printed] = {
    "text": print_all,
    "github": _github,
    "json": _json,
    "sarif": _sarif,
}


def _rows(problems: Sequence[Problem], data: Path, language: str) -> list[Row]:
    return rows(open_ones(problems), in_repository(data), translations(language).gettext)


def _blob(environment: Mapping[str, str]) -> str:
    """The web address of the files as they are at the commit that is checked; empty elsewhere."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (environment.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}" if server and repository and commit else ""
