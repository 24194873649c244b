"""The folders of a build, and the lock that stops two builds from interfering."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock


@dataclass(frozen=True)
class Workspace:
    """The `published` folder, and a `folder` beside it for a build's own files.

    With `in_place`, pages are changed in the published folder itself: a served site has a single
    reader, whose browser reloads them anyway.
    """

    published: str
    folder: str
    in_place: bool = False

    @property
    def next(self) -> str:
        """The folder that pages are written to, before it replaces the published one."""
        return self.published if self.in_place else f"{self.folder}/next"

    @property
    def platform(self) -> str:
        """The folder for MkDocs's own output."""
        return f"{self.folder}/platform"

    @property
    def manifest(self) -> str:
        """The file of the manifest, which the next build reads."""
        return f"{self.folder}/manifest.json"

    @contextmanager
    def locked(self, *, wait: bool = True) -> Iterator[None]:
        """Holds the lock, after waiting until no other process builds into the same folder.

        Without `wait`, raises `filelock.Timeout` where another process holds it.

        Removes symbolic links in the folder first: a repository may bring them along, and what a
        build writes or removes would be that of another folder.
        """
        folder = Path(self.folder)
        folder.mkdir(parents=True, exist_ok=True)
        for each in folder.iterdir():
            if each.is_symlink():
                each.unlink(missing_ok=True)
        # The system releases this lock when its process ends, so a killed build leaves none behind.
        # Not of one thread: a server may release in another thread what a failed build has left.
        with FileLock(folder / "lock", thread_local=False, timeout=-1 if wait else 0):
            yield

    def file_system_time(self) -> int:
        """The time (ns) by the clock that stamps files, found by writing one."""
        # A network file system stamps files by the clock of its server, which may differ from ours.
        file = Path(self.folder, "started")
        file.write_bytes(b"")
        return file.stat().st_mtime_ns
