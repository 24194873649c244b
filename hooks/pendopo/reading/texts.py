"""The text of a record, and the document that it contains."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pendopo.problems.problem import Problem, problem
from pendopo.reading.acknowledgements import without_marks
from pendopo.reading.conflicts import Conflict, conflicts, may_have_conflicts
from pendopo.reading.documents import Document, parse
from pendopo.reading.files import Stamp, text
from pendopo.reading.frames import Tree
from pendopo.reading.record_type import RecordType
from pendopo.reading.signs import INVISIBLE, invisible
from pendopo.reading.slips import odd_hosts

MOST = 20
"""Lines with invisible signs that are told of one file."""
HARMLESS = "\u200b\u00ad\ufeff\u2060\u200e\u200f"
"""Invisible signs without which a text says the same."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The file of one record, found but not yet opened.

    `path` is relative to the data folder. `agency` is the id of the agency it belongs to (empty for
    the portal), `name` its file name without the suffix.
    """

    type: RecordType[Any, Any]
    path: str
    agency: str
    name: str
    stamp: Stamp = ()

    def read(self, folder: Path) -> "RecordText | Problem":
        """Reads its text, or returns the problem that prevents this."""
        found = text(folder, self.path)
        return found if isinstance(found, Problem) else RecordText(self, found)


@dataclass(frozen=True, slots=True)
class RecordText:
    """The text of one record."""

    file: RecordFile
    text: str


def document_of(source: RecordText) -> tuple[Document | None, list[Problem]]:
    """Parses one text to a document and its problems; None if it cannot be read at all."""
    path, typed_text = source.file.path, without_marks(source.text)
    text, problems = typed_text, list[Problem]()
    if invisible(text) or may_have_conflicts(text):
        text, problems = _legible(text, path)
    parsed = _front_matter if path.endswith(".md") else _whole
    document, found = parsed(source, text)
    problems += found
    for each in odd_hosts(source.text):
        values = {"value": each.typed, "shown": each.shown}
        problems.append(problem(path, "link-host", *_place(source.text, each.place), **values))
    if document and text != typed_text:
        above, read = document.first_line - 1, text.split("\n")
        typed = enumerate(typed_text.split("\n"))
        mended = {n - above: line for n, line in typed if line != read[n]}
        document = replace(document, mended={**mended, **document.mended})
    return document, problems


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a place in the text."""
    before = text[:index]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _legible(text: str, path: str) -> tuple[str, list[Problem]]:
    """The text without what nobody sees and without marks of Git, and the problems of these."""
    typed = text.split("\n")
    lines, problems = [*typed], list[Problem]()
    body = (_end_of_fields(typed) or 0) if path.endswith(".md") else len(typed)
    for each in conflicts(typed, body):
        problems.append(_conflict(each, typed, path))
        for index in (each.first, *range(each.other, each.last + 1)):
            lines[index] = ""
    for index, line in enumerate(typed):
        if found := INVISIBLE.search(line):
            lines[index] = INVISIBLE.sub("", lines[index])
            problems.append(_invisible(found, index, line, path))
            if len(problems) > MOST:
                break
    return "\n".join(lines), problems


def _conflict(found: Conflict, lines: Sequence[str], path: str) -> Problem:
    first, last = found.first + 1, found.last + 1
    if first != last:
        return problem(path, "text-conflict", first, 1, first=first, last=last)
    line = lines[found.first]
    alone = problem(path, "text-conflict-mark", first, 1, value=line.strip())
    return replace(alone, corrections=((first, line, ""),))


def _invisible(found: re.Match[str], index: int, line: str, path: str) -> Problem:
    character = f"U+{ord(found[0]):04X}"
    where = problem(path, "text-character", index + 1, found.start() + 1, character=character)
    right = INVISIBLE.sub("", line)
    return replace(where, corrections=((index + 1, line, right),), certain=found[0] in HARMLESS)


def _whole(source: RecordText, text: str) -> tuple[Document | None, list[Problem]]:
    return parse(text, source.file.path, keys=source.file.type.keys)


def _end_of_fields(lines: Sequence[str]) -> int | None:
    """The index of the second line `---`, which ends the front matter."""
    return next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), None)


def _front_matter(source: RecordText, text: str) -> tuple[Document | None, list[Problem]]:
    """Parses the fields between two lines `---`, with the text below as the field `body`."""
    path, lines = source.file.path, text.split("\n")
    end = _end_of_fields(lines)
    if lines[0].rstrip() != "---" or end is None:
        return None, [problem(path, "front-matter")]
    keys = source.file.type.keys
    document, problems = parse("\n".join(lines[1:end]), path, first_line=2, keys=keys)
    body = "\n".join(lines[end + 1 :])
    if document is None or not isinstance(document.tree, dict) or not body.strip():
        return document, problems
    first = end + 2
    if "body" in document.tree:
        return document, [*problems, problem(path, "front-matter-body", first)]
    tree: Tree = document.tree | {"body": body}
    return replace(document, tree=tree, body_line=first), problems
