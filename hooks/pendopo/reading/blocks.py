"""Lines of YAML by their indentation: which belong together, and which text one goes on with."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

TEXT = re.compile(
    r"((\s*(?:- +)*)([A-Za-z_][\w-]*):\s+)(?:([|>])[-+0-9]*(?:\s+#.*)?|([^\s\[{#'\"].*))$"
)
"""A key with a text behind it, or with the sign of a longer one below it."""
STEP = 2
"""Spaces of one level."""


class Paragraph(NamedTuple):
    """Lines `first` to before `end` that belong to the text of `key`, and how they should indent.

    `literal` if the text has a sign of its own, `|` or `>`. If it has none and needs one, `begun`
    is what stands before the `text` in the line `start` of its key.
    """

    first: int
    end: int
    key: str
    width: int
    literal: bool
    start: int
    begun: str = ""
    text: str = ""


def indentation(line: str) -> str:
    """What stands before the first sign of a line."""
    return line[: len(line) - len(line.lstrip())]


def before_key(line: str) -> str:
    """What stands before the key of a line: its indentation, and the hyphens of entries."""
    return line[: len(line) - len(re.sub(r"^\s*(?:- +)*", "", line))]


def siblings(lines: Sequence[str], index: int) -> list[int]:
    """Widths of the indentations that a line may have where it stands, the likeliest first."""
    above = [each for each in reversed(lines[:index]) if each.strip()]
    own = len(indentation(lines[index]).expandtabs(STEP))
    widths = [len(indentation(each)) for each in above[:1]]
    if above and above[0].rstrip().endswith(":"):
        widths = [widths[0] + STEP, widths[0]]
    for each in above:
        width = len(indentation(each))
        if width < min(widths, default=0):
            widths.append(width)
    # A hyphen takes two places: what goes on below it stands two further to the right.
    inner = [len(before_key(each)) for each in above[:1] if each.lstrip().startswith("- ")]
    return sorted(dict.fromkeys([*inner, *widths]), key=lambda width: abs(width - own))


def neighbours(lines: Sequence[str], index: int) -> Iterator[tuple[int, int]]:
    """The single line above `index` that stands elsewhere than two or more from `index` on.

    Yields it with the width that it should have, or nothing.
    """
    own = len(indentation(lines[index]))
    above = [n for n in range(index) if lines[n].strip()][-2:]
    if len(above) < 2 or index + 1 >= len(lines):
        return
    parent, odd = (len(indentation(lines[n])) for n in above)
    if parent < own < odd and len(indentation(lines[index + 1])) == own:
        yield above[-1], own


def paragraph(lines: Sequence[str], index: int, begins: Callable[[str], bool]) -> Paragraph | None:
    """The lines around `index` that go on with a text above them, if they do.

    `begins` tells whether a line begins with a key.
    """
    if begins(lines[index]) or re.match(r"\s*[?:](\s|$)", lines[index]):
        return None
    for start in range(index - 1, -1, -1):
        found = TEXT.match(lines[start])
        if found and (found[4] or begins(lines[start])):
            return _paragraph(lines, (start, index), found, begins)
        if begins(lines[start]):
            return None
    return None


def _paragraph(
    lines: Sequence[str],
    between: tuple[int, int],
    found: re.Match[str],
    begins: Callable[[str], bool],
) -> Paragraph | None:
    start, index = between
    base = len(found[2])
    inner = [len(indentation(each)) for each in lines[start + 1 : index] if each.strip()]
    width = inner[0] if inner and inner[0] > base else base + STEP
    for first in range(start + 1, index + 1):
        if lines[first].strip() and len(indentation(lines[first])) < width:
            following = range(index, len(lines))
            end = next((n for n in following if _ends(lines[n], base, begins)), len(lines))
            whole = Paragraph(first, end, found[3], width, bool(found[4]), start)
            parted = not found[4] and not all(each.strip() for each in lines[start:first])
            return whole._replace(begun=found[1], text=found[5]) if parted else whole
    return None


def _ends(line: str, base: int, begins: Callable[[str], bool]) -> bool:
    return begins(line) and len(indentation(line)) <= base
