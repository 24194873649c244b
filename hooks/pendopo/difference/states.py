"""Two states of a data folder: a commit, and the folder as it is or another commit."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pendopo.basics import clock
from pendopo.build.manifest import Manifest
from pendopo.build.plan import plan_reading
from pendopo.build.pool import Pool
from pendopo.build.records import read_folder
from pendopo.government.directory import Directory
from pendopo.history.git import REGULAR, History, Listed
from pendopo.history.states import PLAIN
from pendopo.problems.problem import Problem, faults
from pendopo.reading.media import LARGEST_DOCUMENT
from pendopo.site.context import Context
from pendopo.site.kind import Registry
from pendopo.site.planning import Site


class NoStateError(Exception):
    """There is nothing to compare: `reason` is a key of the command's sentences."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.value = value


@dataclass(frozen=True)
class State:
    """The data in one state: all records that can be read, its site, and all its problems.

    Unlike the site, the directory has records that are held back until their day.
    """

    directory: Directory
    site: Site
    problems: Sequence[Problem]

    @cached_property
    def faulty(self) -> frozenset[str]:
        """The paths of files and folders that have faults."""
        return frozenset(each.path for each in faults(self.problems))


class States(NamedTuple):
    """The state before and the state after a change, and the day of both."""

    before: State
    after: State
    today: date


def base_of(history: History, name: str) -> str:
    """The hash of the commit to compare with: `name`, or where the work on this branch began.

    That is the newest commit that the default branch of the remote repository has too; without a
    remote one, HEAD. Raises `NoStateError` where there is none.
    """
    if not history.folder.is_dir():
        raise NoStateError("folder", str(history.folder))
    if not history.known():
        raise NoStateError("repository", str(history.folder))
    if name:
        return commit_of(history, name)
    head = history.commit("HEAD")
    if not head:
        raise NoStateError("empty")
    branch = history.default_branch()
    if not branch:
        return head
    if found := history.merge_base(branch, head):
        return found
    raise NoStateError("shallow" if history.shallow() else "unrelated", "HEAD")


def commit_of(history: History, name: str) -> str:
    """The hash of the commit that a name means. Raises `NoStateError` where there is none."""
    if found := history.commit(name):
        return found
    raise NoStateError("shallow" if history.shallow() else "unknown", name)


@contextmanager
def states(history: History, base: str, other: str, kinds: Registry) -> Iterator[States]:
    """The states at the commit `base` and at the commit `other`, or in the folder as it is.

    Records can be read while the context lasts. Raises `NoStateError` where the repository lacks a
    part of a commit, `OSError` where files cannot be written.
    """
    with TemporaryDirectory() as temporary:
        try:
            before, after = _folders(history, base, other, Path(temporary))
        except FileNotFoundError:
            raise NoStateError("shallow", base) from None
        one = _state(before, kinds)
        if not any(before.iterdir()):
            # The folder is new as a whole: that it lacks what a folder needs is no fault of it.
            one = State(one.directory, one.site, ())
        yield States(one, _state(after, kinds), clock.days()["WIB"])


def _folders(history: History, base: str, other: str, temporary: Path) -> tuple[Path, Path]:
    """The data folders of both states. Raises `FileNotFoundError` where files are lacking."""
    before, after = temporary / "before", history.folder
    if other:
        after = temporary / "after"
        _unpack(history, history.everything(other), after)
    _unpack(history, history.everything(base), before, after, history.differing(base, other))
    return before, after


def _state(folder: Path, kinds: Registry) -> State:
    days = clock.days()
    with Pool(str(folder), kinds) as pool:
        reading = read_folder(folder, pool, Manifest())
    whole = Context(reading.directory, days["WIB"], kinds, days=days)
    return State(reading.directory, *plan_reading(reading, whole))


def _unpack(
    history: History,
    listed: Sequence[Listed],
    target: Path,
    like: Path | None = None,
    differing: set[str] | None = None,
) -> None:
    """Writes files of a commit; those that do not differ from the folder `like` are linked to it.

    What is no regular file, is larger than any may be, or has a name that no file of the data can
    have, is left out.
    """
    target.mkdir()
    left = []
    for file in listed:
        if file.mode not in REGULAR or file.size > LARGEST_DOCUMENT:
            continue
        if not all(map(PLAIN.fullmatch, file.path.split("/"))):
            continue
        (target / file.path).parent.mkdir(parents=True, exist_ok=True)
        same = like is not None and file.path not in (differing or ())
        if not (same and like and _linked(like / file.path, target / file.path)):
            left.append(file)
    for file, content in zip(left, history.contents(left), strict=True):
        (target / file.path).write_bytes(content)


def _linked(source: Path, target: Path) -> bool:
    """Whether a file could be linked or copied; no link is followed."""
    if source.is_symlink() or not source.is_file():
        return False
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
    return True
