"""Warnings that staff have acknowledged for good at their place, which are told no more.

`reading` finds the marks with which they do so, as problems of the code `MARK`; so marks are kept
from one build to the next with the problems of their file.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pendopo.problems.problem import Problem, faults, problem

MARK = "acknowledgement"
"""The code of a mark; its values say what it counts for: see `Mark`."""
DONE = "acknowledged"
"""The code that an acknowledged warning has instead of its own."""


class Mark(NamedTuple):
    """A mark: the code of the warning, the lines of the file, and the media file named there."""

    where: Problem
    code: str
    first: int
    last: int
    media: str

    def counts(self, each: Problem) -> bool:
        """Whether a warning about its own file, or about the file named there, is meant."""
        if each.code != self.code:
            return False
        return each.path == self.media or self.first <= each.line <= self.last


def settled(problems: Iterable[Problem]) -> list[Problem]:
    """All problems as they are to be told, sorted.

    Each acknowledged warning has the code `DONE`. Marks are gone; what they count for nowhere is a
    warning itself, unless a fault may have kept a rule from judging.
    """
    found = [*problems]
    marks = _marks(found)
    told, used = list[Problem](), set[Problem]()
    for each in found:
        if mark := _mark_of(each, marks):
            used.add(mark.where)
            told.append(problem(each.path, DONE, each.line, each.column, value=each.code))
        elif each.code != MARK:
            told.append(each)
    if not faults(found):
        told += [_stale(each) for each in found if each.code == MARK and each not in used]
    return sorted(told)


def remaining(problems: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """The problems without those that a mark among `known` acknowledges, and without marks."""
    marks = _marks(known)
    return [each for each in problems if each.code != MARK and not _mark_of(each, marks)]


def open_ones(problems: Sequence[Problem]) -> list[Problem]:
    """The problems without those that are acknowledged."""
    return [each for each in problems if each.code != DONE]


def _marks(problems: Iterable[Problem]) -> Mapping[str, list[Mark]]:
    """The marks by the path of each file that they count for."""
    found = defaultdict[str, list[Mark]](list)
    for each in problems:
        if each.code == MARK:
            said = dict(each.values)
            first, last = int(said["first"]), int(said["last"])
            mark = Mark(each, said["code"], first, last, said["media"])
            for path in filter(None, (each.path, mark.media)):
                found[path].append(mark)
    return found


def _mark_of(each: Problem, marks: Mapping[str, list[Mark]]) -> Mark | None:
    if not each.warning:
        return None
    return next((mark for mark in marks.get(each.path, ()) if mark.counts(each)), None)


def _stale(mark: Problem) -> Problem:
    code = dict(mark.values)["code"]
    return problem(mark.path, "acknowledge-stale", mark.line, mark.column, value=code)
