"""Writes into the files of a data folder what is proposed with certainty."""

import os
import shutil
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile

from pendopo.problems.problem import Problem, printable
from pendopo.reading.files import LARGEST_TEXT, content

BOM = "\ufeff"


def fix(data: Path, problems: Sequence[Problem]) -> Iterator[str]:
    """Writes the certain corrections, file by file; yields the lines of the difference.

    Only lines that still read as they were judged are changed, and each at most once: what else is
    wrong with a line is seen when the file is judged again.
    """
    paths = dict.fromkeys(each.path for each in problems if each.certain and each.corrections)
    for path in paths:
        found = content(data, path, LARGEST_TEXT, "file-size")
        if isinstance(found, Problem):
            continue
        before = found.decode("utf-8").split("\n")
        after = corrected(before, [each for each in problems if each.path == path])
        if after != before:
            _write(data / path, "\n".join(after).encode())
            yield from _difference(path, before, after)


def corrected(lines: Sequence[str], problems: Sequence[Problem]) -> list[str]:
    """The lines with the certain corrections of those problems that can all be made."""
    after, touched = [*lines], set[int]()
    for each in problems:
        places = {number - 1 for number, _, _ in each.corrections}
        fits = all(_typed(lines, number - 1) == typed for number, typed, _ in each.corrections)
        if not each.certain or places & touched or not fits:
            continue
        touched |= places
        for number, _, right in each.corrections:
            line = lines[number - 1]
            ending = "\r" if line.endswith("\r") else ""
            start = BOM if line.startswith(BOM) else ""
            after[number - 1] = start + right.replace("\n", f"{ending}\n") + ending
    return after


def _typed(lines: Sequence[str], index: int) -> str | None:
    """A line without the marks of its encoding and of its end; None where there is none."""
    return lines[index].removesuffix("\r").removeprefix(BOM) if index < len(lines) else None


def _write(path: Path, content: bytes) -> None:
    """Puts a whole new file in the place of the old one, so that no moment knows half of it."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".pendopo-", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                file.close()
                shutil.copymode(path, temporary)
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        # Nobody knows the name of the temporary file.
        error.filename = str(path)
        raise


def _difference(path: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    lines = "\n".join(after).split("\n")
    for line in unified_diff(before, lines, path, path, n=1, lineterm=""):
        yield line[0] + printable(line[1:].removesuffix("\r"), None)
