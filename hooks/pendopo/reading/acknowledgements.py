"""Marks with which staff acknowledge a warning for good at its place: `# periksa: CODE reason`.

A mark counts for its line, or for the next one if it stands alone; where a block of text begins on
that line, for the whole block. Within a text it is written `<!-- periksa: CODE reason -->`, which
is no part of the text.
"""

import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from pendopo.problems.problem import Problem, printable, problem
from pendopo.problems.sentences import SENTENCES
from pendopo.problems.settled import MARK
from pendopo.reading.blocks import indentation
from pendopo.reading.fields import ANY_MEDIA_NAME
from pendopo.reading.finding import Finding
from pendopo.reading.values import texts_in

SAID = (
    r"[ \t]*(?:[Pp]eriksa|[Cc]heck):[ \t]*(?P<code>[\w-]{0,60})[ \t]*"
    r"(?P<reason>[^\n]{0,500}?)[ \t]*"
)
BEGUN = re.compile(r"#[ \t]*(?:[Pp]eriksa|[Cc]heck):")
HIDDEN = re.compile(rf"[ \t]*<!--{SAID}-->")
REMARK = re.compile(rf"(?<!\S)#{SAID}$")
BLOCK = re.compile(r"(?:^|[\s:-])[|>][-+\d]{0,2}$")
MEDIA = re.compile(rf"(?<![\w.-])(?:{ANY_MEDIA_NAME})(?![\w.-])", re.ASCII)


def may_have_marks(text: str) -> bool:
    """Whether a text may have a mark; all files are asked, so signs are sought that few have."""
    remark = "#" in text and BEGUN.search(text)
    return bool(remark or ("<!--" in text and HIDDEN.search(text)))


def without_marks(text: str) -> str:
    """A text without the marks that are written as in Markdown; lines stay where they are."""
    return HIDDEN.sub("", text) if may_have_marks(text) else text


def acknowledgements(path: str, agency: str, text: str) -> Iterator[Problem]:
    """The marks of a file, with the lines that each counts for; what is wrong with them."""
    if not may_have_marks(text):
        return
    lines = text.split("\n")
    for index, line in enumerate(lines):
        found = HIDDEN.search(line) or REMARK.search(line.rstrip())
        if found:
            column = found.end() - len(found[0].lstrip()) + 1
            yield _judged(path, agency, found, (index + 1, column), lines)


def published_marks(record: BaseModel) -> Iterator[Finding]:
    """A mark that is part of a text, which would be published."""
    for each in texts_in(record):
        for line in each.text.split("\n"):
            if found := REMARK.search(line):
                meant = f"<!--{found[0].removeprefix('#')} -->"
                values = {"meant": meant}
                yield Finding(
                    each.location,
                    "acknowledge-text",
                    values,
                    found=found[0],
                    meant=meant,
                    certain=True,
                )


def _judged(
    path: str, agency: str, found: re.Match[str], place: tuple[int, int], lines: Sequence[str]
) -> Problem:
    code = found["code"]
    if code not in SENTENCES:
        return problem(path, "acknowledge-unknown", *place, value=code or "…")
    if not SENTENCES[code].warning:
        return problem(path, "acknowledge-fault", *place, value=code)
    if not found["reason"]:
        return problem(path, "acknowledge-reason", *place, value=code)
    first, last = _lines(place[0] - 1, found, lines)
    named = MEDIA.search(lines[first - 1])
    values = {
        "code": code,
        "reason": printable(found["reason"]),
        "first": str(first),
        "last": str(last),
        "media": f"agencies/{agency}/media/{named[0]}" if named else "",
    }
    return Problem(path, *place, MARK, tuple(sorted(values.items())))


def _lines(index: int, found: re.Match[str], lines: Sequence[str]) -> tuple[int, int]:
    """The first and the last line, from 1, that a mark on the line `index`, from 0, counts for."""
    first = index
    if not lines[index].replace(found[0], "").strip():
        following = range(index + 1, len(lines))
        comments = found.re is REMARK
        first = next((each for each in following if _counts(lines[each], comments)), index)
    bare = REMARK.sub("", lines[first].rstrip()).rstrip()
    last = first
    if BLOCK.search(bare):
        indent = len(indentation(bare))
        while last + 1 < len(lines) and _within(lines[last + 1], indent):
            last += 1
    # What is wrong with a file as a whole is told at its first line.
    return 1 if index == 0 else first + 1, last + 1


def _counts(line: str, comments: bool) -> bool:
    """Whether a line is more than a mark, or than any of the comments of YAML if there are any."""
    bare = HIDDEN.sub("", line).strip()
    return bool(bare) and not (comments and bare.startswith("#"))


def _within(line: str, indent: int) -> bool:
    """Whether a line belongs to the block of text that begins on one indented by `indent`."""
    return not line.strip() or len(indentation(line)) > indent
