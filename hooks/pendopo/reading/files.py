"""Reads single files: only regular files of limited size, never through a symbolic link."""

import os
import posixpath
import stat
from os.path import samestat
from pathlib import Path

from pendopo.problems.problem import Problem, problem

LARGEST_TEXT = 256 * 1024
# Windows has neither flag. It has no pipes among files, and `content` itself looks for links.
NOT_FOLLOWING = getattr(os, "O_NOFOLLOW", 0)
NOT_WAITING = getattr(os, "O_NONBLOCK", 0)

Stamp = tuple[int, ...]
"""Stamp of a file, which differs if the content may differ: times in ns, size in bytes, inode.

An empty one matches nothing.
"""


def source_stamp(status: os.stat_result) -> Stamp:
    """The stamp of a file of the data folder."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def text(folder: Path, path: str) -> str | Problem:
    """Reads `folder/path` as UTF-8 text of at most 256 KB, with line feeds as line ends."""
    found = content(folder, path, LARGEST_TEXT, "file-size")
    if isinstance(found, Problem):
        return found
    try:
        decoded = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _with_line_feeds(found[: error.start].decode("utf-8-sig"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return problem(path, "file-encoding", line, column)
    if not decoded.strip():
        return problem(path, "file-empty")
    return _with_line_feeds(decoded)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def unreadable(folder: Path, path: str, error: OSError) -> Problem:
    """Creates the problem of a file or folder that cannot be opened."""
    name = posixpath.basename(path)
    if (folder / path).is_symlink():
        return problem(path, "file-kind", name=name)
    reason = error.strerror or type(error).__name__
    return problem(path, "file-unreadable", name=name, reason=reason)


def content(folder: Path, path: str, limit: int, too_large: str) -> bytes | Problem:
    """Reads a regular file of at most `limit` bytes."""
    try:
        before = os.lstat(folder / path)
        if not stat.S_ISREG(before.st_mode):
            return _no_file(path, before)
        descriptor = os.open(folder / path, os.O_RDONLY | NOT_FOLLOWING | NOT_WAITING)
    except OSError as error:
        return unreadable(folder, path, error)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        # Another file may have come in its place since, or a link: the system refuses a link only
        # where it has the flag for that.
        if not (stat.S_ISREG(status.st_mode) and (NOT_FOLLOWING or samestat(before, status))):
            return _no_file(path, status)
        if status.st_size <= limit:
            return file.read()
    return problem(path, too_large, size=_size(status.st_size), limit=_size(limit))


def _size(count: int) -> str:
    """A number of bytes, rounded up: what is too large by a byte must not seem to fit."""
    unit, name = (1024 * 1024, "MB") if count >= 1024 * 1024 else (1024, "KB")
    return f"{-(-count // unit)} {name}"


def _no_file(path: str, status: os.stat_result) -> Problem:
    code = "file-folder" if stat.S_ISDIR(status.st_mode) else "file-kind"
    return problem(path, code, name=posixpath.basename(path))
