"""The lock of a build: who waits for it, and what ends it."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from pendopo.build.workspace import Workspace
from places import place

HOLD = """
import sys, time
from pendopo.build.workspace import Workspace
with Workspace(*sys.argv[1:]).locked():
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def building(where: Workspace) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds the lock."""
    command = [sys.executable, "-c", HOLD, where.published, where.folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        yield process
        process.kill()


def lock(where: Workspace) -> str:
    with where.locked():
        return "mine"


def test_a_build_waits_for_another_and_goes_on_when_that_is_killed(tmp_path: Path) -> None:
    where = place(tmp_path)
    with building(where) as other, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(lock, where)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.2)
        other.kill()
        assert waiting.result(timeout=30) == "mine"


def test_a_link_that_comes_in_the_place_of_the_lock_meanwhile_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = place(tmp_path)
    (tmp_path / "precious").write_bytes(b"precious")
    Path(where.folder).mkdir()
    Path(where.folder, "lock").symlink_to(tmp_path / "precious")
    monkeypatch.setattr(Path, "is_symlink", lambda path: False)
    with pytest.raises(OSError, match="lock"):
        lock(where)
    assert (tmp_path / "precious").read_bytes() == b"precious"
