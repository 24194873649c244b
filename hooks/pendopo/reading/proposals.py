"""What is proposed for a value or key that a model refuses: the line as it should be."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from pydantic_core import ErrorDetails

from pendopo.problems.nearest import sure
from pendopo.problems.problem import Correction, Problem, problem
from pendopo.reading.blocks import before_key, indentation
from pendopo.reading.documents import Document
from pendopo.reading.frames import Position
from pendopo.reading.meant import Meant, meant, span
from pendopo.reading.quoting import quoted, within_curly
from pendopo.reading.syntax import BULLET

PLAIN = re.compile(r"[\w(/.][\w ()/.,+@-]*(?::[\w/.][\w ()/.,+@-]*)*")
"""A text that needs no quotes."""
MOST_WORDS = 4
"""Words of an entry where entries stand behind commas in one text."""
DAYS = {"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"}


def proposed(found: Problem, detail: ErrorDetails, document: Document, at: Position) -> Problem:
    """The problem with the lines that would mend it, where they can be known.

    `detail` tells what was refused, which stands at `at` of the document. Another problem takes the
    place of one that only follows from it.
    """
    value, line = detail["input"], document.typed(at.line)
    if found.code == "value-list" and isinstance(value, str):
        return _list(found, document, at)
    if found.code == "value-text" and line and _one_line(value):
        return _text(found, detail, line, at)
    if isinstance(value, str) and value and (inner := within_curly(value)):
        right = in_place(line, at, value, inner)
        curly = problem(found.path, "yaml-curly", at.line, at.column, value=value)
        return replace(curly, corrections=right, certain=bool(right))
    if isinstance(value, str) and "\n" not in value:
        return _better(found, detail, document, at)
    return found


def _better(found: Problem, detail: ErrorDetails, document: Document, at: Position) -> Problem:
    """The problem with the value that is meant."""
    value, line = detail["input"], document.typed(at.line)
    ends = found.code in ("time", "value-choice", "value-choice-nearest")
    if ends and (right := _from_to(line, value)):
        return replace(found, corrections=((at.line, line, right),), certain=True)
    guess = meant(found.code, value)
    for name in ("nearest", "reading", "meant"):
        if not guess and (known := dict(found.values).get(name)):
            guess = Meant(known, name == "nearest" and sure(value, known))
    if not guess:
        return found
    return replace(found, corrections=in_place(line, at, value, guess.text), certain=guess.certain)


def _from_to(line: str, value: str) -> str:
    """The line with two keys where one has `08.00-16.00` or `senin-kamis`; empty if it has not."""
    for first, second in (("opens", "closes"), ("first_day", "last_day")):
        found = re.match(rf"(.*?[\s{{,-]|){first}:\s+([\"']?){re.escape(value)}\2(.*)$", line)
        ends = span(value) if first == "opens" else days(value)
        if found and ends:
            behind = found[3]
            gap = ", " if behind.strip() else f"\n{' ' * len(before_key(line))}"
            return f"{found[1]}{first}: {ends[0]}{gap}{second}: {ends[1]}{behind}"
    return ""


def days(value: str) -> tuple[str, str] | None:
    """The first and the last day of a text such as `Senin - Kamis`."""
    parts = re.split(r"\s*(?:[-–—]|\bs\.?\s?/?d\.?|\bsampai\b)\s*", value.lower())
    names = [part.replace("'", "") for part in parts]
    return (names[0], names[1]) if len(names) == 2 and {*names} <= DAYS else None


def renamed(
    found: Problem, detail: ErrorDetails, beside: Collection[str], document: Document, at: Position
) -> Problem:
    """The problem of a key with the name that is meant, unless it is one of those `beside` it."""
    key, value = str(detail["loc"][-1]), str(detail["input"])
    near = dict(found.values).get("nearest", "")
    if not near or near in beside:
        return found
    corrections = in_place(document.typed(at.line), at, key, near)
    for number, line, right in corrections:
        if both := _from_to(right, value):
            return replace(found, corrections=((number, line, both),), certain=True)
    return replace(found, corrections=corrections, certain=bool(corrections) and sure(key, near))


def in_place(line: str, at: Position, typed: str, meant: str) -> tuple[Correction, ...]:
    """The line with `meant` for what is `typed` at a place; nothing if that stands otherwise."""
    start = at.column - 1
    before, behind = line[:start], line[start:]
    for sign in ("", '"', "'"):
        whole = f"{sign}{typed}{sign}"
        if behind.startswith(whole):
            plain = PLAIN.fullmatch(meant) and not ("," in meant and re.search(r"[\[{]", before))
            right = meant if plain else quoted(meant)
            if sign and not re.search(r"[\\\"']", meant):
                right = f"{sign}{meant}{sign}"
            return ((at.line, line, f"{before}{right}{behind[len(whole) :]}"),)
    return ()


def _list(found: Problem, document: Document, at: Position) -> Problem:
    """A text in the place of a list: its hyphens have no space, or it stands behind its key."""
    line = document.typed(at.line)
    if right := tuple(_entries(document, at.line)):
        hyphen = problem(found.path, "yaml-hyphen", at.line, at.column)
        return replace(hyphen, corrections=right, certain=True)
    before, value = line[: at.column - 1], line[at.column - 1 :]
    if not before.rstrip().endswith(":"):
        return found
    indent = " " * (len(before_key(line)) + 2)
    rows = "".join(f"\n{indent}- {each}" for each in _parted(value))
    return replace(found, corrections=((at.line, line, f"{before.rstrip()}{rows}"),))


def _parted(value: str) -> list[str]:
    """The entries of a list that stands in one text; a sentence with a comma in it is one."""
    parts = re.split(r"[;,]\s+", value)
    brief = all(len(each.split()) <= MOST_WORDS for each in parts)
    return parts if brief and value[0] not in "'\"" and " #" not in value else [value]


def _entries(document: Document, number: int) -> Iterator[Correction]:
    """The lines from one on that begin with something like a hyphen, with a hyphen and a space."""
    width = len(indentation(document.typed(number)))
    while line := document.typed(number):
        entry = BULLET.match(line)
        if len(indentation(line)) < width or not (entry or line.lstrip().startswith("- ")):
            return
        if entry:
            yield number, line, f"{entry[1]}- {line[entry.end() :]}"
        number += 1


def _one_line(value: object) -> bool:
    """Whether a list or mapping is one that a text on a single line may be taken for."""
    if isinstance(value, dict):
        return len(value) == 1 and not isinstance(next(iter(value.values())), dict | list)
    return isinstance(value, list)


def _text(found: Problem, detail: ErrorDetails, line: str, at: Position) -> Problem:
    """A list or mapping in the place of a text, which quotes would keep together."""
    value, before, typed = detail["input"], line[: at.column - 1], line[at.column - 1 :].rstrip()
    if isinstance(value, list):
        if not re.fullmatch(r"\[.*\]", typed):
            return found
        text = detail["type"] == "string_type"
        right = quoted(typed) if text or len(value) != 1 else typed[1:-1].strip()
        return replace(found, corrections=((at.line, line, f"{before}{right}"),))
    if detail["type"] != "string_type" or typed[:1] in "{?":
        return found
    colon = problem(found.path, "yaml-colon-inside", at.line, at.column, value=typed)
    whole = (at.line, line, f"{before}{quoted(typed)}")
    return replace(colon, corrections=(whole,), certain=True)
