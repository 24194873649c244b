"""Formats problems for people to read."""

import gettext
import re
from collections.abc import Iterator, Sequence

from pendopo.basics.translations import N_, Translate
from pendopo.problems.problem import Problem, Severity, faults, printable
from pendopo.problems.settled import open_ones

SAID = {
    "error": "{message}",
    "warning": N_("warning: {message}"),
    "information": N_("for information: {message}"),
}
WIDEST = 100
"""Characters of a line that are shown."""
MOST_RIGHT = 6
"""Lines that are shown of a proposal."""
QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'"
PART = re.compile(rf"{QUOTED}|[^\s:]+(?=:(?:\s|$))|\S(?:.*?\S)?(?=\s*$|\s+#\s)")
"""A value between quotes, a key, or a plain value, where a problem points at it."""
PART_IN_BRACKETS = re.compile(rf"{QUOTED}|[^\s,:\]}}][^,\]}}]*?(?=:\s|\s*[,\]}}]|$)")


def said(severity: Severity, message: str, translate: Translate) -> str:
    """The message, with a word before it that says so where it is no error."""
    return translate(SAID[severity]).format(message=message)


def lines(problem: Problem, prefix: str, translate: Translate, line: str = "") -> tuple[str, ...]:
    """`path:line:column: fault [code]`, the `line` with a mark below it, the remedy, what is right.

    Without `line`, the text of the line in the file, there is no such mark.
    """
    message = said(problem.severity, problem.message(translate), translate)
    return (
        f"{problem.place(prefix)}: {message} [{problem.code}]",
        *(_marked(problem, line) if line.strip() else ()),
        problem.mend(translate),
        *_right(problem, translate),
    )


def right(problem: Problem) -> list[tuple[str, str]]:
    """Number and text of each line that is proposed, the first ones where there are many.

    A line that is new has no number.
    """
    found = [
        (str(number) if place == 0 else "", printable(line, WIDEST))
        for number, _, text in problem.corrections
        for place, line in enumerate(text.split("\n"))
    ]
    return [*found[:MOST_RIGHT], *([("", "…")] if found[MOST_RIGHT:] else [])]


def _right(problem: Problem, translate: Translate) -> Iterator[str]:
    """The lines that are proposed, below a word that says whether they are certain."""
    if proposal := right(problem):
        yield translate(N_("Right:")) if problem.certain else translate(N_("Perhaps:"))
        width = max(len(number) for number, _ in proposal)
        yield from (f"{number:{width}} | {line}".rstrip() for number, line in proposal)


def _marked(problem: Problem, line: str) -> tuple[str, str]:
    """The line with its number, and a line of signs below the part that is wrong."""
    start = min(problem.column - 1, len(line.rstrip()))
    before = line[:start]
    part = PART_IN_BRACKETS if before.count("[") + before.count("{") else PART
    found = part.match(line, start)
    end = found.end() if found else start + 1
    left = 0 if len(line) <= WIDEST else max(0, min(start - 20, len(line) - WIDEST))
    shown = printable(line[left : left + WIDEST].rstrip(), None)
    indent = printable(line[left:start], None)
    marks = printable(line[start : min(end, left + WIDEST)], None)
    number = str(problem.line)
    return (
        f"{number} | {shown}",
        f"{' ' * len(number)} | {' ' * len(indent)}{'^' * max(1, len(marks))}",
    )


def summary(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    """Counts the problems and the files that they are in, warnings and acknowledged ones apart.

    Information is not counted: empty if there is nothing else.
    """
    stopping = faults(problems)
    acknowledged = len(problems) - len(open_ones(problems))
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
    if acknowledged:
        found = catalogue.ngettext(
            "{count} warning is acknowledged.", "{count} warnings are acknowledged.", acknowledged
        )
        counted.append(found.format(count=acknowledged))
    return " ".join(counted)


def _places(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    files = len({problem.path for problem in problems})
    return catalogue.ngettext("in {count} file.", "in {count} files.", files).format(count=files)
