"""The folder of the published pages: written beside it, then exchanged with it in one step."""

import ctypes
import errno
import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from .files import Stamp

AT_FDCWD = -100
RENAME_EXCHANGE = 2


class Written(NamedTuple):
    """A file that was written: the digest of its content, and what the file system says of it."""

    digest: str
    stamp: Stamp


class Writer:
    """Writes files below `root`. A file is always a new one: an older one may be linked to."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.made: set[str] = set()

    def write(self, path: str, content: bytes) -> Stamp:
        """Writes `content` to `path`."""
        target = self._free(path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            descriptor = os.open(target, flags, 0o644)
        except FileExistsError:
            _remove(target)
            descriptor = os.open(target, flags, 0o644)
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            view = memoryview(content)
            while view:
                view = view[file.write(view) :]
            return stamp(os.fstat(file.fileno()))

    def link(self, source: str, path: str) -> None:
        """Makes `path` the same file as `source`."""
        target = self._free(path)
        try:
            os.link(source, target)
        except FileExistsError:
            _remove(target)
            os.link(source, target)

    def move(self, source: str, path: str) -> Stamp:
        """Moves the file `source` to `path`."""
        target = self._free(path)
        if os.path.isdir(target):
            shutil.rmtree(target)
        os.replace(source, target)
        return stamp(os.stat(target))

    def _free(self, path: str) -> str:
        """The full path of a file, after its folder has been made."""
        target = f"{self.root}/{path}"
        self._folder(target.rpartition("/")[0])
        return target

    def _folder(self, folder: str) -> None:
        if folder in self.made:
            return
        try:
            os.mkdir(folder)
        except FileExistsError:
            if not os.path.isdir(folder) or os.path.islink(folder):
                os.unlink(folder)
                os.mkdir(folder)
        except (FileNotFoundError, NotADirectoryError):
            self._folder(folder.rpartition("/")[0])
            with suppress(FileExistsError):
                os.mkdir(folder)
        self.made.add(folder)


def digest(content: bytes) -> str:
    """What tells the content of a file from any other: 32 hexadecimal digits."""
    return blake2b(content, digest_size=16).hexdigest()


def stamp(status: os.stat_result) -> Stamp:
    """The stamp of a published file; its change time moves when it is linked and does not count."""
    return status.st_mtime_ns, status.st_size, status.st_ino


def files_in(root: str, ours: Collection[str] = ()) -> dict[str, Stamp]:
    """Every file below `root`, also a link.

    What is hidden at its top, as `.git`, is left alone unless its name is one of `ours`.
    """
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
                    found[inner] = stamp(entry.stat(follow_symlinks=False))
    return found


def bring_up(
    root: str, wanted: Mapping[str, Written], other: str, found: Mapping[str, Stamp]
) -> None:
    """Makes `root` hold exactly the files of `wanted`.

    `found` is what it held; files that are not there as they should be are linked from `other`.
    """
    writer = Writer(root)
    unwanted = [path for path in found if path not in wanted]
    for path in unwanted:
        _remove(f"{root}/{path}")
    for path, written in wanted.items():
        if found.get(path) != written.stamp:
            writer.link(f"{other}/{path}", path)
    prune(root, unwanted)


def prune(root: str, removed: Collection[str]) -> None:
    """Removes the folders that have become empty by the removal of files."""
    folders = {path.rpartition("/")[0] for path in removed}
    while folders:
        above = set()
        for folder in folders:
            if folder:
                try:
                    os.rmdir(f"{root}/{folder}")
                except FileNotFoundError:
                    above.add(folder.rpartition("/")[0])
                except OSError:
                    continue
                else:
                    above.add(folder.rpartition("/")[0])
        folders = above


def exchange(new: str, published: str, ours: Collection[str] = ()) -> None:
    """Puts the folder `new` in the place of `published` and the other way round, in one step.

    What is hidden at the top of `published` and not one of `ours` comes along. Where the system
    knows no such step, two moves take its place.
    """
    os.makedirs(os.path.dirname(published), exist_ok=True)
    if not os.path.lexists(published):
        os.rename(new, published)
        return
    for name in os.listdir(published) if os.path.isdir(published) else ():
        if name.startswith(".") and name not in ours:
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
