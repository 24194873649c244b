"""The text of a record, and the document that it contains."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pendopo.problems.problem import Problem, problem
from pendopo.reading.documents import Document, Tree, parse
from pendopo.reading.files import Stamp, text
from pendopo.reading.record_type import RecordType
from pendopo.reading.signs import INVISIBLE
from pendopo.reading.slips import odd_hosts

CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
"""Lines with which Git marks two versions that it could not merge."""


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
    path, text = source.file.path, source.text
    if found := INVISIBLE.search(text):
        character = f"U+{ord(found[0]):04X}"
        return None, [problem(path, "text-character", *_place(text, found), character=character)]
    if found := CONFLICT.search(text):
        return None, [problem(path, "text-conflict", *_place(text, found))]
    document, problems = parse(text, path) if not path.endswith(".md") else _front_matter(source)
    for each in odd_hosts(text):
        values = {"value": each.typed, "shown": each.shown}
        problems.append(problem(path, "link-host", *_place(text, each.place), **values))
    return document, problems


def _place(text: str, found: re.Match[str] | int) -> tuple[int, int]:
    """Line and column, from 1, of a match or of a place in the text."""
    before = text[: found if isinstance(found, int) else found.start()]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _front_matter(source: RecordText) -> tuple[Document | None, list[Problem]]:
    """Parses the fields between two lines `---`, with the text below as the field `body`."""
    path = source.file.path
    lines = source.text.split("\n")
    ends = [number for number, line in enumerate(lines) if number and line.rstrip() == "---"]
    if lines[0].rstrip() != "---" or not ends:
        return None, [problem(path, "front-matter")]
    document, problems = parse("\n".join(lines[1 : ends[0]]), path, first_line=2)
    body = "\n".join(lines[ends[0] + 1 :])
    if document is None or not isinstance(document.tree, dict) or not body.strip():
        return document, problems
    first = ends[0] + 2
    if "body" in document.tree:
        return document, [*problems, problem(path, "front-matter-body", first)]
    tree: Tree = document.tree | {"body": body}
    return Document(path, document.text, tree, 2, first), problems
