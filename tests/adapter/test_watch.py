"""Watching for edits."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from pendopo.mkdocs.watch import Watch


class Seen(FileSystemEventHandler):
    """Remembers names of files that were edited."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.event = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.names |= {Path(str(path)).name for path in (event.src_path, event.dest_path) if path}
        self.event.set()

    def until(self, name: str) -> set[str]:
        """The names until this one is among them; then it begins anew."""
        while name not in self.names:
            assert self.event.wait(10), f"no word of {name}"
            self.event.clear()
        found, self.names = self.names, set()
        return found


def write(file: Path) -> None:
    file.write_bytes(b"x")


def replace(file: Path) -> None:
    """As many editors save a file."""
    new = file.with_name("new")
    new.write_bytes(b"x")
    new.replace(file)


@pytest.mark.parametrize("save", [write, replace])
def test_a_file_is_watched_and_none_beside_it(tmp_path: Path, save: Callable[[Path], None]) -> None:
    for name in ("mkdocs.yml", "beside", "first", "last"):
        write(tmp_path / name)
    seen, watch = Seen(), Watch()
    for name in ("mkdocs.yml", "first", "last"):
        watch.schedule(seen, str(tmp_path / name), recursive=False)
    watch.start()
    try:
        for last in ("first", "last"):
            for name in ("mkdocs.yml", "beside", last):
                save(tmp_path / name)
            found = seen.until(last)
            assert "mkdocs.yml" in found
            assert "beside" not in found
    finally:
        watch.stop()
        watch.join()


def test_only_folders_are_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows knows nothing else."""
    write(tmp_path / "mkdocs.yml")
    seen: list[tuple[str, bool]] = []
    watch = Watch()
    monkeypatch.setattr(
        watch.observer,
        "schedule",
        lambda _, path, *, recursive, **more: seen.append((path, recursive)),
    )
    monkeypatch.setattr(watch.observer, "start", lambda: None)
    for name in ("mkdocs.yml", ""):
        watch.schedule(Seen(), str(tmp_path / name), recursive=True)
    watch.start()
    assert seen == [(str(tmp_path), False), (str(tmp_path), True)]
