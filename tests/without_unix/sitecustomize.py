"""Takes away from Python what only Unix has, as near to Windows as can be had elsewhere.

Python imports it by its name where this folder is in PYTHONPATH, in each process that starts.
"""

import builtins
import ctypes
import errno
import io
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MODULES = ("fcntl", "grp", "pwd", "resource", "termios")
NAMES = {
    os: (
        *("O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "fchmod", "fork", "forkpty", "nice", "wait4"),
        *("killpg", "getpgid", "setsid", "geteuid", "getuid", "mkfifo", "sched_getaffinity"),
    ),
    signal: ("pthread_sigmask", "alarm", "SIGALRM"),
}


def take_away() -> None:
    """Removes modules and names, and puts the ways of Windows in the place of those of Unix."""
    sys.modules.update(dict.fromkeys(MODULES))  # type: ignore[arg-type]
    for module, names in NAMES.items():
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    multiprocessing.get_all_start_methods = lambda: ["spawn"]
    contexts: dict[str, Any] = multiprocessing.context._concrete_contexts  # type: ignore[attr-defined]
    for name in {*contexts} - {"spawn"}:
        del contexts[name]
    multiprocessing.set_start_method("spawn")
    ctypes.CDLL = Library  # type: ignore[misc]
    os.link, os.scandir = link, Entries  # type: ignore[assignment]
    os.supports_follow_symlinks.discard(REALLY["link"])
    os.rename, os.replace = rename, replace  # type: ignore[assignment]
    builtins.open = io.open = open_


REALLY: dict[str, Any] = {
    "link": os.link,
    "scandir": os.scandir,
    "rename": os.rename,
    "replace": os.replace,
    "open": open,
}


class Library(ctypes.CDLL):
    """A library of C, which needs a name.

    But for watchdog, which sees by itself that this is Linux and looks for its functions there.
    """

    def __init__(self, name: str | None, *more: Any, **named: Any) -> None:
        if name is None and "watchdog" not in sys._getframe(1).f_globals["__name__"]:
            raise TypeError("bad argument type for built-in operation")
        super().__init__(name, *more, **named)


def link(source: Any, target: Any, *, follow_symlinks: bool = True) -> None:
    """Makes a hard link, and knows no other way than its own with symbolic ones."""
    if not follow_symlinks:
        raise NotImplementedError("link: follow_symlinks unavailable on this platform")
    REALLY["link"](source, target, follow_symlinks=False)


class Entry:
    """An entry of a folder, which does not know its inode."""

    def __init__(self, entry: os.DirEntry[Any]) -> None:
        self.entry = entry

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        """The status, without inode, device and number of links."""
        status = self.entry.stat(follow_symlinks=follow_symlinks)
        return os.stat_result((status[0], 0, 0, 0, *status[4:]))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.entry, name)

    def __fspath__(self) -> Any:
        return self.entry.path


class Entries:
    """The entries of a folder."""

    def __init__(self, path: Any = ".") -> None:
        self.entries = REALLY["scandir"](path)

    def __iter__(self) -> Iterator[Entry]:
        return map(Entry, self.entries)

    def __next__(self) -> Entry:
        return Entry(next(self.entries))

    def __enter__(self) -> "Entries":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the folder."""
        self.entries.close()


def rename(source: Any, target: Any) -> None:
    """Renames what nobody has open, and only to a name that is free."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), source, None, target)
    _must_be_closed(source)
    REALLY["rename"](source, target)


def replace(source: Any, target: Any) -> None:
    """Replaces a file that nobody has open by one that nobody has."""
    _must_be_closed(source)
    _must_be_closed(target)
    REALLY["replace"](source, target)


def _must_be_closed(path: Any) -> None:
    """Raises `PermissionError` where this process has open a file, or one of a folder."""
    opened = [each for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
    if any(each.readlink().is_relative_to(Path(path).absolute()) for each in opened):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)


def open_(file: Any, mode: str = "r", buffering: int = -1, *more: Any, **named: Any) -> Any:
    """Opens a file; one of text gets the line ends of Windows."""
    given = dict(zip(("encoding", "errors", "newline"), more, strict=False)) | named
    if "b" not in mode and "r" not in mode and given.get("newline") is None:
        given["newline"] = "\r\n"
    return REALLY["open"](file, mode, buffering, **given)


if __name__ == "sitecustomize":
    take_away()
