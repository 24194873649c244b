"""Which agency each file of a data folder belongs to, and how its files are exchanged.

An agency's own files are those of its folder without the folders of agencies below it. The portal's
own files, named by the empty string, are those at the top. Everything below `agencies` that is not
the place of records or media counts as an agency's folder, whatever it holds: so a stray folder
concerns no other agency.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from pendopo.reading.folder import passed_over
from pendopo.site.kind import Registry

AGENCIES = "agencies"


def inner_folders(kinds: Registry) -> tuple[str, ...]:
    """The names of the folders in which an agency keeps records and media."""
    return (*(each.folder for each in kinds.types if each.folder), "media")


def folder_of(owner: str) -> str:
    """The path of an agency's folder, or of the portal's, with a slash behind it unless empty."""
    return f"{AGENCIES}/{owner}/" if owner else ""


def owner_of(data: Path, path: str, inner: Sequence[str]) -> str:
    """The id of the agency that a file or folder of `data` belongs to; empty for the portal.

    `inner` are the names of `inner_folders`.
    """
    place = data / path
    folder = path if place.is_dir() and not place.is_symlink() else path.rpartition("/")[0]
    top, *parts = folder.split("/")
    # Directly below agencies/ a folder is an agency whatever its name.
    own = [*parts[:1], *takewhile(lambda each: each not in inner, parts[1:])]
    return "/".join(own) if top == AGENCIES else ""


def mirror(data: Path, target: Path) -> None:
    """Makes `target` a mirror of the files of `data` by hard links, where the system allows it.

    What it has already is kept, so that its stamps stay. Raises `OSError` where that fails.
    """
    target.mkdir(parents=True, exist_ok=True)
    wanted = {path for path, entry in _entries(data) if entry.is_file(follow_symlinks=False)}
    for path, _ in [*_entries(target)]:
        # An edit may leave the file in place or put another there: the same one needs no new link.
        if path in wanted and os.path.samestat((target / path).lstat(), (data / path).lstat()):
            wanted.remove(path)
        else:
            (target / path).unlink()
    for path in sorted(wanted):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(data / path, target / path, follow_symlinks=False)
        except OSError:
            shutil.copy2(data / path, target / path, follow_symlinks=False)
    _remove_empty_folders(target)


def remove(target: Path, owner: str, inner: Sequence[str]) -> None:
    """Removes the own files of an agency, or of the portal."""
    own = [path for path, _ in _entries(target) if owner_of(target, path, inner) == owner]
    for path in own:
        (target / path).unlink()
    _remove_empty_folders(target)


def move(source: Path, target: Path) -> None:
    """Moves all files of a folder into another one."""
    for path, _ in [*_entries(source)]:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).replace(target / path)


def owners_below(target: Path, owner: str, inner: Sequence[str]) -> list[str]:
    """The ids of all agencies below one."""
    found = {owner_of(target, path, inner) for path, _ in _entries(target)}
    return sorted(each for each in found if each.startswith(f"{owner}/"))


def _entries(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All that is not a folder below `root`, by its path in it; no link is followed."""
    return (each for each in _everything(root) if not each[1].is_dir(follow_symlinks=False))


def _everything(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    folders = [""]
    while folders:
        folder = folders.pop()
        # What cannot be read is reported as a problem by the scan of the data.
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                if not passed_over(entry.name):
                    yield f"{folder}{entry.name}", entry
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(f"{folder}{entry.name}/")


def _remove_empty_folders(root: Path) -> None:
    """Removes folders without files: an empty one of an agency would be a fault."""
    folders = {path for path, each in _everything(root) if each.is_dir(follow_symlinks=False)}
    for path in sorted(folders, reverse=True):
        with suppress(OSError):
            (root / path).rmdir()
