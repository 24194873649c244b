"""Marks that Git leaves in a file where it could not join two versions."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MARK = re.compile(r"[ \t]*(<{7}|>{7}|\|{7}|={7})(?:[ \t].*)?$")
ANY_MARK = re.compile(r"^[ \t]*([<>|=])\1{6}(?:\s|$)", re.MULTILINE)
SIGNS = tuple(7 * sign for sign in "<>|=")


class Conflict(NamedTuple):
    """Two versions between the lines `first` and `last`, or a mark alone where these are equal.

    Indexes from 0. `other` is the line from which on the version stands that is not read.
    """

    first: int
    last: int
    other: int


def may_have_conflicts(text: str) -> bool:
    """Whether a text may have a mark; all files are asked, so signs are sought that few have."""
    return any(each in text for each in SIGNS) and bool(ANY_MARK.search(text))


def conflicts(lines: Sequence[str], body: int = 0) -> Iterator[Conflict]:
    """Yields the conflicts in a text; lines from `body` on are Markdown that is not indented."""
    marks = [
        (index, found[1][0]) for index, line in enumerate(lines) if (found := MARK.match(line))
    ]
    while marks:
        index, sign = marks.pop(0)
        if sign == "<":
            end = next((n for n, (_, each) in enumerate(marks) if each in "<>"), len(marks))
            if end < len(marks) and marks[end][1] == ">":
                other = marks[0][0]
                yield Conflict(index, marks[end][0], other)
                marks = marks[end + 1 :]
                continue
        if sign != "=" or not _heading(lines, index, body):
            yield Conflict(index, index, index)


def _heading(lines: Sequence[str], index: int, body: int) -> bool:
    """Whether a line of equals signs underlines the line above it, as a heading of Markdown."""
    margin = lines[index][:1] == "=" and index < body
    above = lines[index - 1].strip() if index else ""
    return bool(above) and not margin and not MARK.match(above)
