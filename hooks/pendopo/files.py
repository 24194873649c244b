"""The content of one file: of a regular one only, of limited size, and never through a link."""

import os
import posixpath
import re
import stat
from pathlib import Path

from .problems import Problem, problem

LARGEST_TEXT = 256 * 1024
LARGEST_PICTURE = 10 * 1024 * 1024
PICTURE_STARTS = {
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
LONGEST_START = 16

Stamp = tuple[int, ...]
"""What a file system says of a file, which differs where the content may: times in ns, size, inode.

An empty one matches nothing.
"""


def stamp(status: os.stat_result) -> Stamp:
    """The stamp of a file of the data folder."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def text(folder: Path, path: str) -> str | Problem:
    """The text of `folder/path`: UTF-8 of at most 256 KB, lines ending in a line feed."""
    content = _content(folder, path, LARGEST_TEXT, "file-size")
    if isinstance(content, Problem):
        return content
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return problem(path, "file-encoding", line, column)
    if not decoded.strip():
        return problem(path, "file-empty")
    return decoded.replace("\r\n", "\n").replace("\r", "\n")


def picture_problem(folder: Path, path: str) -> Problem | None:
    """What is wrong with the picture `folder/path`; only its first bytes are read."""
    start = _content(folder, path, LARGEST_PICTURE, "media-size", LONGEST_START)
    if isinstance(start, Problem):
        return start
    if not PICTURE_STARTS[posixpath.splitext(path)[1].lower()].match(start):
        return problem(path, "media-content", value=posixpath.basename(path))
    return None


def picture(folder: Path, path: str) -> bytes | Problem:
    """The content of the picture `folder/path`, or what is wrong with it."""
    wrong = picture_problem(folder, path)
    return wrong or _content(folder, path, LARGEST_PICTURE, "media-size")


def unreadable(folder: Path, path: str, error: OSError) -> Problem:
    """The problem of a file or folder that cannot be opened."""
    name = posixpath.basename(path)
    if (folder / path).is_symlink():
        return problem(path, "file-kind", name=name)
    reason = error.strerror or type(error).__name__
    return problem(path, "file-unreadable", name=name, reason=reason)


def _content(
    folder: Path, path: str, limit: int, too_large: str, count: int = -1
) -> bytes | Problem:
    """The first `count` bytes of a regular file of `limit` bytes at most."""
    try:
        descriptor = os.open(folder / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        return unreadable(folder, path, error)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        code = "file-folder" if stat.S_ISDIR(status.st_mode) else "file-kind"
        return problem(path, code, name=posixpath.basename(path))
    with os.fdopen(descriptor, "rb") as file:
        if status.st_size <= limit:
            return file.read(count)
    return problem(path, too_large, size=status.st_size // 1024, limit=limit // 1024)
