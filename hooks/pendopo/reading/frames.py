"""Lists and mappings of a text, with the events of the parser that tell where their parts stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from pendopo.basics.locations import Location

Tree = str | list["Tree"] | dict[str, "Tree"] | None


@dataclass(frozen=True, slots=True)
class Position:
    """A position in a file: `line` and `column` from 1; `literal` if a `|` block follows."""

    line: int
    column: int
    literal: bool = False


def place(mark: Any) -> tuple[int, int]:
    """Line and column of a parser's mark, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


def position_of(event: yaml.NodeEvent, first_line: int) -> Position:
    """The position of an event in a file in which the text begins at `first_line`."""
    line, column = place(event.start_mark)
    literal = isinstance(event, yaml.ScalarEvent) and event.style == "|"
    return Position(first_line + line, column + 1, literal)


class Frame:
    """A list or mapping, with the events that its keys and values begin with.

    Few are ever asked for, so they become positions only then; to parse the text again for those
    would take longer than keeping all.
    """

    def __init__(self, container: "list[Tree] | dict[str, Tree]", *, flow: bool = False) -> None:
        self.container = container
        self.flow = flow
        self.key: str | None = None
        self.keys: dict[str | int, yaml.ScalarEvent] = {}
        self.firsts: dict[str, yaml.ScalarEvent] = {}
        """The first of equal keys."""
        self.values: dict[str | int, yaml.NodeEvent] = {}
        self.inner: dict[str | int, Frame] = {}
        self.is_mapping = isinstance(container, dict)

    def add(self, value: Tree, event: yaml.NodeEvent) -> None:
        """Adds a value, of which the first that is not empty counts in a mapping."""
        container = self.container
        if isinstance(container, list):
            self.values[len(container)] = event
            container.append(value)
            return
        key, self.key = self.key or "", None
        if key not in container:
            self.values[key] = event
            if value is not None:
                container[key] = value

    def open(self, container: "list[Tree] | dict[str, Tree]", event: Any) -> "Frame":
        """Adds a list or mapping, and returns its frame."""
        inner = Frame(container, flow=bool(event.flow_style))
        self.inner.setdefault(len(self.container) if self.key is None else self.key, inner)
        self.add(container, event)
        return inner

    def event_at(self, location: Location, *, key: bool = False) -> yaml.NodeEvent | None:
        """Where the value (or its key) at `location` begins, or the nearest value around it.

        None where there is nothing; `self` is the frame around the whole text.
        """
        event, frame = self.values.get(0), self.inner.get(0)
        for depth, part in enumerate(location, 1):
            if frame is None or part not in frame.values:
                break
            on_key = key and depth == len(location) and part in frame.keys
            event = frame.keys[part] if on_key else frame.values[part]
            frame = frame.inner.get(part)
        return event

    def frame_at(self, location: Location) -> "Frame | None":
        """The list or mapping at `location`, if one is there; `self` is the frame around all."""
        frame = self.inner.get(0)
        for part in location:
            frame = frame.inner.get(part) if frame else None
        return frame

    def events(self) -> Iterator[yaml.NodeEvent]:
        """Yields the events with which all keys and values begin."""
        yield from self.keys.values()
        yield from self.values.values()
        for inner in self.inner.values():
            yield from inner.events()
