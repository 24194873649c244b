"""The tree of one YAML text, built from the events of the parser.

Stricter than YAML: no alias, anchor, tag or second document, limited depth, and unique keys that
are text. Every scalar remains the text that was typed; an empty value counts as absent.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NoReturn

import yaml

from pendopo.problems.problem import Problem, problem
from pendopo.reading.blocks import indentation
from pendopo.reading.frames import Frame, Tree, place, position_of
from pendopo.reading.quoting import quoted_value
from pendopo.reading.slip import Slip
from pendopo.reading.syntax import STRANGE_SPACE

DEEPEST = 16
"""Maximum nesting depth of lists and mappings in a file."""
MOST_EVENTS = 20_000
REMARK = re.compile(r"\s+#[^\s#!]")
WHOLE = re.compile(r"(?:Rp\.? ?|[<>≤≥±] ?)?[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)")
"""The part of a number before its decimal comma, with what may stand before it."""
DECIMALS = re.compile(r"(,(?:\d{1,2}|0\d\d|\d{3}\.\d+)(?: ?%)?)(?=[\s\]},]|$)(?!,\d)")
NULLS = {"", "~", "null", "Null", "NULL"}
LONGEST_NULL = max(map(len, NULLS))


class RefusedError(Exception):
    """Stops the parsing of a text that this module does not accept; holds what is wrong."""

    def __init__(self, slip: Slip) -> None:
        self.slip = slip


class Builder:
    """Builds a tree from parser events without recursion, so that depth uses no stack."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.odd: list[int] = []
        """Indexes of lines with a key as sentences begin, rather than keys."""
        self.root = Frame([])

    def build(self, text: str) -> Tree:
        """Builds the tree of `text`. Raises `RefusedError` and `yaml.YAMLError`."""
        # The events of libyaml's parser itself, without the wrapper `yaml.parse`.
        loader = yaml.CSafeLoader(text)
        try:
            self._build(iter(loader.get_event, None), text.split("\n"))
        finally:
            loader.dispose()
        return next(iter(self.root.container), None)

    def _build(self, events: Iterable[Any], lines: list[str]) -> None:
        stack = [self.root]
        documents = 0
        for count, event in enumerate(events):
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

    def _refuse_mark(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "yaml-alias")
        if event.tag is not None:
            self._refuse(event, "yaml-tag")

    def _scalar(self, event: Any, frame: Frame, lines: list[str]) -> None:
        value = event.value
        if not event.style:
            self._lost_after(event, lines, frame)
            if not (frame.is_mapping or frame.flow):
                self._entries_within(event, lines)
            if len(value) <= LONGEST_NULL and value in NULLS:
                if not value and frame.flow and frame.key is not None:
                    self._refuse(event, "yaml-bare", key=frame.key)
                value = None
        elif not value.strip():
            value = None  # As editors of content write what was not filled in.
        frame.add(value, event)

    def _open(self, event: Any, stack: list[Frame]) -> None:
        self._refuse_mark(event)
        frame = stack[-1]
        if frame.key is None and frame.is_mapping:
            self._refuse(event, "yaml-key")
        if len(stack) > DEEPEST:
            self._refuse(event, "yaml-depth", depth=DEEPEST)
        container: list[Tree] | dict[str, Tree] = (
            {} if type(event) is yaml.MappingStartEvent else []
        )
        stack.append(frame.open(container, event))

    def _key(self, event: Any, frame: Frame) -> None:
        key = event.value
        if not (key.isascii() or event.style) and STRANGE_SPACE.search(key):
            self._refuse(event, "yaml-space")
        if " " in key or key[:1].isupper():
            self.odd.append(event.start_mark.line)
        if key in frame.keys:
            self._duplicate(event, frame)
        else:
            frame.keys[key] = event
        frame.key = key

    def _duplicate(self, event: Any, frame: Frame) -> None:
        """Of a key that stands twice the first counts, unless it was empty: see `Frame.add`."""
        key = event.value
        position = position_of(event, self.first_line)
        first = frame.firsts.setdefault(key, frame.keys[key])
        values = {"key": key, "first": position_of(first, self.first_line).line}
        self.problems.append(
            problem(self.path, "yaml-duplicate", position.line, position.column, **values)
        )
        if key not in frame.container:
            frame.keys[key] = event

    def _lost_after(self, event: Any, lines: list[str], frame: Frame) -> None:
        """Reports text that YAML would cut off plain values: `Gedung #5`, or `71,5` in brackets."""
        mark = event.end_mark
        line, column = mark.line, mark.column
        text = lines[line] if line < len(lines) else ""
        if column >= len(text):
            return
        if "#" in text and (found := REMARK.match(text, column)):
            lost = problem(self.path, "yaml-comment", self.first_line + line, found.end() - 1)
            right = () if frame.flow else ((self.first_line + line, text, quoted_value(text)),)
            self.problems.append(replace(lost, corrections=right))
        whole = frame.flow and WHOLE.fullmatch(event.value)
        if whole and (after := DECIMALS.match(text, column)):
            before = text[column - len(event.value) - 1 : column - len(event.value)]
            if before in ("[", " "):
                self._refuse(event, "yaml-comma", value=event.value + after[1])

    def _entries_within(self, event: Any, lines: list[str]) -> None:
        """Refuses an entry of a list that YAML takes for a part of the entry above it."""
        first, last = event.start_mark.line, event.end_mark.line
        if first == last or not lines[first].lstrip().startswith("- "):
            return
        start = lines[first]
        for at in range(first + 1, last + 1):
            if lines[at : at + 1] and lines[at].lstrip().startswith("- "):
                count, wanted = len(indentation(lines[at])), len(indentation(start))
                raise RefusedError(
                    Slip("yaml-indent", at, count, values={"count": count, "wanted": wanted})
                )

    def _refuse(self, event: yaml.Event, code: str, **values: object) -> NoReturn:
        raise RefusedError(Slip(code, *place(event.start_mark), values=values))
