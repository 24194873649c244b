"""Problems as rows of texts in one language, from which every format is made."""

import os
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from pendopo.basics.translations import N_, Translate
from pendopo.problems.problem import Problem, Severity
from pendopo.problems.report import right

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "information")
"""From what matters most to what matters least."""
LEFT_OUT = N_("Problems left out here: {count}. pendopo check lists all of them.")


class Row(NamedTuple):
    """A problem with its place, its two sentences, and the lines that would be right if known.

    `path` uses `/`, and is relative to the root of the repository unless the file lies outside it.
    `line` and `column` (in characters) count from 1; None for a problem of the whole data folder.
    """

    path: str
    line: int | None
    column: int | None
    code: str
    severity: Severity
    message: str
    mend: str
    right: str = ""

    @property
    def remedy(self) -> str:
        """How to mend it, with the lines that would be right below that."""
        return f"{self.mend}\n{self.right}" if self.right else self.mend


def rows(problems: Iterable[Problem], folder: str, translate: Translate) -> list[Row]:
    """The rows of problems in their order; `folder` is the path of the data folder, as of `Row`."""
    return [_row(each, folder, translate) for each in problems]


def by_severity(found: Iterable[Row]) -> list[Row]:
    """The rows with errors first and information last, otherwise in their order."""
    return sorted(found, key=lambda row: SEVERITIES.index(row.severity))


def quoted(path: str) -> str:
    """A path as part of a web address: what is not plain ASCII is percent-encoded."""
    # The bytes of the file's name, which need not be UTF-8.
    return quote(os.fsencode(path))


def _row(problem: Problem, folder: str, translate: Translate) -> Row:
    path, line, column = folder, None, None
    if problem.path:
        path = problem.path if folder == "." else f"{folder}/{problem.path}"
        line, column = problem.line, problem.column
    sentences = problem.message(translate), problem.mend(translate)
    proposal = "\n".join(line for _, line in right(problem))
    return Row(path, line, column, problem.code, problem.severity, *sentences, proposal)
