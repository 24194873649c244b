"""CODEOWNERS: who reviews changes of the folder of each agency, for GitHub."""

import re

from pendopo.government.directory import Directory

BEGIN = "# pendopo owners: begin (made of the key maintainers of every agency.yml)"
END = "# pendopo owners: end"
BLOCK = re.compile(
    rf"^{re.escape(BEGIN)}\r?\n(?:[^\r\n]*\r?\n)*?{re.escape(END)}(?:\r?\n|\Z)", re.M
)
NAMEABLE = re.compile(r"[\w. /-]+")
"""Folders that a pattern of CODEOWNERS can name: not all signs that mean more have an escape."""


class DamagedError(Exception):
    """The marks of our lines are not one pair."""


def owners(directory: Directory, folder: str) -> list[str]:
    """A line for each agency with maintainers, in the data `folder` (its path in the repository).

    Of all lines that fit a file the last one counts, so agencies come before those below them.
    """
    start = "" if folder == "." else f"/{folder}"
    named = {each.entry.path.rpartition("/")[0]: each for each in directory.agencies.values()}
    return [
        " ".join((f"{start}/{path}/".replace(" ", r"\ "), *dict.fromkeys(maintainers)))
        for path in sorted(named, key=lambda path: path.split("/"))
        if (maintainers := named[path].record.maintainers)
    ]


def with_owners(text: str, lines: list[str]) -> str:
    """The text of CODEOWNERS with our lines renewed; others stay as they are.

    Raises `DamagedError` where it cannot tell which lines are ours.
    """
    block = "\n".join([BEGIN, *lines, END, ""]) if lines else ""
    marks = text.count(BEGIN), text.count(END)
    if marks == (0, 0):
        gap = "" if not block or not text or text.endswith("\n") else "\n"
        return f"{text}{gap}{block}"
    found = BLOCK.search(text)
    if marks != (1, 1) or not found:
        raise DamagedError
    # Git may have given the file the line ends of Windows; that is no difference.
    same = found[0].replace("\r\n", "\n").rstrip("\n") == block.rstrip("\n")
    return text if same else f"{text[: found.start()]}{block}{text[found.end() :]}"
