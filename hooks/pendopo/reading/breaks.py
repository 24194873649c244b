"""Finds the line at which a text stops being YAML.

The parser tells where it gave up, which may be pages below the slip: a quote that nothing closes
runs to the end. The line at fault is the first with which no beginning of the text can be read.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

NEAR = 40
"""Lines above the place where the parser gave up that are tried one by one."""


def first_break(lines: Sequence[str]) -> int | None:
    """The index of the first line that cannot follow those above it; None if all can be read."""
    gave_up = _gives_up(lines)
    if gave_up is None:
        return None
    sound, broken = 0, len(lines)
    for count in _beginnings(*gave_up):
        if _gives_up(lines[:count]) is None:
            sound = count
            break
        broken = count
    while broken - sound > 1:
        middle = (sound + broken) // 2
        if _gives_up(lines[:middle]) is None:
            sound = middle
        else:
            broken = middle
    return next((n for n in range(sound, len(lines)) if written(lines[n])), sound)


def written(line: str) -> bool:
    """Whether a line holds more than a remark."""
    return not line.lstrip().startswith("#") and bool(line.strip())


def _beginnings(line: int, opened: int) -> Iterator[int]:
    """Numbers of lines that may be sound: those above what was left open, then ever fewer."""
    if opened < line:
        yield opened
    yield from range(line, max(line - NEAR, 0), -1)
    while line:
        line //= 2
        yield line


def _gives_up(lines: Sequence[str]) -> tuple[int, int] | None:
    """Line at which the parser gives up, and that of the quote or bracket which it leaves open."""
    text = "\n".join(lines)
    loader = yaml.CSafeLoader(text)
    try:
        events = [loader.get_event() for _ in range(3)]
        if any(isinstance(each, yaml.ScalarEvent) for each in events):
            # A text without keys: the first line has no colon.
            return len(lines), 0
        while loader.get_event() is not None:
            pass
    except yaml.YAMLError as error:
        return _places(error, len(lines))
    finally:
        loader.dispose()
    return None


def _places(error: yaml.YAMLError, end: int) -> tuple[int, int]:
    mark: Any = getattr(error, "problem_mark", None)
    opened: Any = getattr(error, "context_mark", None)
    line = min(mark.line + 1, end) if mark else end
    context = getattr(error, "context", None) or ""
    left_open = "flow" in context or "quoted scalar" in context
    return line, opened.line if opened and left_open else line
