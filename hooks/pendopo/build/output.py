"""The folder of the published pages: written beside it, then exchanged with it in one step."""

import ctypes
import errno
import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from pendopo.reading.files import Stamp

AT_FDCWD = -100
RENAME_EXCHANGE = 2
FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""Permissions of what is published, whatever the umask: equal input gives an equal site."""
UMASK = os.umask(0o022)
os.umask(UMASK)


class WrittenFile(NamedTuple):
    """A file that was written: the digest of its content, and what the file system says of it."""

    digest: str
    stamp: Stamp


Outputs = Mapping[str, WrittenFile]
"""Published files by their path."""


class Writer:
    """Writes files below `root`. A file is always a new one: an older one may be linked to."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.folders: set[str] = set()

    def write(self, path: str, content: bytes) -> Stamp:
        """Writes `content` to `path`."""
        target = self._free(path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            descriptor = os.open(target, flags, FILE_MODE)
        except FileExistsError:
            _remove(target)
            descriptor = os.open(target, flags, FILE_MODE)
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            if UMASK & FILE_MODE:
                os.fchmod(descriptor, FILE_MODE)
            view = memoryview(content)
            while view:
                view = view[file.write(view) :]
            return output_stamp(os.fstat(file.fileno()))

    def link(self, source: str, path: str) -> None:
        """Makes `path` the same file as `source`, or a copy where the system has no such links."""
        target = self._free(path)
        try:
            os.link(source, target, follow_symlinks=False)
        except FileExistsError:
            _remove(target)
            os.link(source, target, follow_symlinks=False)
        except PermissionError:
            _remove(target)
            shutil.copy2(source, target, follow_symlinks=False)

    def move(self, source: str, path: str) -> Stamp:
        """Moves the file `source` to `path`."""
        target = self._free(path)
        if os.path.isdir(target):
            shutil.rmtree(target)
        os.chmod(source, FILE_MODE)
        os.replace(source, target)
        return output_stamp(os.stat(target))

    def _free(self, path: str) -> str:
        """The full path of a file, after its folder has been made."""
        target = f"{self.root}/{path}"
        self._folder(target.rpartition("/")[0])
        return target

    def _folder(self, folder: str) -> None:
        if folder in self.folders:
            return
        try:
            make_folder(folder)
        except FileExistsError:
            if not os.path.isdir(folder) or os.path.islink(folder):
                os.unlink(folder)
                make_folder(folder)
        except (FileNotFoundError, NotADirectoryError):
            self._folder(folder.rpartition("/")[0])
            with suppress(FileExistsError):
                make_folder(folder)
        self.folders.add(folder)


def make_folder(path: str) -> None:
    """Makes a folder that everybody may read. Raises `OSError` as `os.mkdir` does."""
    os.mkdir(path, FOLDER_MODE)
    if UMASK & FOLDER_MODE:
        os.chmod(path, FOLDER_MODE)


def output_stamp(status: os.stat_result) -> Stamp:
    """The stamp of a published file; its change time moves when it is linked and does not count."""
    return status.st_mtime_ns, status.st_size, status.st_ino


def files_in(root: str, new: str = "") -> dict[str, Stamp]:
    """Every file below `root`, also a link.

    What is hidden at its top, as `.git`, is not ours unless it is in the folder `new` as well:
    there, nobody but a build writes.
    """
    ours = _hidden(new or root)
    found: dict[str, Stamp] = {}
    folders = [""]
    while folders:
        path = folders.pop()
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(root + path) as entries:
            for entry in entries:
                if not path and entry.name.startswith(".") and entry.name not in ours:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/{entry.name}")
                else:
                    inner = f"{path}/{entry.name}"[1:]
                    found[inner] = output_stamp(entry.stat(follow_symlinks=False))
    return found


def _hidden(folder: str) -> set[str]:
    try:
        return {name for name in os.listdir(folder) if name.startswith(".")}
    except (FileNotFoundError, NotADirectoryError):
        return set()


def mirror(published: str, new: str) -> dict[str, Stamp]:
    """Makes `new` hold the same files as `published`, by links, and returns them."""
    there, found = files_in(published, new), files_in(new)
    remove(new, [path for path in found if path not in there])
    writer = Writer(new)
    for path, known in there.items():
        if found.get(path) != known:
            writer.link(f"{published}/{path}", path)
    return there


def remove(root: str, paths: Collection[str]) -> None:
    """Removes files, and the folders that become empty thereby; a folder of that name stays."""
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
            os.unlink(f"{root}/{path}")
    folders = {path.rpartition("/")[0] for path in paths} - {""}
    while folders:
        gone = {folder for folder in folders if _removed_empty(f"{root}/{folder}")}
        folders = {folder.rpartition("/")[0] for folder in gone} - {""}


def _removed_empty(folder: str) -> bool:
    """Whether the folder is gone."""
    try:
        os.rmdir(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def exchange(new: str, published: str, ours: Collection[str] = ()) -> None:
    """Puts the folder `new` in the place of `published` and the other way round, in one step.

    What is hidden at the top of `published` alone and none of `ours` comes along. Where the system
    knows no such step, two moves take its place.
    """
    os.makedirs(os.path.dirname(published), exist_ok=True)
    if not os.path.lexists(published):
        os.rename(new, published)
        return
    for name in _hidden(published) - _hidden(new) - {*ours}:
        os.rename(f"{published}/{name}", f"{new}/{name}")
    if not _exchanged(new, published):
        aside = f"{new}.old"
        _remove(aside)
        os.rename(published, aside)
        os.rename(new, published)
        os.rename(aside, new)


def _exchanged(first: str, second: str) -> bool:
    """Exchanges two folders by Linux's renameat2; False where that cannot be done."""
    rename = _renameat2()
    if rename is None:
        return False
    paths = (os.fsencode(first), os.fsencode(second))
    if rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.EPERM, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), second)


@cache
def _renameat2() -> "ctypes._NamedFuncPointer | None":
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None
    kinds = ctypes.c_int, ctypes.c_char_p
    function.argtypes = [*kinds, *kinds, ctypes.c_uint]
    return function


def _remove(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError):
            os.unlink(path)
