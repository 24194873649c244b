"""The folders of a build, and the lock that keeps two builds apart."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Workspace:
    """The `published` folder, and a `folder` beside it for what a build needs of its own.

    With `in_place` pages are changed where they are: a served site has one reader, who asks for
    them again anyway.
    """

    published: str
    folder: str
    in_place: bool = False

    @property
    def next(self) -> str:
        """The folder that pages are written to, before it takes the place of the published one."""
        return self.published if self.in_place else f"{self.folder}/next"

    @property
    def platform(self) -> str:
        """The folder for what MkDocs itself makes."""
        return f"{self.folder}/platform"

    @property
    def manifest(self) -> str:
        """The file that the next build reads."""
        return f"{self.folder}/manifest.json"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Waits until no other process builds into the same folder."""
        Path(self.folder).mkdir(parents=True, exist_ok=True)
        with Path(self.folder, "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def file_system_time(self) -> int:
        """Nanoseconds by the clock of the file system, as it stamps files; not the process's."""
        file = Path(self.folder, "started")
        file.write_bytes(b"")
        return file.stat().st_mtime_ns
