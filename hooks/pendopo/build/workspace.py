"""The folders of a build, and who may use them."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """Where a build puts its pages: `published` is the folder, `workshop` one of its own beside it.

    With `in_place` pages are changed where they are, for a reader who asks for them again anyway.
    """

    published: str
    workshop: str
    in_place: bool = False

    @property
    def new(self) -> str:
        """The folder that pages are written to."""
        return self.published if self.in_place else f"{self.workshop}/next"

    @property
    def platform(self) -> str:
        """The folder for what MkDocs itself makes."""
        return f"{self.workshop}/platform"

    @property
    def ledger(self) -> str:
        """The file that the next build reads."""
        return f"{self.workshop}/ledger.json"


@contextmanager
def alone(workshop: str) -> Iterator[None]:
    """Waits until no other process builds into the same folder."""
    Path(workshop).mkdir(parents=True, exist_ok=True)
    with Path(workshop, "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def now(path: str) -> int:
    """The time in ns by the file system's own clock, as stamps have it."""
    file = Path(path)
    file.write_bytes(b"")
    return file.stat().st_mtime_ns
