"""Reads one text as YAML, and goes on behind a slip that breaks it.

A document holds its tree of dicts, lists and text, and tells the place of each value on request.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import yaml

from pendopo.basics.locations import Location
from pendopo.problems.problem import Problem, problem
from pendopo.reading.breaks import first_break
from pendopo.reading.frames import Frame, Position, Tree, place, position_of
from pendopo.reading.slip import Slip
from pendopo.reading.syntax import dropped, refused_slip, slip_at, stray
from pendopo.reading.tree import DEEPEST, Builder, RefusedError

BREAKS = "\x85\u2028\u2029"
"""What only YAML takes for the end of a line."""
MOST_SLIPS = 20
LONG = 40_000
"""Slips that are looked for in one text, and characters of a text in which only one is."""
ENDING = ("yaml-depth", "yaml-size")
"""Problems behind which nothing is read."""


@dataclass(frozen=True)
class Document:
    """The tree of one YAML text, which begins at line `first_line` of the file `path`.

    `root` is the frame around it, which knows where each value stands.
    `body_line` is the first line of the text below a front matter, which is the field `body`.
    `mended` are the lines as typed, by their index in `text`, in whose place others were read;
    `torn` if something had to be left out as well.
    """

    path: str
    text: str
    tree: Tree
    root: Frame
    first_line: int = 1
    body_line: int = 0
    mended: Mapping[int, str] = field(default_factory=dict)
    torn: bool = False

    def position(self, location: Location, *, key: bool = False) -> Position:
        """Position of the value (or its key) at `location`, or of the nearest enclosing value."""
        if self.body_line and location == ("body",):
            return Position(self.body_line - 1, 1, literal=True)
        event = self.root.event_at(location, key=key)
        return self._position(event) if event else Position(self.first_line, 1)

    def end(self, at: Position) -> tuple[int, int] | None:
        """Line and column of the first value or key behind the one at `at`; None at the end."""
        if self.body_line and at.line >= self.body_line - 1:
            return None
        places = map(self._position, self.root.events())
        after = ((each.line, each.column) for each in places)
        return min((each for each in after if each > (at.line, at.column)), default=None)

    def typed(self, number: int) -> str:
        """The line of this number as it stands in the file; empty where there is none."""
        index = number - self.first_line
        if index in self.mended:
            return self.mended[index]
        return next(iter(self._lines[index : index + 1]), "") if index >= 0 else ""

    def lines_from(self, number: int) -> Iterator[str]:
        """The lines from one of this number on, as they stand in the file."""
        for each in range(number, self.first_line + len(self._lines)):
            yield self.typed(each)

    def keys(self, location: Location) -> Sequence[str]:
        """The keys of the mapping at `location` as the file has them, the empty ones too."""
        frame = self.root.frame_at(location)
        return [str(each) for each in frame.keys] if frame else ()

    def is_empty(self, location: Location) -> bool:
        """Whether nothing stands behind the key at `location`, nor below it."""
        frame = self.root.frame_at(location[:-1])
        return frame is not None and frame.is_mapping and location[-1] not in frame.container

    def width(self, location: Location) -> int:
        """How far the keys at `location`, or in the last entry there, stand from the margin.

        0 where there are none on lines of their own.
        """
        frame = self.root.frame_at(location)
        while frame and not (frame.flow or frame.is_mapping):
            frame = frame.inner.get(len(frame.container) - 1)
        if not frame or frame.flow or not frame.keys:
            return 0
        return self._position(next(iter(frame.keys.values()))).column - 1

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _position(self, event: yaml.NodeEvent) -> Position:
        """Where an event begins in the file, in which another line may stand than was read."""
        position = position_of(event, self.first_line)
        index = position.line - self.first_line
        if index not in self.mended:
            return position
        column = _column(position.column - 1, self._lines[index], self.mended[index]) + 1
        return replace(position, column=column)


def parse(
    text: str, path: str, first_line: int = 1, keys: Collection[str] = ()
) -> tuple[Document | None, list[Problem]]:
    """Parses `text` to a document and its problems; None if it cannot be read at all.

    Where a slip breaks the YAML, the rest is read with what seems to be meant in its place, so
    that all slips are told at once. `keys` are the names that a key may have.
    """
    for each in BREAKS:
        text = text.replace(each, " ")
    reading = _Reading(text)
    told: list[Problem] = []
    for _ in range(MOST_SLIPS if len(text) < LONG else 2):
        builder = Builder(path, first_line)
        tree, slip = _attempt(builder, reading, keys)
        if slip is None:
            mended, torn = reading.mended, reading.torn
            document = Document(path, reading.text, tree, builder.root, first_line, 0, mended, torn)
            return document, [*told, *builder.problems]
        if told and slip.code == "yaml-syntax":
            break  # What nobody can explain may only follow from what is told already.
        told.append(_problem(slip, reading, path, first_line))
        if slip.code in ENDING:
            break
        reading.go_on(slip)
    return None, [*told, *builder.problems]


def _attempt(
    builder: Builder, reading: "_Reading", keys: Collection[str]
) -> tuple[Tree, Slip | None]:
    """The tree of the lines, or what is wrong with the first one that cannot be read."""
    try:
        tree = builder.build(reading.text)
    except RefusedError as refused:
        return None, refused_slip(_within(refused.slip, reading.lines), reading.lines)
    except yaml.YAMLError as error:
        if "nesting depth" in (getattr(error, "problem", None) or ""):
            # libyaml scans ahead, with its own limit.
            mark = getattr(error, "problem_mark", None)
            deep = Slip("yaml-depth", *place(mark), values={"depth": DEEPEST})
            return None, _within(deep, reading.lines)
        return None, slip_at(reading.lines, first_break(reading.lines) or 0, keys)
    if isinstance(tree, str):
        slip = slip_at(reading.lines, first_break(reading.lines) or 0, keys)
        return tree, slip if slip.right else None
    found = (stray(reading.lines, index, keys) for index in builder.odd)
    return tree, next(filter(None, found), None)


def _within(slip: Slip, lines: Sequence[str]) -> Slip:
    """What is missing at the end of a text, which the parser puts behind it, at its last sign."""
    if slip.at < len(lines):
        return slip
    return slip._replace(at=len(lines) - 1, column=len(lines[-1]))


def _problem(slip: Slip, reading: "_Reading", path: str, first_line: int) -> Problem:
    column = _column(slip.column, reading.lines[slip.at], reading.typed(slip.at))
    found = problem(path, slip.code, first_line + slip.at, column + 1, **slip.values)
    corrections = tuple(
        (first_line + index, reading.typed(index), line) for index, line in slip.right.items()
    )
    return replace(found, corrections=corrections, certain=slip.certain)


def _column(column: int, read: str, typed: str) -> int:
    """The column, from 0, in a line as typed of one in the line that is read instead."""
    if typed.startswith(read[:column]):
        return column
    return max(0, column + len(typed) - len(read))


class _Reading:
    """A text as it is read, and what stands in the file instead."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mended: dict[int, str] = {}
        self.torn = False

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def typed(self, index: int) -> str:
        """The line as it stands in the file."""
        return self.mended[index] if index in self.mended else self.lines[index]

    def go_on(self, slip: Slip) -> None:
        """Puts what is right in the place of what is wrong, or leaves that out."""
        self.torn = self.torn or not slip.right or "\n" in "".join(slip.right.values())
        lines = self.lines
        for index, line in (slip.right or dropped(lines, slip)).items():
            self.mended.setdefault(index, lines[index])
            lines[index] = line.split("\n")[0]
        self.text = "\n".join(lines)
