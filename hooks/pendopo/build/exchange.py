"""Exchanges the folder of a new site with the published one, in one step where the system can."""

import ctypes
import errno
import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from functools import cache

from pendopo.build.hidden import SHARED, moving
from pendopo.build.output import clear, make_folder

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def exchange(new: str, published: str, ours: Collection[str] = ()) -> None:
    """Swaps the folders `new` and `published` in one step.

    Hidden entries at the top of `published` that are neither in `new` nor in `ours` move along, and
    so do those in `SHARED`; `ours` are such as `hidden.top` names. Without renameat2 it takes three
    renames. Raises `OSError` where the file system refuses.
    """
    os.makedirs(os.path.dirname(published), exist_ok=True)
    if not os.path.lexists(published):
        os.rename(new, published)
        return
    # The published folder may be a working tree of Git: its .git has to stay in place.
    theirs = moving(published, new, ours)
    if any(name.startswith(f"{SHARED}/") for name in theirs):
        with suppress(FileExistsError):
            make_folder(f"{new}/{SHARED}")
        shutil.copymode(f"{published}/{SHARED}", f"{new}/{SHARED}")
    for name in theirs:
        os.rename(f"{published}/{name}", f"{new}/{name}")
    if not _exchanged(new, published):
        # Between the first rename and the second there is no published folder, which is why
        # renameat2 is preferred.
        aside = f"{new}.old"
        clear(aside)
        os.rename(published, aside)
        try:
            os.rename(new, published)
        except OSError:
            # As on Windows while a program reads a file of the folder.
            os.rename(aside, published)
            raise
        os.rename(aside, new)


def _exchanged(first: str, second: str) -> bool:
    """Exchanges two folders by Linux's renameat2; False where that is not supported.

    Raises `OSError` for any other failure.
    """
    # RENAME_EXCHANGE is atomic: a reader, or a build that is killed, sees the old site or the new
    # one and never a mixture. Python's os module has no such call, hence ctypes.
    rename = _renameat2()
    if rename is None:
        return False
    paths = (os.fsencode(first), os.fsencode(second))
    if rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return True
    # The file system lacks the flag, the kernel lacks the call, or a sandbox forbids it.
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.EPERM, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), second)


@cache
def _renameat2() -> "ctypes._NamedFuncPointer | None":
    # A C library older than glibc 2.28, or of another system, does not export it. Windows has no
    # name for "all libraries of this process".
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return None
    kinds = ctypes.c_int, ctypes.c_char_p
    function.argtypes = [*kinds, *kinds, ctypes.c_uint]
    return function
