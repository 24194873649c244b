"""Reads lists, line ends and indented paragraphs as people type them, and writes them as Markdown.

Indonesian official texts are made of lines that begin with `a.`, `b.`, `1)`, `•` or `–`, of
addresses line by line, and of paragraphs that begin with a tab or spaces. Markdown would join the
first two to one paragraph and take the third for program code.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from pendopo.basics.list_marks import Mark, marks

TYPE = "\x01{}("
"""Stands before the text of a list item that has letters: a kind of number that Markdown lacks.

It ends in punctuation, which lets emphasis and addresses begin right after it."""
MARKED_LIST = re.compile(r"<ol([^>]*>\s*<li[^>]*>\s*(?:<p[^>]*>)?)\x01([1aAiI])\(")
MARKED_ITEM = re.compile(r"\x01[1aAiI]\(")
BEGIN = re.compile(r"[^\w\n]|\w{1,9}[.)]")
"""How a line begins that is indented or may have a mark."""
LINES = re.compile(rf"\n(?:(?<=[^\n]\n)(?!\n)|{BEGIN.pattern})")
"""The end of a line within a paragraph, or one before a line that begins like that."""
FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
BLOCK = re.compile(r"#{1,6}(?:\s|$)|>|<|\||`{3}|~{3}|=+\s*$|-+\s*$|([-*_])(?:\s*\1){2,}\s*$")
"""The beginning of a block, or a heading's underline: it never continues a paragraph."""
NARROWEST, WIDEST = 72, 120
"""Columns at which a text editor breaks lines."""
SHORT = 60
"""Longest line of a paragraph that no editor has broken."""
NEW_LINE = re.compile(r"[\"“'‘(*_\[]*[A-Z0-9]|\S+@\S|https?:|www\.|[a-z][\w /.-]{0,30}:\s")
"""How a line begins that does not go on with a sentence."""


class Typed(NamedTuple):
    """Markdown, and for each of its lines the number of the line that was typed, from 1."""

    text: str
    lines: Sequence[int]


@lru_cache(maxsize=64)
def as_markdown(text: str) -> Typed:
    """Converts typed text to Markdown; lettered numbers become `TYPE` after a figure."""
    if not (BEGIN.match(text) or LINES.search(text)):
        return Typed(text, range(1, text.count("\n") + 2))
    if "\n" not in text and not marks([text]):
        return Typed(text.lstrip(), (1,))
    writer = _Writer(text.split("\n"))
    return Typed("\n".join(writer.out), writer.numbers)


def typed_lists(html: str) -> str:
    """HTML made of `as_markdown`, with the kind of numbers of each list as its attribute."""
    if "\x01" not in html:
        return html
    return MARKED_ITEM.sub("", MARKED_LIST.sub(r'<ol type="\2"\1', html))


class _Item(NamedTuple):
    """A list item that is still open: columns of its mark and text as typed, and as written."""

    mark: Mark
    column: int
    inside: int


class _Writer:
    """Writes the lines of one text one after the other."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.typed = lines
        self.lines = [line.expandtabs(4) for line in lines]
        self.out: list[str] = []
        self.numbers: list[int] = []
        self.items: list[_Item] = []
        self.last: dict[int, tuple[str, str]] = {}
        """Style and end of the list last written at each column."""
        self.blank = True
        self.fence = ""
        self.shift = 0
        self.marks = marks(self.lines)
        self.width = _width(self.lines)
        self.short = _short(self.lines)
        for number, line in enumerate(self.lines):
            self._line(number, line)

    def _line(self, number: int, line: str) -> None:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        if self.fence:
            code = line[min(indent, self.shift) :] if self.shift else self.typed[number]
            self._write(number, code if text else "", self._inside())
            closing = text.rstrip()
            if closing.startswith(self.fence) and not closing.strip(self.fence[0]):
                self.fence = ""
        elif not text.strip():
            self._write(number, "")
            self.blank = True
        elif (mark := self.marks.get(number)) and self._begins(mark):
            self._item(number, mark)
        else:
            self._text(number, text, indent)

    def _begins(self, mark: Mark) -> bool:
        """Whether a mark begins a list item, as Markdown has it or as the marks around it show."""
        return bool(self.blank or self.items or mark.sure or mark.ordinal == 1 or not mark.ordinal)

    def _item(self, number: int, mark: Mark) -> None:
        del self.items[self._level(mark) :]
        column = self._inside()
        after_text = not self.blank and not self.last
        if after_text and mark.ordinal > 1:
            self._write(number, "")
        sign = self._sign(mark, column)
        self.last = {key: value for key, value in self.last.items() if key < column}
        self.last[column] = (mark.style, sign[-1])
        kind = mark.style[0]
        typed = TYPE.format(kind) if mark.ordinal and (kind != "1" or column) else ""
        rest = f"{typed}{mark.text}" if mark.text else ""
        self._write(number, f"{sign} {rest}".rstrip(" ") + self._end(number, rest), column)
        self.items.append(_Item(mark, column, column + len(sign) + 1))
        if found := FENCE.match(mark.text):
            self._open(found, mark.inside)
        self.blank = False

    def _level(self, mark: Mark) -> int:
        """How many of the open items hold the list that `mark` begins or goes on with."""
        for level, item in reversed([*enumerate(self.items, 1)]):
            if mark.indent >= item.mark.inside:
                break
            if mark.style == item.mark.style and (mark.indent >= item.mark.indent or level == 1):
                return level - 1
        else:
            level = 0
        return len(self.items) if self._is_below(mark) else level

    def _is_below(self, mark: Mark) -> bool:
        """Whether numbers of another kind begin below the last item though not indented enough."""
        if not self.items or mark.ordinal > 1:
            return False
        last = self.items[-1].mark
        if mark.indent > last.indent + 1:
            return True
        plain = mark.is_markdown and last.is_markdown
        apart = self.blank and not mark.ordinal
        return mark.indent >= last.indent and not plain and not apart

    def _sign(self, mark: Mark, column: int) -> str:
        """The mark as Markdown has it; a list right after one of another kind gets another end."""
        if not mark.ordinal:
            return mark.style if mark.is_markdown else "-"
        style, end = self.last.get(column, ("", mark.style[-1]))
        if style and style != mark.style:
            end = ")" if end == "." else "."
        return f"{mark.ordinal}{end}"

    def _text(self, number: int, text: str, indent: int) -> None:
        block = BLOCK.match(text)
        if self.blank or block:
            while self.items and indent < self.items[-1].mark.inside:
                self.items.pop()
        if not self.items:
            self.last = {}
        if self._new_paragraph(number, indent) and not block:
            self._write(number, "")
        self._write(number, text + self._end(number, text), self._inside())
        self.blank = False
        if found := FENCE.match(text):
            self._open(found, indent)

    def _new_paragraph(self, number: int, indent: int) -> bool:
        """Whether a line that is indented more than the one before it begins a paragraph."""
        if self.blank or self.items or indent < 4:
            return False
        before = self.lines[number - 1]
        return len(before) - len(before.lstrip(" ")) < indent

    def _open(self, found: re.Match[str], indent: int) -> None:
        self.fence, self.shift = found[1] or found[2], indent

    def _inside(self) -> int:
        return self.items[-1].inside if self.items else 0

    def _end(self, number: int, text: str) -> str:
        """Two spaces, which keep the end of a line, where nobody but its writer has broken it."""
        following = self.lines[number + 1].strip() if number + 1 < len(self.lines) else ""
        if not following or text.endswith(("  ", "\\")) or number + 1 in self.marks:
            return ""
        if BLOCK.match(following) or BLOCK.match(text):
            return ""
        length = len(self.lines[number].rstrip())
        if length <= WIDEST and length + 1 + len(following.split()[0]) > self.width:
            return ""
        return "  " if NEW_LINE.match(following) or self.short[number] else ""

    def _write(self, number: int, text: str, column: int = 0) -> None:
        self.out.append(" " * column + text if text else "")
        self.numbers.append(number + 1)


def _width(lines: Sequence[str]) -> int:
    """Columns at which the lines of a text were broken, as its longest lines show."""
    lengths = (len(line) for line in lines if "|" not in line)
    return max((each for each in lengths if NARROWEST < each <= WIDEST), default=NARROWEST)


def _short(lines: Sequence[str]) -> Sequence[bool]:
    """For each line, whether all lines of its paragraph are short."""
    found: list[bool] = []
    for empty, paragraph in groupby(lines, lambda line: not line.strip()):
        lengths = [len(line.rstrip()) for line in paragraph]
        found += [not empty and max(lengths) <= SHORT] * len(lengths)
    return found
