"""The report on a change for people and for programs."""

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from pendopo.basics.translations import Translate
from pendopo.build.changed import literal
from pendopo.difference.told import Report, Told
from pendopo.problems.problem import printable

MOST_BYTES = 400_000
"""Size of each of the two lists in Markdown: GitHub drops a whole summary of more than 1 MiB."""


class Compared(NamedTuple):
    """The states as commands name them: the commits (`after` empty for the folder as it is).

    `check_before` and `check_after` are the commands that list the faults of each.
    """

    before: str
    after: str
    check_before: str
    check_after: str


def text(report: Report, compared: Compared, translate: Translate) -> str:
    """The report for a terminal: what may do harm first, each line with the agency's name."""
    lines = [*_faults(report, compared, translate)]
    if report.harmful:
        lines += [translate("To be looked at first:"), *map(_line, report.harmful), ""]
    if report.others:
        lines += [translate("Other changes:"), *map(_line, report.others), ""]
    return "\n".join([*lines, _counted(report, translate)])


def markdown(report: Report, compared: Compared, translate: Translate) -> str:
    """The report for the summary of a pull request, in which data write no Markdown."""
    title = translate("What this change does")
    lines = [f"### {title}", ""]
    lines += [f"> {literal(each)}\n" for each in _faults(report, compared, translate)]
    for part, found in (
        (translate("To be looked at first"), report.harmful),
        (translate("Other changes"), report.others),
    ):
        kept = _fitting(found)
        if found:
            lines += [f"#### {part}", "", *_grouped(found[:kept]), ""]
        if len(found) > kept:
            lines += [translate("And {count} more.").format(count=len(found) - kept), ""]
    return "\n".join([*lines, _counted(report, translate)])


def for_programs(report: Report, compared: Compared, translate: Translate) -> str:
    """The report as JSON; the changes come in the order in which people are told of them."""
    return json.dumps(
        {
            "before": compared.before,
            "after": compared.after or None,
            "faulty": {"before": report.faults_before, "after": report.faults_after},
            "changes": [_object(each) for each in (*report.harmful, *report.others)],
        },
        ensure_ascii=False,
        indent=2,
    )


FORMATS = {"text": text, "markdown": markdown, "json": for_programs}


def _object(told: Told) -> dict[str, str | None]:
    change = told.change
    return {
        "agency": told.agency,
        "name": told.name,
        "path": told.path,
        "harm": change.harm or None,
        "said": change.said,
        "before": change.before,
        "after": change.after,
    }


def _line(told: Told) -> str:
    return f"  {printable(f'{told.name}: {told.change.said}', None)}"


def _fitting(found: Sequence[Told]) -> int:
    """How many changes a list has room for, each with the name of its agency at worst."""
    sizes = accumulate(len("".join(_grouped([each])).encode()) for each in found)
    return sum(size <= MOST_BYTES for size in sizes)


def _grouped(found: Sequence[Told]) -> Iterator[str]:
    """Yield an item for each agency, with its changes below it."""
    for name, changes in groupby(found, key=lambda each: each.name):
        yield f"- **{literal(printable(name, None))}**"
        yield from (f"  - {literal(printable(each.change.said, None))}" for each in changes)


def _counted(report: Report, translate: Translate) -> str:
    if not report.told:
        return translate("Nothing in the data has changed.")
    said = translate("Changes: {count}, of which to be looked at first: {harmful}.")
    return said.format(count=len(report.told), harmful=len(report.harmful))


def _faults(report: Report, compared: Compared, translate: Translate) -> Iterator[str]:
    if report.faults_before:
        said = translate(
            "Files with faults before the change: {count}. What they say is not compared. "
            "They are listed by: {command}"
        )
        yield said.format(count=report.faults_before, command=compared.check_before)
    if report.faults_after:
        said = translate(
            "Files with faults after the change: {count}. What they say is not compared. "
            "They are listed by: {command}"
        )
        yield said.format(count=report.faults_after, command=compared.check_after)
