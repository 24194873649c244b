"""Writes files of a site into a folder beside the published one, which mirrors it by links."""

import errno
import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import NamedTuple

from pendopo.build.hidden import SHARED, apart, hidden_in
from pendopo.reading.files import Stamp

FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""Permissions of published files and folders, whatever the umask: equal input, equal site."""
TOPS = ("", f"/{SHARED}")
"""Folders in which what others have written stays."""
# The umask can only be read by setting it, so it is set and put back at once.
UMASK = os.umask(0o022)
os.umask(UMASK)


class WrittenFile(NamedTuple):
    """A published file: the digest of its content, and its stamp (see `output_stamp`)."""

    digest: str
    stamp: Stamp


Outputs = Mapping[str, WrittenFile]
"""Published files by their path relative to the published folder."""


class Writer:
    """Writes files below `root`. Every file written gets a new inode.

    Raises `OSError` where the file system refuses.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.folders: set[str] = set()

    def write(self, path: str, content: bytes) -> Stamp:
        """Writes `content` to `path`, relative to the root, and returns the new file's stamp."""
        target = self._free(path)
        # The folder starts as a hard-link mirror of the published one. Truncating a file in place
        # would change the live site too, through the shared inode; O_EXCL makes that impossible.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            descriptor = os.open(target, flags, FILE_MODE)
        except FileExistsError:
            clear(target)
            descriptor = os.open(target, flags, FILE_MODE)
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            # The umask masks the mode given to open(), so a strict umask needs a second call.
            if UMASK & FILE_MODE:
                os.chmod(target, FILE_MODE)
            view = memoryview(content)
            while view:
                view = view[file.write(view) :]
            return output_stamp(os.fstat(file.fileno()))

    def link(self, source: str, path: str) -> None:
        """Hard-links `source` at `path`, or copies it where the file system has no hard links."""
        target = self._free(path)
        try:
            _link(source, target)
        except FileExistsError:
            clear(target)
            _link(source, target)
        except OSError:
            # The file system has no hard links, or the system forbids them on files of others. Each
            # system has its own number for that; what else is wrong, the copying comes upon.
            clear(target)
            shutil.copy2(source, target, follow_symlinks=False)

    def move(self, source: str, path: str) -> Stamp:
        """Moves the file `source` to `path`, relative to the root, and returns its stamp."""
        target = self._free(path)
        if os.path.isdir(target):
            clear(target)
        # Pagefind and MkDocs create their files with the caller's umask.
        os.chmod(source, FILE_MODE)
        os.replace(source, target)
        return output_stamp(os.stat(target))

    def _free(self, path: str) -> str:
        """The full path of a file, after creating its folder."""
        target = f"{self.root}/{path}"
        self._folder(target.rpartition("/")[0])
        return target

    def _folder(self, folder: str) -> None:
        # Thousands of pages share a few folders: remembering them saves a system call for each.
        if folder in self.folders:
            return
        # From the root down: a link in the place of a folder above would lead outside.
        if len(folder) > len(self.root):
            self._folder(folder.rpartition("/")[0])
        try:
            make_folder(folder)
        except FileExistsError:
            # An earlier site may have had a file, or a link leading outside, by this name.
            if not os.path.isdir(folder) or os.path.islink(folder):
                # Another process may do the same at the same time.
                with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                    os.unlink(folder)
                with suppress(FileExistsError):
                    make_folder(folder)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(folder), exist_ok=True)
            with suppress(FileExistsError):
                make_folder(folder)
        self.folders.add(folder)


def make_folder(path: str) -> None:
    """Creates a folder that everybody may read. Raises `OSError` as `os.mkdir` does."""
    os.mkdir(path, FOLDER_MODE)
    if UMASK & FOLDER_MODE:
        os.chmod(path, FOLDER_MODE)


def output_stamp(status: os.stat_result) -> Stamp:
    """The stamp of a published file: modification time (ns), size (bytes) and inode."""
    # No change time: creating or removing a hard link to the file updates it.
    return status.st_mtime_ns, status.st_size, status.st_ino


def files_in(root: str, new: str = "") -> dict[str, Stamp]:
    """Stamps of all files below `root`, symbolic links included, by path; empty if it is missing.

    Hidden entries at its top, such as `.git`, are skipped unless the folder `new` has them too:
    only a build writes there. A link is not skipped, since a web server might follow it anywhere.
    Of the folder `SHARED` the entries are skipped in the same way.
    """
    ours = hidden_in(new or root)
    found: dict[str, Stamp] = {}
    # os.scandir in a loop: Path.rglob creates an object per file and is much slower.
    folders = [""]
    while folders:
        path = folders.pop()
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(root + path) as entries:
            for entry in entries:
                inner = f"{path}/{entry.name}"[1:]
                if path in TOPS and inner not in ours and apart(entry, inner):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/{entry.name}")
                else:
                    # Not entry.stat(), which knows no inode on Windows.
                    found[inner] = output_stamp(os.lstat(entry.path))
    return found


def mirror(published: str, new: str) -> dict[str, Stamp]:
    """Makes `new` a mirror of `published` by hard links; returns stamps of the files by path."""
    # After the exchange, `new` is the site before the last one. Most of its files are the same
    # inodes as the published ones, so only the differences are linked, not the whole site.
    there, found = files_in(published, new), files_in(new)
    remove(new, [path for path in found if path not in there])
    writer = Writer(new)
    for path, known in there.items():
        # Some file systems have no inodes: there, files with the same stamp may be two.
        if found.get(path) != known or not known[-1]:
            writer.link(f"{published}/{path}", path)
    return there


def remove(root: str, paths: Collection[str]) -> None:
    """Removes files below `root`, and folders left empty; a folder in place of a file stays.

    Raises `OSError` where the file system refuses.
    """
    for path in paths:
        try:
            os.unlink(f"{root}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            pass
        # unlink() of a folder fails with EISDIR on Linux and with EPERM elsewhere (POSIX). A file
        # that cannot be removed, perhaps open on Windows, would be published again.
        except (IsADirectoryError, PermissionError):
            if not os.path.isdir(f"{root}/{path}"):
                raise
    folders = {path.rpartition("/")[0] for path in paths} - {""}
    while folders:
        gone = {folder for folder in folders if _removed_empty(f"{root}/{folder}")}
        folders = {folder.rpartition("/")[0] for folder in gone} - {""}


def _removed_empty(folder: str) -> bool:
    """Whether the folder is gone, after removing it if it is empty."""
    try:
        os.rmdir(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _link(source: str, target: str) -> None:
    # Where the system cannot be told, it links to the link itself, as Windows does, or refuses.
    if os.link in os.supports_follow_symlinks:
        os.link(source, target, follow_symlinks=False)
    elif os.path.islink(source):
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP), source)
    else:
        os.link(source, target)


def clear(path: str) -> None:
    """Removes what lies at `path`, whatever it is. Raises `OSError` where that fails."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError):
            os.unlink(path)
