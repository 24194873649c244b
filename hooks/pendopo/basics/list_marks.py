"""Finds the marks of list items in lines of text: `-`, `•`, `o`, `1.`, `a)`, `II.`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

BULLETS = "•▪●◦‣∙■□○➢❖✓\uf0b7\uf0a7\uf0d8\uf0fc"
"""Signs that begin an item wherever they stand; the last four are those of Word's fonts."""
LETTERS = "oØü§"
"""Letters that stand for Word's signs where its font was lost; one alone is a word."""
MARK = re.compile(
    rf"(?P<sign>[-*+](?=[ ]|$)|[{BULLETS}]|[·–—{LETTERS}](?=[ \t]))[ \t]*(?P<said>.*)"
    r"|(?P<number>\d{1,9}|[a-z]|[A-Z]|[ivx]{2,5}|[IVX]{2,5})(?P<end>[.)])(?:[ ]+(?P<text>.*)|$)"
)
RULE = re.compile(r"([-*_])(?:[ ]*\1){2,}[ ]*$")
ROMAN = {"i": 1, "v": 5, "x": 10}
LINE_OF_FENCE = re.compile(r"[ ]*(`{3,}(?=[^`]*$)|~{3,})")


class Mark(NamedTuple):
    """The mark of a list item, with the columns of it and of the text after it, from 0.

    `style` is the sign, or the kind of number (1, a, A, i, I) with its end; `ordinal` is 0 for a
    sign. `sure` means that the mark before or after it in the text goes with it.
    """

    indent: int
    inside: int
    style: str
    ordinal: int
    text: str
    sure: bool = False

    @property
    def is_markdown(self) -> bool:
        """Whether Markdown knows such a mark."""
        return self.style[0] in "-*+1"


def marks(lines: Sequence[str]) -> Mapping[int, Mark]:
    """The marks of list items by the numbers of their lines, from 0, without those in code.

    A letter alone is none, and a dash only where another follows or it begins a paragraph.
    """
    found = {number: each for number, line in _outside_code(lines) if (each := _readings(line))}
    chosen: dict[int, Mark] = {}
    last: dict[tuple[int, str], tuple[int, Mark]] = {}
    for number, readings in found.items():
        for mark in readings:
            key = (mark.indent, mark.style)
            before, earlier = last.get(key, (-1, None))
            if earlier and _follows(earlier, mark, chosen.get(before)):
                for line, sure in ((before, earlier), (number, mark)):
                    if line not in chosen or not chosen[line].sure:
                        chosen[line] = sure._replace(sure=True)
            last[key] = (number, mark)
        if _alone(readings[0], number, lines):
            chosen.setdefault(number, readings[0])
    return chosen


def _alone(mark: Mark, number: int, lines: Sequence[str]) -> bool:
    """Whether a mark needs no other to be one."""
    if mark.style in LETTERS:
        return False
    if mark.style in "·–—":
        return not number or not lines[number - 1].strip()
    return mark.is_markdown or not mark.ordinal


def _follows(earlier: Mark, mark: Mark, chosen: Mark | None) -> bool:
    """Whether a mark goes on with the list of an earlier one of its style."""
    if not mark.ordinal:
        return True
    begun = earlier.ordinal == 1 or mark.style[0] in "1a" or bool(chosen and chosen.sure)
    return mark.ordinal == earlier.ordinal + 1 and begun


def _outside_code(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(lines):
        if found := LINE_OF_FENCE.match(line):
            sign = found[1]
            if not fence:
                fence = sign
            elif sign.startswith(fence) and line.strip() == sign:
                fence = ""
        elif not fence:
            yield number, line


def _readings(line: str) -> list[Mark]:
    """The possible meanings of the beginning of a line: `i.` is a letter or a Roman number."""
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    found = MARK.match(text)
    if not found or RULE.match(text):
        return []
    said = (found["text"] or "") if found["number"] else found["said"]
    inside = indent + (len(text) - len(said) if said else len(text) + 1)
    if not found["number"]:
        return [Mark(indent, inside, found["sign"], 0, said)] if said or indent else []
    return [
        Mark(indent, inside, f"{kind}{found['end']}", ordinal, said)
        for kind, ordinal in _numbers(found["number"])
        if said or kind == "1"
    ]


def _numbers(word: str) -> Iterator[tuple[str, int]]:
    """Kinds and values of a number: figures, a letter, or a Roman number."""
    lower = word.lower()
    if word.isdecimal():
        yield "1", int(word)
        return
    if len(word) == 1:
        yield "a" if word == lower else "A", ord(lower) - ord("a") + 1
    if set(lower) <= set(ROMAN):
        yield "i" if word == lower else "I", _roman(lower)


def _roman(word: str) -> int:
    values = [ROMAN[each] for each in word]
    return sum(
        -value if any(value < after for after in values[index + 1 :]) else value
        for index, value in enumerate(values)
    )
