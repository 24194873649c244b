"""Parses YAML to a tree of dicts, lists and text, with the position of each value on request.

Stricter than YAML: no alias, anchor, tag or second document, limited depth, and unique keys that
are text. Every scalar remains the text that was typed; an empty value counts as absent.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NoReturn

import yaml

from pendopo.problems.problem import Problem, problem
from pendopo.reading.blocks import indentation
from pendopo.reading.breaks import first_break
from pendopo.reading.quoting import quoted_value
from pendopo.reading.slip import Slip
from pendopo.reading.syntax import STRANGE_SPACE, dropped, refused_slip, slip_at, stray

DEEPEST = 16
"""Maximum nesting depth of lists and mappings in a file."""
MOST_EVENTS = 20_000
BREAKS = re.compile("[\x85\u2028\u2029]")
"""What only YAML takes for the end of a line."""
MOST_SLIPS = 20
LONG = 40_000
ENDING = ("yaml-depth", "yaml-size")
"""Slips that are looked for in one text, and characters of a text in which only one is."""
REMARK = re.compile(r"\s+#[^\s#!]")
DECIMALS = re.compile(r"(,(?:\d{1,2}|0\d\d|\d{3}\.\d+))(?=[\s\]},]|$)(?!,\d)")
NULLS = {"", "~", "null", "Null", "NULL"}

Tree = str | list["Tree"] | dict[str, "Tree"] | None
Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A position in a file: `line` and `column` from 1; `literal` if a `|` block follows."""

    line: int
    column: int
    literal: bool = False


@dataclass(frozen=True)
class Document:
    """The tree of one YAML text, which begins at line `first_line` of the file `path`.

    `body_line` is the first line of the text below a front matter, which is the field `body`.
    `mended` are the lines as typed, by their index in `text`, in whose place others were read;
    `torn` if something had to be left out as well.
    """

    path: str
    text: str
    tree: Tree
    first_line: int = 1
    body_line: int = 0
    mended: Mapping[int, str] = field(default_factory=dict)
    torn: bool = False

    @cached_property
    def _positions(self) -> tuple[dict[Location, Position], dict[Location, Position]]:
        builder = _Builder(self.path, self.first_line, locate=True)
        builder.build(self.text)
        return builder.values, builder.keys

    def position(self, location: Location, *, key: bool = False) -> Position:
        """Position of the value (or its key) at `location`, or of the nearest enclosing value."""
        if self.body_line and location == ("body",):
            return Position(self.body_line - 1, 1, literal=True)
        values, keys = self._positions
        if key and location in keys:
            return self._as_typed(keys[location])
        while location and location not in values:
            location = location[:-1]
        return self._as_typed(values.get(location, Position(self.first_line, 1)))

    def typed(self, number: int) -> str:
        """The line of this number as it stands in the file; empty where there is none."""
        index = number - self.first_line
        if index in self.mended:
            return self.mended[index]
        return next(iter(self._lines[index : index + 1]), "") if index >= 0 else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _as_typed(self, position: Position) -> Position:
        """A position in the file, where another line may stand than was read."""
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
    reading = _Reading(BREAKS.sub(" ", text))
    told: list[Problem] = []
    for _ in range(MOST_SLIPS if len(text) < LONG else 2):
        builder = _Builder(path, first_line)
        tree, slip = _attempt(builder, reading, keys)
        if slip is None:
            mended, torn = reading.mended, reading.torn
            document = Document(path, reading.text, tree, first_line, 0, mended, torn)
            return document, [*told, *builder.problems]
        if told and slip.code == "yaml-syntax":
            break  # What nobody can explain may only follow from what is told already.
        told.append(_problem(slip, reading, path, first_line))
        if slip.code in ENDING:
            break
        reading.go_on(slip)
    return None, [*told, *builder.problems]


def _attempt(
    builder: "_Builder", reading: "_Reading", keys: Collection[str]
) -> tuple[Tree, Slip | None]:
    """The tree of the lines, or what is wrong with the first one that cannot be read."""
    try:
        tree = builder.build(reading.text)
    except _RefusedError as refused:
        return None, refused_slip(refused.slip, reading.lines)
    except yaml.YAMLError as error:
        if "nesting depth" in (getattr(error, "problem", None) or ""):
            # libyaml scans ahead, with its own limit.
            mark = getattr(error, "problem_mark", None)
            return None, Slip("yaml-depth", *place(mark), values={"depth": DEEPEST})
        return None, slip_at(reading.lines, first_break(reading.lines) or 0, keys)
    if isinstance(tree, str):
        slip = slip_at(reading.lines, first_break(reading.lines) or 0, keys)
        return tree, slip if slip.right else None
    found = (stray(reading.lines, index, keys) for index in builder.odd)
    return tree, next(filter(None, found), None)


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


def place(mark: Any) -> tuple[int, int]:
    """Line and column of a parser's mark, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


def _events(text: str) -> Iterator[Any]:
    """Yields the events of libyaml's parser directly, without the wrapper `yaml.parse`."""
    loader = yaml.CSafeLoader(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


class _RefusedError(Exception):
    """Stops the parsing of a text that this module does not accept."""

    def __init__(self, slip: Slip) -> None:
        self.slip = slip


class _Builder:
    """Builds a tree from parser events without recursion, so that depth uses no stack."""

    def __init__(self, path: str, first_line: int, *, locate: bool = False) -> None:
        self.path = path
        self.first_line = first_line
        self.locate = locate
        self.problems: list[Problem] = []
        self.odd: list[int] = []
        """Indexes of lines with a key as sentences begin, rather than keys."""
        self.values: dict[Location, Position] = {}
        self.keys: dict[Location, Position] = {}

    def build(self, text: str) -> Tree:
        """Builds the tree of `text`. Raises `_RefusedError` and `yaml.YAMLError`."""
        lines = text.split("\n")
        root: list[Tree] = []
        stack = [_Frame(root, (), root=True)]
        documents = 0
        for count, event in enumerate(_events(text)):
            if count > MOST_EVENTS:
                self._refuse(event, "yaml-size")
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_mark(event)
                frame = stack[-1]
                if frame.key is None and frame.is_mapping:
                    self._key(event, frame)
                else:
                    self._scalar(event, frame, lines)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, stack)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(event, "yaml-documents")
            elif kind is yaml.AliasEvent:
                self._refuse(event, "yaml-alias")
        return root[0] if root else None

    def _refuse_mark(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "yaml-alias")
        if event.tag is not None:
            self._refuse(event, "yaml-tag")

    def _scalar(self, event: Any, frame: "_Frame", lines: list[str]) -> None:
        if self.locate:
            self.values.setdefault(frame.location(), self._position(event))
        value = event.value
        if not event.style:
            self._lost_after(event, lines, frame)
            if event.start_mark.line != event.end_mark.line:
                self._entries_within(event, lines, frame)
            if value in NULLS:
                if not value and frame.flow and frame.key is not None:
                    self._refuse(event, "yaml-bare", key=frame.key)
                value = None
        frame.add(value)

    def _open(self, event: Any, stack: list["_Frame"]) -> None:
        self._refuse_mark(event)
        frame = stack[-1]
        if frame.key is None and frame.is_mapping:
            self._refuse(event, "yaml-key")
        location: Location = ()
        if self.locate:
            location = frame.location()
            self.values.setdefault(location, self._position(event))
        if len(stack) > DEEPEST:
            self._refuse(event, "yaml-depth", depth=DEEPEST)
        container: list[Tree] | dict[str, Tree] = (
            {} if type(event) is yaml.MappingStartEvent else []
        )
        frame.add(container)
        stack.append(_Frame(container, location, flow=bool(event.flow_style)))

    def _key(self, event: Any, frame: "_Frame") -> None:
        key = event.value
        if not event.style and STRANGE_SPACE.search(key):
            self._refuse(event, "yaml-space")
        if " " in key or key[:1].isupper():
            self.odd.append(event.start_mark.line)
        if key in frame.keys:
            position = self._position(event)
            values = {"key": key, "first": self._position(frame.keys[key]).line}
            self.problems.append(
                problem(self.path, "yaml-duplicate", position.line, position.column, **values)
            )
        frame.keys.setdefault(key, event)
        frame.key = key
        if self.locate:
            self._locate_key(event, frame)

    def _locate_key(self, event: Any, frame: "_Frame") -> None:
        """Of a key that stands twice the first counts, unless it was empty: see `_Frame.add`."""
        location = frame.location()
        if event is not frame.keys[event.value] and event.value not in frame.container:
            self.values.pop(location, None)
            self.keys.pop(location, None)
        self.keys.setdefault(location, self._position(event))

    def _lost_after(self, event: Any, lines: list[str], frame: "_Frame") -> None:
        """Reports text that YAML would cut off plain values: `Gedung #5`, or `71,5` in brackets."""
        mark = event.end_mark
        line, column = mark.line, mark.column
        text = lines[line] if line < len(lines) else ""
        if column >= len(text):
            return
        if found := REMARK.match(text, column):
            lost = problem(self.path, "yaml-comment", self.first_line + line, found.end() - 1)
            right = () if frame.flow else ((self.first_line + line, text, quoted_value(text)),)
            self.problems.append(replace(lost, corrections=right))
        before = text[column - len(event.value) - 1 : column - len(event.value)]
        after = DECIMALS.match(text, column)
        if frame.flow and event.value.isdecimal() and before in ("[", " ") and after:
            self._refuse(event, "yaml-comma", value=event.value + after[1])

    def _entries_within(self, event: Any, lines: list[str], frame: "_Frame") -> None:
        """Refuses an entry of a list that YAML takes for a part of the entry above it."""
        start = lines[event.start_mark.line]
        if frame.flow or frame.is_mapping or not start.lstrip().startswith("- "):
            return
        for at in range(event.start_mark.line + 1, event.end_mark.line + 1):
            if lines[at : at + 1] and lines[at].lstrip().startswith("- "):
                count, wanted = len(indentation(lines[at])), len(indentation(start))
                raise _RefusedError(
                    Slip("yaml-indent", at, count, values={"count": count, "wanted": wanted})
                )

    def _position(self, event: yaml.NodeEvent) -> Position:
        line, column = place(event.start_mark)
        literal = isinstance(event, yaml.ScalarEvent) and event.style == "|"
        return Position(self.first_line + line, column + 1, literal)

    def _refuse(self, event: yaml.Event, code: str, **values: object) -> NoReturn:
        raise _RefusedError(Slip(code, *place(event.start_mark), values=values))


class _Frame:
    """A list or mapping under construction."""

    def __init__(
        self,
        container: "list[Tree] | dict[str, Tree]",
        base: Location,
        *,
        root: bool = False,
        flow: bool = False,
    ) -> None:
        self.container = container
        self.base = base
        self.root = root
        self.flow = flow
        self.key: str | None = None
        self.keys: dict[str, yaml.ScalarEvent] = {}
        self.count = 0
        self.is_mapping = isinstance(container, dict)

    def location(self) -> Location:
        if isinstance(self.container, dict):
            return (*self.base, self.key or "")
        return self.base if self.root else (*self.base, self.count)

    def add(self, value: Tree) -> None:
        if isinstance(self.container, list):
            self.container.append(value)
            self.count += 1
            return
        key, self.key = self.key or "", None
        if value is not None and key not in self.container:
            self.container[key] = value
