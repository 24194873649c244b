"""Formats problems for people to read."""

import gettext
from collections.abc import Sequence

from pendopo.basics.translations import N_, Translate
from pendopo.problems.problem import Problem, Severity, faults

SAID = {
    "error": "{message}",
    "warning": N_("warning: {message}"),
    "information": N_("for information: {message}"),
}


def said(severity: Severity, message: str, translate: Translate) -> str:
    """The message, with a word before it that says so where it is no error."""
    return translate(SAID[severity]).format(message=message)


def lines(problem: Problem, prefix: str, translate: Translate) -> tuple[str, str]:
    """Two lines: `path:line:column: fault`, and the remedy."""
    message = said(problem.severity, problem.message(translate), translate)
    return f"{problem.place(prefix)}: {message}", problem.mend(translate)


def summary(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    """Counts the problems and the files that they are in, and warnings separately.

    Information is not counted: empty if there is nothing else.
    """
    stopping = faults(problems)
    warnings = [each for each in problems if each.warning]
    counted: list[str] = []
    if stopping:
        found = catalogue.ngettext(
            "{count} problem was found", "{count} problems were found", len(stopping)
        ).format(count=len(stopping))
        counted.append(f"{found} {_places(stopping, catalogue)}")
    if warnings:
        found = catalogue.ngettext("{count} warning", "{count} warnings", len(warnings)).format(
            count=len(warnings)
        )
        counted.append(f"{found} {_places(warnings, catalogue)}")
    return " ".join(counted)


def _places(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    files = len({problem.path for problem in problems})
    return catalogue.ngettext("in {count} file.", "in {count} files.", files).format(count=files)
