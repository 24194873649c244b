"""Where within a text of a file a rule has found something, and the line that would be right."""

import re
from dataclasses import replace
from itertools import islice

from pendopo.problems.problem import Problem, problem
from pendopo.reading.documents import Document
from pendopo.reading.finding import Finding
from pendopo.reading.frames import Position


def placed(finding: Finding, at: Position, document: Document, text: str) -> Problem:
    """The problem of a finding in the value at `at`; `text` is that of the whole file."""
    told = problem(document.path, finding.code, at.line, at.column, **finding.values)
    lines = text.split("\n") if finding.found else []
    if at.line > len(lines):
        return told
    last, column = document.end(at) or (len(lines), len(lines[-1]) + 1)
    inside = [*lines[at.line - 1 : last - 1], lines[last - 1][: column - 1]]
    within = "\n".join(inside)
    words = map(re.escape, re.split(r"[ \n\t]+", finding.found))
    every = re.compile(r"[ \n\t]+".join(words)).finditer(within, at.column - 1)
    found = next(islice(every, finding.nth, None), None)
    if not found:
        return told
    before = within[: found.start()]
    line, start = at.line + before.count("\n"), len(before) - before.rfind("\n") - 1
    told = replace(told, line=line, column=start + 1)
    if finding.meant is None or "\n" in found[0]:
        return told
    typed = lines[line - 1]
    right = typed[:start] + finding.meant + typed[start + len(found[0]) :]
    return replace(told, corrections=((line, typed, right.rstrip()),), certain=finding.certain)
