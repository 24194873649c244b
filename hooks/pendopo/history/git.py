"""Reads the history of a data folder with the program git, which changes nothing.

All that it tells is as untrusted as the data themselves. Where git is not installed or refuses,
where there is no repository or no commit, there simply is no history.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pendopo.basics.clock import LONGEST_EPOCH, ZONES

LONGEST = 60
"""Seconds after which git is given up."""
GIT = ("git", "--no-replace-objects", "-c", "core.fsmonitor=false")
CHUNK = 32 * 1024**2
"""Bytes of files that are held in memory at once."""
REGULAR = ("100644", "100755")
"""The modes of regular files; others are links, folders and other repositories."""
FOLDER = "040000"
CONFIGURATION = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM")
"""Where a machine keeps its settings, among them whose repositories may be read."""


QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
"""Neither fetches, asks nor writes."""


class Commit(NamedTuple):
    """A commit by its hash, and its day in Jakarta, as `2026-03-03`."""

    name: str
    day: str


class Listed(NamedTuple):
    """What a commit has at a path: a file by its hash and its size in bytes, or something else."""

    path: str
    mode: str
    name: str
    size: int


@dataclass(frozen=True)
class History:
    """The states that `folder` has been in, newest first, all paths relative to it.

    Only first parents are followed: what was tried on a branch was never published.
    """

    folder: Path

    def commits(self, patterns: Sequence[str], most: int) -> list[Commit]:
        """The newest `most` commits that changed a file named by one of Git's `patterns`."""
        options = ("--first-parent", "--timestamp", f"--max-count={most}")
        said = self._said("rev-list", *options, "HEAD", "--", *patterns)
        rows = (line.split(" ") for line in said.splitlines())
        return [Commit(name, _day(time)) for time, name in rows if len(time) <= LONGEST_EPOCH]

    def listed(self, commit: str, folders: Sequence[str]) -> list[Listed]:
        """All that a commit has directly within `folders`, each of which ends in a slash."""
        said = self._said("ls-tree", "-z", "-l", commit, *folders)
        rows = (row.partition("\t") for row in said.split("\0") if row)
        return [_listed(path, *facts.split()) for facts, _, path in rows]

    def everything(self, commit: str) -> list[Listed]:
        """All that a commit has within the folder, at any depth.

        Raises `FileNotFoundError` where the repository lacks a part of it.
        """
        said = self._needed("ls-tree", "-r", "-z", "-l", commit)
        rows = (row.partition("\t") for row in said.split("\0") if row)
        return [_listed(path, *facts.split()) for facts, _, path in rows]

    def differing(self, commit: str, other: str = "") -> set[str]:
        """The paths at which a commit differs from another one, or from the folder as it is.

        Raises `FileNotFoundError` where the repository lacks a part of it.
        """
        options = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv")
        commits = (commit, other) if other else (commit,)
        said = self._needed("diff", *options, "--relative", "--ignore-submodules", *commits, "--")
        return {each for each in said.split("\0") if each}

    def last_days(self) -> dict[str, str]:
        """The day in Jakarta of the newest commit that changed each path, as `2026-03-03`.

        Raises `FileNotFoundError` where the repository lacks a part of it.
        """
        options = ("--first-parent", "--diff-merges=first-parent", "--name-only", "-z")
        quiet = ("--no-renames", "--no-ext-diff", "--no-textconv", "--relative")
        said = self._needed("log", *options, *quiet, "--format=%x01%ct", "HEAD", "--", ".")
        days: dict[str, str] = {}
        day = ""
        for part in said.split("\0"):
            if part.startswith("\x01"):
                day = _day(part[1:].strip())
            elif path := part.removeprefix("\n"):
                days.setdefault(path, day)
        return days

    def known(self) -> bool:
        """Whether the folder is in a repository that git can read."""
        return bool(self._said("rev-parse", "--git-dir"))

    def shallow(self) -> bool:
        """Whether the repository lacks what came before some of its commits."""
        return self._said("rev-parse", "--is-shallow-repository").strip() == "true"

    def commit(self, name: str) -> str:
        """The hash of the commit that a name means; empty if there is no such commit."""
        options = ("--verify", "--quiet", "--end-of-options")
        return self._said("rev-parse", *options, f"{name}^{{commit}}").strip()

    def default_branch(self) -> str:
        """The commit of the default branch of the remote repository; empty where none is known."""
        remotes = self._said("remote").split()
        remote = "origin" if "origin" in remotes else "".join(remotes[:1])
        names = (f"refs/remotes/{remote}/{each}" for each in ("HEAD", "main", "master"))
        return next(filter(None, map(self.commit, names)), "") if remote else ""

    def merge_base(self, commit: str, other: str) -> str:
        """The newest commit that both come from; empty if there is none."""
        return self._said("merge-base", commit, other).strip()

    def contents(self, files: Iterable[Listed]) -> Iterator[bytes]:
        """The content of each file. Raises `FileNotFoundError` where the repository lacks one."""
        for chunk in _chunks(files):
            names = "".join(f"{each.name}\n" for each in chunk)
            said = BytesIO(self._run("cat-file", "--batch", given=names.encode()))
            for file in chunk:
                # `HASH blob SIZE`, the content and a line feed; or `HASH missing`.
                if said.readline().split()[1:] != [b"blob", b"%d" % file.size]:
                    raise FileNotFoundError(file.path)
                yield said.read(file.size)
                said.read(1)

    def _said(self, *arguments: str) -> str:
        # Names that are no UTF-8 become what no file of the data is called.
        return self._run(*arguments).decode(errors="replace")

    def _needed(self, *arguments: str) -> str:
        """What git prints. Raises `FileNotFoundError` where it fails."""
        found = self._ran(*arguments)
        if found is None:
            raise FileNotFoundError(arguments[0])
        return found.decode(errors="replace")

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git prints; nothing where it cannot be run, fails, or takes too long."""
        return self._ran(*arguments, given=given) or b""

    def _ran(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git prints; None where it cannot be run, fails, or takes too long."""
        try:
            done = subprocess.run(  # noqa: S603  (no shell, and of the data only sound names)
                (*GIT, *arguments),
                cwd=self.folder,
                env=_environment(),
                input=given,
                capture_output=True,
                timeout=LONGEST,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return done.stdout if done.returncode == 0 else None


def _day(seconds: str) -> str:
    """The day in Jakarta of a moment in seconds since 1970; empty for one far away."""
    known = seconds.isdecimal() and len(seconds) <= LONGEST_EPOCH
    return f"{datetime.fromtimestamp(int(seconds), ZONES['WIB']):%Y-%m-%d}" if known else ""


def _chunks(files: Iterable[Listed]) -> Iterator[list[Listed]]:
    """The files in lists, of which each has little more than `CHUNK` bytes."""
    chunk: list[Listed] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += file.size
        if size > CHUNK:
            yield chunk
            chunk, size = [], 0
    yield chunk


def _listed(path: str, mode: str, _: str, name: str, size: str) -> Listed:
    # Of a file that is missing, git says that its size is BAD: it will not be found either.
    return Listed(path, mode, name, int(size) if size.isdecimal() else 0)


def _environment() -> dict[str, str]:
    """The environment, without what would lead git to another repository or to the network."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    configuration = {name: os.environ[name] for name in CONFIGURATION if name in os.environ}
    return {**kept, **configuration, **QUIET}
