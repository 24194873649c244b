"""The states in the history of an agency, of which each by itself has no fault."""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pendopo.government.standing import Standing
from pendopo.history.files import folder_of, inner_folders, owner_of
from pendopo.history.git import FOLDER, REGULAR, History, Listed
from pendopo.problems.problem import Problem, faults
from pendopo.reading.entry import read_entry
from pendopo.reading.fields import NAME
from pendopo.reading.folder import passed_over, scan
from pendopo.reading.media import LARGEST_DOCUMENT, look
from pendopo.site.kind import Registry

MOST_COMMITS = 50
"""How many commits of an agency are tried at most."""
MOST_FILES = 10_000
MOST_BYTES = 1024**3
"""How many files, and bytes of files, a state may have; a larger one is passed over."""
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""The names that files may have, of records and of media; their kinds allow fewer."""


@dataclass(frozen=True)
class States:
    """Takes states of agencies from `history`, one at a time, into the folder `trial`."""

    history: History
    trial: Path
    kinds: Registry

    def of(self, owner: str) -> Iterator[Standing]:
        """The states of an agency without faults of its own, newest first.

        For the empty string, those of the portal. When a state comes, its files are in `trial`.
        """
        if not all(NAME.fullmatch(each) for each in owner.split("/") if owner):
            return
        folder, inner = folder_of(owner), inner_folders(self.kinds) if owner else ()
        patterns = [f":(glob){folder}*", *(f":(literal){folder}{each}" for each in inner)]
        folders = [folder or "./", *(f"{folder}{each}/" for each in inner)]
        for commit in self.history.commits(patterns, MOST_COMMITS):
            listed = self.history.listed(commit.name, folders)
            files = _files([each for each in listed if not _beside(each, folder, inner)])
            if files and self._taken(files) and not faults(self._problems(owner)):
                yield Standing(commit.name, commit.day)

    def _taken(self, files: Sequence[Listed]) -> bool:
        """Whether all files could be taken from the history into the folder."""
        shutil.rmtree(self.trial, ignore_errors=True)
        try:
            for file, content in zip(files, self.history.contents(files), strict=True):
                (self.trial / file.path).parent.mkdir(parents=True, exist_ok=True)
                (self.trial / file.path).write_bytes(content)
        except FileNotFoundError:
            return False
        return True

    def _problems(self, owner: str) -> Iterator[Problem]:
        """The problems of each file for itself; what only the whole can tell is not asked."""
        found = scan(self.trial, self.kinds.types)
        inner = inner_folders(self.kinds)
        # Of the agencies above, and of the portal, nothing is here, which is no fault of this one.
        yield from (
            each for each in found.problems if owner_of(self.trial, each.path, inner) == owner
        )
        for file in found.files:
            source = file.read(self.trial)
            if isinstance(source, Problem):
                yield source
                continue
            yield from read_entry(source, str(self.trial), self.kinds.rules(file.type))[1]
        for media in found.media:
            yield from look(self.trial, media).problems


def _beside(each: Listed, folder: str, inner: Sequence[str]) -> bool:
    """Whether what a commit has is no own file: an agency below, or one that is hidden."""
    name = each.path.removeprefix(folder)
    below = "/" not in name and each.mode == FOLDER and name not in inner
    return below or passed_over(name.rpartition("/")[2])


def _files(listed: Sequence[Listed]) -> Sequence[Listed]:
    """The files of a state; none where it has anything else, or too much."""
    fit = all(
        each.mode in REGULAR
        and each.size <= LARGEST_DOCUMENT
        and PLAIN.fullmatch(each.path.rpartition("/")[2])
        for each in listed
    )
    small = len(listed) <= MOST_FILES and sum(each.size for each in listed) <= MOST_BYTES
    return listed if fit and small else ()
