"""YAML text to a tree of dicts, lists and text, with the position of every value on request.

Stricter than YAML: no alias, anchor, tag or second document, little depth, keys are text and
occur once. Every scalar stays the text that was typed; an empty value is as if not written.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NoReturn

import yaml

from .problems import Problem, problem
from .syntax import STRANGE_SPACE, place, syntax_problem

DEEPEST = 12
MOST_EVENTS = 20_000
REMARK = re.compile(r"\s+#[^\s#!]")
DECIMALS = re.compile(r"(,\d{1,2})(?=[\s\]},]|$)(?!,\d)")
NULLS = {"", "~", "null", "Null", "NULL"}

Tree = str | list["Tree"] | dict[str, "Tree"] | None
Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: `line` and `column` from 1; `literal` where text follows below a `|`."""

    line: int
    column: int
    literal: bool = False


@dataclass(frozen=True)
class Document:
    """The tree of one YAML text that stands in `path` from line `first_line` on.

    `body_line` is the line where the text below a front matter begins, its field `body`.
    """

    path: str
    text: str
    tree: Tree
    first_line: int = 1
    body_line: int = 0

    @cached_property
    def _positions(self) -> tuple[dict[Location, Position], dict[Location, Position]]:
        builder = _Builder(self.path, self.first_line, locate=True)
        builder.build(self.text)
        return builder.values, builder.keys

    def position(self, location: Location, *, key: bool = False) -> Position:
        """Where the value (or its key) at `location` stands, or the nearest thing around it."""
        if self.body_line and location == ("body",):
            return Position(self.body_line - 1, 1, literal=True)
        values, keys = self._positions
        if key and location in keys:
            return keys[location]
        while location and location not in values:
            location = location[:-1]
        return values.get(location, Position(self.first_line, 1))


def parse(text: str, path: str, first_line: int = 1) -> tuple[Document | None, list[Problem]]:
    """The document that `text` holds; None where it cannot be read at all."""
    builder = _Builder(path, first_line)
    try:
        tree = builder.build(text)
    except _RefusedError as refused:
        return None, [*builder.problems, refused.problem]
    except yaml.YAMLError as error:
        return None, [*builder.problems, syntax_problem(error, text, path, first_line)]
    return Document(path, text, tree, first_line), builder.problems


class _RefusedError(Exception):
    """Stops reading a text that this module does not accept."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Builds a tree from the parser's events without recursion, so that depth costs no stack."""

    def __init__(self, path: str, first_line: int, *, locate: bool = False) -> None:
        self.path = path
        self.first_line = first_line
        self.locate = locate
        self.problems: list[Problem] = []
        self.values: dict[Location, Position] = {}
        self.keys: dict[Location, Position] = {}

    def build(self, text: str) -> Tree:
        """The tree of `text`. Raises `_RefusedError` and `yaml.YAMLError`."""
        lines = text.split("\n")
        root: list[Tree] = []
        stack = [_Frame(root, (), root=True)]
        documents = 0
        for count, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
            if count > MOST_EVENTS:
                self._refuse(event, "yaml-size")
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "yaml-documents")
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(event, "yaml-alias")
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, stack, lines)
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
        return root[0] if root else None

    def _node(self, event: yaml.NodeEvent, stack: list["_Frame"], lines: list[str]) -> None:
        if event.anchor is not None:
            self._refuse(event, "yaml-alias")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "yaml-tag")
        frame = stack[-1]
        if frame.wants_key:
            self._key(event, frame)
            return
        location = frame.location()
        if self.locate:
            self.values.setdefault(location, self._position(event))
        if isinstance(event, yaml.ScalarEvent):
            value = None if not event.style and event.value in NULLS else event.value
            if not event.style:
                self._lost_after(event, lines, frame)
            if value is None and not event.value and frame.flow and frame.key is not None:
                self._refuse(event, "yaml-bare", key=frame.key)
            frame.add(value)
            return
        if len(stack) > DEEPEST:
            self._refuse(event, "yaml-depth", depth=DEEPEST)
        container: list[Tree] | dict[str, Tree] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        frame.add(container)
        flow = bool(getattr(event, "flow_style", False))
        stack.append(_Frame(container, location, flow=flow))

    def _key(self, event: yaml.NodeEvent, frame: "_Frame") -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "yaml-key")
        if not event.style and STRANGE_SPACE.search(event.value):
            self._refuse(event, "yaml-space")
        key, position = event.value, self._position(event)
        if key in frame.keys:
            values = {"key": key, "first": frame.keys[key].line}
            self.problems.append(
                problem(self.path, "yaml-duplicate", position.line, position.column, **values)
            )
        frame.keys.setdefault(key, position)
        frame.key = key
        if self.locate:
            self.keys.setdefault(frame.location(), frame.keys[key])

    def _lost_after(self, event: yaml.ScalarEvent, lines: list[str], frame: "_Frame") -> None:
        """Refuses what YAML would cut off a plain value: `Gedung #5`, and `71,5` in brackets."""
        line, column = place(event.end_mark)
        text = lines[line] if line < len(lines) else ""
        if found := REMARK.match(text, column):
            self.problems.append(
                problem(self.path, "yaml-comment", self.first_line + line, found.end() - 1)
            )
        before = text[column - len(event.value) - 1 : column - len(event.value)]
        after = DECIMALS.match(text, column)
        if frame.flow and event.value.isdecimal() and before in ("[", " ") and after:
            self._refuse(event, "yaml-comma", value=event.value + after[1])

    def _position(self, event: yaml.NodeEvent) -> Position:
        line, column = place(event.start_mark)
        literal = isinstance(event, yaml.ScalarEvent) and event.style == "|"
        return Position(self.first_line + line, column + 1, literal)

    def _refuse(self, event: yaml.Event, code: str, **values: object) -> NoReturn:
        line, column = place(event.start_mark)
        raise _RefusedError(problem(self.path, code, self.first_line + line, column + 1, **values))


class _Frame:
    """A list or mapping that is being filled."""

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
        self.keys: dict[str, Position] = {}
        self.count = 0

    @property
    def wants_key(self) -> bool:
        return isinstance(self.container, dict) and self.key is None

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
