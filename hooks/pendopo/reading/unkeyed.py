"""Lines for mappings whose keys are missing, or stand at the margin, and for lists in texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from pendopo.basics.locations import Location
from pendopo.problems.problem import Correction, Problem, problem
from pendopo.reading.accepts import Accepts
from pendopo.reading.blocks import STEP, before_key, indentation
from pendopo.reading.documents import Document
from pendopo.reading.expected import accepts, below, fields_of
from pendopo.reading.fields import Text
from pendopo.reading.frames import Position
from pendopo.reading.meant import span
from pendopo.reading.proposals import DAYS, PLAIN, days
from pendopo.reading.quoting import parts_of, quoted
from pendopo.reading.shapes import Scalar

TWO = re.compile(r"(\S+?)\s*(?:[-:;,]\s+|[–—]\s*|(?<=\d)[-/](?=\d))(\S.*)")
"""Two values in one text, such as `2025-2029`, `2024: 79,5`, `foto.jpg - Camat menyambut tamu`."""
ALONE = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s+)?")
"""What may stand before a value that has its line, and the lines below it, to itself."""


def typed(text: str) -> str:
    """The text as a value of YAML: between quotes where it needs them."""
    return text if PLAIN.fullmatch(text) else quoted(text)


def with_keys(
    line: str, at: Position, model: type[BaseModel], example: Mapping[str, Any]
) -> tuple[Correction, ...]:
    """The lines with the keys that a text in the place of a mapping needs, as far as it goes.

    The text stands at a place of the line; `example` is one of the mapping.
    """
    before, value, remark = parts_of(line)
    if len(before) != at.column - 1 or not ALONE.fullmatch(before) or value[0] in "[{|>&*!":
        return ()
    pairs = _pairs(value, model, [*example])
    if not pairs:
        return ()
    after_key = before.rstrip().endswith(":")
    indent = " " * (len(before_key(line)) + (STEP if after_key else 0))
    rows = [f"{key}: {text}" for key, text in pairs.items()]
    first = f"{before.rstrip()}{remark}\n{indent}{rows[0]}" if after_key else before + rows[0]
    return ((at.line, line, "\n".join([first, *(indent + row for row in rows[1:])])),)


def _pairs(value: str, model: type[BaseModel], keys: list[str]) -> dict[str, str]:
    bare = value[1:-1] if value[0] in "'\"" and value[-1] == value[0] else value
    if len(keys) == len(("first", "second")) and (found := TWO.fullmatch(bare)):
        pairs = dict(zip(keys, found.groups(), strict=True))
        if all(accepts(model, key, text) for key, text in pairs.items()):
            return {key: typed(text) for key, text in pairs.items()}
    fitting = next((key for key in keys if accepts(model, key, bare)), "")
    return {fitting: value} if fitting else {}


def of_words(
    line: str, at: Position, key: str, value: str, model: type[BaseModel]
) -> tuple[Correction, ...]:
    """The lines of an entry whose only key is a word, as in `- Senin: 08.00-16.00`.

    The word and the value go where the model takes them; nothing if that is not known.
    """
    before, behind = line[: at.column - 1], line[at.column - 1 :]
    if not ALONE.fullmatch(before) or not re.match(rf"{re.escape(key)}:\s", behind):
        return ()
    pairs = _hours(key, value) if "first_day" in model.model_fields else _named(key, value, model)
    rows = [f"{name}: {text}" for name, text in pairs.items()]
    indent = " " * len(before)
    right = before + f"\n{indent}".join(rows)
    return ((at.line, line, right),) if rows else ()


def _hours(key: str, value: str) -> dict[str, str]:
    """Days and times of a row of opening hours."""
    ends, times = days(key), span(value)
    if key.lower() in DAYS:
        ends = (key.lower(), "")
    if not ends or not times:
        return {}
    found = {"first_day": ends[0], "last_day": ends[1], "opens": times[0], "closes": times[1]}
    return {name: text for name, text in found.items() if text}


def _named(key: str, value: str, model: type[BaseModel]) -> dict[str, str]:
    """The value in the field of a form of its own that takes it, the word in a field of words."""
    shapes = {name: each.shape for name, each in fields_of(model).items()}
    scalars = {name: each.of for name, each in shapes.items() if isinstance(each, Scalar)}
    forms = (name for name, of in scalars.items() if isinstance(of, Accepts))
    words = (name for name, of in scalars.items() if isinstance(of, Text))
    of_value = next((name for name in forms if accepts(model, name, value)), "")
    of_key = next((name for name in words if accepts(model, name, key)), "")
    return {of_key: typed(key), of_value: typed(value)} if of_value and of_key else {}


def with_key_above(
    document: Document, location: Location, example: Mapping[str, Any]
) -> tuple[Correction, ...]:
    """The line of a key with the key below it that the list needs which stands in its place."""
    above = document.position(location, key=True)
    line = document.typed(above.line)
    inner = next((key for key, value in example.items() if isinstance(value, list)), "")
    width = len(before_key(line)) + STEP
    first = document.typed(above.line + 1)
    if not inner or not line.rstrip().endswith(":") or len(indentation(first)) != width:
        return ()
    return ((above.line, line, f"{line.rstrip()}\n{' ' * width}{inner}:"),)


def as_text(document: Document, location: Location) -> tuple[Correction, ...]:
    """The lines of a list or mapping in the place of a text: as that text, below its sign."""
    above = document.position(location, key=True)
    line = document.typed(above.line)
    if not line.rstrip().endswith(":"):
        return ()
    base = len(before_key(line))
    lines = [*_block(document, above.line + 1, base)]
    widths = [len(indentation(each)) for _, each in lines if each.strip()]
    shift = " " * max(0, base + STEP - min(widths, default=base + STEP))
    moved = ((number, each, shift + each) for number, each in lines if shift and each.strip())
    return ((above.line, line, f"{line.rstrip()} |"), *moved)


def _block(document: Document, number: int, base: int) -> Iterator[tuple[int, str]]:
    """The lines from one on that belong to a key that stands `base` from the margin."""
    for line in document.lines_from(number):
        width = len(indentation(line))
        if line.strip() and width <= base and not (width == base and line.lstrip()[:2] == "- "):
            return
        yield number, line
        number += 1


class KeysAbove:
    """Which key of a document each unknown key stands below, at the same distance from the margin.

    The keys of a mapping are gone through once, however many of them are unknown.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[Location, dict[str, str]] = {}

    def owner(self, location: Location, model: type[BaseModel]) -> str:
        """The last known key above the unknown one at `location`, if its mapping may hold it."""
        place, key = location[:-1], str(location[-1])
        if place not in self.known:
            self.known[place] = self._above(place, model)
        owner = self.known[place].get(key, "")
        return owner if any(key in part.model.model_fields for part in below(model, owner)) else ""

    def _above(self, place: Location, model: type[BaseModel]) -> dict[str, str]:
        last, found = "", {}
        for key in self.document.keys(place):
            if key in model.model_fields:
                last = key
            else:
                found[key] = last
        return found


def at_margin(
    found: Problem, location: Location, owner: str, document: Document, at: Position
) -> Problem | None:
    """The problem of an unknown key as one of its place: it belongs to the key `owner` above it.

    None where its line does not begin with it. The lines are proposed where they have a place below
    that key: they have none below a text, or a list of texts.
    """
    line = document.typed(at.line)
    own = at.column - 1
    empty = document.is_empty((*location[:-1], owner))
    there = own + STEP if empty else document.width((*location[:-1], owner))
    if indentation(line) != line[:own]:
        return None
    width = there if there > own else own + STEP
    shift = " " * (width - own)
    rest = ((n, each) for n, each in _block(document, at.line + 1, own) if each.strip())
    moved = tuple((n, each, shift + each) for n, each in ((at.line, line), *rest))
    values = {"key": location[-1], "owner": owner, "width": width}
    misplaced = problem(found.path, "key-margin", found.line, found.column, **values)
    return replace(misplaced, corrections=moved, certain=True) if there > own else misplaced
