"""Formats problems for people to read."""

import gettext
from collections.abc import Sequence

from pendopo.basics.translations import Translate
from pendopo.problems.problem import Problem, faults


def lines(problem: Problem, prefix: str, translate: Translate) -> tuple[str, str]:
    """Two lines: `path:line:column: fault`, and the remedy."""
    said = problem.message(translate)
    if problem.warning:
        said = translate("warning: {message}").format(message=said)
    if problem.information:
        said = translate("for information: {message}").format(message=said)
    return f"{problem.place(prefix)}: {said}", problem.mend(translate)


def summary(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    """Counts the problems and the files that they are in, and warnings separately.

    Information is not counted: empty if there is nothing else.
    """
    stopping = faults(problems)
    warnings = [each for each in problems if each.warning]
    said: list[str] = []
    if stopping:
        found = catalogue.ngettext(
            "{count} problem was found", "{count} problems were found", len(stopping)
        ).format(count=len(stopping))
        said.append(f"{found} {_places(stopping, catalogue)}")
    if warnings:
        found = catalogue.ngettext("{count} warning", "{count} warnings", len(warnings)).format(
            count=len(warnings)
        )
        said.append(f"{found} {_places(warnings, catalogue)}")
    return " ".join(said)


def _places(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    files = len({problem.path for problem in problems})
    return catalogue.ngettext("in {count} file.", "in {count} files.", files).format(count=files)
