"""Slips that break YAML: what is wrong with a line, told to a person who does not know YAML."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from pendopo.reading.blocks import STEP, before_key, indentation, neighbours, paragraph, siblings
from pendopo.reading.breaks import first_break
from pendopo.reading.keys import Keys
from pendopo.reading.quoting import VALUE, quote_slips, text_slips
from pendopo.reading.slip import Slip

STRANGE_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Space characters that YAML does not recognize, often inserted by word processors."""
KEY = r"\s*(?:- +)*[A-Za-z_][\w-]*"
BULLET = re.compile(r"(\s*)(?:[-–—•](?=[^\s-])|[–—•]\s)\s*")
"""What stands for the hyphen and the space before an entry of a list."""

BEGUN = re.compile(rf"({KEY}:)\s+(- .*)$")
"""A key with an entry of a list behind it."""


def slip_at(lines: Sequence[str], index: int, keys: Collection[str]) -> Slip:
    """What is wrong with `lines`, which can be read as far as the line `index`.

    `keys` are the names that a key may have.
    """
    doubtful: Slip | None = None
    for slip in _suspects(lines, index, Keys(keys)):
        if slip.right and helps(lines, slip, index):
            return slip
        if slip.at == index and slip.sure:
            doubtful = doubtful or slip._replace(right={}, certain=False)
    return doubtful or Slip("yaml-syntax", index, len(indentation(lines[index])))


def helps(lines: Sequence[str], slip: Slip, index: int) -> bool:
    """Whether the text can be read beyond the line `index` once the slip is mended."""
    mended = [slip.right.get(n, line).split("\n")[0] for n, line in enumerate(lines)]
    broken = first_break(mended)
    return broken is None or broken > max(index, *slip.right)


def stray(lines: Sequence[str], index: int, keys: Collection[str]) -> Slip | None:
    """A line that YAML takes for a key, where it goes on with the text of several lines above."""
    for slip in _paragraph(lines, index, Keys(keys)):
        if slip.certain and helps(lines, slip, index):
            return slip
    return None


def refused_slip(slip: Slip, lines: Sequence[str]) -> Slip:
    """A slip that YAML itself allows, with the line that would be right where it is known."""
    line = lines[slip.at]
    if slip.code in ("yaml-space", "yaml-indent"):
        right = STRANGE_SPACE.sub(" ", line)
        if slip.code == "yaml-indent":
            right = " " * slip.values["wanted"] + line.lstrip()
        return slip._replace(right={slip.at: right}, certain=True)
    for other in (*text_slips(line, slip.at), *_flow(slip, line)):
        if other.right and helps(lines, other, slip.at):
            code = slip.code if slip.code in ("yaml-alias", "yaml-tag") else other.code
            return other._replace(
                code=code, column=slip.column, values={**slip.values, **other.values}
            )
    return slip


def dropped(lines: Sequence[str], slip: Slip) -> Mapping[int, str]:
    """Empty lines instead of one that nobody can read, and of what belongs to it."""
    end = slip.at + 1
    if slip.code == "yaml-documents":
        end = len(lines)
    width = len(indentation(lines[slip.at]))
    while end < len(lines) and (not lines[end].strip() or len(indentation(lines[end])) > width):
        end += 1
    return dict.fromkeys(range(slip.at, end), "")


def _flow(slip: Slip, line: str) -> Iterator[Slip]:
    """Keys between braces without a space behind the colon, and decimal commas."""
    if slip.code == "yaml-bare":
        right = re.sub(r"([{,]\s*[\w-]+):(?=\S)", r"\1: ", line)
        yield slip._replace(right={slip.at: right}, certain=True)
    if slip.code == "yaml-comma":
        value = re.escape(str(slip.values["value"]))
        right = re.sub(rf"(?<=[\[\s]){value}(?=[\s\]}},])", r'"\g<0>"', line)
        yield slip._replace(right={slip.at: right})


def _suspects(lines: Sequence[str], index: int, keys: Keys) -> Iterator[Slip]:
    """Yields what may be wrong, the likeliest first."""
    line = lines[index]
    above = next((n for n in range(index - 1, -1, -1) if lines[n].strip()), index)
    yield from _spaces(lines, index)
    yield from _hyphen(line, index)
    yield from _colon(line, index, keys)
    yield from quote_slips(line, index)
    if above < index and indentation(lines[above]) == indentation(line):
        yield from _colon(lines[above], above, keys)
    yield from _paragraph(lines, index, keys)
    yield from _two_keys(line, index, keys)
    yield from _list(lines, index)
    yield from text_slips(line, index)
    yield from _indent(lines, index)
    if above < index:
        yield from text_slips(lines[above], above)


def _spaces(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """Tabs, and spaces that only look like one."""
    line = lines[index]
    indent = indentation(line)
    if "\t" in indent:
        slip = Slip("yaml-tab", index, line.index("\t"), certain=True)
        for width in (*siblings(lines, index), len(indent.expandtabs(2))):
            yield slip._replace(right={index: " " * width + line.lstrip()})
        yield slip._replace(sure=True)
    elif "\t" in line:
        right = {index: re.sub(r"\s*\t\s*", " ", line)}
        yield Slip("yaml-tab-inside", index, line.index("\t"), right, certain=True)
    if found := STRANGE_SPACE.search(line):
        right = {index: STRANGE_SPACE.sub(" ", line)}
        yield Slip("yaml-space", index, found.start(), right, certain=True)


def _hyphen(line: str, index: int) -> Iterator[Slip]:
    """An entry of a list that follows its hyphen at once; a dash that stands for a hyphen."""
    if found := BULLET.match(line):
        right = {index: f"{found[1]}- {line[found.end() :]}"}
        yield Slip("yaml-hyphen", index, len(found[1]), right, certain=True)


def _list(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """A list whose first entry stands behind its key, and the others below it."""
    found = BEGUN.match(lines[index])
    following = next((each for each in lines[index + 1 :] if each.strip()), "")
    width = len(indentation(following))
    if found and not following.lstrip().startswith("- "):
        # What goes on with an entry stands behind the place of its hyphen and space.
        width -= STEP if re.match(rf"{KEY}:\s", found[2]) else len(following)
    if found and width >= len(before_key(lines[index])):
        right = {index: f"{found[1]}\n{' ' * width}{found[2]}"}
        yield Slip("yaml-list-begun", index, found.start(2), right, certain=True)


def _colon(line: str, index: int, keys: Keys) -> Iterator[Slip]:
    """A key without its colon, or without the space behind it."""
    if tight := re.match(rf"{KEY}:(?=[^\s/])", line):
        right = {index: f"{tight[0]} {line[tight.end() :]}"}
        values = {"value": line.strip()}
        yield Slip("yaml-colon", index, tight.end(), right, True, values)
    lost = re.match(rf"({KEY})\s*(?:[=;：]\s*|\s+|$)(?!:)", line)
    word = lost[1].split()[-1] if lost else ""
    if lost and (key := keys.meant(word)):
        right = {index: f"{lost[1].removesuffix(word)}{key}: {line[lost.end() :]}".rstrip()}
        yield Slip("yaml-colon-lost", index, lost.end(1), right, True, {"key": word})


def _paragraph(lines: Sequence[str], index: int, keys: Keys) -> Iterator[Slip]:
    """Lines of a long text that stand too far to the left."""
    found = paragraph(lines, index, keys.begins)
    if not found:
        return
    shift = " " * found.width
    right = {
        n: shift + lines[n].lstrip()
        for n in range(found.first, found.end)
        if lines[n].strip() and len(indentation(lines[n])) < found.width
    }
    if found.begun:
        right = {found.start: f"{found.begun}|\n{shift}{found.text}", **right}
    column = len(indentation(lines[found.first]))
    values = {"key": found.key, "width": found.width}
    yield Slip("yaml-paragraph", found.first, column, right, found.literal, values)


def _two_keys(line: str, index: int, keys: Keys) -> Iterator[Slip]:
    """Two keys with their values on one line."""
    found = VALUE.match(line)
    for second in re.finditer(r"\s+([a-z_]\w*): ", line):
        if found and second.start() > found.end(1) and keys.meant(second[1]) == second[1]:
            indent = " " * len(before_key(line))
            right = {index: f"{line[: second.start()]}\n{indent}{line[second.start(1) :]}"}
            yield Slip("yaml-two-keys", index, second.start(1), right, False, {"key": second[1]})


def _indent(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """A line that stands a space or two beside the lines around it."""
    widths = ((index, width) for width in siblings(lines, index))
    for at, width in (*neighbours(lines, index), *widths):
        count = len(indentation(lines[at]))
        right = {at: " " * width + lines[at].lstrip()}
        values = {"count": count, "wanted": width}
        if count != width:
            yield Slip("yaml-indent", at, count, right, abs(width - count) == 1, values)
