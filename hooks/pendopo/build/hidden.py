"""What is hidden at the top of a published folder: it may be of a build or of others."""

import os
from collections.abc import Collection
from pathlib import Path

SHARED = ".well-known"
"""The hidden folder of both: each of its entries is of a build or of others."""


def top(path: str) -> str:
    """The entry at the top of a published folder, or in `SHARED`, that holds the file at `path`."""
    first, *more = path.split("/", 2)
    return "/".join([first, *more[:1]]) if first == SHARED else first


def hidden_in(folder: str) -> set[str]:
    """What is hidden at the top of a folder; of `SHARED` its entries."""
    found = {name for name in _listed(Path(folder)) if name.startswith(".")}
    shared = Path(folder, SHARED)
    if SHARED in found and not shared.is_symlink():
        found.remove(SHARED)
        found |= {f"{SHARED}/{name}" for name in _listed(shared)}
    return found


def apart(entry: os.DirEntry[str], path: str) -> bool:
    """Whether an entry, at `path` at the top or in `SHARED`, is none that a build may remove."""
    if path == SHARED and entry.is_dir(follow_symlinks=False):
        return False
    link = entry.is_symlink() and entry.name != ".git"
    return path.startswith(".") and (not link or path != entry.name)


def moving(published: str, new: str, ours: Collection[str]) -> set[str]:
    """What is hidden in `published` and is of others than `ours` and what `new` has."""
    mine = hidden_in(new) | {*ours}
    theirs = hidden_in(published) - mine
    inside = {name for name in theirs if name.startswith(f"{SHARED}/")}
    if not inside or any(name.startswith(f"{SHARED}/") for name in mine):
        return theirs
    # The whole folder, which keeps its owner: programs of others may have to write there.
    return theirs - inside | {SHARED}


def _listed(folder: Path) -> list[str]:
    try:
        return [each.name for each in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
