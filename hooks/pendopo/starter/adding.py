"""Adds files to a data folder: all of them or none, and in the place of none."""

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def add(data: Path, files: Mapping[str, str]) -> None:
    """Writes new files by their paths in the data folder, with the folders that they need.

    Raises `FileExistsError` where one is there already, and `OSError` where the system refuses;
    whatever happens, and be it an interruption, the data folder is then as it was.
    """
    # Hidden, so that nothing takes it for data; within the folder, since a link works within one
    # file system only.
    with _beside(data) as folder, contextlib.ExitStack() as undo:
        ready = Path(folder)
        for number, text in enumerate(files.values()):
            (ready / str(number)).write_bytes(text.encode())
        for number, path in enumerate(files):
            _open_folder(data, Path(path).parent, undo)
            _place(ready / str(number), data / path, undo)
        undo.pop_all()


def _beside(data: Path) -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory(dir=data, prefix=".new-")
    except OSError as error:
        # Nobody knows the name of the temporary folder.
        error.filename = str(data)
        raise


def _open_folder(data: Path, folder: Path, undo: contextlib.ExitStack) -> None:
    """Makes a folder where there is none, and those above it; a link leads out of the data."""
    for part in reversed([data / folder, *(data / each for each in folder.parents)]):
        if part != data and (part.is_symlink() or (part.exists() and not part.is_dir())):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(part))
        if not part.exists():
            part.mkdir()
            undo.callback(part.rmdir)


def _place(ready: Path, target: Path, undo: contextlib.ExitStack) -> None:
    try:
        # Unlike a rename, it takes the place of nothing.
        os.link(ready, target)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        ready.rename(target)
    undo.callback(target.unlink)
